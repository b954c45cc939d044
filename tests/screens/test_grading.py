"""A whole grading at the keyboard."""

from coach.content.library import Library
from coach.interview.evidence import Finding
from coach.interview.grading import dimensions_asked, listed
from coach.screens.ui import Keys
from tests.screens.conftest import POINTS, REST, Sitting


def test_a_key_or_two_a_step_and_one_a_dimension(finished: Sitting) -> None:
    finished.grade([*POINTS, *REST])
    points = listed(finished.scenario.value, finished.session.plan)
    dimensions = len(dimensions_asked(finished.library.rubric().value, points, finished.session.plan))
    result_page = 1
    assert finished.ui.pressed == len(POINTS) + dimensions + result_page
    assert finished.session.status == "graded"
    assert {point: mark.mark for point, mark in finished.session.marks.items()} == {
        "asks-rate": "covered",
        "path": "covered",
        "filter": "covered",
        "size": "missed",
        "because": "covered",
    }


def test_a_whole_senior_round_takes_fewer_keys_than_it_has_points(library: Library, sitting: Sitting) -> None:
    sitting.scenario = library.scenario("rag-support")
    sitting.begin(["how often do the articles change?", "/next", "user -> search -> llm -> reply", *["/next"] * 3])

    def quick(keys: Keys) -> str:
        return next(key for key in ("q", "2", "", "y", "-") if key in keys.keys)

    assert sitting.grade(["sooner"], answers=quick) == 0
    points = listed(sitting.scenario.value, sitting.session.plan)
    expected = [entry for entry in points if not entry.extra]
    dimensions = dimensions_asked(library.rubric().value, points, sitting.session.plan)
    assert set(sitting.session.marks) == {entry.point.id for entry in expected}
    assert sitting.ui.pressed <= len(expected) + len(dimensions) + 1


def test_later_keeps_what_was_decided_and_goes_on_from_there(finished: Sitting) -> None:
    assert finished.grade(["", "", "l"]) == 0
    assert finished.session.status == "finished"
    assert "2 decisions are kept" in finished.ui.text
    finished.grade(["", "", "", "", *REST])
    assert finished.session.status == "graded"
    assert finished.session.marks["asks-rate"].mark == "covered"


def test_the_end_of_the_input_keeps_what_there_is(finished: Sitting) -> None:
    assert finished.grade(["", ""], plain=True) == 0
    assert (len(finished.session.marks), finished.session.status) == (2, "finished")


def test_when_grading_anew_enter_keeps_what_was_decided_step_by_step(finished: Sitting) -> None:
    finished.grade(["1", "3", "", "", "1 s aloud", "1 n one tenant", "1", "4", *REST])
    before = finished.session
    finished.grade(["", "", "", "", "", *[""] * 7, "", "q"])
    after = finished.session
    assert (after.status, after.marks, after.grades) == ("graded", before.marks, before.grades)
    assert [mark.mark for mark in before.marks.values()] == [
        "covered", "covered", "covered", "said", "not-mine", "covered",
    ]  # fmt: skip


def test_grading_anew_can_change_everything(finished: Sitting) -> None:
    finished.grade([*POINTS, *REST])
    finished.grade(["1 -", "1 -", "1 -", "2 -", "1 -", "", *REST])
    assert {mark.mark for mark in finished.session.marks.values()} == {"missed"}


def test_a_grading_anew_that_is_left_goes_on_like_any_other(finished: Sitting) -> None:
    finished.grade([*POINTS, *REST])
    finished.grade(["1", "-", "l"])
    assert finished.session.status == "finished"
    assert "1 decision is kept" in finished.ui.text
    finished.grade(["", "", "", "", *[""] * 7, "", "q"])
    assert finished.session.status == "graded"
    assert finished.session.marks["asks-rate"].mark == "missed"
    assert finished.session.marks["path"].mark == "covered"


def test_nothing_is_counted_before_the_person_decided(finished: Sitting, found: dict[str, Finding]) -> None:
    finished.grade(["l"])
    assert " of 1" not in finished.ui.text
    assert finished.session.marks == {}
