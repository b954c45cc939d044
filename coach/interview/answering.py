"""The interviewer's replies to lines that ask: only what was asked for, and no fact as new twice."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import takewhile

from coach.content.scenario import Fact, Scenario
from coach.interview.desk import Desk, Reply
from coach.interview.entries import AGAIN, ANSWER, CHOOSE, NOTHING, PURPOSE, REPLIES, Note
from coach.interview.manner import AGAIN as AS_I_SAID
from coach.interview.manner import GO_AHEAD, MORE_EXACTLY, NOT_THE_SYSTEM, NOTHING_ON_THAT, ONLY, YOURS, manner
from coach.interview.manner import PURPOSE as WHAT_FOR
from coach.interview.remarks import Remark, Said
from coach.interview.session import Session
from coach.interview.turns import may_speak_up
from coach.language.asides import CHOICE, GUIDANCE, INTERVIEW, PERMISSION, REPEAT, RUDE, TIME

_ASIDES: Mapping[str, Sequence[str]] = {
    PERMISSION: GO_AHEAD,
    RUDE: NOT_THE_SYSTEM[:1],
    CHOICE: YOURS[:1],
    INTERVIEW: NOT_THE_SYSTEM,
    GUIDANCE: YOURS,
}
"""How to reply to asides; the question again is the scenario's own."""


class Answering:
    """The sheet of one scenario in the mouth of an interviewer."""

    def __init__(self, scenario: Scenario, glossary: Mapping[str, Sequence[str]]) -> None:
        self._scenario = scenario
        self._desk = Desk(scenario, glossary)

    def asks(self, session: Session, text: str) -> bool:
        """Whether a line is a question to the interviewer, in the step where it was sent."""
        phase = session.plan.steps[session.step].phase(session.used_in(session.step))
        return self._desk.asks(text, clarify=phase == "clarify")

    def replies(self, session: Session, note: Note) -> list[Remark]:
        """What to say to a note that asks."""
        said: list[Remark] = []
        for reply in self._desk.look_up(note.text):
            remark = self._reply(session, note, reply, topics=manner(session.plan.interviewer).topics)
            if not remark.id or all(remark.id != other.id for other in said):
                said.append(remark)
        return said + self._purpose(session, note, said)

    def _reply(self, session: Session, note: Note, reply: Reply, *, topics: bool) -> Remark:
        facts = [fact for name in reply.facts if (fact := self._scenario.fact(name))]
        if reply.outcome == ANSWER and facts:
            return self._tell(session, facts[0], note.id)
        if reply.outcome == CHOOSE and facts:
            if topics:
                shown, named = tuple(fact.id for fact in facts), _listed(fact.topic for fact in facts)
                return Remark(CHOOSE, self._desk.ask_back(reply), topic=named, note=note.id, shown=shown)
            return Remark(CHOOSE, self._desk.ask_back(reply) if reply.about else MORE_EXACTLY, note=note.id)
        if reply.aside == TIME:
            return Remark(NOTHING, _time_left(session), note=note.id)
        return _in_turn(session, note, nothing_to_tell(reply, self._scenario.question))

    def _tell(self, session: Session, fact: Fact, note: int) -> Remark:
        if fact.id in session.known:
            return Remark(AGAIN, f"{AS_I_SAID} {fact.answer}", fact.id, fact.topic, note)
        helped = any(fact.id in said.shown for said in session.said)
        return Remark(ANSWER, fact.answer, fact.id, fact.topic, note, helped=helped)

    def _purpose(self, session: Session, note: Note, replies: Sequence[Remark]) -> list[Remark]:
        """What the questions are for, once, when many in a row were answered without a note of the person's own."""
        patience = manner(session.plan.interviewer).patience
        if not patience or any(said.what == PURPOSE for said in session.said) or not may_speak_up(session, note.at_s):
            return []
        if any(reply.what != ANSWER for reply in replies):
            return []
        asked = {said.note for said in session.said if said.what in REPLIES} | {note.id}
        told = {said.note for said in session.told} | {note.id}
        row = takewhile(lambda earlier: earlier.id in asked, reversed(session.live_notes))
        return [Remark(PURPOSE, WHAT_FOR, note=note.id)] if sum(n.id in told for n in row) >= patience else []

    def topics(self, said: Said) -> list[str]:
        """The topics that were offered, in the order of their keys."""
        return [fact.topic for name in said.shown if (fact := self._scenario.fact(name))]

    def picked(self, session: Session, line: str) -> Remark | None:
        """The fact whose number was typed while topics are on offer; None for any other line."""
        offer = _offer(session)
        if offer is None or not line.isdecimal() or not 1 <= int(line) <= len(offer.shown):
            return None
        fact = self._scenario.fact(offer.shown[int(line) - 1])
        return self._tell(session, fact, offer.note) if fact else None

    def astray(self, session: Session, line: str) -> str:
        """What to say to a line of one digit that picks none of the topics on offer; empty for any other line.

        A longer number is a figure of the person's own.
        """
        offer = _offer(session)
        if offer is None or not line.isdecimal() or len(line) > 1 or 1 <= int(line) <= len(offer.shown):
            return ""
        return ONLY[len(offer.shown)]


def _time_left(session: Session) -> str:
    """What is left of the step, as a person with a watch says it."""
    if session.plan.untimed:
        return "There is no clock today."
    minutes = round(session.left_in(session.step) / 60)
    return (
        f"About {minutes} minute{'s' if minutes > 1 else ''} for this step."
        if minutes > 0
        else "Next to none for this step."
    )


def nothing_to_tell(reply: Reply, question: str) -> Sequence[str]:
    """The ways to reply where no fact is told and none offered; `question` is the scenario's."""
    return (question,) if reply.aside == REPEAT else _ASIDES.get(reply.aside, NOTHING_ON_THAT)


def _offer(session: Session) -> Said | None:
    """The topics on offer: from being shown until the next note, however many of them are picked."""
    shown = [said for said in session.said if said.what in REPLIES]
    offer = next((said for said in reversed(shown) if said.shown), None)
    if offer is None or shown[-1].note != offer.note:
        return None
    return None if any(note.at_s > offer.at_s for note in session.live_notes) else offer


def _listed(topics: Iterable[str]) -> str:
    """Topics with their keys in one line, for whoever reads the round later."""
    return ", ".join(f"{number} {topic}" for number, topic in enumerate(topics, start=1))


def _in_turn(session: Session, note: Note, texts: Sequence[str]) -> Remark:
    """The one of several ways to say it that was said least recently."""
    turn = sum(said.text in texts for said in session.said) % len(texts)
    return Remark(NOTHING, texts[turn], note=note.id)
