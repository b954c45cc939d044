"""What the review log comes to: for each card its memory, and what was done to it. A fold, so replay is the truth."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from coach.recall.log import CRAM, DUE, FLAG, REVIEW, SUSPEND, UNDO, Entry, Name, Place, standing
from coach.recall.schedule import AGAIN, Memory, Schedule

LEECH = 8
"""Lapses at which a card is a leech: it costs more than it teaches, and wants other words."""
PACE = 40.0
"""Seconds a card takes until the person's own time is known."""
_SHARE = 0.05
_SHORTEST, _LONGEST = 5.0, 180.0
"""Seconds of one card that count at least and at most: whoever is quicker skips, whoever takes longer was away."""


@dataclass(slots=True)
class Progress:
    """One card's standing. `first` is the day of its first review, `recalled` whether the last answer of its last day
    was recalled, `grade` the first of that day, 0 without any; a card that was never scheduled has no memory."""

    memory: Memory | None = None
    first: date | None = None
    reviews: int = 0
    lapses: int = 0
    recalled: bool = True
    suspended: bool = False
    flagged: bool = False
    grade: int = 0

    @property
    def leech(self) -> bool:
        """Whether it failed so often that other words are due."""
        return self.lapses >= LEECH


@dataclass(slots=True)
class Ledger:
    """The standing of all cards by id. `pace` is seconds a card, `upto` the place of the last entry taken in, `awaited`
    names entries that were taken back before they came."""

    cards: dict[str, Progress] = field(default_factory=dict)
    pace: float = PACE
    upto: Place | None = None
    awaited: set[Name] = field(default_factory=set)

    def of(self, card: str) -> Progress:
        """The standing of a card; that of a new one where nothing is known."""
        return self.cards.get(card) or Progress()


def fold(ledger: Ledger, entries: Sequence[Entry], schedule: Schedule, names: Mapping[str, str]) -> None:
    """Takes entries into the ledger, which must be in order and follow what it holds (see `follow`).

    `names` leads from former ids of cards to present ones. Of the reviews of a card on one day only the first
    schedules; crammed ones never do. The pace is that of cards that were due or new; those taken back count: the time
    was spent.
    """
    _take(ledger, standing(entries), schedule, names)
    _pace(ledger, entries)
    if undone := _undone(entries):
        ledger.awaited |= undone - {entry.name for entry in entries}
    if entries:
        ledger.upto = entries[-1].place


def follow(ledger: Ledger, entries: Sequence[Entry]) -> bool:
    """Whether entries only add to a ledger: they come after all it holds, take back nothing of that, and nothing that
    it holds takes them back."""
    names = {entry.name for entry in entries}
    late = ledger.upto is not None and any(entry.place <= ledger.upto for entry in entries)
    return not late and _undone(entries) <= names and ledger.awaited.isdisjoint(names)


def amend(
    ledger: Ledger, news: Sequence[Entry], entries: Sequence[Entry], schedule: Schedule, names: Mapping[str, str]
) -> None:
    """Takes in news that do more than follow: each card that they are about is folded anew, the others stay.

    `entries` are all there are in order, the news among them. The result is that of folding all of them, but for the
    pace, which depends on the order in which they came.
    """
    sought = ledger.awaited | _undone(news)
    taken_back = [entry for entry in entries if entry.name in sought]
    touched = {names.get(entry.card, entry.card) for entry in (*news, *taken_back) if entry.kind != UNDO}
    for card in touched:
        ledger.cards.pop(card, None)
    _take(ledger, (e for e in standing(entries) if names.get(e.card, e.card) in touched), schedule, names)
    _pace(ledger, news)
    ledger.awaited = sought - {entry.name for entry in taken_back}
    ledger.upto = entries[-1].place


def _undone(entries: Iterable[Entry]) -> set[Name]:
    return {entry.of for entry in entries if entry.kind == UNDO}


def _pace(ledger: Ledger, entries: Iterable[Entry]) -> None:
    for entry in entries:
        if entry.kind == REVIEW and entry.mode == DUE and entry.seconds >= _SHORTEST:
            ledger.pace += (min(entry.seconds, _LONGEST) - ledger.pace) * _SHARE


def _take(ledger: Ledger, entries: Iterable[Entry], schedule: Schedule, names: Mapping[str, str]) -> None:
    for entry in entries:
        if entry.mode == CRAM:
            continue
        card = names.get(entry.card, entry.card)
        progress = ledger.cards.get(card)
        if progress is None:
            progress = ledger.cards[card] = Progress()
        if entry.kind == SUSPEND:
            progress.suspended = entry.on
        elif entry.kind == FLAG:
            progress.flagged = entry.on
        else:
            _review(progress, entry, schedule)


def _review(progress: Progress, entry: Entry, schedule: Schedule) -> None:
    progress.recalled = entry.grade != AGAIN
    if progress.memory and progress.memory.last >= entry.day:
        return
    if progress.memory and entry.grade == AGAIN:
        progress.lapses += 1
    progress.first = progress.first or entry.day
    progress.memory = schedule.after(progress.memory, entry.grade, entry.day)
    progress.reviews += 1
    progress.grade = entry.grade
