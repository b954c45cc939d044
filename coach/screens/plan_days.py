"""The days of a plan in lines: a line a day, from the third week on a line a week."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby

from coach.interview.study_done import as_drill
from coach.interview.study_ground import Ground
from coach.interview.study_items import CARDS, KNOWN, MOCK, ROUND, STEP, Day, Item
from coach.screens.quiz_words import counted
from coach.screens.ui import Table

_DAYS = 14
"""Days that have a line each; behind them it is the week that counts."""


def days_table(days: Sequence[Day], ground: Ground) -> Table:
    """The days after today."""
    near, far = days[: _DAYS - 1], list(days[_DAYS - 1 :])
    easy = [day for day in far if ground.days_left(day.date) in (0, 1)]
    weeks = groupby(far[: len(far) - len(easy)], key=lambda day: day.date.isocalendar()[:2])
    rows = [*_by_day(near, ground), *(row for _, week in weeks for row in _week(list(week), ground))]
    rows += _by_day(easy, ground)
    return Table(("day", "what", "minutes"), rows, right=(2,))


def _by_day(days: Sequence[Day], ground: Ground) -> Iterator[tuple[str, str, str]]:
    """A line a day; days in a row that bring nothing but cards share one."""
    for same, group in groupby(days, key=_only_cards):
        run = list(group)
        if same is None:
            yield from ((f"{day.date:%a %-d %b}", _told(day, ground), str(day.minutes)) for day in run)
        else:
            low, high = min(day.minutes for day in run), max(day.minutes for day in run)
            minutes = "" if not high else f"{low}–{high}" if low < high else f"{high}"
            yield _span(run[0].date, run[-1].date), same, minutes


def _only_cards(day: Day) -> str | None:
    """What a day without anything else is about; None for others."""
    if not day.items:
        return "free"
    return "cards" if all(item.kind == CARDS for item in day.items) else None


def _told(day: Day, ground: Ground) -> str:
    """A day in a line: why each drill, where it is the only one."""
    several = len(day.drills) > 1
    parts = [", ".join(_easy(day, ground))] if ground.days_left(day.date) == 1 else []
    for item in day.items:
        match item.kind:
            case "round":
                parts.append(item.scenario if several else f"{item.scenario}, {item.why}")
            case "mock":
                trains = "" if several else item.why.partition("; ")[2]
                parts.append(f"mock: {item.scenario}{f', {trains}' if trains else ''}")
            case "step" if several or item.phase:
                again = f"{item.what} again"
                parts.append(again if several else f"{again}, {item.why}")
            case "step":
                parts.append(item.why)
            case "grade":
                parts.append(f"grade {item.scenario}")
            case "resume":
                parts.append(f"go on with {item.what}")
            case "checklist":
                parts.append("the page, once" if ground.days_left(day.date) else "the page, before the call")
    return "; ".join(filter(None, parts))


def _easy(day: Day, ground: Ground) -> Iterator[str]:
    """The cards of the eve: known ones, and those that are due."""
    for item in day.items:
        if item.kind == KNOWN:
            yield "ten cards you know"
        elif item.kind == CARDS:
            due = (
                ground.cards_told.get(day.date) or f"about {max(round(ground.cards[day.date] / ground.a_card), 1)} due"
            )
            yield f"{counted(item.minutes, 'minute')} of {due}" if item.part else due


def _week(days: list[Day], ground: Ground) -> Iterator[tuple[str, str, str]]:
    """A line for the days of a week; one day alone reads like the single days."""
    if len(days) == 1:
        yield from _by_day(days, ground)
        return
    parts = drills_told(item for day in days for item in day.items)
    yield _span(days[0].date, days[-1].date), parts or "cards", str(sum(day.minutes for day in days))


def _span(first: date, last: date) -> str:
    if first == last:
        return f"{first:%a %-d %b}"
    start = f"{first:%-d}" if first.month == last.month else f"{first:%-d %b}"
    return f"{start}–{last:%-d %b}"


def drills_told(items: Iterable[Item]) -> str:
    """Rounds, those to go on with among them, mocks and steps in numbers; empty without any."""
    kinds = Counter(as_drill(item, mock=False).kind for item in items)
    parts = [counted(kinds[kind], word) for kind, word in ((ROUND, "round"), (MOCK, "mock")) if kinds[kind]]
    parts += [f"{counted(kinds[STEP], 'step')} again"] if kinds[STEP] else []
    return ", ".join(parts)
