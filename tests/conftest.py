"""Fixtures of all tests. A test that writes has to ask for `home` or `places`; one that forgets fails by name."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from coach.content.library import Library
from coach.content.roots import Root, shipped
from coach.record.home import Home
from coach.record.places import Places

START = datetime(2026, 11, 21, 10, 15, tzinfo=UTC)


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.at = START

    def __call__(self) -> datetime:
        return self.at

    def forward(self, seconds: float) -> None:
        """Moves the clock; a negative number sets it back."""
        self.at += timedelta(seconds=seconds)


@pytest.fixture(autouse=True)
def _nowhere(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """Points every directory at a place that cannot exist, named after the test."""
    for name in ("COACH_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "HOME"):
        monkeypatch.setenv(name, f"/dev/null/{request.node.name}-chose-no-{name}")
    for name in ("COACH_SCENARIOS", "COLUMNS", "NO_COLOR", "VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def clock() -> Clock:
    """A fake clock that starts on 21 November 2026, 10:15 UTC."""
    return Clock()


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Places:
    """Directories of a test's own, also for commands that look at the environment."""
    monkeypatch.setenv("COACH_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return Places(tmp_path / "home", tmp_path / "cache" / "coach", tmp_path / "state" / "coach")


@pytest.fixture
def home(places: Places) -> Home:
    """A home of a test's own."""
    return Home(places)


@pytest.fixture
def library(home: Home) -> Library:
    """The person's own content before the shipped one."""
    return Library([home.places.content, Root.at("shipped", shipped())])
