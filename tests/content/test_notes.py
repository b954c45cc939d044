"""Notes written by candidates, and the points that a reviewer says they earn: the patterns must find them."""

import json
from functools import cache
from pathlib import Path

import pytest

from coach.content.library import Library
from coach.content.roots import Root, shipped
from coach.language import patterns

DATA = Path(__file__).parent.parent / "data" / "notes"
SETS = [
    (folder.name, name)
    for folder in sorted(DATA.iterdir())
    for name in json.loads((folder / "expected.json").read_text(encoding="utf-8"))
]


@cache
def _found(scenario: str, name: str) -> dict[str, set[int]]:
    """For each point the lines of a note set, from 1, in which its patterns are found."""
    library = Library([Root.at("shipped", shipped())])
    content = library.scenario(scenario).value
    words = {**library.glossary, **content.words}
    lines = (DATA / scenario / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    found = {}
    for point in content.points:
        match = [patterns.parse(source, words) for source in content.match_of(point)]
        reject = [patterns.parse(source, words) for source in point.reject]
        found[point.id] = {
            number
            for number, line in enumerate(lines, start=1)
            if not line.startswith("#") and patterns.any_match(match, line) and not patterns.any_match(reject, line)
        }
    return found


def _expected(scenario: str, name: str) -> dict[str, set[int]]:
    earned = json.loads((DATA / scenario / "expected.json").read_text(encoding="utf-8"))[name]
    return {point: set(lines) for point, lines in earned.items()}


@pytest.mark.parametrize(("scenario", "name"), SETS)
def test_every_point_that_the_notes_earn_is_found_in_a_line_that_earns_it(scenario: str, name: str) -> None:
    found = _found(scenario, name)
    missed = [point for point, lines in _expected(scenario, name).items() if not found[point] & lines]
    assert missed == []


@pytest.mark.parametrize(("scenario", "name"), SETS)
def test_no_point_is_found_in_a_line_that_does_not_earn_it(scenario: str, name: str) -> None:
    expected = _expected(scenario, name)
    wrong = {point: lines - expected.get(point, set()) for point, lines in _found(scenario, name).items()}
    assert {point: lines for point, lines in wrong.items() if lines} == {}
