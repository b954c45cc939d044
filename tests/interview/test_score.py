"""The score of a round."""

from coach.content.library import Library
from coach.interview.grading import graded_data
from coach.interview.result import result
from coach.interview.score import score, scores
from coach.interview.wording import headline
from tests.builders import FOUR, Journal, small, started


def _graded(journal: Journal, library: Library) -> Journal:
    data = graded_data(journal.fold(), small(library).value, library.rubric().value)
    return journal.add("graded", 1, **data)


def test_the_score_is_the_weighted_mean_over_what_was_graded() -> None:
    weights = dict.fromkeys(("framing", "success", "flow", "choice", "depth", "numbers", "tradeoffs", "safety"), 0.125)
    assert score({"framing": 4, "flow": 2}, weights) == 3
    assert score({"framing": None}, weights) is None
    assert score({"driving": 4}, weights) is None


def test_weights_differ_by_level(library: Library) -> None:
    journal = started().add("end")
    for name in ("framing", "success", "flow", "choice", "depth", "numbers", "tradeoffs", "safety"):
        journal.add("dimension", dimension=name, grade=4 if name in ("framing", "flow") else 2)
    found = scores(_graded(journal, library).fold())
    assert found is not None
    assert found["mid"] > found["senior"] > found["staff"] - 0.01


def test_there_is_no_score_unless_all_four_phases_were_drilled(library: Library) -> None:
    journal = started(steps=FOUR[2:]).add("end").add("dimension", dimension="depth", grade=3)
    assert scores(_graded(journal, library).fold()) is None


def test_there_is_no_score_in_a_format_with_time_for_some_dimensions(library: Library) -> None:
    journal = started(dimensions=("flow",)).add("end").add("dimension", dimension="flow", grade=3)
    session = _graded(journal, library).fold()
    assert scores(session) is None
    assert headline(result(session)) == "No score: this format has no time for all dimensions."


def test_there_is_no_score_before_grading_is_done() -> None:
    assert scores(started().add("end").add("dimension", dimension="depth", grade=3).fold()) is None
