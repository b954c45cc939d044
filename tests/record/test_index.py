"""The caches of what files come to."""

import os
from pathlib import Path

import pytest

import coach.record.index
from coach.record.index import Index, Shelf

SUMMARY = {"id": "tiny", "facts": 3}


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A content file."""
    path = tmp_path / "tiny.yaml"
    path.write_text("id: tiny\n")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the cache is kept."""
    return tmp_path / "cache"


def keep(folder: Path, content: Path) -> None:
    """Puts the summary into the cache and saves it."""
    index = Index(folder, "list")
    index.put(SUMMARY, content)
    index.save()


def test_a_summary_is_kept_over_runs(folder: Path, content: Path) -> None:
    keep(folder, content)
    assert Index(folder, "list").get(content) == SUMMARY


def test_an_unknown_file_has_no_summary(folder: Path, content: Path) -> None:
    assert Index(folder, "list").get(content) is None


def test_a_file_that_changed_in_size_or_time_has_no_summary(folder: Path, content: Path) -> None:
    keep(folder, content)
    known = content.stat()
    content.write_text("id: tiny # longer\n")
    os.utime(content, ns=(known.st_atime_ns, known.st_mtime_ns))
    assert Index(folder, "list").get(content) is None
    content.write_text("id: tint\n")
    os.utime(content, ns=(known.st_atime_ns, known.st_mtime_ns + 1))
    assert Index(folder, "list").get(content) is None


def test_a_cache_of_another_version_is_not_used(folder: Path, content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(folder, content)
    monkeypatch.setattr(coach.record.index, "__version__", "99")
    assert Index(folder, "list").get(content) is None


def test_a_file_that_is_gone_has_no_summary(folder: Path, content: Path) -> None:
    keep(folder, content)
    content.unlink()
    assert Index(folder, "list").get(content) is None


@pytest.mark.parametrize("raw", [b"", b"{}", b"[]", b"\xff\n{}", b"0.1.0 00000000\n", b"null"])
def test_a_damaged_cache_is_an_empty_one_and_is_written_anew(folder: Path, content: Path, raw: bytes) -> None:
    folder.mkdir()
    (folder / "list.json").write_bytes(raw)
    assert Index(folder, "list").get(content) is None
    keep(folder, content)
    assert Index(folder, "list").get(content) == SUMMARY


@pytest.mark.parametrize("change", [("tiny", "tidy"), ('"facts":3', '"facts":[]'), ("summary", "summery")])
def test_a_cache_that_something_else_changed_is_not_believed(
    folder: Path, content: Path, change: tuple[str, str]
) -> None:
    keep(folder, content)
    path = folder / "list.json"
    path.write_text(path.read_text().replace(*change))
    assert Index(folder, "list").get(content) is None


def test_a_cache_that_cannot_be_written_is_no_error(tmp_path: Path, content: Path) -> None:
    (tmp_path / "file").touch()
    keep(tmp_path / "file", content)
    assert (tmp_path / "file").read_bytes() == b""


def test_without_a_change_nothing_is_written(folder: Path, content: Path) -> None:
    index = Index(folder, "list")
    index.get(content)
    index.save()
    assert not folder.exists()


def test_files_that_belong_together_have_one_summary(folder: Path, content: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.yaml"
    other.write_text("id: other\n")
    index = Index(folder, "list")
    index.put(SUMMARY, content, other)
    assert index.get(content, other) == SUMMARY
    assert index.get(content) is None
    other.write_text("id: changed\n")
    assert index.get(content, other) is None


def test_what_is_not_kept_is_dropped(folder: Path, content: Path, tmp_path: Path) -> None:
    keep(folder, content)
    index = Index(folder, "list")
    index.keep([tmp_path / "another.yaml"])
    index.save()
    assert Index(folder, "list").get(content) is None


def test_what_was_kept_is_told_though_the_file_changed(folder: Path, content: Path) -> None:
    keep(folder, content)
    content.write_text("id: changed\n")
    index = Index(folder, "list")
    assert (index.get(content), index.last(content)) == (None, SUMMARY)
    assert index.last(folder) is None


# a cache for each file


def test_a_shelf_has_a_cache_of_its_own_for_each_file_also_for_files_of_one_name(folder: Path, tmp_path: Path) -> None:
    paths = [tmp_path / where / "deck.yaml" for where in ("one", "two")]
    for number, path in enumerate(paths):
        path.parent.mkdir()
        path.write_text("id: deck\n")
        index = Shelf(folder, "decks").of(path)
        index.put(number, path)
        index.save()
    assert [Shelf(folder, "decks").of(path).get(path) for path in paths] == [0, 1]
    assert len(list((folder / "decks").iterdir())) == 2


def test_a_shelf_keeps_what_is_wanted_and_what_is_just_being_written(folder: Path, content: Path) -> None:
    shelf = Shelf(folder, "decks")
    shelf.keep([content])  # nothing there yet
    index = shelf.of(content)
    index.put(SUMMARY, content)
    index.save()
    for name in ("gone-00000000.json", ".gone.json.12ab"):
        (folder / "decks" / name).touch()
    shelf.keep([content])
    assert shelf.of(content).get(content) == SUMMARY
    assert len(list((folder / "decks").iterdir())) == 2
    shelf.keep([])
    assert [path.name for path in (folder / "decks").iterdir()] == [".gone.json.12ab"]
