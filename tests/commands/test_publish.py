"""A page is printed or written as text, Markdown or HTML, and over nothing that is not coach's own."""

from pathlib import Path

import pytest

from coach.commands.publish import publish
from coach.errors import CoachError, UsageError
from coach.language.document import Document, Line, Section

PAGE = Document("A page", (Section("First", (Line("one " * 40), Line("two"))),), "What it is for.")


@pytest.mark.parametrize(
    ("name", "kind", "begins"),
    [
        ("x.html", None, "<!doctype html>"),
        ("x.HTM", None, "<!doctype html>"),
        ("x.md", None, "<!-- written by coach -->\n# A page"),
        ("x.txt", None, "── A page ──"),
        ("x", None, "── A page ──"),
        ("x", "html", "<!doctype html>"),
        ("x.page", "md", "<!-- written by coach -->\n# A page"),
        ("x.md", "md", "<!-- written by coach -->\n# A page"),
    ],
)
def test_the_suffix_says_the_kind_and_else_the_option(tmp_path: Path, name: str, kind: str | None, begins: str) -> None:
    publish(PAGE, kind, tmp_path / name)
    assert (tmp_path / name).read_text().startswith(begins)


def test_a_kind_that_contradicts_the_suffix_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="named as Markdown, and --as says html"):
        publish(PAGE, "html", tmp_path / "x.md")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("name", "why"), [("x.pdf", "neither text, Markdown nor HTML"), ("-", "no name of a file")])
def test_a_name_that_is_for_something_else_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, why: str
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match=why):
        publish(PAGE, None, Path(name))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["x.html", "x.md"])
def test_a_page_takes_the_place_of_the_last_one(tmp_path: Path, name: str) -> None:
    publish(Document("Old", ()), None, tmp_path / name)
    publish(PAGE, None, tmp_path / name)
    assert "A page" in (tmp_path / name).read_text()


@pytest.mark.parametrize("name", ["x.html", "x.md", "x.txt"])
def test_a_file_of_the_person_stays(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("── my notes")
    with pytest.raises(CoachError, match="stays"):
        publish(PAGE, None, tmp_path / name)
    assert (tmp_path / name).read_text() == "── my notes"


def test_text_is_as_wide_as_a_page_in_a_file_and_in_a_pipe(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LANG", "C.UTF-8")
    publish(PAGE, None, tmp_path / "x.txt")
    publish(PAGE, "text", None)
    piped = capsys.readouterr().out
    assert piped == (tmp_path / "x.txt").read_text()
    assert 72 < max(map(len, piped.splitlines())) <= 80
    monkeypatch.setenv("COLUMNS", "60")
    publish(PAGE, None, tmp_path / "y.txt")
    publish(PAGE, "text", None)
    assert max(map(len, capsys.readouterr().out.splitlines())) == 60
    assert (tmp_path / "y.txt").read_text() == piped, "a file is not as wide as the window it was made in"


def test_html_and_markdown_go_to_the_output_too(capsys: pytest.CaptureFixture[str]) -> None:
    publish(PAGE, "html", None)
    publish(PAGE, "md", None)
    assert "</html>\n<!-- written by coach -->\n# A page" in capsys.readouterr().out


@pytest.mark.parametrize(("sections", "height"), [(8, 15), (14, 14), (24, 24), (25, 49)])
def test_empty_lines_go_where_that_brings_a_page_onto_one_screen(
    capsys: pytest.CaptureFixture[str], sections: int, height: int
) -> None:
    lines = [Section(f"head {number}", (Line("text"),), brief=True) for number in range(sections)]
    publish(Document("x", tuple(lines), without_head=True), None, None)
    assert len(capsys.readouterr().out.splitlines()) == height
