"""`coach formats`, and which format a round takes."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from coach.cli import app
from coach.commands import world
from coach.content.roots import shipped
from coach.record.places import Places
from tests.builders import SMALL

OWN = """\
schema: 1
id: {id}
title: {title}
about: Our own way.
level: mid
curveballs: 1
steps:
  - {{id: ask, title: Ask, minutes: 5, phases: [clarify], checklist: [Ask a lot], opening: First this.}}
  - {{id: build, title: Build it all, minutes: 20, phases: [high-level, deep-dive, tradeoffs], checklist: [Draw],
     skills: [{skill}], dimensions: [flow]}}
  - {{id: close, title: Close, minutes: 5, phases: [tradeoffs], checklist: [Say what it costs]}}
outputs: [A drawing]
"""


def coach(*words: str, typed: str = "") -> Result:
    """Runs a command with these lines on its input; an error that is no answer of the program comes out."""
    result = CliRunner().invoke(app, list(words), input=typed)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def put(places: Places, name: str = "own", skill: str = "retrieval", title: str = "Our way") -> Path:
    """Writes a format to the person's own folder."""
    path = places.content.formats / f"{name}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(OWN.format(id=name, skill=skill, title=title), encoding="utf-8")
    return path


def scenario(places: Places, *lines: str) -> Path:
    """Writes the scenario `small` with more lines to the person's own folder."""
    path = places.content.scenarios / "small.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(SMALL + "".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


