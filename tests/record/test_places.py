"""Where files live."""

from pathlib import Path

import pytest

from coach.record.home import Home
from coach.record.places import Places, places


def test_the_home_is_where_the_environment_says(tmp_path: Path) -> None:
    assert places({"COACH_HOME": str(tmp_path / "mine")}).home == tmp_path / "mine"


def test_a_tilde_and_a_relative_path_are_made_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    assert places({"COACH_HOME": "~/mine"}).home == tmp_path / "mine"
    assert places({"COACH_HOME": "mine"}).home == tmp_path / "mine"


@pytest.mark.parametrize("environ", [{}, {"COACH_HOME": ""}])
def test_without_a_word_it_is_the_platforms_data_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, environ: dict[str, str]
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    found = places(environ)
    assert found.home.is_relative_to(tmp_path)
    assert "coach" in found.home.parts


def test_cache_and_state_belong_to_the_machine_and_never_to_the_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    found = places({"COACH_HOME": str(tmp_path / "mine")})
    assert not found.cache.is_relative_to(found.home)
    assert not found.state.is_relative_to(found.home)
    assert found.cache != found.state
    assert found.locks.is_relative_to(found.state)


def test_all_that_is_kept_lies_in_the_home(tmp_path: Path) -> None:
    found = Places(tmp_path / "home", tmp_path / "cache", tmp_path / "state")
    kept = (found.sessions, found.transcripts, found.seen, found.solutions, found.config)
    assert all(path.parent == found.home for path in kept)
    assert len(set(kept)) == len(kept)
    assert (found.content.scenarios, found.content.formats) == (found.home / "scenarios", found.home / "formats")


def test_looking_at_a_home_makes_nothing(home: Home, places: Places) -> None:
    assert home.sessions.ids() == []
    assert home.looks.first() == {}
    assert home.settings.level == "senior"
    assert not any(path.exists() for path in (places.home, places.cache, places.state))
