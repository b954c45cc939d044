"""The lists of points, step by step."""

import pytest

from coach.interview.evidence import MAYBE, NONE, STRONG, Finding
from coach.language.guards import COPIED
from coach.screens.ui import Keys, Stopped
from tests.screens.conftest import NOTES, REST, Sitting

Found = dict[str, Finding]


def test_enter_takes_all_that_was_found_and_asks_for_the_rest_in_one_list(finished: Sitting, found: Found) -> None:
    found["size"] = Finding(STRONG, (4,))
    finished.grade(["", "", "", "l"])
    assert {point: mark.notes for point, mark in finished.session.marks.items()} == {
        "asks-rate": (1,),
        "path": (2,),
        "size": (4,),
        "filter": (3,),
    }


def test_before_that_one_key_changes_one(finished: Sitting) -> None:
    finished.grade(["", "1", "-", "l"])
    assert finished.session.marks["path"].mark == "missed"
    finished.grade(["2", "4", "l"])
    assert finished.session.marks["filter"].notes == (4,)
    assert "size" not in finished.session.marks


def test_nothing_is_decided_without_a_key(finished: Sitting) -> None:
    finished.grade([])
    assert finished.session.marks == {}
    assert finished.ui.asked == [""]


@pytest.mark.parametrize(("key", "notes"), [("a", (3,)), ("y", (3,)), ("b", (1,)), ("c", (4,)), ("2", (2,))])
def test_a_doubtful_point_is_asked_with_its_notes_as_letters(
    finished: Sitting, found: Found, key: str, notes: tuple[int, ...]
) -> None:
    found["path"] = Finding(MAYBE, (3, 1, 4))
    finished.grade(["", key, "l"])
    assert finished.session.marks["path"].notes == notes


@pytest.mark.parametrize("key", ["-", "m"])
def test_a_doubtful_point_may_be_missed_too(finished: Sitting, found: Found, key: str) -> None:
    found["path"] = Finding(MAYBE, (3,))
    finished.grade(["", key, "l"])
    assert finished.session.marks["path"].mark == "missed"


def test_enter_decides_no_doubtful_point(finished: Sitting, found: Found) -> None:
    found["path"] = Finding(MAYBE, (3,))
    offered: dict[str, Keys] = {}

    def look(keys: Keys) -> None:
        offered[keys.question] = keys

    finished.grade(["", "-"], answers=look)
    assert "" not in offered["1 One path"].keys


def test_what_nothing_was_found_for_is_claimed_by_number(finished: Sitting) -> None:
    finished.grade(["", "", "", "1", "4", "", "", *REST])
    assert finished.session.marks["size"].notes == (4,)


def test_the_list_that_is_claimed_from_changes_a_decision_of_the_step_too(finished: Sitting) -> None:
    finished.grade(["", "", "", "2", "-", "", "", "", *REST])
    assert {finished.session.marks[point].mark for point in ("size", "filter")} == {"missed"}


def test_who_claims_a_point_sees_the_notes_of_the_step_first(finished: Sitting) -> None:
    finished.grade(["", "", "", "1", "l"])
    assert "3 00:00  acl" in finished.ui.text
    assert "2 00:00  user" not in finished.ui.text


def test_what_was_said_and_not_typed_is_claimed_with_a_line(finished: Sitting) -> None:
    finished.grade(["1", "s", "asked it aloud", "l"])
    mark = finished.session.marks["asks-rate"]
    assert (mark.mark, mark.line) == ("said", "asked it aloud")


def test_no_line_no_point(finished: Sitting) -> None:
    finished.grade(["1", "s", "", "-", "l"])
    assert finished.session.marks["asks-rate"].mark == "missed"
    assert "No line, no point." in finished.ui.text


def test_a_point_leaves_the_total_only_with_a_reason(finished: Sitting) -> None:
    finished.grade(["", "", "2", "n", "", "n", "one tenant only", "l"])
    mark = finished.session.marks["filter"]
    assert (mark.mark, mark.reason) == ("not-mine", "one tenant only")
    assert "It leaves the total only with a reason." in finished.ui.text


@pytest.mark.parametrize(
    ("line", "mark"), [("1 s asked it", "said"), ("1 n no need", "not-mine"), ("1 2", "covered"), ("1 -", "missed")]
)
def test_plain_takes_number_and_answer_on_one_line(finished: Sitting, line: str, mark: str) -> None:
    finished.grade([line], plain=True)
    assert finished.session.marks["asks-rate"].mark == mark


