"""`coach plan`: day by day until the interview."""

import json
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from coach.commands import world
from coach.commands.catalogue import catalogue
from coach.commands.interview_day import is_untold, keep_interview
from coach.errors import CoachError, UsageError
from coach.interview.questions import Question
from coach.interview.study_facts import Facts
from coach.interview.study_items import Day, Item
from coach.interview.study_plan import study_plan
from coach.record.settings import HOURS, keep_setting, place_of
from coach.screens.briefs import briefs
from coach.screens.collecting import open_cards
from coach.screens.format_minutes import format_minutes
from coach.screens.plan_page import plan_page
from coach.screens.planning import facts_of
from coach.screens.quiz_words import counted
from coach.terminal.saying import say

_SOON = timedelta(days=14)


def run(folder: str | None, *, interview: str | None, hours: int | None, as_json: bool) -> int:
    """Plans anew from what was done and prints it. Returns the exit code."""
    home, problems = world.home(), list[CoachError]()
    if hours is not None and not HOURS[0] <= hours <= HOURS[1]:
        raise UsageError(
            f"--hours-per-week should be from {HOURS[0]} to {HOURS[1]}, is {hours}.", "An hour most evenings is 5."
        )
    if interview is not None:
        keep_interview(home, interview, "coach plan --date")
    path = home.places.config
    if hours is not None:
        keep_setting(path, "hours_per_week", str(hours))
        say(f"{counted(hours, 'hour')} a week: kept in {path}.", aside=True)
    home = world.home()
    library, rounds = world.library(home.places, folder), briefs(home, problems)
    rows, _ = catalogue(home.places.cache, library)  # `coach list` names the broken ones
    opened = None
    try:
        opened = open_cards(home, library, rounds)
    except CoachError as error:
        problems.append(error)
    today = world.today(home)
    facts = facts_of(
        home, rounds, [Question.of(row) for row in rows], opened, today,
        format_minutes(home, library),
    )  # fmt: skip
    plan = study_plan(facts)
    if opened:
        opened[1].save()
    if as_json:
        print(json.dumps(_data(facts, plan), indent=2))
    else:
        untold = facts.days_left(today) is None and is_untold(home, today)
        hint = "" if untold else _hint(facts, bool(place_of(path, "hours_per_week")))
        world.printer().show(*plan_page(plan, facts, hint, untold=untold))
    world.leave_out(problems)
    return 0


def _hint(facts: Facts, hours_kept: bool) -> str:
    """How to give what was not given yet: the day, else the hours."""
    if facts.days_left(facts.today) is None:
        return f"An interview ahead? `coach plan --date {facts.today + _SOON}` plans until then."
    return "" if hours_kept else "More or fewer hours: `coach plan --hours-per-week 8`."


def _data(facts: Facts, plan: Sequence[Day]) -> dict[str, Any]:
    ahead = facts.days_left(facts.today) is not None
    return {
        "interview": facts.interview.isoformat() if facts.interview and ahead else None,
        "hours_per_week": facts.hours_per_week,
        "today": facts.today.isoformat(),
        "days": [{"date": day.date.isoformat(), "items": [_item(item) for item in day.items]} for day in plan],
    }


def _item(item: Item) -> dict[str, Any]:
    return {
        "kind": item.kind,
        "scenario": item.scenario or None,
        "phase": item.phase or None,
        "session": item.session or None,
        "command": item.command or None,
        "minutes": item.minutes,
        "why": item.why,
        "done": item.done,
    }
