"""Curveballs are drawn when a round starts."""

from collections import Counter
from itertools import pairwise
from random import Random

import pytest

from coach.content.aspects import DIMENSION, SKILL, Aspect
from coach.content.library import Library
from coach.interview.plan import PlannedStep
from coach.interview.surprises import draw_curveballs
from tests.builders import FOUR


def test_the_same_seed_brings_the_same_curveballs(library: Library) -> None:
    scenario = library.scenario("rag-support").value
    drawn = [draw_curveballs(scenario, FOUR, "senior", Random(3), most=2) for _ in range(2)]
    assert drawn[0] == drawn[1]
    assert len({draw_curveballs(scenario, FOUR, "senior", Random(n), most=2) for n in range(20)}) > 5


def test_at_most_two_never_in_the_first_step_never_above_the_level(library: Library) -> None:
    scenario = library.scenario("rag-support").value
    levels = {ball.id: ball.level for ball in scenario.curveballs}
    for seed in range(50):
        drawn = draw_curveballs(scenario, FOUR, "senior", Random(seed), most=2)
        assert len(drawn) == len({name for name, _ in drawn}) == 2
        assert all(at >= 900 for _, at in drawn)
        assert all(levels[name] != "staff" for name, _ in drawn)
        assert all(levels[name] == "mid" for name, _ in draw_curveballs(scenario, FOUR, "mid", Random(seed), most=2))
    assert draw_curveballs(scenario, FOUR[2:3], "senior", Random(1), most=2) == (), "one step is the first step"


def test_they_lean_to_the_weakest_dimension(library: Library) -> None:
    scenario = library.scenario("rag-support").value
    numbers = {p.id for p in scenario.points if p.dimension == "numbers"}
    fitting = {ball.id for ball in scenario.curveballs if numbers & set(ball.points)}
    assert fitting

    def share(*weak: Aspect) -> int:
        drawn = [draw_curveballs(scenario, FOUR, "senior", Random(seed), weak, most=2)[0][0] for seed in range(200)]
        return sum(count for name, count in Counter(drawn).items() if name in fitting)

    assert share((DIMENSION, "numbers")) > share()
    assert share((DIMENSION, "numbers"), (SKILL, "cost")) > share((DIMENSION, "numbers"))


def _round(*seconds: int) -> tuple[PlannedStep, ...]:
    return (FOUR[0], *(PlannedStep(f"s{n}", "S", ("deep-dive",), s) for n, s in enumerate(seconds)))


def _seconds(library: Library, steps: tuple[PlannedStep, ...], seed: int, most: int) -> list[int]:
    scenario = library.scenario("rag-support").value
    return [at for _, at in draw_curveballs(scenario, steps, "staff", Random(seed), most=most)]


@pytest.mark.parametrize("most", [0, 1, 2, 4])
@pytest.mark.parametrize("seconds", [(60,) * 9, (230, 230), (240, 240, 240), (1800,), (300, 300, 300, 300), (600, 90)])
def test_none_comes_in_a_short_step_none_near_its_end_and_none_right_after_another(
    library: Library, seconds: tuple[int, ...], most: int
) -> None:
    steps = _round(*seconds)
    ends = [sum(step.seconds for step in steps[: n + 1]) for n in range(len(steps))]
    for seed in range(20):
        drawn = _seconds(library, steps, seed, most)
        assert len(drawn) <= most
        assert all(after - before >= 180 for before, after in pairwise(drawn))
        for at in drawn:
            step = next(n for n, end in enumerate(ends) if at < end)
            assert step > 0
            assert steps[step].seconds >= 240
            assert ends[step] - at >= 90


def test_a_long_step_brings_several_and_many_steps_share_them_out(library: Library) -> None:
    assert len(_seconds(library, _round(1800), 1, 3)) == 3
    first, second = _seconds(library, _round(300, 300, 300, 300), 1, 2)
    assert 300 < first < 600 < 900 < second < 1200


@pytest.mark.parametrize(("seconds", "closing"), [((600, 540, 300), False), ((900, 300), False), ((600, 600), True)])
def test_the_step_that_closes_the_round_has_one_only_where_it_is_long_and_needed(
    library: Library, seconds: tuple[int, ...], closing: bool
) -> None:
    before = FOUR[0].seconds + sum(seconds[:-1])
    drawn = [_seconds(library, _round(*seconds), seed, 2) for seed in range(20)]
    assert any(at >= before for found in drawn for at in found) is closing
    assert all(found for found in drawn)
