"""The plan as a screen: today in full, then a line a day, and from the third week on a line a week."""

from collections import Counter
from collections.abc import Iterator, Sequence

from coach.interview.questions import full, latest
from coach.interview.study_ground import Ground
from coach.interview.study_items import CARDS, MOCK, PAGE, RESUME, ROUND, Day, Item
from coach.language.printable import named
from coach.screens.plan_days import days_table, drills_told
from coach.screens.quiz_words import counted
from coach.screens.ui import Block, Gap, Pairs, Rule, Text

_LABELS = {RESUME: "go on", PAGE: "page"}
_FILLED = 0.85
"""Share of the hours from which on they count as planned."""
_HOURS = 90
"""Minutes from which on hours say more."""


def plan_page(plan: Sequence[Day], ground: Ground, hint: str = "", *, untold: bool = False) -> list[Block]:
    """The plan, which begins with today, and what comes next: to tell of an interview that is over and was not told of
    yet before all; `hint` is a last remark."""
    today, *ahead = plan
    shown: list[Block] = [*_head(plan, ground), Gap(), *_today(today)]
    if ahead:
        shown += [Gap(), Rule("Then"), days_table(ahead, ground)]
    shown += [Gap(), Text("Next: `coach debrief`." if untold else _next(plan))]
    return [*shown, Text(hint, "dim")] if hint else shown


def _head(plan: Sequence[Day], ground: Ground) -> Iterator[Block]:
    left = ground.days_left(ground.today)
    if left is None or ground.interview is None:
        yield Rule("The coming two weeks")
    else:
        when = {0: "today", 1: "tomorrow"}.get(left, f"in {left} days")
        yield Rule(f"Interview on {ground.interview:%A %-d %B}", when)
    if left in (0, 1):
        return
    items = [item for day in plan for item in day.left]
    minutes = sum(item.minutes for item in items)
    long = counted(minutes, "minute") if minutes < _HOURS else counted(round(minutes / 60), "hour")
    parts = [told] if (told := drills_told(items)) else []
    parts += ["cards"] if any(item.kind == CARDS for item in items) else []
    parts += ["an easy evening"] if left else []
    if minutes:
        hours, coming = counted(ground.hours_per_week, "hour"), named(parts) if parts else ""
        yield Text(f"{hours} a week. To come: {coming}, about {_of_hours(plan, minutes, ground) or long}.")
    if seen := _seen(items, ground):
        yield Text(seen, "dim")


def _of_hours(plan: Sequence[Day], minutes: int, ground: Ground) -> str:
    """The hours with those that there are, where an evening has not room enough for all of them; else empty."""
    there = ground.a_day * sum(ground.days_left(day.date) not in (0, 1) for day in plan)
    filled = ground.a_day <= ground.usual or minutes >= _FILLED * there - ground.usual
    if filled or not any(day.drills for day in plan):
        return ""
    return f"{round(minutes / 60)} of {counted(round(there / 60), 'hour')}: no evening gets more than it can hold"


def _seen(items: Sequence[Item], ground: Ground) -> str:
    """What will have come up by the end: questions, and rounds on each of the weak skills."""
    whole = full(ground.questions)
    tried = latest(whole, [known for known in ground.rounds if ground.is_whole(known)])
    by_id = {question.id: question for question in whole}
    kinds = (ROUND, MOCK, RESUME)
    rounds = [by_id[i.scenario] for i in items if i.kind in kinds and not i.phase and i.scenario in by_id]
    if not rounds:
        return ""
    weak = ground.weak(ground.rounds)
    stuck = max((gap.stuck for gap in weak.dimensions if gap.stuck), default=None)
    real = ", ".join(gap.short for gap in weak.dimensions if stuck and gap.stuck == stuck)
    trained = Counter(skill for question in rounds for skill in weak.trained_by(question.skills))
    told = ", ".join(f"{skill.replace('-', ' ')} in {counted(trained[skill], 'round')}"
                     for skill in weak.trained_by(trained))  # fmt: skip
    told = "; ".join(filter(None, (told, f"{real}, where you got stuck on {stuck:%-d %b}" if real else "")))
    done = len(tried.keys() | {question.id for question in rounds})
    so_far = f"{done} of {len(whole)} questions done by then, {len(tried)} so far."
    return f"It trains what you miss: {told}. {so_far}" if told else so_far


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
    named = f"{item.what}, " if item.scenario else ""
    if item.done:
        return f"{named}done"
    told = f"{named}{item.minutes} min{' of' if item.part else ':'} {item.why}"
    return f"{told}\n`{item.command}`" if item.command else told


def _next(plan: Sequence[Day]) -> str:
    today, *ahead = plan
    if command := next((item.command for item in today.left if item.command), ""):
        return f"Next: `{command}`."
    early = next((item for day in ahead for item in day.items if item.kind in (ROUND, MOCK)), None)
    return f"More today? `{early.command}` comes next." if early else "Next: `coach`."
