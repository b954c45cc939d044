"""Text that says in Markdown what it says outside of it."""

import re

_INLINE = re.compile(r"[\\`*]|(?<=\S)~|<(?=[A-Za-z/!?])|\](?=[(\[:])|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)")
"""Emphasis, code, HTML, links and pictures, entities. What means nothing where it stands is left alone, as `a_b`, `->`
and `< 2 s`, so that notes can still be read in a terminal."""
_AT_START = re.compile(r"^( *)(?:(\d{1,9})(?=[.)](?:\s|$))|(?=[>|\[]|[-+#=:](?:[-+#=:|\s]|$)))")
"""Where a backslash has to stand at the start of a line, before what would begin a head, a list, a quote or a table."""
_INDENT = re.compile(r"^ {4,}")


def inline(text: str) -> str:
    """One line that follows other words on its line."""
    return _INLINE.sub(r"\\\g<0>", text)


def block(text: str) -> str:
    """Lines that begin lines; deep indents, which would make code of them, are cut."""
    return "\n".join(_AT_START.sub(r"\1\2\\", inline(_INDENT.sub("   ", line))) for line in text.split("\n"))


def item(text: str, indent: str) -> str:
    """The text of a list item after words of its own; its other lines are indented to stay in the item."""
    first, newline, rest = text.partition("\n")
    return inline(first) + (newline + block(rest)).replace("\n", f"\n{indent}")


def cell(text: str) -> str:
    """One line in a cell of a table."""
    return inline(text).replace("|", r"\|")
