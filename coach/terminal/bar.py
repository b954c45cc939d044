"""The bar below the prompt."""

from collections.abc import Sequence

from prompt_toolkit.formatted_text import ANSI
from rich.console import Console
from rich.text import Text

from coach.language.printable import shorten
from coach.screens.ui import Bar
from coach.terminal.cells import width_of
from coach.terminal.glyphs import to_ascii

_FULL, _EMPTY = "█", "░"
_WIDE, _TALL, _SHORTEST, _LONGEST, _FEW, _FEWEST = 60, 10, 5, 14, 3, 18
_STYLES = {"": "cyan", "warn": "yellow", "over": "bold red"}


def draw_bar(bar: Bar, columns: int, rows: int, unicode: bool, colours: bool) -> ANSI:
    """The bar as escape codes for a prompt's toolbar."""
    console = Console(
        width=max(columns, 1),
        force_terminal=True,
        color_system="standard" if colours else None,
        legacy_windows=False,
    )
    with console.capture() as capture:
        console.print(bar_text(bar, columns, rows, unicode), end="", soft_wrap=True, highlight=False)
    return ANSI(capture.get())


def bar_text(bar: Bar, columns: int, rows: int, unicode: bool = True) -> Text:
    """Step, time used, time left, the total and the keys that fit; the keys get a second row in a narrow window."""
    sign = str if unicode else to_ascii
    style = _STYLES[bar.state]
    head, left = sign(f" {shorten(bar.title, max(columns // 3, _FEWEST))} "), sign(f" {bar.left}")
    total = sign(f"  {bar.total}") if bar.total else ""
    room = columns - width_of(head) - len(left) - len(total) - 1
    cells = max(0, min(_LONGEST, room - 12 if columns >= _WIDE else room))
    text = Text(head, no_wrap=True)
    if bar.fraction is not None and cells >= _SHORTEST:
        full = min(cells, round(cells * min(bar.fraction, 1.0)))
        text.append(sign(_FULL * full), style)
        text.append(sign(_EMPTY * (cells - full)), "dim")
    text.append(left, style)
    if text.cell_len + len(total) < columns:
        text.append(total, "dim")
    spare = columns - text.cell_len - 1
    beside = _fitting(bar.keys, spare - 2)
    if rows >= _TALL and len(beside.split("  ")) < min(_FEW, len(bar.keys)):
        text.append("\n " + _fitting(bar.keys, columns - 2), "dim")
    elif beside:
        text.append(" " * (spare - len(beside)) + beside, "dim")
    return text


def _fitting(keys: Sequence[str], width: int) -> str:
    """As many keys as fit, the first ones first."""
    shown = ""
    for key in keys:
        longer = f"{shown}  {key}" if shown else key
        if len(longer) > width:
            break
        shown = longer
    return shown
