"""Own grades beside the points."""

import pytest

from coach.interview.drift import ABOVE, BELOW, Drift, drifts
from coach.interview.progress import Attempt, Points
from tests.attempts import attempt


def rounds(*told: tuple[int | None, int, int]) -> list[Attempt]:
    """Rounds with a grade for depth, points confirmed and points that count."""
    return [attempt(n, grades={"depth": grade}, depth=(made, of)) for n, (grade, made, of) in enumerate(told, 1)]


def test_a_grade_above_its_points_three_times_is_told_with_both() -> None:
    done = rounds((3, 1, 6), (3, 2, 7), (4, 2, 6))
    points = [Points(1, 6), Points(2, 7), Points(2, 6)]
    assert drifts(done) == [Drift("depth", "depth", ABOVE, [3, 3, 4], points, done[-1].known.session)]


def test_a_grade_below_its_points_too() -> None:
    (found,) = drifts(rounds((4, 1, 6), (2, 4, 5), (2, 5, 6), (1, 6, 6)))
    assert (found.side, list(found.grades)) == (BELOW, [2, 2, 1])


@pytest.mark.parametrize(
    "told",
    [
        [(3, 1, 6), (3, 1, 6)],
        [(3, 1, 6), (3, 3, 6), (3, 1, 6)],
        [(3, 1, 6), (2, 1, 6), (3, 1, 6)],
        [(3, 1, 6), (2, 6, 6), (3, 1, 6)],
        [(3, 1, 6), (None, 1, 6), (3, 1, 6)],
        [(2, 3, 4), (2, 3, 4), (2, 3, 4)],
        [(3, 0, 1), (3, 0, 1), (3, 0, 1)],
        [(3, 1, 6), (3, 1, 6), (3, 1, 6), (2, 1, 6)],
    ],
    ids=["two rounds", "half is enough", "a low grade", "both sides", "not shown", "short of four fifths", "one point",
         "not the last time"],
)  # fmt: skip
def test_otherwise_nothing_is_said(told: list[tuple[int | None, int, int]]) -> None:
    assert drifts(rounds(*told)) == []


def test_rounds_that_did_not_ask_for_it_are_passed_over_and_what_is_shown_apart_has_no_points() -> None:
    one, two, three = rounds((3, 1, 6), (3, 1, 6), (3, 1, 6))
    other = attempt(9, numbers=(2, 3))
    assert len(drifts([one, other, two, other, three])) == 1
    assert drifts([attempt(n, grades={"driving": 4}, driving=(0, 3)) for n in range(1, 4)]) == []
