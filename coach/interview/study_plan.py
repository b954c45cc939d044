"""Day by day until the interview: what to do, how long it takes, and why.

Nothing of it is stored: the same ground gives the same plan, and what was really done gives the next one.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from coach.interview.brief import Brief
from coach.interview.study_done import as_drill, cards_item, grade_item, marked, resume_item
from coach.interview.study_ground import Ground, this_morning, told_before
from coach.interview.study_items import CARDS, DRILLS, KNOWN, PAGE, QUIZ, RESUME, STEP, Day, Item
from coach.interview.study_slots import Slots

_A_DAY = timedelta(days=1)
OPEN_END = 14
"""Days that are planned without an interview."""
_LATELY = 3
"""Days in which a paused round is part of the plan; an older one is still there, and stands in nobody's way."""
_WAITING = 2
"""Rounds to grade that a day begins with at most."""
_KNOWN_MINUTES, _PAGE_MINUTES = 5, 2
_KNOWN_AFTER = 7
"""Days after which a card that is begun now may be a known one."""


def study_plan(ground: Ground) -> list[Day]:
    """The days from today to the interview, or two weeks without one.

    What today brings is told from how things stood in the morning, so that it stays while it is being done.
    """
    days = ground.days_left(ground.today)
    length = OPEN_END if days is None else days + 1
    morning = this_morning(ground)
    credit = min(ground.credit(morning, ground.today), ground.usual) + ground.a_day
    today, _ = _day(
        ground, ground.today, Slots(ground, morning, ground.weak(morning, told_before(ground))), credit, morning
    )
    slots = Slots(ground, ground.rounds, ground.weak(ground.rounds))
    shown = _known_by_now(marked(ground, today), slots)
    mocks = {known.session for known in ground.rounds if known.mock}
    for item in (as_drill(item, mock=item.session in mocks) for item in shown):
        if item.kind in DRILLS and not item.done:
            slots.take(item, ground.today)
    plan = [Day(ground.today, tuple(shown))]
    waiting = [known for known in ground.rounds if known.session not in {item.session for item in plan[0].left}]
    left = sum(item.minutes for item in plan[0].left)
    credit = ground.credit(ground.rounds, ground.today + _A_DAY, left)  # as it will be told tomorrow morning
    for ahead in range(1, length):
        day = ground.today + timedelta(days=ahead)
        credit = max(min(credit, ground.usual), -ground.usual) + ground.a_day
        items, credit = _day(ground, day, slots, credit, waiting)
        waiting = [known for known in waiting if known.session not in {item.session for item in items}]
        plan.append(Day(day, tuple(items)))
    return plan


def _known_by_now(items: Sequence[Item], slots: Slots) -> list[Item]:
    """The items of today; a step that could not be told in the morning as the round before it shows it by now."""
    shown: list[Item] = []
    for item in items:
        untold = item.kind == STEP and not item.command and not item.done
        waits = any(before.scenario and not before.done for before in shown)
        shown.append((slots.redo or item) if untold and not waits else item)
    return shown


def _day(ground: Ground, day: date, slots: Slots, credit: float, waiting: Sequence[Brief]) -> tuple[list[Item], float]:
    """The items of a day, with rounds that wait, and the minutes to the person's credit after it. A drill has its place
    as soon as half of its minutes are there: the rest is lent by the days after."""
    left = ground.days_left(day)
    if left == 0:
        return [_page(ground, day)], credit
    cards = list(_cards(ground, day))
    if left == 1:
        return [*_known(ground, day), _page(ground, day), *cards], credit
    before = [*_to_grade(ground, waiting), *_paused(ground, waiting, day)]
    credit -= sum(item.minutes for item in (*before, *cards))
    first = not slots.any_whole
    drills: list[Item] = []
    paused = sum(item.minutes for item in before if item.kind == RESUME)
    room = ground.room - paused
    rests = ground.rests and day == ground.today
    while not rests and (item := slots.next(day)) and (item.minutes <= room or not (drills or paused)):
        if not slots.must(item, day) and (credit < item.minutes / 2 or not slots.may(item, day, credit)):
            break
        slots.take(item, day)
        drills.append(item)
        credit -= item.minutes
        room -= item.minutes
    return [*before, *(drills + cards if first else cards + drills)], credit


def _page(ground: Ground, day: date) -> Item:
    """The page; until a later day there will be gaps of the person's own to put on it."""
    if day > ground.today + _A_DAY or ground.weak(ground.rounds).dimensions:
        return Item(PAGE, _PAGE_MINUTES, "coach checklist --mine", "the page to read, with your own gaps")
    return Item(PAGE, _PAGE_MINUTES, "coach checklist", "the page to read")


def _known(ground: Ground, day: date) -> Iterator[Item]:
    """The cards to warm up with; on an eve to come there may be some that are not known yet."""
    if ground.known or (day - ground.today).days >= _KNOWN_AFTER:
        yield Item(KNOWN, _KNOWN_MINUTES, "coach quiz --known", "ten cards you know, nothing new")


def _cards(ground: Ground, day: date) -> Iterator[Item]:
    """The cards of a day; those of today as the day began."""
    if minutes := ground.cards_of(day):
        yield Item(CARDS, minutes, QUIZ) if day == ground.today else cards_item(ground, day)


def _to_grade(ground: Ground, rounds: Sequence[Brief]) -> list[Item]:
    return [grade_item(ground, known) for known in rounds if known.ungraded][:_WAITING]


def _paused(ground: Ground, rounds: Sequence[Brief], day: date) -> list[Item]:
    lately = [known for known in rounds if known.open and (day - ground.day(known.started)).days <= _LATELY]
    return [resume_item(ground, known) for known in lately[:1]]
