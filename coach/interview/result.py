"""What a graded round comes to: points by step, grades against the bars, minutes, help, and what to work on."""

from dataclasses import dataclass
from typing import Any

from coach.content.terms import BAR
from coach.interview.changes import Change, changes
from coach.interview.figures import figures_of
from coach.interview.grading import CONFIRMED, NOT_MINE, SAID
from coach.interview.score import scores
from coach.interview.session import Session
from coach.interview.standing import Standing, standing


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
class Result:
    """The result page of one graded round. Scores and bars are by level; a score is None for a partial round, and for
    one whose format has time for `some` dimensions only."""

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
    some: bool

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
        standing=standing(found, graded) if found else None,
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
        some=bool(setup.dimensions),
    )
