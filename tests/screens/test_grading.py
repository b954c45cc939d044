"""Self-grading at the keyboard."""

import pytest

from coach.content.library import Library
from coach.interview.grading import dimensions_asked, listed
from coach.screens.ui import Keys
from tests.screens.conftest import Sitting

NOTES = ["how often does it change?", "/next", "user -> llm", "/next", "acl", "/next", "cost vs recall", "/next"]
POINTS = ["y", "y", "m", "y", "y", ""]
REST = ["2", "2", "2", "2", "2", "2", "2", "next time sooner", "q"]


@pytest.fixture
def finished(sitting: Sitting) -> Sitting:
    """A finished round that was not graded."""
    sitting.begin(NOTES)
    return sitting


def test_one_key_a_point_and_one_a_dimension(finished: Sitting) -> None:
    finished.grade([*POINTS, *REST])
    points = [e for e in listed(finished.scenario.value, finished.session.plan) if not e.extra]
    dimensions = len(
        dimensions_asked(finished.library.rubric().value, listed(finished.scenario.value, finished.session.plan))
    )
    extras, result_page = 1, 1
    assert finished.ui.pressed == len(points) + extras + dimensions + result_page
    assert finished.session.status == "graded"


def test_a_whole_senior_round_takes_at_most_one_key_a_point_and_a_dimension(library: Library, sitting: Sitting) -> None:
    sitting.scenario = library.scenario("rag-support")
    sitting.begin(["+ user -> search -> llm -> reply", "/next", "/next", "/next", "/next"])

    def quick(keys: Keys) -> str:
        if "/" in keys.question[:5]:
            return "y" if "y" in keys.keys else "m"
        return "2" if keys.question.startswith("Is that") else ("q" if "q" in keys.keys else "")

    sitting.ui = type(sitting.ui)(sitting.clock, [], ["sooner"])
    sitting.ui.answers = quick
    from coach.screens import rounds
    from tests.scripted import scripted_app

    app = scripted_app(sitting.home, library, sitting.ui)
    assert rounds.grade_round(app, sitting.session.id) == 0
    listed_points = listed(sitting.scenario.value, sitting.session.plan)
    expected = [entry for entry in listed_points if not entry.extra]
    steps_with_extras = {entry.step for entry in listed_points if entry.extra}
    assert 20 <= len(expected) <= 26
    assert sitting.ui.pressed <= len(expected) + len(steps_with_extras) + 9 + 1


def test_a_point_is_covered_only_with_a_note_to_point_at(finished: Sitting) -> None:
    finished.grade(["3", "y", "1", "4", "2", "", *REST])
    marks = finished.session.marks
    assert {point: mark.notes for point, mark in marks.items()} == {
        "asks-rate": (3,),
        "path": (2,),
        "size": (1,),
        "filter": (4,),
        "because": (2,),
    }


def test_yes_is_not_offered_live_where_no_note_was_found(finished: Sitting) -> None:
    seen: dict[str, bool] = {}

    def look(keys: Keys) -> str | None:
        if "/" in keys.question[:4]:
            seen[keys.question] = "y" in keys.keys
        return None

    finished.ui.answers = look
    app_keys = [*POINTS, *REST]
    finished.ui.keys = app_keys
    from coach.screens import rounds
    from tests.scripted import scripted_app

    finished.ui.script = []
    rounds.grade_round(scripted_app(finished.home, finished.library, finished.ui), finished.session.id)
    assert seen["1/2 Sizes it"] is False
    assert seen["2/2 Filters by permission"] is True


def test_line_by_line_yes_names_the_note_it_points_at(finished: Sitting) -> None:
    finished.grade(["y", "y", "y", "y", "y", *REST], plain=True)
    assert finished.session.marks["size"].notes == (3,)


def test_what_was_said_and_not_typed_is_claimed_with_a_line(finished: Sitting) -> None:
    finished.grade(["s", "asked it aloud", "y", "m", "y", "y", "", *REST])
    mark = finished.session.marks["asks-rate"]
    assert (mark.mark, mark.line) == ("said", "asked it aloud")


def test_no_line_no_point(finished: Sitting) -> None:
    finished.grade(["s", "", "m", "y", "m", "y", "y", "", *REST])
    assert finished.session.marks["asks-rate"].mark == "missed"
    assert "No line, no point." in finished.ui.text


def test_a_point_leaves_the_total_only_with_a_reason(finished: Sitting) -> None:
    finished.grade(["y", "y", "m", "n", "", "n", "one tenant only", "y", "", *REST])
    mark = finished.session.marks["filter"]
    assert (mark.mark, mark.reason) == ("not-mine", "one tenant only")


def test_plain_takes_line_and_reason_behind_the_key(finished: Sitting) -> None:
    finished.grade(["s asked it", "n no reason needed", "m", "y", "y", *REST], plain=True)
    assert finished.session.marks["asks-rate"].line == "asked it"
    assert finished.session.marks["path"].reason == "no reason needed"


