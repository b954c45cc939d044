"""`coach progress`."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest

from coach.commands import progress, world
from coach.interview.brief import Brief, Pin, Spent
from coach.terminal.glyphs import to_ascii
from coach.terminal.plain import PlainUi
from tests.attempts import attempt
from tests.bench.rounds import write_rounds
from tests.builders import SMALL
from tests.cards import Desk, flat, plain
from tests.commands.test_practice import coach
from tests.ptydriver import environment
from tests.rounds import a_round

Rounds = Callable[..., None]
SPENT = [Spent("Clarify", ["clarify"], 250.0, 300), Spent("Deep dive", ["deep-dive"], 1140.0, 1200)]
OLD = attempt(10, "small", depth=(2, 6), numbers=(1, 3), skills={"cost": (1, 2)}, spent=SPENT).known
NEW = attempt(14, "small", depth=(5, 7), numbers=(1, 3), skills={"cost": (2, 2)}, spent=SPENT).known


@pytest.fixture
def rounds(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Rounds:
    """Lets the person have done some rounds, which are given oldest first; a question `small` was `tiny` before."""
    folder = desk.places.content.scenarios
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "small.yaml").write_text(SMALL.replace("id: small\n", "id: small\nwas: [tiny]\n"))

    def done(*known: Brief) -> None:
        monkeypatch.setattr(progress, "briefs", lambda home, problems: list(known[::-1]))

    return done


def shown(*words: str) -> str:
    """What it prints, as one line."""
    result = coach("progress", *words)
    assert (result.exit_code, result.stderr) == (0, "")
    return flat(result.stdout)


def row(label: str, *words: str) -> list[str]:
    """The cells of the first row with a label."""
    lines = coach("progress", *words).stdout.splitlines()
    return next((line.split() for line in lines if line.startswith(f" {label} ")), [])


# the two sentences


def test_first_comes_what_got_better_then_what_did_not_with_the_command_that_trains_it(rounds: Rounds) -> None:
    rounds(OLD, NEW)
    _, first, second, *_ = coach("progress").stdout.splitlines()
    assert first == " Since last time better: depth, 2 of 6 points, now 4 of 6."
    assert second == (
        " Not better: numbe, 1 of 3 points both times. Next: `coach practice --phase deep-dive --from 0014`."
    )
    assert "Compared, on the points that both asked for: small on 14 Nov with small on 10 Nov." in shown()
    assert "Not alike" not in shown()
    assert "`coach diff 0010 0014`." in shown()


def test_what_limits_the_comparison_is_said(desk: Desk, rounds: Rounds) -> None:
    old = OLD._replace(hints=2, shown=1, level="mid")
    rounds(old, NEW._replace(format="scale", mock=True))
    assert "Not alike: level mid → senior · format four-phase → scale · mock no → yes · help 3 times → none." in shown()
    desk.home.looks.add("aaaaaa", "small", datetime(2026, 11, 12, tzinfo=UTC))
    rounds(OLD, NEW)
    assert "Not alike: answers read before no → yes." in shown()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ((2, 6), (2, 6), "Since last time nothing got clearly better. Not better: depth, 2 of 6 points both times."),
        ((2, 6), (3, 7), "nothing got clearly better. Hardly better: depth, 2 of 6 points, now 3 of 7."),
        ((2, 6), (5, 6), "better: depth, 2 of 6 points, now 5 of 6. Still missed in it: 1 of 6 points. Next: `coach"),
        ((2, 6), (1, 1), "better. This round missed no point of its level. Next, another question: `coach practice`."),
    ],
)
def test_no_other_change_is_told_than_there_is(
    rounds: Rounds, old: tuple[int, int], new: tuple[int, int], said: str
) -> None:
    rounds(attempt(1, depth=old).known, attempt(2, depth=new).known)
    assert said in shown()


def test_what_is_still_the_weakest_though_it_gained_is_said_so(rounds: Rounds) -> None:
    rounds(attempt(1, depth=(0, 4), numbers=(0, 3)).known, attempt(2, depth=(4, 4), numbers=(1, 3)).known)
    assert "Better too, and still the weakest: numbe, 0 of 3 points, now 1 of 3. Next: `coach practice" in shown()


def test_a_step_that_was_redone_is_compared_on_its_phase_and_leads_to_another_question(rounds: Rounds) -> None:
    step = {"phases": ("deep-dive",), "base": NEW.session}
    rounds(OLD, NEW, attempt(16, "small", depth=(4, 7), told=step).known)
    said = shown()
    assert "3 graded rounds, 1 step redone among them" in said
    assert "Worse since last time: deep-dive, 5 of 7 points, now 4 of 7. Next, the step on" in said
    assert "Next, the step on another question: `coach practice --phase deep-dive`." in said
    assert "Compared, on the points of that step then: small on 16 Nov with small on 14 Nov." in said


def test_a_loss_of_a_point_or_more_is_told_before_what_did_not_gain_with_the_total(rounds: Rounds) -> None:
    old = attempt(1, "small", depth=(6, 6), numbers=(2, 3), framing=(3, 4)).known
    rounds(old, attempt(2, "small", depth=(0, 7), numbers=(2, 3), framing=(2, 4)).known)
    assert (
        "Since last time nothing got clearly better. Worse since last time: depth, 6 of 6 points, now 0 of 6; frami, "
        "3 of 4 points, now 2 of 4; all together 11 of 13, now 4 of 13. Next: `coach practice --phase deep-dive --from "
        "0002`. Compared" in shown()
    )
    assert [change["name"] for change in json.loads(coach("progress", "--json").stdout)["worse"]] == [
        "depth", "framing"
    ]  # fmt: skip


def test_the_page_ends_with_the_command_that_trains_what_the_second_sentence_names(rounds: Rounds) -> None:
    rounds(OLD, NEW)
    *_, before, last = coach("progress").stdout.splitlines()
    assert before == " Both rounds side by side, point by point: `coach diff 0010 0014`."
    assert last == " Next: `coach practice --phase deep-dive --from 0014`."
    rounds(OLD._replace(scenario="other"), NEW)
    assert " Both rounds side by side: `coach diff 0010 0014`." in coach("progress").stdout.splitlines()


def test_a_finished_round_that_waits_is_said_first(rounds: Rounds) -> None:
    rounds(OLD, NEW, a_round(20, "small", status="finished"))
    _, first, *_ = coach("progress").stdout.splitlines()
    assert first == " A finished round waits: `coach grade 0020`; since last time leaves it out."


def test_two_rounds_of_one_day_are_told_apart(rounds: Rounds) -> None:
    rounds(NEW, attempt(14, "small", depth=(5, 7)).known._replace(session="20261114T181500Z-small-abcd"))
    assert "small on 14 Nov (abcd) with small on 14 Nov (0014)." in shown()


@pytest.mark.parametrize(
    ("grades", "points", "said"),
    [
        ((2, 4), (4, 1), "Own grades went up while fewer points were confirmed."),
        ((4, 3), (1, 4), "Own grades went down while more points were confirmed."),
        ((2, 3), (1, 4), ""),
        ((3, 3), (4, 1), ""),
    ],
)
def test_grades_and_points_that_went_apart_are_told(
    rounds: Rounds, grades: tuple[int, int], points: tuple[int, int], said: str
) -> None:
    rounds(*(attempt(day, "small", grades={"depth": grade}, depth=(made, 6)).known
             for day, grade, made in zip((1, 2), grades, points, strict=True)))  # fmt: skip
    assert said in shown()
    assert ("Own grades went" in shown()) == bool(said)


# too little to say


def test_one_round_is_too_little_and_its_weakest_dimension_is_named(rounds: Rounds) -> None:
    rounds(NEW)
    said = shown()
    assert "One round, small on 14 Nov, is too little to show a change." in said
    assert "Weakest in it: numbe, 1 of 3 points. Next: `coach practice --phase deep-dive --from 0014`." in said
    assert "before" not in said
    assert "trend" not in said


def test_rounds_that_asked_for_different_steps_are_not_compared(rounds: Rounds) -> None:
    clarify = attempt(10, phase="clarify", depth=(1, 2), told={"phases": ("clarify",)}).known
    rounds(clarify, attempt(14, depth=(1, 2), told={"phases": ("deep-dive",)}).known)
    assert "No round before that of 14 Nov asked for the same, so what changed cannot be told." in shown()


def test_without_a_graded_round_there_is_one_sentence(rounds: Rounds) -> None:
    rounds()
    assert shown() == "No graded round yet, so there is no progress to show. `coach practice` starts one."
    rounds(a_round(3, "small", status="finished"))
    assert shown().endswith("One was finished and waits: `coach grade 0003`.")
    assert shown("small").startswith("No graded round on small yet")


def test_a_first_look_without_grades_speaks_for_nothing(rounds: Rounds) -> None:
    rounds(NEW._replace(own_rows={}, grades=False))
    assert shown().startswith("No graded round yet")


# the tables


def test_each_dimension_has_its_shares_its_points_and_the_own_grades_beside_them(rounds: Rounds) -> None:
    rounds(OLD, NEW)
    assert row("depth") == ["depth", "▃▆", "2/6", "4/6", "2", "2"]
    assert row("drivi") == ["drivi", "2", "2"]
    rounds(*(attempt(day, depth=(day % 3, 2)).known for day in range(1, 13)))
    assert row("depth")[1] == "█▁▅█▁▅█▁"
    assert "last 8 of 12 rounds" in shown()


def test_the_ends_of_the_scale_are_none_and_all_not_nearly_so(rounds: Rounds) -> None:
    rounds(*(attempt(day, depth=(made, 20)).known for day, made in enumerate((0, 1, 19, 20), 1)))
    assert row("depth")[1] == "▁▂▇█"


def test_phases_have_points_and_minutes_against_the_plan(rounds: Rounds) -> None:
    rounds(OLD, NEW)
    assert row("deep-dive") == ["deep-dive", "▃▅", "3/9", "5/9", "19/20", "19/20"]
    untimed = [Spent("Deep dive", ["deep-dive"], 600.0, None)]
    rounds(NEW._replace(spent_rows=untimed, planned=None))
    assert row("deep-dive") == ["deep-dive", "6/10", "10"]


def test_linchpins_asked_for_and_help_are_counted(rounds: Rounds) -> None:
    pins = [Pin("a", "", [], "asked"), Pin("b", "B", [], "never")]
    rounds(OLD._replace(pin_rows=pins, hints=3), NEW._replace(pin_rows=[pins[0]], shown=2))
    assert row("linchpins") == ["linchpins", "asked", "for", "▅█", "1/2", "1/1"]
    assert row("hints") == ["hints", "taken", "3", "0"]
    assert row("topics") == ["topics", "shown", "0", "2"]


def test_cards_are_those_recalled_of_those_reviewed_again_in_two_spans(desk: Desk, rounds: Rounds) -> None:
    desk.put("d", *plain("a", "b"))
    for card, grade, ago in (("a", 3, 50), ("a", 1, 40), ("b", 3, 29), ("a", 3, 9), ("b", 3, 0), ("b", 1, 0)):
        desk.graded(f"d/{card}", grade, -ago)
    desk.graded("d/a", 1, mode="cram")
    rounds(OLD, NEW)
    assert row("cards") == ["cards", "recalled", "0/1", "2/2"]
    assert row("cards", "small") == []
    rounds()
    assert row("cards") == ["cards", "recalled", "0/1", "2/2"]


def test_of_many_skills_a_few_are_shown_and_all_on_one_question(rounds: Rounds) -> None:
    skills = {f"skill-{n}": (0, 1) for n in range(11)}
    rounds(*(attempt(day, "small", depth=(1, 3), skills=skills).known for day in (1, 2)))
    assert shown().count("skill ") - 1 == 8  # beside the head of the column
    assert "3 more" in shown()
    assert shown("small").count("skill ") - 1 == 11
    assert row("skill 0") == ["skill", "0", "▁▁", "0/1", "0/1", "2", "of", "2"]


def test_where_grade_and_points_part_three_times_it_says_so_and_what_to_do(rounds: Rounds) -> None:
    rounds(*(attempt(day, grades={"depth": 3, "numbers": 2}, depth=(1, 6), numbers=(4, 4)).known for day in (1, 2, 3)))
    said = shown()
    assert (
        "numbe: you graded 2, 2, 2 while 4 of 4, 4 of 4, 4 of 4 points were confirmed, a grade below its points. "
        "depth: you graded 3, 3, 3 while 1 of 6, 1 of 6, 1 of 6 points were confirmed, a grade above its points. "
        "Next: in the next round write the notes that show it, or claim with s what you said; read the anchors with ?. "
        "`coach grade 0003` grades the last one anew." in said
    )


# one question


def test_a_question_has_the_rounds_under_its_former_names_too(rounds: Rounds) -> None:
    other = attempt(15, "other", depth=(0, 4)).known
    rounds(OLD._replace(scenario="tiny"), NEW, other)
    for name in ("small", "tiny"):
        assert "── Progress · small ─" in shown(name)
        assert "2 graded rounds" in shown(name)
    assert "One round, other on 15 Nov" in shown("other")  # its file is gone


def test_an_unknown_question_is_refused_with_the_one_that_is_near(rounds: Rounds) -> None:
    rounds(OLD)
    result = coach("progress", "smal")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.splitlines() == [
        "error: There is no scenario 'smal'; did you mean small?",
        "hint: `coach list` shows all of them.",
    ]


# other programs, small and old terminals


def test_json_has_all_of_it_under_keys_that_stay(rounds: Rounds) -> None:
    rounds(OLD, NEW)
    data = json.loads(coach("progress", "--json").stdout)
    assert list(data) == [
        "scenario", "compared", "better", "worse", "not_better", "weak", "drift", "cards", "rounds"
    ]  # fmt: skip
    assert data["compared"] == [OLD.session, NEW.session]
    assert data["better"] == {
        "kind": "dimension", "name": "depth", "before": {"made": 2, "of": 6}, "now": {"made": 4, "of": 6}
    }  # fmt: skip
    assert (data["worse"], data["not_better"]["name"]) == ([], "numbers")
    assert data["weak"] == {"dimensions": ["numbers", "depth"], "skills": ["cost"], "linchpins": []}
    assert data["cards"] == {
        "days": 30, "before": {"reviewed": 0, "recalled": 0}, "now": {"reviewed": 0, "recalled": 0}
    }  # fmt: skip
    first, last = data["rounds"]
    assert list(first) == [
        "session", "scenario", "format", "level", "started", "phases", "mock", "base", "solution_seen", "dimensions",
        "skills", "linchpins", "hints", "topics_shown", "minutes_used", "minutes_planned",
    ]  # fmt: skip
    assert last["dimensions"]["depth"] == {"made": 5, "of": 7, "grade": 2}
    assert last["phases"] == {"deep-dive": {"made": 6, "of": 10, "minutes_used": 19.0, "minutes_planned": 20.0}}
    assert (last["skills"], last["minutes_planned"]) == ({"cost": {"made": 2, "of": 2}}, 45.0)


def test_json_of_nothing_and_of_a_drift(rounds: Rounds) -> None:
    rounds()
    data = json.loads(coach("progress", "small", "--json").stdout)
    assert (data["scenario"], data["compared"], data["better"], data["rounds"]) == ("small", None, None, [])
    rounds(*(attempt(day, grades={"depth": 3}, depth=(1, 6)).known for day in (1, 2, 3)))
    (drift,) = json.loads(coach("progress", "--json").stdout)["drift"]
    assert (drift["dimension"], drift["side"], drift["grades"]) == ("depth", "above", [3, 3, 3])
    assert drift["points"] == [{"made": 1, "of": 6}] * 3


def test_sixty_columns_hold_it_and_ascii_has_a_sign_for_each_share(
    rounds: Rounds, monkeypatch: pytest.MonkeyPatch
) -> None:
    spent = [Spent("Deep dive", ["deep-dive"], 6300.0, 7200)]
    counts = dict.fromkeys(("framing", "numbers", "depth"), (12, 15))
    skills = {"query-understanding": (10, 12)}
    rounds(*(attempt(day, "small", spent=spent, skills=skills, **counts).known for day in range(1, 10)))
    monkeypatch.setattr(world, "printer", lambda: PlainUi(None, sys.stdout, width=60))
    lines = coach("progress").stdout.splitlines()
    assert max(map(len, lines)) == 60
    assert [line.split()[0] for line in lines if "▇" * 8 in line][:3] == ["frami", "depth", "numbe"]
    assert all(to_ascii(line).isascii() for line in lines)
    assert len(set(to_ascii("▁▂▃▄▅▆▇█"))) == 8


def test_what_goes_to_a_pipe_is_as_wide_as_columns_say(rounds: Rounds, monkeypatch: pytest.MonkeyPatch) -> None:
    rounds(OLD, NEW)
    assert len(coach("progress").stdout.splitlines()[0]) == 100
    monkeypatch.setenv("COLUMNS", "60")
    assert len(coach("progress").stdout.splitlines()[0]) == 60


def test_what_cannot_be_read_keeps_nobody_from_the_rest(desk: Desk) -> None:
    write_rounds(desk.places.sessions, 2, datetime(2026, 11, 20, tzinfo=UTC), Random(1))
    (desk.places.sessions / f"{a_round(14, 'other').session}.bbbbbb.jsonl").write_text("{}\n")
    desk.places.reviews.mkdir()
    (desk.places.reviews / "bbbbbb.jsonl").write_text('{"coach":"reviews","version":9}\n')
    result = coach("progress")
    assert result.exit_code == 0
    assert "2 graded rounds" in result.stdout
    assert result.stderr.count("left out: ") == 2


# speed


def test_with_a_warm_cache_it_reads_no_content_and_folds_no_journal(tmp_path: Path) -> None:
    environ = environment(tmp_path, TERM="dumb")
    write_rounds(tmp_path / "home" / "sessions", 3, datetime(2026, 11, 20, tzinfo=UTC), Random(1))
    told = "import sys\nfrom coach.cli import app\ntry:\n    app(['progress'])\nfinally:\n    print(*sys.modules)"
    for _ in range(2):
        done = subprocess.run([sys.executable, "-c", told], env={**environ, "PYTHONPATH": os.getcwd()}, check=False,
                              stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=100)  # fmt: skip
    *page, modules = done.stdout.splitlines()
    assert "3 graded rounds" in page[0]
    assert {"coach.interview.progress", "coach.record.index"} <= set(modules.split())
    slow = {"yaml", "fsrs", "rich", "snowballstemmer", "coach.content.scenario", "coach.interview.folding"}
    assert slow.isdisjoint(modules.split())
