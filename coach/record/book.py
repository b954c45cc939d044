"""The review logs with what they come to, always up to date: what a screen grades into."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

from coach.recall.ledger import Ledger, amend, fold, follow
from coach.recall.log import UNDO, Entry, entry_at, ordered, standing
from coach.recall.schedule import Schedule
from coach.record.reviews import Reviews
from coach.record.snapshot import Snapshot

MANY = 1000
"""Entries that are not folded twice: then a snapshot is kept at once, as a sitting may be killed before its end."""


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
        self._all: list[Entry] | None = None
        self.refresh()
        if self._all is not None and len(self._all) >= MANY:
            self.save()

    def refresh(self) -> None:
        """Takes in what was added since, in this terminal, in another one or by a sync. Raises CoachError."""
        news = self._reviews.since(self._marks)
        if news.whole:
            self._all, self.ledger = news.entries, Ledger()
            fold(self.ledger, news.entries, self.schedule, self._names)
        elif follow(self.ledger, news.entries):
            fold(self.ledger, news.entries, self.schedule, self._names)
            if self._all is not None:
                self._all += news.entries
        else:
            self._all = ordered([*self._known(), *news.entries])
            amend(self.ledger, news.entries, self._all, self.schedule, self._names)
        self._marks = news.marks

    def _known(self) -> list[Entry]:
        """Every entry that was taken in, in order; read when it is first needed."""
        if self._all is None:
            self._all = self._reviews.upto(self._marks)
        return self._all

    def add(self, at: datetime, day: date, **told: Any) -> Entry:
        """Writes an entry and takes it in; it is on the disk when this returns. Raises CoachError."""
        entry = self._reviews.append(entry_at(at, day, "", **told))
        self.refresh()
        return entry

    def undo(self, at: datetime, day: date, entry: Entry) -> None:
        """Takes an entry back. Raises CoachError."""
        self.add(at, day, kind=UNDO, of=entry.name)

    def entries(self, since: date | None = None) -> list[Entry]:
        """Every entry that holds, in order, or those from a day on: what takes one back was written after it. Raises
        CoachError."""
        if since is None or self._all is not None:
            return standing(entry for entry in self._known() if since is None or entry.day >= since)
        return standing(self._reviews.upto(self._marks, since))

    def save(self) -> None:
        """Keeps a snapshot for the next start, if there is news."""
        marks = {name: mark.lasting() for name, mark in self._marks.items()}
        if marks != self._saved:
            self._snapshot.save(self.ledger, marks)
            self._saved = marks
