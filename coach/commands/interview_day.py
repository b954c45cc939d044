"""The day of the interview on the command line."""

from collections.abc import Iterable
from datetime import date, timedelta

from coach.commands import world
from coach.errors import UsageError
from coach.interview.debrief import Debrief
from coach.record.home import Home
from coach.record.settings import keep_setting
from coach.terminal.saying import say

_YEAR = timedelta(days=366)
SPOKEN_OF = timedelta(days=14)
"""How long an interview that is over is spoken of."""


def keep_interview(home: Home, text: str, option: str) -> None:
    """Keeps the day of the interview as a setting, or drops it; `option` is the command and option it was given with.

    Raises UsageError for what is no day to come.
    """
    path = home.places.config
    if text == "off":
        keep_setting(path, "interview", "")
        say(f"No interview day is kept in {path} any more.", aside=True)
        return
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"{text!r} is no day.", "Give it like 2026-12-05; off takes it out again.") from None
    today = world.today(home)
    if not today <= day <= today + _YEAR:
        raise UsageError(f"An interview on {day} is not within the year to come.", "Give a day from today on.")
    keep_setting(path, "interview", day.isoformat())
    say(f"Interview on {day:%-d %B}: kept in {path}; `{option} off` drops it.", aside=True)


def is_untold(interview: date | None, today: date, debriefs: Iterable[Debrief]) -> bool:
    """Whether there is no whole debrief of an interview of today or of the last two weeks, or of a later one."""
    lately = interview is not None and today - SPOKEN_OF <= interview <= today
    return lately and not _is_told(interview, debriefs)


def is_over(interview: date | None, today: date, debriefs: Iterable[Debrief]) -> bool:
    """Whether an interview was, be it earlier on this day, as its whole debrief tells."""
    return interview is not None and (interview < today or (interview == today and _is_told(interview, debriefs)))


def _is_told(interview: date | None, debriefs: Iterable[Debrief]) -> bool:
    return interview is not None and any(told.finished and told.day >= interview for told in debriefs)
