"""`coach diff` from the shell."""

import json
from collections.abc import Callable
from datetime import timedelta

import pytest

from coach.commands import world
from coach.content.reading import read
from coach.content.scenario import Scenario
from coach.interview.outcome import outcome_data
from coach.interview.reader import Reader
from coach.record.home import Home
from coach.record.places import Places
from coach.record.sessions import short_name
from coach.screens.past import last_graded, load
from coach.screens.recorder import Recorder
from tests.builders import SMALL
from tests.commands.test_practice import NOTES, coach
from tests.commands.test_practice import small_content as small_content
from tests.conftest import Clock

Play = Callable[..., str]


@pytest.fixture
def play(small_content: Places, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> Play:
    """Plays a round a day after the last one and grades it, with points made by the second note; its id."""
    monkeypatch.setattr(world, "now", clock)

    def played(*made: str, scenario: str = "small", options: tuple[str, ...] = (), grade: int = 2) -> str:
        clock.forward(timedelta(days=1).total_seconds())
        coach("practice", scenario, "--no-grade", *options, typed=NOTES)
        home = Home(small_content)
        name = home.sessions.ids()[-1]
        if grade:
            _grade(home, name, made, grade, clock)
        return name

    return played


def _grade(home: Home, name: str, made: tuple[str, ...], grade: int, clock: Clock) -> None:
    library, session = world.library(home.places, None), load(home, name)
    value = read(home.seen.text(session.plan.scenario_digest), name, Scenario).value
    assert value is not None
    opened = home.sessions.open(name)
    record = Recorder(clock, opened, session)
    for point in made:
        record("mark", {"point": point, "mark": "covered", "notes": [2]})
    if session.plan.grades:
        record("dimension", {"dimension": "flow", "grade": grade})
    reader = Reader(value, library.glossary)
    record("graded", outcome_data(session, reader, library.rubric().value, last_graded(home, session)))
    opened.close()


def rounds(*names: str) -> tuple[str, str]:
    """The two rounds that are compared, the older first."""
    data = json.loads(coach("diff", *names, "--json").stdout)
    return data["a"]["session"], data["b"]["session"]


def test_without_names_the_last_two_on_one_question_are_compared(play: Play, small_content: Places) -> None:
    first, second = play("path"), play("filter")
    text = (small_content.content.scenarios / "small.yaml").read_text(encoding="utf-8")
    (small_content.content.scenarios / "other.yaml").write_text(text.replace("id: small", "id: other", 1), "utf-8")
    play("path", scenario="other")
    play("path", grade=0)
    assert rounds() == (first, second)
    shown = coach("diff").stdout
    assert "1 made now, 1 then, of 5 asked for in both: 1 gained, 1 lost, 3 missed both times." in shown


def test_one_name_stands_beside_the_round_before_it_and_two_in_any_order(play: Play) -> None:
    first, second, third = play("path"), play(), play("path")
    assert rounds(second) == (first, second)
    assert rounds(third) == rounds("small") == (second, third)
    assert rounds(first, third) == rounds(third, first) == (first, third)


def test_two_names_may_be_those_of_questions_too(play: Play) -> None:
    first, second, other = play("path"), play("path"), play(scenario="rag-support")
    assert rounds("small", "rag-support") == rounds("rag-support", second) == (second, other)
    assert rounds("small", first) == (first, second)
    assert "There is no graded round on legal-doc-qa." in coach("diff", "small", "legal-doc-qa").stderr


@pytest.mark.parametrize("names", [[], ["small", "rag-support"], ["rag-support"]])
def test_every_command_that_it_prints_names_a_round_and_a_question_that_exist(play: Play, names: list[str]) -> None:
    sessions = [play("path"), play(), play(scenario="rag-support"), play(scenario="rag-support")]
    *_, command = coach("diff", *names).stdout.split("coach practice")
    words = command.split()
    assert sum(session.endswith(words[words.index("--from") + 1]) for session in sessions) == 1
    assert coach("practice", *words, typed="q\n").exit_code == 0


def test_after_a_redone_step_the_same_step_on_another_question_is_next(play: Play) -> None:
    first = play("path")
    again = play(options=("--from", first, "--phase", "deep-dive"))
    shown = " ".join(coach("diff", first, again).stdout.split())
    assert "Next, the step on another question: the heaviest point missed both times: " in shown
    assert shown.endswith("coach practice --phase deep-dive")
    assert "of 2 asked for in both" in shown
    assert "Deep dive 0/2 → 0/2" in shown


def test_the_shape_of_the_data(play: Play) -> None:
    first, _ = play("path", grade=2), play("path", "filter", grade=3)
    data = json.loads(coach("diff", "--json").stdout)
    assert list(data) == [
        "a", "b", "differences", "points", "dimensions", "phases", "steps", "pace", "linchpins", "help",
    ]  # fmt: skip
    assert data["a"] == {
        "session": first, "scenario": "small", "started": "2026-11-22T10:15:00.000Z", "level": "senior",
        "format": "four-phase", "made": 1, "counted": 5, "score": {"mid": 2.0, "senior": 2.0, "staff": 2.0},
    }  # fmt: skip
    points = {point["id"]: point for point in data["points"]}
    assert {name: point["group"] for name, point in points.items()} == {
        "asks-rate": "missed-twice", "size": "missed-twice", "because": "missed-twice", "path": "made-twice",
        "filter": "gained",
    }  # fmt: skip
    nothing = {"line": None, "reason": None, "extra": False, "late": False, "helped": False}
    assert points["filter"] == {
        "id": "filter", "point": "Filters by permission", "say": "Filter inside the search.", "step": "Deep dive",
        "phase": "deep-dive", "dimension": "safety", "level": "senior", "group": "gained",
        "a": {"mark": "missed", "notes": [], "near": {"at_s": 0.0, "text": "acl"}, **nothing},
        "b": {"mark": "covered", "notes": [{"at_s": 0.0, "text": "user -> llm"}], "near": None, **nothing},
    }  # fmt: skip
    assert data["dimensions"]["flow"] == {
        "name": data["dimensions"]["flow"]["name"],
        "a": {"grade": 2, "made": 1, "counted": 1},
        "b": {"grade": 3, "made": 1, "counted": 1},
    }
    assert data["phases"]["deep-dive"] == {"a": {"made": 0, "counted": 2}, "b": {"made": 1, "counted": 2}}
    assert data["steps"][0] == {
        "step": "clarify", "title": "Clarify", "a": {"used_s": 0.0, "planned_s": 300, "made": 0, "counted": 1},
        "b": {"used_s": 0.0, "planned_s": 300, "made": 0, "counted": 1},
    }  # fmt: skip
    assert (data["differences"], data["help"]) == ([], {"a": [], "b": []})
    assert data["pace"]["a"]["number_s"] is None


def test_what_was_done_differently_is_in_the_data_too(play: Play) -> None:
    play("path")
    play("path", options=("--level", "mid", "--untimed"))
    data = json.loads(coach("diff", "--json").stdout)
    assert {"what": "level", "a": "senior", "b": "mid"} in data["differences"]
    assert data["steps"][0]["b"]["planned_s"] is None
    size = next(point for point in data["points"] if point["id"] == "size")
    assert (size["group"], size["b"]) == ("then-only", None)


def test_answers_read_between_the_rounds_are_said(play: Play) -> None:
    play("path")
    assert coach("show", "small", "--solution", "--yes").exit_code == 0
    play("path")
    assert "answers read before no → yes" in coach("diff").stdout


def test_a_point_and_a_question_that_were_renamed_are_the_same(play: Play, small_content: Places) -> None:
    play("path")
    small = small_content.content.scenarios / "small.yaml"
    renamed = SMALL.replace("id: small", "id: smaller\nwas: [small]", 1).replace("{id: path,", "{id: way, was: [path],")
    small.rename(small.with_name("smaller.yaml")).write_text(renamed, encoding="utf-8")
    play("way", scenario="smaller")
    points = {point["id"]: point["group"] for point in json.loads(coach("diff", "--json").stdout)["points"]}
    assert "path" not in points
    assert points["way"] == "made-twice"
    assert "coach practice --phase tradeoffs --from" in coach("diff").stdout


def test_a_question_that_is_gone_is_compared_all_the_same(play: Play, small_content: Places) -> None:
    first, second = play("path"), play()
    (small_content.content.scenarios / "small.yaml").unlink()
    assert rounds() == (first, second)
    assert coach("diff").stdout.rstrip().endswith("coach practice")


def test_two_questions_have_no_points_to_compare(play: Play) -> None:
    first, second = play("path"), play(scenario="rag-support")
    assert rounds(first, second) == (first, second)
    assert json.loads(coach("diff", first, second, "--json").stdout)["points"] is None
    assert "They are two questions" in coach("diff", first, second).stdout


def test_a_first_look_is_no_round_before_a_whole_one(play: Play) -> None:
    first, look = play("path"), play("path", options=("--format", "taste"))
    assert coach("diff").exit_code == 1
    assert "round whole → a first look" in coach("diff", first, look).stdout


@pytest.mark.parametrize("names", [["a", "a"], ["small-", "small-"]])
def test_the_same_round_twice_is_refused(play: Play, names: list[str]) -> None:
    name = play("path")
    result = coach("diff", *(name if part == "a" else part for part in names))
    assert result.exit_code == 2
    assert "are the same round" in result.stderr


def test_a_round_that_was_not_graded_is_named_with_its_command(play: Play) -> None:
    first, second = play("path"), play(grade=0)
    for names in ([first, second], [second]):
        result = coach("diff", *names)
        assert result.exit_code == 1
        assert result.stderr.splitlines() == [
            f"error: The session {second} is not graded yet.",
            f"hint: `coach grade {second}` grades it.",
        ]


def test_with_too_few_rounds_it_says_how_to_get_two(play: Play, small_content: Places) -> None:
    def short(name: str) -> str:
        return short_name(name, Home(small_content).sessions.ids())

    nothing = coach("diff")
    assert (nothing.exit_code, nothing.stderr.splitlines()[1]) == (1, "hint: `coach practice` starts a round.")
    waiting = play(grade=0)
    assert f"`coach grade {short(waiting)}` grades the round that waits." in coach("diff").stderr
    assert "There is no graded round on small." in coach("diff", "small").stderr
    only = play("path")
    assert f"There is no graded round on small before {only}." in coach("diff", "small").stderr
    assert "`coach practice small` is a second attempt" in coach("diff", only).stderr
    later = play("path")
    assert f"`coach diff {short(later)}`" in coach("diff", only).stderr
    assert "There is no session 'nothing'" in coach("diff", "nothing").stderr
