"""What the interviewer brings up: linchpins, curveballs, probes. Never deaf: what the notes already deal with comes
back as its next level or not at all."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from coach.content.scenario import DeepDive, Scenario
from coach.interview.entries import CLOSING, CURVEBALL, LINCHPIN, OPENING, PROBE, REPLIES, UNASKED, Note
from coach.interview.manner import BEFORE_WE_STOP, FLOOR, TIME_IS_UP, WHERE_TO_GO_DEEP, manner
from coach.interview.remarks import Remark
from coach.interview.session import Session
from coach.language.likeness import Likeness
from coach.language.patterns import Pattern
from coach.language.ranking import Entry, Line, Ranking, parsed

QUIET = 45.0
"""Seconds without a key after which an interviewer may follow up."""
APART = 90.0
"""Seconds between two things brought up, unless the floor was handed over."""
LINCHPINS = 2
"""How many facts that nobody asked for may come back in a round."""
_LAST = 3
"""How many notes count as what was said last."""
_NOTES_FIRST = 2
"""Notes of a step, and since the last surprise, before the next one: the person gets to answer."""
_TIME_TO_ANSWER = 60.0
"""Seconds of a step that must be left for a linchpin or a curveball to be fair."""
_SHARES = (0.25, 0.55)
"""The share of a step's time after which its first and second linchpin may come."""
_NAMES_A_TOPIC = 0.5
"""BM25 from which on a note names a topic of the deep dive."""


@dataclass(frozen=True, slots=True)
class _Topic:
    """A follow-up that could be made: an id, what to say and at the next level, and the patterns that decide."""

    id: str
    say: str
    next: str
    when: tuple[Pattern, ...] = ()
    unless: tuple[Pattern, ...] = ()


class FollowUps:
    """The follow-ups of one scenario."""

    def __init__(self, scenario: Scenario, glossary: Mapping[str, Sequence[str]]) -> None:
        words = {**glossary, **scenario.words}
        self._linchpins = [
            (f.linchpin.phase, _Topic(f.id, f.linchpin.say, f.linchpin.next, parsed(f.linchpin.needs, words),
                                      parsed(f.linchpin.unless, words)))
            for f in scenario.facts if f.linchpin
        ]  # fmt: skip
        self._curveballs = {
            c.id: _Topic(c.id, c.say, c.next, parsed(c.needs, words), parsed(c.unless, words))
            for c in scenario.curveballs
        }
        self._dives = scenario.deep_dives
        self._probes = {
            dive.id: [
                _Topic(f"{dive.id}-{n}", p.ask, p.next, parsed(p.when, words), parsed(p.unless, words))
                for n, p in enumerate(dive.probes, start=1)
            ]
            for dive in scenario.deep_dives
        }
        self._likeness = Likeness(
            [topic.say for topic in self._curveballs.values()]
            + [topic.say for _, topic in self._linchpins]
            + [topic.say for probes in self._probes.values() for topic in probes]
        )
        self._names = Ranking([Entry(dive.id, _names(dive), ()) for dive in scenario.deep_dives])

    # moments

    def opening(self, session: Session) -> Remark | None:
        """The question at the start of the deep dive, once."""
        phases = session.plan.steps[session.step].phases
        if not self._dives or phases[0] != "deep-dive" or any(said.what == OPENING for said in session.said):
            return None
        return Remark(OPENING, WHERE_TO_GO_DEEP)

    def after_note(self, session: Session, used: float, now: float) -> Remark | None:
        """A linchpin or a curveball that is due; `used` and `now` are seconds used in the step and on the clock."""
        return self._surprise(session, used, now) if self._may_speak(session, now) else None

    def after_silence(self, session: Session, used: float, now: float, quiet: float) -> Remark | None:
        """A probe into what was named without its mechanism, after `quiet` seconds without a key; none while a linchpin
        or a curveball is due, which comes right after the next note and would have to wait."""
        if quiet < QUIET or not self._may_speak(session, now) or not _in(session, "deep-dive"):
            return None
        if self._surprise(session, used, now):
            return None
        last = max((said.at_s for said in session.said if said.what not in REPLIES), default=-1.0)
        if not session.live_notes or session.live_notes[-1].at_s < last:
            return None  # the last remark has had no reply yet
        return self._probe(session, handed=False)

    def on_floor(self, session: Session, used: float, now: float) -> Remark | None:
        """What the interviewer says when the floor is handed over: something due, a probe, the next topic, or a
        question of the phase; None when all of that was said."""
        if manner(session.plan.interviewer).unasked and (due := self._surprise(session, used, now, handed=True)):
            return due
        later = _in(session, "deep-dive") or _in(session, "tradeoffs")
        if later and (probe := self._probe(session, handed=True)):
            return probe
        return self._turn(session) or _question(session)

    def closing(self, session: Session, *, over: bool) -> Remark | None:
        """The request for one last sentence, once; `over`: the planned time is used up."""
        if any(said.what == CLOSING for said in session.said):
            return None
        return Remark(CLOSING, TIME_IS_UP if over else BEFORE_WE_STOP)

    # rules

    def _may_speak(self, session: Session, now: float) -> bool:
        said = [entry.at_s for entry in session.said if entry.what in (*UNASKED, OPENING)]
        room = len(session.unasked) < manner(session.plan.interviewer).unasked
        return room and (not said or now - said[-1] >= APART)

    def _surprise(self, session: Session, used: float, now: float, *, handed: bool = False) -> Remark | None:
        if not session.plan.untimed and 0 < session.plan.steps[session.step].seconds - used < _TIME_TO_ANSWER:
            return None
        last = max((said.at_s for said in session.said if said.what in (LINCHPIN, CURVEBALL)), default=-1.0)
        if sum(note.step == session.step and note.at_s > last for note in _notes(session)) < _NOTES_FIRST:
            return None
        return self._curveball(session, used, now, handed) or self._linchpin(session, used, handed)

    def _curveball(self, session: Session, used: float, now: float, handed: bool) -> Remark | None:
        said = {entry.id for entry in session.said if entry.what == CURVEBALL}
        for name, at_s in session.plan.curveballs:
            topic = self._curveballs.get(name)
            if topic and name not in said and session.step > 0 and _is_due(session, at_s, used):
                remark = self._raised(CURVEBALL, topic, session, handed)
                if remark:
                    return remark
        return None

    def _linchpin(self, session: Session, used: float, handed: bool) -> Remark | None:
        came = [entry for entry in session.said if entry.what == LINCHPIN]
        here = [entry for entry in came if entry.step == session.step]
        if len(came) >= LINCHPINS or len(here) >= len(_SHARES):
            return None
        if used < session.plan.steps[session.step].seconds * _SHARES[len(here)]:
            return None
        known = {entry.id for entry in (*session.told, *came)}
        for phase, topic in self._linchpins:
            if topic.id in known or not _in(session, phase):
                continue
            remark = self._raised(LINCHPIN, topic, session, handed)
            if remark:
                return remark
        return None

    def _raised(self, what: str, topic: _Topic, session: Session, handed: bool) -> Remark | None:
        """A linchpin or curveball as it can be said after these notes; None when it would be deaf or senseless."""
        notes = _notes(session)
        if (topic.when and not _hit(topic.when, notes)) or self._likeness.alike(topic.say, _raised_before(session)):
            return None
        last = notes[-1].id if notes else 0
        if not _hit(topic.unless, notes):
            return Remark(what, topic.say, topic.id, note=last, handed=handed)
        return Remark(what, topic.next, topic.id, note=last, handed=handed, further=True) if topic.next else None

    # probes

    def _named(self, session: Session) -> list[str]:
        """The topics the person named when asked where to go deep, in that order."""
        asked = next((said for said in session.said if said.what == OPENING), None)
        first = next((n for n in _notes(session) if asked and n.at_s >= asked.at_s and n.step == asked.step), None)
        if first is None:
            return []
        named: list[str] = []
        for part in _parts(first.text):
            best = max(self._names.scores(Line(part)), key=lambda score: score.bm25)
            if best.bm25 >= _NAMES_A_TOPIC and best.id not in named:
                named.append(best.id)
        return named

    def _probe(self, session: Session, *, handed: bool) -> Remark | None:
        """The first probe that fits: of the topics named before the others, of the last notes before earlier ones."""
        notes = _notes(session)
        said = {entry.id for entry in session.said if entry.what == PROBE}
        named, before = self._named(session), _raised_before(session)
        order = [*named, *(dive.id for dive in self._dives if dive.id not in named)]
        for recent in (notes[-_LAST:], notes):
            for topic in (probe for name in order for probe in self._probes[name]):
                if topic.id in said or not _hit(topic.when, recent) or self._likeness.alike(topic.say, before):
                    continue
                at = next(note.id for note in reversed(recent) if _hit(topic.when, [note]))
                if not _hit(topic.unless, notes):
                    return Remark(PROBE, topic.say, topic.id, note=at, handed=handed)
                if topic.next:
                    return Remark(PROBE, topic.next, topic.id, note=at, handed=handed, further=True)
        return None

    def _turn(self, session: Session) -> Remark | None:
        """On to a topic the person named and has not come to."""
        if not _in(session, "deep-dive"):
            return None
        said = [entry.id for entry in session.said if entry.what == PROBE]
        for name in self._named(session)[1:]:
            if not any(entry.startswith(f"{name}-") for entry in said):
                topic = next(dive.topic for dive in self._dives if dive.id == name)
                text = f"You also named {topic[0].lower()}{topic[1:]}. How do you do that?"
                return Remark(PROBE, text, f"{name}-turn", handed=True)
        return None


