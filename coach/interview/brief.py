"""A round in brief: all that lists, gaps and flashcards need of it, so that its journal need not be folded again."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import chain
from typing import Any, NamedTuple

from coach.content.terms import PHASES
from coach.interview.status import ACTIVE, FINISHED, GRADED, PAUSED
from coach.language.stamps import unstamp


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
    skills: Sequence[str] = ()


class Own(NamedTuple):
    """The person's own grade of a dimension, from 1 to 4 or None; its weight at the level of the round."""

    short: str
    scored: bool
    grade: int | None
    weight: float


class Spent(NamedTuple):
    """What a step took: its title, the phases it covers, seconds used and planned (None without a clock)."""

    title: str
    phases: Sequence[str]
    used: float
    planned: int | None


class Pin(NamedTuple):
    """A linchpin of a round: the fact, the standard headings it speaks to, and how the person came by it.

    `how` is one of ASKED, MET (not asked for, and dealt with all the same), BACK (it came back as an incident) and
    NEVER; `topic` names the fact where it was not asked for.
    """

    fact: str
    topic: str
    headings: Sequence[str]
    how: str


ASKED, MET, BACK, NEVER = "asked", "met", "back", "never"


class Brief(NamedTuple):
    """One round in brief. Times are stamps of UTC, or empty.

    `planned` and `used` are seconds, the first None without a clock; `step` is the title of the step it stands in,
    `spent` are rows of all steps, of which `noted` have notes; `base` is the session of which a step was redone, or
    empty, `handed` whether it began with notes of that one. `first_graded` is the time of its first grading.
    What follows `graded`, that of its last one, is empty in a round that never was: the rows of missed points, the
    heaviest first, and of own grades by dimension; ids of `made` points by dimension, by phase and by skill, and
    apart those of `extras` above the level; sentences `said` again by the id of their point or fact; the rows of its
    linchpins; `scores` by level where all four phases were drilled. `hints` were taken, and topics `shown` before their
    fact was asked for. A row becomes a tuple of its kind only when it is looked at: of a thousand rounds few are.
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
    spent_rows: Sequence[Sequence[Any]] = ()
    mock: bool = False
    grades: bool = True
    base: str = ""
    hints: int = 0
    shown: int = 0
    graded: str = ""
    missed_rows: Sequence[Sequence[Any]] = ()
    own_rows: Mapping[str, Sequence[Any]] = {}
    made: Mapping[str, Sequence[str]] = {}
    extras: Sequence[str] = ()
    made_phases: Mapping[str, Sequence[str]] = {}
    made_skills: Mapping[str, Sequence[str]] = {}
    said: Mapping[str, str] = {}
    pin_rows: Sequence[Sequence[Any]] = ()
    scores: Mapping[str, float] = {}
    interviewer: str = ""
    strict: bool = False
    handed: bool = False
    noted: int = 0
    first_graded: str = ""

    @property
    def ended_at(self) -> datetime | None:
        """When it ended; None for one that goes on."""
        return unstamp(self.ended) if self.ended else None

    @property
    def ungraded(self) -> bool:
        """Whether it was finished and waits for its first grades; what is graded anew has its old ones until then."""
        return self.status == FINISHED and not self.graded

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
    def spent(self) -> list[Spent]:
        """What each step took, in order."""
        return [Spent._make(row) for row in self.spent_rows]

    @property
    def pins(self) -> list[Pin]:
        """The linchpins; none where facts were handed over on paper."""
        return [Pin._make(row) for row in self.pin_rows]

    @property
    def lost(self) -> dict[str, float]:
        """The weight of the points that were missed by phase, in the order of the phases; a point whose dimension was
        not graded has none."""
        own, weights = self.own, dict[str, float]()
        for point in self.missed:
            grade = own.get(point.dimension)
            weights[point.phase] = weights.get(point.phase, 0.0) + (grade.weight if grade else 0.0)
        return {phase: weights[phase] for phase in PHASES if phase in weights}

    @property
    def own(self) -> dict[str, Own]:
        """The person's own grades by dimension."""
        return {name: Own._make(row) for name, row in self.own_rows.items()}
