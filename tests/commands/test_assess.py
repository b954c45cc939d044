"""`coach assess`: notes from anywhere against a scenario's points."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from coach.cli import app
from coach.commands import assess
from coach.content.library import Library
from coach.errors import CoachError
from coach.record.places import Places
from tests.builders import small

NOTES = """\
- 00:10 how often does it change?
# High-level design
user -> llm
## Deep dive
acl, gb, latency, reply, docs
we won't use an acl
# tradeoffs
sizes it: 4 gb
"""
TOO_MUCH = "That is more than 5,000 lines or 500,000 characters, more than the notes of an interview."


@pytest.fixture(autouse=True)
def _small(library: Library) -> None:
    small(library)


def run(*arguments: str, given: bytes = b"") -> Any:
    return CliRunner().invoke(app, ["assess", *arguments], input=given)


def points(*arguments: str, given: bytes = b"") -> dict[str, dict[str, Any]]:
    done = run("small", *arguments, "--json", given=given)
    assert done.exit_code == 0
    data = json.loads(done.stdout)
    assert list(data) == ["scenario", "points"]
    return {point["id"]: point for point in data["points"]}


def test_it_prints_each_point_with_its_lines_as_data(tmp_path: Path, places: Places) -> None:
    file = tmp_path / "notes.md"
    file.write_text(NOTES, encoding="utf-8")
    found = points(str(file))
    assert found["asks-rate"] == {
        "id": "asks-rate",
        "phase": "clarify",
        "level": "mid",
        "dimension": "framing",
        "state": "strong",
        "lines": [{"line": 1, "text": "how often does it change?"}],
        "guard": None,
    }
    assert found["path"]["lines"] == [{"line": 3, "text": "user -> llm"}]
    assert (found["harm"]["state"], found["harm"]["lines"]) == ("none", [])
    assert found["size"]["phase"] == "deep-dive"
    assert (found["filter"]["state"], found["filter"]["guard"]) == ("maybe", "list")
    assert [line["line"] for line in found["filter"]["lines"]] == [5, 6]


def test_it_reads_the_standard_input(places: Places) -> None:
    assert points("-", given=NOTES.encode())["path"]["state"] == "strong"
    assert points("-", given=b"\xef\xbb\xbf" + NOTES.replace("\n", "\r\n").encode())["path"]["lines"][0]["line"] == 3


def test_people_read_signs_lines_and_why_not(places: Places) -> None:
    text = run("small", "-", given=NOTES.encode()).stdout
    rows = [row.strip() for row in text.splitlines()]
    assert "✓ Asks how often it changes (mid)" in rows or "+ Asks how often it changes (mid)" in rows
    assert "line 1: how often does it change?" in rows
    assert "line 5: acl, gb, latency, reply, docs (a list of terms, no claim)" in rows
    assert "line 8: sizes it: 4 gb (late)" in rows
    assert rows[-2].endswith("Evidence to look at, not a grade.")
    assert "coach practice" in rows[-1]


def test_nothing_in_the_notes_is_obeyed_by_the_terminal(places: Places) -> None:
    assert "\x1b" not in run("small", "-", given=b"user -> llm \x1b[31m").stdout


@pytest.mark.parametrize(
    ("file", "given", "error"),
    [
        ("no-such-file", b"", "There is no file no-such-file."),
        (".", b"", ". is a directory."),
        ("-", b"", "The standard input holds no notes."),
        ("-", b"# clarify\n---\n", "The standard input holds no notes."),
        (
            "-",
            b"a\n" * 5_001,
            TOO_MUCH,
        ),
        (
            "-",
            b"a" * 500_001,
            TOO_MUCH,
        ),
        ("-", b"a\xff", "the standard input is not UTF-8 text (byte 1)."),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_hint(places: Places, file: str, given: bytes, error: str) -> None:
    done = run("small", file, given=given)
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.startswith(f"error: {error}\nhint: ")


def test_a_closed_standard_input_is_refused(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    with pytest.raises(CoachError, match="The standard input is closed"):
        assess.run(None, "small", "-", as_json=False)


def test_a_scenario_that_is_not_there_is_refused(places: Places) -> None:
    assert run("smal", "-", given=b"a").stderr.startswith("error: There is no scenario 'smal'")
