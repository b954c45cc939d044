"""A drill that a scripted person sits in."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from coach.content.library import Library
from coach.interview.session import Session, fold
from coach.record.home import Home
from coach.screens import opening, rounds
from coach.screens.ui import Keys
from tests.builders import small
from tests.conftest import Clock
from tests.scripted import Line, ScriptedUi, scripted_app


class Sitting:
    """Plays rounds on the scenario `small` and lets tests look at what came of them."""

    def __init__(self, home: Home, library: Library, clock: Clock) -> None:
        self.home, self.library, self.clock = home, library, clock
        self.scenario = small(library)
        self.ui = ScriptedUi(clock, [])

    def begin(
        self,
        script: Sequence[Line],
        keys: Sequence[str] = (),
        *,
        grade: bool = False,
        plain: bool = False,
        edited: str = "",
        answers: Callable[[Keys], str | None] | None = None,
        **choices: Any,
    ) -> int:
        """A new round; the exit code."""
        self.ui = ScriptedUi(self.clock, script, keys, plain=plain)
        self.ui.edited = edited
        if answers:
            self.ui.answers = answers
        app = scripted_app(self.home, self.library, self.ui)
        app.rng.seed(len(self.home.sessions.ids()))
        chosen = opening.Choices(self.library.format("four-phase"), choices.pop("level", "senior"), **choices)
        rubric = self.library.rubric()
        made = opening.setup(self.scenario, rubric, chosen)
        return rounds.begin(app, self.scenario, chosen.format, rubric, made, grade=grade)

    def resume(self, script: Sequence[Line], keys: Sequence[str] = ()) -> int:
        """On with the last round; the exit code."""
        self.ui = ScriptedUi(self.clock, script, keys)
        return rounds.go_on(scripted_app(self.home, self.library, self.ui), self.home.sessions.ids()[-1])

    def grade(self, keys: Sequence[str], *, plain: bool = False) -> int:
        """Grading of the last round; the exit code."""
        self.ui = ScriptedUi(self.clock, [], keys, plain=plain)
        return rounds.grade_round(scripted_app(self.home, self.library, self.ui), self.home.sessions.ids()[-1])

    @property
    def session(self) -> Session:
        """The last session, folded from its journal."""
        name = self.home.sessions.ids()[-1]
        return fold(name, self.home.sessions.events(name))

    @property
    def kinds(self) -> list[str]:
        """The kinds of the last session's events, signs of life left out."""
        name = self.home.sessions.ids()[-1]
        return [event.kind for event in self.home.sessions.events(name) if event.kind != "alive"]

    @property
    def texts(self) -> list[str]:
        """The notes of the last session."""
        return [note.text for note in self.session.live_notes]


@pytest.fixture
def sitting(home: Home, library: Library, clock: Clock) -> Sitting:
    """A person at the keyboard."""
    return Sitting(home, library, clock)
