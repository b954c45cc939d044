"""The reference diagram: its boxes by role, what a level is expected to draw, and the checks a reviewer makes."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from coach.content.scenario import Check, Diagram
from coach.content.terms import LEVELS
from coach.language import patterns
from coach.language.graph import Edge, Graph, read_mermaid
from coach.language.route import callers, fed_by, split


def reference(diagram: Diagram, level: str) -> Graph:
    """The part of the reference diagram that a level is expected to draw, with the gaps bridged."""
    return read_mermaid(diagram.mermaid).without(above(diagram, level))


def above(diagram: Diagram, level: str) -> list[str]:
    """The boxes that only a higher level is expected to draw."""
    return [name for higher in LEVELS[LEVELS.index(level) + 1 :] for name in diagram.levels.get(higher, ())]


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


_BACK = re.compile(
    r"\b(eval|feedback|monitor|metric|dashboard|analytic|logs?\b|logging|trac(es?|ing)\b|label|(re)?train|survey|thumb)",
    re.IGNORECASE,
)
"""Boxes that look at what was done; an arrow out of one changes the next request, it is no way for this one."""


def failed_checks(
    drawn: Graph, diagram: Diagram, checks: Sequence[Check], glossary: Mapping[str, Sequence[str]]
) -> list[Check]:
    """The checks a diagram does not pass. A path between boxes that are not drawn passes; `exists` tests drawing.

    A way round a box is a way that one request can take: not along arrows that run back, nor out of an evaluation. A
    box drawn as a call stands where its callers stand, and one that only feeds into others stands where they do. What
    an arrow says may make its target a guard or a box that must exist: `llm ->|down| links`.
    """
    boxes = boxes_by_role(drawn, diagram.roles, glossary)
    told = boxes_by_role(Graph(_labels_of_arrows(drawn), ()), diagram.roles, glossary)
    marked = {role: [*boxes[role], *told[role]] for role in boxes}
    onward, back = split(drawn, [box for check in checks for role in check.path[:1] for box in boxes[role]])
    onward = Graph(drawn.labels, tuple(edge for edge in onward.edges if not _BACK.search(drawn.labels[edge.source])))
    failed = []
    for check in checks:
        if check.exists and not marked[check.exists]:
            failed.append(replace(check, say=check.missing or check.say))
        elif check.path:
            start, goal = boxes[check.path[0]], boxes[check.path[1]]
            if check.through:
                guards = marked[check.through]
                missing = onward.reaches(start, goal, avoid={*guards, *callers(drawn, guards), *fed_by(drawn, guards)})
            else:
                called = {edge.target for edge in drawn.edges if edge.source in goal}
                called = {box for box in called if callers(drawn, [box])}
                missing = bool(start and (goal or check.or_back)) and not drawn.reaches(start, {*goal, *called})
                missing = missing and not (check.or_back and _answered(drawn, start, back))
            if missing:
                failed.append(check)
        elif (
            check.leaves
            and boxes[check.leaves]
            and not any(e.source in boxes[check.leaves] and e.target not in boxes[check.leaves] for e in drawn.edges)
        ):
            failed.append(check)
    return failed


def _labels_of_arrows(drawn: Graph) -> dict[str, str]:
    """For each box what the arrows into it say."""
    said: dict[str, list[str]] = {}
    for edge in drawn.edges:
        if edge.label:
            said.setdefault(edge.target, []).append(edge.label)
    return {box: "; ".join(labels) for box, labels in said.items()}


def _answered(drawn: Graph, start: Collection[str], back: Collection[Edge]) -> bool:
    """Whether an arrow leads back to a start, or a box after it calls two others or more, as a service does that
    answers."""
    if any(edge.target in start for edge in back):
        return True
    sources = {edge.source for edge in drawn.edges}
    called = [
        sum(edge.source == first.target and edge.target not in sources for edge in drawn.edges)
        for first in drawn.edges
        if first.source in start
    ]
    return any(calls > 1 for calls in called)
