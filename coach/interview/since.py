"""What got better since the last graded round that asked for the same, and what did not."""

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from coach.content.aspects import DIMENSION
from coach.interview.gaps import Weaknesses
from coach.interview.progress import Attempt, Points

PHASE = "phase"
_CLEARLY = 0.1
"""The share of all points from which on it is said that all together fell."""


class Shift(NamedTuple):
    """The points of a dimension or a phase in two rounds; `kind` is DIMENSION or PHASE, `short` how it is called."""

    kind: str
    name: str
    short: str
    before: Points
    now: Points

    @property
    def gain(self) -> float:
        """How many points more, see `Points.gain`."""
        return self.now.gain(self.before)


class Since(NamedTuple):
    """Two rounds, what gained most between them, what lost a point or more, the largest loss first, and the worst of
    what did not gain; None where there is no such thing. `total` are all points together where they fell clearly.

    Of two rounds on one question the points count that both asked for; `redone` says that these are the points of a
    step that was redone.
    """

    before: Attempt
    now: Attempt
    better: Shift | None
    worse: tuple[Shift, ...]
    not_better: Shift | None
    total: tuple[Points, Points] | None
    redone: bool

    @property
    def one_question(self) -> bool:
        """Whether both rounds were on one question and asked for some of the same points."""
        return self.now.beside is not None


def since(done: Sequence[Attempt], weak: Weaknesses, named: Mapping[str, str] | None = None) -> Since | None:
    """Compares the newest round with the one before that asked for the same; None where there is none.

    `named` are the names that questions have now by their former ones. Dimensions are compared between rounds that
    drilled the same phases. Of a step that was redone, or another selection of phases, only the phases that both
    drilled are: the points of a dimension would be others.
    """
    if not done or (before := _before(done[:-1], done[-1])) is None:
        return None
    before, now = _beside(before, done[-1], named or {})
    redone = now.known.base == before.known.session and now.beside is not None
    changes = _changes(PHASE, before.phases, now.phases, {})
    best, total = _best(changes), _total([c.before for c in changes], [c.now for c in changes])
    if not now.known.base and set(before.known.phases) == set(now.known.phases):
        shorts = {name: own.short for name, own in now.own.items()}
        if dimensions := _changes(DIMENSION, before.dimensions, now.dimensions, shorts):
            changes, best, total = dimensions, _best(dimensions) or best, (before.all, now.all)
    rank = {gap.name: at for at, gap in enumerate(weak.dimensions)}
    lost = [change for change in changes if change.gain <= -1]
    worse = tuple(sorted(lost, key=lambda change: (change.gain, rank.get(change.name, len(rank)))))
    alone = len(changes) == 1
    fell = not alone and total[1].gain(total[0]) <= -max(1, _CLEARLY * min(points.of for points in total))
    return Since(before, now, best, worse, _worst(changes, weak), total if fell else None, redone)


def _before(earlier: Sequence[Attempt], now: Attempt) -> Attempt | None:
    """The round to compare with: the one of which a step was redone, else the last of the same phases, else the last
    that drilled one of them."""
    base, phases = now.known.base, set(now.known.phases)

    def shares(one: Attempt) -> bool:
        return not one.phases.keys().isdisjoint(now.phases)

    def first(one: Attempt) -> bool:
        if base:
            return one.known.session == base and shares(one)
        return not one.known.base and set(one.known.phases) == phases

    newest = earlier[::-1]
    return next(chain(filter(first, newest), filter(shares, newest)), None)


def _beside(before: Attempt, now: Attempt, named: Mapping[str, str]) -> tuple[Attempt, Attempt]:
    """Two rounds on one question with the points that both asked for; two that have none in common with all of them."""
    first, second = (named.get(one.known.scenario, one.known.scenario) for one in (before, now))
    if first == second or now.known.base == before.known.session:
        both = Attempt(before.known, now.known), Attempt(now.known, before.known)
        if all(one.phases for one in both):
            return both
    return before, now


def _changes(
    kind: str, before: Mapping[str, Points], now: Mapping[str, Points], shorts: Mapping[str, str]
) -> list[Shift]:
    both = (name for name in now if name in before)
    return [Shift(kind, name, shorts.get(name, name), before[name], now[name]) for name in both]


def _total(before: Sequence[Points], now: Sequence[Points]) -> tuple[Points, Points]:
    first, second = (Points(sum(p.made for p in of), sum(p.of for p in of)) for of in (before, now))
    return first, second


def _best(changes: Sequence[Shift]) -> Shift | None:
    """The largest gain of a point or more; less than that is another number of points."""
    return max((change for change in changes if change.gain >= 1), key=lambda change: change.gain, default=None)


def _worst(changes: Sequence[Shift], weak: Weaknesses) -> Shift | None:
    """Of what still misses points the worst that gained nothing, else that gained less than a point, else the worst."""
    rank = {gap.name: at for at, gap in enumerate(weak.dimensions)}
    left = [change for change in changes if change.now.made < change.now.of]
    left.sort(key=lambda change: (rank.get(change.name, len(rank)), change.now.share))
    stuck = [change for change in left if change.gain <= 0]
    hardly = [change for change in left if change.gain < 1]
    return next(iter((*stuck, *hardly, *left)), None)
