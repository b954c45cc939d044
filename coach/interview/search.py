"""Finds words that a person left in a round or told of an interview."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from coach.interview.debrief import Debrief
from coach.interview.session import Session


class Hit(NamedTuple):
    """A text of the person that holds the words: when on the round's clock, None for one written after it, in which
    step, part or answer it was written, and the text."""

    at_s: float | None
    where: str
    text: str


def hits(session: Session, words: str) -> list[Hit]:
    """Everything of the person's own that holds some words as they stand, whatever their case: notes in the order of
    the clock, then what was written in grading and what was said again."""
    return _holding(_written(session), words)


def told_hits(told: Debrief, words: str) -> list[Hit]:
    """The lines of a debrief that hold some words, question by question."""
    answers = {
        "Asked": told.asked, "Probed": told.probed, "Stuck": told.stuck, "Surprised": told.surprised,
        "Say next": told.say_next,
    }  # fmt: skip
    return _holding((Hit(None, where, line) for where, lines in answers.items() for line in lines), words)


def _holding(found: Iterable[Hit], words: str) -> list[Hit]:
    wanted = words.lower()
    return [hit for hit in found if wanted in hit.text.lower()]


def _written(session: Session) -> Iterator[Hit]:
    steps = session.plan.steps
    yield from (Hit(note.at_s, steps[note.step].title, note.text) for note in session.live_notes)
    for mark in session.marks.values():
        yield from (Hit(None, "Grading", text) for text in (mark.line, mark.reason) if text)
    yield from (Hit(None, "Grading", grade.reason) for grade in session.grades.values() if grade.reason)
    if session.reflection:
        yield Hit(None, "Last line", session.reflection)
    yield from (Hit(None, "Said again", again.text) for again in session.again)
