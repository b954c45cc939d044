"""The way from a first look to a whole round."""

from coach.errors import CoachError
from coach.interview.questions import FIRST
from coach.interview.setup import Setup
from coach.screens.app import App
from coach.screens.past import past


def next_command(app: App, setup: Setup) -> str:
    """What a round is followed by, as a sentence: after a first look a whole round on the question to begin with, as
    long as there was none on it."""
    if setup.grades:
        return "Next: `coach`."
    try:
        loaded = app.library.scenario(FIRST).value
        whole = app.library.format(loaded.format or app.home.settings.format).value
    except CoachError:
        return "Next: `coach`."
    if not whole.grades or past(app.home, scenario=FIRST):
        return "Next: `coach`."
    had = round(setup.seconds / 60)
    return f"That was {had} minutes of {whole.minutes}. A whole one: `coach practice {FIRST}`."
