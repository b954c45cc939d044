"""Events: the lines of a session's journal."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from coach.language.stamps import stamp, unstamp


@dataclass(frozen=True, slots=True)
class Event:
    """One fact of a drill: its number in the session, when, what kind, its data, and the device that wrote it."""

    n: int
    at: datetime
    kind: str
    data: Mapping[str, Any] = field(default_factory=dict)
    device: str = ""


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
