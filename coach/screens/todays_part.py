"""Today's part of the plan as steps, and once it is done what comes tomorrow."""

from collections.abc import Sequence
from datetime import timedelta

from coach.interview.study_items import CARDS, DRILLS, GRADE, MOCK, PAGE, RESUME, ROUND, STEP, Day, Item
from coach.language.printable import named
from coach.screens.quiz_words import counted
from coach.screens.situation import Situation, Step


def todays_part(now: Situation, waiting: list[Step], cards: list[Step]) -> list[Step]:
    """What waits, then what is left of today in the order of the plan, then a round of a later day for who wants more.

    `cards` are those of today, if any.
    """
    today, *ahead = now.plan
    planned = as_planned(cards, now.plan)
    drills = [drill_step(item) for item in today.left if item.kind in DRILLS]
    steps = [*waiting, *(_in_order(today, planned, drills) if planned else drills)]
    beyond = [] if planned else cards
    begun = any(item.kind == RESUME for item in today.left)
    return [*(steps or [_done(today, ahead)]), *beyond, *([] if drills or begun else _more(ahead))]


def as_planned(cards: list[Step], plan: Sequence[Day]) -> list[Step]:
    """The cards of today as far as the plan has a place for them: none once their time was spent."""
    planned = next((item for item in plan[0].left if item.kind == CARDS), None)
    if planned is None:
        return []
    told = f"{counted(planned.minutes, 'minute')} of {planned.why}"
    some = {"row": told, "what": f"Go through cards of today: {told}.", "command": planned.command}
    return [step._replace(**some) if planned.part else step for step in cards]


def _in_order(today: Day, cards: list[Step], drills: list[Step]) -> list[Step]:
    """Cards and drills, as the plan has them."""
    kinds = [item.kind for item in today.left if item.kind == CARDS or item.kind in DRILLS]
    return [*cards, *drills] if kinds[0] == CARDS else [*drills, *cards]


def drill_step(item: Item) -> Step:
    """A round or a step of today."""
    long = counted(item.minutes, "minute")
    if item.kind == STEP:
        if not item.command:
            return Step("step", "a step of the round before", "Redo a step of the round before.",
                        f"The one in which most was missed, {long}. The result names it.")  # fmt: skip
        return Step(
            "step", f"{item.what}, {long}", f"Redo one step: {item.what}.",
            f"{_sentence(item.why)} About {long}.", item.command,
        )  # fmt: skip
    what = f"Practise {item.scenario}, as a mock." if item.kind == MOCK else f"Practise {item.scenario}."
    row = f"{item.scenario}, {long}"
    return Step(item.kind, row, what, f"{_sentence(item.why)} About {long} with grading.", item.command)


def _sentence(why: str) -> str:
    return f"{why[:1].upper()}{why[1:]}."


def _done(today: Day, ahead: list[Day]) -> Step:
    """That nothing is left for today, and what tomorrow brings."""
    said = "Today's part is done." if today.items else "Nothing is planned for today."
    tomorrow = f"Tomorrow: {brings(ahead[0])}." if ahead else ""
    return Step("done", "today's part", said, tomorrow)


def brings(day: Day) -> str:
    """What a day brings, in words, with its minutes."""
    if not day.items:
        return "nothing"
    parts = ["an easy evening"] if any(item.kind == PAGE for item in day.items) else list(map(_item_told, day.items))
    return f"{named(parts)}, about {counted(day.minutes, 'minute')}"


def _item_told(item: Item) -> str:
    """An item of tomorrow; cards as the quiz tells them at its end."""
    if item.kind == CARDS:
        minutes = counted(item.minutes, "minute")
        return f"cards ({minutes} of {item.why})" if item.part else f"cards ({item.why})"
    if item.kind == STEP:
        return f"{item.what} again"
    words = {ROUND: "", MOCK: "a mock on ", GRADE: "to grade ", RESUME: "to go on with "}
    return f"{words[item.kind]}{item.scenario}"


def _more(ahead: list[Day]) -> list[Step]:
    """The next round of the plan, which nobody has to wait for."""
    for day in ahead:
        for item in day.items:
            if item.kind in (ROUND, MOCK):
                when = "tomorrow" if day is ahead[0] else f"on {day.date:%A}"
                if day.date - ahead[0].date > timedelta(days=5):
                    when = f"on {day.date:%-d %B}"
                row = f"{item.scenario}, planned {when}"
                return [Step("more", row, f"Practise {item.scenario}.", f"It is planned {when}.", item.command)]
    return []
