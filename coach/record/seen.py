"""Copies of the content that drills were done with, so that a later edit changes no drill."""

from pathlib import Path

from coach.content.digest import digest_of
from coach.errors import CoachError
from coach.record.files import write_whole


class Seen:
    """Content files by digest, each kept once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, text: str) -> str:
        """Keeps a text and returns its digest. Raises CoachError when it cannot be written."""
        digest = digest_of(text)
        path = self.path(digest)
        if not path.exists():
            write_whole(path, text)
        return digest

    def path(self, digest: str) -> Path:
        """Where the text of a digest is kept."""
        return self._folder / f"{digest}.yaml"

    def text(self, digest: str) -> str:
        """The text of a digest. Raises CoachError when it is gone or was changed."""
        path = self.path(digest)
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            raise CoachError(
                f"{path} is missing: the copy of the question that this drill was done with.",
                "Bring it back from a backup or another device; the notes themselves are safe.",
            ) from None
        if digest_of(text) != digest:
            raise CoachError(f"{path} was changed after the drill.", "Bring it back from a backup or another device.")
        return text
