"""How a person's graded rounds went one after the other, by dimension, phase and skill."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from coach.content.terms import DIMENSIONS, PHASES
from coach.interview.brief import ASKED, Brief, Own
from coach.interview.gaps import Weaknesses

CHART = 8
"""Rounds in a chart: a line of them is taken in at a glance, and what was long ago is no trend."""
LATELY = 40
"""Rounds that are searched for those of a chart: what none of them asked for has no trend any more."""
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
    are counted when they are looked at: of a thousand rounds few are."""

    known: Brief

    @cached_property
    def dimensions(self) -> dict[str, Points]:
        """Points by dimension."""
        made = {name: len(ids) for name, ids in self.known.made.items()}
        return _points(made, (point.dimension for point in self.known.missed))

    @cached_property
    def phases(self) -> dict[str, Points]:
        """Points by phase."""
        made = {name: len(ids) for name, ids in self.known.made_phases.items()}
        return _points(made, (point.phase for point in self.known.missed))

    @cached_property
    def skills(self) -> dict[str, Points]:
        """Points by skill; one that trains several counts for each."""
        return _points(self.known.made_skills, (skill for point in self.known.missed for skill in point.skills))

    def phase(self, name: str) -> dict[str, bool]:
        """The points of a phase by id: whether each was made."""
        missed = {point.id: False for point in self.known.missed if point.phase == name}
        return {**missed, **dict.fromkeys(self.known.made_phases.get(name, ()), True)}

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
        return Points(sum(points.made for points in self.phases.values()), sum(p.of for p in self.phases.values()))

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
    """One dimension, phase or skill over the rounds that asked for it, oldest first; `short` is how it is called."""

    name: str
    short: str
    points: Sequence[Points]
    attempts: Sequence[Attempt]


def attempts(rounds: Iterable[Brief]) -> list[Attempt]:
    """The graded rounds, which come newest first, from the oldest on; a first look without grades is none."""
    return [Attempt(known) for known in rounds if known.own_rows][::-1]


def _points(made: Mapping[str, int], missed: Iterable[str]) -> dict[str, Points]:
    of = dict(made)
    for name in missed:
        of[name] = of.get(name, 0) + 1
    return {name: Points(made.get(name, 0), number) for name, number in of.items() if name and number}


def dimension_trends(done: Sequence[Attempt]) -> list[Trend]:
    """The dimensions in the order of the rubric; one without points has the rounds in which it was graded."""

    def seen(attempt: Attempt, name: str) -> Points | None:
        own = attempt.own.get(name)
        shown_apart = own is not None and not own.scored and own.grade is not None
        return attempt.dimensions.get(name) or (Points() if shown_apart else None)

    shorts = {name: own.short for attempt in done[-LATELY:] for name, own in attempt.own.items()}
    names = dict.fromkeys((*(name for name in DIMENSIONS if name in shorts), *shorts))
    return [trend for name in names if (trend := _trend(done, name, shorts[name], seen)).points]


def phase_trends(done: Sequence[Attempt]) -> list[Trend]:
    """The phases in their order, then ALL of them together in the rounds that drilled the same as the newest."""
    found = [_trend(done, name, name, lambda attempt, name: attempt.phases.get(name)) for name in PHASES]
    found = [trend for trend in found if trend.points]
    if len(found) > 1:
        alike = [attempt for attempt in done if set(attempt.known.phases) == set(done[-1].known.phases)]
        found.append(_trend(alike, ALL, "all", lambda attempt, _: attempt.all))
    return found


def skill_trends(done: Sequence[Attempt]) -> list[Trend]:
    """The skills that were asked for lately, by name."""
    names = sorted({name for attempt in done[-LATELY:] for name in attempt.skills})
    return [_trend(done, name, _words(name), lambda attempt, name: attempt.skills.get(name)) for name in names]


def weakest_first(trends: Sequence[Trend], weak: Weaknesses) -> list[Trend]:
    """Skills in the order in which the person is weak in them."""
    rank = {gap.name: at for at, gap in enumerate(weak.skills)}
    return sorted(trends, key=lambda trend: rank.get(trend.name, len(rank)))


def worth_showing(trends: Sequence[Trend], weak: Weaknesses) -> list[Trend]:
    """Of many skills the weakest, and then those that gained most since the round before that asked for them."""
    named = {gap.name for gap in weak.skills}
    weakest = [trend for trend in weakest_first(trends, weak) if trend.name in named]
    rising = sorted((trend for trend in trends if _last_gain(trend) > 0), key=_last_gain, reverse=True)
    by_name = {trend.name: trend for trend in (*weakest[:_WEAK], *rising, *weakest[_WEAK:])}
    return list(by_name.values())[:SKILLS]


def _last_gain(trend: Trend) -> float:
    return trend.points[-1].gain(trend.points[-2]) if len(trend.points) > 1 else 0.0


def _trend(
    done: Sequence[Attempt], name: str, short: str, seen: Callable[[Attempt, str], Points | None]
) -> Trend:  # fmt: skip
    """The last rounds that asked for one thing."""
    found: list[tuple[Points, Attempt]] = []
    for attempt in reversed(done[-LATELY:]):
        if (points := seen(attempt, name)) is not None:
            found.append((points, attempt))
            if len(found) == CHART:
                break
    found.reverse()
    return Trend(name, short, [points for points, _ in found], [attempt for _, attempt in found])


def _words(name: str) -> str:
    return name.replace("-", " ")
