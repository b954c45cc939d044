"""Today's part of a plan against what was done of it since the morning."""

from collections.abc import Container, Sequence
from datetime import date

from coach.interview.brief import Brief
from coach.interview.study_facts import Facts, is_step, is_whole, with_grading
from coach.interview.study_items import CARDS, DRILLS, GRADE, KNOWN, MOCK, QUIZ, RESUME, ROUND, STEP, Item

_LEAST = 5
"""Minutes to go on with a round at least: who is over time has something to finish still."""


def grade_item(facts: Facts, known: Brief) -> Item:
    """To grade a round."""
    minutes = with_grading(known.used / 60) - round(known.used / 60) if known.grades else 1
    command = f"coach grade {facts.name(known.session)}"
    return Item(GRADE, minutes, command, "what was missed comes back as cards", known.scenario, "", known.session)


def resume_item(facts: Facts, known: Brief) -> Item:
    """To go on with a round."""
    left = round(((known.planned or 0) - known.used) / 60)
    minutes = with_grading(max(left, _LEAST)) if known.grades else max(left, 1)
    command = f"coach resume {facts.name(known.session)}"
    why = "clock and notes are as you left them"
    phase = known.phases[0] if is_step(known) else ""
    return Item(RESUME, minutes, command, why, known.scenario, phase, known.session, title=known.step)


def cards_item(facts: Facts, day: date) -> Item:
    """The cards of a day; where there are more than it has a place for, as many as fit."""
    minutes, part = facts.cards_part(day)
    command = f"{QUIZ} --minutes {minutes}" if part else QUIZ
    return Item(CARDS, minutes, command, facts.cards_told.get(day) or "as they come due")


def marked(facts: Facts, items: Sequence[Item]) -> list[Item]:
    """The items of today with what is done of them; first what was begun today and waits.

    A round on another question fills the place of a round as well, a whole one that of a step too. A round of today
    that is paused stands in such a place too.
    """
    now = {known.session: known for known in facts.rounds}
    today = [known for known in facts.rounds if facts.day(known.started) >= facts.today]
    planned = {item.session for item in items if item.kind in (GRADE, RESUME)}
    ended = [k for k in facts.rounds if k.ungraded and k.session not in planned and _ended_today(facts, k)]
    ended += [now[item.session] for item in items if item.kind == RESUME and _ungraded(now.get(item.session))]
    filled = _filled(items, [known for known in today if is_whole(known) or (known.done and is_step(known))])
    paused = [known for known in today if known.open]
    begun = _filled(items, [known for known in paused if known.grades], filled)
    paused = [known for known in paused if known not in begun.values()]
    shown: list[Item] = []
    for at, item in enumerate(items):
        if item.kind == GRADE and item.session in now:
            shown.append(item._replace(done=not now[item.session].ungraded))
        elif item.kind == RESUME and item.session in now:
            shown.append(item._replace(done=now[item.session].done))
        elif item.kind == CARDS:
            shown.append(item._replace(done=True) if facts.cards_done else cards_item(facts, facts.today))
        elif item.kind == KNOWN:
            shown.append(item._replace(done=not facts.known_left))
        elif item.kind in DRILLS:
            if at in filled:
                shown.append(_with(item, filled[at], facts))
            else:
                shown.append(resume_item(facts, begun[at]) if at in begun else item)
        elif item.kind not in (GRADE, RESUME):
            shown.append(item)
    return [*(grade_item(facts, k) for k in ended), *(resume_item(facts, k) for k in paused[:1]), *shown]


def _ungraded(known: Brief | None) -> bool:
    return known is not None and known.ungraded


def _ended_today(facts: Facts, known: Brief) -> bool:
    return facts.day(known.ended or known.started) >= facts.today


def _with(item: Item, known: Brief, facts: Facts) -> Item:
    """The item as what was really done."""
    question = next((q.id for q in facts.questions if known.scenario in q.names), known.scenario)
    phase = known.phases[0] if is_step(known) else ""
    kind = STEP if phase else MOCK if known.mock else ROUND
    return item._replace(
        kind=kind, command="", why="", scenario=question, phase=phase, session=known.session, done=True,
        title=known.step,
    )  # fmt: skip


def _filled(items: Sequence[Item], done: Sequence[Brief], taken: Container[int] = ()) -> dict[int, Brief]:
    """The rounds by the places of the items that are not taken, those on the question that was planned first."""
    left, filled = list(done), dict[int, Brief]()
    drills = [(at, item) for at, item in enumerate(items) if item.kind in DRILLS and at not in taken]
    for exact in (True, False):
        for at, item in drills:
            fits = (
                known
                for known in left
                if (known.scenario == item.scenario or not exact) and (item.kind == STEP or not is_step(known))
            )
            if at not in filled and (found := next(fits, None)):
                left.remove(found)
                filled[at] = found
    return filled
