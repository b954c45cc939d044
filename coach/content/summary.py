"""What a list says of a scenario."""

from typing import Any

from coach.content.scenario import Scenario


def summary(scenario: Scenario) -> dict[str, Any]:
    """A scenario's names and the sizes of its parts; nothing that gives an answer away."""
    return {
        "id": scenario.id,
        "title": scenario.title,
        "family": scenario.family,
        "skills": list(scenario.skills),
        "facts": len(scenario.facts),
        "points": len(scenario.points),
        "deep_dives": len(scenario.deep_dives),
    }
