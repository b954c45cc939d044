"""Grading the dimensions: for each one question about the bar, its anchors a key away."""

from coach.content.rubric import Dimension
from coach.content.terms import BAR
from coach.interview.clock import clock
from coach.interview.entries import Grade
from coach.interview.grading import confirmed_share, dimensions_asked, needs_reason
from coach.screens.marking import Later, Marking
from coach.screens.ui import Gap, Keys, Pairs, Rule, Text


def grade_dimensions(marking: Marking) -> None:
    """Walks the dimensions, from the first that was not graded; `u` goes back. Raises Later."""
    names = dimensions_asked(marking.rubric, marking.points, marking.session.plan)
    at = next((i for i, name in enumerate(names) if name not in marking.session.grades), len(names))
    while at < len(names):
        dimension = marking.rubric.dimension(names[at])
        forward = dimension is None or _grade_dimension(marking, dimension, at, len(names))
        at += 1 if forward else -1


def _grade_dimension(marking: Marking, dimension: Dimension, at: int, count: int) -> bool:
    """Grades one dimension; False to go back to the one before."""
    ui, session, name = marking.ui, marking.session, dimension.id
    apart = "" if dimension.scored else ", shown apart"
    ui.show(Gap(), Rule(f"Grade · {dimension.name}{apart}", f"{at + 1} of {count}"))
    ui.show(Text(dimension.bar), Text(_own_evidence(marking, dimension), "dim", hang=2))
    before = session.grades.get(name) or session.former_grades.get(name)
    while True:
        answer = ui.key(Keys("Is that what happened?", _keys(before, back=at > 0), fleeting=True))
        match answer.key:
            case "l":
                raise Later
            case "u":
                return False
            case "?":
                ui.show(Pairs([(str(n), text) for n, text in enumerate(dimension.anchors, start=1)]))
                continue
            case "-":
                grade, reason = None, ""
            case "" if before:
                grade, reason = before.grade, before.reason
            case _:
                grade, reason = {"y": BAR, "n": BAR - 1}.get(answer.key) or int(answer.key), ""
        if grade is not None and not reason and needs_reason(session, marking.points, name, grade):
            confirmed, counted = confirmed_share(session, marking.points, name)
            reason = ui.line(f"{grade} with {confirmed} of {counted} points confirmed: what speaks for it? ›")
            if not reason:
                ui.show(Text("Without a reason it stays below 3.", "warn"))
                continue
        marking.record("dimension", {"dimension": name, "grade": grade, "reason": reason})
        shown = "not shown" if grade is None else f"{grade}  {dimension.anchors[grade - 1]}"
        ui.show(Text(shown, "dim", 3, 3))
        return True


def _keys(before: Grade | None, *, back: bool) -> dict[str, str]:
    keys = {
        "y": "met: 3", "n": "not met: 2", "4": "above it", "1": "far from it", "3": "", "2": "",
        "-": "not shown", "?": "all four anchors",
    }  # fmt: skip
    if before:
        keys = {"": f"as before: {before.grade or 'not shown'}", **keys}
    return {**keys, **({"u": "back"} if back else {}), "l": "later"}


def _own_evidence(marking: Marking, dimension: Dimension) -> str:
    """What the person confirmed for a dimension, with the times of its notes; for one shown apart the minutes."""
    session, setup = marking.session, marking.session.plan
    if not dimension.scored:
        used = (f"{step.title} {setup.spent(session.used_in(i), step.seconds)}" for i, step in enumerate(setup.steps))
        return f"You: {' · '.join(used)}"
    confirmed, counted = confirmed_share(session, marking.points, dimension.id)
    if not counted:
        return "No point of this round speaks for it."
    times = sorted(
        session.notes[number].at_s
        for entry in marking.points
        if entry.point.dimension == dimension.id and not entry.extra and entry.point.id in session.marks
        for number in session.marks[entry.point.id].notes
        if number in session.notes
    )
    shown = f", {' '.join(dict.fromkeys(map(clock, times)))}" if times else ""
    return f"You: {confirmed} of {counted} points{shown}"
