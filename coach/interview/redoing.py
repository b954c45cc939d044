"""Redoing a step of an earlier round: which one, what is taken over, and points then and now."""

from collections import Counter
from collections.abc import Collection
from typing import NamedTuple

from coach.content.terms import PHASES
from coach.interview.briefing import brief_of
from coach.interview.drawing import diagram, handed
from coach.interview.earlier import Earlier, EarlierNote
from coach.interview.entries import REPLIES
from coach.interview.grading import CONFIRMED, NOT_MINE
from coach.interview.session import Session
from coach.language.graph import Graph
from coach.language.stamps import stamp


def weakest_phase(base: Session) -> str:
    """The phase in which most weight was missed in a round; empty where nothing was, or it was not graded."""
    if base.graded is None:
        return ""
    weights = base.graded["weights"].get(base.plan.level, {})
    lost: Counter[str] = Counter()
    for point in brief_of(base, base).missed:
        lost[point.phase] += weights.get(point.dimension, 0.0)
    return max((phase for phase in PHASES if phase in lost), key=lambda phase: lost[phase], default="")


def earlier_of(base: Session, phases: Collection[str], skipped: Collection[str]) -> Earlier:
    """What a round that redoes these phases takes over: the facts told, where asking for them is skipped, and the notes
    of the steps before.

    What that round had taken over itself is handed on. The notes of the redone steps are not: they would be copied.
    """
    at, told = base.started_at, _told(base) if "clarify" in skipped else None
    handed_on, own = _handed_on(base, phases), _notes(base, phases)
    notes = (*handed_on, *own)
    began = base.plan.earlier.started if handed_on and not own else stamp(at) if at else ""
    return Earlier(began, told, notes, _elsewhere(base, phases))


def _elsewhere(base: Session, phases: Collection[str]) -> tuple[str, ...]:
    redone = {at for at, step in enumerate(base.plan.steps) if set(step.phases) & set(phases)}
    graded = [point["id"] for point in (base.graded or {}).get("points", ()) if point["step"] not in redone]
    again = base.plan.earlier.elsewhere if set(phases) <= set(base.plan.phases) else ()
    return tuple(dict.fromkeys((*again, *graded)))


def design_of(base: Session, phases: Collection[str], skipped: Collection[str]) -> Graph:
    """The diagram as it stood at the end of the steps before these phases, or else, where making it is skipped, at the
    end; empty without one, and where making it is redone.

    A detail drawn in a round that neither made the design nor was handed one is none.
    """
    made = "high-level" in base.plan.phases or handed(base).edges
    if not made or _first(phases) <= PHASES.index("high-level"):
        return Graph({}, ())
    before = diagram(base, steps=_steps_before(base, phases))
    return diagram(base) if "high-level" in skipped and not before.edges else before


class ThenAndNow(NamedTuple):
    """A redone step: how many of the points that both rounds asked for in it were made then and are made now."""

    title: str
    then: int
    now: int
    of: int


def then_and_now(session: Session, base: Session) -> list[ThenAndNow]:
    """Each step of a graded round beside the same step of the graded one that it redoes.

    A point that was made in an earlier step then is left out: it is among what was handed over.
    """
    now = _made(session, range(len(session.plan.steps)))
    then = _made(base, _redone(base, session))
    found = []
    for at, step in enumerate(session.plan.steps):
        both = [point for point, (where, _) in now.items() if where == at and point in then]
        if both:
            made = [sum(of[point][1] for point in both) for of in (then, now)]
            found.append(ThenAndNow(step.title, made[0], made[1], len(both)))
    return found


def redone(session: Session, base: Session | None) -> str:
    """The points of a redone step then and now, in words; empty for any other round, and where the one that it redoes
    is gone or was not graded."""
    found = then_and_now(session, base) if base and session.plan.base == base.id else []
    if not found:
        return ""
    told = "; ".join(f"{step.title}: {step.then} of {step.of} then, {step.now} of {step.of} now" for step in found)
    return f"{told}, of the points of {'that step' if len(found) == 1 else 'those steps'} then"


def _redone(base: Session, session: Session) -> list[int]:
    """The steps of a round that another one redoes: the same ones, or in another format those with the same phases."""
    ids, phases = {step.id for step in session.plan.steps}, set(session.plan.phases)
    steps = list(enumerate(base.plan.steps))
    same = [at for at, step in steps if step.id in ids]
    return same or [at for at, step in steps if set(step.phases) & phases]


def _made(session: Session, steps: Collection[int]) -> dict[str, tuple[int, bool]]:
    """The points that count in some steps of a round: in which, and whether they were made."""
    return {
        point["id"]: (point["step"], point["mark"] in CONFIRMED)
        for point in (session.graded or {}).get("points", ())
        if point["step"] in steps and not point["extra"] and point["mark"] != NOT_MINE
    }


def _told(base: Session) -> tuple[str, ...] | None:
    before = base.plan.earlier.told
    if before is None and "clarify" not in base.plan.phases:
        return None
    return tuple(dict.fromkeys((*(before or ()), *(said.id for said in base.told))))


def _notes(base: Session, phases: Collection[str]) -> list[EarlierNote]:
    asked = {said.note for said in base.said if said.what in REPLIES}
    found = []
    for at in _steps_before(base, phases):
        step = base.plan.steps[at]
        here = (note for note in base.live_notes if note.step == at)
        found += [EarlierNote(step.title, step.phases, round(n.at_s, 1), n.text, n.id in asked) for n in here]
    return found


def _handed_on(base: Session, phases: Collection[str]) -> list[EarlierNote]:
    return [note for note in base.plan.earlier.notes if _last(note.phases) < _first(phases)]


def _steps_before(base: Session, phases: Collection[str]) -> list[int]:
    """The steps of a round before the first that covers one of the phases; where none does, those of phases before."""
    steps = list(enumerate(base.plan.steps))
    first = next((at for at, step in steps if set(step.phases) & set(phases)), None)
    if first is not None:
        return list(range(first))
    return [at for at, step in steps if _last(step.phases) < _first(phases)]


def _first(phases: Collection[str]) -> int:
    return min(map(PHASES.index, phases))


def _last(phases: Collection[str]) -> int:
    """Where in a round the last of these phases comes; a journal may name one that nobody knows."""
    return max((PHASES.index(phase) for phase in phases if phase in PHASES), default=len(PHASES))
