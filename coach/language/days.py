"""A day that lies behind, however a person writes it."""

import re
from datetime import date, timedelta

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_SHORT, _A_WEEK = 3, 7
_NAMED = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th)?\.? ([a-z]+)\.?(?: (\d{4}))?|([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?"
)


def past_day(text: str, today: date) -> date | None:
    """The day that a text means: today, yesterday, a weekday, 2026-11-20, 20 Nov, November 20 2026; without a year the
    last such day. None when it means none, or one that is still to come."""
    words = " ".join(text.lower().replace(",", " ").split())
    day = _told(words, today)
    return day if day and day <= today else None


def _told(words: str, today: date) -> date | None:
    if words in ("today", "yesterday"):
        return today - timedelta(days=words == "yesterday")
    if (weekday := _index(words.removeprefix("last ").removeprefix("on "), _WEEKDAYS)) is not None:
        ago = (today.weekday() - weekday) % _A_WEEK
        return today - timedelta(days=ago or (_A_WEEK if words.startswith("last ") else 0))
    try:
        return date.fromisoformat(words)
    except ValueError:
        pass
    match = _NAMED.fullmatch(words)
    if match is None:
        return None
    number, name, year = match[1] or match[5], match[2] or match[4], match[3] or match[6]
    if (month := _index(name, _MONTHS)) is None:
        return None
    days = (_date(int(year) if year else today.year - ago, month + 1, int(number)) for ago in range(1 if year else 5))
    return next((day for day in days if day and (year or day <= today)), None)


def _index(word: str, names: tuple[str, ...]) -> int | None:
    """Which of some names a word begins, by three letters or more."""
    return next((at for at, name in enumerate(names) if len(word) >= _SHORT and name.startswith(word)), None)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
