"""Which of a person's notes deal with what the interviewer brought up, before it came and after."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from coach.interview.entries import CLOSING, OPENING, UNASKED, Note
from coach.interview.facts import Facts
from coach.interview.grading import CONFIRMED
from coach.interview.remarks import Said
from coach.interview.session import Session
from coach.interview.sheet import statements

_FIRST = 3
"""How many notes after a remark are read as a reply to it, up to the next remark."""
_SOON = 120.0
"""Seconds within which a note may be a reply though nothing shows it."""


class Subject(NamedTuple):
    """What a remark is about: patterns of notes that deal with it, and points that a good answer makes."""

    unless: Sequence[str]
    points: Sequence[str]


def dealt_with(session: Session, subject: Subject, facts: Facts) -> bool:
    """Whether a note deals with a subject, or the person confirmed one of its points."""
    return _is_confirmed(session, subject) or any(facts.says(subject.unless, note.text) for note in statements(session))


def met_by(session: Session, said: Said, subject: Subject, facts: Facts) -> dict[str, Any]:
    """What became of a remark, as a `graded` event keeps it.

    `met_s` are the seconds until the first note on it; without one `reply` is the number of the first note that may be
    (0: none). `before`: it had been dealt with before it came. `further`: what came was the next level of it.
    """
    own = statements(session)
    after = [note for note in own if note.at_s > said.at_s]
    replies = _replies(session, said, after)
    marked = _marked(session, subject)
    on_it = {note.id for note in own if facts.says(subject.unless, note.text)}
    if not said.further and not {note.id for note in after} & (on_it | marked):
        # No note deals with it by itself: then one that does with the remark's words. The next level goes beyond what
        # the patterns know, so there they lend nothing.
        on_it |= {note.id for note in replies if facts.replies(subject.unless, note.text, said.text)}
    found = [note for note in session.live_notes if note.id in on_it | marked]
    met = min((note.at_s - said.at_s for note in found if note.at_s > said.at_s), default=None)
    soon = [note.id for note in replies if note.at_s - said.at_s <= _SOON]
    return {
        "at_s": said.at_s,
        "met_s": met,
        "before": any(note.at_s <= said.at_s for note in found),
        "further": said.further,
        "reply": soon[0] if soon and met is None else 0,
    }


def _replies(session: Session, said: Said, after: Sequence[Note]) -> list[Note]:
    remarks = (other.at_s for other in session.said if other.what in (*UNASKED, OPENING, CLOSING))
    until = min((at_s for at_s in remarks if at_s > said.at_s), default=None)
    return [note for note in after if until is None or note.at_s <= until][:_FIRST]


def _is_confirmed(session: Session, subject: Subject) -> bool:
    return any((mark := session.marks.get(point)) and mark.mark in CONFIRMED for point in subject.points)


def _marked(session: Session, subject: Subject) -> set[int]:
    """The notes that the person confirmed for one of the points."""
    return {
        number
        for point in subject.points
        if (mark := session.marks.get(point)) and mark.mark in CONFIRMED
        for number in mark.notes
    }
