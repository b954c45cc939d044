"""When the interviewer speaks up, and what comes first: surprises, probes, the next topic, a question of the phase.

Never deaf: what the notes already deal with comes back as its next level or not at all.
"""

from collections.abc import Sequence

from coach.interview.entries import CLOSING, OPENING, UNASKED, Note
from coach.interview.evidence import STRONG
from coach.interview.manner import BEFORE_WE_STOP, TIME_IS_UP, WHERE_TO_GO_DEEP, manner
from coach.interview.probing import Probes, question
from coach.interview.raising import Surprises
from coach.interview.reader import Reader
from coach.interview.remarks import Remark, Said
from coach.interview.session import Session
from coach.interview.sheet import stated_before, statements
from coach.interview.topics import Shown
from coach.interview.turns import fair, may_speak_up
from coach.language.evidence import Written

QUIET = 45.0
"""Seconds without a key after which an interviewer may follow up."""
_TO_DIVE = 300
"""Seconds of a step from which on it makes sense to ask where to go deep."""
_TO_REPLY = 30.0
"""Seconds of a step that must be left for a probe into a silence."""
LONG_QUIET = 80.0
"""Seconds after which a probe no longer waits for a surprise that is due with the next note."""


class FollowUps:
    """The follow-ups of one scenario."""

    def __init__(self, reader: Reader) -> None:
        scenario, words = reader.scenario, {**reader.glossary, **reader.scenario.words}
        self._reader = reader
        self._surprises = Surprises(scenario, words)
        self._probes = Probes(scenario, words)
        self._silent_on: tuple[object, ...] | None = None

    def opening(self, session: Session) -> Remark | None:
        """The question at the start of the deep dive, once; none in a step that is short or has its topics already."""
        step = session.plan.steps[session.step]
        asked = any(said.what == OPENING for said in session.said)
        if not self._reader.scenario.deep_dives or step.phases[0] != "deep-dive" or asked:
            return None
        if step.skills or step.dimensions or (step.seconds < _TO_DIVE and not session.plan.untimed):
            return None
        return Remark(OPENING, WHERE_TO_GO_DEEP, note=max(session.notes, default=0))

    def after_note(self, session: Session, used: float, now: float) -> Remark | None:
        """A linchpin or a curveball that is due; `used` and `now` are seconds used in the step and on the clock."""
        return self._surprises.due(session, _heard(session), used) if may_speak_up(session, now) else None

    def after_silence(self, session: Session, used: float, now: float, quiet: float) -> Remark | None:
        """A probe into what was named without its mechanism, after `quiet` seconds without a key; for a while none
        where a surprise is due, which comes right after the next note and would have to wait. In a first look there
        may be no next note, so the surprise comes at once."""
        step = session.plan.steps[session.step]
        if quiet < fair(session, QUIET) or not may_speak_up(session, now) or "deep-dive" not in step.phases:
            return None
        if step.phases.index(step.phase(used)) < step.phases.index("deep-dive"):
            return None  # whoever is still drawing is not asked about details
        left = step.seconds - used
        over = left <= 0 and session.plan.grades  # a first look is over then, and says so
        if not session.plan.untimed and left < fair(session, _TO_REPLY) and not over:
            return None
        notes = _heard(session)
        if not notes or _unanswered(session, notes):
            return None
        if all(note.step != session.step for note in notes) and (quiet < LONG_QUIET or not session.plan.grades):
            return None  # whoever has just begun a step is thinking, and a probe would take them back to the one before
        if quiet < LONG_QUIET and (due := self._surprises.due(session, notes, used)):
            return None if session.plan.grades else due
        heard = (session.id, len(session.said), *((note.id, note.text) for note in notes))
        if heard == self._silent_on:
            return None  # asked once a second: nothing was said since that a probe could follow
        probe = self._probes.probe(session, notes, self._shown(session), handed=False)
        self._silent_on = None if probe else heard
        return probe

    def on_floor(self, session: Session, used: float) -> Remark | None:
        """What the interviewer says when the floor is handed over: something due, a probe, the next topic, or a
        question of the phase. None when all of that was said, and once for a remark that has had no reply yet."""
        notes = _heard(session)
        if _unanswered(session, notes) and _floors_since(session) < 2:
            return None
        if manner(session.plan.interviewer).unasked and (due := self._surprises.due(session, notes, used, handed=True)):
            return due
        phase = session.plan.steps[session.step].phase(used)
        if phase == "tradeoffs" and (first := question(session, phase)):
            return first
        if _in(session, "deep-dive") or _in(session, "tradeoffs"):
            if probe := self._probes.probe(session, notes, self._shown(session), handed=True):
                return probe
            if turn := self._probes.turn(session, notes):
                return turn
        return question(session, phase)

    def closing(self, session: Session, *, over: bool) -> Remark | None:
        """The request for one last sentence, once; `over`: the planned time is used up."""
        if any(said.what == CLOSING for said in session.said):
            return None
        return Remark(CLOSING, TIME_IS_UP if over else BEFORE_WE_STOP, note=max(session.notes, default=0))

    def _shown(self, session: Session) -> Shown:
        """Whether a point is clearly in the notes, looked for once and only if somebody asks."""
        strong: list[set[str]] = []

        def shown(point: str) -> bool:
            if not strong:
                strong.append(self._strong(session))
            return point in strong[0]

        return shown

    def _strong(self, session: Session) -> set[str]:
        """The points that the notes show clearly, those of the round that this one redoes among them."""
        evidence, earlier = self._reader.evidence, session.plan.earlier.notes
        found = list(evidence.findings(session).items())
        if earlier:
            found += evidence.in_lines(
                {at: Written(note.text, note.phases, asked=note.asked) for at, note in enumerate(earlier)}
            ).items()
        return {point for point, of in found if of.state == STRONG}


def _heard(session: Session) -> list[Note]:
    """The statements that the interviewer knows, those of the round that this one redoes first."""
    return [*stated_before(session), *statements(session)]


def _last_raised(session: Session) -> Said | None:
    """What was brought up last."""
    return next((said for said in reversed(session.said) if said.what in (*UNASKED, OPENING)), None)


def _unanswered(session: Session, notes: Sequence[Note]) -> bool:
    """Whether what was brought up last has had no note since."""
    last = _last_raised(session)
    return last is not None and all(note.at_s <= last.at_s for note in notes)


def _floors_since(session: Session) -> int:
    """How often the floor was handed over since something was brought up last."""
    last = _last_raised(session)
    return sum(last is None or at_s >= last.at_s for at_s in session.floors)


def _in(session: Session, phase: str) -> bool:
    return phase in session.plan.steps[session.step].phases