def test_back_takes_the_last_decision_again(finished: Sitting) -> None:
    finished.grade(["y", "y", "m", "u", "1", "y", "y", "", *REST])
    assert finished.session.marks["size"].notes == (1,)


def test_later_keeps_what_was_decided_and_goes_on_from_there(finished: Sitting) -> None:
    assert finished.grade(["y", "y", "l"]) == 0
    assert finished.session.status == "finished"
    assert "2 decisions are kept" in finished.ui.text
    finished.grade(["m", "y", "y", "", *REST])
    assert finished.session.status == "graded"
    assert finished.session.marks["asks-rate"].mark == "covered"


def test_the_end_of_the_input_keeps_what_there_is(finished: Sitting) -> None:
    assert finished.grade(["y", "m"], plain=True) == 0
    assert (len(finished.session.marks), finished.session.status) == (2, "finished")


def test_a_grade_at_the_bar_without_points_asks_for_a_reason(finished: Sitting) -> None:
    keys = ["m", "m", "m", "m", "m", "", "3", "they nodded", *REST[1:]]
    finished.grade(keys)
    assert finished.session.grades["framing"].reason == "they nodded"


def test_without_a_reason_the_grade_is_asked_again(finished: Sitting) -> None:
    finished.grade(["m", "m", "m", "m", "m", "", "3", "", "2", *REST[1:]])
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


def test_a_point_above_the_level_is_claimed_by_number_and_never_missed(finished: Sitting) -> None:
    finished.grade([*POINTS[:5], "1", "4", *REST])
    assert finished.session.marks["harm"].notes == (4,)
    graded = finished.session.graded
    assert graded is not None
    assert [p["id"] for p in graded["points"] if p["extra"]] == ["harm"]


def test_a_step_with_nothing_but_extras_still_lets_them_be_claimed(sitting: Sitting) -> None:
    sitting.begin(NOTES, level="mid")
    sitting.grade(["y", "y", "y", "", "1", "1", "", *REST])
    assert sitting.session.marks["size"].notes == (1,)


def test_grading_anew_asks_everything_again(finished: Sitting) -> None:
    finished.grade([*POINTS, *REST])
    finished.grade(["m", "m", "m", "m", "m", "", *REST])
    assert {mark.mark for mark in finished.session.marks.values()} == {"missed"}


def test_back_goes_over_the_border_of_a_step(finished: Sitting) -> None:
    finished.grade(["y", "u", "m", "y", "m", "y", "y", "", *REST])
    assert finished.session.marks["asks-rate"].mark == "missed"


def test_back_works_among_the_dimensions(finished: Sitting) -> None:
    finished.grade([*POINTS, "2", "u", "1", *REST[1:]])
    assert finished.session.grades["framing"].grade == 1


def test_back_also_reaches_what_was_decided_in_an_earlier_sitting(finished: Sitting) -> None:
    finished.grade(["y", "y", "l"])
    finished.grade(["u", "m", "m", "y", "y", "", *REST])
    assert finished.session.marks["path"].mark == "missed"


def test_the_points_of_a_step_are_one_list_with_the_notes_that_seem_to_show_them(finished: Sitting) -> None:
    finished.grade(["l"])
    assert "? 1 Asks how often it changes: note 1?" in finished.ui.text
    finished.grade(["y", "y", "l"])
    assert "· 1 Sizes it\n" in finished.ui.text
    assert "? 2 Filters by permission: note 3?" in finished.ui.text


def test_notes_of_other_steps_are_shown_on_request(finished: Sitting) -> None:
    finished.grade(["a", "l"])
    assert "4 00:00  cost vs recall" in finished.ui.text


def test_when_grading_anew_enter_keeps_what_was_decided(finished: Sitting) -> None:
    finished.grade(["3", "y", "s", "aloud", "n", "one tenant", "m", "", *REST])
    before = finished.session
    finished.grade([""] * 5 + [""] + [""] * 7 + ["", "q"])
    after = finished.session
    assert (after.status, after.marks, after.grades) == ("graded", before.marks, before.grades)


def test_a_grading_anew_that_is_left_goes_on_like_any_other(finished: Sitting) -> None:
    finished.grade([*POINTS, *REST])
    finished.grade(["m", "l"])
    assert finished.session.status == "finished"
    assert "1 decision is kept" in finished.ui.text
    finished.grade(["", "", "", "", "", *[""] * 7, "", "q"])
    assert finished.session.status == "graded"
    assert finished.session.marks["asks-rate"].mark == "missed"
    assert finished.session.marks["path"].mark == "covered"


def test_why_shows_the_reason_and_an_example(finished: Sitting) -> None:
    finished.grade(["?", *POINTS, *REST])
    assert "It decides the refresh." in finished.ui.text
    assert "how often does it change" in finished.ui.text
