"""The table of fields as a JSON Schema."""

from dataclasses import dataclass
from typing import Any

import jsonschema
import pytest
import yaml

from coach.content.card import Card
from coach.content.checking import check_deck
from coach.content.deck import Deck
from coach.content.fields import Flag, Many, Number, OneOf, Part, Pattern, Slug, Table, Text, Whole, has, may, table
from coach.content.format import Format
from coach.content.json_schema import json_schema
from coach.content.reading import read
from coach.content.rubric import Rubric
from coach.content.scenario import Scenario
from coach.content.vocabulary import Glossary, Skills


@dataclass(frozen=True, slots=True, kw_only=True)
class Inner:
    """A made-up part."""

    id: str = has(Slug(), "Stable id.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outer:
    """A made-up class of content.

    With a second paragraph.
    """

    name: str = has(Text(), "The name.", key="full-name")
    count: int = may(Whole(1, 9), "How many.", 1)
    share: float = may(Number(), "A share.", 0.0)
    sold: bool = may(Flag(), "Whether it is sold.", False)
    colour: str = may(OneOf(("red", "green")), "The colour.")
    match: tuple[str, ...] = may(Many(Pattern(), or_one=True), "Patterns.")
    inner: tuple[Inner, ...] = may(Many(Part(lambda: Inner), at_least=1), "Parts.")
    free: dict[str, float] = may(Table(Number()), "Anything.")
    fixed: dict[str, str] = may(Table(Text(), keys=("left", "right")), "Two sides.")


SCHEMA = json_schema(Outer, "outer")
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


@pytest.mark.parametrize("cls", [Outer, Scenario, Deck, Format, Rubric, Glossary, Skills])
def test_it_is_itself_a_valid_schema(cls: type) -> None:
    jsonschema.Draft202012Validator.check_schema(json_schema(cls, "x"))


def test_it_says_which_draft_it_is_what_it_describes_and_what_each_field_is_for() -> None:
    assert SCHEMA["$schema"].endswith("2020-12/schema")
    assert (SCHEMA["title"], SCHEMA["description"]) == ("outer", "A made-up class of content.")
    assert SCHEMA["required"] == ["full-name"]
    assert {key: field["description"] for key, field in SCHEMA["properties"].items()} == {
        "full-name": "The name.", "count": "How many.", "share": "A share.", "sold": "Whether it is sold.",
        "colour": "The colour.", "match": "Patterns.", "inner": "Parts.", "free": "Anything.", "fixed": "Two sides.",
    }  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "full-name: x",
        "full-name: x\ncount: 9\nshare: 2\nsold: true\ncolour: green",
        "full-name: x\nmatch: a",
        "full-name: x\nmatch: [a, b]\ninner: [{id: a-b-2}]\nfree: {any: 1, other: 2.5}\nfixed: {left: a}",
    ],
)
def test_what_the_loader_takes_the_schema_takes(text: str) -> None:
    assert read(text, "x.yaml", Outer, both_loaders=True).problems == []
    assert list(VALIDATOR.iter_errors(yaml.safe_load(text))) == []


@pytest.mark.parametrize(
    "line",
    [
        "full-name: ''",
        "full-name: 5",
        "count: 0",
        "count: 10",
        "count: 1.5",
        "share: much",
        "sold: 1",
        "colour: blue",
        "match: 5",
        "match: {a: b}",
        "inner: []",
        "inner: [{}]",
        "inner: [{id: Not a slug}]",
        "inner: [{id: a, extra: 1}]",
        "free: [1]",
        "free: {any: text}",
        "fixed: {middle: a}",
        "extra: 1",
    ],
)
def test_what_the_loader_refuses_the_schema_refuses(line: str) -> None:
    text = line if line.startswith("full-name") else f"full-name: x\n{line}"
    assert read(text, "x.yaml", Outer).problems != []
    assert list(VALIDATOR.iter_errors(yaml.safe_load(text))) != []


def test_a_missing_field_is_refused_by_both() -> None:
    assert read("count: 1", "x.yaml", Outer).problems != []
    assert list(VALIDATOR.iter_errors({"count": 1})) != []


def parts(schema: dict[str, Any]) -> list[dict[str, Any]]:
    """Every object with named fields in a schema."""
    found = [schema] if "properties" in schema else []
    for value in schema.values():
        for inner in value if isinstance(value, list) else [value]:
            if isinstance(inner, dict):
                found += parts(inner)
    return found


@pytest.mark.parametrize("cls", [Scenario, Deck, Format, Rubric, Glossary, Skills])
def test_each_part_is_described_by_a_whole_sentence(cls: type) -> None:
    found = [part["description"] for part in parts(json_schema(cls, "x")) if "description" in part]
    assert found
    assert [text for text in found if not text.endswith(".")] == []


@pytest.mark.parametrize("cls", [Scenario, Deck, Format, Rubric])
def test_no_part_of_a_file_lets_unknown_keys_through(cls: type) -> None:
    found = parts(json_schema(cls, "x"))
    assert len(found) > 1
    assert all(part["additionalProperties"] is False for part in found if "description" in part or "required" in part)


DECK = """\
schema: 1
id: made-up
title: Made up
about: One card of each kind.
was: [older]
sources: [{title: A paper, url: "https://example.org", year: 2025, for: [size]}]
cards:
  - {id: merge, point: ranks, kind: recall, front: "How?", back: By rank., why: Scores differ., tags: [rank],
     was: [mix]}
  - {id: which, kind: choose, front: "Which, then?", options: [words, both], right: both, back: Then fuse them.}
  - {id: order, kind: cloze, front: "Filter {{before}} the top {{k}}."}
  - {id: rerank, kind: tradeoff, front: Rerank fifty., gain: Precision., pay: Time., reverse: No time is left.}
  - id: cron
    kind: fault
    front: What is wrong?
    sketch: |
      02:00  cron -> index
    faults: [The price waits for the night., Deletions are forgotten.]
  - {id: size, kind: estimate, front: "2 million of 4 kB?", answer: 8.2, unit: GB, within: 1.3, back: 2 × 4.1 = 8.2.}
"""


def test_a_deck_with_every_field_is_taken_by_the_loader_and_by_the_schema() -> None:
    value = yaml.safe_load(DECK)
    assert set(value) == {field.key for field in table(Deck)}
    assert {key for card in value["cards"] for key in card} == {field.key for field in table(Card)}
    reading = read(DECK, "made-up.yaml", Deck, both_loaders=True)
    check_deck(reading, "made-up")
    assert reading.problems == []
    jsonschema.validate(value, json_schema(Deck, "coach deck"))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("kind: recall", "kind: riddle"),
        ("answer: 8.2", "answer: eight"),
        ("options: [words, both]", "options: words"),
        ("gain: Precision.", "gains: Precision."),
        ("id: merge, point", "point"),
        ("front: Rerank fifty., ", ""),
    ],
)
def test_a_card_that_the_loader_refuses_the_schema_refuses(old: str, new: str) -> None:
    assert old in DECK
    text = DECK.replace(old, new)
    assert read(text, "made-up.yaml", Deck).problems != []
    assert list(jsonschema.Draft202012Validator(json_schema(Deck, "x")).iter_errors(yaml.safe_load(text))) != []
