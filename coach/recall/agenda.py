"""What a day brings: cards to repeat, cards that are due, new ones, and how a backlog is spread."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from math import ceil
from typing import NamedTuple

from coach.recall.ledger import Ledger, Progress
from coach.recall.schedule import EASY, GOOD, HARD, Memory, Schedule

NEW_A_DAY = 6
NEW_A_DRILL = 3
"""New cards that one drill brings a day at most."""
LOAD = 40
"""Due cards a day at most, unless more are asked for: what waits beyond that is spread over the days after."""
_SOONER = 3
"""How many times sooner a new card comes that trains what the person is weak in; the others are not shut out."""
_LAST_DAYS = 5
"""Days before an interview in which important cards are seen once more."""
_HARD = 6.0
"""A difficulty that a card has for good once it failed: alone it would make weak ones of most old cards."""
_SHORT, _WEEK = 2.0, 7.0
"""Stabilities: a card that was failed or hard at its first review is below the first, one that was good is above."""


class Item(NamedTuple):
    """A card as far as choosing it goes: heavier ones come first, and are seen once more before an interview.

    As a new card it comes `since` a day on; cards with the same `drill` share its few places a day; one that is not
    `offered` comes only when its deck was named; one that `trains` what the person is weak in comes before others of
    its weight and its deck's turn.
    """

    id: str
    deck: str
    weight: float = 0.0
    since: date | None = None
    drill: str = ""
    offered: bool = True
    trains: bool = False


@dataclass(frozen=True, slots=True)
class Terms:
    """What a day's agenda depends on beside the cards: the day, the interview, days to look ahead, how many new cards
    (None: the usual, less those of today), for how many cards a sitting asks by itself (None: the usual load), and
    whether the decks were named."""

    today: date
    interview: date | None = None
    ahead: int = 0
    new: int | None = None
    most: int | None = None
    named: bool = False


@dataclass(frozen=True, slots=True)
class Agenda:
    """Ids of cards: failed today and not recalled since, due today (the best chance of saving first), new.

    `waiting` due cards have no place today. With every day's share done none waits any more after `days`, today among
    them, as far as it is known today what comes due in between. `later` new cards have no place today.
    """

    repeats: list[str] = field(default_factory=list)
    due: list[str] = field(default_factory=list)
    new: list[str] = field(default_factory=list)
    waiting: int = 0
    days: int = 1
    later: int = 0

    @property
    def size(self) -> int:
        """How many cards there are today."""
        return len(self.repeats) + len(self.due) + len(self.new)


def agenda(items: Iterable[Item], ledger: Ledger, terms: Terms) -> Agenda:
    """The agenda of a day over some cards. Suspended ones are left out.

    A day has its load of due cards, less those that were reviewed on it; days looked ahead bring theirs, and a sitting
    may ask for more. What is due goes before what is not yet.
    """
    items = list(items)
    repeats, due, early, fresh = [], [], [], []
    coming: Counter[date] = Counter()
    reviewed = 0
    horizon = terms.today + timedelta(days=terms.ahead)
    for item in items:
        progress = ledger.cards.get(item.id)
        memory = progress.memory if progress else None
        if progress and memory and memory.last >= terms.today and progress.first != memory.last:
            reviewed += 1
        if progress and progress.suspended:
            continue
        if progress is None or memory is None:
            if (item.offered or terms.named) and (item.since is None or item.since <= terms.today):
                fresh.append(item)
            continue
        day = wanted(item, progress, memory, terms)
        if memory.last >= terms.today:
            if not progress.recalled:
                repeats.append(item.id)
        elif day <= terms.today:
            due.append((memory.faded(terms.today), item.id))
        else:
            coming[day] += 1
            if day <= horizon:
                early.append((day, item.id))
    room = _load(len(due) + reviewed, coming, terms.today, terms) * (1 + terms.ahead) - reviewed
    room = max(room, terms.most or 0, 0)
    due.sort(key=lambda entry: entry[0])
    early.sort(key=lambda entry: entry[0])
    kept = [card for _, card in (*due, *early)][:room]
    waiting = max(len(due) - room, 0)
    new = _new(fresh, items, ledger, terms, behind=waiting > 0)
    return Agenda(repeats, kept, new, waiting, _days(waiting, coming, terms), len(fresh) - len(new))


def due_day(item: Item, progress: Progress, terms: Terms) -> date | None:
    """The day on which a card came due that is due now, today for one that failed today; None for one that is not due:
    new, suspended, answered today or wanted after the days that are looked ahead."""
    memory = progress.memory
    if memory is None or progress.suspended:
        return None
    if memory.last >= terms.today:
        return None if progress.recalled else terms.today
    day = wanted(item, progress, memory, terms)
    return day if day <= terms.today + timedelta(days=terms.ahead) else None


def _load(due: int, coming: Mapping[date, int], day: date, terms: Terms) -> int:
    """Due cards that a day has places for; more when an interview leaves too few days for all that come before it."""
    interview = terms.interview
    if interview is None or interview <= day:
        return LOAD
    before = due + sum(number for on, number in coming.items() if day < on < interview)
    return max(LOAD, ceil(before / (interview - day).days))


def _days(waiting: int, coming: Mapping[date, int], terms: Terms) -> int:
    """After how many days no due card waits any more, today among them."""
    days = 1
    while waiting > 0:
        day = terms.today + timedelta(days=days)
        waiting += coming.get(day, 0)
        waiting -= _load(waiting, coming, day, terms)
        days += 1
    return days


def _new(fresh: Sequence[Item], items: Sequence[Item], ledger: Ledger, terms: Terms, *, behind: bool) -> list[str]:
    """The new cards of today, heaviest first, those of equal weight from all decks in turn.

    Who is `behind` with due cards gets new ones of drills alone: six more a day would keep a backlog from ever ending.
    Of those that were asked for by number none is held back as long as there are any.
    """
    begun = {card for card, progress in ledger.cards.items() if progress.first == terms.today}
    places = max(NEW_A_DAY - len(begun), 0) if terms.new is None else terms.new
    if terms.new is None and terms.interview and timedelta() <= terms.interview - terms.today <= timedelta(days=1):
        return []  # on the eve and on the day what is known is worth more
    drills = Counter(item.drill for item in items if item.drill and item.id in begun)
    position: Counter[str] = Counter()
    ranked = []
    unseen = {item.id for item in fresh}
    for item in items:
        if item.id in unseen:
            place = position[item.deck] // (_SOONER if item.trains else 1)
            ranked.append((-item.weight, place, not item.trains, item))
        position[item.deck] += 1
    chosen: list[str] = []
    held: list[str] = []
    for *_, item in sorted(ranked, key=lambda entry: entry[:3]):
        if drills[item.drill] >= NEW_A_DRILL if item.drill else behind:
            held.append(item.id)
            continue
        drills[item.drill] += 1
        chosen.append(item.id)
    if terms.new is not None:
        chosen += held
    return chosen[:places]


def wanted(item: Item, progress: Progress, memory: Memory, terms: Terms) -> date:
    """The day a card should be seen: the day it is due, or sooner before an interview.

    Important cards come within the last days before it, spread over them, and weak ones that would be due after it on
    the eve. A better grade never brings a card sooner.
    """
    interview = terms.interview
    if interview is None or interview <= terms.today:
        return memory.due
    eve = interview - timedelta(days=1)
    if (item.weight or progress.flagged) and memory.last < interview - timedelta(days=_LAST_DAYS):
        return min(memory.due, eve - timedelta(days=1 + sum(item.id.encode()) % (_LAST_DAYS - 2)))
    if memory.due >= interview and memory.last < eve and _weak(progress, memory):
        return eve
    return memory.due


def next_day(items: Iterable[Item], ledger: Ledger, terms: Terms) -> date | None:
    """The first day on which a card that was begun should be seen; None when there is none."""
    days = (
        wanted(item, progress, progress.memory, terms)
        for item in items
        if (progress := ledger.of(item.id)).memory and not progress.suspended
    )
    return min(days, default=None)


def _weak(progress: Progress, memory: Memory) -> bool:
    """Whether a card is shaky, whatever its due day says: it never went well, or failed and does not last a week."""
    failed = progress.lapses > 0 or memory.difficulty >= _HARD
    return memory.stability < _SHORT or (failed and memory.stability < _WEEK)


def days_until(item: Item, progress: Progress, schedule: Schedule, terms: Terms) -> dict[int, int]:
    """For each grade of a recalled card the days until it would be seen again; a backlog may make them more."""
    found = {}
    for grade in (HARD, GOOD, EASY):
        after = schedule.after(progress.memory, grade, terms.today)
        found[grade] = (wanted(item, progress, after, terms) - terms.today).days
    return found
