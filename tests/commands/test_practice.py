"""`coach practice`, `resume` and `grade` from the shell, line by line."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from coach.cli import app
from coach.record.home import Home
from coach.record.places import Places
from tests.builders import SMALL

NOTES = "how often?\n/next\nuser -> llm\n/next\nacl\n/next\ncost vs recall\n/next\n"
GRADED = (
    "\n".join(["", "1 1", "2 n one tenant", "1 s four gigabytes", "1 -", "", *["2"] * 7, "numbers sooner", "q"]) + "\n"
)
"""What grades a round of these notes, line by line."""

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def small_content(places: Places) -> Places:
    """A home with the scenario `small` in it."""
    folder = places.content.scenarios
    folder.mkdir(parents=True)
    (folder / "small.yaml").write_text(SMALL, encoding="utf-8")
    return places


def coach(*words: str, typed: str = "") -> Result:
    """Runs a command with these lines on its input; an error that is no answer of the program comes out."""
    result = CliRunner().invoke(app, list(words), input=typed)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def history() -> list[dict[str, object]]:
    """The history as other tools see it."""
    found: list[dict[str, object]] = json.loads(coach("history", "--json").stdout)
    return found


@pytest.mark.parametrize(
    "options",
    [
        ["--untimed", "--strict"],
        ["--untimed", "--minutes", "20"],
        ["--untimed", "--mock"],
        ["--minutes", "0"],
        ["--minutes", "-5"],
        ["--minutes", "9999"],
        ["--phase", "deepdive"],
        ["--level", "principal"],
        ["--minutes", "ten"],
    ],
)
def test_combinations_that_make_no_sense_are_refused(small_content: Places, options: list[str]) -> None:
    result = coach("practice", "small", *options, typed="a\n")
    assert result.exit_code == 2
    assert not small_content.sessions.exists()
    assert "Traceback" not in result.output


def test_a_misspelt_phase_names_the_nearest(small_content: Places) -> None:
    assert "did you mean deep-dive?" in coach("practice", "small", "--phase", "deepdive").stderr


def test_an_unknown_scenario_names_the_nearest(small_content: Places) -> None:
    result = coach("practice", "smal")
    assert (result.exit_code, result.stderr.splitlines()[0]) == (
        1,
        "error: There is no scenario 'smal'; did you mean small?",
    )


def test_without_a_terminal_the_scenario_has_to_be_named(small_content: Places) -> None:
    assert coach("practice").exit_code == 2


def test_the_menu_puts_what_was_never_tried_first_and_a_first_look_last(small_content: Places) -> None:
    coach("practice", "small", "--no-grade", typed=NOTES)
    lines = coach("practice", "--plain", typed="q\n").stdout.splitlines()
    rows = [line.split(maxsplit=1)[1] for line in lines if line.split(" ")[1:2] and line.split()[0].isdigit()]
    names = [row.split(":")[0].split(",")[0] for row in rows]
    assert "rag-support" in names
    assert names[-2:] == ["small", "ticket-tags"]
    assert rows[-2].startswith("small, tried: ")
    assert rows[-1].startswith("ticket-tags, taste: ")
    assert "Design something small." in coach("practice", "--plain", typed=f"{len(names) - 1}\nq\n").stdout


def test_a_first_look_has_no_level_and_no_score_wherever_it_is_listed(small_content: Places) -> None:
    coach("practice", "small", "--format", "taste", typed="how often?\n/next\nuser -> llm\n/next\n\n\n\n\n\n\nq\n")
    (row,) = history()
    assert (row["status"], row["grades"], row["score"]) == ("graded", False, None)
    shown = coach("history").stdout
    assert "graded" in shown
    assert "mid" not in shown
    session = str(row["session"])
    data = json.loads(coach("show", session, "--json").stdout)
    assert (data["grades"], data["grade"]["dimensions"]) == (False, {})
    assert set(data["grade"]["figures"]) == {"linchpins", "unused", "assumed"}
    assert "## Points" in coach("show", session).stdout


def test_a_paused_round_on_the_same_question_is_mentioned(small_content: Places) -> None:
    coach("practice", "small", typed="a\n")
    assert "A round on it is paused" in coach("practice", "small", typed="q\n").stdout


def test_not_now_starts_nothing(small_content: Places) -> None:
    assert coach("practice", "small", typed="q\n").exit_code == 0
    assert history() == []


def test_a_piped_round_is_kept_whole(small_content: Places) -> None:
    result = coach("practice", "small", "--plain", "--no-grade", typed=NOTES)
    assert result.exit_code == 0
    assert [row["status"] for row in history()] == ["finished"]
    shown = json.loads(coach("show", str(history()[0]["session"]), "--json").stdout)
    assert [[note["text"] for note in step["notes"]] for step in shown["steps"]] == [
        ["how often?"],
        ["user -> llm"],
        ["acl"],
        ["cost vs recall"],
    ]
    assert shown["grade"] is None
    assert {"id", "at_s", "by", "text"} <= set(shown["steps"][0]["notes"][0])
    assert {"step", "phases", "planned_s", "used_s", "notes"} <= set(shown["steps"][0])


def test_an_empty_first_line_is_the_enter_that_starts_the_clock(small_content: Places) -> None:
    coach("practice", "small", "--no-grade", typed="\n" + NOTES)
    shown = json.loads(coach("show", "small-", "--json").stdout)
    assert len(shown["steps"][0]["notes"]) == 1


def test_the_end_of_the_input_pauses_and_resume_goes_on(small_content: Places) -> None:
    assert coach("practice", "small", typed="a\n/next\nb\n").exit_code == 0
    assert history()[0]["status"] == "paused"
    assert coach("resume", typed="c\n/next\n/next\n/next\nl\n").exit_code == 0
    assert history()[0]["status"] == "finished"
    assert coach("resume").exit_code == 1


def test_grading_line_by_line(small_content: Places) -> None:
    coach("practice", "small", "--no-grade", typed=NOTES)
    result = coach("grade", typed=GRADED)
    assert result.exit_code == 0
    (row,) = history()
    assert row["status"] == "graded"
    assert row["score"] == {"mid": 2.0, "senior": 2.0, "staff": 2.0}
    grade = json.loads(coach("show", str(row["session"]), "--json").stdout)["grade"]
    assert {p["id"]: (p["mark"], p["notes"], p["line"], p["reason"]) for p in grade["points"]} == {
        "asks-rate": ("covered", [1], None, None),
        "path": ("covered", [1], None, None),
        "size": ("said", [], "four gigabytes", None),
        "filter": ("not-mine", [], None, "one tenant"),
        "because": ("missed", [], None, None),
    }
    assert grade["dimensions"]["flow"] == 2
    assert grade["reflection"] == "numbers sooner"


def test_grading_cut_off_keeps_what_there_is(small_content: Places) -> None:
    coach("practice", "small", "--no-grade", typed=NOTES)
    assert coach("grade", typed="\n\n").exit_code == 0
    grade = json.loads(coach("show", "small-", "--json").stdout)["grade"]
    assert len(grade["points"]) == 2
    assert history()[0]["status"] == "finished"


def test_the_transcript_is_shown_and_kept(small_content: Places) -> None:
    coach("practice", "small", "--no-grade", typed=NOTES)
    name = str(history()[0]["session"])
    text = coach("show", name).stdout
    assert "- **00:00** how often?" in text
    assert (small_content.transcripts / f"{name}.md").read_text(encoding="utf-8") == text


def test_bare_coach_never_offers_a_scenario_that_cannot_be_read(small_content: Places) -> None:
    (small_content.content.scenarios / "aaa.yaml").write_text("a: [1\n")
    shown = coach().stdout
    assert "coach practice aaa" not in shown
    assert "a whole question: `coach practice " in shown


def test_bare_coach_does_not_call_a_round_paused_that_is_open_elsewhere(small_content: Places) -> None:
    coach("practice", "small", typed="a\n")
    opened = Home(small_content).sessions.open(str(history()[0]["session"]))
    try:
        assert f"in another terminal (pid {os.getpid()})" in coach().stdout
    finally:
        opened.close()
    assert "paused at" in coach().stdout


def test_a_transcript_is_shown_where_it_cannot_be_kept(small_content: Places) -> None:
    coach("practice", "small", typed="a\n")
    small_content.transcripts.write_text("a file in the way")
    result = coach("show", "small-")
    assert result.exit_code == 0
    assert "- **00:00** a" in result.stdout
    assert "coach resume" in result.stdout


def test_a_format_from_the_settings_that_is_not_there_names_the_settings(small_content: Places) -> None:
    small_content.config.write_text('format = "nix"\n')
    result = coach("practice", "small", typed="a\n")
    assert result.exit_code == 1
    assert str(small_content.config) in result.stderr
    found = coach("doctor")
    assert found.exit_code == 1
    assert "there is no format 'nix'" in " ".join(found.stdout.split())


def test_doctor_sees_a_home_that_cannot_be_written(
    small_content: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("x")
    monkeypatch.setenv("COACH_HOME", str(tmp_path / "file" / "home"))
    result = coach("doctor")
    assert result.exit_code == 1
    assert "cannot be written" in result.stdout


def test_phases_with_a_gap_between_them_are_refused(small_content: Places) -> None:
    result = coach("practice", "small", "--phase", "clarify", "--phase", "tradeoffs", typed="a\n")
    assert result.exit_code == 2
    assert "comes high-level, deep-dive, which would be left out" in result.stderr


def test_a_stray_line_after_the_result_does_not_show_the_solution(small_content: Places) -> None:
    coach("practice", "small", "--no-grade", typed=NOTES)
    shown = coach("grade", typed="\n".join([*[""] * 6, *["2"] * 7, "numbers sooner", "no"]) + "\n").stdout
    assert "Result" in shown
    assert "Worked solution" not in shown


def test_a_wrong_key_at_leave_is_asked_again_and_is_no_note(small_content: Places) -> None:
    coach("practice", "small", typed="a\n/quit\nx\np\n")
    shown = json.loads(coach("show", "small-", "--json").stdout)
    assert [note["text"] for note in shown["steps"][0]["notes"]] == ["a"]
    assert shown["status"] == "paused"


def test_nothing_on_the_screen_is_an_escape(small_content: Places) -> None:
    path = small_content.content.scenarios / "small.yaml"
    evil = SMALL.replace("title: A small question", 'title: "A \\e[31m[red]small\\a question"')
    path.write_text(evil, encoding="utf-8")
    result = coach("practice", "small", typed=NOTES + "\ny\n")
    assert "\x1b" not in result.output
    assert "\x07" not in result.output
    assert "[31m[red]small" in result.output


def test_a_round_with_a_persons_own_format_of_one_step(small_content: Places) -> None:
    folder = small_content.content.formats
    folder.mkdir(parents=True)
    text = "schema: 1\nid: one\ntitle: One\nsteps:\n  - {id: all, title: All of it, minutes: 9, checklist: [go], "
    (folder / "one.yaml").write_text(text + "phases: [clarify, high-level, deep-dive, tradeoffs]}\n")
    answers = ["", "", "", *["2"] * 7, "numbers sooner", "q"]
    coach("practice", "small", "--format", "one", typed="user -> llm acl\n/next\n\n\n" + "\n".join(answers) + "\n")
    (row,) = history()
    assert (row["status"], row["format"], row["minutes_planned"]) == ("graded", "one", 9.0)
    assert row["score"] is not None


def test_a_home_that_cannot_be_written_is_said_before_the_drill(
    small_content: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("x")
    monkeypatch.setenv("COACH_HOME", str(blocked / "home"))
    result = coach("practice", "rag-support", typed="a note nobody should have typed\n")
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 2
    assert "cannot be written: a file is in the way." in result.stderr
    assert "Clarify" not in result.stdout


def test_a_solution_is_shown_only_when_confirmed_and_marks_later_scores(small_content: Places) -> None:
    assert coach("show", "small", "--solution").exit_code == 2
    shown = coach("show", "small", "--solution", "--yes")
    assert "Ask first." in shown.stdout
    assert "spoils" in shown.stdout
    coach("practice", "small", "--no-grade", typed=NOTES)
    assert history()[0]["solution_seen"] is True


def test_a_brief_gives_nothing_of_the_answer_away(small_content: Places) -> None:
    text = coach("show", "small").stdout
    assert "Design something small." in text
    assert "Changes come twice a day." not in text
    assert "Filters by permission" not in text


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "< /dev/null"])
@pytest.mark.parametrize("words", ["practice small --plain", "list", "history", "doctor", "show small --solution"])
def test_streams_may_be_closed(small_content: Places, closed: str, words: str) -> None:
    command = f"{sys.executable} -m coach {words} {closed}"
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, timeout=30, cwd=ROOT)
    assert "Traceback" not in done.stderr
    assert done.returncode == (2 if "--solution" in words else 0)
