"""An export is written where the person wants it, and over nothing but an export."""

from pathlib import Path

import pytest

from coach.errors import CoachError
from coach.record.exports import write_export

MARK = "#mine"


def test_an_export_is_written_and_written_over(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    write_export(path, "#mine 1\n", MARK)
    write_export(path, "#mine 2\n", MARK)
    assert path.read_text() == "#mine 2\n"


@pytest.mark.parametrize("text", [b"", b"#min", b"my notes\n", b"\xff\xfe\x00"])
def test_any_other_file_stays(tmp_path: Path, text: bytes) -> None:
    path = tmp_path / "x.txt"
    path.write_bytes(text)
    with pytest.raises(CoachError, match="was not made by such an export"):
        write_export(path, "#mine 1\n", MARK)
    assert path.read_bytes() == text


@pytest.mark.parametrize(
    ("name", "message"),
    [(".", "is a directory"), ("no/x.txt", "is not a directory"), ("file/x.txt", "is not a directory")],
)
def test_a_place_that_cannot_be_is_said(tmp_path: Path, name: str, message: str) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CoachError, match=message):
        write_export(tmp_path / name, "#mine\n", MARK)
    assert not (tmp_path / "no").exists()


def test_a_name_that_no_disk_takes_is_said(tmp_path: Path) -> None:
    with pytest.raises(CoachError, match="cannot be read: file name too long"):
        write_export(tmp_path / ("x" * 300), "#mine\n", MARK)


def test_a_device_is_not_read(tmp_path: Path) -> None:
    with pytest.raises(CoachError, match="no regular file"):
        write_export(Path("/dev/zero"), "#mine\n", MARK)


def test_an_export_without_a_mark_is_written_over_nothing(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    write_export(path, "one\n", None)
    with pytest.raises(CoachError, match="is there already"):
        write_export(path, "two\n", None)
    assert path.read_text() == "one\n"
