"""Probes into what was named without its mechanism, and what to say when the floor is handed over."""

from collections.abc import Mapping, Sequence

from coach.content.scenario import DeepDive, Scenario
from coach.interview.entries import OPENING, PROBE, Note
from coach.interview.manner import FLOOR
from coach.interview.remarks import Remark
from coach.interview.session import Session
from coach.interview.topics import Shown, Topic
from coach.language.common import telling_stems
from coach.language.printable import one_line, shorten
from coach.language.ranking import Entry, Line, Ranking
from coach.language.stances import weighs

_LAST = 3
"""How many notes count as what was said last."""
_NAMES_A_TOPIC = 0.5
"""BM25 from which on a part of a note names a topic of the deep dive."""
_NAME = 5
"""Telling words that a name has at most."""
_LONGEST = 40


class Probes:
    """The probes of a scenario, by the topics of its deep dive."""

    def __init__(self, scenario: Scenario, words: Mapping[str, Sequence[str]]) -> None:
        self._probes = {
            dive.id: [Topic.of_probe(f"{dive.id}-{n}", probe, words) for n, probe in enumerate(dive.probes, start=1)]
            for dive in scenario.deep_dives
        }
        self._names = Ranking([Entry(dive.id, _names(dive), ()) for dive in scenario.deep_dives])
        self._words = {dive.id: telling_stems(" ".join(_names(dive))) for dive in scenario.deep_dives}

    def opens(self, session: Session, notes: Sequence[Note]) -> Note | None:
        """The note that says where to go deep."""
        asked = next((said for said in session.said if said.what == OPENING), None)
        return next((n for n in notes if asked and n.id > asked.note and n.step == asked.step), None)

    def probe(self, session: Session, notes: Sequence[Note], shown: Shown, *, handed: bool) -> Remark | None:
        """The first probe that fits: of the last note before the last ones, else of the topic named first.

        Where topics were named, the others have to wait until the floor is handed over. In a step with an agenda of its
        own only what was said in it is followed up.
        """
        agenda = self.opens(session, notes)
        named = list(self._named(agenda))
        agenda = agenda if named else None  # who names no topic has begun to answer
        step = session.plan.steps[session.step]
        own = bool(step.skills or step.dimensions)
        heard = [note for note in notes if note is not agenda and (note.step == session.step or not own)]
        since = [note for note in heard if agenda is None or note.id > agenda.id]
        later = "deep-dive" not in step.phases
        tries = [(named, since[-1:]), (named, since[-_LAST:])]
        if not later:
            tries += [([name], heard) for name in named]
        if handed or not named:
            others = [name for name in self._probes if name not in named]
            tries += [(others, since[-1:]), (others, since[-_LAST:]), *([] if later else [(others, heard)])]
        for order, recent in tries:
            if remark := self._first(session, order, recent, notes, shown, handed=handed):
                return remark
        return None

    def _first(
        self,
        session: Session,
        order: Sequence[str],
        recent: Sequence[Note],
        notes: Sequence[Note],
        shown: Shown,
        *,
        handed: bool,
    ) -> Remark | None:
        said = {entry.id for entry in session.said if entry.what == PROBE}
        told, on_paper = session.known, session.plan.on_paper
        for topic in (topic for name in order for topic in self._probes[name]):
            at = topic.invited(recent)
            if topic.id in said or at is None or not (on_paper or told.issuperset(topic.about)):
                continue
            if text := topic.level(notes, shown):
                return Remark(PROBE, text, topic.id, note=at.id, handed=handed, further=text != topic.say)
        return None

    def turn(self, session: Session, notes: Sequence[Note]) -> Remark | None:
        """On to a topic the person named and has not come to, in the person's own words."""
        if "deep-dive" not in session.plan.steps[session.step].phases:
            return None
        said = [entry.id for entry in session.said if entry.what == PROBE]
        for name, words in list(self._named(self.opens(session, notes)).items())[1:]:
            if not any(entry.startswith(f"{name}-") for entry in said):
                return Remark(PROBE, f"You also named “{words}”. How do you do that?", f"{name}-turn", handed=True)
        return None

    def _named(self, agenda: Note | None) -> dict[str, str]:
        """The topics the person named, in that order, each with the words for it.

        A note that mostly says other things names none, though words of a topic stand in it: it has begun to answer.
        """
        parts = _parts(agenda.text) if agenda else []
        found = [(part, best) for part in parts if (best := self._topic(part))]
        if 2 * len(found) <= len(parts):
            return {}
        named: dict[str, str] = {}
        for part, topic in found:
            named.setdefault(topic, shorten(one_line(part), _LONGEST))
        return named

    def _topic(self, part: str) -> str:
        """The topic that a part of a note names, if it names little else; empty for none."""
        best = max(self._names.scores(Line(part)), key=lambda score: score.bm25)
        said = telling_stems(part)
        about = 2 * len(said & self._words[best.id]) >= len(said)
        return best.id if best.bm25 >= _NAMES_A_TOPIC and len(said) <= _NAME and about else ""


def question(session: Session, phase: str) -> Remark | None:
    """A question that was not asked yet: of the phase the person is in, or of those that follow it in the step.

    The first one of a phase is not asked where it is answered: nobody who drew is asked for the path, nor in a step
    about something else, and nobody who weighed one thing against another is asked for the price.
    """
    said = {entry.text for entry in session.said}
    step = session.plan.steps[session.step]
    weighed = any(note.step == session.step and weighs(note.text) for note in session.live_notes)
    elsewhere = bool(step.dimensions) and "flow" not in step.dimensions
    senseless = {"high-level": session.strokes or elsewhere, "tradeoffs": weighed}
    for of in step.phases[step.phases.index(phase) :]:
        for at, text in enumerate(FLOOR[of]):
            if text not in said and (at or not senseless.get(of)):
                return Remark(PROBE, text, f"floor-{of}", handed=True)
    return None


def _names(dive: DeepDive) -> tuple[str, ...]:
    return (dive.id.replace("-", " "), dive.topic, *(option.name for option in dive.options))


def _parts(text: str) -> list[str]:
    for joint in (" and then ", " then ", " and ", "+", ";", "->"):
        text = text.replace(joint, ",")
    return [part.strip() for part in text.split(",") if part.strip()]
