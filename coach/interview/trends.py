"""Trends over a person's last graded rounds, by dimension, phase and skill."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from coach.content.terms import DIMENSIONS, PHASES
from coach.interview.gaps import Weaknesses
from coach.interview.progress import ALL, Attempt, Points
from coach.interview.since import Since

CHART = 8
"""Rounds in a chart: a line of them is taken in at a glance, and what was long ago is no trend."""
SKILLS = 8
"""Skills that are shown unless all are asked for; a question has some twenty."""
_WEAK = 5
"""How many of these at most are the weak ones, so that what got better has a place too."""


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


def trends(done: Sequence[Attempt], found: Since | None) -> Trends:
    """The last rounds as columns, with the two that are compared; there has to be a round."""
    return Trends(done[-CHART:], found.before if found else None, found.now if found else done[-1])


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
