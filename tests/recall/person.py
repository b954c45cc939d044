"""Made-up people who answer cards day after day, and ledgers that are as a test needs them."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from random import Random

from coach.recall.agenda import Agenda, Item, Terms, agenda
from coach.recall.ledger import Ledger, Progress, fold
from coach.recall.log import DUE, REPEAT, Entry
from coach.recall.schedule import AGAIN, EASY, GOOD, HARD, Memory, Schedule

START = date(2026, 11, 21)
SCHEDULE = Schedule(0.9)
_NEW = 0.6


def day(number: int) -> date:
    """So many days after the start."""
    return START + timedelta(days=number)


def items(number: int, decks: int = 1, **more: object) -> list[Item]:
    """Cards of some decks, named after their deck."""
    return [Item(f"d{n % decks}/c{n}", f"d{n % decks}", **more) for n in range(number)]  # type: ignore[arg-type]


def memory(stability: float, last: int, difficulty: float = 5.0) -> Memory:
    """A memory that is due when its stability says."""
    return Memory(stability, difficulty, day(last), day(last) + timedelta(days=max(round(stability), 1)))


def ledger(**cards: Memory | Progress) -> Ledger:
    """A ledger of cards by id, with memories or whole standings."""
    return Ledger({card: _known(known) for card, known in cards.items()})


def _known(known: Memory | Progress) -> Progress:
    return known if isinstance(known, Progress) else Progress(known, known.last - timedelta(days=30), 5)


def overdue(cards: Sequence[Item], chance: Random) -> Ledger:
    """A ledger in which all cards came due during a holiday before the start."""
    return Ledger({item.id: _known(memory(chance.uniform(3, 20), -chance.randint(21, 60))) for item in cards})


class Person:
    """Recalls a card as often as FSRS says, at a given `skill` above (less than 1) or below (more than 1) that."""

    def __init__(self, seed: int, known: Ledger | None = None, skill: float = 1.0) -> None:
        self.chance = Random(seed)
        self.ledger = known or Ledger()
        self.skill = skill
        self.entries: list[Entry] = []

    def answers(self, card: str, on: date, grade: int = 0, mode: str = DUE) -> int:
        """One answer, with the given grade or one that luck gives."""
        grade = grade or self._grade(card, on)
        number = len(self.entries) + 1
        at = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=number)
        entry = Entry(on, at.isoformat(), "aaaaaa", number, card=card, grade=grade, mode=mode, seconds=20)
        self.entries.append(entry)
        fold(self.ledger, [entry], SCHEDULE, {})
        return grade

    def _grade(self, card: str, on: date) -> int:
        known = self.ledger.of(card).memory
        recall = SCHEDULE.retrievability(known, on) ** self.skill if known else _NEW
        if self.chance.random() > recall:
            return AGAIN
        return self.chance.choices([HARD, GOOD, EASY], [2, 7, 1])[0]

    def sits(self, cards: Iterable[Item], terms: Terms, grade: int = 0) -> Agenda:
        """All of a day's agenda, what failed until it is recalled."""
        found = agenda(cards, self.ledger, terms)
        for card in (*found.repeats, *found.due, *found.new):
            if self.answers(card, terms.today, grade) == AGAIN:
                self.answers(card, terms.today, GOOD, REPEAT)
        return found
