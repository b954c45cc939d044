"""`coach sheet`: what a friend needs to play the interviewer."""

import sys
from pathlib import Path

from coach.commands import world
from coach.commands.publish import publish
from coach.commands.spoiling import agreed
from coach.commands.usual import usual_format
from coach.language.document import Document
from coach.language.printable import one_line
from coach.screens.app import App
from coach.screens.board import Reading
from coach.screens.opening import Choices
from coach.screens.sheet_page import sheet_page
from coach.screens.ui import Text
from coach.terminal.saying import say


def run(
    folder: str | None,
    name: str,
    *,
    level: str | None,
    format_: str | None,
    kind: str | None,
    output: Path | None,
    yes: bool,
) -> int:
    """Writes the sheet to a file or a pipe, or shows it to a person who agrees to see it. Returns the exit code."""
    app = world.app(folder, plain=not world.is_terminal())
    scenario, rubric = app.library.scenario(name), app.library.rubric().value
    named = app.library.format(format_) if format_ else usual_format(app, scenario)
    choices = Choices(named, level or app.home.settings.level)
    page = sheet_page(scenario.value, named.value, rubric, choices.level)
    if choices.level != choices.wanted_level:
        say(one_line(f"It is for {choices.level}: {named.value.id} has no time for more."), aside=True)
    if output is None and sys.stdout.isatty():
        if not agreed(app, scenario.value, yes=yes):
            return 1
        _look(app, page, kind)
        app.ui.show(Text("`coach list` shows the questions that are left for you.", "dim"))
        return 0
    publish(page, kind, output)
    what = f"{output} holds the answers to {scenario.value.id}: send it to the friend who interviews you, unread."
    if output is None:
        what = f"This page holds the answers to {scenario.value.id}: it is for the friend who interviews you."
    then = f"After the call, `coach assess {scenario.value.id} FILE` finds the points in notes of your own."
    for sentence in (what, then):
        say(one_line(sentence), aside=not output)
    return 0


def _look(app: App, page: Document, kind: str | None) -> None:
    if kind in (None, "text") and world.is_terminal():
        world.view(Reading(page))
    else:
        publish(page, kind, None)
