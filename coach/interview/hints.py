"""Which hint comes next."""

from coach.content.scenario import Point, Scenario
from coach.content.terms import LEVELS
from coach.interview.evidence import STRONG, Evidence
from coach.interview.plan import step_of
from coach.interview.session import Session


def next_hint(scenario: Scenario, session: Session, evidence: Evidence) -> Point | None:
    """The first point of the present step and level that no note shows and no hint was given for; None when there is
    no such point with a hint. Those that belong to this step come first, those of a later one last, and mid before
    senior."""
    setup = session.plan
    found = evidence.findings(session)
    given = {hint.point for hint in session.hints}
    for point in sorted(scenario.points, key=lambda p: (_turn(p, session), LEVELS.index(p.level))):
        here = set(point.phase) & set(setup.steps[session.step].phases) and point.id not in setup.earlier.elsewhere
        in_level = LEVELS.index(point.level) <= LEVELS.index(setup.level)
        fits = here and in_level and point.hint and point.id not in given
        if fits and found[point.id].state != STRONG:
            return point
    return None


def _turn(point: Point, session: Session) -> int:
    """0 for a point of this step, 1 for one of a step before, 2 for one of a step to come."""
    at = step_of(point, session.plan.steps) or 0
    return 0 if at == session.step else 1 if at < session.step else 2
