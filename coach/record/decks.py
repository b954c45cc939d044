"""The person's own decks: files that the coach adds cards to and changes cards in."""

import os
from contextlib import suppress
from pathlib import Path

from coach.errors import CoachError
from coach.record.files import cannot_read, write_whole
from coach.record.places import Places


class Decks:
    """The decks of a home."""

    def __init__(self, places: Places) -> None:
        self._folder = places.content.decks

    def path(self, deck: str) -> Path:
        """Where a deck is, whether or not it exists."""
        return self._folder / f"{deck}.yaml"

    def text(self, path: Path) -> str:
        """The text of a file with its own line ends; empty when there is none. Raises CoachError."""
        try:
            return path.read_bytes().decode("utf-8")
        except (FileNotFoundError, NotADirectoryError):
            return ""
        except UnicodeDecodeError as error:
            raise CoachError(f"{path} is not UTF-8 text (byte {error.start}).", "Save it as UTF-8.") from None
        except OSError as error:
            raise cannot_read(path, error) from None

    def hand_out(self, text: str) -> Path:
        """Writes the text of one card to be edited, where no deck is looked for. Raises CoachError."""
        path = self._folder / f".card.{os.urandom(4).hex()}.yaml"  # of its own: two terminals may edit at once
        write_whole(path, text)
        return path

    def take_back(self, path: Path) -> str:
        """The edited text; the file is removed. Raises CoachError."""
        try:
            text = path.read_text(encoding="utf-8", errors="replace")
        except OSError as error:
            raise cannot_read(path, error) from None
        with suppress(OSError):
            path.unlink()
        return text

    def write(self, path: Path, text: str) -> None:
        """Replaces a deck file, also where a link leads to it. Raises CoachError."""
        write_whole(path.resolve(), text)
