"""What a `graded` event keeps beside the decisions: the figures, the notes offered for a point, what came again."""

from typing import Any

from coach.content.rubric import Rubric
from coach.interview.drawing import remarks
from coach.interview.figures import figures
from coach.interview.grading import MISSED, graded_data
from coach.interview.reader import Reader
from coach.interview.session import Session

_FIRST_LOOK = ("linchpins", "unused", "assumed")
"""The figures that a round without grades has: what the changes are made from."""


def outcome_data(session: Session, reader: Reader, rubric: Rubric, before: Session | None) -> dict[str, Any]:
    """The data of a `graded` event. `before` is the last graded round on the same scenario, if there is one."""
    data = graded_data(session, reader.scenario, rubric)
    missed = {p["id"] for p in (before.graded or {})["points"] if p["mark"] == MISSED} if before else set()
    findings = reader.evidence.findings(session)
    for point in data["points"]:
        point["offered"] = list(findings[point["id"]].notes)
        point["again"] = point["mark"] == MISSED and point["id"] in missed
        point["about"] = reader.facts.led_to(point["id"])
    found = figures(session, reader.scenario, reader.facts)
    if not session.plan.grades:  # minutes and boxes say nothing after a first look
        return {**data, "figures": {name: found[name] for name in _FIRST_LOOK}}
    return {**data, "figures": {**found, "diagram": remarks(session, reader.scenario, reader.glossary)}}
