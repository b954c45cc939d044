"""What got better since the last graded round that asked for the same, and what did not."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from coach.content.aspects import DIMENSION
from coach.interview.gaps import Weaknesses
from coach.interview.progress import Attempt, Points

PHASE = "phase"


class Change(NamedTuple):
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
    """Two rounds, what gained most between them, and the worst of what did not; None where there is no such thing."""

    before: Attempt
    now: Attempt
    better: Change | None
    not_better: Change | None


def since(done: Sequence[Attempt], weak: Weaknesses) -> Since | None:
    """Compares the newest round with the one before that asked for the same; None where there is none.

    Dimensions are compared between rounds that drilled the same phases. Of a step that was redone, or another
    selection of phases, only the phases that both drilled are: the points of a dimension would be others. Of a step
    that was redone only the points count that both rounds asked for in it: what was made before it then was at hand.
    """
    if not done or (before := _before(done[:-1], done[-1])) is None:
        return None
    now = done[-1]
    phases = _redone(before, now) or _changes(PHASE, before.phases, now.phases, {})
    dimensions: list[Change] = []
    if not now.known.base and set(before.known.phases) == set(now.known.phases):
        shorts = {name: own.short for name, own in now.own.items()}
        dimensions = _changes(DIMENSION, before.dimensions, now.dimensions, shorts)
    return Since(before, now, _best(dimensions) or _best(phases), _worst(dimensions or phases, weak))


def _before(earlier: Sequence[Attempt], now: Attempt) -> Attempt | None:
    """The round to compare with: the one of which a step was redone, else the last of the same phases, else the last
    that drilled one of them."""
    newest, phases = list(reversed(earlier)), set(now.known.phases)
    base = [one for one in newest if one.known.session == now.known.base]
    alike = [one for one in newest if not one.known.base and set(one.known.phases) == phases]
    sharing = [one for one in newest if not one.phases.keys().isdisjoint(now.phases)]
    return next(iter((*base, *(() if now.known.base else alike), *sharing)), None)


def _redone(before: Attempt, now: Attempt) -> list[Change]:
    """The phases of a step that was redone, each with the points that both rounds asked for in it; none where it was
    not."""
    found = []
    for name in now.phases if now.known.base == before.known.session else ():
        then, since_then = before.phase(name), now.phase(name)
        if both := then.keys() & since_then.keys():
            made = [Points(sum(of[point] for point in both), len(both)) for of in (then, since_then)]
            found.append(Change(PHASE, name, name, *made))
    return found


def _changes(
    kind: str, before: Mapping[str, Points], now: Mapping[str, Points], shorts: Mapping[str, str]
) -> list[Change]:
    both = (name for name in now if name in before)
    return [Change(kind, name, shorts.get(name, name), before[name], now[name]) for name in both]


def _best(changes: Sequence[Change]) -> Change | None:
    """The largest gain of a point or more; less than that is another number of points."""
    return max((change for change in changes if change.gain >= 1), key=lambda change: change.gain, default=None)


def _worst(changes: Sequence[Change], weak: Weaknesses) -> Change | None:
    """Of what still misses points the worst that gained nothing, else that gained less than a point, else the worst."""
    rank = {gap.name: at for at, gap in enumerate(weak.dimensions)}
    left = [change for change in changes if change.now.made < change.now.of]
    left.sort(key=lambda change: (rank.get(change.name, len(rank)), change.now.share))
    stuck = [change for change in left if change.gain <= 0]
    hardly = [change for change in left if change.gain < 1]
    return next(iter((*stuck, *hardly, *left)), None)
