"""The table of fields as a JSON Schema."""

from dataclasses import dataclass
from typing import Any

import jsonschema
import pytest
import yaml

from coach.content.fields import Flag, Many, Number, OneOf, Part, Pattern, Slug, Table, Text, Whole, has, may
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


@pytest.mark.parametrize("cls", [Outer, Scenario, Format, Rubric, Glossary, Skills])
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


@pytest.mark.parametrize("cls", [Scenario, Format, Rubric])
def test_no_part_of_a_file_lets_unknown_keys_through(cls: type) -> None:
    found = parts(json_schema(cls, "x"))
    assert len(found) > 1
    assert all(part["additionalProperties"] is False for part in found if "description" in part or "required" in part)
