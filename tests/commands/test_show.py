"""`coach show SESSION`: a round as Markdown, JSON or HTML, on the screen or in a file."""

import json
from pathlib import Path

import pytest

from coach.record.places import Places
from tests.commands.test_practice import NOTES, coach, history
from tests.commands.test_practice import small_content as small_content
from tests.markup import Page

DRAWN = "how often?\n/next\n+ user -> search -> llm\n/next\nacl\n/next\ncost vs recall\n/next\n"


@pytest.fixture
def played(small_content: Places) -> str:
    """The name of a round that was played and not graded."""
    coach("practice", "small", "--no-grade", typed=DRAWN)
    return str(history()[0]["session"])


def test_without_an_option_it_is_the_transcript(played: str, small_content: Places) -> None:
    text = coach("show", played).stdout
    assert text.startswith(f'---\nsession: "{played}"\n')
    assert coach("show", played, "--as", "md").stdout == text
    assert small_content.transcripts.joinpath(f"{played}.md").read_text() == text


def test_json_is_what_the_option_json_prints(played: str) -> None:
    text = coach("show", played, "--as", "json").stdout
    assert json.loads(text)["session"] == played
    assert text == coach("show", played, "--json").stdout == coach("show", played, "--json", "--as", "json").stdout


def test_html_is_one_page_with_the_diagram_drawn(played: str) -> None:
    page = Page(coach("show", played, "--as", "html").stdout)
    assert page.asks_for_nothing()
    assert "Design something small. A company." in page.words
    assert f"coach grade {played}" in page.words
    assert "┘  └───────┘  └────┘" in page.words


@pytest.mark.parametrize(
    ("name", "options", "begins"),
    [
        ("x.html", [], "<!doctype html>"),
        ("x.md", [], "---\nsession: "),
        ("x.json", [], '{\n  "session": '),
        ("x", [], "---\nsession: "),
        ("x", ["--as", "html"], "<!doctype html>"),
        ("x", ["--json"], '{\n  "session": '),
    ],
)
def test_it_is_written_to_a_file_and_over_the_last_one(
    played: str, tmp_path: Path, name: str, options: list[str], begins: str
) -> None:
    result = coach("show", played, *options, "--output", str(tmp_path / name))
    assert (result.exit_code, result.stderr) == (0, "")
    assert "points" not in result.stdout
    assert "Next: `coach`." in result.stdout
    written = (tmp_path / name).read_text()
    assert written.startswith(begins)
    assert coach("show", played, *options, "--output", str(tmp_path / name)).exit_code == 0
    assert (tmp_path / name).read_text() == written


def test_who_sends_a_graded_round_hears_what_it_gives_away(small_content: Places, tmp_path: Path) -> None:
    coach("practice", "small", "--no-grade", typed=NOTES)
    coach("grade", typed="\n".join([*[""] * 6, *["2"] * 7, "sooner", "no"]) + "\n")
    result = coach("show", "small-", "--output", str(tmp_path / "x.html"))
    assert "It tells the points of small to whoever reads it." in " ".join(result.stdout.split())
    assert "sooner" in Page((tmp_path / "x.html").read_text()).words


@pytest.mark.parametrize("name", ["x.html", "x.md", "x.json"])
def test_a_file_of_the_person_stays(played: str, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("---\ntitle: mine\n")
    result = coach("show", played, "--output", str(tmp_path / name))
    assert result.exit_code == 1
    assert "stays" in result.stderr
    assert (tmp_path / name).read_text() == "---\ntitle: mine\n"


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--output", "x.pdf"], "neither Markdown, JSON nor HTML. hint: Name it .md, .json or .html, or add --as."),
        (["--output", "x.txt"], "neither Markdown, JSON nor HTML"),
        (["--as", "html", "--output", "x.md"], "named as Markdown, and --as says html"),
        (["--json", "--as", "html"], "--json and --as html are two ways to show a round."),
        (["--json", "--output", "x.html"], "named as HTML, and --as says json"),
        (["--as", "html", "--solution"], "--solution goes with a scenario"),
        (["--as", "text"], "'text' is not one of"),
    ],
)
def test_what_contradicts_itself_is_refused(
    played: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: list[str], told: str
) -> None:
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.iterdir())
    result = coach("show", played, *options)
    assert (result.exit_code, result.stdout) == (2, "")
    assert told in " ".join(result.stderr.split())
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize(("options", "named"), [(["--as", "html"], "--as"), (["--output", "x.md"], "--output")])
def test_a_scenario_is_no_session(small_content: Places, options: list[str], named: str) -> None:
    result = coach("show", "small", *options)
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"{named} goes with a session, not with a scenario." in result.stderr
    assert "`coach show small --json`" in result.stderr


@pytest.mark.parametrize("kind", ["md", "json", "html"])
def test_a_round_whose_question_is_gone_is_shown(played: str, small_content: Places, kind: str) -> None:
    before = coach("show", played).stdout
    for path in small_content.seen.iterdir():
        path.unlink()
    result = coach("show", played, "--as", kind)
    assert result.exit_code == 0
    assert "how often?" in result.stdout
    assert "Design something small." not in result.stdout
    assert small_content.transcripts.joinpath(f"{played}.md").read_text() == before