def _names(dive: DeepDive) -> tuple[str, ...]:
    return (dive.id.replace("-", " "), dive.topic, *(option.name for option in dive.options))


def _parts(text: str) -> Iterator[str]:
    for part in text.replace(" then ", ",").replace(" and ", ",").replace("+", ",").split(","):
        if part.strip():
            yield part


def _notes(session: Session) -> list[Note]:
    """The notes that are the person's own words on the design: questions to the interviewer are none."""
    asked = {said.note for said in session.said if said.what in REPLIES}
    return [note for note in session.live_notes if note.id not in asked]


def _raised_before(session: Session) -> list[str]:
    """What the interviewer has brought up so far."""
    return [said.text for said in session.said if said.what in UNASKED]


def _hit(patterns: Sequence[Pattern], notes: Sequence[Note]) -> bool:
    return any(pattern.matches(note.text) for note in notes for pattern in patterns)


def _in(session: Session, phase: str) -> bool:
    return phase in session.plan.steps[session.step].phases


def _is_due(session: Session, at_s: int, used: float) -> bool:
    """Whether a moment of the planned round has come; in a later step than planned it has."""
    start = 0
    for index, step in enumerate(session.plan.steps):
        if at_s < start + step.seconds or index == len(session.plan.steps) - 1:
            return session.step > index or (session.step == index and used >= at_s - start)
        start += step.seconds
    return False


def _question(session: Session) -> Remark | None:
    said = {entry.text for entry in session.said}
    for phase in session.plan.steps[session.step].phases:
        for text in FLOOR[phase]:
            drawn = phase == "high-level" and session.strokes and text == FLOOR[phase][0]
            if text not in said and not drawn:
                return Remark(PROBE, text, f"floor-{phase}", handed=True)
    return None
