"""Labelled rows of lists in columns: as many columns side by side as fit, the others in bands below."""

from collections.abc import Sequence
from itertools import zip_longest
from math import ceil

from coach.language.printable import one_line
from coach.screens.ui import Grid
from coach.terminal.cells import padded, width_of, wrapped

_NARROWEST = 20
_BETWEEN = 2
_SIDE_BY_SIDE = 56
"""The width from which columns stand beside each other."""


def grid(block: Grid, width: int) -> list[str]:
    """A grid as lines that fit the width, which is in cells."""
    label = max((width_of(one_line(name)) for name, _ in block.rows), default=0)
    fitting = (width - label - 1) // (_NARROWEST + _BETWEEN) if width >= _SIDE_BY_SIDE else 1
    bands = ceil(len(block.heads) / max(fitting, 1))
    per_band = ceil(len(block.heads) / bands) if bands else 0
    shown: list[str] = []
    for first in range(0, len(block.heads), per_band or 1):
        columns = range(first, min(first + per_band, len(block.heads)))
        room = (width - label - 1) // per_band - _BETWEEN
        shown += [""] if shown else []
        shown += _row("", [[block.heads[at]] for at in columns], label, room)
        for name, cells in block.rows:
            shown += _row(name, [cells[at] for at in columns], label, room)
    return shown


def _row(name: str, cells: Sequence[Sequence[str]], label: int, room: int) -> list[str]:
    columns = [[line for entry in cell for line in _wrapped(entry, room)] for cell in cells]
    widths = [label + _BETWEEN, *(room + _BETWEEN for _ in columns)]
    return [
        "".join([" ", *map(padded, texts, widths)]).rstrip()
        for texts in zip_longest([one_line(name)], *columns, fillvalue="")
    ]


def _wrapped(entry: str, room: int) -> list[str]:
    """An entry wrapped, its further lines below the word after its number."""
    number, space, _ = entry.partition(" ")
    lead = len(entry) - len(entry.lstrip())
    hang = " " * (lead or (len(number) + len(space) if number.isdecimal() else 0))
    text = one_line(entry)
    return wrapped(text, room, " " * lead, hang) or [""]
