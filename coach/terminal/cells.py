"""How many cells of a terminal a text takes: letters of some scripts take two."""

import re
import textwrap

_NARROWEST = 8
_SINGLE = re.compile("[ -~\u00a0-\u02ff\u2010-\u2027\u2190-\u21ff\u2500-\u25fc]*")
"""Letters that take one cell each: Latin ones, quotes and dashes, arrows, lines and blocks."""
_TIE = "\u00a0"
_COMMAND = re.compile("`[^`\n]+`")


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
    if text.isascii() and text.isprintable() and text.strip() == text and 0 < len(text) <= width - len(first):
        return [first + text]  # most cells of a long table
    room = width
    text = _tied(text, width - max(len(first), len(rest)))
    while True:
        lines = textwrap.wrap(text, room, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)
        over = 0 if _SINGLE.fullmatch(text) else max(map(width_of, lines), default=0) - width
        if over <= 0 or room <= len(rest) + _NARROWEST:
            return [line.replace(_TIE, " ") for line in lines]
        room -= (over + 1) // 2  # no letter takes more than two cells


def between_words(text: str, width: int) -> list[str]:
    """A paragraph in lines of a width that part no word, so that a path stays whole: the terminal breaks a long one."""
    lines = textwrap.wrap(_tied(text, width), width, break_long_words=False, break_on_hyphens=False)
    return [line.replace(_TIE, " ") for line in lines]


def _tied(text: str, room: int) -> str:
    """The text with commands in backticks that are not parted where they fit: what is copied off a screen has to run.

    A full stop may follow one.
    """
    return _COMMAND.sub(lambda told: told[0].replace(" ", _TIE) if len(told[0]) < room else told[0], text)
