"""Directories, whole files, and what is said when the disk will not have them."""

import errno
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from coach.errors import CoachError
from coach.record.files import cannot_write, make_directory, names_in, probe, write_new, write_whole


@pytest.fixture
def open_umask() -> Iterator[None]:
    """A umask that takes nothing away."""
    before = os.umask(0)
    yield
    os.umask(before)


def mode(path: Path) -> int:
    """The permissions of a path."""
    return path.stat().st_mode & 0o777


def refuse(number: int) -> Callable[..., int]:
    """A system call that always fails."""

    def call(*_: object, **__: object) -> int:
        raise OSError(number, os.strerror(number))

    return call


@pytest.mark.usefixtures("open_umask")
def test_directories_are_for_their_owner_alone_also_those_on_the_way(tmp_path: Path) -> None:
    make_directory(tmp_path / "a" / "b" / "c")
    assert [mode(tmp_path / part) for part in ("a", "a/b", "a/b/c")] == [0o700] * 3


@pytest.mark.usefixtures("open_umask")
@pytest.mark.parametrize("write", [write_whole, write_new])
def test_files_are_for_their_owner_alone_and_so_are_the_directories_made_for_them(
    tmp_path: Path, write: Callable[[Path, str], None]
) -> None:
    path = tmp_path / "a" / "b" / "file"
    write(path, "text\n")
    assert path.read_text() == "text\n"
    assert (mode(path), mode(path.parent), mode(path.parent.parent)) == (0o600, 0o700, 0o700)


def test_a_directory_that_is_there_keeps_its_permissions(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir(mode=0o755)
    make_directory(tmp_path / "mine" / "inner")
    assert mode(tmp_path / "mine") == 0o755


@pytest.mark.parametrize("write", [write_whole, write_new, lambda path, _: make_directory(path)])
def test_a_file_in_the_way_of_a_directory_is_said(tmp_path: Path, write: Callable[[Path, str], None]) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(CoachError, match=r"cannot be written: (a file is in the way|a part of the path)") as caught:
        write(tmp_path / "file" / "inner", "text")
    assert caught.value.hint
    assert (tmp_path / "file").read_text() == "mine"


def test_a_file_is_replaced_as_a_whole_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "file"
    write_whole(path, "old, and rather long")
    write_whole(path, "new")
    assert path.read_text() == "new"
    assert [p.name for p in tmp_path.iterdir()] == ["file"]


def test_text_is_written_in_utf8_with_its_line_breaks_as_they_are(tmp_path: Path) -> None:
    write_whole(tmp_path / "file", "ü × 日本\r\nnext\n")
    assert (tmp_path / "file").read_bytes() == "ü × 日本\r\nnext\n".encode()


def test_a_lone_surrogate_breaks_nothing(tmp_path: Path) -> None:
    write_whole(tmp_path / "file", "a \ud800 b")
    assert (tmp_path / "file").read_text(encoding="utf-8").startswith("a ")


@pytest.mark.parametrize("call", ["open", "fsync", "replace"])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EIO])
def test_a_whole_file_that_cannot_be_written_leaves_the_old_one_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int
) -> None:
    path = tmp_path / "file"
    write_whole(path, "old")
    with monkeypatch.context() as patch:
        patch.setattr(os, call, refuse(number))
        with pytest.raises(CoachError) as caught:
            write_whole(path, "new")
    assert caught.value.message.startswith(f"{path} cannot be written: ")
    assert path.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["file"]


def test_a_read_only_file_system_is_said_although_it_refuses_every_removal_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(os, "open", refuse(errno.EROFS))
        patch.setattr(os, "unlink", refuse(errno.EROFS))  # Linux says so also for a file that is not there
        with pytest.raises(CoachError, match="the file system is read-only"):
            write_whole(tmp_path / "file", "new")


def test_a_directory_in_the_way_of_a_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").mkdir()
    with pytest.raises(CoachError, match="a directory is in the way"):
        write_whole(tmp_path / "file", "text")
    assert [p.name for p in tmp_path.iterdir()] == ["file"]


def test_a_new_file_is_never_written_over_another(tmp_path: Path) -> None:
    path = tmp_path / "file"
    write_new(path, "first")
    with pytest.raises(FileExistsError):
        write_new(path, "second")
    assert path.read_text() == "first"


def test_a_new_file_is_never_written_through_a_link_that_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(FileExistsError):
        write_new(tmp_path / "link", "text")
    assert not (tmp_path / "elsewhere").exists()


def test_a_new_file_that_cannot_be_made_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(os, "open", refuse(errno.EACCES))
        with pytest.raises(CoachError, match="permission is denied"):
            write_new(tmp_path / "file", "text")


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EDQUOT, "your disk quota is used up"),
        (errno.EROFS, "the file system is read-only"),
        (errno.EACCES, "permission is denied"),
        (errno.EPERM, "permission is denied"),
        (errno.ENOTDIR, "a part of the path is not a directory"),
        (errno.EIO, "input/output error"),
    ],
)
def test_what_is_wrong_with_the_disk_is_said_in_one_sentence_with_a_hint(number: int, said: str) -> None:
    error = cannot_write(Path("/x/y"), OSError(number, os.strerror(number)))
    assert error.message == f"/x/y cannot be written: {said}."
    assert error.hint


def test_a_probe_leaves_nothing_behind(tmp_path: Path) -> None:
    probe(tmp_path / "sessions")
    assert list((tmp_path / "sessions").iterdir()) == []


def test_a_probe_says_that_the_disk_is_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", refuse(errno.ENOSPC))
        with pytest.raises(CoachError, match="the disk is full"):
            probe(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_what_is_in_a_directory_comes_sorted_and_one_that_is_not_there_is_empty(tmp_path: Path) -> None:
    for name in "ba":
        (tmp_path / name).touch()
    assert names_in(tmp_path) == ["a", "b"]
    assert names_in(tmp_path / "a") == names_in(tmp_path / "none") == []
