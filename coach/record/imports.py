"""What files held when they were imported, so that the next import brings only what changed in them since."""

import json
from pathlib import Path

from coach.record.files import cannot_read, write_whole


class Imports:
    """Digests of fields by card, a file a deck. A file that is lost or spoilt only means that nothing is known."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def seen(self, deck: str) -> dict[str, dict[str, str]]:
        """The digests that were kept for a deck: for each card those of its fields."""
        try:
            value = json.loads(self._path(deck).read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            return {}
        cards = value.get("cards") if isinstance(value, dict) else None
        if not isinstance(cards, dict):
            return {}
        return {card: fields for card, fields in cards.items() if isinstance(fields, dict)}

    def keep(self, deck: str, seen: dict[str, dict[str, str]]) -> None:
        """Keeps the digests of a deck. Raises CoachError."""
        if seen != self.seen(deck):
            write_whole(self._path(deck), json.dumps({"version": 1, "cards": seen}, indent=0) + "\n")

    def _path(self, deck: str) -> Path:
        return self._folder / f"{deck}.json"


def read_bytes(path: Path, most: int) -> bytes:
    """The first bytes of a file that the person names, `most` at the most. Raises CoachError."""
    try:
        with path.open("rb") as file:
            return file.read(most)
    except OSError as error:
        raise cannot_read(path, error) from None
