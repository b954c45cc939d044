"""The rules of self-grading."""

import pytest

from coach.content.library import Library
from coach.interview.grading import (
    confirmed_share,
    dimensions_asked,
    graded_data,
    helped,
    listed,
    minutes_to_grade,
    needs_reason,
)
from coach.interview.plan import PlannedStep
from tests.builders import FOUR, Journal, setup, small, started


def _graded(journal: Journal, library: Library) -> Journal:
    data = graded_data(journal.fold(), small(library).value, library.rubric().value)
    return journal.add("graded", 1, **data)


def test_points_come_by_step_and_those_above_the_level_are_extras(library: Library) -> None:
    found = listed(small(library).value, setup())
    assert [(e.point.id, e.step, e.extra) for e in found] == [
        ("asks-rate", 0, False),
        ("path", 1, False),
        ("size", 2, False),
        ("filter", 2, False),
        ("because", 3, False),
        ("harm", 3, True),
    ]


def test_a_mid_round_expects_mid_points_only(library: Library) -> None:
    found = listed(small(library).value, setup(level="mid"))
    assert [e.point.id for e in found if not e.extra] == ["asks-rate", "path", "because"]


def test_a_first_look_has_the_points_of_its_level_and_no_dimensions(library: Library) -> None:
    found = listed(small(library).value, setup(level="mid", grades=False))
    assert [e.point.id for e in found] == ["asks-rate", "path", "because"]
    journal = started(level="mid", grades=False).add("end")
    assert (_graded(journal, library).fold().graded or {})["dimensions"] == {}


@pytest.mark.parametrize(
    ("scenario", "grades", "phases", "minutes"),
    [("rag-support", True, FOUR, 4), ("rag-support", True, FOUR[:1], 2), ("rag-support", False, FOUR, 2),
     ("ticket-tags", False, FOUR, 1), ("ticket-tags", True, FOUR, 2)],
)  # fmt: skip
def test_how_long_grading_takes_hangs_on_its_points_and_dimensions(
    library: Library, scenario: str, grades: bool, phases: tuple[PlannedStep, ...], minutes: int
) -> None:
    content, rubric = library.scenario(scenario).value, library.rubric().value
    assert minutes_to_grade(content, rubric, setup(steps=phases, grades=grades)) == minutes


def test_a_point_of_two_phases_goes_to_the_one_that_is_drilled(library: Library) -> None:
    found = listed(small(library).value, setup(steps=(FOUR[1],)))
    assert [(e.point.id, e.step) for e in found] == [("path", 0), ("size", 0)]


def test_one_step_may_cover_several_phases(library: Library) -> None:
    whole = PlannedStep("all", "All", ("clarify", "high-level", "deep-dive", "tradeoffs"), 300)
    assert {e.step for e in listed(small(library).value, setup(steps=(whole,)))} == {0}


def test_where_steps_share_a_phase_each_point_goes_to_the_one_that_is_about_it(library: Library) -> None:
    steps = (
        PlannedStep("look", "Look", ("deep-dive",), 300),
        PlannedStep("size", "Size", ("deep-dive",), 300, ("numbers",)),
    )
    found = listed(small(library).value, setup(steps=steps))
    assert [(e.point.id, e.step) for e in found] == [("filter", 0), ("size", 1)]


def test_only_dimensions_with_a_point_are_asked_and_the_one_shown_apart(library: Library) -> None:
    partial = setup(steps=FOUR[:2])
    points = listed(small(library).value, partial)
    rubric = library.rubric().value
    assert dimensions_asked(rubric, points, partial) == ["framing", "flow", "numbers", "driving"]


def test_a_format_without_time_for_all_has_no_points_above_its_level_and_few_dimensions(library: Library) -> None:
    of = {"level": "mid", "highest": "mid", "dimensions": ("flow", "driving")}
    short = setup(**of)
    scenario, rubric = small(library).value, library.rubric().value
    found = listed(scenario, short)
    assert {entry.point.level for entry in found} == {"mid"}
    assert any(entry.extra for entry in listed(scenario, setup(level="mid")))
    assert dimensions_asked(rubric, found, short) == ["flow", "driving"]
    assert list(graded_data(started(**of).add("end").fold(), scenario, rubric)["dimensions"]) == ["flow", "driving"]


def test_what_is_not_in_the_design_leaves_the_total(library: Library) -> None:
    points = listed(small(library).value, setup())
    session = started().add("end").add("mark", point="filter", mark="not-mine", reason="one tenant").fold()
    assert confirmed_share(session, points, "safety") == (0, 0)
    assert not needs_reason(session, points, "safety", 4)


@pytest.mark.parametrize(
    ("mark", "grade", "reason"),
    [("missed", 3, True), ("missed", 4, True), ("missed", 2, False), ("covered", 3, False), ("said", 3, False)],
)
def test_a_grade_at_the_bar_on_less_than_half_of_its_points_needs_a_reason(
    library: Library, mark: str, grade: int, reason: bool
) -> None:
    session = started().add("end").add("mark", point="filter", mark=mark, notes=[], line="x").fold()
    assert needs_reason(session, listed(small(library).value, setup()), "safety", grade) is reason


def test_a_finished_grade_copies_what_history_needs(library: Library) -> None:
    journal = started().add("note", 5, note=1, text="user -> llm", step=1).add("end")
    journal.add("mark", point="path", mark="covered", notes=[1])
    graded = _graded(journal, library).fold().graded
    assert graded is not None
    path = next(p for p in graded["points"] if p["id"] == "path")
    expected = {"mark": "covered", "notes": [1], "level": "mid", "dimension": "flow", "phase": ["high-level"]}
    assert {key: path[key] for key in expected} == expected
    assert {p["id"]: p["mark"] for p in graded["points"]}["filter"] == "missed"
    assert "harm" not in {p["id"] for p in graded["points"]}
    assert graded["dimensions"]["flow"]["grade"] is None


def test_a_point_is_helped_by_its_hint_or_by_a_topic_that_was_shown(library: Library) -> None:
    point = small(library).value.points[0]
    alone = started().add("interviewer", what="answer", text="Twice a day.", id="rate")
    shown = started().add("interviewer", what="answer", text="Twice a day.", id="rate", helped=True)
    hinted = started().add("hint", point="asks-rate", text="What about tomorrow?")
    assert [helped(journal.fold(), point) for journal in (alone, shown, hinted)] == [False, True, True]
    assert not helped(shown.add("untold", fact="rate").fold(), point)
