"""What keys do at a prompt."""

from collections.abc import Callable, Collection

from prompt_toolkit.filters import Condition
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys as Key

from coach.screens.ui import Keys


def note_bindings(at_once: Callable[[], Collection[str]], settling: Callable[[], bool]) -> KeyBindings:
    """Enter sends, Alt+Enter and ctrl-j break the line, ctrl-c and ctrl-d leave; a key of `at_once` sends itself from
    an empty line. While it is `settling`, Enter on an empty line does nothing."""
    bindings = line_bindings()

    @bindings.add(Key.Any, filter=Condition(lambda: not _typed()))
    def first(event: KeyPressEvent) -> None:
        event.current_buffer.insert_text(event.data)
        if event.data in at_once():
            event.current_buffer.validate_and_handle()

    @bindings.add("enter")
    def send(event: KeyPressEvent) -> None:
        buffer = event.current_buffer
        if settling() and not buffer.text:
            return
        state = buffer.complete_state
        if state is not None and state.current_completion is not None:
            buffer.apply_completion(state.current_completion)
        buffer.validate_and_handle()

    @bindings.add("escape", "enter")
    @bindings.add("c-j")
    def line_break(event: KeyPressEvent) -> None:
        event.current_buffer.insert_text("\n")

    return bindings


def line_bindings() -> KeyBindings:
    """Enter sends, ctrl-c and an empty ctrl-d leave."""
    bindings = KeyBindings()

    @bindings.add("enter")
    def send(event: KeyPressEvent) -> None:
        event.current_buffer.validate_and_handle()

    @bindings.add("c-c")
    @bindings.add("<sigint>")
    def interrupt(event: KeyPressEvent) -> None:
        event.app.exit(exception=KeyboardInterrupt())

    @bindings.add("c-d", filter=Condition(lambda: not _typed()))
    def end(event: KeyPressEvent) -> None:
        event.app.exit(exception=EOFError())

    return bindings


def _typed() -> bool:
    from prompt_toolkit.application import get_app

    return bool(get_app().current_buffer.text)


def key_bindings(keys: Keys) -> KeyBindings:
    """One key ends the prompt; digits gather until no longer number could follow, or Enter."""
    bindings = KeyBindings()
    numbers = {str(number) for number in keys.numbers}

    @bindings.add(Key.Any)
    def other(event: KeyPressEvent) -> None:
        """A key that means nothing here does nothing."""

    @bindings.add("c-c")
    @bindings.add("<sigint>")
    def interrupt(event: KeyPressEvent) -> None:
        event.app.exit(exception=KeyboardInterrupt())

    @bindings.add("c-d")
    def end(event: KeyPressEvent) -> None:
        event.app.exit(exception=EOFError())

    def press(event: KeyPressEvent, key: str) -> None:
        event.current_buffer.text = key  # digits typed before it are dropped
        event.app.exit(result=key)

    for key in keys.keys:
        if key and not (numbers and key.isdecimal()):
            for case in {key, key.upper()}:
                bindings.add(case)(lambda event, key=key: press(event, key))

    def digit(event: KeyPressEvent, figure: str) -> None:
        typed = event.current_buffer.text + figure
        if not any(number.startswith(typed) for number in numbers):
            return
        event.current_buffer.insert_text(figure)
        if typed in numbers and not any(n != typed and n.startswith(typed) for n in numbers):
            event.app.exit(result=typed)

    if numbers:
        for figure in "0123456789":
            bindings.add(figure)(lambda event, figure=figure: digit(event, figure))

        @bindings.add("backspace")
        def back(event: KeyPressEvent) -> None:
            event.current_buffer.delete_before_cursor()

    @bindings.add("enter")
    @bindings.add("c-j")
    def enter(event: KeyPressEvent) -> None:
        typed = event.current_buffer.text
        if typed in numbers or (not typed and "" in keys.keys):
            event.app.exit(result=typed)

    return bindings
