"""How many cells of a terminal a text takes: letters of some scripts take two."""

import re
import textwrap

_NARROWEST = 8
_SINGLE = re.compile("[ -~\u00a0-\u02ff\u2010-\u2027\u2190-\u21ff\u2500-\u25fc]*")
"""Letters that take one cell each: Latin ones, quotes and dashes, arrows, lines and blocks."""


def width_of(text: str) -> int:
    """The cells of a line."""
    if _SINGLE.fullmatch(text):
        return len(text)
    from rich.cells import cell_len  # slow to import, and most lines do without

    return cell_len(text)


def padded(text: str, width: int) -> str:
    """A line with blanks after it up to a width."""
    return text + " " * (width - width_of(text))


def wrapped(text: str, width: int, first: str, rest: str) -> list[str]:
    """A paragraph in lines that fit a width, after the indents of the first one and of the rest."""
    room = width
    while True:
        lines = textwrap.wrap(text, room, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)
        over = 0 if _SINGLE.fullmatch(text) else max(map(width_of, lines), default=0) - width
        if over <= 0 or room <= len(rest) + _NARROWEST:
            return lines
        room -= (over + 1) // 2  # no letter takes more than two cells
