"""A cache of what `coach list` shows, so that it need not read every scenario."""

import json
from pathlib import Path
from typing import Any

from coach import __version__
from coach.errors import CoachError
from coach.record.files import write_whole


class Index:
    """Summaries of content files by path; an entry holds as long as the file's time and size do."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "list.json"
        self._entries = self._read()
        self._changed = False

    def _read(self) -> dict[str, Any]:
        try:
            value = json.loads(self._path.read_bytes())
        except (OSError, ValueError):
            return {}
        same = isinstance(value, dict) and value.get("coach") == __version__
        return value["files"] if same and isinstance(value.get("files"), dict) else {}

    def get(self, path: Path) -> Any:
        """The summary kept for a file as it is now, or None."""
        entry = self._entries.get(str(path))
        return entry.get("summary") if isinstance(entry, dict) and entry.get("state") == _state(path) else None

    def put(self, path: Path, summary: Any) -> None:
        """Keeps the summary of a file as it is now."""
        self._entries[str(path)] = {"state": _state(path), "summary": summary}
        self._changed = True

    def save(self) -> None:
        """Writes the cache; a cache that cannot be written is no error."""
        if self._changed:
            try:
                write_whole(self._path, json.dumps({"coach": __version__, "files": self._entries}))
            except CoachError:
                return


def _state(path: Path) -> list[int]:
    try:
        known = path.stat()
    except OSError:
        return [0, 0]
    return [known.st_mtime_ns, known.st_size]
