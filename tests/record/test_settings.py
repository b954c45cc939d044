"""The person's settings."""

import dataclasses
from pathlib import Path

import pytest

from coach.errors import CoachError
from coach.record.settings import EXPLAINED, Settings, read_settings


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
    assert [field.name for field in dataclasses.fields(Settings)] == list(EXPLAINED)


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
