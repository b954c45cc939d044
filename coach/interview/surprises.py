"""Which new situations a round will bring, drawn when it starts."""

from collections.abc import Collection, Sequence
from typing import Protocol, TypeVar

from coach.content.aspects import Aspect, of_curveball
from coach.content.scenario import Scenario
from coach.content.terms import LEVELS
from coach.interview.plan import PlannedStep

T = TypeVar("T")
CURVEBALL_PHASES = frozenset({"deep-dive", "tradeoffs"})
"""A new situation comes in steps that cover one of these."""
_EARLIEST, _LATEST = 0.3, 0.7
"""Shares of its time, a step's or a part of one, between which one comes."""
_SHORTEST, _TO_ANSWER, _APART = 240, 90, 180
"""Seconds: a shorter step has none, so much is left of the step after one, and so much lies between two."""
_LONG_LAST = 480
"""Seconds from which on a last step is more than a closing."""
_LEAN = 1.5
"""How much likelier one is for each thing that the person is weak in and that it calls for."""


class Chance(Protocol):
    """A source of chance, such as random.Random."""

    def choices(self, population: Sequence[T], weights: Sequence[float]) -> list[T]:
        """One of a population, drawn by weight."""

    def uniform(self, a: float, b: float) -> float:
        """A number between two others."""


def draw_curveballs(
    scenario: Scenario,
    steps: Sequence[PlannedStep],
    level: str,
    rng: Chance,
    weak: Collection[Aspect] = (),
    *,
    most: int,
) -> tuple[tuple[str, int], ...]:
    """Ids with the second of the round's clock from which on each may come; at most so many, never in the first step.

    `weak` is what the person is weak in: those are likelier that call for it.
    """
    left = [c for c in scenario.curveballs if LEVELS.index(c.level) <= LEVELS.index(level)]
    drawn: list[tuple[str, int]] = []
    trains = {ball.id: len(set(weak) & of_curveball(scenario, ball)) for ball in left} if weak else {}
    for start, seconds, end in curveball_times(steps, most):
        if not left:
            break
        ball = rng.choices(left, [1.0 + _LEAN * trains.get(c.id, 0) for c in left])[0]
        at = start + round(seconds * rng.uniform(_EARLIEST, _LATEST))
        at = max(min(at, end - _TO_ANSWER), drawn[-1][1] + _APART if drawn else 0)
        if at > end - _TO_ANSWER:
            continue  # too soon after the one before
        left.remove(ball)
        drawn.append((ball.id, at))
    return tuple(drawn)


def curveball_times(steps: Sequence[PlannedStep], most: int) -> list[tuple[int, int, int]]:
    """Where new situations come: when on the clock the time for one begins, its seconds, and when its step ends.

    Steps that are long enough get one each, spread over the round where there are more of them than are to come; where
    there are fewer, the longest are parted. The last step, in which the person closes, has none where others are enough
    or it is short.
    """
    rooms = [
        at
        for at, step in enumerate(steps)
        if at > 0 and CURVEBALL_PHASES & set(step.phases) and step.seconds >= _SHORTEST
    ]
    if not rooms or not most:
        return []
    before = [at for at in rooms if at < len(steps) - 1]
    if len(before) >= most or (before and steps[-1].seconds < _LONG_LAST):
        rooms = before
    if len(rooms) > most:
        rooms = [rooms[round(n * (len(rooms) - 1) / max(most - 1, 1))] for n in range(most)]
    parts = dict.fromkeys(rooms, 1)
    while sum(parts.values()) < most:
        longest = max(rooms, key=lambda at: steps[at].seconds / (parts[at] + 1))
        if steps[longest].seconds / (parts[longest] + 1) < _SHORTEST:
            break
        parts[longest] += 1
    found = []
    for at, count in parts.items():
        start = sum(step.seconds for step in steps[:at])
        part = steps[at].seconds // count
        found += [(start + n * part, part, start + steps[at].seconds) for n in range(count)]
    return found
