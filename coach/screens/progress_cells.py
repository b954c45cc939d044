"""The cells of the tables of `coach progress`: charts, points, grades and minutes."""

from collections.abc import Collection, Sequence

from coach.interview.progress import Attempt, Minutes, Points
from coach.interview.trends import Trend, Trends
from coach.screens.ui import Table

SIGNS = "▁▂▃▄▅▆▇█"
"""From no point to all of them."""
NOT_ASKED = "·"
"""In place of a round that did not ask for it."""


def table(heads: Sequence[str], rows: Sequence[Sequence[str]], right: Collection[int]) -> Table:
    """A table without the columns that would say nothing."""
    told = [at for at in range(len(heads)) if any(row[at] for row in rows)]
    cells = [[row[at] for at in told] for row in rows]
    return Table([heads[at] for at in told], cells, right=[to for to, at in enumerate(told) if at in right])


def course(trend: Trend) -> list[str]:
    """The chart of a trend, the points before and now; before says nothing beside a now that did not ask."""
    return [chart(trend.points), *(pair(trend.before, trend.now) if trend.now and trend.now.of else ("", ""))]


def chart(points: Sequence[Points | None]) -> str:
    """A sign a round, so that charts stand below each other; none where one round is no trend."""
    if len(points) < 2 or not any(one and one.of for one in points):
        return ""
    return "".join(_sign(one) if one and one.of else NOT_ASKED for one in points)


def _sign(points: Points) -> str:
    """The sign of a share; the lowest and the highest mean none and all, not nearly so."""
    highest = len(SIGNS) - 1
    at = round(points.share * highest)
    return SIGNS[min(max(at, 1), highest - 1) if 0 < points.made < points.of else at]


def pair(before: Points | None, now: Points | None) -> list[str]:
    """The points before and now, blank where there are none."""
    return [points_told(one) if one and one.of else "" for one in (before, now)]


def points_told(points: Points) -> str:
    """Points as a cell: 2/6."""
    return f"{points.made}/{points.of}"


def grades(trends: Trends, name: str) -> str:
    """The person's own grades in the rounds of a chart; a dash where it was asked for and not shown."""
    return " ".join(_grade(attempt, name) for attempt in trends.last)


def _grade(attempt: Attempt, name: str) -> str:
    own = attempt.own.get(name)
    if own is None or own.grade is None:
        return "-" if own and (name in attempt.dimensions or not own.scored) else NOT_ASKED
    return str(own.grade)


def minutes(trends: Trends, phase: str) -> list[str]:
    """The minutes of a phase against the plan, before and now."""
    before, now = (_used(attempt.minutes(phase)) if attempt else "" for attempt in (trends.before, trends.now))
    return [before if now else "", now]


def _used(spent: Minutes | None) -> str:
    if spent is None:
        return ""
    planned = f"/{spent.planned / 60:.0f}" if spent.planned is not None else ""
    return f"{spent.used / 60:.0f}{planned}"
