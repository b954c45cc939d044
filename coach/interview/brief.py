"""A round in brief: all that lists, gaps and flashcards need of it, so that its journal need not be folded again."""

from collections.abc import Mapping, Sequence
from itertools import chain
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


class Own(NamedTuple):
    """The person's own grade of a dimension, from 1 to 4 or None; its weight at the level of the round."""

    short: str
    scored: bool
    grade: int | None
    weight: float


class Brief(NamedTuple):
    """One round in brief. Times are stamps of UTC, or empty.

    `planned` and `used` are seconds, the first None without a clock; `step` is the title of the step it stands in.
    What follows `graded`, the time of its last grading, is empty in a round that never was: the rows of missed points,
    the heaviest first, and of own grades by dimension; ids of `made` points by dimension, and apart those of `extras`
    above the level; sentences `said` again by the id of their point or fact; topics of linchpins `never` asked for by
    fact; `scores` by level where all four phases were drilled. A row becomes a tuple of its kind only when it is looked
    at: of a thousand rounds few are.
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
    missed_rows: Sequence[Sequence[Any]] = ()
    own_rows: Mapping[str, Sequence[Any]] = {}
    made: Mapping[str, Sequence[str]] = {}
    extras: Sequence[str] = ()
    said: Mapping[str, str] = {}
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

    @property
    def missed_ids(self) -> list[str]:
        """The ids of the points of the level that were missed."""
        return [row[0] for row in self.missed_rows]

    @property
    def made_ids(self) -> list[str]:
        """The ids of the points that were made, of the level and above."""
        return [*chain.from_iterable(self.made.values()), *self.extras]

    @property
    def missed(self) -> list[Missed]:
        """The points of the level that were missed, the heaviest first."""
        return [Missed._make(row) for row in self.missed_rows]

    @property
    def own(self) -> dict[str, Own]:
        """The person's own grades by dimension."""
        return {name: Own._make(row) for name, row in self.own_rows.items()}
