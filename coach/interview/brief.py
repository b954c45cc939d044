"""A round in brief: all that lists, gaps and flashcards need of it, so that its journal need not be folded again."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from coach.interview.status import ACTIVE, FINISHED, GRADED, PAUSED


class Missed(NamedTuple):
    """A point of the level that a round missed, in the phase in which it was asked for.

    `near` is the person's own line that comes nearest, `weight` how heavy the point is as a flashcard.
    """

    id: str
    dimension: str
    phase: str
    point: str
    near: str
    weight: float


class Made(NamedTuple):
    """A point that was made; an extra is above the level."""

    id: str
    dimension: str
    extra: bool


class Own(NamedTuple):
    """The person's own grade of a dimension, from 1 to 4 or None; its weight at the level of the round."""

    short: str
    scored: bool
    grade: int | None
    weight: float


class Brief(NamedTuple):
    """One round in brief. Times are stamps of UTC, or empty.

    `planned` and `used` are seconds, the first None without a clock; `step` is the title of the step it stands in.
    What follows `graded`, the time of its last grading, is empty in a round that never was: `missed` points, the
    heaviest first, `made` ones, sentences `said` again by the id of their point or fact, `own` grades by dimension,
    topics of linchpins `never` asked for by fact, `scores` by level where all four phases were drilled.
    """

    session: str
    scenario: str
    title: str
    format: str
    level: str
    phases: Sequence[str]
    status: str
    started: str
    ended: str
    planned: int | None
    used: float
    step: str
    notes: int
    graded: str = ""
    missed: Sequence[Missed] = ()
    made: Sequence[Made] = ()
    said: Mapping[str, str] = {}
    own: Mapping[str, Own] = {}
    never: Mapping[str, str] = {}
    scores: Mapping[str, float] = {}

    @property
    def ungraded(self) -> bool:
        """Whether it was finished and waits for its grades."""
        return self.status == FINISHED

    @property
    def open(self) -> bool:
        """Whether it was neither finished nor given up."""
        return self.status in (ACTIVE, PAUSED)

    @property
    def done(self) -> bool:
        """Whether it was gone through to its end."""
        return self.status in (FINISHED, GRADED)

    @staticmethod
    def of(row: Sequence[Any]) -> "Brief":
        """The brief that plain lists hold: a brief itself, as JSON writes and reads it."""
        brief = Brief._make(row)
        if not brief.graded:
            return brief
        return brief._replace(
            missed=[Missed._make(point) for point in brief.missed],
            made=[Made._make(point) for point in brief.made],
            own={name: Own._make(grade) for name, grade in brief.own.items()},
        )
