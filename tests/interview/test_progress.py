"""Graded rounds as attempts."""

import pytest

from coach.interview.brief import Pin, Spent
from coach.interview.progress import ALL, Minutes, Points, attempts
from tests.attempts import attempt
from tests.rounds import a_round


@pytest.mark.parametrize(
    ("before", "now", "gain"),
    [((2, 6), (4, 6), 2), ((2, 6), (2, 4), 2 / 3), ((1, 2), (3, 6), 0), ((3, 3), (1, 3), -2), ((0, 2), (6, 6), 2)],
)
def test_a_gain_is_counted_at_the_smaller_number_of_points(
    before: tuple[int, int], now: tuple[int, int], gain: float
) -> None:
    assert Points(*now).gain(Points(*before)) == pytest.approx(gain)


def test_only_rounds_with_grades_are_attempts_and_the_oldest_comes_first() -> None:
    look = a_round(3)._replace(own_rows={}, grades=False)
    done = attempts([a_round(4), look, a_round(2, status="finished"), a_round(1)])
    assert [one.known.session[:8] for one in done] == ["20261101", "20261104"]


def test_minutes_are_those_of_the_steps_of_a_phase_alone() -> None:
    spent = [
        Spent("Users", ["clarify"], 100.0, 300), Spent("Success", ["clarify"], 150.0, 240),
        Spent("Design", ["high-level", "deep-dive"], 600.0, 900), Spent("End", ["tradeoffs"], 60.0, None),
    ]  # fmt: skip
    one = attempt(1, spent=spent, depth=(1, 2))
    assert one.minutes("clarify") == Minutes(250.0, 540)
    assert one.minutes("deep-dive") is None
    assert one.minutes("tradeoffs") == Minutes(60.0, None)
    assert one.minutes(ALL) == Minutes(724.0, 2700)


def test_linchpins_asked_for_are_counted_among_all() -> None:
    pins = [Pin("a", "", [], "asked"), Pin("b", "", [], "met"), Pin("c", "C", [], "back"), Pin("d", "", [], "asked")]
    assert attempt(1, told={"pin_rows": pins}).asked == Points(2, 4)
    assert attempt(1).asked == Points()
