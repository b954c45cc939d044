"""The sheet of one round: what this person was told, assumed and scoped so far."""

from dataclasses import dataclass

from coach.content.scenario import Scenario
from coach.interview.entries import REPLIES, Note
from coach.interview.facts import in_short
from coach.interview.session import Session
from coach.language import stances


@dataclass(frozen=True, slots=True)
class Assumed:
    """Something a note assumes, in the person's own words; the note is 0 for one of the round that this one redoes."""

    note: int
    text: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """What was told (in short), assumed, taken in and left out, in the order it came."""

    told: tuple[str, ...]
    assumed: tuple[Assumed, ...]
    inside: tuple[str, ...]
    outside: tuple[str, ...]


def sheet(session: Session, scenario: Scenario) -> Sheet:
    """The sheet as the notes and the interviewer's answers make it."""
    names = (*(session.plan.earlier.told or ()), *(said.id for said in session.told))
    told = [in_short(fact) for name in names if (fact := scenario.fact(name))]
    inside: list[str] = []
    outside: list[str] = []
    assumed: list[Assumed] = []
    for note in (*stated_before(session), *statements(session)):
        assumed += [Assumed(note.id, text) for text in stances.assumptions(note.text)]
        within, without = stances.scope(note.text)
        inside += within
        outside += without
    return Sheet(
        tuple(dict.fromkeys(told)),
        tuple(assumed),
        tuple(dict.fromkeys(inside)),
        tuple(dict.fromkeys(outside)),
    )


def statements(session: Session) -> list[Note]:
    """The notes that state something: those the interviewer took as questions are left out."""
    asked = {said.note for said in session.said if said.what in REPLIES}
    return [note for note in session.live_notes if note.id not in asked and not note.text.rstrip().endswith("?")]


def stated_before(session: Session) -> list[Note]:
    """The statements among the notes that were taken over, as notes of no step and before the clock: whoever listens
    knows them, but nothing in this round is shown by them."""
    if (at := session.started_at) is None:
        return []
    stated = (n for n in session.plan.earlier.notes if not n.asked and not n.text.rstrip().endswith("?"))
    return [Note(0, -1, note.text, -1.0, -1.0, at) for note in stated]
