"""What a `graded` event keeps beside the decisions: the figures, the note nearest each point, what was missed again."""

from collections.abc import Mapping, Sequence
from typing import Any

from coach.content.rubric import Rubric
from coach.content.scenario import Scenario
from coach.interview.drawing import remarks
from coach.interview.evidence import Evidence
from coach.interview.facts import Facts
from coach.interview.figures import figures
from coach.interview.grading import MISSED, graded_data
from coach.interview.session import Session


def outcome_data(
    session: Session,
    scenario: Scenario,
    rubric: Rubric,
    glossary: Mapping[str, Sequence[str]],
    before: Session | None,
) -> dict[str, Any]:
    """The data of a `graded` event. `before` is the last graded round on the same scenario, if there is one."""
    data = graded_data(session, scenario, rubric)
    missed = {p["id"] for p in (before.graded or {})["points"] if p["mark"] == MISSED} if before else set()
    findings = Evidence(scenario, glossary).findings(session)
    for point in data["points"]:
        point["near"] = next(iter(findings[point["id"]].notes), 0)
        point["again"] = point["mark"] == MISSED and point["id"] in missed
    found = figures(session, scenario, Facts(scenario, glossary))
    return {**data, "figures": {**found, "diagram": remarks(session, scenario, glossary)}}
