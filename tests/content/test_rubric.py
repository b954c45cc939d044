"""The parts of the rubric file."""

import pytest

from coach.content.library import Library
from coach.content.reading import read
from coach.content.rubric import Bar, Dimension, Rubric
from coach.content.terms import LEVELS, SCORED


def made_up() -> Rubric:
    """A rubric of two dimensions."""
    two = [
        Dimension(id=name, name=name.title(), short=name, bar="b", anchors=("a", "b", "c", "d"))
        for name in ("flow", "depth")
    ]
    return Rubric(
        schema=1, note="made up", dimensions=tuple(two), levels={"mid": Bar(bar=3, weights={"flow": 0.5, "depth": 0.5})}
    )


def test_a_dimension_is_found_by_its_id() -> None:
    found = made_up().dimension("depth")
    assert found is not None
    assert found.name == "Depth"
    assert made_up().dimension("numbers") is None


def test_a_dimension_counts_in_the_score_unless_it_says_otherwise() -> None:
    text = """\
schema: 1
note: made up
dimensions:
  - {id: flow, name: Flow, short: flow, bar: b, anchors: [a, b, c, d]}
  - {id: driving, name: Driving, short: driving, bar: b, anchors: [a, b, c, d], scored: false}
levels: {mid: {bar: 2.5, weights: {flow: 1}}}
"""
    value = read(text, "rubric.yaml", Rubric).value
    assert value is not None
    assert [d.scored for d in value.dimensions] == [True, False]
    assert value.levels["mid"] == Bar(bar=2.5, weights={"flow": 1.0})


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("dimensions: [{id: taste, name: n, short: s, bar: b, anchors: [a, b, c, d]}]", "'taste' is not one of"),
        ("levels: {junior: {bar: 1, weights: {}}}", "unknown key 'junior'"),
        ("levels: {mid: {bar: 1, weights: {tase: 1}}}", "unknown key 'tase'"),
        ("levels: {mid: {bar: high, weights: {}}}", "should be a number, is text"),
    ],
)
def test_unknown_dimensions_and_levels_are_refused(part: str, said: str) -> None:
    problems = read(f"schema: 1\nnote: n\n{part}\n", "rubric.yaml", Rubric).problems
    assert any(said in problem.message for problem in problems)


def test_the_shipped_rubric_has_eight_scored_dimensions_and_one_shown_apart(library: Library) -> None:
    shipped = library.rubric().value
    assert tuple(d.id for d in shipped.dimensions if d.scored) == SCORED
    assert [d.id for d in shipped.dimensions if not d.scored] == ["driving"]


def test_the_bar_rises_with_the_level_and_no_weight_is_given_to_what_is_not_scored(library: Library) -> None:
    shipped = library.rubric().value
    bars = [shipped.levels[level].bar for level in LEVELS]
    assert bars == sorted(set(bars))
    for level in LEVELS:
        assert set(shipped.levels[level].weights) == set(SCORED)
        assert all(weight > 0 for weight in shipped.levels[level].weights.values())
