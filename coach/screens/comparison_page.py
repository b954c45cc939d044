"""Two graded rounds side by side: what changed in one look, then point by point."""

from collections.abc import Sequence

from coach.interview.briefing import brief_of
from coach.interview.changes import phase_of
from coach.interview.clock import day
from coach.interview.comparison import (
    COMMON,
    GAINED,
    GROUPS,
    LOST,
    MADE_TWICE,
    MISSED_TWICE,
    Pair,
    missed_in_both,
    next_missed,
)
from coach.interview.parting import parting
from coach.interview.progress import Attempt
from coach.interview.result import result
from coach.interview.score import scores
from coach.interview.session import Session
from coach.interview.shares import Common
from coach.interview.unlike import Unlike
from coach.interview.wording import rows_beside
from coach.language.printable import one_line
from coach.screens.comparison_points import NOW, THEN, line_to_say, point_groups
from coach.screens.comparison_tables import dimensions_table, own_grades, phases_table, short_of, steps_table
from coach.screens.training import training
from coach.screens.ui import Block, Gap, Pairs, Rule, Text

_WHY = {MISSED_TWICE: "the heaviest point missed both times", LOST: "a point made then and missed now"}


def comparison_page(
    then: Session, now: Session, found: Sequence[Pair] | None, shared: tuple[Common, Common] | None,
    unlike: Sequence[Unlike], names: tuple[str, str], practice: str,
) -> list[Block]:  # fmt: skip
    """The whole page. `found` are the points and `shared` those that both rounds asked for, None for two questions;
    `names` are short names of the rounds, `practice` is what the later question is practised by, empty where it is
    gone."""
    scenarios = dict.fromkeys((then.plan.scenario, now.plan.scenario))
    page: list[Block] = [Rule(f"Diff · {' · '.join(scenarios)}")]
    page.append(Pairs([(THEN, _told(then, names[0])), (NOW, _told(now, names[1]))]))
    if found is None:
        page.append(Text("They are two questions, so no points stand side by side."))
    if unlike:
        differences = " · ".join(one.told for one in unlike)
        page.append(Text(f"Done differently, so compare with care: {differences}.", "warn"))
    page += [Gap(), Pairs([("Points", _points(then, now, found)), *_grades(then, now), *_apart(then, now, found)])]
    page += [Gap(), steps_table(then, now, shared)]
    if not {step.id for step in then.plan.steps} & {step.id for step in now.plan.steps}:
        page += [Gap(), phases_table(then, now, shared)]
    page += [Gap(), dimensions_table(then, now, shared)]
    page += [Gap(), Pairs([*rows_beside(now, result(now), then, THEN), *_help(then, now)])]
    return [*page, *point_groups(found or ()), Gap(), *_next(then, now, found, practice, names[1])]


def _to(then: str, now: str) -> str:
    return then if then == now else f"{then} → {now}"


def _told(session: Session, name: str) -> str:
    setup = session.plan
    level = [setup.level] if setup.grades else []
    return " · ".join(
        [day(session.started_at, None), *level, setup.format, setup.spent(session.clock(), setup.seconds), name]
    )


def _points(then: Session, now: Session, found: Sequence[Pair] | None) -> str:
    """How many were made of those that both rounds asked for, and what changed; of two questions how many of each."""
    if found is None:
        before, after = result(then), result(now)
        return f"{after.confirmed} of {after.counted} made now, {before.confirmed} of {before.counted} then."
    size = {group: sum(pair.group == group for pair in found if pair.of_the_level) for group in GROUPS}
    both = sum(size[group] for group in COMMON)
    told = ["No point was asked for in both"]
    if both:
        made = f"{size[GAINED] + size[MADE_TWICE]} made now, {size[LOST] + size[MADE_TWICE]} then"
        told = [
            f"{made}, of {both} asked for in both: {size[GAINED]} gained, {size[LOST]} lost, "
            f"{size[MISSED_TWICE]} missed both times"
        ]
    above = [pair.group for pair in found if not pair.of_the_level]
    for group, what in ((LOST, "not claimed now"), (GAINED, "claimed now only")):
        if number := above.count(group):
            told.append(f"{number} above the level {what}")
    return f"{'; '.join(told)}."


def _grades(then: Session, now: Session) -> list[tuple[str, str]]:
    """Own grades that went up and down, and the score at the level of the later round."""
    before, after = own_grades(then), own_grades(now)
    both = [name for name in after if before.get(name) is not None and after[name] is not None]
    named = {name: d["short"] for name, d in (now.graded or {})["dimensions"].items()}
    rows = []
    for label, sign in (("Up", 1), ("Down", -1)):
        moved = [name for name in both if ((after[name] or 0) - (before[name] or 0)) * sign > 0]
        if moved:
            rows.append((label, " · ".join(f"{named[name]} {before[name]} → {after[name]}" for name in moved)))
    if both and not rows:
        rows.append(("Grades", "all as before"))
    level, bars = now.plan.level, (now.graded or {})["bars"]
    first, second = (scores(session) or {} for session in (then, now))
    if level in first and level in second:
        rows.append(("Score", f"{level} {_to(f'{first[level]:.1f}', f'{second[level]:.1f}')} (bar {bars[level]:.1f})"))
    return rows


def _apart(then: Session, now: Session, found: Sequence[Pair] | None) -> list[tuple[str, str]]:
    """Where own grades and points went apart, on one question by the points that both asked for."""
    first, second = brief_of(then, then), brief_of(now, now)
    pair = Attempt(first, second if found else None), Attempt(second, first if found else None)
    return [("Note", told)] if (told := parting(*pair)) else []


def _help(then: Session, now: Session) -> list[tuple[str, str]]:
    given = [(when, [hint.text for hint in s.hints]) for when, s in ((THEN, then), (NOW, now))]
    told = [f"{when}: {'; '.join(map(one_line, hints))}" for when, hints in given if hints]
    return [("Help", " · ".join(told))] if told else []


def _next(then: Session, now: Session, found: Sequence[Pair] | None, practice: str, name: str) -> list[Block]:
    """One thing to do next: the point to work on, its line to say, and a command that begins with what the later round,
    of a short name, left."""
    told: tuple[str, str, str, str] | None = None
    if found is None:
        if point := missed_in_both(then, now):
            of = short_of(then, now, point["dimension"])
            told = f"the heaviest point missed now, of {of}", point["point"], point["say"], phase_of(now, point)
    elif pair := next_missed(found):
        told = _WHY.get(pair.group, "the heaviest point missed now"), pair.point, pair.say, pair.phase
    if told is None:
        return [
            Text("Next: nothing of the level was missed now. Another question shows whether the skill stays."),
            Text("coach practice", "accent", 3),
        ]
    why, point_, say, phase = told
    redone = bool(now.plan.base)
    lead = "Next, the step on another question" if redone and phase and practice else "Next"
    command = training(practice, phase, name, redone=redone)
    return [Text(f"{lead}: {why}: {one_line(point_)}."), *line_to_say(say), Text(command, "accent", 3)]
