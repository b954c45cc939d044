"""`coach sheet` from the shell."""

import subprocess
import sys
from pathlib import Path

import pytest

from coach.commands import sheet
from coach.errors import UsageError
from coach.record.home import Home
from coach.record.places import Places
from tests.commands.test_practice import coach
from tests.ptydriver import COACH, ROOT, Terminal, environment


def test_a_pipe_goes_to_the_friend_and_marks_nothing(places: Places) -> None:
    result = coach("sheet", "rag-support")
    assert result.exit_code == 0
    assert result.stdout.startswith("── For the interviewer only: Support assistant")
    assert max(map(len, result.stdout.splitlines())) <= 80
    assert "it is for the friend who interviews you" in result.stderr
    assert Home(places).looks.first() == {}


@pytest.mark.parametrize(("name", "begins"), [("x.html", "<!doctype html>"), ("x.md", "<!-- "), ("x.txt", "── For")])
def test_a_file_is_for_the_friend_and_marks_nothing(places: Places, tmp_path: Path, name: str, begins: str) -> None:
    result = coach("sheet", "rag-support", "--output", str(tmp_path / name))
    assert result.exit_code == 0
    assert (tmp_path / name).read_text().startswith(begins)
    assert (
        f"{name} holds the answers to rag-support: send it to the friend who interviews you, unread." in result.stdout
    )
    assert "`coach assess rag-support FILE`" in result.stdout
    assert Home(places).looks.first() == {}


def _at_a_screen(monkeypatch: pytest.MonkeyPatch, *, yes: bool) -> int:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    return sheet.run(None, "rag-support", level=None, format_=None, kind=None, output=None, yes=yes)


def test_on_a_screen_it_has_to_be_confirmed(
    places: Places, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(UsageError, match="spoils rag-support as a drill"):
        _at_a_screen(monkeypatch, yes=False)
    assert capsys.readouterr().out == ""
    assert Home(places).looks.first() == {}


def test_a_look_on_a_screen_is_kept(
    places: Places, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _at_a_screen(monkeypatch, yes=True) == 0
    said = capsys.readouterr().out
    assert said.startswith(" This spoils rag-support as a drill")
    assert "For the interviewer only" in said
    assert "`coach list`" in said.splitlines()[-1]
    assert list(Home(places).looks.first()) == ["rag-support"]


def test_level_and_format_change_it(places: Places) -> None:
    staff = coach("sheet", "rag-support", "--level", "staff", "--format", "scale").stdout
    assert "Scope 6, Components 7" in staff
    assert "Above" not in staff
    mid = coach("sheet", "rag-support", "--level", "mid").stdout
    assert "Above mid, not expected" in mid


def test_a_level_that_the_format_has_no_time_for_is_said(places: Places) -> None:
    result = coach("sheet", "rag-support", "--level", "staff", "--format", "five-minute")
    assert result.stderr.startswith("It is for mid: five-minute has no time for more.\n")
    assert "Above" not in result.stdout


@pytest.mark.parametrize(
    ("options", "code", "message"),
    [
        (["nope"], 1, "There is no scenario 'nope'"),
        (["rag-support", "--format", "nope"], 1, "There is no format 'nope'"),
        (["rag-support", "--output", "."], 1, "is a directory"),
        (["rag-support", "--output", "/nowhere/x.md"], 1, "/nowhere is not a directory"),
        (["rag-support", "--as", "md", "--output", "x.html"], 2, "named as HTML"),
    ],
)
def test_what_cannot_be_is_said(places: Places, options: list[str], code: int, message: str) -> None:
    result = coach("sheet", *options)
    assert (result.exit_code, result.stdout) == (code, "")
    assert message in result.stderr
    assert "\nhint: " in result.stderr


@pytest.mark.parametrize(
    ("words", "then"),
    [(["sheet", "rag-support"], "`coach practice rag-support`"), (["forget", "rag"], "`coach history`")],
)
def test_who_says_rather_not_hears_what_comes_next(tmp_path: Path, words: list[str], then: str) -> None:
    environ = environment(tmp_path)
    subprocess.run([*COACH, "practice", "rag-support"], input=b"hello\n", env=environ, cwd=ROOT, capture_output=True)
    with Terminal([*COACH, *words], environ) as terminal:
        terminal.until("q rather not")
        terminal.send("q")
        assert terminal.wait() == 1
        assert then in terminal.flowing
