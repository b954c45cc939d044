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

FORMAT = 4
"""To be raised when the rules of the fold or the weights of fsrs change, so that no old snapshot is believed."""


class Snapshot:
    """The snapshot of one home, which holds for one retention and one set of card names."""

    def __init__(self, cache: Path, home: Path, retention: float, names: dict[str, str]) -> None:
        self._path = cache / f"recall-{sha256(str(home).encode()).hexdigest()[:12]}.json"
        self._key = json.dumps([FORMAT, retention, sorted(names.items())]).encode()

    def load(self) -> tuple[Ledger, dict[str, Mark]]:
        """The ledger and how far the logs were read for it; empty ones when there is no snapshot that holds."""
        try:
            digest, _, told = self._path.read_bytes().partition(b"\n")
        except OSError:
            return Ledger(), {}
        if digest != self._digest(told):
            return Ledger(), {}
        value = json.loads(told)
        return _ledger(value), {name: Mark(*mark) for name, mark in value["marks"].items()}

    def save(self, ledger: Ledger, marks: dict[str, Mark]) -> None:
        """Keeps a ledger; a cache that cannot be written is no error."""
        value = {**_plain(ledger), "marks": {name: mark[:3] for name, mark in marks.items()}}
        told = json.dumps(value, separators=(",", ":"))
        try:
            write_whole(self._path, f"{self._digest(told.encode()).decode()}\n{told}")
        except CoachError:
            return

    def _digest(self, told: bytes) -> bytes:
        return sha256(self._key + told).hexdigest().encode()


def _plain(ledger: Ledger) -> dict[str, Any]:
    """The ledger as columns, which are read twice as fast as rows."""
    upto, known = ledger.upto, list(ledger.cards.values())
    memories = [progress.memory for progress in known]
    return {
        "pace": ledger.pace,
        "upto": upto and [upto[0].toordinal(), *upto[1:]],
        "awaited": sorted(ledger.awaited),
        "cards": list(ledger.cards),
        "stability": [memory and memory.stability for memory in memories],
        "difficulty": [memory and memory.difficulty for memory in memories],
        "last": [memory and memory.last.toordinal() for memory in memories],
        "due": [memory and memory.due.toordinal() for memory in memories],
        "first": [progress.first and progress.first.toordinal() for progress in known],
        **{name: [getattr(progress, name) for progress in known] for name in _COUNTS},
    }


_COUNTS = ("reviews", "lapses", "recalled", "suspended", "flagged", "grade")


def _ledger(value: dict[str, Any]) -> Ledger:
    memories = [
        Memory(stability, difficulty, last, due) if last and due else None
        for stability, difficulty, last, due in zip(
            value["stability"], value["difficulty"], _days(value["last"]), _days(value["due"]), strict=True
        )
    ]
    known = map(Progress, memories, _days(value["first"]), *(value[name] for name in _COUNTS))
    upto = value["upto"]
    return Ledger(
        dict(zip(value["cards"], known, strict=True)),
        value["pace"],
        (date.fromordinal(upto[0]), *upto[1:]) if upto else None,
        {(device, n, at) for device, n, at in value["awaited"]},
    )


def _days(ordinals: list[int | None]) -> list[date | None]:
    """Days from their ordinals, each made once."""
    days = {ordinal: date.fromordinal(ordinal) if ordinal else None for ordinal in set(ordinals)}
    return [days[ordinal] for ordinal in ordinals]
