"""The person's own decks."""

from pathlib import Path

import pytest

from coach.errors import CoachError
from coach.record.decks import Decks
from coach.record.places import Places

TEXT = "schema: 1\nid: mine\n"


@pytest.fixture
def decks(places: Places) -> Decks:
    """The decks of a home."""
    return Decks(places)


def test_a_deck_is_written_and_read_with_its_own_line_ends(decks: Decks, places: Places) -> None:
    path = decks.path("mine")
    assert path == places.home / "decks" / "mine.yaml"
    assert decks.text(path) == ""
    decks.write(path, TEXT.replace("\n", "\r\n"))
    assert decks.text(path) == TEXT.replace("\n", "\r\n")
    decks.write(path, "short")
    assert path.read_bytes() == b"short"
    assert [each.name for each in path.parent.iterdir()] == ["mine.yaml"]


def test_a_deck_behind_a_link_is_changed_where_it_is(decks: Decks, tmp_path: Path) -> None:
    theirs = tmp_path / "repository" / "cards.yaml"
    theirs.parent.mkdir()
    theirs.write_text(TEXT)
    path = decks.path("mine")
    path.parent.mkdir(parents=True)
    path.symlink_to(theirs)
    decks.write(path, TEXT + "title: Mine\n")
    assert path.is_symlink()
    assert theirs.read_text() == decks.text(path) == TEXT + "title: Mine\n"


@pytest.mark.parametrize(
    ("raw", "said"), [(b"id: \xff\n", r"is not UTF-8 text \(byte 4\)"), (None, "cannot be read: is a directory")]
)
def test_a_deck_that_cannot_be_read_is_said(decks: Decks, raw: bytes | None, said: str) -> None:
    path = decks.path("mine")
    path.parent.mkdir(parents=True)
    if raw is None:
        path.mkdir()
    else:
        path.write_bytes(raw)
    with pytest.raises(CoachError, match=said):
        decks.text(path)


def test_a_home_that_is_a_file_has_no_decks_and_takes_none(decks: Decks, places: Places) -> None:
    places.home.write_text("in the way")
    assert decks.text(decks.path("mine")) == ""
    for write in (lambda: decks.write(decks.path("mine"), TEXT), lambda: decks.hand_out(TEXT)):
        with pytest.raises(CoachError, match="cannot be written"):
            write()


def test_a_card_is_handed_out_where_no_deck_is_looked_for_and_taken_back_once(decks: Decks, places: Places) -> None:
    path = decks.hand_out("id: a\n")
    assert path.name.startswith(".")
    assert path.suffix == ".yaml"  # so that an editor knows it
    path.write_bytes(b"id: a\nfront: \xff\n")
    assert decks.take_back(path) == "id: a\nfront: \ufffd\n"
    assert list((places.home / "decks").iterdir()) == []
    with pytest.raises(CoachError, match="cannot be read"):
        decks.take_back(path)


def test_each_editor_has_a_file_of_its_own(decks: Decks) -> None:
    ours, theirs = decks.hand_out("id: ours\n"), decks.hand_out("id: theirs\n")
    assert (decks.take_back(ours), decks.take_back(theirs)) == ("id: ours\n", "id: theirs\n")
