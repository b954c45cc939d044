"""The way from a first look to a whole round."""

from coach.errors import CoachError
from coach.interview.questions import FIRST
from coach.interview.setup import Setup
from coach.screens.app import App
from coach.screens.quiz_words import counted

_NEXT = ("Next: `coach`.", "")


def next_step(app: App, setup: Setup) -> tuple[str, str]:
    """What a round is followed by: a sentence, and the command that it introduces or nothing.

    After a first look it is a whole round on the question to begin with, until there was one.
    """
    if setup.grades or app.home.sessions.of(FIRST):
        return _NEXT
    try:
        question = app.library.scenario(FIRST).value
        whole = app.library.format(question.format or app.home.settings.format).value
    except CoachError:
        return _NEXT
    had = max(round(setup.seconds / 60), 1)
    return f"That was {counted(had, 'minute')} of {whole.minutes}. A whole round:", f"coach practice {FIRST}"
