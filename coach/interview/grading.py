"""The rules of self-grading: which points count, when a grade needs a reason, what a finished grade keeps."""

from dataclasses import dataclass
from typing import Any

from coach.content.rubric import Dimension, Rubric
from coach.content.scenario import Point, Scenario
from coach.content.terms import BAR, LEVELS
from coach.interview.plan import step_of
from coach.interview.session import Session
from coach.interview.setup import Setup

COVERED, SAID, MISSED, NOT_MINE = "covered", "said", "missed", "not-mine"
CONFIRMED = (COVERED, SAID)
_A_POINT, _A_DIMENSION, _LAST_LINE = 5, 10, 20
"""Seconds that grading takes: most points are taken in lists, the last line is typed."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A point as it is graded in one round: in which step, and whether it is above the level (an extra)."""

    point: Point
    step: int
    extra: bool


def listed(scenario: Scenario, setup: Setup) -> list[Listed]:
    """The points of a round in the order of its steps; those of phases that are not drilled are left out, and those
    above the highest level that its format has time for, and in a first look, which knows no levels, above its level.

    Which step a point belongs to is told by `step_of`. Where a step is redone, it has the points that it had then: what
    was said in other steps is not asked for again.
    """
    found, elsewhere = [], setup.earlier.elsewhere
    for point in scenario.points:
        if not {point.id, *point.was}.isdisjoint(elsewhere):
            continue
        step = step_of(point, setup.steps)
        extra = LEVELS.index(point.level) > LEVELS.index(setup.level)
        in_time = LEVELS.index(point.level) <= LEVELS.index(setup.highest)
        if step is not None and in_time and (setup.grades or not extra):
            found.append(Listed(point, step, extra))
    return sorted(found, key=lambda entry: entry.step)


def helped(session: Session, point: Point) -> bool:
    """Whether a hint was given for a point, or its fact asked for only after the interviewer had shown the topic."""
    return any(hint.point == point.id for hint in session.hints) or any(
        said.helped and said.id == point.fact for said in session.told
    )


def dimensions_asked(rubric: Rubric, points: list[Listed], setup: Setup) -> list[str]:
    """The dimensions a round can speak for: those of its points that its format has time to show, and the ones shown
    apart."""
    shown = {entry.point.dimension for entry in points}
    return [d.id for d in graded_dimensions(rubric, setup) if d.id in shown or not d.scored]


def graded_dimensions(rubric: Rubric, setup: Setup) -> tuple[Dimension, ...]:
    """The dimensions that a round is graded on: all of them, unless its format names some; none in a first look."""
    if not setup.grades:
        return ()
    return tuple(d for d in rubric.dimensions if not setup.dimensions or d.id in setup.dimensions)


def minutes_to_grade(scenario: Scenario, rubric: Rubric, setup: Setup) -> int:
    """About how many minutes grading a round takes, at least one."""
    points = listed(scenario, setup)
    seconds = len(points) * _A_POINT
    if setup.grades:
        seconds += len(dimensions_asked(rubric, points, setup)) * _A_DIMENSION + _LAST_LINE
    return max(round(seconds / 60), 1)


def confirmed_share(session: Session, points: list[Listed], dimension: str) -> tuple[int, int]:
    """How many of a dimension's points at this level were confirmed, and of how many that count."""
    marks = [
        session.marks[entry.point.id].mark
        for entry in points
        if entry.point.dimension == dimension and not entry.extra and entry.point.id in session.marks
    ]
    counted = [mark for mark in marks if mark != NOT_MINE]
    return sum(mark in CONFIRMED for mark in counted), len(counted)


def needs_reason(session: Session, points: list[Listed], dimension: str, grade: int) -> bool:
    """Whether a grade at the bar or above stands on less than half of the dimension's points."""
    confirmed, counted = confirmed_share(session, points, dimension)
    return grade >= BAR and counted > 0 and confirmed * 2 < counted


def graded_data(session: Session, scenario: Scenario, rubric: Rubric) -> dict[str, Any]:
    """The data of a `graded` event: all that history needs, so that no scenario has to be opened for it again."""
    points = []
    for entry in listed(scenario, session.plan):
        mark = session.marks.get(entry.point.id)
        if mark is None and entry.extra:
            continue
        points.append(
            {
                "id": entry.point.id,
                "point": entry.point.point,
                "say": entry.point.say,
                "why": entry.point.why,
                "phase": list(entry.point.phase),
                "step": entry.step,
                "dimension": entry.point.dimension,
                "level": entry.point.level,
                "skills": list(entry.point.skills),
                "extra": entry.extra,
                "mark": mark.mark if mark else MISSED,
                "notes": list(mark.notes) if mark else [],
                "line": mark.line if mark else "",
                "reason": mark.reason if mark else "",
            }
        )
    return {
        "points": points,
        "dimensions": {
            d.id: {
                "name": d.name,
                "short": d.short,
                "scored": d.scored,
                "grade": session.grades[d.id].grade if d.id in session.grades else None,
                "reason": session.grades[d.id].reason if d.id in session.grades else "",
                "anchors": list(d.anchors),
            }
            for d in graded_dimensions(rubric, session.plan)
        },
        "weights": {level: dict(bar.weights) for level, bar in rubric.levels.items()},
        "bars": {level: bar.bar for level, bar in rubric.levels.items()},
        "reflection": session.reflection,
    }
