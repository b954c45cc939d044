"""Which hint comes next."""

from coach.content.scenario import Point, Scenario
from coach.content.terms import LEVELS
from coach.interview.evidence import STRONG, Evidence
from coach.interview.session import Session


def next_hint(scenario: Scenario, session: Session, evidence: Evidence) -> Point | None:
    """The first point of the present step and level, mid before senior, that no note shows and no hint was given for;
    None when there is no such point with a hint."""
    setup = session.plan
    found = evidence.findings(session)
    given = {hint.point for hint in session.hints}
    for point in sorted(scenario.points, key=lambda p: LEVELS.index(p.level)):
        here = set(point.phase) & set(setup.steps[session.step].phases)
        in_level = LEVELS.index(point.level) <= LEVELS.index(setup.level)
        fits = here and in_level and point.hint and point.id not in given
        if fits and found[point.id].state != STRONG:
            return point
    return None
