"""Append-only journals: JSON lines, the first a header. The file is the truth; a torn last line is mended."""

import json
import os
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from coach.errors import CoachError
from coach.record.files import cannot_read, cannot_write, make_directory

VERSION = 1


@dataclass(slots=True)
class Content:
    """What a journal file holds: records in order, the length of the sound part in bytes, lines that are damaged."""

    header: dict[str, Any]
    records: list[dict[str, Any]] = field(default_factory=list)
    sound: int = 0
    damaged: list[int] = field(default_factory=list)


def read_journal(path: Path, kind: str) -> Content:
    """Reads a journal, leaving out a torn last line and damaged ones.

    Raises CoachError for a file that cannot be read, that is no journal of this kind, or that a newer coach wrote.
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise cannot_read(path, error) from None
    lines = raw.split(b"\n")
    tail = lines.pop()
    header = read_header(lines[0] if lines else b"", path, kind)
    content = Content(header, sound=len(raw) - len(tail))
    for number, line in enumerate(lines[1:], start=2):
        record = parse(line)
        if record is not None:
            content.records.append(record)
        elif line.strip():
            content.damaged.append(number)
    return content


def read_header(line: bytes, path: Path, kind: str) -> dict[str, Any]:
    """The header of a journal, its first line. Raises CoachError for one of another kind or of a newer coach."""
    header = parse(line)
    if header is None or header.get("coach") != kind:
        raise CoachError(
            f"{path}:1: this is not a {kind} journal of coach.",
            "Move it away; coach reads only files it wrote itself.",
        )
    if not isinstance(version := header.get("version"), int) or version > VERSION:
        raise CoachError(
            f"{path}:1: a newer coach wrote this journal (version {version}, this one reads {VERSION}).",
            "Upgrade coach on this machine; the file is left as it is.",
        )
    return header


def damage(path: Path, kind: str, whose: str) -> list[str]:
    """What is wrong with a journal, a line each; `whose` is what goes on when its torn last line is dropped."""
    try:
        content = read_journal(path, kind)
    except CoachError as error:
        return [f"{error.message} {error.hint}"]
    found = [f"{path}:{line}: this line is damaged and was left out." for line in content.damaged]
    if content.sound < path.stat().st_size:
        found.append(f"{path}: the last line is torn; it is dropped when {whose} goes on.")
    return found


def parse(line: bytes) -> dict[str, Any] | None:
    """The record that a line holds, or None for a damaged one."""
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def line_of(record: dict[str, Any]) -> bytes:
    """A record as a line of a journal."""
    return (json.dumps(record, separators=(",", ":")) + "\n").encode("ascii")


def unborn(raw: bytes) -> bool:
    """Whether a file holds nothing but, at most, a header that a crash tore."""
    return b"\n" not in raw and raw[:8] == b'{"coach"'[: len(raw)]


def write_end(file: int, sound: int, line: bytes) -> None:
    """Puts a line on the disk behind the sound part of an open file. Raises OSError; then the file ends with that."""
    try:
        if os.fstat(file).st_size > sound:
            os.ftruncate(file, sound)
        written = 0
        while written < len(line):
            written += os.write(file, line[written:])
        os.fsync(file)
    except OSError:
        with suppress(OSError):  # a torn line is dropped by the next reader
            os.ftruncate(file, sound)
        raise


def _unborn(path: Path) -> bool:
    try:
        return unborn(path.read_bytes())
    except FileNotFoundError:
        return True
    except OSError as error:
        raise cannot_write(path, error) from None


class Journal:
    """A journal open for appending; each record is on the disk when `append` returns."""

    def __init__(self, path: Path, header: dict[str, Any]) -> None:
        """Opens a journal, writing the header of a new one and mending a torn last line of an old one.

        Raises CoachError when it cannot be written, or is not a journal of the header's kind.
        """
        self.path = path
        make_directory(path.parent)
        sound = 0 if _unborn(path) else read_journal(path, header["coach"]).sound
        try:
            self._file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
            if os.fstat(self._file).st_size > sound:
                os.ftruncate(self._file, sound)
        except OSError as error:
            raise cannot_write(path, error) from None
        if sound == 0:
            try:
                self.append({**header, "version": VERSION})
            except CoachError:
                self.close()
                raise

    def append(self, record: dict[str, Any]) -> None:
        """Adds one record. Raises CoachError when the disk refuses; then the file is as it was before."""
        try:
            write_end(self._file, os.fstat(self._file).st_size, line_of(record))
        except OSError as error:
            raise cannot_write(self.path, error) from None

    def close(self) -> None:
        """Closes the file."""
        if self._file >= 0:
            os.close(self._file)
            self._file = -1

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
