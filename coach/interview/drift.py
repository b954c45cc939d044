"""Where a person's own grades and the points they confirmed part company."""

from collections.abc import Sequence
from typing import NamedTuple

from coach.content.terms import BAR
from coach.interview.progress import Attempt, Points

ROUNDS = 3
"""Rounds in a row in which grade and points have to part: in one of them there may be a reason."""
_LATELY = 40
"""Rounds that are searched for them: what none of them asked for says nothing any more."""
_FEW = 2
"""Points from which on their share says something."""
ABOVE, BELOW = "above", "below"


class Drift(NamedTuple):
    """A dimension whose grades were `side` of what its points speak for, with grades and points of the last rounds,
    oldest first; `session` is the newest of them."""

    dimension: str
    short: str
    side: str
    grades: Sequence[int]
    points: Sequence[Points]
    session: str


def drifts(done: Sequence[Attempt]) -> list[Drift]:
    """The dimensions whose grade was at the bar or above with less than half of their points confirmed, or below it
    with four fifths or more, in each of the last three rounds that asked for them. Rounds come oldest first."""
    lately = done[-_LATELY:]
    names = dict.fromkeys(name for attempt in lately for name in attempt.known.own_rows)
    return [found for name in names if (found := _drift(lately, name))]


def _drift(done: Sequence[Attempt], name: str) -> Drift | None:
    last: list[tuple[Attempt, int, Points]] = []
    for attempt in reversed(done):
        points = attempt.dimensions.get(name)
        if points is None or points.of < _FEW or name not in attempt.known.own_rows:
            continue
        own = attempt.own[name]
        if not own.scored or own.grade is None:
            return None
        last.append((attempt, own.grade, points))
        if len(last) == ROUNDS:
            break
    sides = {_side(grade, points) for _, grade, points in last}
    if len(last) < ROUNDS or len(sides) > 1 or "" in sides:
        return None
    newest, last = last[0][0], last[::-1]
    grades, points_of = [grade for _, grade, _ in last], [points for *_, points in last]
    return Drift(name, newest.own[name].short, sides.pop(), grades, points_of, newest.known.session)


def _side(grade: int, points: Points) -> str:
    if grade >= BAR and points.made * 2 < points.of:
        return ABOVE
    return BELOW if grade < BAR and points.made * 5 >= points.of * 4 else ""
