"""Asks before the answers to a question are shown to the person who drills it, and keeps that they were."""

from coach.commands import world
from coach.content.scenario import Scenario
from coach.errors import UsageError
from coach.language.printable import one_line
from coach.screens.app import App
from coach.screens.ui import Keys, Text
from coach.terminal.saying import say


def agreed(app: App, scenario: Scenario, *, yes: bool, quiet: bool = False) -> bool:
    """Whether the person wants to see the answers; from then on scores on the scenario are marked.

    With `yes` the warning is only said, on stderr where the output is to stay `quiet`. Raises UsageError where nobody
    can be asked.
    """
    if not _warned(app, scenario, yes=yes, quiet=quiet):
        app.ui.show(Text(f"Not shown, then. `coach practice {scenario.id}` starts a round on it."))
        return False
    app.home.looks.add(app.home.device, scenario.id, app.now())
    return True


def _warned(app: App, scenario: Scenario, *, yes: bool, quiet: bool) -> bool:
    warning = f"This spoils {scenario.id} as a drill: every later score on it is marked."
    if yes and quiet:
        say(one_line(warning), aside=True)
        return True
    if yes:
        app.ui.show(Text(warning, "warn"))
        return True
    if not world.is_terminal():
        raise UsageError(f"{warning} Without a terminal it has to be confirmed.", "Add --yes.")
    return app.ui.key(Keys(warning, {"y": "show it", "q": "rather not"})).key == "y"
