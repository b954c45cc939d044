"""Which hint comes next."""

from coach.content.scenario import Point, Scenario
from coach.content.terms import LEVELS
from coach.interview.evidence import STRONG, Evidence
from coach.interview.plan import step_of
from coach.interview.session import Session


def next_hint(scenario: Scenario, session: Session, evidence: Evidence) -> Point | None:
    """The first point of the present step and level that no note shows and no hint was given for; None when there is
    no such point with a hint. Those that belong to a later step come last, and of the others mid before senior."""
    setup = session.plan
    found = evidence.findings(session)
    given = {hint.point for hint in session.hints}
    for point in sorted(scenario.points, key=lambda p: (_is_later(p, session), LEVELS.index(p.level))):
        here = set(point.phase) & set(setup.steps[session.step].phases)
        in_level = LEVELS.index(point.level) <= LEVELS.index(setup.level)
        fits = here and in_level and point.hint and point.id not in given
        if fits and found[point.id].state != STRONG:
            return point
    return None


def _is_later(point: Point, session: Session) -> bool:
    return (step_of(point, session.plan.steps) or 0) > session.step
