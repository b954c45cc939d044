"""Where files live."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import platformdirs

from coach.content.roots import Root


class Places(NamedTuple):
    """The person's own directory, and the two that belong to this machine: cache (may vanish) and state."""

    home: Path
    cache: Path
    state: Path

    @property
    def sessions(self) -> Path:
        """Journals, drafts and tombstones of drills."""
        return self.home / "sessions"

    @property
    def transcripts(self) -> Path:
        """Transcripts, each derived from a journal."""
        return self.home / "transcripts"

    @property
    def seen(self) -> Path:
        """Every content file that was drilled with, by digest."""
        return self.home / "seen"

    @property
    def solutions(self) -> Path:
        """When worked solutions were looked at, a journal a device."""
        return self.home / "solutions"

    @property
    def reviews(self) -> Path:
        """Review logs of flashcards, one a device."""
        return self.home / "reviews"

    @property
    def debriefs(self) -> Path:
        """Debriefs of real interviews, a journal for each and device."""
        return self.home / "debriefs"

    @property
    def imports(self) -> Path:
        """What imported files held, a file a deck."""
        return self.home / "imports"

    @property
    def config(self) -> Path:
        """The settings."""
        return self.home / "config.toml"

    @property
    def content(self) -> Root:
        """The person's own scenarios, formats and decks."""
        return Root("home", self.home / "scenarios", self.home / "formats", self.home / "decks")

    @property
    def locks(self) -> Path:
        """Locks of open sessions."""
        return self.state / "locks"


def places(environ: Mapping[str, str] = os.environ) -> Places:
    """The directories in force: `COACH_HOME` or the platform's data directory, and the platform's cache and state."""
    home = environ.get("COACH_HOME")
    return Places(
        home=Path(home).expanduser().absolute() if home else platformdirs.user_data_path("coach", appauthor=False),
        cache=platformdirs.user_cache_path("coach", appauthor=False),
        state=platformdirs.user_state_path("coach", appauthor=False),
    )
