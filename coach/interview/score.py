"""The score of a round: a weighted mean of the person's own grades."""

from collections.abc import Mapping

from coach.content.terms import PHASES, SCORED
from coach.interview.session import Session


def score(grades: Mapping[str, int | None], weights: Mapping[str, float]) -> float | None:
    """The weighted mean of the scored dimensions that were graded; None when none was."""
    shown = [(grade, weights[name]) for name in SCORED if (grade := grades.get(name)) is not None]
    total = sum(weight for _, weight in shown)
    return sum(grade * weight for grade, weight in shown) / total if total else None


def scores(session: Session) -> dict[str, float] | None:
    """The weighted mean for each level, one decimal; None unless graded with all four phases drilled, in a format with
    time for every dimension."""
    if session.graded is None or set(session.plan.phases) != set(PHASES) or session.plan.dimensions:
        return None
    grades = {name: entry.get("grade") for name, entry in session.graded["dimensions"].items()}
    found = {level: score(grades, weights) for level, weights in session.graded["weights"].items()}
    return {level: round(value, 1) for level, value in found.items() if value is not None} or None
