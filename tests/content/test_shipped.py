"""What comes with the program is sound."""

import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from coach.content.asking import sheet
from coach.content.checklist import Checklist
from coach.content.deck import Deck
from coach.content.format import Format
from coach.content.json_schema import json_schema
from coach.content.library import Library
from coach.content.roots import Root, shipped
from coach.content.rubric import Rubric
from coach.content.scenario import Scenario
from coach.content.strict import check_strict
from coach.content.strict_decks import check_strict_deck
from coach.content.terms import PHASES, TASTE
from coach.content.vocabulary import Glossary, Skills
from coach.language.arithmetic import evaluate
from coach.language.outcomes import NOTHING

QUICK = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
LIBRARY = Library([Root.at("shipped", shipped())])
FILES = LIBRARY.files()
SCENARIOS = [found.path for found in LIBRARY.scenarios()]
WHOLE = [path for path in SCENARIOS if LIBRARY.scenario(path.stem).value.format != TASTE]
FOLDERS: dict[str, type] = {"formats": Format, "decks": Deck}
SHARED: dict[str, type] = {
    "rubric.yaml": Rubric, "checklist.yaml": Checklist, "glossary.yaml": Glossary, "skills.yaml": Skills,
}  # fmt: skip

EVERYBODY_ASKS = {
    "users": ["who are the users?", "who uses it"],
    "scale": ["how much load is there?", "how many users"],
    "latency": ["latency target?", "how fast must it be"],
    "quality": ["what does a mistake cost?", "what accuracy is needed"],
    "cost": ["what is the budget?", "cost constraints"],
    "availability": ["availability?", "what if it is down"],
    "freshness": ["freshness?", "how fresh must it be?"],
    "safety and compliance": ["gdpr?", "any regulation?", "compliance requirements"],
    "success": ["how do we measure success?", "what is the goal"],
    "language": ["which languages?"],
    "inputs and outputs": ["what is there today?", "how is it done today"],
}
"""Questions by the standard heading they are about."""


def name(path: Path) -> str:
    """A file as the report names it."""
    return str(path.relative_to(shipped()))


def kind(path: Path) -> type:
    """What a file holds."""
    return FOLDERS.get(path.parent.name) or SHARED.get(path.name, Scenario)


def texts(value: Any) -> Iterator[str]:
    """Every text in a tree of YAML values, keys included."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from texts(key)
            yield from texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner)
    elif isinstance(value, str):
        yield value


def test_there_are_scenarios_formats_and_the_shared_files() -> None:
    names = {name(path) for path in FILES}
    assert {"rag-support.yaml", "formats/four-phase.yaml", "rubric.yaml", "glossary.yaml", "skills.yaml"} <= names


@pytest.mark.parametrize("path", FILES, ids=name)
def test_it_has_no_problem_also_by_the_house_rules_and_with_both_yaml_loaders(path: Path) -> None:
    reading = LIBRARY.read_any(path)
    if isinstance(reading.value, Scenario):
        check_strict(reading, LIBRARY.glossary)
    if isinstance(reading.value, Deck):
        check_strict_deck(reading)
    assert [str(problem) for problem in sorted(reading.problems)] == []


@pytest.mark.parametrize("path", FILES, ids=name)
def test_it_meets_its_json_schema(path: Path) -> None:
    validator = jsonschema.Draft202012Validator(json_schema(kind(path), "x"))
    value = yaml.load(path.read_text(encoding="utf-8"), Loader=QUICK)
    assert [f"{error.json_path}: {error.message}" for error in validator.iter_errors(value)] == []


@pytest.mark.parametrize("path", FILES, ids=name)
def test_no_text_holds_what_a_terminal_obeys_or_cannot_show(path: Path) -> None:
    raw = path.read_text(encoding="utf-8")
    for text in (raw, *texts(yaml.load(raw, Loader=QUICK))):
        for c in text:
            assert c.isprintable() or c == "\n", f"{c!r} in {text[:60]!r}"
            assert "ARROW" not in unicodedata.name(c, ""), f"{c} in {text[:60]!r}"


@pytest.mark.parametrize("path", FILES, ids=name)
def test_it_ends_with_one_line_break_and_no_line_with_a_blank(path: Path) -> None:
    raw = path.read_text(encoding="utf-8")
    assert raw.endswith("\n")
    assert not raw.endswith("\n\n")
    assert [n for n, line in enumerate(raw.splitlines(), start=1) if line != line.rstrip()] == []


@pytest.mark.parametrize("path", SCENARIOS, ids=name)
def test_its_numbers_can_be_worked_out_and_use_all_that_is_given(path: Path) -> None:
    numbers = LIBRARY.scenario(path.stem).value.numbers
    assert numbers
    for number in numbers:
        value = evaluate(number.formula, number.given)
        assert value > 0
        for quantity in number.given:
            other = evaluate(number.formula, {**number.given, quantity: number.given[quantity] * 2 + 1})
            assert other != value, f"{number.id} does not depend on {quantity}"


@pytest.mark.parametrize("path", SCENARIOS, ids=name)
def test_its_worked_solution_speaks_to_every_phase(path: Path) -> None:
    solution = LIBRARY.scenario(path.stem).value.solution
    assert solution is not None
    assert all(solution.of(phase) for phase in PHASES)


@pytest.mark.parametrize("path", WHOLE, ids=name)
def test_a_question_that_everybody_asks_is_never_met_with_nothing(path: Path) -> None:
    scenario = LIBRARY.scenario(path.stem).value
    lookup = sheet(scenario, LIBRARY.glossary)
    asked = [line for heading, lines in EVERYBODY_ASKS.items() if heading not in scenario.waived for line in lines]
    assert [line for line in asked if lookup.find(line)[0].outcome == NOTHING] == []


@pytest.mark.parametrize("path", SCENARIOS, ids=name)
def test_it_has_siblings_on_which_its_skills_can_be_shown_again(path: Path) -> None:
    skills = {found.id: set(LIBRARY.scenario(found.id).value.skills) for found in LIBRARY.scenarios()}
    mine = skills.pop(path.stem)
    siblings = [name for name, theirs in skills.items() if 3 * len(mine & theirs) >= len(mine)]
    assert len(siblings) >= 2


def test_every_skill_is_shown_by_some_point() -> None:
    shown = {
        skill for path in SCENARIOS for point in LIBRARY.scenario(path.stem).value.points for skill in point.skills
    }
    assert set(LIBRARY.skills) - shown == set()


def test_the_common_format_takes_45_minutes_over_four_steps() -> None:
    steps = LIBRARY.format("four-phase").value.steps
    assert [(step.phases, step.minutes) for step in steps] == [
        (("clarify",), 5), (("high-level",), 10), (("deep-dive",), 20), (("tradeoffs",), 10),
    ]  # fmt: skip


def test_the_rubric_says_that_it_is_this_projects_own_proposal() -> None:
    assert "own proposal" in LIBRARY.rubric().value.note
