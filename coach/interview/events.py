"""Events: the lines of a session's journal."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import MAXYEAR, MINYEAR, UTC, datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Event:
    """One fact of a drill: its number in the session, when, what kind, its data, and the device that wrote it."""

    n: int
    at: datetime
    kind: str
    data: Mapping[str, Any] = field(default_factory=dict)
    device: str = ""


def stamp(at: datetime) -> str:
    """A time as the journals write it: UTC with milliseconds."""
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def unstamp(text: str) -> datetime:
    """The time that a journal wrote. Raises ValueError, also for years whose days other time zones cannot tell."""
    at = datetime.fromisoformat(text)
    if not MINYEAR < at.year < MAXYEAR:
        raise ValueError(text)
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def to_record(event: Event) -> dict[str, Any]:
    """The event as a journal's record."""
    return {"n": event.n, "at": stamp(event.at), "kind": event.kind, **event.data}


def from_record(record: Mapping[str, Any], device: str) -> Event | None:
    """The event a record holds, or None when number, time or kind are missing or senseless."""
    n, at, kind = record.get("n"), record.get("at"), record.get("kind")
    if not isinstance(n, int) or not isinstance(at, str) or not isinstance(kind, str):
        return None
    try:
        when = unstamp(at)
    except ValueError:
        return None
    data = {key: value for key, value in record.items() if key not in ("n", "at", "kind")}
    return Event(n, when, kind, data, device)
