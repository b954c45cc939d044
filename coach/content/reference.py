"""The reference diagram: its boxes by role, what a level is expected to draw, and the checks a reviewer makes."""

from collections.abc import Mapping, Sequence

from coach.content.scenario import Check, Diagram
from coach.content.terms import LEVELS
from coach.language import patterns
from coach.language.graph import Graph, read_mermaid


def reference(diagram: Diagram, level: str) -> Graph:
    """The part of the reference diagram that a level is expected to draw, with the gaps bridged."""
    above = LEVELS[LEVELS.index(level) + 1 :]
    hidden = [name for higher in above for name in diagram.levels.get(higher, ())]
    return read_mermaid(diagram.mermaid).without(hidden)


def boxes_by_role(
    drawn: Graph, roles: Mapping[str, Sequence[str]], glossary: Mapping[str, Sequence[str]]
) -> dict[str, list[str]]:
    """For each role the boxes whose text or name is recognised as it; a box may have several roles."""
    found: dict[str, list[str]] = {}
    for role, sources in roles.items():
        readers = [patterns.parse(source, glossary) for source in sources]
        found[role] = [
            name for name, label in drawn.labels.items() if name == role or patterns.any_match(readers, label)
        ]
    return found


def failed_checks(
    drawn: Graph, diagram: Diagram, checks: Sequence[Check], glossary: Mapping[str, Sequence[str]]
) -> list[Check]:
    """The checks a diagram does not pass. A path between boxes that are not drawn passes; `exists` tests drawing."""
    boxes = boxes_by_role(drawn, diagram.roles, glossary)
    failed = []
    for check in checks:
        if check.exists and not boxes[check.exists]:
            failed.append(check)
        elif check.path:
            start, goal = boxes[check.path[0]], boxes[check.path[1]]
            if check.through:
                missing = drawn.reaches(start, goal, avoid=boxes[check.through])
            else:
                missing = bool(start and goal) and not drawn.reaches(start, goal)
            if missing:
                failed.append(check)
        elif (
            check.leaves and boxes[check.leaves] and not any(edge.source in boxes[check.leaves] for edge in drawn.edges)
        ):
            failed.append(check)
    return failed
