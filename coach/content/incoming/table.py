"""Flashcards in CSV and TSV."""

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from coach.content.incoming.rows import Row, Sheet, field_of

DELIMITERS = ("\t", ";", ",")
"""What may part cells; of two that fit alike the first, as commas and semicolons also stand in sentences."""
_SEP = re.compile(r"sep=(.)", re.IGNORECASE)
_SAMPLE = 200
_NEVER_CLOSED = "a quotation mark in this line is never closed"


def read_table(text: str) -> Sheet:
    """The rows of a table. Columns are known by a header row, else the first is the front and the second the back."""
    lines = text.split("\n")
    start, given = 0, _SEP.fullmatch(lines[0].strip())
    if given:
        start = 1
    sheet = Sheet()
    delimiter = given[1] if given else sniffed(lines)
    found = _records(lines, delimiter, start, sheet)
    if not found:
        return sheet
    columns = [field_of(name) for name in found[0][1]]
    if _is_header(columns):
        width = len(columns)
        unused = [name.strip() for name, column in zip(found[0][1], columns, strict=True) if not column]
        _say_unused(sheet, [name or "without a name" for name in unused])
        found = found[1:]
    else:
        width = Counter(len(cells) for _, cells in found).most_common(1)[0][0]
        columns = ["front", "back"]
        if width > 2:
            _say_unused(sheet, [str(number) for number in range(3, width + 1)])
            sheet.remarks.append("A first line such as front,back,why,tags,id says what is in which column.")
    for line, cells in found:
        if len(cells) > max(width, 2):
            mark = {"\t": "tab"}.get(delimiter, f"«{delimiter}»")
            sheet.left_out.append((line, f"has {len(cells)} columns, not {width}; put a text with a {mark} in quotes"))
        else:
            sheet.rows.append(Row(line, row_of(columns, cells)))
    return sheet


def row_of(columns: Sequence[str], cells: Sequence[str]) -> dict[str, str]:
    """The fields of a row; of two columns that mean the same the first counts."""
    fields: dict[str, str] = {}
    for number, column in enumerate(columns):
        if column:
            fields.setdefault(column, cells[number] if number < len(cells) else "")
    return fields


def sniffed(lines: Sequence[str], start: int = 0) -> str:
    """The delimiter under which the most rows have the same number of columns, or whose first row is a header."""
    best, top = ",", 0.0
    for delimiter in DELIMITERS:
        sizes: Counter[int] = Counter()
        for number, (_, cells) in enumerate(records(lines[: start + _SAMPLE], delimiter, start)):
            if number == 0 and _is_header([field_of(name) for name in cells]) and len(cells) > 1:
                return delimiter
            sizes[len(cells) if isinstance(cells, list) else 0] += 1
        same = max((count for size, count in sizes.items() if size > 1), default=0) / max(sizes.total(), 1)
        if same > top:
            best, top = delimiter, same
    return best


def records(lines: Sequence[str], delimiter: str, start: int = 0) -> Iterator[tuple[int, list[str] | str]]:
    """The records of a table with the line (from 1) on which each begins: its cells, or what is wrong with it.

    A quotation mark that is never closed costs its own line and not the rest of the file.
    """
    broken = False
    while start < len(lines):
        reader = csv.reader((f"{lines[at]}\n" for at in range(start, len(lines))), delimiter=delimiter, strict=True)
        while True:
            at = start + reader.line_num
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                yield at + 1, _mended(lines[at], delimiter, error)
                start, broken = at + 1, True
                break
            if broken and lines[at].count('"') % 2:  # the rest of what the broken line began
                yield at + 1, _NEVER_CLOSED
                continue
            broken = False
            yield at + 1, cells


def _mended(line: str, delimiter: str, error: csv.Error) -> list[str] | str:
    """The cells of a line with quotation marks where none belong, taken as they stand; else what is wrong."""
    if "field limit" in str(error) and len(line) > csv.field_size_limit():
        return f"has a cell of more than {csv.field_size_limit():,} characters"
    if line.count('"') % 2:
        return _NEVER_CLOSED
    try:
        (as_quoted,) = csv.reader([line], delimiter=delimiter)
        (as_it_stands,) = csv.reader([line], delimiter=delimiter, quoting=csv.QUOTE_NONE)
    except csv.Error:
        return "cannot be read"
    return as_it_stands if len(as_it_stands) == len(as_quoted) else as_quoted


def _records(lines: Sequence[str], delimiter: str, start: int, sheet: Sheet) -> list[tuple[int, list[str]]]:
    """The records that could be read, without empty cells at their end; the others are left out."""
    found = []
    for line, cells in records(lines, delimiter, start):
        if isinstance(cells, str):
            sheet.left_out.append((line, cells))
            continue
        while cells and not cells[-1].strip():
            cells.pop()
        if cells:
            found.append((line, cells))
    return found


def _is_header(columns: Sequence[str]) -> bool:
    return "front" in columns and ("back" in columns or len(columns) == 1)


def _say_unused(sheet: Sheet, names: Sequence[str]) -> None:
    if names:
        more = f" and {len(names) - 8} more" if len(names) > 8 else ""
        word = "Columns" if len(names) > 1 else "Column"
        sheet.remarks.append(f"{word} not used: {', '.join(names[:8])}{more}.")
