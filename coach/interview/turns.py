"""When the interviewer may speak up unasked."""

from coach.interview.entries import OPENING, UNASKED
from coach.interview.manner import manner
from coach.interview.session import Session

APART = 90.0
"""Seconds between two things brought up, unless the floor was handed over."""
_SHARE = 3
"""In a first look a time that is meant for long steps is at most a third of the step."""


def fair(session: Session, seconds: float) -> float:
    """Seconds that an interviewer waits or leaves, as they hold in the step at hand.

    A first look has short steps and is there to show what happens in a round. Other short steps have been planned to
    the minute, so what there is no time for does not come in them.
    """
    if session.plan.grades:
        return seconds
    return min(seconds, session.plan.steps[session.step].seconds / _SHARE)


def may_speak_up(session: Session, now: float) -> bool:
    """Whether a remark that nobody asked for is in turn, at a second of the drill's clock."""
    said_here = [said for said in session.said if session.plan.grades or said.step == session.step]
    brought_up = [said.at_s for said in said_here if said.what in (*UNASKED, OPENING)]
    room = len(session.unasked) < manner(session.plan.interviewer).unasked
    return room and (not brought_up or now - brought_up[-1] >= fair(session, APART))
