"""The ledger of all cards, kept in the cache so that no log need be replayed; without it all is the same, slower."""

import json
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from coach.errors import CoachError
from coach.recall.ledger import Ledger, Progress
from coach.recall.schedule import Memory
from coach.record.files import write_whole
from coach.record.reviews import Mark

FORMAT = 1
"""To be raised when the rules of the fold change, so that no old snapshot is believed."""


class Snapshot:
    """The snapshot of one home, which holds for one retention and one set of card names."""

    def __init__(self, cache: Path, home: Path, retention: float, names: dict[str, str]) -> None:
        self._path = cache / f"recall-{sha256(str(home).encode()).hexdigest()[:12]}.json"
        told = json.dumps([FORMAT, retention, sorted(names.items())])
        self._key = sha256(told.encode()).hexdigest()[:16]

    def load(self) -> tuple[Ledger, dict[str, Mark]]:
        """The ledger and how far the logs were read for it; empty ones when there is no snapshot that holds."""
        try:
            value = json.loads(self._path.read_bytes())
            if value["key"] != self._key:
                return Ledger(), {}
            marks = {str(name): Mark(*mark) for name, mark in value["marks"].items()}
            return _ledger(value["ledger"]), marks
        except (OSError, ValueError, KeyError, TypeError, AttributeError, IndexError, OverflowError):
            return Ledger(), {}

    def save(self, ledger: Ledger, marks: dict[str, Mark]) -> None:
        """Keeps a ledger; a cache that cannot be written is no error."""
        value = {"key": self._key, "marks": marks, "ledger": _plain(ledger)}
        try:
            write_whole(self._path, json.dumps(value, separators=(",", ":")))
        except CoachError:
            return


def _plain(ledger: Ledger) -> dict[str, Any]:
    upto = ledger.upto and [ledger.upto[0].toordinal(), *ledger.upto[1:]]
    return {"pace": ledger.pace, "upto": upto, "cards": {card: _row(p) for card, p in ledger.cards.items()}}


def _row(progress: Progress) -> list[Any]:
    memory, first = progress.memory, progress.first
    return [
        progress.reviews,
        progress.lapses,
        progress.recalled,
        progress.suspended,
        progress.flagged,
        first and first.toordinal(),
        memory and [memory.stability, memory.difficulty, memory.last.toordinal(), memory.due.toordinal()],
    ]


def _ledger(value: dict[str, Any]) -> Ledger:
    day = date.fromordinal
    cards = {}
    for card, (reviews, lapses, recalled, suspended, flagged, first, known) in value["cards"].items():
        memory = Memory(known[0], known[1], day(known[2]), day(known[3])) if known else None
        cards[card] = Progress(memory, day(first) if first else None, reviews, lapses, recalled, suspended, flagged)
    upto = value["upto"]
    place = (day(upto[0]), upto[1], upto[2], upto[3]) if upto else None
    return Ledger(cards, float(value["pace"]), place)
