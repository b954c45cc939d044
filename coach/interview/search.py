"""Finds words that a person left in a round."""

from collections.abc import Iterator
from typing import NamedTuple

from coach.interview.session import Session


class Hit(NamedTuple):
    """A text of the person that holds the words: when on the round's clock, None for one written after it, in which
    step or part it was written, and the text."""

    at_s: float | None
    where: str
    text: str


def hits(session: Session, words: str) -> list[Hit]:
    """Everything of the person's own that holds some words as they stand, whatever their case: notes in the order of
    the clock, then what was written in grading and what was said again."""
    wanted = words.lower()
    return [hit for hit in _written(session) if wanted in hit.text.lower()]


def _written(session: Session) -> Iterator[Hit]:
    steps = session.plan.steps
    yield from (Hit(note.at_s, steps[note.step].title, note.text) for note in session.live_notes)
    for mark in session.marks.values():
        yield from (Hit(None, "Grading", text) for text in (mark.line, mark.reason) if text)
    yield from (Hit(None, "Grading", grade.reason) for grade in session.grades.values() if grade.reason)
    if session.reflection:
        yield Hit(None, "Last line", session.reflection)
    yield from (Hit(None, "Said again", again.text) for again in session.again)
