"""The parts of a plan: days with things to do."""

from datetime import date
from typing import NamedTuple

GRADE, RESUME, CARDS, ROUND, MOCK, STEP, KNOWN, PAGE = (
    "grade", "resume", "cards", "round", "mock", "step", "known", "checklist",
)  # fmt: skip
"""Kinds of items: a round to grade, a paused one, flashcards, a whole round, one as in the real thing, a step of a
round again, cards that are known, the page to read."""
DRILLS = (ROUND, MOCK, STEP)
A_STEP = 20
"""The minutes of a step that is not known yet, or has no clock."""
QUIZ = "coach quiz"
"""The command for all cards of a day."""


class Item(NamedTuple):
    """One thing to do. `minutes` are those it takes, of a drill with its grading; `why` is in a few words; a step of a
    round has its `title`.

    What cannot be known yet has no command: a step of a round that is itself still to come.
    """

    kind: str
    minutes: int
    command: str = ""
    why: str = ""
    scenario: str = ""
    phase: str = ""
    session: str = ""
    done: bool = False
    title: str = ""

    @property
    def what(self) -> str:
        """The question; of a step with its title."""
        if self.kind == STEP and not self.phase:
            return "a step"
        title = self.title or self.phase.replace("-", " ")
        small = title if title[1:2].isupper() else f"{title[:1].lower()}{title[1:]}"
        return f"{small} of {self.scenario}" if self.phase else self.scenario

    @property
    def part(self) -> bool:
        """Whether these are cards of which only some have a place."""
        return self.kind == CARDS and self.command != QUIZ


class Day(NamedTuple):
    """A day of the plan, with its items in the order in which to do them."""

    date: date
    items: tuple[Item, ...] = ()

    @property
    def minutes(self) -> int:
        """The minutes of all items."""
        return sum(item.minutes for item in self.items)

    @property
    def left(self) -> tuple[Item, ...]:
        """The items that are not done."""
        return tuple(item for item in self.items if not item.done)

    @property
    def drills(self) -> tuple[Item, ...]:
        """The rounds and steps."""
        return tuple(item for item in self.items if item.kind in DRILLS)
