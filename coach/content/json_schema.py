"""The table of fields as a JSON Schema, for editors."""

from typing import Any

from coach.content.fields import (
    Flag,
    Kind,
    Many,
    Number,
    OneOf,
    Part,
    Slug,
    Table,
    Whole,
    table,
)
from coach.content.scalars import SLUG

DRAFT = "https://json-schema.org/draft/2020-12/schema"


def json_schema(cls: type, title: str) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of one content class."""
    return {"$schema": DRAFT, "title": title, **_part(cls)}


def _part(cls: type) -> dict[str, Any]:
    fields = table(cls)
    return {
        "type": "object",
        "description": (cls.__doc__ or "").strip().split("\n")[0],
        "additionalProperties": False,
        "required": [f.key for f in fields if f.required],
        "properties": {f.key: {**_kind(f.kind), "description": f.doc} for f in fields},
    }


def _kind(kind: Kind) -> dict[str, Any]:
    match kind:
        case Part(cls):
            return _part(cls())
        case Many(item, at_least, or_one):
            array: dict[str, Any] = {"type": "array", "items": _kind(item)}
            if at_least:
                array["minItems"] = at_least
            return {"anyOf": [array, _kind(item)]} if or_one else array
        case Table(value, keys):
            if keys:
                return {
                    "type": "object",
                    "additionalProperties": False,
                    "properties": {key: _kind(value) for key in keys},
                }
            return {"type": "object", "additionalProperties": _kind(value)}
        case OneOf(choices):
            return {"enum": list(choices)}
        case Whole(low, high):
            return {"type": "integer", "minimum": low, "maximum": high}
        case Number():
            return {"type": "number"}
        case Flag():
            return {"type": "boolean"}
        case Slug():
            return {"type": "string", "pattern": f"^{SLUG.pattern}$"}
        case _:
            return {"type": "string", "minLength": 1}
