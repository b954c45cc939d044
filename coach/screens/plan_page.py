"""The plan as a screen: today in full, then a line a day, and from the third week on a line a week."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from coach.interview.questions import full, latest
from coach.interview.study_facts import Facts
from coach.interview.study_items import (
    CARDS,
    DRILLS,
    GRADE,
    MOCK,
    PAGE,
    RESUME,
    ROUND,
    STEP,
    Day,
    Item,
)  # fmt: skip
from coach.screens.quiz_words import counted
from coach.screens.ui import Block, Gap, Pairs, Rule, Table, Text

_DAYS = 14
"""Days that have a line each; behind them it is the week that counts."""
_LABELS = {RESUME: "go on", PAGE: "page"}
_NAMED = 3


def plan_page(plan: Sequence[Day], facts: Facts, hint: str = "") -> list[Block]:
    """The plan, which begins with today, and what comes next; `hint` is a last remark."""
    today, *ahead = plan
    shown: list[Block] = [*_head(plan, facts), Gap(), *_today(today)]
    if ahead:
        shown += [Gap(), Rule("Then"), _table(ahead, facts)]
    shown += [Gap(), Text(_next(plan))]
    return [*shown, Text(hint, "dim")] if hint else shown


def _head(plan: Sequence[Day], facts: Facts) -> Iterator[Block]:
    left = facts.days_left(facts.today)
    if left is None or facts.interview is None:
        yield Rule("The coming two weeks")
    else:
        when = {0: "today", 1: "tomorrow"}.get(left, f"in {left} days")
        yield Rule(f"Interview on {facts.interview:%A %-d %B}", when)
    if left in (0, 1):
        return
    items = [item for day in plan for item in day.left]
    hours = max(round(sum(item.minutes for item in items) / 60), 1)
    parts = _counted(item for item in items if item.kind in DRILLS)
    yield Text(f"{counted(facts.hours_per_week, 'hour')} a week. To come: {parts or 'cards'}, about "
               f"{counted(hours, 'hour')}{' with cards' if parts else ''}.")  # fmt: skip
    if seen := _seen(items, facts):
        yield Text(seen, "dim")


def _seen(items: Sequence[Item], facts: Facts) -> str:
    """What will have come up by the end: questions, and rounds on each of the weak skills."""
    whole = full(facts.questions)
    tried = latest(whole, facts.rounds)
    by_id = {question.id: question for question in whole}
    rounds = [by_id[item.scenario] for item in items if item.kind in (ROUND, MOCK) and item.scenario in by_id]
    if not rounds:
        return ""
    weak = facts.weak(facts.rounds)
    trained = Counter(skill for question in rounds for skill in weak.trained_by(question.skills))
    told = ", ".join(f"{skill.replace('-', ' ')} in {counted(trained[skill], 'round')}"
                     for skill in weak.trained_by(trained))  # fmt: skip
    done = len(tried.keys() | {question.id for question in rounds})
    so_far = f"{done} of {len(whole)} questions done by then, {len(tried)} so far."
    return f"It trains what you miss: {told}. {so_far}" if told else so_far


def _counted(items: Iterator[Item]) -> str:
    """Rounds, mocks and steps in numbers."""
    kinds = Counter(item.kind for item in items)
    parts = [counted(kinds[kind], word) for kind, word in ((ROUND, "round"), (MOCK, "mock")) if kinds[kind]]
    parts += [f"{counted(kinds[STEP], 'step')} again"] if kinds[STEP] else []
    return ", ".join(parts)


def _today(today: Day) -> Iterator[Block]:
    left = sum(item.minutes for item in today.left)
    yield Rule(f"Today, {today.date:%A %-d %B}", f"about {counted(left, 'minute')}" if left else "")
    if not today.items:
        yield Text("Nothing is planned for today.")
        return
    yield Pairs([(_LABELS.get(item.kind, item.kind), _row(item)) for item in today.items])
    if not left:
        yield Text("Today's part is done.", "strong")


def _row(item: Item) -> str:
    """An item of today; its command has a line of its own, so that no window parts it."""
    what = f"{_what(item)}, " if item.kind in (GRADE, RESUME, *DRILLS) else ""
    if item.done:
        return f"{what}done"
    told = f"{what}{item.minutes} min: {item.why}"
    return f"{told}\n`{item.command}`" if item.command else told


def _what(item: Item) -> str:
    if item.kind == STEP:
        return f"{_phase(item.phase)} of {item.scenario}" if item.phase else "a step"
    return item.scenario


def _phase(name: str) -> str:
    return name.replace("-", " ")


def _table(days: Sequence[Day], facts: Facts) -> Table:
    near, far = days[: _DAYS - 1], list(days[_DAYS - 1 :])
    easy = [day for day in far if facts.days_left(day.date) in (0, 1)]
    weeks = [week for _, week in groupby(far[: len(far) - len(easy)], key=lambda day: day.date.isocalendar()[:2])]
    rows = [*_by_day(near), *(_week(list(week)) for week in weeks), *_by_day(easy)]
    return Table(("day", "what", "minutes"), rows, right=(2,))


def _by_day(days: Sequence[Day]) -> Iterator[tuple[str, str, str]]:
    """A line a day; days in a row that bring nothing but cards share one."""
    for same, group in groupby(days, key=_only_cards):
        run = list(group)
        if same is None:
            yield from ((f"{day.date:%a %-d %b}", _told(day), str(day.minutes)) for day in run)
        else:
            low, high = min(day.minutes for day in run), max(day.minutes for day in run)
            minutes = "" if not high else f"{low}–{high}" if low < high else f"{high}"
            yield _span(run[0].date, run[-1].date), same, minutes


def _only_cards(day: Day) -> str | None:
    """What a day without anything else is about; None for others."""
    if not day.items:
        return "free"
    return "cards" if all(item.kind == CARDS for item in day.items) else None


def _told(day: Day) -> str:
    parts = []
    for item in day.items:
        match item.kind:
            case "round":
                parts.append(f"{item.scenario}, {item.why}")
            case "mock":
                trains = item.why.partition("; ")[2]
                parts.append(f"mock: {item.scenario}{f', {trains}' if trains else ''}")
            case "step":
                parts.append(item.why if not item.phase else f"{_what(item)} again, {item.why}")
            case "known":
                parts.append("ten cards you know")
            case "checklist":
                parts.append("the page, once" if len(day.items) > 1 else "the page, before the call")
    return "; ".join(parts)


def _week(days: list[Day]) -> tuple[str, str, str]:
    parts = _counted(item for day in days for item in day.items if item.kind in DRILLS)
    return _span(days[0].date, days[-1].date), parts or "cards", str(sum(day.minutes for day in days))


def _span(first: date, last: date) -> str:
    if first == last:
        return f"{first:%a %-d %b}"
    start = f"{first:%-d}" if first.month == last.month else f"{first:%-d %b}"
    return f"{start}–{last:%-d %b}"


def _next(plan: Sequence[Day]) -> str:
    today, *ahead = plan
    if command := next((item.command for item in today.left if item.command), ""):
        return f"Next: `{command}`."
    early = next((item for day in ahead for item in day.items if item.kind in (ROUND, MOCK)), None)
    return f"More today? `{early.command}` comes next." if early else "Next: `coach`."
