"""Builds what commands need: the clock, chance, files, content and the terminal."""

import os
import shutil
import sys
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from coach.content.roots import Root, shipped
from coach.errors import CoachError
from coach.language.printable import one_line
from coach.recall.day import day_of
from coach.record.places import Places, places
from coach.screens.ui import Ui
from coach.terminal.glyphs import has_unicode
from coach.terminal.plain import PlainUi, open_plain
from coach.terminal.saying import say

if TYPE_CHECKING:
    from coach.content.library import Library
    from coach.record.home import Home
    from coach.screens.app import App
    from coach.screens.board import Board


def now() -> datetime:
    """The time. The only place where the clock is read."""
    return datetime.now(UTC)


def today(of: "Home") -> date:
    """The person's day."""
    return day_of(now(), of.settings.day_begins, None)


def home() -> "Home":
    """The person's files."""
    from coach.record.home import Home

    return Home(places())


def roots(of: Places, folder: str | None) -> list[Root]:
    """Where content is looked for: a folder that was named, the person's own, the shipped one. Raises CoachError."""
    named = folder or os.environ.get("COACH_SCENARIOS")
    found = [of.content, Root.at("shipped", shipped())]
    if named:
        path = Path(named).expanduser()
        if not path.is_dir():
            raise CoachError(f"{path} is not a directory.", "--scenarios and COACH_SCENARIOS name a content folder.")
        found.insert(0, Root.at("path", path))
    return found


def library(of: Places, folder: str | None) -> "Library":
    """The content. Raises CoachError."""
    from coach.content.library import Library

    return Library(roots(of, folder))


def leave_out(errors: Iterable[CoachError]) -> None:
    """Says on stderr what could not be read and was left out of a list."""
    for error in errors:
        say(f"left out: {one_line(error.message)}", aside=True)
        if error.hint:
            say(f"hint: {one_line(error.hint)}", aside=True)


def then(what: str) -> None:
    """Says what comes next beside data that other programs may read: on stderr, and only where a person sees it."""
    if sys.stderr is not None and sys.stderr.isatty():
        say(what, aside=True)


def view(board: "Board") -> None:
    """Shows a board over the whole window. Raises Stopped."""
    from coach.terminal.viewer import view as show

    show(board, unicode=_unicode(), colours=not os.environ.get("NO_COLOR"))


def printer(piped: int = 100) -> PlainUi:
    """A Ui that only prints, as wide as COLUMNS says or as the terminal; without both it is `piped` columns wide."""
    size = shutil.get_terminal_size((piped, 24))
    return PlainUi(None, sys.stdout, unicode=_unicode(), width=size.columns, height=size.lines)


def is_terminal() -> bool:
    """Whether a person can press keys and see a cursor move here."""
    streams = (sys.stdin, sys.stdout)
    return all(s is not None and s.isatty() for s in streams) and os.environ.get("TERM", "dumb") != "dumb"


def app(folder: str | None, *, plain: bool = False) -> "App":
    """Everything, with the Ui that fits this terminal."""
    from random import Random

    from coach.screens.app import App

    of = home()
    return App(now=now, rng=Random(), home=of, library=library(of.places, folder), ui=_ui(of, plain=plain))


def _ui(of: "Home", *, plain: bool) -> Ui:
    settings = of.settings
    if plain or not is_terminal():
        return open_plain(unicode=_unicode(), editor=settings.editor, bell=settings.bell)
    from coach.terminal.live import open_live

    return open_live(
        unicode=_unicode(), colours=not os.environ.get("NO_COLOR"), editor=settings.editor, bell=settings.bell
    )


def _unicode() -> bool:
    return has_unicode(os.environ)
