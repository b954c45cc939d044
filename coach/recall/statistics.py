"""What the review log tells of the person's memory: retention against prediction, reviews a day, what is to come."""

from collections import Counter
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from coach.recall.agenda import Item, Terms, wanted
from coach.recall.ledger import Ledger
from coach.recall.log import CRAM, REVIEW, Entry
from coach.recall.schedule import AGAIN, Memory, Schedule

DAYS = 14


@dataclass(frozen=True, slots=True)
class Retention:
    """Over some days: how many reviews of known cards there were, how many were recalled, and the mean chance of recall
    that was predicted for them."""

    days: int
    reviews: int
    recalled: int
    predicted: float


def retention(
    entries: Iterable[Entry], schedule: Schedule, names: Mapping[str, str], today: date, spans: Iterable[int]
) -> list[Retention]:
    """Retention over the last so many days each. Only the reviews that schedule count, and none of new cards."""
    memories: dict[str, Memory] = {}
    found: list[tuple[date, bool, float]] = []
    for entry in entries:
        if entry.kind != REVIEW or entry.mode == CRAM:
            continue
        card = names.get(entry.card, entry.card)
        memory = memories.get(card)
        if memory and memory.last >= entry.day:
            continue
        if memory:
            found.append((entry.day, entry.grade != AGAIN, schedule.retrievability(memory, entry.day)))
        memories[card] = schedule.after(memory, entry.grade, entry.day)
    return [_over(found, today, days) for days in spans]


def _over(found: Iterable[tuple[date, bool, float]], today: date, days: int) -> Retention:
    since = today - timedelta(days=days - 1)
    within = [(recalled, chance) for day, recalled, chance in found if day >= since]
    predicted = sum(chance for _, chance in within) / len(within) if within else 0.0
    return Retention(days, len(within), sum(recalled for recalled, _ in within), predicted)


def recalled(
    entries: Iterable[Entry], ledger: Ledger, names: Mapping[str, str], cards: Container[str], first: date, last: date
) -> tuple[int, int]:
    """How many reviews of known cards there were from one day to another, and how many of them were recalled.

    It counts what `retention` counts, without the predictions, for which every review ever made has to be replayed.
    """
    seen: set[tuple[str, date]] = set()
    kept = 0
    for entry in entries:
        card = names.get(entry.card, entry.card)
        if entry.kind != REVIEW or entry.mode == CRAM or card not in cards or not first <= entry.day <= last:
            continue
        begun = ledger.of(card).first
        if begun and begun < entry.day and (card, entry.day) not in seen:
            seen.add((card, entry.day))
            kept += entry.grade != AGAIN
    return len(seen), kept


def reviews_a_day(entries: Iterable[Entry], today: date) -> list[tuple[date, int]]:
    """For each of the last days how many answers were graded, crammed ones too; oldest first."""
    counts = Counter(entry.day for entry in entries if entry.kind == REVIEW)
    days = (today - timedelta(days=back) for back in range(DAYS - 1, -1, -1))
    return [(day, counts[day]) for day in days]


def forecast(items: Iterable[Item], ledger: Ledger, terms: Terms) -> list[tuple[date, int]]:
    """For today and each of the days after how many cards come due, as things stand; what is overdue counts today."""
    counts: Counter[date] = Counter()
    for item in items:
        progress = ledger.cards.get(item.id)
        if progress and progress.memory and not progress.suspended:
            counts[max(wanted(item, progress, progress.memory, terms), terms.today)] += 1
    return [(day, counts[day]) for day in (terms.today + timedelta(days=n) for n in range(DAYS))]
