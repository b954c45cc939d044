"""A round in brief."""

import json
from typing import Any

from coach.content.library import Library
from coach.interview.brief import ASKED, BACK, MET, Brief
from coach.interview.briefing import brief_of
from coach.interview.session import Session
from tests.builders import FOUR
from tests.pinned import Round


def brief(session: Session) -> Brief:
    """The brief of a session that is not being graded anew."""
    return brief_of(session, session)


def ids(session: Session) -> list[str]:
    """The missed points in their order."""
    return [point.id for point in brief(session).missed]


def test_a_paused_round_says_where_it_stands(library: Library) -> None:
    found = brief(Round().note("cutoff at 85", 60).to(1, 30).add("pause", 5).fold())
    assert (found.session, found.scenario, found.format, found.level) == (
        "20261121T101500Z-small-0001", "pinned", "four-phase", "senior",
    )  # fmt: skip
    assert (found.open, found.ungraded, found.done) == (True, False, False)
    assert (found.step, found.used, found.planned, found.notes) == ("Design", 95.0, 2700, 1)
    assert (found.started, found.ended) == ("2026-11-21T10:15:00.000Z", "")


def test_a_round_that_is_not_graded_missed_nothing() -> None:
    found = brief(Round().note("cutoff at 85").end().fold())
    assert (found.done, found.ungraded, found.graded) == (True, True, "")
    assert (found.missed, found.made_ids, found.said, found.own, found.scores) == ([], [], {}, {}, {})


def test_missed_and_made_points_are_told_apart(library: Library) -> None:
    found = brief(Round().note("user to llm").end(path=(1,)).graded(library))
    assert (found.made, found.extras) == ({"flow": ["path"]}, [])
    assert {point.id: (point.dimension, point.phase) for point in found.missed} == {
        "asks-cost": ("success", "clarify"),
        "cutoff": ("numbers", "deep-dive"),
        "gate": ("safety", "tradeoffs"),
        "embedder": ("choice", "deep-dive"),
    }
    assert found.missed[0].point


def test_points_above_the_level_are_not_missed_and_are_extras_when_made(library: Library) -> None:
    assert "embedder" in ids(Round().end().graded(library))
    assert "embedder" not in ids(Round(level="mid").end().graded(library))
    found = brief(Round(level="mid").end(embedder=(), path=()).graded(library))
    assert (found.made, found.extras) == ({"flow": ["path"]}, ["embedder"])
    assert found.made_ids == ["path", "embedder"]


def test_the_first_missed_point_is_the_heaviest(library: Library) -> None:
    weights = [point.weight for point in brief(Round().end().graded(library)).missed]
    assert len(weights) == 5
    assert weights == sorted(set(weights), reverse=True)
    assert weights[0] == 10
    assert weights[-1] > 5


def test_a_point_missed_again_is_heavier_than_any_missed_once(library: Library) -> None:
    before = Round().end(gate=(1,), cutoff=(1,), embedder=(1,), asks_cost=(1,)).graded(library)
    missed = brief(Round().end().graded(library, before)).missed
    heaviest = max(missed, key=lambda point: point.weight)
    assert heaviest.id == "path"
    assert [point.id for point in missed if point.weight > 10] == ["path"]


def test_a_point_comes_with_the_note_that_came_nearest(library: Library) -> None:
    played = Round().note("hello").to(2).note("say when to answer: costs decide whether above or below").end()
    near = {point.id: point.near for point in brief(played.graded(library)).missed}
    assert near["cutoff"] == "say when to answer: costs decide whether above or below"
    assert near["gate"] == ""


def test_what_was_said_again_goes_with_its_point(library: Library) -> None:
    played = Round().end()
    played.graded(library)
    played.add("again", 5, id="cutoff", text="below 85 % we stay silent", state="strong", seconds=9)
    assert brief(played.fold()).said == {"cutoff": "below 85 % we stay silent"}


def test_grades_come_with_their_weight_at_the_level_and_linchpins_with_their_topic(library: Library) -> None:
    found = brief(Round().end().add("dimension", dimension="numbers", grade=2).graded(library))
    weights = library.rubric().value.levels["senior"].weights
    own = found.own["numbers"]
    assert (own.short, own.scored, own.grade, own.weight) == ("numbers", True, 2, weights["numbers"])
    assert not found.own["driving"].scored
    never = {pin.fact: pin.topic for pin in found.pins if pin.how == "never"}
    assert never == {"cost": "what a wrong answer costs", "languages": "languages of the questions"}
    assert set(found.scores) == {"mid", "senior", "staff"}
    assert (
        brief(Round(steps=FOUR[:1]).end().add("dimension", dimension="success", grade=2).graded(library)).scores == {}
    )


def test_what_each_step_took_stands_beside_its_plan(library: Library) -> None:
    found = brief(Round().note("cutoff", 60).to(1, 90).note("user to llm", 30).end().fold())
    assert [(step.title, step.phases, step.used, step.planned) for step in found.spent[:2]] == [
        ("Clarify", ("clarify",), 150.0, 300), ("Design", ("high-level",), 40.0, 600),
    ]  # fmt: skip
    assert {step.planned for step in brief(Round(untimed=True).end().fold()).spent} == {None}


def test_linchpins_say_how_they_were_come_by_and_what_they_speak_to(library: Library) -> None:
    played = Round().told("cost", helped=True).to(2).remark("linchpin", "languages").end()
    found = brief(played.graded(library))
    assert [(pin.fact, pin.how, pin.topic) for pin in found.pins] == [
        ("cost", ASKED, ""), ("languages", BACK, "languages of the questions"),
    ]  # fmt: skip
    assert found.shown == 1
    played = Round().note("multilingual index").note("cutoff at 85 % from the prices").end()
    assert {pin.how for pin in brief(played.graded(library)).pins} == {MET}


def test_the_points_made_are_named_by_phase_and_the_pace_is_kept(library: Library) -> None:
    found = brief(Round().note("user to llm", 25).end(path=(1,), cutoff=(1,)).graded(library))
    assert found.made_phases == {"high-level": ["path"], "deep-dive": ["cutoff"]}


def test_while_a_round_is_graded_anew_the_old_grading_holds(library: Library) -> None:
    played = Round().end()
    before = played.graded(library)
    found = brief_of(played.add("regrade").fold(), before)
    assert (found.status, found.ungraded) == ("finished", False), "its old grades hold"
    assert found.missed == brief(before).missed


def test_the_time_of_the_first_grading_stays(library: Library) -> None:
    played = Round().end()
    first = brief(played.graded(library))
    assert first.first_graded == first.graded
    played.add("regrade", 600)
    again = brief(played.graded(library))
    assert again.first_graded == first.graded < again.graded


def test_a_brief_comes_back_from_json_as_it_was(library: Library) -> None:
    for made in (
        brief(Round().note("user to llm").end(path=(1,)).graded(library)),
        brief(Round(untimed=True).end().fold()),
    ):
        again = Brief._make(json.loads(json.dumps(made)))
        assert (again.missed, again.own, again.made_ids) == (made.missed, made.own, made.made_ids)
        assert [list(row) for row in again.pins] == [list(row) for row in made.pins]
        assert [row.used for row in again.spent] == [row.used for row in made.spent]
        rows: dict[str, Any] = {"missed_rows": (), "own_rows": {}, "spent_rows": (), "pin_rows": ()}
        plain = {**rows, "phases": (), "made": {}, "extras": ()}
        assert again._replace(**plain) == made._replace(**plain)
