"""A point said again after grading: what the matcher finds in the new sentence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from coach.content.scenario import Fact, Point, Scenario
from coach.interview.changes import MISSED_AGAIN, MISSED_ONCE, UNASKED, Change
from coach.interview.entries import Note
from coach.interview.evidence import MAYBE, NONE, STRONG, Evidence
from coach.interview.facts import Facts
from coach.interview.session import Session

SECONDS = 90.0
"""What one sentence may take; nobody is cut off."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What was found in a sentence: `strong`, `maybe` or `none`, and in words what is there or still missing."""

    state: str
    text: str


class Listener:
    """Listens to sentences said again about one round."""

    def __init__(self, session: Session, scenario: Scenario, glossary: Mapping[str, Sequence[str]]) -> None:
        self._session = session
        self._scenario = scenario
        self._evidence = Evidence(scenario, glossary)
        self._facts = Facts(scenario, glossary)

    def hear(self, change: Change, text: str) -> Heard:
        """What a new sentence holds of the thing to change."""
        if change.kind in (MISSED_ONCE, MISSED_AGAIN):
            point = next((point for point in self._scenario.points if point.id == change.id), None)
            return self._point(point, text) if point else Heard(NONE, change.lacked)
        fact = self._scenario.fact(change.id)
        if fact is None:
            return Heard(NONE, change.lacked)
        return self._question(fact, text) if change.kind == UNASKED else self._decision(fact, text)

    def _point(self, point: Point, text: str) -> Heard:
        state, guard = self._found(point, text)
        if state == STRONG:
            return Heard(STRONG, f"found: {point.point}.")
        if state == MAYBE:
            return Heard(MAYBE, f"near; what is missing: {guard or point.point}.")
        return Heard(NONE, f"not found yet. {point.hint or point.why}")

    def _question(self, fact: Fact, text: str) -> Heard:
        if self._facts.says(fact.match, text):
            return Heard(STRONG, f"found: asks for {fact.topic}.")
        near = self._facts.touched(text)
        if near is not None and near.id == fact.id:
            return Heard(MAYBE, f"near; what is missing: a question for {fact.topic}.")
        return Heard(NONE, f"not found yet. To be asked: {fact.topic}.")

    def _decision(self, fact: Fact, text: str) -> Heard:
        """The answer has to decide something: the point it leads to, or what the fact's own patterns look for."""
        point = self._facts.point_of(fact)
        state = self._found(point, text)[0] if point else NONE
        if state == STRONG or self._facts.says(fact.used, text):
            return Heard(STRONG, f"found: {fact.topic} decides something.")
        if state == MAYBE or self._facts.used(fact, text):
            return Heard(MAYBE, f"near; what is missing: what the answer decides. {fact.so}")
        return Heard(NONE, f"not found yet. {fact.so}")

    def _found(self, point: Point, text: str) -> tuple[str, str]:
        """The evidence of one sentence, as if it were the only note and made in the point's own phase."""
        steps = self._session.plan.steps
        step = next((i for i, s in enumerate(steps) if set(s.phases) & set(point.phase)), 0)
        note = Note(1, step, text, 0.0, 0.0, datetime.min.replace(tzinfo=UTC))
        finding = self._evidence.findings(replace(self._session, notes={1: note}, strokes=[]))[point.id]
        return finding.state, finding.guard
