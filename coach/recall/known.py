"""Cards that a person knows: for warming up, when nothing new should be learnt any more."""

from collections.abc import Iterable
from datetime import date

from coach.recall.ledger import Ledger
from coach.recall.log import CRAM, REVIEW, Entry
from coach.recall.schedule import GOOD

KNOWN = 10
"""How many are gone through unless a number is asked for."""
_LASTS = 7.0
"""Days of stability from which on a card is known."""


def known(cards: Iterable[str], ledger: Ledger) -> list[str]:
    """The cards that were recalled well the last time and last a week or more, those that last longest first.

    Suspended ones are left out. Nothing is asked of the day: a card that is due by now is still the best there is.
    """
    lasting = []
    for card in cards:
        progress = ledger.of(card)
        memory = progress.memory
        if memory is None or progress.suspended or not progress.recalled:
            continue
        if progress.grade >= GOOD and memory.stability >= _LASTS:
            lasting.append((-memory.stability, card))
    return [card for _, card in sorted(lasting)]


def crammed(entries: Iterable[Entry], day: date) -> set[str]:
    """The cards that were graded on a day outside of the schedule, as known ones are."""
    return {entry.card for entry in entries if entry.kind == REVIEW and entry.mode == CRAM and entry.day == day}
