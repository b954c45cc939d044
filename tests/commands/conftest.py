"""A person with flashcards at the shell."""

from pathlib import Path

import pytest

from coach.commands import world
from coach.record.places import Places
from tests.cards import Desk, little
from tests.conftest import Clock


@pytest.fixture
def desk(places: Places, clock: Clock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A person with flashcards, whose clock and whose little shipped content are those of the program too."""
    desk = Desk(places, clock, little(tmp_path / "shipped"))
    monkeypatch.setattr(world, "shipped", lambda: desk.shipped)
    monkeypatch.setattr(world, "now", clock)
    return desk
