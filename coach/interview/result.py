"""What a graded round comes to: points by step, grades against the bars, minutes, help, and what to work on."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from coach.content.terms import LEVELS
from coach.interview.changes import Change, changes
from coach.interview.figures import figures_of
from coach.interview.grading import BAR, CONFIRMED, NOT_MINE, SAID
from coach.interview.score import scores
from coach.interview.session import Session

SHORT = 3
"""How many dimensions are named as short of a level."""


@dataclass(frozen=True, slots=True)
class StepResult:
    """One step: points confirmed of those that count, extras on top, seconds used and planned."""

    title: str
    confirmed: int
    counted: int
    extras: int
    used: float
    planned: int


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the grades stand: the highest level whose bar is met, the next one, how far it is, and what is short."""

    met: str
    next: str
    by: float
    short: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """The result page of one graded round. Scores and bars are by level; a score is None for a partial round."""

    steps: tuple[StepResult, ...]
    scores: dict[str, float] | None
    bars: dict[str, float]
    standing: Standing | None
    below: tuple[str, ...]
    not_shown: tuple[str, ...]
    said: int
    not_mine: int
    hints: int
    late: int
    changes: tuple[Change, ...]

    @property
    def confirmed(self) -> int:
        """Points confirmed over all steps."""
        return sum(step.confirmed for step in self.steps)

    @property
    def counted(self) -> int:
        """Points that count over all steps."""
        return sum(step.counted for step in self.steps)

    @property
    def extras(self) -> int:
        """Points above the level that were confirmed."""
        return sum(step.extras for step in self.steps)


def result(session: Session) -> Result:
    """The result of a graded session. Raises ValueError for one that was not graded."""
    if session.graded is None:
        raise ValueError(f"{session.id} was not graded")
    graded, setup = session.graded, session.plan
    points: list[dict[str, Any]] = list(graded["points"])
    dimensions = graded["dimensions"]
    steps = []
    for index, step in enumerate(setup.steps):
        here = [p for p in points if p["step"] == index]
        counted = [p for p in here if not p["extra"] and p["mark"] != NOT_MINE]
        steps.append(
            StepResult(
                title=step.title,
                confirmed=sum(p["mark"] in CONFIRMED for p in counted),
                counted=len(counted),
                extras=sum(p["extra"] and p["mark"] in CONFIRMED for p in here),
                used=session.used_in(index),
                planned=step.seconds,
            )
        )
    asked = {p["dimension"] for p in points}
    found = scores(session)
    return Result(
        steps=tuple(steps),
        scores=found,
        bars=dict(graded["bars"]),
        standing=_standing(found, graded) if found else None,
        below=tuple(
            d["short"] for d in dimensions.values() if d["scored"] and d["grade"] is not None and d["grade"] < BAR
        ),
        not_shown=tuple(
            d["short"] for name, d in dimensions.items() if d["scored"] and d["grade"] is None and name in asked
        ),
        said=sum(p["mark"] == SAID for p in points),
        not_mine=sum(p["mark"] == NOT_MINE for p in points),
        hints=len(session.hints),
        late=len(figures_of(graded).get("late", ())),
        changes=changes(session),
    )


def _standing(found: Mapping[str, float], graded: Mapping[str, Any]) -> Standing:
    """What is short of a level: the dimensions below the bar by weight, or else the ones that just meet it."""
    bars, weights = graded["bars"], graded["weights"]
    graded_levels = [level for level in LEVELS if level in found]
    met = [level for level in graded_levels if found[level] >= bars[level]]
    above = graded_levels[graded_levels.index(met[-1]) + 1 :] if met else graded_levels
    if not above:
        return Standing(met[-1], "", 0.0, ())
    shown = {name: d for name, d in graded["dimensions"].items() if d["scored"] and d["grade"] is not None}
    lacking = [name for name, d in shown.items() if d["grade"] < BAR]
    lacking = lacking or [name for name, d in shown.items() if d["grade"] == BAR]
    lacking.sort(key=lambda name: -weights[above[0]].get(name, 0.0) * (BAR + 1 - shown[name]["grade"]))
    by = round(bars[above[0]] - found[above[0]], 1)
    return Standing(met[-1] if met else "", above[0], by, tuple(shown[name]["short"] for name in lacking[:SHORT]))
