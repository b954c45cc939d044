"""A person's recurrent gaps: dimensions of which points were missed in the last rounds, by one rule."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from itertools import islice
from typing import NamedTuple

from coach.interview.brief import Brief

LOOK_BACK = 5
"""Graded rounds that are looked at: gaps that were closed since drop out, and one bad day is not held against anyone
for long."""
_RECURRENT = 2
"""Rounds in which a gap has to show to be more than one bad day."""


class Gap(NamedTuple):
    """A scored dimension of which points of the level were missed, in `rounds` of the `asked` rounds that asked for it
    and `missed` of `points` over all of them.

    `session`, `scenario` and `started` (a stamp of UTC) name the last round in which one was missed, `point` is the
    heaviest point missed there, `phase` where most of all its misses were. `weight` is that of the dimension at the
    level of the newest round that asked for it.
    """

    dimension: str
    short: str
    rounds: int
    asked: int
    missed: int
    points: int
    session: str
    scenario: str
    started: str
    point: str
    phase: str
    weight: float

    @property
    def recurrent(self) -> bool:
        """Whether it showed in more than one round."""
        return self.rounds >= _RECURRENT

    def told(self, day: date) -> str:
        """The evidence in words; `day` is the person's day on which the last round with a miss was started."""
        last = f"{self.scenario} on {day:%-d %b}"
        if self.asked == 1:
            return f"{self.short}: {self.missed} of {self.points} points missed in {last}"
        often = f"missed in {self.rounds} of the last {self.asked} rounds that asked for it"
        return f"{self.short}: {often}, last in {last}"


def gaps(rounds: Iterable[Brief]) -> tuple[Gap, ...]:
    """The gaps in the last graded rounds, which come newest first: recurrent ones before single ones, then by the share
    of rounds, the share of points and the weight of the dimension.

    Short rounds count like whole ones, a single phase too: only points of the phases that were drilled are in a round,
    so nobody misses what there was no time for, and a dimension that a round did not ask for is not held against it.
    With few points they move the share of points little. A first look without grades speaks for none.
    """
    looked = list(islice((known for known in rounds if known.own_rows), LOOK_BACK))
    scored = dict.fromkeys(name for known in looked for name, own in known.own.items() if own.scored)
    found = [gap for name in scored if (gap := _gap(name, looked))]
    return tuple(sorted(found, key=_rank))


def _rank(gap: Gap) -> tuple[bool, float, float, float]:
    return not gap.recurrent, -gap.rounds / gap.asked, -gap.missed / gap.points, -gap.weight


def _gap(dimension: str, rounds: Iterable[Brief]) -> Gap | None:
    """The gap in a dimension, None where no point of it was missed."""
    asked = with_misses = made = 0
    phases: Counter[str] = Counter()
    newest = last = None
    for known in rounds:
        missed = [point for point in known.missed if point.dimension == dimension]
        kept = len(known.made.get(dimension, ()))
        own = known.own.get(dimension)
        if own is None or not (missed or kept):
            continue
        asked, made, newest = asked + 1, made + kept, newest or own
        phases.update(point.phase for point in missed)
        if missed:
            with_misses, last = with_misses + 1, last or (known, missed[0])
    if last is None or newest is None:
        return None
    (known, point), misses = last, phases.total()
    (phase, _), *_ = phases.most_common(1)  # of phases with as many, the one of the newer round
    return Gap(
        dimension, newest.short, with_misses, asked, misses, misses + made,
        known.session, known.scenario, known.started, point.point, phase, newest.weight,
    )  # fmt: skip
