"""A session as data that other tools may rely on."""

from typing import Any

from coach.interview.drawing import diagram
from coach.interview.figures import figures_of
from coach.interview.remarks import Said
from coach.interview.session import Session
from coach.interview.setup import Setup


def session_data(session: Session) -> dict[str, Any]:
    """The session as plain values. Seconds are on the drill's own clock, pauses left out."""
    setup, drawn = session.plan, diagram(session)
    return {
        "session": session.id,
        "scenario": setup.scenario,
        "format": setup.format,
        "level": setup.level,
        "grades": setup.grades,
        "status": session.status,
        "interviewer": setup.interviewer,
        "seed": setup.seed,
        "curveballs": [{"id": name, "at_s": at} for name, at in setup.curveballs],
        "base": _base(setup),
        "steps": [
            {
                "step": step.id,
                "phases": list(step.phases),
                "planned_s": None if setup.untimed else step.seconds,
                "used_s": round(session.used_in(index), 1),
                "notes": [
                    {
                        "id": note.id,
                        "at_s": round(note.at_s, 1),
                        "by": "you",
                        "text": note.text,
                        "said": note.said,
                    }
                    for note in session.live_notes
                    if note.step == index
                ],
                "interviewer": [_said(said) for said in session.said if said.step == index],
                "ticked": session.ticked(index),
                "hints": [hint.text for hint in session.hints if hint.step == index],
            }
            for index, step in enumerate(setup.steps)
        ],
        "diagram": drawn.mermaid() if drawn.labels else None,
        "grade": _grade(session),
    }


def _base(setup: Setup) -> dict[str, Any] | None:
    """The round of which this one redoes a step, with what was taken over; `told` is null where all facts were."""
    if not setup.base:
        return None
    told, notes = setup.earlier.told, setup.earlier.notes
    return {
        "session": setup.base,
        "told": None if told is None else list(told),
        "notes": [{"step": note.step, "at_s": note.at_s, "text": note.text} for note in notes],
    }


def _said(said: Said) -> dict[str, Any]:
    """Something the interviewer said: what it was, the note it answers or follows, and whether it was asked for."""
    return {
        "what": said.what,
        "at_s": round(said.at_s, 1),
        "text": said.text,
        "id": said.id or None,
        "topic": said.topic or None,
        "note": said.note or None,
        "shown": list(said.shown),
        **{name: getattr(said, name) for name in ("helped", "handed", "further", "taken_back")},
    }


def _grade(session: Session) -> dict[str, Any] | None:
    if not session.marks and not session.grades:
        return None
    return {
        "points": [
            {
                "id": point,
                "mark": mark.mark,
                "notes": list(mark.notes),
                "line": mark.line or None,
                "reason": mark.reason or None,
            }
            for point, mark in session.marks.items()
        ],
        "dimensions": {name: grade.grade for name, grade in session.grades.items()},
        "reasons": {name: grade.reason for name, grade in session.grades.items() if grade.reason},
        "reflection": session.reflection or None,
        "figures": figures_of(session.graded) or None,
        "again": [
            {"id": said.id, "text": said.text, "state": said.state, "seconds": said.seconds} for said in session.again
        ],
    }
