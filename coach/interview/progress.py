"""A person's graded rounds by dimension, phase and skill, alone or beside another one on the same question."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from coach.content.terms import PHASES
from coach.interview.brief import ASKED, Brief, Missed, Own

ALL = ""
"""The name of all phases together."""


class Points(NamedTuple):
    """How many points of the level a round confirmed, and of how many that count."""

    made: int = 0
    of: int = 0

    @property
    def share(self) -> float:
        """The share that was confirmed, from 0 to 1."""
        return self.made / self.of if self.of else 0.0

    def gain(self, before: "Points") -> float:
        """How many points more than before were made, counted at the smaller of the two numbers of points, so that
        another question with more or fewer of them is neither gain nor loss."""
        return (self.made * before.of - before.made * self.of) / max(self.of, before.of, 1)


class Minutes(NamedTuple):
    """Seconds used and planned, None without a clock."""

    used: float
    planned: int | None


@dataclass(frozen=True)
class Attempt:
    """A graded round with its points by dimension, by phase and by skill; only what it asked for is in them, and they
    are counted when they are looked at: of a thousand rounds few are.

    Beside another round on its question only the points count that this one asked for too; by phase those that both
    asked for in it, as what was made before it was at hand.
    """

    known: Brief
    beside: Brief | None = None

    @cached_property
    def dimensions(self) -> dict[str, Points]:
        """Points by dimension."""
        made = {name: len(self._common(ids)) for name, ids in self.known.made.items()}
        return _points(made, (point.dimension for point in self._missed))

    @cached_property
    def phases(self) -> dict[str, Points]:
        """Points by phase."""
        made = {name: len(self._common(ids, name)) for name, ids in self.known.made_phases.items()}
        missed = self._missed
        if self.beside:
            missed = [point for point in missed if self._there[point.id] == point.phase]
        return _points(made, (point.phase for point in missed))

    @cached_property
    def skills(self) -> dict[str, Points]:
        """Points by skill; one that trains several counts for each."""
        made = {name: len(self._common(ids)) for name, ids in self.known.made_skills.items()}
        return _points(made, (skill for point in self._missed for skill in point.skills))

    @property
    def whole(self) -> bool:
        """Whether it went through all phases."""
        return set(self.known.phases) == set(PHASES)

    @cached_property
    def _there(self) -> dict[str, str]:
        """The points of the other round by id, with the phase in which it asked for them."""
        return _asked(self.beside) if self.beside else {}

    @cached_property
    def _missed(self) -> Sequence[Missed]:
        missed = self.known.missed
        return [point for point in missed if point.id in self._there] if self.beside else missed

    def _common(self, ids: Sequence[str], phase: str = "") -> Sequence[str]:
        """Of some points those that count; with a phase those that both rounds asked for in it."""
        if self.beside is None:
            return ids
        return [point for point in ids if point in self._there and phase in ("", self._there[point])]

    @cached_property
    def own(self) -> dict[str, Own]:
        """The person's own grades by dimension."""
        return self.known.own

    @cached_property
    def asked(self) -> Points:
        """How many of its linchpins were asked for."""
        pins = self.known.pins
        return Points(sum(pin.how == ASKED for pin in pins), len(pins))

    @property
    def all(self) -> Points:
        """All points of the level."""
        by = self.dimensions.values()
        return Points(sum(points.made for points in by), sum(points.of for points in by))

    def minutes(self, phase: str) -> Minutes | None:
        """The minutes of a phase, or with ALL of the round; None where the steps of a phase cover others too, as nobody
        can tell them apart then."""
        if phase == ALL:
            return Minutes(self.known.used, self.known.planned)
        steps = [step for step in self.known.spent if phase in step.phases]
        if not steps or any(len(step.phases) > 1 for step in steps):
            return None
        planned = [step.planned for step in steps if step.planned is not None]
        return Minutes(sum(step.used for step in steps), sum(planned) if len(planned) == len(steps) else None)


def attempts(rounds: Iterable[Brief]) -> list[Attempt]:
    """The graded rounds, which come newest first, from the oldest on; a first look without grades is none."""
    return [Attempt(known) for known in rounds if known.own_rows][::-1]


def _asked(known: Brief) -> dict[str, str]:
    """The points of the level that a round asked for by id, with the phase of each."""
    missed = {point.id: point.phase for point in known.missed}
    return {**missed, **{point: phase for phase, ids in known.made_phases.items() for point in ids}}


def _points(made: Mapping[str, int], missed: Iterable[str]) -> dict[str, Points]:
    of = dict(made)
    for name in missed:
        of[name] = of.get(name, 0) + 1
    return {name: Points(made.get(name, 0), number) for name, number in of.items() if name and number}