@pytest.fixture(autouse=True)
def _one_shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ships the common format alone, whatever others there are."""
    folder = tmp_path / "shipped"
    (folder / "formats").mkdir(parents=True)
    for name in ("rubric.yaml", "glossary.yaml", "skills.yaml", "formats/four-phase.yaml"):
        (folder / name).write_bytes((shipped() / name).read_bytes())
    monkeypatch.setattr(world, "shipped", lambda: folder)


def test_formats_stand_side_by_side_and_a_step_of_two_phases_counts_once(places: Places) -> None:
    put(places)
    done = coach("formats")
    assert (done.exit_code, done.stderr) == (0, "")
    rows = done.stdout.splitlines()
    at = rows[0].index("own")
    column = [row[at:].strip() for row in rows[1:7]]
    assert rows[0].split() == ["four-phase", "(default)", "own"]
    assert column == ["30 in all", "5 Ask", "20 Build it all", "(Build it all)", "(Build it all)", "5 Close"]
    assert sum(row.count("20 Build it all") for row in rows) == 1
    text = " ".join(done.stdout.split())
    assert "In brackets" in text
    assert "Our own way. Time for mid points at most. From home." in text
    assert "The default (setting `format`)." in text
    assert "coach practice --format NAME" in text


def test_without_a_step_that_goes_on_nothing_is_said_of_brackets(places: Places) -> None:
    assert "brackets" not in coach("formats").stdout


def test_a_phase_that_no_step_covers_is_an_empty_cell(places: Places) -> None:
    path = put(places)
    path.write_text(path.read_text().replace("phases: [high-level, deep-dive, tradeoffs]", "phases: [high-level]"))
    rows = coach("formats").stdout.splitlines()
    deep = next(row for row in rows if row.startswith(" deep-dive"))
    assert deep[rows[0].index("own") :].strip() == "-"


def test_one_format_is_told_step_by_step(places: Places) -> None:
    put(places)
    done = coach("formats", "own")
    for words in ("1 Ask, 5 min: clarify", "“First this.”", "- Ask a lot", "- A drawing", "--format own"):
        assert words in done.stdout
    assert "2 Build it all, 20 min: high-level, deep-dive, tradeoffs" in done.stdout


def test_json_holds_every_field_of_one_or_of_all(places: Places) -> None:
    put(places)
    rows: list[dict[str, Any]] = json.loads(coach("formats", "--json").stdout)
    assert [(row["id"], row["default"], row["minutes"]) for row in rows] == [
        ("four-phase", True, 45),
        ("own", False, 30),
    ]
    one = json.loads(coach("formats", "own", "--json").stdout)
    assert one == rows[1]
    assert (one["level"], one["curveballs"], one["source"], one["shadows"]) == ("mid", 1, "home", [])
    assert one["steps"][1]["skills"] == ["retrieval"]
    assert one["outputs"] == ["A drawing"]
    assert rows[0]["level"] is None


def test_a_shadowed_format_is_shown_as_such(places: Places) -> None:
    put(places, "four-phase")
    assert "From home, hides shipped. The default" in " ".join(coach("formats").stdout.split())
    assert "four-phase" in coach("doctor").stdout.split("Hidden by your own")[1]


def test_broken_formats_are_named_and_left_out(places: Places) -> None:
    path = put(places)
    path.write_text("schema: 1\nid: own\n")
    done = coach("formats")
    assert done.exit_code == 1
    assert "own" not in done.stdout.split()
    assert f"left out: {path}" in done.stderr
    one = coach("formats", "own")
    assert (one.exit_code, one.stdout) == (1, "")
    assert f"error: {path}:1" in one.stderr
    assert coach("formats", "four-phase").exit_code == 0


def test_an_unknown_format_names_the_nearest(places: Places) -> None:
    done = coach("formats", "four-phases")
    assert done.exit_code == 1
    assert "did you mean four-phase?" in done.stderr


def test_a_default_that_is_not_there_is_said(places: Places) -> None:
    places.home.mkdir(parents=True)
    places.config.write_text('format = "gone"\n')
    assert "The setting `format` names gone, which is not among them." in " ".join(coach("formats").stdout.split())


@pytest.mark.parametrize("words", [[], ["scale"], ["--json"]])
def test_a_wrong_setting_is_one_error_with_its_line(places: Places, words: list[str]) -> None:
    places.home.mkdir(parents=True)
    places.config.write_text("\nlevel = 3\n")
    done = coach("formats", *words)
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.startswith(f"error: {places.config}:2: level should be one of ")
    assert done.stderr.count("level should be") == 1


# which format a round takes


def test_a_round_takes_the_named_format_else_that_of_the_scenario_else_the_setting(places: Places) -> None:
    put(places, "own")
    put(places, "mine")
    scenario(places, "format: own")
    assert "own, 30 min" in coach("practice", "small", typed="q\n").stdout
    assert "mine, 30 min" in coach("practice", "small", "--format", "mine", typed="q\n").stdout
    scenario(places)
    assert "four-phase, 45 min" in coach("practice", "small", typed="q\n").stdout


def test_a_key_changes_the_format_a_scenario_is_made_for(places: Places) -> None:
    put(places, "own")
    scenario(places, "format: own")
    assert "four-phase, 45 min" in coach("practice", "small", typed="f\nq\n").stdout


def test_the_menu_says_what_a_scenario_is_made_for_and_takes_it(places: Places) -> None:
    put(places, "own")
    scenario(places, "format: own")
    done = coach("practice", "--plain", typed="1\nq\n").stdout
    assert "small, own: A small question" in done
    assert "own, 30 min" in done


def test_a_format_that_is_not_there_names_the_scenarios_file(places: Places) -> None:
    path = scenario(places, "format: gone")
    done = coach("practice", "small", typed="q\n")
    assert done.exit_code == 1
    assert f"It comes from {path}." in done.stderr
    assert "four-phase, 45 min" in coach("practice", "small", "--format", "four-phase", typed="q\n").stdout


def test_lint_names_a_format_and_skills_that_are_not_there(places: Places) -> None:
    asked, own = scenario(places, "format: four-fase"), put(places, skill="retreival")
    done = coach("lint", str(asked), str(own))
    assert done.exit_code == 1
    assert "format: there is no format 'four-fase'; did you mean four-phase?" in done.stdout
    assert "steps.build.skills: 'retreival' is not in skills.yaml; did you mean retrieval?" in done.stdout
    assert "own, 30 min" in coach("practice", "small", "--format", "own", typed="q\n").stdout, "it keeps nobody back"


def test_phases_between_which_a_step_would_be_left_out_are_refused(places: Places) -> None:
    path = put(places)
    path.write_text(path.read_text().replace("phases: [tradeoffs]", "phases: [clarify]"))
    scenario(places)
    done = coach("practice", "small", "--format", "own", "--phase", "clarify")
    assert done.exit_code == 2
    assert "Between the steps for clarify comes build, which would be left out." in done.stderr


def test_a_format_without_time_for_the_level_caps_it(places: Places) -> None:
    put(places)
    scenario(places)
    done = coach(
        "practice", "small", "--format", "own", "--level", "staff", "--no-grade", typed="a\n/next\n/next\n/next\n\n"
    )
    assert "level mid (no time for staff)" in " ".join(done.stdout.split())
    assert json.loads(coach("show", "small-", "--json").stdout)["level"] == "mid"


def test_a_round_goes_on_when_the_format_it_began_with_is_gone(places: Places) -> None:
    own = put(places)
    scenario(places, "format: own")
    coach("practice", "small", typed="a\n")
    own.unlink()
    assert coach("resume", typed="/next\nb\n").exit_code == 0
    shown = json.loads(coach("show", "small-", "--json").stdout)
    assert [[note["text"] for note in step["notes"]] for step in shown["steps"]] == [["a"], ["b"], []]
