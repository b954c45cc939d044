"""Curveballs are drawn when a round starts."""

from collections import Counter
from random import Random

from coach.content.library import Library
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

    def share(weak: str) -> int:
        drawn = [draw_curveballs(scenario, FOUR, "senior", Random(seed), weak, most=2)[0][0] for seed in range(200)]
        return sum(count for name, count in Counter(drawn).items() if name in fitting)

    assert share("numbers") > share("")
