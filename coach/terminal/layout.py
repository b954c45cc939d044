"""Blocks as lines of plain text: what pipes, dumb terminals and screen readers get."""

import textwrap
from collections.abc import Callable, Collection, Sequence
from itertools import zip_longest

from coach.language.printable import one_line, printable, shorten
from coach.screens.ui import Beside, Block, Gap, Grid, Pairs, Picture, Pictures, Rule, Sides, Sketch, Table, Text
from coach.terminal.cells import padded, width_of, wrapped
from coach.terminal.grid import grid

WIDEST = 100
_LABEL = 20
_COLUMNS = 72
"""The width from which two texts stand beside each other."""
_SPARE = 2
"""Columns an ellipsis takes more in ASCII."""
_BETWEEN = 4
_SKETCH = "   "


def lines(block: Block, width: int, draw: Callable[[Picture], list[str]]) -> list[str]:
    """A block as lines that fit the width, which is in columns."""
    window, width = width, max(20, min(width, WIDEST))
    match block:
        case Rule(left, right):
            return [rule(left, right, width)]
        case Text(text, _, indent, hang):
            return wrap(text, width, " " * indent, " " * (indent + hang))
        case Beside():
            return beside(block, width)
        case Pairs(rows):
            return pairs(rows, width)
        case Table(heads, rows, right):
            return table(heads, rows, right, width)
        case Sides():
            return sides(block, width)
        case Grid():
            return grid(block, width)
        case Sketch(text):
            return sketch(text, width)
        case Picture():
            return draw(block)
        case Pictures(named):
            return side_by_side([[f" {title}", *draw(Picture(graph))] for title, graph in named], window)
        case Gap():
            return [""]


def rule(left: str, right: str, width: int) -> str:
    """A title inside a line: `── left ───── right ─`."""
    left, right = one_line(left), one_line(right)
    tail = f" {right} ─" if right and width_of(left) + width_of(right) + 10 < width else "─"
    head = f"── {left} " if left else "──"
    used = len(head) + len(tail) + width_of(left) - len(left) + (width_of(right) - len(right) if tail != "─" else 0)
    if used >= width:
        while width_of(head) > width:
            head = head[:-1]
        return head.rstrip()
    return head + "─" * (width - used) + tail


def wrap(text: str, width: int, first: str, rest: str) -> list[str]:
    """Paragraphs wrapped to a width, each line break kept."""
    shown = []
    for index, paragraph in enumerate(printable(text).splitlines() or [""]):
        indent = paragraph[: len(paragraph) - len(paragraph.lstrip())][:8]
        bullet = "  " if paragraph.lstrip().startswith(("- ", "* ")) else ""
        head = first if index == 0 else rest
        shown += wrapped(paragraph.strip(), width, head + indent, rest + indent + bullet) or [""]
    return shown


def beside(block: Beside, width: int) -> list[str]:
    """A marked paragraph, with its notes in a second column or, where that is too narrow, below it."""
    mark = f" {one_line(block.mark)} "
    blank = " " * len(mark)
    if not block.notes or width < _COLUMNS:
        room = width - len(mark) - _SPARE
        return [*wrap(block.text, width, mark, blank), *(blank + shorten(note, room) for note in block.notes)]
    right = (width - len(mark)) * 9 // 20
    left = textwrap.wrap(one_line(block.text), width - len(mark) - right) or [""]
    room = right - 1 - _SPARE
    notes = list(block.notes)
    if len(notes) == 1:
        parts = textwrap.wrap(one_line(notes[0]), room)
        notes = [*parts[: len(left) - 1], " ".join(parts[len(left) - 1 :])]
    notes = [shorten(note, room) for note in notes]
    column = width - right + 1
    return [
        f"{(blank if at else mark) + text:<{column}}{note}".rstrip()
        for at, (text, note) in enumerate(zip_longest(left, notes, fillvalue=""))
    ]


