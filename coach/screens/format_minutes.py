"""How long the interview formats take, read through the cache: a plan needs no more of them."""

from collections.abc import Callable
from functools import cache

from coach.content.library import Library
from coach.content.roots import formats
from coach.errors import CoachError
from coach.record.home import Home
from coach.record.index import Index

_FORMATS = "format-minutes-1"
"""The name of the cache; to be counted up when what it holds changes."""


def format_minutes(home: Home, library: Library) -> Callable[[str], int | None]:
    """Tells the minutes of a format, of the usual one for an empty name; None for one that cannot be read."""

    @cache
    def minutes(name: str) -> int | None:
        named = name or home.settings.format
        found = next((found for found in formats(library.roots) if found.id == named), None)
        if found is None:
            return None
        index = Index(home.places.cache, _FORMATS)
        known = index.get(found.path)
        if isinstance(known, int):
            return known
        try:
            read = library.format(named).value.minutes
        except CoachError:
            return None
        index.put(read, found.path)
        index.save()
        return read

    return minutes
