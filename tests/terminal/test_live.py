"""The live Ui, driven through a pipe: what keys do, and what a second brings."""

from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput

from coach.errors import CoachError
from coach.screens.ui import Bar, Keys, Prompt, Stopped, Text, Tick
from coach.terminal.completion import CommandCompleter
from coach.terminal.live import LiveUi
from coach.terminal.paint import Painter

COMMANDS = {"next": "on", "back": "back", "hint": "help", "help": "all"}


class Terminal:
    """A live Ui on a pipe. `feed` sends keys; a text that ends nowhere is ended with ctrl-c so that no test hangs."""

    def __init__(self, pipe: PipeInput) -> None:
        self.pipe = pipe
        self.out = StringIO()
        self.painter = Painter(unicode=True, colours=False, height=lambda: 24, file=self.out, width=80)
        self.ui = LiveUi(self.painter, colours=False, source=pipe, sink=DummyOutput())
        self.typed: list[str] = []
        self.ticks: list[Tick] = []

    def read(self, keys: str, *, text: str = "", typed: Callable[[str], None] | None = None) -> str | None:
        """What a prompt makes of keys."""
        self.pipe.send_text(keys + "\x03")
        return self.ui.read(self.prompt(text, typed))

    def prompt(self, text: str = "", typed: Callable[[str], None] | None = None) -> Prompt:
        """A prompt whose ticks come from `ticks`."""

        def tick(half: str) -> Tick:
            return self.ticks.pop(0) if self.ticks else Tick()

        bar = Bar("Clarify", 0.5, "02:30 left", "02:30 of 45:00", "", ["/next"])
        return Prompt(lambda: "02:30", lambda: bar, tick, typed or self.typed.append, COMMANDS, text)

    def key(self, pressed: str, **keys: str) -> str:
        """What a question makes of keys."""
        self.pipe.send_text(pressed + "\x03")
        return self.ui.key(Keys("Well?", {"" if k == "enter" else k: v for k, v in keys.items()})).key


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    """A live Ui whose keys the test sends."""
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
        yield Terminal(pipe)


def test_enter_sends_the_line(terminal: Terminal) -> None:
    assert terminal.read("user -> llm\r") == "user -> llm"


@pytest.mark.parametrize("keys", ["a\x1b\rb\r", "a\nb\r"])
def test_alt_enter_and_ctrl_j_break_the_line(terminal: Terminal, keys: str) -> None:
    assert terminal.read(keys) == "a\nb"


def test_a_half_typed_line_comes_back_and_can_be_finished(terminal: Terminal) -> None:
    assert terminal.read("ne\r", text="half a li") == "half a line"


def test_every_change_of_the_line_is_told(terminal: Terminal) -> None:
    terminal.read("ab\x7f\r")
    assert terminal.typed[:3] == ["a", "ab", "a"]


def test_ctrl_c_is_an_interrupt_whatever_is_typed(terminal: Terminal) -> None:
    with pytest.raises(Stopped) as caught:
        terminal.read("half")
    assert caught.value.why == "interrupt"


def test_ctrl_d_ends_only_an_empty_line(terminal: Terminal) -> None:
    assert terminal.read("ab\x01\x04\r") == "b"
    with pytest.raises(Stopped) as caught:
        terminal.read("\x04")
    assert caught.value.why == "interrupt"  # the ctrl-c that ended the line before was still waiting
    with pytest.raises(Stopped) as caught:
        terminal.read("\x04")
    assert caught.value.why == "end"


def test_keys_typed_while_no_prompt_is_open_wait_for_the_next_one(terminal: Terminal) -> None:
    with terminal.ui.sitting():
        terminal.pipe.send_text("first\rsecond\r")
        assert terminal.ui.read(terminal.prompt()) == "first"
        assert terminal.ui.read(terminal.prompt()) == "second"


def test_bytes_that_are_no_utf8_do_not_break_the_prompt(terminal: Terminal) -> None:
    terminal.pipe.send_bytes(b"a\xe9b\r")
    line = terminal.ui.read(terminal.prompt())
    assert line is not None
    assert (line[0], line[-1]) == ("a", "b")


@pytest.mark.parametrize(
    ("typed", "offered"),
    [("/", ["/next", "/back", "/hint", "/help"]), ("/h", ["/hint", "/help"]), ("//h", []), ("/next x", []), ("h", [])],
)
def test_commands_are_offered_as_they_are_typed_and_never_in_a_note(typed: str, offered: list[str]) -> None:
    completions = CommandCompleter(COMMANDS).get_completions(Document(typed), CompleteEvent())
    assert [completion.text for completion in completions] == offered


