"""Single values of a content file."""

import pytest

from coach.content.fields import Flag, Kind, Number, OneOf, Slug, Text, Whole
from coach.content.scalars import Wrong, scalar


@pytest.mark.parametrize(
    ("tag", "raw", "kind", "value"),
    [
        ("str", "  some text ", Text(), "some text"),
        ("str", "acl-in-search", Slug(), "acl-in-search"),
        ("str", "mid", OneOf(("mid", "senior")), "mid"),
        ("int", "45", Whole(1, 240), 45),
        ("int", "1", Whole(1, 1), 1),
        ("int", "1_000", Whole(), 1000),
        ("int", "3", Number(), 3.0),
        ("float", "0.5", Number(), 0.5),
        ("int", "-3", Number(), -3.0),
        ("bool", "yes", Flag(), True),
        ("bool", "True", Flag(), True),
        ("bool", "off", Flag(), False),
    ],
)
def test_a_value_of_its_kind_is_taken(tag: str, raw: str, kind: Kind, value: object) -> None:
    taken = scalar(tag, raw, kind)
    assert taken == value
    assert type(taken) is type(value)


@pytest.mark.parametrize(
    ("tag", "raw", "kind", "why"),
    [
        ("str", "", Text(), "is empty"),
        ("str", "  ", Text(), "is empty"),
        ("null", "", Text(), "is empty"),
        ("null", "~", Slug(), "is empty"),
        ("bool", "no", Text(), "YAML reads 'no' as true or false; put it in quotes"),
        ("int", "007", Text(), "YAML reads '007' as a whole number; put it in quotes"),
        ("timestamp", "2026-11-21", Text(), "as a date; put it in quotes"),
        ("str", "Not A Slug", Slug(), "lower-case letters, digits and hyphens"),
        ("str", "-a", Slug(), "lower-case letters, digits and hyphens"),
        ("str", "a--b", Slug(), "lower-case letters, digits and hyphens"),
        ("str", "größe", Slug(), "lower-case letters, digits and hyphens"),
        ("str", "a\nb", Slug(), "lower-case letters, digits and hyphens"),
        ("str", "seniour", OneOf(("mid", "senior")), "is not one of mid, senior; did you mean senior?"),
        ("str", "zzz", OneOf(("mid", "senior")), "is not one of mid, senior"),
        ("int", "0", Whole(1, 240), "should be from 1 to 240, is 0"),
        ("int", "2", Whole(1, 1), "should be 1, is 2"),
        ("float", "1.5", Whole(), "should be a whole number, is a number"),
        ("str", "many", Number(), "should be a number, is text"),
        ("str", "true", Flag(), "should be true or false, is text"),
        ("int", "1:30", Number(), "base of 60"),
        ("float", ".inf", Number(), "finite"),
        ("float", ".nan", Number(), "finite"),
        ("tag:example.org,2026:x", "1", Number(), "is something else"),
        ("tag:example.org,2026:x", "1", Text(), "is something else"),
    ],
)
def test_any_other_value_is_refused_with_the_reason(tag: str, raw: str, kind: Kind, why: str) -> None:
    taken = scalar(tag, raw, kind)
    assert isinstance(taken, Wrong)
    assert why in taken.why


@pytest.mark.parametrize("kind", [Whole(), Number()])
@pytest.mark.parametrize("raw", ["9" * 400, "9" * 5_000, "abc", "", "0b_"], ids=lambda raw: raw[:5])
def test_a_number_that_python_cannot_hold_or_read_is_refused_and_breaks_nothing(raw: str, kind: Kind) -> None:
    assert isinstance(scalar("int", raw, kind), Wrong)
