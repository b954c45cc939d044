"""Trends over graded rounds."""

from collections.abc import Sequence

from coach.content.terms import PHASES
from coach.interview.gaps import weaknesses
from coach.interview.progress import ALL, Attempt, Points
from coach.interview.since import since
from coach.interview.trends import CHART, SKILLS, Trend, Trends, trends, weakest_first, worth_showing
from coach.interview.trial import trials_of
from tests.attempts import attempt


def columns(*done: Attempt) -> Trends:
    """The trends of some rounds, oldest first, the last two compared."""
    return trends(done, since(done, weaknesses(trials_of(one.known for one in reversed(done)))))


def named(found: Sequence[Trend]) -> dict[str, Trend]:
    return {trend.name: trend for trend in found}


def test_a_column_is_one_round_for_every_row_with_none_where_it_did_not_ask() -> None:
    done = [attempt(1, depth=(1, 6), numbers=(1, 3)), attempt(2, numbers=(2, 3)), attempt(3, depth=(5, 7))]
    found = named(columns(*done).dimensions())
    assert list(found) == ["depth", "numbers", "driving"]
    assert found["numbers"].short == "numbe"
    assert found["numbers"].points == [Points(1, 3), Points(2, 3), None]
    assert found["depth"].points == [Points(1, 6), None, Points(5, 7)]
    assert found["driving"].points == [Points(), Points(), Points()]  # shown apart: it has grades and no points


def test_before_and_now_are_of_the_two_rounds_that_are_compared_and_of_no_other() -> None:
    """The newest round is compared with the first, as the one between was another step."""
    between = attempt(2, phase="clarify", numbers=(2, 3), told={"phases": ("clarify",)})
    found = columns(attempt(1, depth=(1, 6)), between, attempt(3, depth=(5, 7), numbers=(0, 1)))
    dimensions, phases = named(found.dimensions()), named(found.phases())
    assert (dimensions["depth"].before, dimensions["depth"].now) == (Points(1, 6), Points(5, 7))
    assert (dimensions["numbers"].before, dimensions["numbers"].now) == (None, Points(0, 1))
    assert (phases["clarify"].before, phases["clarify"].now) == (None, None)
    assert phases["clarify"].points == [None, Points(2, 3), None]


def test_on_one_question_before_and_now_count_what_both_rounds_asked_for() -> None:
    skills = {"cost": (2, 4)}
    before, now = attempt(1, "q", depth=(2, 4), skills=skills), attempt(2, "q", depth=(5, 6), skills={"cost": (4, 4)})
    found = columns(before, now)
    assert named(found.dimensions())["depth"][3:] == (Points(2, 4), Points(3, 4))
    assert named(found.phases())["deep-dive"][3:] == (Points(2, 4), Points(3, 4))
    assert named(found.skills())["cost"][3:] == (Points(2, 4), Points(3, 3))


def test_a_dimension_shown_apart_counts_where_it_was_graded() -> None:
    done = [attempt(1, grades={"driving": None}, depth=(1, 2)), attempt(2, grades={"driving": 4}, depth=(1, 2))]
    assert named(columns(*done).dimensions())["driving"].points == [None, Points()]


def test_a_chart_has_the_last_rounds_and_what_is_long_ago_none() -> None:
    done = [attempt(1 + n % 28, depth=(n % 3, 3)) for n in range(12)]
    depth = named(columns(*done).dimensions())["depth"]
    assert [points and points.made for points in depth.points] == [n % 3 for n in range(12 - CHART, 12)]
    old = [attempt(1, numbers=(1, 2), skills={"cost": (1, 2)}), *(attempt(2, depth=(1, 2)) for _ in range(CHART))]
    assert "numbers" not in named(columns(*old).dimensions())
    assert columns(*old).skills() == []


def test_phases_come_in_their_order_and_all_of_them_only_where_whole_rounds_are_compared() -> None:
    told = {"phases": PHASES}
    one_step = attempt(1, depth=(0, 2), told={"phases": ("deep-dive",)})
    before, now = (_with_phase(attempt(day, depth=(1, 3), told=told), "high-level", day) for day in (2, 3))
    high, deep, both = columns(one_step, before, now).phases()
    assert (high.name, high.points) == ("high-level", [None, Points(2, 2), Points(3, 3)])
    assert (deep.name, deep.points) == ("deep-dive", [Points(0, 2), Points(1, 3), Points(1, 3)])
    assert (both.name, both.points[0], both.before, both.now) == (ALL, None, Points(1, 3), Points(1, 3))
    assert ALL not in named(columns(before, one_step).phases())
    assert ALL not in named(columns(before).phases())


def _with_phase(one: Attempt, phase: str, made: int) -> Attempt:
    return Attempt(one.known._replace(made_phases={**one.known.made_phases, phase: [f"p{n}" for n in range(made)]}))


def test_of_many_skills_the_weak_ones_and_those_that_gained_most_are_shown() -> None:
    then = {f"s{n:02}": (0, 1) for n in range(12)} | {"up": (0, 3)}
    now = {f"s{n:02}": (0, 1) for n in range(11)} | {"s11": (1, 1), "up": (3, 3), "new": (1, 1)}
    done = [attempt(1, skills=then, depth=(0, 16)), attempt(2, skills=now, depth=(0, 16))]
    found, weak = columns(*done).skills(), weaknesses(trials_of(one.known for one in reversed(done)))
    shown = [trend.name for trend in worth_showing(found, weak)]
    assert len(found) == 14
    assert shown == ["s00", "s01", "s02", "s03", "s04", "up", "s11", "s05"]
    assert len(shown) == SKILLS
    assert [trend.name for trend in weakest_first(found, weak)][-1] == "new"
