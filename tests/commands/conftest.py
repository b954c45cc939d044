"""A person at the shell, who has used the coach before or has flashcards."""

import shutil
from pathlib import Path

import pytest

from coach.commands import world
from coach.commands.catalogue import catalogue
from coach.content.library import Library
from coach.content.roots import Root, shipped
from coach.record.home import Home
from coach.record.places import Places
from coach.screens.collecting import collect
from tests.cards import Desk, little
from tests.conftest import Clock


@pytest.fixture(scope="session")
def warm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The caches as they are after the shipped content was read once."""
    own = tmp_path_factory.mktemp("warm")
    home, library = Home(Places(own / "home", own / "cache", own / "state")), Library([Root.at("shipped", shipped())])
    catalogue(home.places.cache, library)
    collect(home, library)
    return home.places.cache


@pytest.fixture
def places(places: Places, warm: Path) -> Places:
    """Directories of a test's own, in which nothing was done yet; the shipped content is known to the caches."""
    shutil.copytree(warm, places.cache)
    return places


@pytest.fixture
def desk(places: Places, clock: Clock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A person with flashcards, whose clock and whose little shipped content are those of the program too."""
    desk = Desk(places, clock, little(tmp_path / "shipped"))
    monkeypatch.setattr(world, "shipped", lambda: desk.shipped)
    monkeypatch.setattr(world, "now", clock)
    return desk
