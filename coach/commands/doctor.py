"""`coach doctor`: where everything is, the settings, and what is wrong."""

import json
import os
import platform
from contextlib import suppress
from datetime import date
from typing import Any

from coach import __version__
from coach.commands import world
from coach.content.roots import Root, formats, scenarios
from coach.errors import CoachError
from coach.record.home import Home
from coach.record.settings import EXPLAINED, Settings, place_of
from coach.screens.ui import Gap, Pairs, Rule, Text


def run(folder: str | None, *, as_json: bool) -> int:
    """Shows places, settings and problems; 1 when there is a problem."""
    home = world.home()
    roots = world.roots(home.places, folder)
    problems: list[str] = []
    settings = _settings(home, problems)
    problems += _content(home, folder)
    problems += _unwritable(home)
    for session in home.sessions.ids():
        problems += home.sessions.damage(session)
    problems += home.reviews.damage()
    problems += home.debriefs.damage()
    where = {
        "coach": f"{__version__} on Python {platform.python_version()}",
        "home": str(home.places.home),
        "cache": str(home.places.cache),
        "state": str(home.places.state),
        "settings": f"{home.places.config}{'' if home.places.config.exists() else ' (not there; defaults hold)'}",
        **{f"content {n}": f"{root.source}: {root.scenarios}" for n, root in enumerate(roots, start=1)},
    }
    shadowed = _shadowed(roots)
    if as_json:
        values = {name: _plain(getattr(settings, name)) for name in EXPLAINED}
        print(json.dumps({"where": where, "settings": values, "shadowed": shadowed, "problems": problems}, indent=2))
    else:
        _show(where, settings, shadowed, problems)
    return 1 if problems else 0


def _settings(home: Home, problems: list[str]) -> Settings:
    try:
        return home.settings
    except CoachError as error:
        problems.append(error.message)
        return Settings()


def _content(home: Home, folder: str | None) -> list[str]:
    library = world.library(home.places, folder)
    known = [found.id for found in library.formats()]
    wrong = []
    with suppress(CoachError):  # settings that cannot be read are a problem of their own
        if home.settings.format not in known:
            place = place_of(home.places.config, "format")
            wrong = [f"{place}: there is no format {home.settings.format!r}; there is {', '.join(known)}."]
    own = [root.scenarios for root in library.roots if root.source != "shipped"]
    for path in library.files():
        reading = library.read_any(path) if any(map(path.is_relative_to, own)) else library.usable(path)
        wrong += map(str, sorted(reading.problems))
    return wrong


def _unwritable(home: Home) -> list[str]:
    """Directories that a round or a quiz could not write to; looked at only, nothing is made."""
    found, places = [], home.places
    for folder in (places.sessions, places.transcripts, places.seen, places.reviews, places.debriefs, places.locks):
        there = next(known for known in (folder, *folder.parents) if known.exists())
        if not there.is_dir() or not os.access(there, os.W_OK | os.X_OK):
            found.append(f"{folder} cannot be written, because of {there}.")
    return found


def _shadowed(roots: list[Root]) -> dict[str, list[str]]:
    named = [*((f.id, f) for f in scenarios(roots)), *((f"formats/{f.id}", f) for f in formats(roots))]
    return {name: [found.source, *found.shadows] for name, found in named if found.shadows}


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def _shown(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else "-" if value in (None, "") else str(value)


def _show(where: dict[str, Any], settings: Settings, shadowed: dict[str, list[str]], problems: list[str]) -> None:
    ui = world.printer()
    ui.show(Rule("Where"), Pairs(list(where.items())), Gap())
    values = [(name, f"{_shown(getattr(settings, name))}   {what}") for name, what in EXPLAINED.items()]
    ui.show(Rule("Settings"), Pairs(values), Gap())
    if shadowed:
        rows = [(name, f"from {sources[0]}, hides {', '.join(sources[1:])}") for name, sources in shadowed.items()]
        ui.show(Rule("Hidden by your own"), Pairs(rows), Gap())
    if problems:
        ui.show(Rule("Problems"), *(Text(problem, hang=2) for problem in problems), Gap())
        ui.show(Text("Mend them, then `coach doctor` looks again; `coach lint` shows content alone."))
    else:
        ui.show(Text("No problem found. `coach` says what to do next."))
