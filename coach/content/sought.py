"""The points of a scenario as they are looked for in notes."""

from collections.abc import Mapping, Sequence

from coach.content.scenario import Scenario
from coach.language.evidence import Finder, Sought
from coach.language.ranking import Entry, parsed


def finder(scenario: Scenario, glossary: Mapping[str, Sequence[str]]) -> Finder:
    """All points, in their order; those made by asking take texts and patterns of their facts."""
    words = {**glossary, **scenario.words}
    sought = [
        Sought(
            Entry(
                point.id,
                (point.point, *scenario.examples_of(point)),
                parsed(scenario.match_of(point), words),
                parsed(point.reject, words),
                point.counter,
            ),
            point.phase,
            asked=bool(point.fact),
        )
        for point in scenario.points
    ]
    return Finder(sought, (scenario.question, scenario.brief))
