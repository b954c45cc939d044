"""When the interviewer may speak up unasked."""

from coach.interview.entries import OPENING, UNASKED
from coach.interview.manner import manner
from coach.interview.session import Session

APART = 90.0
"""Seconds between two things brought up, unless the floor was handed over."""


def may_speak_up(session: Session, now: float) -> bool:
    """Whether a remark that nobody asked for is in turn, at a second of the drill's clock."""
    brought_up = [said.at_s for said in session.said if said.what in (*UNASKED, OPENING)]
    room = len(session.unasked) < manner(session.plan.interviewer).unasked
    return room and (not brought_up or now - brought_up[-1] >= APART)
