"""The person's own diagram, as it stands after everything that was drawn, cut, edited and taken back."""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from coach.content.reference import above, failed_checks
from coach.content.scenario import Check, Diagram, Scenario
from coach.interview.session import Session
from coach.language import boxes
from coach.language.drawing import Drawn, add, cut
from coach.language.graph import Graph, GraphError, read_mermaid
from coach.language.printable import named, shorten
from coach.language.route import parts

_LONGEST_NAME = 30
_HALFWAY = re.compile(
    r"\b(chunk|split|pars|rewrit|re-?rank|retriev|filter|rout|gateway|proxy|embedder|llm|gpt|prompt|ingest|crawl|webhook"
    r"|kafka|pub.?sub|queue)",
    re.IGNORECASE,
)
"""Boxes that only hand on. Where a flow may end nobody can list, so nothing is said of other boxes."""
_KEPT_FOR = re.compile(r"\b(dead|dlq|review|analyst|human|person|agent|moderat|ticket|hand|escalat)", re.IGNORECASE)
"""Queues that somebody empties."""


def diagram(session: Session, *, before: int = 0, steps: Collection[int] | None = None) -> Graph:
    """The diagram: the strokes replayed in order, with the notes as they read now. Without strokes it is empty.

    It begins with the design that was handed over, if one was. With `before`, as it stood when the note of that number
    was drawn; with `steps`, what was drawn in these.
    """
    drawn, names = handed(session), _Names()
    for stroke in session.strokes:
        if before and stroke.note == before:
            break
        if steps is not None and stroke.step not in steps:
            continue
        if stroke.cut:
            drawn = cut(drawn, *stroke.cut)
            continue
        note = session.notes.get(stroke.note)
        if note is None or note.dropped:
            continue
        try:
            drawn = names.mended(add(drawn, note.text))
        except GraphError:
            continue  # said when it was typed; the note itself stays
    return drawn


class _Names:
    """The names that were typed for each box, to show the one that was meant: where one is a slip, the commoner."""

    def __init__(self) -> None:
        self._typed: dict[str, list[str]] = {}

    def mended(self, drawn: Drawn) -> Graph:
        """The diagram after a line, each box by the spelling that was typed most often; the first of equals."""
        labels = dict(drawn.graph.labels)
        self._typed = {box: names for box, names in self._typed.items() if box in labels}
        for box, name in drawn.typed:
            self._typed.setdefault(box, [labels[box]] if labels[box] != name else []).append(name)
        for box in dict(drawn.typed):
            spelt = Counter(boxes.folded(name) for name in self._typed[box])
            best, times = spelt.most_common(1)[0]
            name = next(name for name in self._typed[box] if boxes.folded(name) == best)
            if times > spelt[boxes.folded(labels[box])] and boxes.is_slip(labels[box], name):
                labels[box] = name
        return Graph(labels, drawn.graph.edges)


def handed(session: Session) -> Graph:
    """The design that a round began with; empty when it began with the design still to be made."""
    try:
        return read_mermaid(session.plan.design)
    except GraphError:
        return Graph({}, ())


def remarks(session: Session, scenario: Scenario, glossary: Mapping[str, Sequence[str]]) -> list[str]:
    """What a reviewer would say of the person's diagram, a sentence each: first what the scenario checks, then what
    needs no knowledge of it.

    Nothing for a round without a diagram, nor for one that began after the design: what was drawn then is a detail.
    """
    drawn = diagram(session)
    if not drawn.edges or "high-level" not in session.plan.phases:
        return []
    words = {**glossary, **scenario.words}
    failed = _failed(drawn, scenario.diagram, scenario.checks, words, session.plan.level) if scenario.diagram else []
    said = [check.say for check in failed]
    if not any(check.path and not check.through for check in failed):
        said += _apart(drawn)  # else the check has said already what is not joined
    return said + _alone(drawn) + _dead_ends(drawn)


def _failed(
    drawn: Graph, diagram: Diagram, checks: Sequence[Check], words: Mapping[str, Sequence[str]], level: str
) -> list[Check]:
    """The checks that fail, without those for a box that only a higher level is expected to draw."""
    hidden = above(diagram, level)
    due = [check for check in checks if not {check.through, check.exists, check.leaves} & set(hidden)]
    return failed_checks(drawn, diagram, due, words)


def _alone(drawn: Graph) -> list[str]:
    alone = [part[0] for part in parts(drawn) if len(part) == 1]
    return (
        [f"{_named(drawn, alone)} {'stands' if len(alone) == 1 else 'stand'} alone, without an arrow."] if alone else []
    )


def _apart(drawn: Graph) -> list[str]:
    """Parts of two boxes or more that no arrow joins to the largest."""
    joined = sorted((part for part in parts(drawn) if len(part) > 1), key=len, reverse=True)
    return [f"No arrow joins {_named(drawn, part)} to the rest." for part in joined[1:]]


def _dead_ends(drawn: Graph) -> list[str]:
    """Boxes at which a flow stops halfway; what has brothers may be a call that answers, so it is left alone."""
    into: dict[str, set[str]] = {}
    onward: dict[str, set[str]] = {}
    for edge in drawn.edges:
        into.setdefault(edge.target, set()).add(edge.source)
        onward.setdefault(edge.source, set()).add(edge.target)
    largest = max(parts(drawn), key=len)
    dead = [
        box
        for box in largest
        if box not in onward
        and _HALFWAY.search(drawn.labels[box])
        and not _KEPT_FOR.search(drawn.labels[box])
        and all(onward[source] == {box} for source in into[box])
    ]
    return [f"{_named(drawn, dead)} {'leads' if len(dead) == 1 else 'lead'} nowhere."] if dead else []


def _named(drawn: Graph, boxes: Sequence[str]) -> str:
    return named([f"“{shorten(drawn.labels[box], _LONGEST_NAME)}”" for box in boxes])
