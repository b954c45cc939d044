"""Flashcards in the text that Anki exports."""

import re

from coach.content.incoming.html_text import plain_text, without_sounds
from coach.content.incoming.rows import Row, Sheet, field_of
from coach.content.incoming.table import records, row_of, sniffed

_HEADER = re.compile(r"#([a-z]+(?: column)?):(.*)", re.IGNORECASE | re.DOTALL)
_KNOWN = frozenset({
    "separator", "html", "tags", "columns", "notetype", "deck", "guid column", "notetype column", "deck column",
    "tags column",
})  # fmt: skip
_SEPARATORS = {"tab": "\t", "comma": ",", "semicolon": ";", "colon": ":", "pipe": "|", "space": " "}


def is_anki(text: str) -> bool:
    """Whether a text begins with the headers of an export."""
    return any(name in _KNOWN for name in _headers(text.split("\n", 20)[:20])[0])


def read_anki(text: str) -> Sheet:
    """The notes of an export. Its first two columns of text are front and back, unless a header names them."""
    lines = text.split("\n")
    headers, start = _headers(lines)
    named = headers.get("separator", "")
    separator = _SEPARATORS.get(named.strip().lower()) or named[:1] or sniffed(lines, start)
    html = headers.get("html", "").strip().lower() == "true"
    special = {_column(headers, name): name for name in ("guid", "tags", "deck", "notetype") if _column(headers, name)}
    labels = headers.get("columns", "").split(separator)
    sheet, dropped, unused = Sheet(), dict[str, int](), set[int]()
    for line, cells in records(lines, separator, start):
        if isinstance(cells, str):
            sheet.left_out.append((line, cells))
        elif cells and not lines[line - 1].startswith("#"):
            columns = _columns(len(cells), special, labels)
            unused |= {
                n for n, column in enumerate(columns) if not column and cells[n].strip() and n + 1 not in special
            }
            texts = [
                _text(cell, dropped, html=html) if columns[n] in ("front", "back", "why") else cell
                for n, cell in enumerate(cells)
            ]
            fields = row_of(columns, texts)
            if headers.get("tags", "").strip():
                fields["tags"] = f"{fields.get('tags', '')} {headers['tags']}"
            sheet.rows.append(Row(line, fields))
    if dropped:
        what = " and ".join(f"{count} {name}{'' if count == 1 else 's'}" for name, count in sorted(dropped.items()))
        sheet.remarks.append(f"{what} dropped: a terminal shows text.")
    if unused:
        sheet.remarks.append(f"Fields after the second are not used: {len(unused)} in some notes.")
    return sheet


def _headers(lines: list[str]) -> tuple[dict[str, str], int]:
    """The headers by name, and the first line after them."""
    headers: dict[str, str] = {}
    for number, line in enumerate(lines):
        if not line.startswith("#"):
            return headers, number
        if match := _HEADER.fullmatch(line):
            headers.setdefault(match[1].lower(), match[2])
    return headers, len(lines)


def _column(headers: dict[str, str], name: str) -> int:
    """The number of a special column, from 1; 0 when there is none."""
    value = headers.get(f"{name} column", "").strip()
    return int(value) if value.isascii() and value.isdigit() and len(value) < 4 else 0


def _columns(width: int, special: dict[int, str], labels: list[str]) -> list[str]:
    """What the columns of a note mean. Named ones go by their names when there is a front among them."""
    columns = [{"guid": "id", "tags": "tags"}.get(special.get(n, ""), "") for n in range(1, width + 1)]
    plain = [n for n in range(width) if n + 1 not in special]
    named = {n: field_of(labels[n]) for n in plain if n < len(labels)}
    if "front" not in named.values():
        named = dict(zip(plain, ("front", "back"), strict=False))
    return [column or named.get(n, "") for n, column in enumerate(columns)]


def _text(cell: str, dropped: dict[str, int], *, html: bool) -> str:
    return plain_text(cell, dropped) if html else without_sounds(cell, dropped)
