"""Text from files, safe to print."""

import unicodedata
from collections.abc import Sequence


def printable(text: str) -> str:
    """The text without anything a terminal would obey: no control, format or surrogate characters but line breaks.

    Tabs and other spaces become plain spaces.
    """
    return "".join(_safe(c) for c in text)


def one_line(text: str) -> str:
    """The printable text on one line."""
    return " ".join(printable(text).split())


def _safe(c: str) -> str:
    if c == "\n" or c.isprintable():
        return c
    return " " if c == "\t" or unicodedata.category(c).startswith("Z") else ""


def reflow(text: str) -> str:
    """Paragraphs and list items of a hard-wrapped text, each on one line, for a window to wrap anew."""
    joined: list[str] = []
    for line in printable(text).splitlines():
        begins = not line.strip() or line.lstrip().startswith(("- ", "* ")) or not joined or not joined[-1].strip()
        if begins:
            joined.append(line.rstrip())
        else:
            joined[-1] = f"{joined[-1]} {line.strip()}"
    return "\n".join(joined)


def shorten(text: str, width: int) -> str:
    """One line of at most `width` characters, with an ellipsis where it was cut."""
    line = one_line(text)
    return line if len(line) <= width else line[: max(width - 1, 0)].rstrip() + "…"


def named(names: Sequence[str]) -> str:
    """Some names, at least one, as a sentence has them: `a, b and c`."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
