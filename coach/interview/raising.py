"""Linchpins and curveballs: when one is due, and whether it may come after these notes."""

from collections.abc import Collection, Mapping, Sequence

from coach.content.scenario import Scenario
from coach.interview.entries import CURVEBALL, LINCHPIN, Note
from coach.interview.remarks import Remark
from coach.interview.session import Session
from coach.interview.surprises import CURVEBALL_PHASES
from coach.interview.topics import Topic, telling
from coach.interview.turns import fair

LINCHPINS = 2
"""How many facts that nobody asked for may come back in a round."""
_NOTES_FIRST = 2
"""Notes of a step, and since the last surprise, before the next one: the person gets to answer."""
_TIME_TO_ANSWER = 60.0
"""Seconds of a step that must be left for a linchpin or a curveball to be fair."""
_TIME_TO_CLOSE = 180.0
"""The same for the last step of several, which the person is to close without a new question."""
SHORTEST = 180
"""Seconds of the shortest step with a surprise: in less there is no time for more than what was planned, unless the
round is a first look. There one note has to be enough, as nobody writes four in a minute, and one linchpin."""
_SHARES = (0.25, 0.55)
"""The share of a step's time after which its first and second linchpin may come."""


class Surprises:
    """What a scenario can surprise with."""

    def __init__(self, scenario: Scenario, words: Mapping[str, Sequence[str]]) -> None:
        self._linchpins = [
            (f.linchpin.phase, Topic.of_surprise(f.id, f.linchpin, (f.id,), words))
            for f in scenario.facts
            if f.linchpin
        ]
        self._curveballs = {c.id: Topic.of_surprise(c.id, c, c.about, words) for c in scenario.curveballs}

    def due(self, session: Session, notes: Sequence[Note], used: float, *, handed: bool = False) -> Remark | None:
        """The surprise that can be said now, a curveball before a linchpin; `used` is seconds used in the step."""
        seconds, short = session.plan.steps[session.step].seconds, _is_short(session)
        if short and session.plan.grades:
            return None
        if not session.plan.untimed and not _time_to_answer(session, seconds - used):
            return None
        before = max((said.note for said in session.said if said.what in (LINCHPIN, CURVEBALL)), default=0)
        here = [note for note in notes if note.step == session.step and note.id > before and telling(note)]
        if len(here) < (1 if short else _NOTES_FIRST):
            return None
        return self._curveball(session, notes, used, handed) or self._linchpin(session, notes, used, handed)

    def _curveball(self, session: Session, notes: Sequence[Note], used: float, handed: bool) -> Remark | None:
        said = {entry.id for entry in session.said if entry.what == CURVEBALL}
        back = {entry.id for entry in session.said if entry.what == LINCHPIN}
        if session.step == 0 or not CURVEBALL_PHASES & set(session.plan.steps[session.step].phases):
            return None
        for name, at_s in session.plan.curveballs:
            topic = self._curveballs.get(name)
            if topic is None or name in said or back.intersection(topic.about):
                continue
            if _is_due(session, at_s, used) and (remark := _raised(CURVEBALL, topic, notes, handed)):
                return remark
        return None

    def _linchpin(self, session: Session, notes: Sequence[Note], used: float, handed: bool) -> Remark | None:
        came = [entry for entry in session.said if entry.what == LINCHPIN]
        here = [entry for entry in came if entry.step == session.step]
        known = {entry.id for entry in came} | session.known | self._spoken_of(session)
        most = 1 if _is_short(session) else len(_SHARES)
        if len(came) + self._kept_for_later(session, known) >= LINCHPINS or len(here) >= most:
            return None
        if used < session.plan.steps[session.step].seconds * _SHARES[len(here)]:
            return None
        for phase, topic in self._linchpins:
            if topic.id in known or phase not in session.plan.steps[session.step].phases:
                continue
            if remark := _raised(LINCHPIN, topic, notes, handed):
                return remark
        return None

    def _kept_for_later(self, session: Session, known: Collection[str]) -> int:
        """One linchpin, where a later step has some of its own: else the first step that has any would use them up."""
        later = {phase for step in session.plan.steps[session.step + 1 :] for phase in step.phases}
        return int(any(phase in later and topic.id not in known for phase, topic in self._linchpins))

    def _spoken_of(self, session: Session) -> set[str]:
        """The facts that curveballs of this round have brought up."""
        said = (self._curveballs.get(entry.id) for entry in session.said if entry.what == CURVEBALL)
        return {fact for topic in said if topic for fact in topic.about}


def _time_to_answer(session: Session, left: float) -> bool:
    closes = session.plan.grades and 0 < session.step == len(session.plan.steps) - 1
    if closes:
        return left >= _TIME_TO_CLOSE
    return left <= 0 or left >= fair(session, _TIME_TO_ANSWER)


def _is_short(session: Session) -> bool:
    return not session.plan.untimed and session.plan.steps[session.step].seconds < SHORTEST


def _raised(what: str, topic: Topic, notes: Sequence[Note], handed: bool) -> Remark | None:
    """A linchpin or curveball as it can be said after these notes; None when it would be deaf or senseless."""
    if topic.when and not topic.invited(notes):
        return None
    text = topic.level(notes, _never)
    last = notes[-1].id if notes else 0
    return Remark(what, text, topic.id, note=last, handed=handed, further=text != topic.say) if text else None


def _never(point: str) -> bool:
    """A surprise asks for what was done about it, whatever points a note has earned."""
    return False


def _is_due(session: Session, at_s: int, used: float) -> bool:
    """Whether a moment of the planned round has come; in a later step than planned it has."""
    start = 0
    for index, step in enumerate(session.plan.steps):
        if at_s < start + step.seconds or index == len(session.plan.steps) - 1:
            return session.step > index or (session.step == index and used >= at_s - start)
        start += step.seconds
    return False
