"""Cards that a person knows: for warming up, when nothing new should be learnt any more."""

from collections.abc import Iterable

from coach.recall.ledger import Ledger
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
