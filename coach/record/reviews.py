"""The review logs of flashcards on disk: one append-only journal a device, read from where it was read last."""

import json
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

from coach.errors import CoachError
from coach.recall.log import Entry, from_record, ordered, to_record
from coach.record.files import cannot_read, cannot_write, make_directory, names_in
from coach.record.journal import VERSION, line_of, parse, read_header, read_journal, unborn, write_end
from coach.record.lock import alone
from coach.record.places import Places

KIND = "reviews"
_PIECE = 1 << 16
_TAIL = 256
_DAY = b'"day":"'
"""What stands before the day in a line that this program wrote; a line that another one wrote is parsed."""


class Mark(NamedTuple):
    """How far a log was read: bytes, their checksum, and the device that its header names. The last of the bytes are
    what this process knows the log by when it reads on; a mark from elsewhere has none, and the checksum tells."""

    offset: int = 0
    checksum: int = 0
    device: str = ""
    tail: bytes = b""

    def lasting(self) -> "Mark":
        """What of it another process may know."""
        return self._replace(tail=b"")


@dataclass(slots=True)
class News:
    """What came of reading the logs: entries in order, how far each file was read by its name, and whether the
    entries are all there are, because a file is not what it was."""

    entries: list[Entry] = field(default_factory=list)
    marks: dict[str, Mark] = field(default_factory=dict)
    whole: bool = True


class Reviews:
    """The review logs of all devices."""

    def __init__(self, places: Places, device: Callable[[], str]) -> None:
        self._folder = places.reviews
        self._lock = places.locks / "reviews.lock"
        self._device = device

    def paths(self) -> list[Path]:
        """The logs; a copy that a sync left behind is one too. Raises CoachError."""
        names = names_in(self._folder)
        return [self._folder / name for name in names if name.endswith(".jsonl") and not name.startswith(".")]

    def since(self, marks: Mapping[str, Mark]) -> News:
        """The entries that were added after the marks; all of them when a log was changed otherwise.

        Raises CoachError for a log that cannot be read, is none, or was written by a newer coach.
        """
        news = News(whole=not marks)
        paths = self.paths()
        if not marks.keys() <= {path.name for path in paths}:
            return self.since({})
        for path in paths:
            mark = _read(path, marks.get(path.name, Mark()), news.entries)
            if mark is None:
                return self.since({})
            news.marks[path.name] = mark
        news.entries = ordered(news.entries)
        return news

    def upto(self, marks: Mapping[str, Mark], since: date | None = None) -> list[Entry]:
        """All entries before the marks, in order, or those from a day on. Raises CoachError."""
        entries: list[Entry] = []
        for name, mark in marks.items():
            if not mark.offset:
                continue
            try:
                raw = (self._folder / name).read_bytes()
            except OSError as error:
                raise cannot_read(self._folder / name, error) from None
            lines = raw[: mark.offset].split(b"\n")[1:-1]
            if since:
                lines = _from_day(lines, since)
            found = _entries(lines, mark.device)
            entries += [entry for entry in found if entry.day >= since] if since else found
        return ordered(entries)

    def append(self, entry: Entry) -> Entry:
        """Writes an entry to this device's log and returns it with its number; it is on the disk then.

        The number is the next one whoever else writes to the log. Raises CoachError when the disk refuses; then the log
        is as it was before.
        """
        device = self._device()
        path = self._folder / f"{device}.jsonl"
        make_directory(self._folder)
        with alone(self._lock):
            try:
                file = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o600)
                try:
                    sound, last = _end(file, path)
                    entry = entry._replace(device=device, n=last + 1)
                    header = b"" if sound else line_of({"coach": KIND, "device": device, "version": VERSION})
                    write_end(file, sound, header + line_of(to_record(entry)))
                finally:
                    os.close(file)
            except OSError as error:
                raise cannot_write(path, error) from None
        return entry

    def damage(self) -> list[str]:
        """What is wrong with the logs, a line each; for `coach doctor`."""
        found = []
        for path in self.paths():
            try:
                mark = _read(path, Mark(), [])
                damaged = read_journal(path, KIND).damaged if mark and mark.offset else []
            except CoachError as error:
                found.append(f"{error.message} {error.hint}")
                continue
            found += [f"{path}:{line}: this line is damaged and was left out." for line in damaged]
        return found


def _read(path: Path, mark: Mark, entries: list[Entry]) -> Mark | None:
    """Adds the entries of one log after a mark and returns the new mark, or None when the mark does not hold."""
    try:
        with path.open("rb", buffering=0) as file:
            start = file.seek(mark.offset - len(mark.tail)) if mark.tail else 0
            raw = file.readall()
    except FileNotFoundError:  # a sync is about to put another one in its place, or a link leads nowhere
        return None if mark.offset else mark
    except OSError as error:
        raise cannot_read(path, error) from None
    known = mark.offset - start
    if raw[:known] != mark.tail if mark.tail else crc32(raw[:known]) != mark.checksum:
        return None
    end = raw.rfind(b"\n") + 1  # a torn last line is dropped before the next append
    if not end:
        if not unborn(raw):
            read_header(raw, path, KIND)
        return mark
    lines, device = raw[known:end].split(b"\n")[:-1], mark.device
    if not mark.offset:
        device = str(read_header(lines.pop(0), path, KIND).get("device", ""))
    entries += _entries(lines, device)
    return Mark(start + end, crc32(raw[known:end], mark.checksum), device, raw[max(end - _TAIL, 0) : end])


def _entries(lines: Sequence[bytes], device: str) -> list[Entry]:
    return [e for record in _records(lines) if isinstance(record, dict) and (e := from_record(record, device))]


def _from_day(lines: Sequence[bytes], since: date) -> list[bytes]:
    """The lines that may be of a day or later: of ten years' reviews few need be parsed to look at a month."""
    first = since.isoformat().encode()
    return [line for line in lines if (at := line.find(_DAY)) < 0 or line[at + len(_DAY) :][: len(first)] >= first]


def _records(lines: Sequence[bytes]) -> Sequence[Any]:
    """What the lines hold: parsed as one text, which takes a third of the time, unless one of them is damaged."""
    try:
        found = json.loads(b"[" + b",".join(lines) + b"]")
    except (ValueError, RecursionError):
        found = []
    return found if len(found) == len(lines) else [parse(line) for line in lines]


def _end(file: int, path: Path) -> tuple[int, int]:
    """Where the sound part of a log ends, and the number of the last entry in it. Raises CoachError for what is none,
    and OSError."""
    size = os.fstat(file).st_size
    for start in (max(size - _PIECE, 0), 0):  # mostly the last piece tells
        raw = os.pread(file, size - start, start)
        sound = raw.rfind(b"\n") + 1
        for line in reversed(raw[:sound].splitlines()):
            record = parse(line)
            if record and isinstance(number := record.get("n"), int):
                return start + sound, number
    if not unborn(raw):
        read_header(raw.partition(b"\n")[0], path, KIND)
    return sound, 0
