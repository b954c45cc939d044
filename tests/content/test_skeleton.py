"""The text that `coach new` writes."""

from pathlib import Path

import jsonschema
import pytest
import yaml

from coach.content.fields import Many, OneOf, Part, table
from coach.content.json_schema import json_schema
from coach.content.library import Library
from coach.content.scenario import Scenario
from coach.content.skeleton import skeleton

KEYS = [field.key for field in table(Scenario)]
WHOLE = skeleton("tiny").replace("\n# format: four-phase", "\nformat: four-phase")
"""With the one field in force that a new scenario has better not: it would pass by the person's own setting."""


@pytest.mark.parametrize("scenario_id", ["a", "ticket-triage", "q-2026"])
def test_it_is_valid_from_the_start(library: Library, scenario_id: str) -> None:
    reading = library.read_scenario(skeleton(scenario_id), Path(f"{scenario_id}.yaml"), both_loaders=True)
    assert reading.problems == []
    assert reading.value is not None
    assert reading.value.id == scenario_id


def test_it_meets_the_json_schema() -> None:
    jsonschema.validate(yaml.safe_load(skeleton("tiny")), json_schema(Scenario, "coach scenario"))


def test_it_holds_every_field_of_a_scenario_in_the_order_of_the_table() -> None:
    assert list(yaml.safe_load(WHOLE)) == KEYS
    assert list(yaml.safe_load(skeleton("tiny"))) == [key for key in KEYS if key != "format"]


@pytest.mark.parametrize("key", KEYS)
def test_each_field_is_explained_above_it(key: str) -> None:
    lines = WHOLE.splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith(f"{key}:"))
    assert any(line.startswith(f"# {key}: ") for line in lines[:at])


def test_the_fields_of_parts_and_the_words_to_choose_from_are_explained_too() -> None:
    comments = " ".join(line.lstrip("# ") for line in skeleton("tiny").splitlines() if line.startswith("#"))
    for row in table(Scenario):
        if isinstance(row.kind, Many) and isinstance(row.kind.item, Part):
            for inner in table(row.kind.item.cls()):
                assert f"{inner.key}: {inner.doc}" in comments
                if isinstance(inner.kind, OneOf):
                    assert f"One of: {', '.join(inner.kind.choices)}." in comments