def pairs(rows: Sequence[tuple[str, str]], width: int) -> list[str]:
    """Labels in a column, with the text wrapped beside them."""
    column = label_width(rows, width)
    shown = []
    for label, text in rows:
        name, blank = one_line(label), " " * (column + 3)
        if width_of(name) > column:
            shown += wrap(name, width, " ", " ")
            name = ""
        shown += wrap(text, width, f" {padded(name, column)}  " if name else blank, blank)
    return shown


def label_width(rows: Sequence[tuple[str, str]], width: int) -> int:
    """The columns that the labels of pairs take."""
    return min(max((width_of(one_line(label)) for label, _ in rows), default=0), _LABEL, width // 3)


def sketch(text: str, width: int) -> list[str]:
    """Lines as they stand, indented; one that is too long goes on below, two columns further in than it began."""
    shown = []
    for line in printable(text.expandtabs(4)).splitlines():
        inset = len(line) - len(line.lstrip())
        shown += textwrap.wrap(
            line,
            width,
            initial_indent=_SKETCH,
            subsequent_indent=_SKETCH + " " * min(inset + 2, width // 3),
            drop_whitespace=False,
            replace_whitespace=False,
            break_on_hyphens=False,
        ) or [""]
    return [line.rstrip() for line in shown]


def table(heads: Sequence[str], rows: Sequence[Sequence[str]], right: Collection[int], width: int) -> list[str]:
    """Columns under heads; when they do not fit, the widest column is wrapped."""
    cells = [[one_line(cell) for cell in row] for row in ([heads, *rows] if any(heads) else rows)]
    if not cells:
        return []
    widths = [max(1, *(width_of(row[i]) for row in cells)) for i in range(len(cells[0]))]  # a column may be empty
    widest = widths.index(max(widths))
    room = width - 1 - 2 * (len(widths) - 1) - (sum(widths) - widths[widest])
    if room < 12:
        return _stacked(cells, width)
    widths[widest] = min(widths[widest], room)
    shown = []
    for row in cells:
        parts = [wrapped(cell, widths[i], "", "") or [""] for i, cell in enumerate(row)]
        for level in range(max(map(len, parts))):
            texts = [part[level] if level < len(part) else "" for part in parts]
            aligned = [
                " " * (widths[i] - width_of(text)) + text if i in right else padded(text, widths[i])
                for i, text in enumerate(texts)
            ]  # fmt: skip
            shown.append((" " + "  ".join(aligned)).rstrip())
    return shown


def side_by_side(columns: Sequence[Sequence[str]], width: int) -> list[str]:
    """Columns of lines side by side if they fit the width, else one after the other with a line between."""
    widths = [max(map(width_of, column), default=0) for column in columns]
    if sum(widths) + _BETWEEN * (len(columns) - 1) > width:
        return [line for column in columns for line in (*column, "")][:-1]
    rows = zip_longest(*columns, fillvalue="")
    filled = ([padded(cell, wide + _BETWEEN) for cell, wide in zip(r, widths, strict=True)] for r in rows)
    return ["".join(row).rstrip() for row in filled]


def sides(block: Sides, width: int) -> list[str]:
    """Two labelled texts in columns; in a narrow window below each other, their labels in a column."""
    label = max(width_of(one_line(name)) for name, _ in block)
    room = (width - len(_SKETCH) - _BETWEEN) // 2 if width >= _COLUMNS else width - len(_SKETCH)
    columns = [
        wrapped(one_line(text), room, f"{padded(one_line(name), label)}  ", " " * (label + 2)) for name, text in block
    ]
    if width < _COLUMNS:
        return [_SKETCH + line for column in columns for line in column]
    return [
        _SKETCH + line for line in side_by_side([[padded(columns[0][0], room), *columns[0][1:]], columns[1]], width)
    ]


def _stacked(cells: list[list[str]], width: int) -> list[str]:
    """A table for windows that are too narrow for columns: a row is a paragraph."""
    shown = []
    for row in cells:
        shown += wrap(" · ".join(cell for cell in row if cell), width, " ", "   ")
    return shown
