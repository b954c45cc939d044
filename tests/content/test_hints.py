"""What a flashcard of a missed point asks with holds no answer."""

import pytest

from coach.content.hints import check_hints
from coach.content.library import Library
from coach.content.reading import read
from coach.content.scenario import Scenario

SCENARIO = """\
schema: 1
id: tiny
title: A tiny question
family: rag
question: Design it.
brief: A small company.
words: {index: [index, search]}
facts:
  - id: rate
    topic: how often it changes
    answer: It changes daily.
    so: Rules out a nightly rebuild.
    asks: ["how often does it change", "how fresh must it be"]
    match: ["how often|daily & $change", "fresh*"]
points:
  - {id: asks-rate, fact: rate, phase: clarify, dimension: framing, level: mid, point: Asks how often it changes,
     hint: "How often does it change?"}
  - id: filter
    phase: deep-dive
    dimension: safety
    level: senior
    point: Filters by permission inside the search
    hint: Who may see what?
    match: ["acl|permission* & filter* & $index"]
    reject: ["after the"]
    examples: ["the login decides which pages are looked at before anything is ranked"]
"""
GLOSSARY = {"change": ["change*", "edit"]}


def problems(*changes: tuple[str, str]) -> list[str]:
    """Each problem of the scenario with some text replaced, as `line where: message`."""
    text = SCENARIO
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    reading = read(text, "tiny.yaml", Scenario)
    assert reading.problems == []
    check_hints(reading, GLOSSARY)
    return [f"{p.line} {p.where}: {p.message}" for p in reading.problems]


def test_hints_that_only_lead_there_have_no_problem() -> None:
    assert problems() == []


@pytest.mark.parametrize(
    "hint",
    [
        "Does the permission filter run inside the index?",
        "Would you not filter by permission in the search?",
        "Permissions, filters, index, acl, rank, fusion.",
        "So the login decides which of the pages are looked at, before anything is ranked?",
    ],
)
def test_a_hint_that_holds_the_answer_is_named_whatever_its_tone(hint: str) -> None:
    assert problems(("Who may see what?", f'"{hint}"')) == ["23 points.filter.hint: already holds the answer"]


@pytest.mark.parametrize("hint", ["What do you filter?", "Permission filter after the search. What goes wrong?"])
def test_a_hint_with_a_part_of_it_or_of_what_the_point_turns_away_is_none(hint: str) -> None:
    assert problems(("Who may see what?", f'"{hint}"')) == []


@pytest.mark.parametrize("so", ["It changes daily, so nothing is rebuilt by night.", "The index must be fresh."])
def test_where_a_point_is_made_by_asking_it_is_what_the_fact_decides(so: str) -> None:
    assert problems(("Rules out a nightly rebuild.", f'"{so}"')) == [
        "12 facts.rate.so: already holds what the point asks-rate asks"
    ]


@pytest.mark.parametrize(
    "card", ["Where does the permission filter sit in search?", "Is it a filter for acl in an index?"]
)
def test_a_card_that_a_pattern_finds_the_answer_in_is_named(card: str) -> None:
    change = ("    hint: Who may see what?", f"    hint: Who may see what?\n    card: {card}")
    assert problems(change) == ["24 points.filter.card: already holds the answer"]


def test_a_card_may_be_like_an_example_since_it_holds_the_same_figures() -> None:
    card = "So the login decides which of the pages are looked at, before anything is ranked?"
    assert problems(("    hint: Who may see what?", f"    hint: Who may see what?\n    card: {card}")) == []


def test_a_point_without_a_hint_has_none_that_could_tell() -> None:
    assert problems(("    hint: Who may see what?\n", ""), ("    so: Rules out a nightly rebuild.\n", "")) == []


def test_lint_names_it_beside_other_problems_and_a_drill_starts_all_the_same(library: Library) -> None:
    path = library.roots[0].scenarios / "tiny.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(SCENARIO.replace("Who may see what?", "A permission filter in the search?"))
    assert [(p.line, p.message) for p in library.read_any(path).problems] == [(23, "already holds the answer")]
    assert library.scenario("tiny").value.id == "tiny"
    path.write_text(path.read_text().replace("family: rag", "family: rug"))
    assert [p.line for p in sorted(library.read_any(path).problems)] == [4, 23]


def test_a_pattern_that_cannot_be_read_is_left_to_its_own_problem(library: Library) -> None:
    path = library.roots[0].scenarios / "tiny.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(SCENARIO.replace("fresh*", "*"))
    (problem,) = library.read_any(path).problems
    assert problem.where == "facts.rate.match"
