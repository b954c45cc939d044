"""What a graded round comes to."""

import pytest

from coach.content.library import Library
from coach.interview.grading import graded_data
from coach.interview.result import Result, result
from coach.interview.session import Session
from tests.builders import Journal, small, started


def _finish(journal: Journal, library: Library) -> Session:
    journal.add("graded", 1, **graded_data(journal.fold(), small(library).value, library.rubric().value))
    return journal.fold()


def _result(library: Library, **marks: str) -> Result:
    journal = started().alive(60).add("note", 0, note=1, text="user -> llm", step=0).add("end")
    for point, mark in marks.items():
        journal.add("mark", point=point.replace("_", "-"), mark=mark, notes=[1], line="x", reason="y")
    return result(_finish(journal, library))


def test_a_session_that_was_not_graded_has_no_result() -> None:
    with pytest.raises(ValueError, match="not graded"):
        result(started().add("end").fold())


def test_points_are_counted_by_step(library: Library) -> None:
    found = _result(library, asks_rate="covered", path="said", size="missed", filter="not-mine", because="missed")
    assert [(step.confirmed, step.counted) for step in found.steps] == [(1, 1), (1, 1), (0, 1), (0, 1)]
    assert (found.confirmed, found.counted, found.said, found.not_mine) == (2, 4, 1, 1)


def test_extras_are_shown_on_top_and_never_missed(library: Library) -> None:
    assert _result(library).steps[3].counted == 1
    claimed = _result(library, harm="covered")
    assert (claimed.steps[3].counted, claimed.extras) == (1, 1)
    assert "harm" not in [change.id for change in claimed.changes]


def test_there_is_nothing_to_change_where_nothing_was_missed(library: Library) -> None:
    names = ("asks_rate", "path", "size", "filter", "because")
    assert _result(library, **dict.fromkeys(names, "covered")).changes == ()


def test_dimensions_below_the_bar_and_not_shown_are_named(library: Library) -> None:
    journal = started().add("end").add("dimension", dimension="numbers", grade=2)
    found = result(_finish(journal.add("dimension", dimension="flow", grade=3), library))
    assert found.below == ("numbers",)
    assert "flow" not in found.not_shown
    assert "framing" in found.not_shown
