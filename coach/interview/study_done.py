"""Today's part of a plan against what was done of it since the morning."""

from collections.abc import Container, Sequence
from datetime import date

from coach.content.terms import PHASES
from coach.interview.brief import Brief
from coach.interview.study_ground import Ground, with_grading
from coach.interview.study_items import A_STEP, CARDS, DRILLS, GRADE, KNOWN, MOCK, QUIZ, RESUME, ROUND, STEP, Item

_LEAST = 5
"""Minutes to go on with a round at least: who is over time has something to finish still."""


def grade_item(ground: Ground, known: Brief) -> Item:
    """To grade a round."""
    minutes = with_grading(known.used / 60) - round(known.used / 60) if known.grades else 1
    command = f"coach grade {ground.name(known.session)}"
    return Item(GRADE, minutes, command, "what was missed comes back as cards", known.scenario, "", known.session)


def resume_item(ground: Ground, known: Brief) -> Item:
    """To go on with a round."""
    left = round(_planned(ground, known) - known.used / 60)
    minutes = with_grading(max(left, _LEAST)) if known.grades else max(left, 1)
    command = f"coach resume {ground.name(known.session)}"
    why = "clock and notes are as you left them"
    phase = _phase(ground, known)
    return Item(RESUME, minutes, command, why, known.scenario, phase, known.session, title=known.step)


def _planned(ground: Ground, known: Brief) -> float:
    """The minutes of a round, without a clock the usual ones."""
    if known.planned is not None:
        return known.planned / 60
    return A_STEP if _phase(ground, known) else ground.minutes(known.format) or ground.minutes("") or 0


def _phase(ground: Ground, known: Brief) -> str:
    """The phase of a step; empty for a round that goes through all, however short."""
    part = known.base or not set(PHASES).issubset(known.phases)
    return next(iter(known.phases), "") if part and ground.is_step(known) else ""


def cards_item(ground: Ground, day: date) -> Item:
    """The cards of a day; where there are more than it has a place for, as many as fit."""
    minutes, part = ground.cards_part(day)
    command = f"{QUIZ} --minutes {minutes}" if part else QUIZ
    return Item(CARDS, minutes, command, ground.cards_told.get(day) or "as they come due")


def as_drill(item: Item, *, mock: bool) -> Item:
    """What a round to go on with is once it is ended, so that the days after it know what there was."""
    if item.kind != RESUME:
        return item
    return item._replace(kind=STEP if item.phase else MOCK if mock else ROUND)


def marked(ground: Ground, items: Sequence[Item]) -> list[Item]:
    """The items of today with what is done of them; first what was begun today and waits.

    A round on another question fills the place of a round as well, a whole one that of a step too, whenever it was
    begun. A round of today that is paused stands in such a place too.
    """
    now = {known.session: known for known in ground.rounds}
    planned = {item.session for item in items if item.kind in (GRADE, RESUME)}
    today = [k for k in ground.rounds if k.session not in planned and _ended_today(ground, k)]
    ended = [k for k in ground.rounds if k.ungraded and k.session not in planned and _ended_today(ground, k)]
    ended += [now[item.session] for item in items if item.kind == RESUME and _ungraded(now.get(item.session))]
    filled = _filled(ground, items, [known for known in today if ground.is_whole(known) or ground.is_step_done(known)])
    paused = [known for known in today if known.open]
    begun = _filled(ground, items, [known for known in paused if known.grades], filled)
    paused = [known for known in paused if known not in begun.values()]
    shown: list[Item] = []
    for at, item in enumerate(items):
        if item.kind == GRADE and item.session in now:
            shown.append(item._replace(done=not now[item.session].ungraded))
        elif item.kind == RESUME and item.session in now:
            shown.append(item._replace(done=now[item.session].done))
        elif item.kind == CARDS:
            shown.append(item._replace(done=True) if ground.cards_done else cards_item(ground, ground.today))
        elif item.kind == KNOWN:
            shown.append(item._replace(done=not ground.known_left))
        elif item.kind in DRILLS:
            if at in filled:
                shown.append(_with(item, filled[at], ground))
            else:
                shown.append(resume_item(ground, begun[at]) if at in begun else item)
        elif item.kind not in (GRADE, RESUME):
            shown.append(item)
    return [*(grade_item(ground, k) for k in ended), *(resume_item(ground, k) for k in paused[:1]), *shown]


def _ungraded(known: Brief | None) -> bool:
    return known is not None and known.ungraded


def _ended_today(ground: Ground, known: Brief) -> bool:
    return ground.day(known.ended or known.started) >= ground.today


def _with(item: Item, known: Brief, ground: Ground) -> Item:
    """The item as what was really done."""
    question = next((q.id for q in ground.questions if known.scenario in q.names), known.scenario)
    phase = _phase(ground, known)
    kind = STEP if phase else MOCK if known.mock else ROUND
    return item._replace(
        kind=kind, command="", why="", scenario=question, phase=phase, session=known.session, done=True,
        title=known.step,
    )  # fmt: skip


def _filled(
    ground: Ground, items: Sequence[Item], done: Sequence[Brief], taken: Container[int] = ()
) -> dict[int, Brief]:
    """The rounds by the places of the items that are not taken, those on the question that was planned first."""
    left, filled = list(done), dict[int, Brief]()
    drills = [(at, item) for at, item in enumerate(items) if item.kind in DRILLS and at not in taken]
    for exact in (True, False):
        for at, item in drills:
            fits = (
                known
                for known in left
                if (known.scenario == item.scenario or not exact) and (item.kind == STEP or not ground.is_step(known))
            )
            if at not in filled and (found := next(fits, None)):
                left.remove(found)
                filled[at] = found
    return filled
