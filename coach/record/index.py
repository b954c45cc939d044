"""Caches of what files come to, so that they need not be read again."""

import json
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any
from zlib import crc32

from coach import __version__
from coach.errors import CoachError
from coach.record.files import write_whole


class Index:
    """Summaries of files by path; an entry holds as long as the time and size of its files do."""

    def __init__(self, folder: Path, name: str) -> None:
        self._path = folder / f"{name}.json"
        self._entries = self._read()
        self._changed = False

    def _read(self) -> dict[str, Any]:
        try:
            begins, _, told = self._path.read_bytes().partition(b"\n")
            entries: dict[str, Any] = json.loads(told) if begins == _seal(told) else {}
        except (OSError, ValueError):
            return {}
        return entries

    def get(self, path: Path, *others: Path) -> Any:
        """The summary kept for a file, or for some files together, as they are now; None where there is none."""
        entry = self._entries.get(str(path))
        if entry is None or entry["state"] != [_state(one) for one in (path, *others)]:
            return None
        return entry["summary"]

    def last(self, path: Path) -> Any:
        """The summary kept for a file, though the file may have changed since; None where there is none."""
        entry = self._entries.get(str(path))
        return entry["summary"] if entry else None

    def put(self, summary: Any, path: Path, *others: Path) -> None:
        """Keeps the summary of a file, or of some files together, as they are now."""
        self._entries[str(path)] = {"state": [_state(one) for one in (path, *others)], "summary": summary}
        self._changed = True

    def keep(self, paths: Iterable[Path]) -> None:
        """Drops the entries of all other paths."""
        wanted = {str(path) for path in paths}
        if gone := [path for path in self._entries if path not in wanted]:
            for path in gone:
                del self._entries[path]
            self._changed = True

    def save(self) -> None:
        """Writes the cache; a cache that cannot be written is no error."""
        if self._changed:
            told = json.dumps(self._entries, separators=(",", ":"))
            try:
                write_whole(self._path, f"{_seal(told.encode()).decode()}\n{told}")
            except CoachError:
                return


class Shelf:
    """A cache with a file of its own for each file: for what is large, and needed for a few of them at a time."""

    def __init__(self, folder: Path, name: str) -> None:
        self._folder = folder / name

    def of(self, path: Path) -> Index:
        """The cache of one file."""
        return Index(self._folder, _name(path))

    def keep(self, paths: Iterable[Path]) -> None:
        """Removes the caches of all other paths, as far as the disk lets it."""
        wanted = {f"{_name(path)}.json" for path in paths}
        with suppress(OSError):
            for name in os.listdir(self._folder):
                if name not in wanted and not name.startswith("."):  # else another process is writing it
                    (self._folder / name).unlink(missing_ok=True)


def _seal(told: bytes) -> bytes:
    """What stands before the entries: whoever reads a cache takes its shape for granted, so another version's and a
    damaged one are not believed."""
    return f"{__version__} {crc32(told):08x}".encode()


def _name(path: Path) -> str:
    return f"{path.stem}-{crc32(str(path).encode()):08x}"


def _state(path: Path) -> list[int]:
    try:
        known = path.stat()
    except OSError:
        return [0, 0]
    return [known.st_mtime_ns, known.st_size]
