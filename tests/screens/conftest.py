"""A drill that a scripted person sits in."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from coach.content.library import Library
from coach.interview.evidence import STRONG, Evidence, Finding
from coach.interview.folding import fold
from coach.interview.session import Session
from coach.record.home import Home
from coach.record.places import Places
from coach.screens import opening, rounds
from coach.screens.ui import Keys
from tests.builders import small
from tests.cards import Desk, little
from tests.conftest import Clock
from tests.scripted import Line, ScriptedUi, scripted_app

NOTES = ["how often does it change?", "/next", "user -> llm", "/next", "acl", "/next", "cost vs recall", "/next"]
POINTS = ["", "", "", "", "", ""]
"""Enter for each list of points of `finished`: takes what was found, calls the rest missed, claims nothing more."""
REST = ["2", "2", "2", "2", "2", "2", "2", "next time sooner", "q"]
"""Keys for the dimensions, the line after them and the result page."""


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
        chosen = opening.Choices(
            self.library.format(choices.pop("format_", "four-phase")), choices.pop("level", "senior"), **choices
        )
        rubric = self.library.rubric()
        made = opening.setup(self.scenario, rubric, chosen)
        return rounds.begin(app, self.scenario, chosen.format, rubric, made, grade=grade)

    def resume(self, script: Sequence[Line], keys: Sequence[str] = ()) -> int:
        """On with the last round; the exit code."""
        self.ui = ScriptedUi(self.clock, script, keys)
        return rounds.go_on(scripted_app(self.home, self.library, self.ui), self.home.sessions.ids()[-1])

    def grade(
        self, keys: Sequence[str], *, plain: bool = False, answers: Callable[[Keys], str | None] | None = None
    ) -> int:
        """Grading of the last round; the exit code."""
        self.ui = ScriptedUi(self.clock, [], keys, plain=plain)
        if answers:
            self.ui.answers = answers
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


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> dict[str, Finding]:
    """What is found for each point; a test may change it. The finding itself is tested elsewhere."""
    findings = defaultdict(
        Finding,
        {
            "asks-rate": Finding(STRONG, (1,)),
            "path": Finding(STRONG, (2,)),
            "filter": Finding(STRONG, (3,)),
            "because": Finding(STRONG, (4,)),
        },
    )
    monkeypatch.setattr(Evidence, "findings", lambda self, session: findings)
    return findings


@pytest.fixture
def finished(sitting: Sitting, found: dict[str, Finding]) -> Sitting:
    """A finished round with four notes that was not graded."""
    sitting.begin(NOTES)
    return sitting


@pytest.fixture
def desk(places: Places, clock: Clock, tmp_path: Path) -> Desk:
    """A person with flashcards, and little content shipped."""
    return Desk(places, clock, little(tmp_path / "shipped"))
