"""Every scenario with every format: the shipped ones, and odd ones of a person's own."""

import json
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from coach.content.library import Library
from coach.content.roots import Root, shipped
from coach.content.terms import LEVELS, PHASES
from coach.interview.entries import CURVEBALL, LINCHPIN, OPENING, PROBE, UNASKED
from coach.interview.folding import fold
from coach.interview.grading import listed
from coach.interview.result import result
from coach.interview.score import scores
from coach.interview.session import Session
from coach.interview.surprises import CURVEBALL_PHASES, draw_curveballs
from coach.record.home import Home
from coach.screens import opening, rounds
from coach.screens.ui import Block, Keys
from coach.terminal.cells import width_of
from coach.terminal.layout import lines
from tests.conftest import Clock
from tests.scripted import Line, ScriptedUi, scripted_app

LONG = "A step with a title that is longer than any window has room for, and then some more of it"
Odd = list[tuple[str, int, tuple[str, ...]]]
ODD: dict[str, Odd] = {
    "in-one": [("Everything", 45, PHASES)],
    "ten-minutes": [
        *((f"Ask {n}", 1, ("clarify",)) for n in range(2)), *((f"Draw {n}", 1, ("high-level",)) for n in range(3)),
        *((f"Dig {n}", 1, ("deep-dive",)) for n in range(3)), *((f"Weigh {n}", 1, ("tradeoffs",)) for n in range(2)),
    ],
    "comes-back": [
        ("Ask", 5, ("clarify",)), ("Draw", 8, ("high-level",)), ("Weigh", 5, ("tradeoffs",)),
        ("Dig", 10, ("deep-dive",)), ("Ask again", 5, ("clarify", "clarify")), ("Draw again", 8, ("high-level",)),
    ],
    "no-closing": [("設計する", 15, ("high-level",)), ("Vertiefen · ДЕТАЛИ", 20, ("deep-dive",))],
    "long-titles": [(LONG, 10, ("clarify", "high-level")), (f"{LONG} {LONG}", 20, ("tradeoffs", "deep-dive"))],
}  # fmt: skip
"""Steps by the name of their format: title, minutes and phases."""
ABOUT = [{"skills": ["evaluation", "permissions"]}, {"dimensions": ["numbers"]}, {"dimensions": ["depth", "safety"]}]
"""What steps of an odd format are about, one after the other; the first of each format says nothing."""


def _format(name: str) -> str:
    """A format file, as JSON, which is YAML too."""
    steps = [
        {
            "id": f"step-{n}", "title": title, "minutes": minutes, "phases": list(phases), "opening": "Now this.",
            "checklist": [f"Do it in {title}", "Say why"], **(ABOUT[n % len(ABOUT)] if n else {}),
        }
        for n, (title, minutes, phases) in enumerate(ODD[name])
    ]  # fmt: skip
    title = f"Ganz eigenes {name} 面接"
    return json.dumps({"schema": 1, "id": name, "title": title, "curveballs": 4, "steps": steps}, ensure_ascii=False)


