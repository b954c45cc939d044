"""The review logs of flashcards on disk: one append-only journal a device, read from where it was read last."""

import hashlib
import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from coach.errors import CoachError
from coach.recall.log import Entry, from_record, ordered, to_record
from coach.record.files import cannot_read, cannot_write, make_directory
from coach.record.journal import VERSION, line_of, parse, read_header, read_journal
from coach.record.lock import alone
from coach.record.places import Places

KIND = "reviews"
_TAIL = 1 << 16
_CHECKED = 256


class Mark(NamedTuple):
    """How far a log was read: bytes, a digest of the last of them, and the device its header names."""

    offset: int
    digest: str
    device: str


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
        """The logs; a copy that a sync left behind is one too."""
        return [path for path in sorted(self._folder.glob("*.jsonl")) if not path.name.startswith(".")]

    def since(self, marks: Mapping[str, Mark]) -> News:
        """The entries that were added after the marks; all of them when a log was changed otherwise.

        Raises CoachError for a log that cannot be read, is none, or was written by a newer coach.
        """
        news = News(whole=not marks)
        paths = self.paths()
        if set(marks) - {path.name for path in paths}:
            return self.since({})
        for path in paths:
            mark = marks.get(path.name)
            found = self._after(path, mark, news.entries)
            if found is None:
                return self.since({})
            news.marks[path.name] = found
        news.entries = ordered(news.entries)
        return news

    def _after(self, path: Path, mark: Mark | None, entries: list[Entry]) -> Mark | None:
        """Adds the entries of one log after a mark and returns the new mark, or None when the mark does not hold."""
        mark = mark if mark and mark.offset else None
        try:
            with path.open("rb") as file:
                size = os.fstat(file.fileno()).st_size
                if mark is not None:
                    if size < mark.offset:
                        return None
                    start = max(mark.offset - _CHECKED, 0)
                    file.seek(start)
                    if _digest(file.read(mark.offset - start)) != mark.digest:
                        return None
                    if size == mark.offset:
                        return mark
                raw = file.read()
        except OSError as error:
            raise cannot_read(path, error) from None
        sound = raw.rfind(b"\n") + 1  # a torn last line is dropped before the next append
        if not sound:
            return mark or Mark(0, "", "")
        lines = raw[:sound].split(b"\n")
        if mark is None:
            device, offset = str(read_header(lines.pop(0), path, KIND).get("device", "")), sound
        else:
            device, offset = mark.device, mark.offset + sound
        entries += [e for line in lines if (record := parse(line)) and (e := from_record(record, device))]
        return Mark(offset, self._digest_before(path, offset), device)

    def _digest_before(self, path: Path, offset: int) -> str:
        start = max(offset - _CHECKED, 0)
        with path.open("rb") as file:
            file.seek(start)
            return _digest(file.read(offset - start))

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
            except OSError as error:
                raise cannot_write(path, error) from None
            try:
                last = _mend(file, path, device)
                entry = entry._replace(device=device, n=last + 1)
                _write(file, path, line_of(to_record(entry)))
            finally:
                os.close(file)
        return entry

    def damage(self) -> list[str]:
        """What is wrong with the logs, a line each; for `coach doctor`."""
        found = []
        for path in self.paths():
            try:
                content = read_journal(path, KIND)
            except CoachError as error:
                found.append(f"{error.message} {error.hint}")
                continue
            found += [f"{path}:{line}: this line is damaged and was left out." for line in content.damaged]
        return found


def _digest(raw: bytes) -> str:
    return hashlib.sha1(raw, usedforsecurity=False).hexdigest()[:16]


def _mend(file: int, path: Path, device: str) -> int:
    """Truncates a torn last line, writes the header of an empty log; the number of the last entry."""
    size = os.fstat(file).st_size
    start = max(size - _TAIL, 0)
    raw = os.pread(file, size - start, start)
    sound = start + raw.rfind(b"\n") + 1 if b"\n" in raw else 0
    if size and not sound and raw[:8] != b'{"coach"'[: len(raw)]:
        read_header(raw, path, KIND)  # nothing of ours, so nothing to truncate
    if sound < size:
        try:
            os.ftruncate(file, sound)
        except OSError as error:
            raise cannot_write(path, error) from None
    if sound == 0:
        _write(file, path, line_of({"coach": KIND, "device": device, "version": VERSION}))
        return 0
    for line in reversed(raw[: sound - start].splitlines()):
        record = parse(line)
        if record and isinstance(number := record.get("n"), int):
            return number
    return max((number for record in read_journal(path, KIND).records if isinstance(number := record.get("n"), int)),
               default=0)  # fmt: skip


def _write(file: int, path: Path, line: bytes) -> None:
    before = os.fstat(file).st_size
    try:
        written = 0
        while written < len(line):
            written += os.write(file, line[written:])
        os.fsync(file)
    except OSError as error:
        with suppress(OSError):  # the torn line is dropped by the next reader
            os.ftruncate(file, before)
        raise cannot_write(path, error) from None
