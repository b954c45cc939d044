"""What points, new situations and whole questions stand for."""

import pytest

from coach.content.aspects import DIMENSION, LINCHPIN, SKILL, of_curveball, of_point, of_tags, shares
from coach.content.library import Library
from coach.content.roots import Root, shipped
from coach.content.terms import SCORED
from tests.pinned import PINNED

MORE = {
    "used: [\"cutoff|threshold\"]": "used: [\"cutoff|threshold\"]\n    covers: [cost, success]",
    "used: [\"german & embed*\"]": "used: [\"german & embed*\"]\n    covers: [language]",
    "used: [\"node\"]": "used: [\"node\"]\n    covers: [scale]",
    "match: [\"cutoff\"], why": "skills: [error-cost, abstention], match: [\"cutoff\"], why",
    "unless: \"links\", points: [gate]": "unless: \"links\", points: [cutoff], about: [languages, volume]",
}  # fmt: skip


@pytest.fixture
def library(library: Library) -> Library:
    """Content with a question that has skills, headings and a new situation that speaks of facts."""
    text = PINNED
    for old, new in MORE.items():
        assert old in text
        text = text.replace(old, new)
    folder = library.roots[0].scenarios
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "pinned.yaml").write_text(text, encoding="utf-8")
    return library


def test_a_point_stands_for_its_dimension_its_skills_and_the_headings_of_its_linchpin(library: Library) -> None:
    scenario = library.scenario("pinned").value
    points = {point.id: point for point in scenario.points}
    assert of_point(scenario, points["asks-cost"]) == [
        (DIMENSION, "success"), (LINCHPIN, "cost"), (LINCHPIN, "success"),
    ]  # fmt: skip
    assert of_point(scenario, points["cutoff"]) == [
        (DIMENSION, "numbers"), (SKILL, "error-cost"), (SKILL, "abstention"),
    ]  # fmt: skip


def test_a_new_situation_calls_for_its_points_and_the_linchpins_it_speaks_of(library: Library) -> None:
    scenario = library.scenario("pinned").value
    assert of_curveball(scenario, scenario.curveballs[0]) == {
        (DIMENSION, "numbers"), (SKILL, "error-cost"), (SKILL, "abstention"), (LINCHPIN, "language"),
    }  # fmt: skip


def test_a_question_is_as_much_of_a_thing_as_its_points_or_linchpins_are(library: Library) -> None:
    found = shares(library.scenario("pinned").value)
    assert found[DIMENSION, "numbers"] == found[SKILL, "abstention"] == 0.2
    assert found[LINCHPIN, "cost"] == found[LINCHPIN, "language"] == 0.5
    assert (LINCHPIN, "scale") not in found, "a fact that is no linchpin"


def test_every_shipped_question_shares_its_points_out_whole() -> None:
    library = Library([Root.at("shipped", shipped())])
    for listed in library.scenarios():
        found = shares(library.listed(listed))
        assert sum(share for (kind, _), share in found.items() if kind == DIMENSION) == pytest.approx(1)
        assert {name for kind, name in found if kind == DIMENSION} <= {*SCORED, "driving"}
        assert any(kind == LINCHPIN for kind, _ in found)


def test_tags_are_taken_for_skills() -> None:
    assert of_tags(["cost", "work"]) == [(SKILL, "cost"), (SKILL, "work")]
