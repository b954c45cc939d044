"""The interviewer's replies to lines that ask: only what was asked for, and no fact as new twice."""

from collections.abc import Mapping, Sequence

from coach.content.scenario import Fact, Scenario
from coach.interview.desk import Desk, Reply
from coach.interview.entries import AGAIN, ANSWER, CHOOSE, NOTHING, PURPOSE, REPLIES, Note, Said
from coach.interview.manner import AGAIN as AS_I_SAID
from coach.interview.manner import MORE_EXACTLY, NOT_THE_SYSTEM, NOTHING_ON_THAT, YOURS, manner
from coach.interview.manner import PURPOSE as WHAT_FOR
from coach.interview.remarks import Remark
from coach.interview.session import Session
from coach.language.questions import asks_about_interview, asks_for_guidance


class Answering:
    """The sheet of one scenario in the mouth of an interviewer."""

    def __init__(self, scenario: Scenario, glossary: Mapping[str, Sequence[str]]) -> None:
        self._scenario = scenario
        self._desk = Desk(scenario, glossary)

    def asks(self, session: Session, text: str) -> bool:
        """Whether a line is a question to the interviewer, in the step where it was sent."""
        return self._desk.asks(text, clarify="clarify" in session.plan.steps[session.step].phases)

    def replies(self, session: Session, note: Note) -> list[Remark]:
        """What to say to a note that asks."""
        found = self._desk.look_up(note.text)
        if (aside := _aside(session, note, found[0].outcome)) is not None:
            return [aside]
        said: list[Remark] = []
        for reply in found:
            remark = self._reply(session, note, reply, topics=manner(session.plan.interviewer).topics)
            if not remark.id or all(remark.id != other.id for other in said):
                said.append(remark)
        return said + self._purpose(session, note)

    def _reply(self, session: Session, note: Note, reply: Reply, *, topics: bool) -> Remark:
        facts = [fact for name in reply.facts if (fact := self._scenario.fact(name))]
        if reply.outcome == ANSWER and facts:
            return self._tell(session, facts[0], note.id)
        if reply.outcome == CHOOSE and facts:
            if topics:
                return Remark(CHOOSE, self._desk.ask_back(reply), note=note.id, shown=tuple(fact.id for fact in facts))
            return Remark(CHOOSE, self._desk.ask_back(reply) if reply.about else MORE_EXACTLY, note=note.id)
        return _in_turn(session, note, NOTHING_ON_THAT)

    def _tell(self, session: Session, fact: Fact, note: int) -> Remark:
        if any(said.id == fact.id for said in session.told):
            return Remark(AGAIN, f"{AS_I_SAID} {fact.answer}", fact.id, fact.topic, note)
        helped = any(fact.id in said.shown for said in session.said)
        return Remark(ANSWER, fact.answer, fact.id, fact.topic, note, helped=helped)

    def _purpose(self, session: Session, note: Note) -> list[Remark]:
        """What the questions are for, once, when many came in a row without a note of the person's own."""
        patience = manner(session.plan.interviewer).patience
        if not patience or any(before.what == PURPOSE for before in session.said):
            return []
        answered = {before.note for before in session.said if before.what in REPLIES} | {note.id}
        row = 0
        for earlier in reversed(session.live_notes):
            if earlier.id not in answered:
                break
            row += 1
        return [Remark(PURPOSE, WHAT_FOR, note=note.id)] if row >= patience else []

    def topics(self, said: Said) -> list[str]:
        """The topics that were offered, in the order of their keys."""
        return [fact.topic for name in said.shown if (fact := self._scenario.fact(name))]

    def picked(self, session: Session, line: str) -> Remark | None:
        """The fact whose number was typed while topics are on offer; None for any other line."""
        offer = session.said[-1] if session.said else None
        if offer is None or offer.what != CHOOSE or not line.isdecimal() or not 1 <= int(line) <= len(offer.shown):
            return None
        if session.live_notes and session.live_notes[-1].at_s > offer.at_s:
            return None
        fact = self._scenario.fact(offer.shown[int(line) - 1])
        return self._tell(session, fact, offer.note) if fact else None


def _aside(session: Session, note: Note, outcome: str) -> Remark | None:
    """The reply to a line that asks for something that is on no sheet; None where the sheet has an answer."""
    if outcome != ANSWER and asks_about_interview(note.text):
        return _in_turn(session, note, NOT_THE_SYSTEM)
    if outcome == NOTHING and asks_for_guidance(note.text):
        return _in_turn(session, note, YOURS)
    return None


def _in_turn(session: Session, note: Note, texts: Sequence[str]) -> Remark:
    """The one of several ways to say it that was said least recently."""
    turn = sum(said.text in texts for said in session.said) % len(texts)
    return Remark(NOTHING, texts[turn], note=note.id)
