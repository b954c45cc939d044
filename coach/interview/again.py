"""A point said again after grading: what the matcher finds in the new sentence."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime

from coach.content.scenario import Fact, Point
from coach.interview.changes import MISSED_AGAIN, MISSED_ONCE, UNASKED, Change
from coach.interview.entries import Note
from coach.interview.evidence import MAYBE, NONE, STRONG
from coach.interview.facts import in_short
from coach.interview.plan import step_of
from coach.interview.reader import Reader
from coach.interview.session import Session
from coach.language.guards import REASONS

SECONDS = 90.0
"""What one sentence may take; nobody is cut off."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What was found in a sentence: `strong`, `maybe` or `none`, and in words what is there or still missing."""

    state: str
    text: str


class Listener:
    """Listens to sentences said again about one round."""

    def __init__(self, session: Session, reader: Reader) -> None:
        self._session = session
        self._scenario = reader.scenario
        self._evidence = reader.evidence
        self._facts = reader.facts

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
        asks = point.hint or point.why
        if state == MAYBE and guard:
            return Heard(MAYBE, f"near, but {REASONS[guard]}. {asks}")
        if state == MAYBE:
            there = self._evidence.there(point, text)
            return Heard(MAYBE, f"partly there: “{there}”. {asks}" if there else f"near. {asks}")
        return Heard(NONE, f"not found yet. {asks}")

    def _question(self, fact: Fact, text: str) -> Heard:
        if self._facts.says(fact.match, text):
            return Heard(STRONG, f"found: asks for {fact.topic}.")
        near = self._facts.touched(text)
        if near is not None and near.id == fact.id:
            return Heard(MAYBE, f"near: it speaks of {fact.topic}, and does not ask for it.")
        return Heard(NONE, f"not found yet. To be asked: {fact.topic}.")

    def _decision(self, fact: Fact, text: str) -> Heard:
        """The answer has to decide something: the point it leads to, or what the fact's own patterns look for."""
        point = self._facts.point_of(fact, self._session.plan.level)
        state = self._found(point, text)[0] if point else NONE
        if state == STRONG or self._facts.says(fact.used, text):
            return Heard(STRONG, f"found: your line draws a consequence from “{in_short(fact)}”.")
        if state == MAYBE or self._facts.used(fact, text):
            return Heard(MAYBE, f"near: the answer is there, what it decides is not. {fact.so}")
        return Heard(NONE, f"not found yet. {fact.so}")

    def _found(self, point: Point, text: str) -> tuple[str, str]:
        """The evidence of one sentence, as if it were the only note and made in the point's own phase."""
        steps = self._session.plan.steps
        step = step_of(point, steps) or 0
        note = Note(1, step, text, 0.0, 0.0, datetime.min.replace(tzinfo=UTC))
        finding = self._evidence.findings(replace(self._session, notes={1: note}, strokes=[], said=[]))[point.id]
        return finding.state, finding.guard
