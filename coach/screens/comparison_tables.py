"""Two graded rounds in tables: points and minutes by step, points by phase, grades and points by dimension."""

from coach.content.terms import PHASES
from coach.interview.clock import clock
from coach.interview.result import StepResult, result
from coach.interview.session import Session
from coach.interview.shares import Common, Share, by_dimension, by_phase, by_step
from coach.screens.ui import Table


def steps_table(then: Session, now: Session, shared: tuple[Common, Common] | None) -> Table:
    """Points and minutes by step; a step that one of the rounds did not have stands with a dash."""
    before, after = _by_step(then), _by_step(now)
    first, second = shared or (None, None)
    points = _step_points(then, first), _step_points(now, second)
    longer, other = (after, before) if len(after) >= len(before) else (before, after)
    rows = [
        (
            (after.get(name) or before[name]).title,
            _beside(*(_share(steps.get(name)) for steps in points)),
            _minutes(then, now, before.get(name), after.get(name)),
        )
        for name in {**longer, **other}
    ]
    return Table(("step", "points then → now", "minutes then → now"), rows)


def _by_step(session: Session) -> dict[str, StepResult]:
    return {step.id: found for step, found in zip(session.plan.steps, result(session).steps, strict=True)}


def _step_points(session: Session, of: Common | None) -> dict[str, Share]:
    return {step.id: share for step, share in zip(session.plan.steps, by_step(session, of), strict=True)}


def _share(share: Share | None) -> str:
    return f"{share.made}/{share.counted}" if share and share.counted else "-"


def _beside(then: str, now: str) -> str:
    return "-" if then == now == "-" else f"{then} → {now}"


def _minutes(then: Session, now: Session, before: StepResult | None, after: StepResult | None) -> str:
    """`03:10 → 04:40 of 05:00`; with a plan for each where they were planned differently."""
    timed = not then.plan.untimed and not now.plan.untimed
    if timed and before and after and before.planned == after.planned:
        return f"{clock(before.used)} → {now.plan.spent(after.used, after.planned)}"
    told = [s.plan.spent(step.used, step.planned) if step else "-" for s, step in ((then, before), (now, after))]
    return " → ".join(told)


def phases_table(then: Session, now: Session, shared: tuple[Common, Common] | None) -> Table:
    """Points by phase; a phase that one of the rounds did not drill stands with a dash."""
    first, second = shared or (None, None)
    before, after = by_phase(then, first), by_phase(now, second)
    rows = [
        (phase.replace("-", " "), _beside(_share(before.get(phase)), _share(after.get(phase))))
        for phase in PHASES
        if phase in before or phase in after
    ]
    return Table(("phase", "points then → now"), rows)


def dimensions_table(then: Session, now: Session, shared: tuple[Common, Common] | None) -> Table:
    """Grades and points by dimension; two first looks have no grades, only points."""
    first, second = shared or (None, None)
    before, after = by_dimension(then, first), by_dimension(now, second)
    grades = own_grades(then), own_grades(now)
    rows = []
    for name in {**after, **before}:
        given = _beside(*(str(own.get(name) or "-") for own in grades))
        points = _beside(_share(before.get(name)), _share(after.get(name)))
        if (given, points) != ("-", "-"):
            rows.append((short_of(then, now, name), given, points))
    if not any(given != "-" for _, given, _ in rows):
        return Table(("dimension", "points then → now"), [(short, points) for short, _, points in rows])
    return Table(("dimension", "grade then → now", "points then → now"), rows)


def short_of(then: Session, now: Session, name: str) -> str:
    """How a dimension is called in two rounds."""
    known = {**(then.graded or {})["dimensions"], **(now.graded or {})["dimensions"]}
    return known[name]["short"] if name in known else name


def own_grades(session: Session) -> dict[str, int | None]:
    """The person's own grades by dimension."""
    return {name: d["grade"] for name, d in (session.graded or {})["dimensions"].items()}
