"""When a card comes back: FSRS-6 in whole local days, without fuzz, by the fsrs package."""

from datetime import UTC, date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from fsrs import Card, Scheduler

AGAIN, HARD, GOOD, EASY = 1, 2, 3, 4
GRADES = (AGAIN, HARD, GOOD, EASY)
LONGEST = 36_500
"""Days that a stability and an interval are at most, as in Anki."""


class Memory(NamedTuple):
    """What is known of one card: stability in days, difficulty from 1 to 10, the day it was last scheduled and the
    day it is due."""

    stability: float
    difficulty: float
    last: date
    due: date

    def faded(self, day: date) -> float:
        """The days since the card was last scheduled, in stabilities; the chance of recall falls with this alone."""
        return (day - self.last).days / self.stability


class Schedule:
    """FSRS with a wanted retention, the share of cards that should be recalled on the day they are due."""

    def __init__(self, retention: float) -> None:
        self.retention = retention

    def after(self, memory: Memory | None, grade: int, day: date) -> Memory:
        """The memory of a card, None for a new one, after a grade from 1 to 4 on a day not before its last."""
        import fsrs

        card, _ = _scheduler(self.retention).review_card(_card(memory), fsrs.Rating(grade), _noon(day))
        if card.stability is None or card.difficulty is None:
            raise ValueError("fsrs left a graded card without a memory")
        return Memory(min(card.stability, LONGEST), card.difficulty, day, card.due.date())

    def retrievability(self, memory: Memory, day: date) -> float:
        """The chance, from 0 to 1, that a card is recalled on a day."""
        return float(_scheduler(self.retention).get_card_retrievability(_card(memory), _noon(day)))


@lru_cache(maxsize=4)
def _scheduler(retention: float) -> "Scheduler":
    import fsrs

    return fsrs.Scheduler(
        desired_retention=retention,
        learning_steps=(),
        relearning_steps=(),
        maximum_interval=LONGEST,
        enable_fuzzing=False,
    )


def _card(memory: Memory | None) -> "Card":
    import fsrs

    if memory is None:
        return fsrs.Card(card_id=0, due=_EPOCH)
    return fsrs.Card(
        card_id=0,
        state=fsrs.State.Review,
        stability=memory.stability,
        difficulty=memory.difficulty,
        due=_EPOCH,  # a review asks only when the last one was
        last_review=_noon(memory.last),
    )


_EPOCH = datetime(2000, 1, 1, 12, tzinfo=UTC)


@lru_cache(maxsize=4096)
def _noon(day: date) -> datetime:
    """A day as the one moment that stands for it, so that only whole days are ever counted."""
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
