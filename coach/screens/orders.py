"""Commands of the drill's prompt: lines that begin with a slash."""

from dataclasses import dataclass

COMMANDS = {
    "next": "on to the next step; on the last one the round ends",
    "back": "back to the step before",
    "check": "the step's checklist; /check 2 ticks line 2",
    "sheet": "what you were told, what you assumed, what is in and out of scope",
    "time": "minutes used and left, step by step",
    "list": "your notes with their numbers",
    "edit": "a note in your editor; /edit 3 for note 3",
    "draw": "your diagram; /draw last draws the last note with an arrow",
    "cut": "take an arrow out of the diagram; /cut A -> B",
    "undo": "take back the last note, tick or stroke",
    "hint": "a question that helps; it is kept that you asked",
    "question": "the question again, and what you were handed",
    "pause": "stop the clock",
    "quit": "leave: pause or abandon",
    "help": "this list",
}
SHORT = {"h": "help", "q": "quit"}
"""Beginnings that fit several commands and mean the one that people type first."""
AIDS = ("check", "hint")
"""Commands that a mock does not have."""


@dataclass(frozen=True, slots=True)
class Order:
    """A command with what follows it; `name` is empty when no command begins so, or several do."""

    name: str
    argument: str = ""
    could_be: tuple[str, ...] = ()


def parse(line: str, commands: dict[str, str]) -> Order | str:
    """A line as an order, or as the note it is. A unique beginning is enough; two slashes begin a note with one."""
    if not line.startswith("/"):
        return line
    if line.startswith("//"):
        return line[1:]
    word, _, argument = line[1:].partition(" ")
    fitting = tuple(name for name in commands if name.startswith(word.lower())) if word else ()
    word = SHORT.get(word.lower(), word)
    if word.lower() in commands:
        return Order(word.lower(), argument.strip())
    if len(fitting) == 1:
        return Order(fitting[0], argument.strip())
    return Order("", argument.strip(), fitting)
