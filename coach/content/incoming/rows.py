"""What a reader makes of a file: rows with the fields of a card as text, and what it could not read."""

from dataclasses import dataclass, field

_NAMES = {
    "id": "id", "guid": "id", "front": "front", "question": "front", "back": "back", "answer": "back", "why": "why",
    "tags": "tags",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """What a file says of one card, from the line on where it begins; a field that is not in it was not said."""

    line: int
    fields: dict[str, str]


@dataclass(slots=True)
class Sheet:
    """The rows of a file, the lines that are none with the reason, and what else to tell about it."""

    rows: list[Row] = field(default_factory=list)
    left_out: list[tuple[int, str]] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


def field_of(name: str) -> str:
    """The field that the name of a column means, or nothing."""
    return _NAMES.get(name.strip().strip("*_:").lower(), "")