def test_an_answer_behind_a_number_that_is_none_is_asked_for(finished: Sitting) -> None:
    finished.grade(["1 99", "-"], plain=True)
    assert finished.ui.asked[1] == "1 Asks how often it changes"
    assert finished.session.marks["asks-rate"].mark == "missed"


def test_back_takes_the_last_decision_again_over_the_border_of_a_step(finished: Sitting) -> None:
    finished.grade(["", "u", "-", "l"])
    assert finished.session.marks["asks-rate"].mark == "missed"


def test_back_twice_takes_the_one_before_and_enter_keeps_it(finished: Sitting) -> None:
    finished.grade(["", "", "u", "u", "3", "u", "", "l"])
    assert (finished.session.marks["asks-rate"].notes, finished.session.marks["path"].notes) == ((3,), (2,))


def test_back_from_a_doubtful_point_returns_to_it(finished: Sitting, found: Found) -> None:
    found["path"] = Finding(MAYBE, (3,))
    finished.grade(["", "u", "-", "a", "l"])
    assert finished.session.marks["asks-rate"].mark == "missed"
    assert finished.session.marks["path"].notes == (3,)


def test_back_from_a_change_decides_nothing(finished: Sitting) -> None:
    finished.grade(["1", "u", "l"])
    assert finished.session.marks == {}


def test_back_also_reaches_what_was_decided_in_an_earlier_sitting(finished: Sitting) -> None:
    finished.grade(["", "", "l"])
    finished.grade(["u", "-", "l"])
    assert finished.session.marks["path"].mark == "missed"


def test_ctrl_c_in_the_middle_of_a_step_loses_nothing(finished: Sitting, found: Found) -> None:
    found["size"] = Finding(MAYBE, (4,))

    def interrupt(keys: Keys) -> str | None:
        if keys.question == "1 Sizes it":
            raise Stopped("interrupt")
        return ""

    finished.grade([], answers=interrupt)
    assert set(finished.session.marks) == {"asks-rate", "path", "filter"}
    finished.grade(["a", "", "", *REST])
    assert finished.ui.asked[0] == "1 Sizes it"
    assert finished.session.marks["size"].notes == (4,)


def test_a_point_above_the_level_is_claimed_by_number_and_never_missed(finished: Sitting) -> None:
    finished.grade(["", "", "", "", "", "1", "-", "1", "4", *REST])
    assert finished.session.marks["harm"].notes == (4,)
    graded = finished.session.graded
    assert graded is not None
    assert [p["id"] for p in graded["points"] if p["extra"]] == ["harm"]


def test_a_point_above_the_level_that_was_found_is_taken_by_enter_too(finished: Sitting, found: Found) -> None:
    found["harm"] = Finding(STRONG, (4,))
    finished.grade(["", "", "", "", "", "", *REST])
    assert "✓ 1 Ties it to harm (staff) 00:00 cost vs recall" in " ".join(finished.ui.text.split())
    assert finished.session.marks["harm"].notes == (4,)


def test_a_point_above_the_level_that_was_turned_down_is_not_taken_by_enter(finished: Sitting, found: Found) -> None:
    found["harm"] = Finding(STRONG, (4,))
    finished.grade(["", "", "", "", "", "1", "-", "", *REST])
    assert "harm" not in finished.session.marks


def test_a_list_is_shown_once_and_then_only_what_changed(finished: Sitting, found: Found) -> None:
    del found["filter"]
    finished.grade(["", "", "1", "4", "", "l"])
    assert finished.ui.text.count("Filters by permission") == 1


def test_a_step_with_nothing_but_extras_still_lets_them_be_claimed(sitting: Sitting, found: Found) -> None:
    sitting.begin(NOTES, level="mid")
    sitting.grade(["", "", "1", "1", "", "", "", *REST])
    assert sitting.session.marks["size"].notes == (1,)


def test_an_extra_list_that_was_left_is_asked_again(finished: Sitting) -> None:
    finished.grade(["", "", "", "", "", "l"])
    finished.grade(["1", "4", *REST])
    assert finished.session.marks["harm"].notes == (4,)


def test_notes_of_other_steps_are_shown_on_request(finished: Sitting) -> None:
    finished.grade(["v", "l"])
    assert "4 00:00  cost vs recall" in finished.ui.text


def test_why_shows_the_reason_and_an_example(finished: Sitting) -> None:
    finished.grade(["1", "?", "l"])
    assert "It decides the refresh." in finished.ui.text
    assert "how often does it change" in finished.ui.text


def test_a_guard_on_a_point_for_which_nothing_counts_is_named(finished: Sitting, found: Found) -> None:
    found["asks-rate"] = Finding(NONE, (), COPIED)
    finished.grade(["l"])
    assert "copied from the question" in finished.ui.text
