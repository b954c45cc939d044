"""What a graded round comes to: points by step, grades against the bars, minutes, help, and what to work on."""

from dataclasses import dataclass
from typing import Any

from coach.content.terms import LEVELS
from coach.interview.entries import Note
from coach.interview.grading import BAR, CONFIRMED, MISSED, NOT_MINE, SAID
from coach.interview.score import scores
from coach.interview.session import Session
from coach.language.nearness import nearest

WORK_ON = 3


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
class Gap:
    """A point most worth working on: the person's note that came nearest, and what to say instead."""

    point: str
    dimension: str
    note: Note | None
    why: str
    say: str
    helped: bool


@dataclass(frozen=True, slots=True)
class Result:
    """The result page of one graded round. Scores and bars are by level; a score is None for a partial round."""

    steps: tuple[StepResult, ...]
    scores: dict[str, float] | None
    bars: dict[str, float]
    below: tuple[str, ...]
    not_shown: tuple[str, ...]
    said: int
    not_mine: int
    hints: int
    gaps: tuple[Gap, ...]

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
    return Result(
        steps=tuple(steps),
        scores=scores(session),
        bars=dict(graded["bars"]),
        below=tuple(
            d["short"] for d in dimensions.values() if d["scored"] and d["grade"] is not None and d["grade"] < BAR
        ),
        not_shown=tuple(
            d["short"] for name, d in dimensions.items() if d["scored"] and d["grade"] is None and name in asked
        ),
        said=sum(p["mark"] == SAID for p in points),
        not_mine=sum(p["mark"] == NOT_MINE for p in points),
        hints=len(session.hints),
        gaps=_gaps(session, points),
    )


def _gaps(session: Session, points: list[dict[str, Any]]) -> tuple[Gap, ...]:
    """Missed points, the heaviest dimension first, no dimension twice while another has one."""
    graded = session.graded or {}
    weights = graded["weights"].get(session.plan.level, {})
    missed = [p for p in points if p["mark"] == MISSED and not p["extra"]]
    missed.sort(key=lambda p: (-weights.get(p["dimension"], 0.0), LEVELS.index(p["level"]), p["step"]))
    firsts: list[dict[str, Any]] = []
    rest: list[dict[str, Any]] = []
    seen: set[str] = set()
    for p in missed:
        (rest if p["dimension"] in seen else firsts).append(p)
        seen.add(p["dimension"])
    notes = session.live_notes
    helped = {hint.point for hint in session.hints}
    gaps = []
    for p in (firsts + rest)[:WORK_ON]:
        phases = set(p["phase"])
        near_steps = [n for n in notes if set(session.plan.steps[n.step].phases) & phases]
        found = nearest([p["point"], p["say"]], [n.text for n in near_steps])
        gaps.append(
            Gap(
                p["point"],
                str(graded["dimensions"].get(p["dimension"], {}).get("name", p["dimension"])),
                near_steps[found] if found is not None else None,
                p["why"],
                p["say"],
                p["id"] in helped,
            )
        )
    return tuple(gaps)
