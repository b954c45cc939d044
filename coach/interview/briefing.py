"""Makes the brief of a round from its session."""

from collections.abc import Iterator, Mapping
from typing import Any

from coach.interview.brief import ASKED, BACK, MET, NEVER, Brief, Missed, Own, Pin, Spent
from coach.interview.changes import MISSED_AGAIN, missed_points, nearest_or_offered, phase_of
from coach.interview.figures import figures_of
from coach.interview.grading import CONFIRMED
from coach.interview.score import scores
from coach.interview.session import Session
from coach.language.stamps import stamp

_HEAVIEST, _FIRST_LOOK = 10.0, 1.0
"""What the heaviest missed point weighs as a card, after a round and after a first look: there was hardly time to make
it, so it comes when nothing else is waiting."""
_STEP = 0.1
_AGAIN = 5.0


def brief_of(session: Session, graded: Session) -> Brief:
    """The brief of a session that was started; `graded` is the session as its last grading left it, if there was one.

    The two differ while a round is being graded anew: until then the old grading holds.
    """
    setup = session.plan
    brief = Brief(
        session=session.id,
        scenario=setup.scenario,
        title=setup.title,
        format=setup.format,
        level=setup.level,
        phases=setup.phases,
        status=session.status,
        started=stamp(session.started_at) if session.started_at else "",
        ended=stamp(session.ended_at) if session.ended_at else "",
        planned=None if setup.untimed else setup.seconds,
        used=session.clock(),
        step=setup.steps[session.step].title,
        notes=len(session.live_notes),
        noted=len({note.step for note in session.live_notes}),
        spent_rows=[
            Spent(step.title, step.phases, round(session.used_in(at), 1), None if setup.untimed else step.seconds)
            for at, step in enumerate(setup.steps)
        ],
        mock=setup.mock,
        grades=setup.grades,
        base=setup.base,
        hints=len(session.hints),
        shown=sum(said.helped for said in session.told),
        interviewer=setup.interviewer,
        strict=setup.strict,
        handed=bool(setup.earlier.notes),
    )
    return _with_grading(brief, graded) if graded.graded else brief


def _with_grading(brief: Brief, session: Session) -> Brief:
    graded: Mapping[str, Any] = session.graded or {}
    weights: Mapping[str, float] = graded["weights"].get(session.plan.level, {})
    figures = figures_of(graded)
    heaviest = _HEAVIEST if session.plan.grades else _FIRST_LOOK
    at = session.last_at or session.ended_at
    confirmed = [point for point in graded["points"] if point["mark"] in CONFIRMED]
    counted = [point for point in confirmed if not point["extra"]]
    made, made_phases, made_skills = dict[str, list[str]](), dict[str, list[str]](), dict[str, list[str]]()
    for point in counted:
        made.setdefault(point["dimension"], []).append(point["id"])
        made_phases.setdefault(phase_of(session, point), []).append(point["id"])
        for skill in point.get("skills", ()):
            made_skills.setdefault(skill, []).append(point["id"])
    return brief._replace(
        graded=stamp(at) if at else "",
        missed_rows=[
            Missed(
                point["id"],
                point["dimension"],
                phase_of(session, point),
                point["point"],
                note.text if (note := nearest_or_offered(session, point)) else "",
                round(heaviest - _STEP * rank + (_AGAIN if point.get(MISSED_AGAIN) else 0.0), 1),
                point.get("skills", ()),
            )
            for rank, point in enumerate(missed_points(session))
        ],
        made=made,
        extras=[point["id"] for point in confirmed if point["extra"]],
        made_phases=made_phases,
        made_skills=made_skills,
        said={again.id: again.text for again in session.again},
        own_rows={
            name: Own(d["short"], d["scored"], d["grade"], weights.get(name, 0.0))
            for name, d in graded["dimensions"].items()
        },
        pin_rows=list(_pins(figures.get("linchpins") or {})),
        scores=scores(session) or {},
    )


def _pins(found: Mapping[str, Any]) -> Iterator[Pin]:
    """The linchpins of a round; an older coach wrote no headings."""
    headings: Mapping[str, list[str]] = found.get("headings", {})
    for name, how in (("asked", ASKED), ("met", MET)):
        yield from (Pin(fact, "", headings.get(fact, []), how) for fact in found.get(name, ()))
    for name, how in (("back", BACK), ("never", NEVER)):
        yield from (Pin(fact["id"], fact["topic"], headings.get(fact["id"], []), how) for fact in found.get(name, ()))
