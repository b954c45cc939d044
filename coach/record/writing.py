"""A journal of events that is open for writing."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from coach.interview.events import Event, to_record
from coach.record.journal import Journal
from coach.record.lock import Lock


@dataclass(slots=True)
class Writing:
    """What is open in this process, a session or a debrief: its lock is held and events can be appended.

    `last` is the number of the last event over all devices.
    """

    id: str
    journal: Journal
    lock: Lock
    device: str
    last: int

    def append(self, at: datetime, kind: str, data: Mapping[str, Any]) -> Event:
        """Writes one event to the disk and returns it. Raises CoachError when the disk refuses."""
        event = Event(self.last + 1, at, kind, dict(data), self.device)
        self.journal.append(to_record(event))
        self.last = event.n
        return event

    def close(self) -> None:
        """Lets go of the files and the lock."""
        self.journal.close()
        self.lock.release()
