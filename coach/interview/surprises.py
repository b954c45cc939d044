"""Which new situations a round will bring, drawn when it starts."""

from collections.abc import Mapping, Sequence
from typing import Protocol, TypeVar

from coach.content.scenario import Curveball, Scenario
from coach.content.terms import LEVELS
from coach.interview.plan import PlannedStep

T = TypeVar("T")
CURVEBALLS = 2
"""How many a round brings at most."""
_EARLIEST, _LATEST = 0.3, 0.7
"""Shares of a step's time between which one comes."""
_LEAN = 4.0
"""How much likelier one is that calls for the weakest dimension."""


class Chance(Protocol):
    """A source of chance, such as random.Random."""

    def choices(self, population: Sequence[T], weights: Sequence[float]) -> list[T]:
        """One of a population, drawn by weight."""

    def uniform(self, a: float, b: float) -> float:
        """A number between two others."""


def draw_curveballs(
    scenario: Scenario, steps: Sequence[PlannedStep], level: str, rng: Chance, weakest: str = ""
) -> tuple[tuple[str, int], ...]:
    """Ids with the second of the round's clock from which on each may come; never in the first step.

    `weakest` is the dimension to lean to, or empty.
    """
    rooms = [
        index for index, step in enumerate(steps) if index > 0 and {"deep-dive", "tradeoffs"} & set(step.phases)
    ]  # fmt: skip
    left = [c for c in scenario.curveballs if LEVELS.index(c.level) <= LEVELS.index(level)]
    drawn = []
    dimensions = {point.id: point.dimension for point in scenario.points}
    for index in rooms[:CURVEBALLS]:
        if not left:
            break
        ball = rng.choices(left, [_weight(c, dimensions, weakest) for c in left])[0]
        left.remove(ball)
        start = sum(step.seconds for step in steps[:index])
        drawn.append((ball.id, start + round(steps[index].seconds * rng.uniform(_EARLIEST, _LATEST))))
    return tuple(drawn)


def _weight(ball: Curveball, dimensions: Mapping[str, str], weakest: str) -> float:
    return _LEAN if weakest and any(dimensions.get(point) == weakest for point in ball.points) else 1.0
