"""How a person's graded rounds went one after the other, by dimension, phase and skill."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from coach.content.terms import DIMENSIONS, PHASES
from coach.interview.brief import ASKED, Brief, Missed, Own
from coach.interview.gaps import Weaknesses

CHART = 8
"""Rounds in a chart: a line of them is taken in at a glance, and what was long ago is no trend."""
ALL = ""
"""The name of all phases together."""
SKILLS = 8
"""Skills that are shown unless all are asked for; a question has some twenty."""
_WEAK = 5
"""How many of these at most are the weak ones, so that what got better has a place too."""


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


class Trend(NamedTuple):
    """One dimension, phase or skill: the points of each of the last rounds, oldest first (None: it did not ask), and
    of the two that are compared; `short` is how it is called."""

    name: str
    short: str
    points: Sequence[Points | None]
    before: Points | None
    now: Points | None


class Trends(NamedTuple):
    """The last graded rounds, oldest first, each a column of all charts, and the two that are compared. Without one to
    compare with, the newest stands alone."""

    last: Sequence[Attempt]
    before: Attempt | None
    now: Attempt

    def of(self, name: str, short: str, seen: Callable[[Attempt, str], Points | None]) -> Trend:
        """The trend of one thing."""
        before = seen(self.before, name) if self.before else None
        return Trend(name, short, [seen(attempt, name) for attempt in self.last], before, seen(self.now, name))

    def dimensions(self) -> list[Trend]:
        """The dimensions in the order of the rubric; one without points has the rounds in which it was graded."""
        shorts = {name: own.short for attempt in self.last for name, own in attempt.own.items()}
        names = dict.fromkeys((*(name for name in DIMENSIONS if name in shorts), *shorts))
        return _asked_for(self.of(name, shorts[name], _dimension) for name in names)

    def phases(self) -> list[Trend]:
        """The phases in their order, then ALL of them together where two whole rounds are compared."""
        found = _asked_for(self.of(name, name, lambda one, name: one.phases.get(name)) for name in PHASES)
        if self.before and self.before.whole and self.now.whole:
            found.append(self.of(ALL, "all", lambda one, _: one.all if one.whole else None))
        return found

    def skills(self) -> list[Trend]:
        """The skills that were asked for lately, by name."""
        names = sorted({name for attempt in self.last for name in attempt.skills})
        return [self.of(name, name.replace("-", " "), lambda one, name: one.skills.get(name)) for name in names]


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


def _dimension(attempt: Attempt, name: str) -> Points | None:
    """The points of a dimension; of one that was graded without any, none of none."""
    own = attempt.own.get(name)
    shown_apart = own is not None and not own.scored and own.grade is not None
    return attempt.dimensions.get(name) or (Points() if shown_apart else None)


def _asked_for(trends: Iterable[Trend]) -> list[Trend]:
    return [trend for trend in trends if any(points is not None for points in trend.points)]


def weakest_first(trends: Sequence[Trend], weak: Weaknesses) -> list[Trend]:
    """Skills in the order in which the person is weak in them."""
    rank = {gap.name: at for at, gap in enumerate(weak.skills)}
    return sorted(trends, key=lambda trend: rank.get(trend.name, len(rank)))


def worth_showing(trends: Sequence[Trend], weak: Weaknesses) -> list[Trend]:
    """Of many skills the weakest, and then those that gained most between the two rounds that are compared."""
    named = {gap.name for gap in weak.skills}
    weakest = [trend for trend in weakest_first(trends, weak) if trend.name in named]
    rising = sorted((trend for trend in trends if _gain(trend) > 0), key=_gain, reverse=True)
    by_name = {trend.name: trend for trend in (*weakest[:_WEAK], *rising, *weakest[_WEAK:])}
    return list(by_name.values())[:SKILLS]


def _gain(trend: Trend) -> float:
    return trend.now.gain(trend.before) if trend.before and trend.now else 0.0
