"""The person's settings."""

from datetime import date
from pathlib import Path

import pytest

from coach.errors import CoachError
from coach.record.settings import EXPLAINED, Settings, keep_setting, read_settings, with_setting


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the settings are."""
    return tmp_path / "config.toml"


def test_without_a_file_every_setting_has_its_default(path: Path) -> None:
    assert read_settings(path) == Settings(level="senior", format="four-phase", editor="", bell=True)


def test_what_the_file_says_is_taken_and_the_rest_keeps_its_default(path: Path) -> None:
    path.write_text('# mine\nlevel = "staff"\nbell = false\neditor = "vim -n"\n')
    assert read_settings(path) == Settings(level="staff", bell=False, editor="vim -n")


def test_every_setting_is_explained() -> None:
    assert list(Settings._fields) == list(EXPLAINED)


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("bell = true\nlevel = 'chief'\n", 2, "level should be one of mid, senior, staff, is 'chief'"),
        ("level = 3\n", 1, "level should be one of mid, senior, staff, is 3"),
        ("\n\nbell = 'no'\n", 3, "bell should be true or false, is 'no'"),
        ("bell = 1\n", 1, "bell should be true or false, is 1"),
        ("format = 45\n", 1, "format should be text in quotes, is 45"),
        ("editor = ['vim']\n", 1, "editor should be text in quotes, is ['vim']"),
        ("# x\nlevl = 'mid'\n", 2, "there is no setting 'levl'; did you mean level?"),
        ("bell = true\n[level]\nx = 1\n", 2, "level should be one of"),
        ("bell = true\n\n[ui]\ncolour = 1\n", 3, "there is no setting 'ui'"),
        ("hours_per_week = 0\n", 1, "hours_per_week should be a whole number from 1 to 60, is 0"),
        ("bell = true\nhours_per_week = 2.5\n", 2, "hours_per_week should be a whole number from 1 to 60, is 2.5"),
        ("hours_per_week = true\n", 1, "hours_per_week should be a whole number from 1 to 60, is True"),
        ("bell = true\nui.colour = 1\n", 2, "there is no setting 'ui'"),
        ("bell = true\n'level' = 'chief'\n", 2, "level should be one of"),
        ("bell = true\nlevel = mid\n", 2, "not valid TOML"),
        ("bell = true\nbell = true\n", 2, "not valid TOML"),
        ("bell = true\n\nlevel = ", 3, "not valid TOML"),
        ("bell = true\nlevel = 'mid", 2, "not valid TOML"),
    ],
)
def test_a_wrong_setting_is_named_with_its_line(path: Path, text: str, line: int, said: str) -> None:
    path.write_text(text)
    with pytest.raises(CoachError) as caught:
        read_settings(path)
    assert caught.value.message.startswith(f"{path}:{line}: ")
    assert said in caught.value.message
    assert caught.value.hint


def test_a_file_that_is_no_text_or_a_directory_is_said(path: Path, tmp_path: Path) -> None:
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(CoachError, match="cannot be read"):
        read_settings(path)
    (tmp_path / "folder").mkdir()
    with pytest.raises(CoachError, match="cannot be read"):
        read_settings(tmp_path / "folder")


# one setting changed

DAY = "2026-12-05"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "interview = 2026-12-05\n"),
        ("# mine\nlevel = 'mid'\n", "interview = 2026-12-05\n# mine\nlevel = 'mid'\n"),
        ("level = 'mid'", "interview = 2026-12-05\nlevel = 'mid'"),
        ("interviewer = 'kind'\n", "interview = 2026-12-05\ninterviewer = 'kind'\n"),
        ("# interview = 2026-01-01\n", "interview = 2026-12-05\n# interview = 2026-01-01\n"),
        (
            "bell = true\ninterview = 2026-01-01\nlevel = 'mid'\n",
            "bell = true\ninterview = 2026-12-05\nlevel = 'mid'\n",
        ),
        ("interview=2026-01-01  # the bank\n", "interview = 2026-12-05  # the bank\n"),
        ("  'interview'  = 2026-01-01", "interview = 2026-12-05\n"),
        ("level = 'mid'\r\nbell = true\r\n", "interview = 2026-12-05\r\nlevel = 'mid'\r\nbell = true\r\n"),
        ("interview = 2026-01-01 # x\r\nbell = true\r\n", "interview = 2026-12-05 # x\r\nbell = true\r\n"),
        ("bell = true\n[other]\ninterview = 1\n", "interview = 2026-12-05\nbell = true\n[other]\ninterview = 1\n"),
        ("editor = 'ü'\n\n\n# end", "interview = 2026-12-05\neditor = 'ü'\n\n\n# end"),
    ],
)
def test_a_setting_is_changed_and_every_other_line_stays(path: Path, before: str, after: str) -> None:
    assert with_setting(before, "interview", DAY) == after
    assert with_setting(after, "interview", DAY) == after
    path.write_bytes(before.encode())
    keep_setting(path, "interview", DAY)
    assert path.read_bytes() == after.encode()
    if "[other]" not in before:
        assert read_settings(path).interview == date(2026, 12, 5)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", ""),
        ("interview = 2026-01-01 # x\n", ""),
        ("bell = true\ninterview = 2026-01-01\nlevel = 'mid'\n", "bell = true\nlevel = 'mid'\n"),
        ("interviewer = 'kind'\n", "interviewer = 'kind'\n"),
    ],
)
def test_a_setting_is_taken_out(path: Path, before: str, after: str) -> None:
    path.write_text(before)
    keep_setting(path, "interview", "")
    assert path.read_text() == after


def test_settings_behind_a_link_are_changed_where_they_are(path: Path, tmp_path: Path) -> None:
    theirs = tmp_path / "dotfiles" / "coach.toml"
    theirs.parent.mkdir()
    theirs.write_text("level = 'mid'\n")
    path.symlink_to(theirs)
    keep_setting(path, "interview", DAY)
    assert path.is_symlink()
    assert read_settings(theirs) == read_settings(path) == Settings(level="mid", interview=date(2026, 12, 5))


def test_settings_that_cannot_be_read_or_written_are_said_and_stay(path: Path, tmp_path: Path) -> None:
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(CoachError, match="cannot be read"):
        keep_setting(path, "interview", DAY)
    assert path.read_bytes() == b"\xff\xfe"
    with pytest.raises(CoachError, match="cannot be written"):
        keep_setting(path / "config.toml", "interview", DAY)
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    with pytest.raises(CoachError, match="cannot be read"):
        keep_setting(tmp_path / "loop", "interview", DAY)
