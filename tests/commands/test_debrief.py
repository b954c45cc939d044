"""`coach debrief`."""

import json
from typing import Any

from typer.testing import CliRunner

from coach.cli import app
from tests.cards import Desk, flat

LINES = "\n".join(
    ["yesterday", "A search", "", "evals", "", "8", "no labels", "", "8 1", "", "Label 200 pairs", "", ""]
)


def coach(*args: str, typed: str = "") -> tuple[int, str, str]:
    """Exit code, output and errors of a command."""
    result = CliRunner().invoke(app, ["debrief", *args], input=typed)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stdout, result.stderr


def told() -> list[dict[str, Any]]:
    code, out, _ = coach("--json")
    assert code == 0
    return list(json.loads(out))


def test_it_works_line_by_line_in_a_pipe(desk: Desk) -> None:
    code, out, err = coach(typed=LINES)
    assert (code, err) == (0, "")
    assert "1 card in your deck interviews" in flat(out)
    (only,) = told()
    assert only | {"debrief": "", "begun": ""} == {
        "debrief": "", "day": "2026-11-20", "begun": "", "finished": True, "asked": ["A search"],
        "probed": ["evals"], "probed_dimensions": ["safety"], "stuck": ["no labels"],
        "stuck_dimensions": ["framing", "safety"], "surprised": [],
        "say_next": [{"stuck": "no labels", "say": "Label 200 pairs"}],
    }  # fmt: skip


def test_the_end_of_the_input_keeps_what_there_is(desk: Desk) -> None:
    code, out, _ = coach("--plain", typed="today\nA search\n")
    assert code == 0
    assert "Every line that you sent is kept" in flat(out)
    assert (told()[0]["asked"], told()[0]["finished"]) == (["A search"], False)


def test_without_any_json_is_an_empty_list_and_nothing_is_made(desk: Desk) -> None:
    assert told() == []
    assert not desk.places.home.exists()


def test_what_cannot_be_read_is_left_out_with_a_word(desk: Desk) -> None:
    desk.places.debriefs.mkdir(parents=True)
    (desk.places.debriefs / "20261101T000000Z-0001.aaaaaa.jsonl").write_text('{"coach":"debrief","version":9}\n')
    code, out, err = coach("--json")
    assert (code, json.loads(out)) == (0, [])
    assert "left out: " in err
    assert "a newer coach wrote this journal" in err
    assert coach(typed=LINES)[0] == 0


def test_doctor_names_a_damaged_one(desk: Desk) -> None:
    coach(typed=LINES)
    (path,) = desk.places.debriefs.glob("*.jsonl")
    path.write_bytes(path.read_bytes() + b"oops\n")
    result = CliRunner().invoke(app, ["doctor", "--json"])
    assert result.exit_code == 1
    assert [str(path) in problem for problem in json.loads(result.stdout)["problems"]] == [True]
