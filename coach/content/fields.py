"""The table of fields: what each part of a content file holds, said once.

A content class is a frozen dataclass whose fields carry a kind and one sentence of explanation. The loader checks
files against it, `coach schema` turns it into a JSON Schema and `coach new` into the comments of a skeleton.
"""

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


class Kind:
    """What a value may be."""


@dataclass(frozen=True)
class Text(Kind):
    """Text of one or more lines."""


@dataclass(frozen=True)
class Slug(Kind):
    """A stable id: lower-case letters, digits and hyphens."""


@dataclass(frozen=True)
class Pattern(Kind):
    """A pattern of `language/patterns.py`."""


@dataclass(frozen=True)
class Whole(Kind):
    """A whole number in a range."""

    low: int = 0
    high: int = 10**9


@dataclass(frozen=True)
class Number(Kind):
    """Any number."""


@dataclass(frozen=True)
class Flag(Kind):
    """True or false."""


@dataclass(frozen=True)
class OneOf(Kind):
    """One of a few words."""

    choices: tuple[str, ...]


@dataclass(frozen=True)
class Many(Kind):
    """A list; with `or_one`, a single value may stand for a list of one."""

    item: Kind
    at_least: int = 0
    or_one: bool = False


@dataclass(frozen=True)
class Table(Kind):
    """A mapping from names to values of one kind; keys are limited to `keys` where given."""

    value: Kind
    keys: tuple[str, ...] = ()


@dataclass(frozen=True)
class Part(Kind):
    """A nested content class."""

    cls: Callable[[], type]


@dataclass(frozen=True)
class Field:
    """One row of the table: the name in the file, the name in the class, its kind, what it is for."""

    key: str
    name: str
    kind: Kind
    doc: str
    required: bool


def has(kind: Kind, doc: str, *, key: str = "") -> Any:
    """A field that a file must have."""
    return dataclasses.field(metadata={"kind": kind, "doc": doc, "key": key, "required": True})


def may(kind: Kind, doc: str, default: Any = None, *, key: str = "") -> Any:
    """A field that a file may leave out; lists and tables default to empty ones, text to the empty text."""
    metadata = {"kind": kind, "doc": doc, "key": key, "required": False}
    if default is None and isinstance(kind, Many):
        default = ()
    elif default is None and isinstance(kind, Table):
        return dataclasses.field(default_factory=dict, metadata=metadata)
    elif default is None and isinstance(kind, Text | OneOf | Slug):
        default = ""
    return dataclasses.field(default=default, metadata=metadata)


def table(cls: type) -> list[Field]:
    """The rows of a content class, in the order of the file."""
    return [
        Field(f.metadata["key"] or f.name, f.name, f.metadata["kind"], f.metadata["doc"], f.metadata["required"])
        for f in dataclasses.fields(cls)
    ]
