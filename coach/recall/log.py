"""What the lines of a review log say: a grade of a card, and what was done to cards beside grading."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any, NamedTuple, TypeGuard

from coach.language.stamps import stamp
from coach.recall.schedule import GRADES

REVIEW, UNDO, SUSPEND, FLAG = "review", "undo", "suspend", "flag"
DUE, CRAM, REPEAT = "due", "cram", "repeat"
_STAMP = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", re.ASCII)
"""A time as `stamp` writes it, so that texts of times are in the order of the times."""
Name = tuple[str, int, str]
Place = tuple[date, str, str, int]


class Entry(NamedTuple):
    """One line of a log. The first four fields are its place in the order of all devices.

    A review has a card, a grade, a mode and the seconds it took; suspend and flag have a card and `on`; undo has the
    name of the entry it takes back.
    """

    day: date
    at: str
    device: str
    n: int
    kind: str = REVIEW
    card: str = ""
    grade: int = 0
    mode: str = DUE
    seconds: float = 0.0
    on: bool = True
    of: Name = ("", 0, "")

    @property
    def place(self) -> Place:
        """Its place in the order of all devices."""
        return self[:4]

    @property
    def name(self) -> Name:
        """How an undo names it. The number alone tells not enough: a log that was set back to an older copy of itself
        has some numbers twice."""
        return self.device, self.n, self.at


def to_record(entry: Entry) -> dict[str, Any]:
    """The entry as a line of its device's log."""
    record: dict[str, Any] = {"n": entry.n, "at": entry.at, "day": entry.day.isoformat()}
    match entry.kind:
        case "review":
            return record | {"card": entry.card, "grade": entry.grade, "mode": entry.mode, "seconds": entry.seconds}
        case "undo":
            return record | {"kind": UNDO, "of": list(entry.of)}
        case _:
            return record | {"kind": entry.kind, "card": entry.card, "on": entry.on}


def from_record(record: Mapping[str, Any], device: str) -> Entry | None:
    """The entry that a line holds; None for one of an unknown kind or without what its kind needs."""
    n, at, kind, card = record.get("n"), record.get("at"), record.get("kind", REVIEW), record.get("card")
    if not _whole(n) or not isinstance(at, str) or not _STAMP.fullmatch(at):
        return None
    try:
        day = date.fromisoformat(record.get("day", ""))
    except (TypeError, ValueError):
        return None
    if not 1900 < day.year < 9000:
        return None
    if kind == REVIEW and isinstance(card, str):
        grade, mode = record.get("grade"), record.get("mode")
        if _whole(grade) and grade in GRADES and isinstance(mode, str):
            return Entry(day, at, device, n, REVIEW, card, grade, mode, _seconds(record.get("seconds")))
    elif kind in (SUSPEND, FLAG) and isinstance(card, str):
        return Entry(day, at, device, n, kind, card, on=record.get("on") is not False)
    elif kind == UNDO:
        match record.get("of"):
            case [str() as whose, int() as number, str() as when]:
                return Entry(day, at, device, n, UNDO, of=(whose, number, when))
    return None


def _whole(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool)


def _seconds(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return 0.0
    return float(value) if 0 <= value < 1e6 else 0.0


def ordered(entries: Iterable[Entry]) -> list[Entry]:
    """The entries of all devices in the order that counts: by day, time, device and number; copies of one once."""
    found = sorted(entries)
    return [entry for entry, before in zip(found, [None, *found], strict=False) if entry != before]


def standing(entries: Iterable[Entry]) -> list[Entry]:
    """The entries that hold, in order: those taken back are left out, and the undos themselves."""
    entries = list(entries)
    undone = {entry.of for entry in entries if entry.kind == UNDO}
    return [entry for entry in entries if entry.kind != UNDO and entry.name not in undone]


def entry_at(at: datetime, day: date, device: str, **told: Any) -> Entry:
    """A new entry of a device, not numbered yet."""
    return Entry(day, stamp(at), device, 0, **told)
