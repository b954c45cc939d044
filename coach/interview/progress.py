"""How a person's graded rounds went one after the other, by dimension, phase and skill."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from coach.content.terms import DIMENSIONS, PHASES
from coach.interview.brief import ASKED, Brief, Own
from coach.interview.gaps import Weaknesses

CHART = 8
"""Rounds in a chart: a line of them is taken in at a glance, and what was long ago is no trend."""
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


class Attempt(NamedTuple):
    """A graded round with its points by dimension, by phase and by skill; only what it asked for is in them."""

    known: Brief
    dimensions: Mapping[str, Points]
    phases: Mapping[str, Points]
    skills: Mapping[str, Points]

    @property
    def own(self) -> dict[str, Own]:
        """The person's own grades by dimension."""
        return self.known.own

    @property
    def asked(self) -> Points:
        """How many of its linchpins were asked for."""
        pins = self.known.pins
        return Points(sum(pin.how == ASKED for pin in pins), len(pins))

    def minutes(self, phase: str) -> Minutes | None:
        """The minutes of a phase; None where its steps cover others too, as nobody can tell them apart then."""
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
    """The graded rounds, which come newest first, from the oldest on; a first look without grades speaks for nothing."""
    return [_attempt(known) for known in rounds if known.own_rows][::-1]


def _attempt(known: Brief) -> Attempt:
    missed = known.missed
    return Attempt(
        known,
        _points({name: len(ids) for name, ids in known.made.items()}, (point.dimension for point in missed)),
        _points(known.made_phases, (point.phase for point in missed)),
        _points(known.made_skills, (skill for point in missed for skill in point.skills)),
    )


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

    shorts = {name: own.short for attempt in done[-CHART:] for name, own in attempt.own.items()}
    names = dict.fromkeys((*(name for name in DIMENSIONS if name in shorts), *shorts))
    return [trend for name in names if (trend := _trend(done, name, shorts[name], seen)).points]


def phase_trends(done: Sequence[Attempt]) -> list[Trend]:
    """The phases in their order."""
    found = (_trend(done, name, name, lambda attempt, name: attempt.phases.get(name)) for name in PHASES)
    return [trend for trend in found if trend.points]


def skill_trends(done: Sequence[Attempt]) -> list[Trend]:
    """All skills, by name."""
    names = sorted({name for attempt in done for name in attempt.skills})
    return [_trend(done, name, _words(name), lambda attempt, name: attempt.skills.get(name)) for name in names]


def worth_showing(trends: Sequence[Trend], weak: Weaknesses) -> list[Trend]:
    """Of many skills the weakest, and then those that gained most since the round before that asked for them."""
    by_name = {trend.name: trend for trend in trends}
    weakest = [by_name[gap.name] for gap in weak.skills if gap.name in by_name]
    rising = sorted((trend for trend in trends if _last_gain(trend) > 0), key=_last_gain, reverse=True)
    chosen = dict.fromkeys(trend.name for trend in (*weakest[:_WEAK], *rising, *weakest[_WEAK:]))
    return [by_name[name] for name in chosen][:SKILLS]


def _last_gain(trend: Trend) -> float:
    return trend.points[-1].gain(trend.points[-2]) if len(trend.points) > 1 else 0.0


def _trend(
    done: Sequence[Attempt], name: str, short: str, seen: Callable[[Attempt, str], Points | None]
) -> Trend:  # fmt: skip
    """The last rounds that asked for one thing."""
    found: list[tuple[Points, Attempt]] = []
    for attempt in reversed(done):
        if (points := seen(attempt, name)) is not None:
            found.append((points, attempt))
            if len(found) == CHART:
                break
    found.reverse()
    return Trend(name, short, [points for points, _ in found], [attempt for _, attempt in found])


def _words(name: str) -> str:
    return name.replace("-", " ")
