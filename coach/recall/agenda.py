"""What a day brings: cards to repeat, cards that are due, new ones, and how a backlog is spread."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from math import ceil
from typing import NamedTuple

from coach.recall.ledger import Ledger, Progress
from coach.recall.schedule import Memory, Schedule

NEW_A_DAY = 6
NEW_A_DRILL = 3
"""New cards that one drill brings a day at most."""
LOAD = 40
"""Due cards a day at most, unless more are asked for: what waits beyond that is spread over the days after."""
_LAST_DAYS = 5
"""Days before an interview in which important cards are seen once more."""
_WEAK_DIFFICULTY = 7.0
_WEAK_STABILITY = 7.0


class Item(NamedTuple):
    """A card as far as choosing it goes: heavier ones come first, and are seen once more before an interview.

    As a new card it comes `since` a day on; cards with the same `drill` share its few places a day; one that is not
    `offered` comes only when its deck was named.
    """

    id: str
    deck: str
    weight: float = 0.0
    since: date | None = None
    drill: str = ""
    offered: bool = True


@dataclass(frozen=True, slots=True)
class Terms:
    """What a day's agenda depends on beside the cards: the day, the interview, days to look ahead, how many new cards
    (None: the usual, less those of today), how many due ones a day (less those of today, unless they are asked for as
    extra), and whether the decks were named."""

    today: date
    interview: date | None = None
    ahead: int = 0
    new: int | None = None
    load: int = LOAD
    extra: bool = False
    named: bool = False


@dataclass(frozen=True, slots=True)
class Agenda:
    """Ids of cards: failed today and not recalled since, due today (the best chance of saving first when they are part
    of a backlog), new. `waiting` due cards are left for the days after, `days` is over how many all of them are spread;
    `later` new ones have no place today."""

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


def agenda(items: Iterable[Item], ledger: Ledger, schedule: Schedule, terms: Terms) -> Agenda:
    """The agenda of a day over some cards. Suspended ones are left out."""
    items = list(items)
    repeats, due, fresh = [], [], []
    horizon = terms.today + timedelta(days=terms.ahead)
    for item in items:
        progress = ledger.cards.get(item.id)
        if progress and progress.suspended:
            continue
        if progress is None or progress.memory is None:
            if (item.offered or terms.named) and (item.since is None or item.since <= terms.today):
                fresh.append(item)
        elif progress.memory.last >= terms.today:
            if not progress.recalled:
                repeats.append(item.id)
        elif wanted(item, progress, progress.memory, terms) <= horizon:
            due.append((item.id, progress.memory))
    load = _load(len(due), terms) - (0 if terms.extra else _reviewed(ledger, terms.today))
    days = 1
    if len(due) > max(load, 0):
        days = ceil((len(due) - max(load, 0)) / _load(len(due), terms)) + 1
        due.sort(key=lambda entry: -schedule.retrievability(entry[1], terms.today))
    new = _new(fresh, items, ledger, terms)
    kept = due[: max(load, 0)]
    return Agenda(repeats, [card for card, _ in kept], new, len(due) - len(kept), days, len(fresh) - len(new))


def _load(due: int, terms: Terms) -> int:
    """Due cards a day; more when an interview leaves too few days for all of them."""
    left = (terms.interview - terms.today).days if terms.interview else 0
    return max(terms.load, ceil(due / left)) if left > 0 else max(terms.load, 1)


def _reviewed(ledger: Ledger, today: date) -> int:
    return sum(1 for p in ledger.cards.values() if p.memory and p.memory.last == today and p.first != today)


def _new(fresh: Sequence[Item], items: Sequence[Item], ledger: Ledger, terms: Terms) -> list[str]:
    """The new cards of today, heaviest first, those of equal weight from all decks in turn."""
    begun = {card for card, progress in ledger.cards.items() if progress.first == terms.today}
    places = max(NEW_A_DAY - len(begun), 0) if terms.new is None else terms.new
    drills = Counter(item.drill for item in items if item.drill and item.id in begun)
    position: Counter[str] = Counter()
    ranked = []
    waiting = {item.id for item in fresh}
    for item in items:
        if item.id in waiting:
            ranked.append((-item.weight, position[item.deck], item))
        position[item.deck] += 1
    chosen: list[str] = []
    for *_, item in sorted(ranked, key=lambda entry: entry[:2]):
        if len(chosen) == places:
            break
        if item.drill and drills[item.drill] >= NEW_A_DRILL:
            continue
        drills[item.drill] += 1
        chosen.append(item.id)
    return chosen


def wanted(item: Item, progress: Progress, memory: Memory, terms: Terms) -> date:
    """The day a card should be seen: the day it is due, or a day shortly before the interview when that would come
    first and the card is important: a weak one on the eve, others spread over the days before it."""
    interview = terms.interview
    if interview is None or interview <= terms.today or memory.due < interview:
        return memory.due
    eve = interview - timedelta(days=1)
    if _weak(progress, memory):
        return eve if memory.last < eve else memory.due
    if not (item.weight or progress.flagged) or memory.last >= interview - timedelta(days=_LAST_DAYS):
        return memory.due
    return eve - timedelta(days=1 + sum(item.id.encode()) % (_LAST_DAYS - 2))


def next_day(items: Iterable[Item], ledger: Ledger, terms: Terms) -> date | None:
    """The first day on which a card that was begun should be seen; None when there is none."""
    days = (
        wanted(item, progress, progress.memory, terms)
        for item in items
        if (progress := ledger.of(item.id)).memory and not progress.suspended
    )
    return min(days, default=None)


def _weak(progress: Progress, memory: Memory) -> bool:
    """Whether a card is shaky, whatever its due day says."""
    return progress.lapses > 1 or memory.difficulty >= _WEAK_DIFFICULTY or memory.stability < _WEAK_STABILITY


def days_until(item: Item, progress: Progress, schedule: Schedule, terms: Terms) -> dict[int, int]:
    """For each grade the days until the card would be seen again."""
    found = {}
    for grade in (1, 2, 3, 4):
        after = schedule.after(progress.memory, grade, terms.today)
        found[grade] = max((wanted(item, progress, after, terms) - terms.today).days, 1)
    return found
