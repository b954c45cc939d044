"""`coach plan`: day by day until the interview."""

import json
from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any

from coach.commands import world
from coach.commands.catalogue import questions_of
from coach.commands.interview_day import is_over, is_untold, keep_interview
from coach.errors import CoachError, UsageError
from coach.interview.study_ground import Ground
from coach.interview.study_items import RESUME, Day, Item
from coach.interview.study_plan import study_plan
from coach.record.settings import HOURS, keep_setting, place_of
from coach.screens.briefs import briefs
from coach.screens.collecting import open_cards
from coach.screens.debriefs import debriefs
from coach.screens.format_minutes import format_minutes
from coach.screens.plan_page import plan_page
from coach.screens.planning import ground_of
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
    opened = None
    try:
        opened = open_cards(home, library, rounds)
    except CoachError as error:
        problems.append(error)
    today, told = world.today(home), debriefs(home, problems)
    ground = ground_of(
        home, rounds, questions_of(home.places.cache, library), opened, today,
        format_minutes(home, library), told, over=is_over(home.settings.interview, today, told),
    )  # fmt: skip
    plan = [_where_open(day, home.sessions.open_in) for day in study_plan(ground)]
    if opened:
        opened[1].save()
    if as_json:
        print(json.dumps(_data(ground, plan), indent=2))
    else:
        untold = ground.days_left(today) is None and is_untold(home.settings.interview, today, told)
        hint = "" if untold else _hint(ground, bool(place_of(path, "hours_per_week")))
        world.printer().show(*plan_page(plan, ground, hint, untold=untold))
    world.leave_out(problems)
    return 0


def _where_open(day: Day, open_in: Callable[[str], str]) -> Day:
    """A day with where a round is that is open in another terminal: it cannot be gone on with here."""
    return day._replace(items=tuple(_open_there(item, open_in) for item in day.items))


def _open_there(item: Item, open_in: Callable[[str], str]) -> Item:
    pid = open_in(item.session) if item.kind == RESUME and item.command else ""
    return item._replace(command="", why=f"open in another terminal (pid {pid})") if pid else item


def _hint(ground: Ground, hours_kept: bool) -> str:
    """How to give what was not given yet: the day, else the hours."""
    if ground.days_left(ground.today) is None:
        return f"An interview ahead? `coach plan --date {ground.today + _SOON}` plans until then."
    return "" if hours_kept else "More or fewer hours: `coach plan --hours-per-week 8`."


def _data(ground: Ground, plan: Sequence[Day]) -> dict[str, Any]:
    ahead = ground.days_left(ground.today) is not None
    return {
        "interview": ground.interview.isoformat() if ground.interview and ahead else None,
        "hours_per_week": ground.hours_per_week,
        "today": ground.today.isoformat(),
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
