"""What imported files held is kept, and its loss is no error."""

from pathlib import Path

import pytest

from coach.errors import CoachError
from coach.record.home import Home
from coach.record.imports import Imports, read_bytes


def test_digests_are_kept_by_deck(home: Home) -> None:
    home.imports.keep("mine", {"a": {"front": "1"}})
    home.imports.keep("other", {"a": {"front": "2"}})
    assert home.imports.seen("mine") == {"a": {"front": "1"}}
    assert sorted(path.name for path in home.places.imports.iterdir()) == ["mine.json", "other.json"]


def test_nothing_new_writes_nothing(home: Home) -> None:
    home.imports.keep("mine", {})
    assert not home.places.home.exists()


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"cards": []}', '{"version": 1}', "\xff", '{"cards": {"a": 1}}', "[" * 9999]
)
def test_a_spoilt_file_means_that_nothing_is_known(tmp_path: Path, text: str) -> None:
    (tmp_path / "mine.json").write_text(text, encoding="latin-1")
    assert Imports(tmp_path).seen("mine") == {}


def test_no_more_is_read_than_asked_for(tmp_path: Path) -> None:
    assert read_bytes(Path("/dev/zero"), 4) == bytes(4)
    with pytest.raises(CoachError, match="cannot be read: is a directory"):
        read_bytes(tmp_path, 4)
    with pytest.raises(CoachError, match="cannot be read: no such file"):
        read_bytes(tmp_path / "x", 4)
