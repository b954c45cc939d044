"""Where a round stands against the bars of the levels, by the person's own grades."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from coach.content.terms import BAR, LEVELS

SHORT = 3
"""How many dimensions are named as short of a level."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the grades stand: the highest level whose bar is met, the next one, how far it is, and what is short.

    `short` are ids of dimensions, `names` what they are called on one line.
    """

    met: str
    next: str
    by: float
    short: tuple[str, ...]
    names: tuple[str, ...]


def standing(found: Mapping[str, float], graded: Mapping[str, Any]) -> Standing:
    """What is short of a level: the dimensions below the bar by weight, or else the ones that just meet it."""
    bars, weights = graded["bars"], graded["weights"]
    graded_levels = [level for level in LEVELS if level in found]
    met = [level for level in graded_levels if found[level] >= bars[level]]
    above = graded_levels[graded_levels.index(met[-1]) + 1 :] if met else graded_levels
    if not above:
        return Standing(met[-1], "", 0.0, (), ())
    shown = {name: d for name, d in graded["dimensions"].items() if d["scored"] and d["grade"] is not None}
    lacking = [name for name, d in shown.items() if d["grade"] < BAR]
    lacking = lacking or [name for name, d in shown.items() if d["grade"] == BAR]
    lacking.sort(key=lambda name: -weights[above[0]].get(name, 0.0) * (BAR + 1 - shown[name]["grade"]))
    by = round(bars[above[0]] - found[above[0]], 1)
    short = tuple(lacking[:SHORT])
    return Standing(met[-1] if met else "", above[0], by, short, tuple(shown[name]["short"] for name in short))
