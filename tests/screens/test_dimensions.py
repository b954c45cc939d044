"""Grading the dimensions."""

import pytest

from coach.interview.evidence import STRONG, Finding
from tests.screens.conftest import POINTS, REST, Sitting

Found = dict[str, Finding]
MISSED = ["1 -", "1 -", "2 -", "", "1 -", ""]
"""All points missed."""


def test_a_grade_at_the_bar_without_points_asks_for_a_reason(finished: Sitting) -> None:
    finished.grade([*MISSED, "3", "they nodded", *REST[1:]])
    assert finished.session.grades["framing"].reason == "they nodded"


def test_without_a_reason_the_grade_is_asked_again(finished: Sitting) -> None:
    finished.grade([*MISSED, "3", "", "2", *REST[1:]])
    assert finished.session.grades["framing"].grade == 2


@pytest.mark.parametrize(("key", "grade"), [("y", 3), ("n", 2), ("1", 1), ("4", 4), ("-", None)])
def test_the_bar_is_one_question_and_other_grades_one_key(finished: Sitting, key: str, grade: int | None) -> None:
    finished.grade([*POINTS, key, *REST[1:]])
    assert finished.session.grades["framing"].grade == grade


def test_all_four_anchors_on_request(finished: Sitting) -> None:
    finished.grade([*POINTS, "?", "2", *REST[1:]])
    dimension = finished.library.rubric().value.dimensions[0]
    flat = " ".join(finished.ui.text.split())
    assert all(anchor[:30] in flat for anchor in dimension.anchors)


def test_the_times_of_the_notes_that_were_pointed_at_stand_beside_the_bar(finished: Sitting) -> None:
    finished.grade([*POINTS, "l"])
    assert "You: 1 of 1 points, 00:00" in finished.ui.text


def test_those_times_are_in_order_and_leave_out_points_above_the_level(sitting: Sitting, found: Found) -> None:
    path = sitting.library.roots[0].scenarios / "small.yaml"
    text = path.read_text(encoding="utf-8").replace("dimension: safety", "dimension: flow")
    path.write_text(text.replace("dimension: success", "dimension: flow"), encoding="utf-8")
    sitting.scenario = sitting.library.scenario("small")
    found["path"], found["filter"], found["harm"] = (Finding(STRONG, (note,)) for note in (3, 2, 4))
    sitting.begin([10.0, "a", "/next", 50.0, "b", "/next", 60.0, "c", "/next", 60.0, "d", "/next"])
    sitting.grade([*POINTS, "y", "l"])
    assert "harm" in sitting.session.marks
    assert "You: 2 of 2 points, 01:00 02:00" in sitting.ui.text


def test_back_works_among_the_dimensions(finished: Sitting) -> None:
    finished.grade([*POINTS, "2", "u", "1", *REST[1:]])
    assert finished.session.grades["framing"].grade == 1
