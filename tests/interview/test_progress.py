"""Trends over graded rounds."""

import pytest

from coach.interview.brief import Pin, Spent
from coach.interview.gaps import weaknesses
from coach.interview.progress import (
    ALL,
    CHART,
    LATELY,
    SKILLS,
    Attempt,
    Minutes,
    Points,
    attempts,
    dimension_trends,
    phase_trends,
    skill_trends,
    weakest_first,
    worth_showing,
)
from coach.interview.trial import trials_of
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


def test_a_trend_has_the_rounds_that_asked_for_it_with_the_grades_of_each() -> None:
    done = [attempt(1, depth=(1, 6), numbers=(1, 3)), attempt(2, numbers=(2, 3)), attempt(3, depth=(5, 7))]
    found = {trend.name: trend for trend in dimension_trends(done)}
    depth, numbers, driving = found["depth"], found["numbers"], found["driving"]
    assert list(found) == ["depth", "numbers", "driving"]
    assert (numbers.short, numbers.points) == ("numbe", [Points(1, 3), Points(2, 3)])
    assert (depth.short, depth.points) == ("depth", [Points(1, 6), Points(5, 7)])
    assert [one.known.session[:8] for one in depth.attempts] == ["20261101", "20261103"]
    assert driving.points == [Points(), Points(), Points()]  # shown apart: it has grades and no points


def test_a_dimension_shown_apart_counts_where_it_was_graded() -> None:
    done = [attempt(1, grades={"driving": None}, depth=(1, 2)), attempt(2, grades={"driving": 4}, depth=(1, 2))]
    (driving,) = [trend for trend in dimension_trends(done) if trend.name == "driving"]
    assert [one.known.session[:8] for one in driving.attempts] == ["20261102"]


def test_a_chart_has_the_last_rounds_and_what_is_long_ago_none() -> None:
    done = [attempt(1 + n % 28, depth=(n % 3, 3)) for n in range(12)]
    (depth,) = [trend for trend in dimension_trends(done) if trend.name == "depth"]
    assert [points.made for points in depth.points] == [n % 3 for n in range(12 - CHART, 12)]
    old = [attempt(1, numbers=(1, 2), skills={"cost": (1, 2)}), *(attempt(2, depth=(1, 2)) for _ in range(LATELY))]
    assert "numbers" not in [trend.name for trend in dimension_trends(old)]
    assert skill_trends(old) == []


def test_phases_come_in_their_order_and_then_all_of_the_rounds_like_the_newest() -> None:
    told = {"phases": ("high-level", "deep-dive")}
    one_step = attempt(1, depth=(0, 2), told={"phases": ("deep-dive",)})
    before, now = (_with_phase(attempt(day, depth=(1, 3), told=told), "high-level", day) for day in (2, 3))
    high, deep, both = phase_trends([one_step, before, now])
    assert (high.name, high.points) == ("high-level", [Points(2, 2), Points(3, 3)])
    assert (deep.name, deep.points) == ("deep-dive", [Points(0, 2), Points(1, 3), Points(1, 3)])
    assert (both.name, both.points) == (ALL, [Points(3, 5), Points(4, 6)])
    assert [trend.name for trend in phase_trends([one_step])] == ["deep-dive"]


def _with_phase(one: Attempt, phase: str, made: int) -> Attempt:
    return Attempt(one.known._replace(made_phases={**one.known.made_phases, phase: [f"p{n}" for n in range(made)]}))


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


def test_of_many_skills_the_weak_ones_and_those_that_gained_most_are_shown() -> None:
    then = {f"s{n:02}": (0, 1) for n in range(12)} | {"up": (0, 3)}
    now = {f"s{n:02}": (0, 1) for n in range(11)} | {"s11": (1, 1), "up": (3, 3), "new": (1, 1)}
    done = [attempt(1, skills=then, depth=(0, 16)), attempt(2, skills=now, depth=(0, 16))]
    trends, weak = skill_trends(done), weaknesses(trials_of(one.known for one in reversed(done)))
    shown = [trend.name for trend in worth_showing(trends, weak)]
    assert len(trends) == 14
    assert shown == ["s00", "s01", "s02", "s03", "s04", "up", "s11", "s05"]
    assert len(shown) == SKILLS
    assert [trend.name for trend in weakest_first(trends, weak)][-1] == "new"
