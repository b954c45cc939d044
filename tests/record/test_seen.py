"""Copies of the content that drills were done with."""

from pathlib import Path

import pytest

from coach.errors import CoachError
from coach.record.seen import Seen


@pytest.fixture
def seen(tmp_path: Path) -> Seen:
    """An empty store."""
    return Seen(tmp_path / "seen")


def test_a_text_comes_back_by_its_digest(seen: Seen) -> None:
    text = "id: tiny\ntitle: ü × 日本\n"
    assert seen.text(seen.keep(text)) == text


def test_a_text_is_kept_once_and_another_beside_it(seen: Seen) -> None:
    first = seen.keep("a")
    before = seen.path(first).stat()
    assert seen.keep("a") == first
    assert seen.path(first).stat() == before
    assert seen.keep("b") != first
    assert seen.text(first) == "a"


def test_a_copy_that_is_gone_is_said_with_advice(seen: Seen) -> None:
    digest = seen.keep("a")
    seen.path(digest).unlink()
    with pytest.raises(CoachError, match="is missing") as caught:
        seen.text(digest)
    assert "the notes themselves are safe" in caught.value.hint


@pytest.mark.parametrize("raw", [b"changed", b"", b"\xff"])
def test_a_copy_that_was_changed_is_not_trusted(seen: Seen, raw: bytes) -> None:
    digest = seen.keep("a")
    seen.path(digest).write_bytes(raw)
    with pytest.raises(CoachError, match=r"was changed|is missing"):
        seen.text(digest)


def test_a_store_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(CoachError, match="cannot be written"):
        Seen(tmp_path / "file").keep("a")
