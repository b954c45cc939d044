"""What the lines of a review log say: a grade of a card, and what was done to cards beside grading."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any, NamedTuple, TypeGuard

from coach.language.stamps import stamp, unstamp
from coach.recall.schedule import GRADES

REVIEW, UNDO, SUSPEND, FLAG = "review", "undo", "suspend", "flag"
DUE, CRAM, REPEAT = "due", "cram", "repeat"


class Entry(NamedTuple):
    """One line of a log. The first four fields are its place in the order of all devices.

    A review has a card, a grade, a mode and the seconds it took; suspend and flag have a card and `on`; undo has the
    device and number of the entry it takes back.
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
    of: tuple[str, int] = ("", 0)

    @property
    def place(self) -> tuple[date, str, str, int]:
        """Its place in the order of all devices."""
        return self[:4]

    @property
    def name(self) -> tuple[str, int]:
        """How an undo names it."""
        return self.device, self.n


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
    n, at, day, kind = record.get("n"), record.get("at"), record.get("day"), record.get("kind", REVIEW)
    if not _whole(n) or not isinstance(at, str) or not isinstance(day, str):
        return None
    try:
        place = (date.fromisoformat(day), at, device, n)
        if not 1900 < place[0].year < 9000 or not unstamp(at):
            return None
    except ValueError:
        return None
    card, grade, mode, of = record.get("card"), record.get("grade"), record.get("mode"), record.get("of")
    match kind:
        case "review" if isinstance(card, str) and _whole(grade) and grade in GRADES and isinstance(mode, str):
            return Entry(*place, card=card, grade=grade, mode=mode, seconds=_seconds(record.get("seconds")))
        case "suspend" | "flag" if isinstance(card, str):
            return Entry(*place, kind=kind, card=card, on=record.get("on") is not False)
        case "undo" if isinstance(of, list) and len(of) == 2 and isinstance(of[0], str) and _whole(of[1]):
            return Entry(*place, kind=UNDO, of=(of[0], of[1]))
    return None


def _whole(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool)


def _seconds(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return 0.0
    return float(value) if 0 <= value < 1e6 else 0.0


def ordered(entries: Iterable[Entry]) -> list[Entry]:
    """The entries of all devices in the order that counts: by day, time, device and number; copies of one once."""
    return sorted(set(entries), key=lambda entry: entry.place)


def standing(entries: Iterable[Entry]) -> list[Entry]:
    """The entries that hold, in order: those taken back are left out, and the undos themselves."""
    entries = list(entries)
    undone = {entry.of for entry in entries if entry.kind == UNDO}
    return [entry for entry in entries if entry.kind != UNDO and entry.name not in undone]


def entry_at(at: datetime, day: date, device: str, **told: Any) -> Entry:
    """A new entry of a device, not numbered yet."""
    return Entry(day, stamp(at), device, 0, **told)