def test_a_disk_that_is_full_ends_the_prompt_with_its_error(terminal: Terminal) -> None:
    def full(text: str) -> None:
        raise CoachError("full")

    with pytest.raises(CoachError, match="full"):
        terminal.read("a", typed=full)


def _on_a_second(terminal: Terminal, tick: Tick, half: str) -> str | None:
    """A prompt on which the tick falls once this much is typed; then an exclamation mark and Enter are sent."""
    terminal.ui = LiveUi(terminal.painter, source=terminal.pipe, sink=DummyOutput(), pace=lambda at: 0.0)
    due = [tick]

    def second(typed: str) -> Tick:
        if typed == half and due:
            terminal.pipe.send_text("!\r")
            return due.pop()
        return Tick()

    terminal.pipe.send_text(half)
    prompt = terminal.prompt()
    return terminal.ui.read(Prompt(prompt.clock, prompt.bar, second, prompt.typed, COMMANDS))


def test_a_message_above_the_prompt_leaves_the_half_typed_line_alone(terminal: Terminal) -> None:
    line = _on_a_second(terminal, Tick([Text("05:00 for Clarify are up.")], bell=True), "half")
    assert "05:00 for Clarify are up." in terminal.out.getvalue()
    assert line == "half!"


def test_a_strict_step_leaves_the_prompt(terminal: Terminal) -> None:
    assert _on_a_second(terminal, Tick(leave=True), "") is None


@pytest.mark.parametrize(("pressed", "answer"), [("f", "f"), ("F", "f"), ("x?f", "f"), ("\r", ""), ("zq", "q")])
def test_one_key_answers_and_others_do_nothing(terminal: Terminal, pressed: str, answer: str) -> None:
    assert terminal.key(pressed, enter="go", f="format", q="quit") == answer


def test_enter_answers_only_where_it_is_offered(terminal: Terminal) -> None:
    assert terminal.key("\rq", q="quit") == "q"


@pytest.mark.parametrize(
    ("pressed", "numbers", "answer"),
    [
        ("3", range(1, 10), "3"),
        ("12", range(1, 20), "12"),
        ("1\r", range(1, 20), "1"),
        ("7", range(1, 20), "7"),
        ("1\x7f7", range(1, 20), "7"),
        ("97", range(1, 8), "7"),
        ("y", range(1, 20), "y"),
    ],
)
def test_numbers_are_gathered_digit_by_digit(terminal: Terminal, pressed: str, numbers: range, answer: str) -> None:
    terminal.pipe.send_text(pressed + "\x03")
    assert terminal.ui.key(Keys("", {"y": "yes", "m": "no"}, numbers)).key == answer


def test_a_line_without_a_clock(terminal: Terminal) -> None:
    terminal.pipe.send_text("because\r")
    assert terminal.ui.line("Why?") == "because"
    terminal.pipe.send_text("!\r")
    assert terminal.ui.line("Why?", "so") == "so!"


def test_a_menu_gives_the_id_of_the_chosen_line(terminal: Terminal) -> None:
    terminal.pipe.send_text("\x1b[B\r")
    assert terminal.ui.choose("Which?", [("a", "First"), ("b", "Second")]) == "b"


def test_letters_search_a_menu(terminal: Terminal) -> None:
    terminal.pipe.send_text("SEC\r")
    assert terminal.ui.choose("Which?", [("a", "First"), ("b", "Second")]) == "b"


def test_ctrl_c_in_a_menu_is_an_interrupt(terminal: Terminal) -> None:
    terminal.pipe.send_text("\x03")
    with pytest.raises(Stopped):
        terminal.ui.choose("Which?", [("a", "First"), ("b", "Second")])


def test_markup_and_escapes_in_text_are_text(terminal: Terminal) -> None:
    terminal.ui.show(Text("[bold red]x[/] \x1b[31m :smile:"))
    assert terminal.out.getvalue() == " [bold red]x[/] [31m :smile:\n"


def test_the_editor_gets_the_file_and_its_failure_is_told(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "note.md"
    path.write_text("old\n")
    monkeypatch.setenv("EDITOR", "sed -i s/old/new/")
    monkeypatch.setenv("PATH", "/usr/bin:/bin")
    assert terminal.ui.edit(path, lambda: None)
    assert path.read_text() == "new\n"
    monkeypatch.setenv("EDITOR", "false")
    assert not terminal.ui.edit(path, lambda: None)
    monkeypatch.setenv("EDITOR", "no-such-editor-here")
    assert not terminal.ui.edit(path, lambda: None)
