"""The cells of the tables of `coach progress`: charts, points, grades and minutes."""

from collections.abc import Collection, Sequence

from coach.interview.progress import Minutes, Points, Trend
from coach.screens.ui import Table

SIGNS = "▁▂▃▄▅▆▇█"
"""From no point to all of them."""


def table(heads: Sequence[str], rows: Sequence[Sequence[str]], right: Collection[int]) -> Table:
    """A table without the columns that would say nothing."""
    told = [at for at in range(len(heads)) if any(row[at] for row in rows)]
    cells = [[row[at] for at in told] for row in rows]
    return Table([heads[at] for at in told], cells, right=[to for to, at in enumerate(told) if at in right])


def course(trend: Trend) -> list[str]:
    """The chart of a trend, the points before and now."""
    return [chart(trend.points), *pair(trend.points)]


def chart(points: Sequence[Points]) -> str:
    """A sign a round; none where one round is no trend."""
    if len(points) < 2 or not any(one.of for one in points):
        return ""
    return "".join(map(_sign, points))


def _sign(points: Points) -> str:
    """The sign of a share; the lowest and the highest mean none and all, not nearly so."""
    highest = len(SIGNS) - 1
    at = round(points.share * highest)
    return SIGNS[min(max(at, 1), highest - 1) if 0 < points.made < points.of else at]


def pair(points: Sequence[Points]) -> list[str]:
    """The points before and now."""
    return last_two([points_told(one) if one.of else "" for one in points])


def last_two(told: Sequence[str]) -> list[str]:
    """The last two cells; with one there is none before it."""
    return ["", *told][-2:]


def points_told(points: Points) -> str:
    """Points as a cell: 2/6."""
    return f"{points.made}/{points.of}"


def grades(trend: Trend) -> str:
    """The person's own grades in the rounds of a chart; a dash where it was not shown."""
    owns = [attempt.own.get(trend.name) for attempt in trend.attempts]
    return " ".join(str(own.grade) if own and own.grade is not None else "-" for own in owns)


def minutes(trend: Trend) -> list[str]:
    """The minutes of a phase against the plan, before and now."""
    return last_two([_used(attempt.minutes(trend.name)) for attempt in trend.attempts])


def _used(spent: Minutes | None) -> str:
    if spent is None:
        return ""
    planned = f"/{spent.planned / 60:.0f}" if spent.planned is not None else ""
    return f"{spent.used / 60:.0f}{planned}"