@pytest.fixture(autouse=True)
def _no_cards(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the flashcards make of a round is tested elsewhere, and takes as long as the round."""
    monkeypatch.setattr(rounds, "cards_tomorrow", lambda app, session: "")


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The shipped content beside a person's own formats, read once for all rounds."""
    own = Root.at("home", Path(tmp_path_factory.mktemp("own")))
    own.formats.mkdir()
    for name in ODD:
        (own.formats / f"{name}.yaml").write_text(_format(name), encoding="utf-8")
    return Library([own, Root.at("shipped", shipped())])


SHIPPED = Library([Root.at("shipped", shipped())])
FORMATS = [*(found.id for found in SHIPPED.formats()), *ODD]
SCENARIOS = [found.id for found in SHIPPED.scenarios()]
OFTEN = ("rag-support", "fraud-detection", "ticket-tags")
ROUNDS = [(name, format_) for name in OFTEN for format_ in FORMATS]
ROUNDS += [
    (name, format_)
    for at, name in enumerate(name for name in SCENARIOS if name not in OFTEN)
    for number, format_ in enumerate(format_ for format_ in FORMATS if format_ not in ODD)
    if format_ == "four-phase" or (number + at) % 2
]
"""Three scenarios are played in all formats, the others in the usual one and in half of those that are shipped."""


def talk(library: Library, scenario: str, steps: int, seconds: float) -> list[Line]:
    """A person who asks, draws, says a line of each phase, is silent and hands over, in every step."""
    content = library.scenario(scenario).value
    said = [content.examples_of(point)[0] for point in content.points if content.examples_of(point)]
    script: list[Line] = []
    for step in range(steps):
        mine = said[step::steps][:4]
        if step == 1:
            script += ["/back", "one more thing here", "/next"]
        script += ["/check", "/check 1", "/hint", "+ user -> llm -> reply"]
        for line in mine:
            script += [seconds, line]
        script += ["", "/sheet", "/time", 50.0, "/next"]
    return [*script, "one last sentence"]


class Window(ScriptedUi):
    """A window of 60 columns, in which nothing may be wider."""

    def show(self, *blocks: Block) -> None:
        for block in blocks:
            shown = lines(block, 60, lambda picture: [])
            assert [line for line in shown if width_of(line) > 60] == []
        super().show(*blocks)


def sure(keys: Keys) -> str | None:
    """The quickest way through grading and its result."""
    return next((key for key in ("q", "2", "", "y", "-") if key in keys.keys), None)


def play(
    home: Home, library: Library, clock: Clock, scenario: str, choices: opening.Choices, seconds: float
) -> Session:
    """One round, graded; the reading of its journal."""
    loaded, rubric = library.scenario(scenario), library.rubric()
    ui = Window(clock, talk(library, scenario, len(choices.steps), seconds), ["sooner"])
    ui.answers = sure
    app = scripted_app(home, library, ui)
    most = choices.format.value.curveballs
    drawn = draw_curveballs(loaded.value, choices.steps, choices.level, app.rng, most=most)
    made = opening.setup(loaded, rubric, replace(choices, curveballs=drawn))
    assert rounds.begin(app, loaded, choices.format, rubric, made) == 0
    (name,) = home.sessions.ids()
    return fold(name, home.sessions.events(name))


def check(library: Library, session: Session) -> None:
    """What holds for a round of any format."""
    content, steps = library.scenario(session.plan.scenario).value, session.plan.steps
    here = listed(content, session.plan)
    drilled = set(session.plan.phases)

    # Every point of the phases that are drilled is graded once, in a step that covers one of them.
    assert session.status == "graded"
    expected = [
        point.id
        for point in content.points
        if drilled & set(point.phase) and LEVELS.index(point.level) <= LEVELS.index(session.plan.highest)
    ]
    assert sorted(entry.point.id for entry in here) == sorted(expected)
    for entry in here:
        assert set(steps[entry.step].phases) & set(entry.point.phase)
    told = result(session)
    assert sum(step.counted for step in told.steps) == sum(not entry.extra for entry in here)
    whole = session.plan.grades and drilled == set(PHASES) and not session.plan.dimensions
    assert (scores(session) is not None) == whole

    # Each step had its own checklist.
    assert sorted({at for at, _ in session.ticks}) == list(range(len(steps)))

    # What the interviewer said belongs there.
    phase_of = {fact.id: fact.linchpin.phase for fact in content.facts if fact.linchpin}
    points = {point.id: point for point in content.points}
    for said in session.said:
        phases = set(steps[said.step].phases)
        if said.what == LINCHPIN:
            assert phase_of[said.id] in phases
        elif said.what == CURVEBALL:
            assert said.step > 0
            assert CURVEBALL_PHASES & phases
        elif said.what == OPENING:
            assert steps[said.step].phases[0] == "deep-dive"
        elif said.what == PROBE and said.id.startswith("floor-"):
            assert said.id.removeprefix("floor-") in phases
        elif said.what == PROBE:
            assert CURVEBALL_PHASES & phases
        if said.what == CURVEBALL or (said.what == LINCHPIN and session.plan.grades):
            assert steps[said.step].seconds >= 180
    for hint in session.hints:
        assert set(points[hint.point].phase) & set(steps[hint.step].phases)
    surprises = [said.at_s for said in session.said if said.what == CURVEBALL]
    assert all(after - before >= 90 for before, after in pairwise(surprises))
    unasked = [said for said in session.unasked if said.what in UNASKED]
    begins = [0.0, *(sum(session.used[: n + 1]) for n in range(len(steps)))]
    for said in unasked:
        left = begins[said.step] + steps[said.step].seconds - said.at_s
        fair = 30 if session.plan.grades else steps[said.step].seconds / 3
        assert not 0 < left < fair, f"{said.text} with {left:.0f} s left"


@pytest.mark.parametrize(("scenario", "format_"), ROUNDS)
def test_a_round_of_any_format_goes_to_its_end(
    home: Home, library: Library, clock: Clock, scenario: str, format_: str
) -> None:
    choices = opening.Choices(library.format(format_), "senior", interviewer="tough")
    pace = min(step.seconds for step in choices.steps) / 8
    session = play(home, library, clock, scenario, choices, max(5.0, pace))
    check(library, session)
    assert session.plan.level == (choices.format.value.level or "senior")


@pytest.mark.parametrize("minutes", [1, 2, 5])
@pytest.mark.parametrize("format_", FORMATS)
def test_a_round_cut_to_minutes_holds_nothing_absurd(
    home: Home, library: Library, clock: Clock, format_: str, minutes: int
) -> None:
    choices = opening.Choices(library.format(format_), "staff", minutes, interviewer="tough")
    session = play(home, library, clock, SCENARIOS[-1], choices, 5.0)
    check(library, session)
    assert session.plan.curveballs == ()
    never = (CURVEBALL, OPENING, *([LINCHPIN] if session.plan.grades else []))
    assert not [said.text for said in session.said if said.what in never]
