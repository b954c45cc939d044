"""The review logs with what they come to, always up to date: what a screen grades into."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

from coach.recall.ledger import Ledger, can_go_on, fold
from coach.recall.log import UNDO, Entry, entry_at, standing
from coach.recall.schedule import Schedule
from coach.record.reviews import Reviews
from coach.record.snapshot import Snapshot


class Book:
    """All reviews of a person. `names` leads from former ids of cards to present ones."""

    def __init__(
        self, reviews: Reviews, cache: Path, home: Path, schedule: Schedule, names: dict[str, str] | None = None
    ) -> None:
        """Brings the ledger up to date. Raises CoachError for a log that cannot be read."""
        self.schedule = schedule
        self._reviews = reviews
        self._names = names or {}
        self._snapshot = Snapshot(cache, home, schedule.retention, self._names)
        self.ledger, self._marks = self._snapshot.load()
        self._saved = self._marks
        self.refresh()

    def refresh(self) -> None:
        """Takes in what was added since, in this terminal, in another one or by a sync."""
        news = self._reviews.since(self._marks)
        if news.whole or not can_go_on(self.ledger, news.entries):
            news = news if news.whole else self._reviews.since({})
            self.ledger = Ledger()
        fold(self.ledger, news.entries, self.schedule, self._names)
        self._marks = news.marks

    def add(self, at: datetime, day: date, **told: Any) -> Entry:
        """Writes an entry and takes it in; it is on the disk when this returns. Raises CoachError."""
        entry = self._reviews.append(entry_at(at, day, "", **told))
        self.refresh()
        return entry

    def undo(self, at: datetime, day: date, entry: Entry) -> None:
        """Takes an entry back. Raises CoachError."""
        self.add(at, day, kind=UNDO, of=entry.name)

    def entries(self) -> list[Entry]:
        """Every entry that holds, in order, read anew from the logs."""
        return standing(self._reviews.since({}).entries)

    def save(self) -> None:
        """Keeps a snapshot for the next start, if there is news."""
        if self._marks != self._saved:
            self._snapshot.save(self.ledger, self._marks)
            self._saved = self._marks
