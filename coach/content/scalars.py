"""Single values of a content file: what YAML made of them, against what the table of fields wants."""

import math
import re
from dataclasses import dataclass
from typing import Any

import yaml

from coach.content.fields import Flag, Kind, Number, OneOf, Slug, Whole
from coach.content.problem import did_you_mean

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
TAG_NAMES = {
    "str": "text",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "null": "nothing",
    "timestamp": "a date",
    "map": "a mapping",
    "seq": "a list",
}


@dataclass(frozen=True)
class Wrong:
    """A value that is not what it should be, and why."""

    why: str


def scalar(tag: str, raw: str, kind: Kind) -> Any:
    """The value of a scalar, given as YAML's short tag and its raw text, or Wrong."""
    match kind:
        case Flag():
            return raw.lower() in ("true", "yes", "on") if tag == "bool" else _not_a("true or false", tag)
        case Whole(low, high):
            number = _number(tag, raw, "a whole number", ("int",))
            if isinstance(number, Wrong):
                return number
            if low <= number <= high:
                return int(number)
            return Wrong(f"should be {low if low == high else f'from {low} to {high}'}, is {raw}")
        case Number():
            return _number(tag, raw, "a number", ("int", "float"))
        case Slug():
            value = _text(tag, raw)
            if isinstance(value, str) and not SLUG.fullmatch(value):
                return Wrong(f"{value!r} should be lower-case letters, digits and hyphens")
            return value
        case OneOf(choices):
            value = _text(tag, raw)
            if isinstance(value, str) and value not in choices:
                return Wrong(f"{value!r} is not one of {', '.join(choices)}{did_you_mean(value, choices)}")
            return value
        case _:
            return _text(tag, raw)


def _text(tag: str, raw: str) -> str | Wrong:
    if tag in ("bool", "int", "float", "timestamp"):
        return Wrong(f"should be text, but YAML reads {raw!r} as {TAG_NAMES[tag]}; put it in quotes")
    if tag not in ("str", "null"):
        return _not_a("text", tag)
    return raw.strip() if tag == "str" and raw.strip() else Wrong("is empty")


def _number(tag: str, raw: str, what: str, tags: tuple[str, ...]) -> float | Wrong:
    if tag not in tags:
        return _not_a(what, tag)
    if ":" in raw:
        return Wrong(f"YAML reads {raw} as a number to the base of 60; write it another way")
    try:
        value = float(yaml.safe_load(raw))
    except (ValueError, TypeError, OverflowError, yaml.YAMLError):
        return Wrong(f"should be {what}, is nothing that can be read as one")
    return value if math.isfinite(value) else Wrong("should be a finite number")


def _not_a(what: str, tag: str) -> Wrong:
    return Wrong(f"should be {what}, is {TAG_NAMES.get(tag, 'something else')}")
