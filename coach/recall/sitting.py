"""The order of the cards in one sitting."""

from collections import deque
from collections.abc import MutableSequence, Sequence
from typing import Any, Protocol

from coach.recall.agenda import Agenda

_LATER = 5
"""Cards that come before one that was not recalled comes back, where there are so many."""


class Chance(Protocol):
    """A source of chance, such as random.Random."""

    def shuffle(self, x: MutableSequence[Any], /) -> None:
        """Puts a list into another order."""


def in_order(agenda: Agenda, chance: Chance, most: int | None) -> list[str]:
    """The cards of a day, at most so many: what failed today first, then due and new ones mixed evenly.

    Where they do not all fit, due cards go before new ones.
    """
    repeats, due, new = list(agenda.repeats), list(agenda.due), list(agenda.new)
    if most is not None:
        repeats = repeats[:most]
        due = due[: most - len(repeats)]
        new = new[: most - len(repeats) - len(due)]
    chance.shuffle(due)
    mixed: list[str] = []
    for number, card in enumerate(due, start=1):
        mixed.append(card)
        placed = len(mixed) - number
        mixed += new[placed : number * len(new) // len(due)]
    return [*repeats, *(mixed or new)]


class Queue:
    """The cards still to come; one that was not recalled comes back after a few others."""

    def __init__(self, cards: Sequence[str]) -> None:
        self._cards = deque(cards)

    def __len__(self) -> int:
        return len(self._cards)

    def next(self) -> str | None:
        """The next card, taken out; None at the end."""
        return self._cards.popleft() if self._cards else None

    def again(self, card: str) -> None:
        """Brings a card back that was not recalled."""
        self.drop(card)
        self._cards.insert(min(_LATER, len(self._cards)), card)

    def first(self, card: str) -> None:
        """Puts a card in front, and nowhere else: the next one."""
        self.drop(card)
        self._cards.appendleft(card)

    def drop(self, card: str) -> None:
        """Takes a card out wherever it stands."""
        self._cards = deque(other for other in self._cards if other != card)
