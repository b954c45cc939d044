"""Completion of commands: only while a line begins with a single slash."""

from collections.abc import Iterable, Mapping

from prompt_toolkit.application import get_app
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.filters import Condition


class CommandCompleter(Completer):
    """Offers the commands that begin as the line does, each with what it does."""

    def __init__(self, commands: Mapping[str, str]) -> None:
        self._commands = commands

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterable[Completion]:
        """The commands a first word may become."""
        text = document.text_before_cursor
        if not is_command(text) or " " in text:
            return
        for name, what in self._commands.items():
            if name.startswith(text[1:].lower()):
                yield Completion(f"/{name}", start_position=-len(text), display_meta=what)


def is_command(text: str) -> bool:
    """Whether a line is a command: one slash, not two."""
    return text.startswith("/") and not text.startswith("//")


def completing() -> Condition:
    """A filter that keeps the menu, and the room for it, away from notes."""
    return Condition(lambda: is_command(get_app().current_buffer.text))
