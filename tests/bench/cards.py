"""Made-up decks, and two years of reviews of their cards."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from heapq import heappop, heappush
from pathlib import Path
from random import Random

from coach.language.stamps import stamp
from coach.recall.ledger import Ledger, fold
from coach.recall.log import DUE, REPEAT, Entry, to_record
from coach.recall.schedule import AGAIN, EASY, GOOD, HARD, Schedule
from coach.record.journal import VERSION, line_of
from coach.record.reviews import KIND

DEVICES = ("aaaaaa", "bbbbbb", "cccccc")
DAYS = 730
IDLE = 0.15
"""Share of the days on which the person did nothing."""
GRADES, OFTEN = (AGAIN, HARD, GOOD, EASY), (12, 12, 60, 16)
WORDS = (
    "retrieval", "index", "latency", "budget", "cache", "chunk", "embedding", "rerank", "tenant", "permission",
    "filter", "rollout", "shadow", "canary", "drift", "label", "feedback", "threshold", "precision", "recall", "queue",
    "retry", "timeout", "token", "prompt", "guard", "judge", "cost", "replica", "shard", "batch", "and", "of", "when",
)  # fmt: skip


def write_decks(folder: Path, cards: int, decks: int, chance: Random) -> list[str]:
    """Writes so many cards in so many decks, and returns their ids."""

    def words(count: int) -> str:
        return " ".join(chance.choices(WORDS, k=count)).capitalize()

    folder.mkdir(parents=True)
    found = []
    for deck in (f"deck-{n:02}" for n in range(decks)):
        text = f"schema: 1\nid: {deck}\ntitle: Cards of {deck}\ncards:\n"
        for card in (f"card-{n:04}" for n in range(cards // decks)):
            found.append(f"{deck}/{card}")
            text += f"  - id: {card}\n    kind: recall\n    front: {words(14)}?\n    back: {words(30)}.\n"
            text += f"    why: {words(15)}.\n    tags: [made-up]\n"
        (folder / f"{deck}.yaml").write_text(text, encoding="utf-8")
    return found


def history(cards: list[str], number: int, until: date, chance: Random) -> Iterator[Entry]:
    """So many reviews up to a day: some new cards a day, for the rest those that are due first; a device a day."""
    schedule, ledger, fresh, due = Schedule(0.9), Ledger(), cards[::-1], list[tuple[date, str]]()
    days = [day for n in range(DAYS, 0, -1) if chance.random() > IDLE and (day := until - timedelta(days=n))]
    for rest, day in zip(range(len(days), 0, -1), days, strict=True):
        device, at = chance.choice(DEVICES), datetime(day.year, day.month, day.day, 17, tzinfo=UTC)
        todays = [fresh.pop() for _ in range(-(-len(fresh) // rest))]
        most, entries = -(-number // rest), list[Entry]()
        while len(entries) < most and (todays or due):
            card = todays.pop() if todays else heappop(due)[1]
            grade = chance.choices(GRADES, OFTEN)[0]
            failed = grade == AGAIN and len(entries) + 1 < most
            for mode, given in ((DUE, grade), (REPEAT, GOOD)) if failed else ((DUE, grade),):
                at += timedelta(seconds=chance.uniform(6, 40))
                seconds = round(chance.uniform(4, 35), 1)
                entries.append(Entry(day, stamp(at), device, 0, card=card, grade=given, mode=mode, seconds=seconds))
        fold(ledger, entries, schedule, {})
        for card in {entry.card for entry in entries}:
            heappush(due, (memory.due if (memory := ledger.of(card).memory) else day, card))
        number -= len(entries)
        yield from entries


def write_logs(folder: Path, entries: Iterable[Entry]) -> None:
    """Writes the review log of each device."""
    folder.mkdir(parents=True)
    logs = {device: [{"coach": KIND, "device": device, "version": VERSION}] for device in DEVICES}
    for entry in entries:
        log = logs[entry.device]
        log.append(to_record(entry._replace(n=len(log))))
    for device, records in logs.items():
        (folder / f"{device}.jsonl").write_bytes(b"".join(line_of(record) for record in records))
