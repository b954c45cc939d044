"""What must hold for a card of each kind."""

from dataclasses import replace
from typing import Any

import pytest

from coach.content.card import Card, card_problems

GOOD = {
    "recall": Card(id="a", kind="recall", front="Why?", back="So."),
    "choose": Card(id="a", kind="choose", front="Which?", options=("x", "y"), right="x"),
    "cloze": Card(id="a", kind="cloze", front="Filter {{before}} the {{search}}."),
    "tradeoff": Card(id="a", kind="tradeoff", front="A cache", gain="Speed", pay="Age", reverse="When all is new"),
    "fault": Card(id="a", kind="fault", front="What is wrong?", faults=("No retry",)),
    "estimate": Card(id="a", kind="estimate", front="How much?", answer=8.2, back="2 × 4.1"),
}


def problems(kind: str, **changes: Any) -> dict[str, str]:
    """What is wrong with a good card of a kind after changes, by field."""
    return dict(card_problems(replace(GOOD[kind], **changes)))


@pytest.mark.parametrize("kind", GOOD)
def test_a_good_card_of_each_kind_has_no_problem(kind: str) -> None:
    assert problems(kind) == {}
    assert problems(kind, back="More.", why="Since.", tags=("cost",), was=("old",)) == {}


@pytest.mark.parametrize(
    ("kind", "field", "empty"),
    [("recall", "back", ""), ("choose", "options", ()), ("choose", "right", ""), ("tradeoff", "gain", ""),
     ("tradeoff", "pay", ""), ("tradeoff", "reverse", ""), ("fault", "faults", ()), ("estimate", "answer", None),
     ("estimate", "back", "")],
)  # fmt: skip
def test_what_a_kind_needs_is_missed(kind: str, field: str, empty: object) -> None:
    assert problems(kind, **{field: empty}) == {field: f"is missing; cards of kind {kind} need it"}


@pytest.mark.parametrize(
    ("field", "value", "owner"),
    [("options", ("x", "y"), "choose"), ("right", "x", "choose"), ("gain", "x", "tradeoff"), ("pay", "x", "tradeoff"),
     ("reverse", "x", "tradeoff"), ("sketch", "a -> b", "fault"), ("faults", ("x",), "fault"),
     ("answer", 3.0, "estimate"), ("unit", "GB", "estimate"), ("within", 1.5, "estimate")],
)  # fmt: skip
@pytest.mark.parametrize("kind", GOOD)
def test_a_field_of_another_kind_is_named_with_the_kind_it_belongs_to(
    kind: str, field: str, value: object, owner: str
) -> None:
    found = problems(kind, **{field: value})
    if kind == owner:
        assert "belongs" not in found.get(field, "")
    else:
        assert found == {field: f"belongs to cards of kind {owner}, and this is {kind}"}


@pytest.mark.parametrize(
    ("kind", "changes", "field", "message"),
    [
        ("choose", {"options": ("x",)}, "options", "two or more"),
        ("choose", {"options": ("x", "y", "x")}, "options", "all different"),
        ("choose", {"right": "X"}, "right", "is not among the options"),
        ("cloze", {"front": "Filter before."}, "front", "hides nothing"),
        ("cloze", {"front": "Filter {{}} it."}, "front", "hides nothing"),
        ("cloze", {"front": "Filter {before} it."}, "front", "hides nothing"),
        ("cloze", {"front": "Filter {{ }} it."}, "front", "without a letter or digit"),
        ("cloze", {"front": "Filter {{before}} {{?}}."}, "front", "without a letter or digit"),
        ("cloze", {"front": "{{before}}, {{after}}."}, "front", "hides everything"),
        ("estimate", {"within": 0.5}, "within", "at least 1"),
        ("estimate", {"answer": 0.0}, "answer", "above 0"),
        ("estimate", {"answer": -2.0}, "answer", "above 0"),
    ],
)
def test_what_makes_no_sense_is_said(kind: str, changes: dict[str, Any], field: str, message: str) -> None:
    found = problems(kind, **changes)
    assert list(found) == [field]
    assert message in found[field]


def test_blanks_are_what_a_cloze_hides_in_order_and_no_other_card_has_any() -> None:
    assert GOOD["cloze"].blanks == ("before", "search")
    assert Card(id="a", kind="cloze", front="A {{part\nover lines}}.").blanks == ("part\nover lines",)
    assert Card(id="a", kind="recall", front="What fills {{name}} in a template?", back="So.").blanks == ()
