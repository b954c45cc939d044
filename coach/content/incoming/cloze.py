"""Cloze deletions as Anki writes them, turned into blanks of ours."""

import re

from coach.content.card import BLANK

_PIECE = re.compile(r"(\{\{c\d{1,3}::)|(\}\})")


def from_anki(text: str) -> str:
    """A text with `{{c1::hidden::hint}}` as `{{hidden}}`; one within another is a part of the outer one.

    A text without any comes back as it is, but for blanks around it.
    """
    open_at: list[list[str]] = [[]]
    at = 0
    for piece in _PIECE.finditer(text):
        if piece[1] or len(open_at) > 1:
            open_at[-1].append(text[at : piece.start()])
            at = piece.end()
        if piece[1]:
            open_at.append([])
        elif len(open_at) > 1:
            hidden = " ".join("".join(open_at.pop()).partition("::")[0].split())
            open_at[-1].append(f"{{{{{hidden}}}}}" if hidden and len(open_at) == 1 else hidden)
    open_at[-1].append(text[at:])
    return "".join("".join(parts) for parts in open_at).strip()


def hides(text: str) -> bool:
    """Whether a text has a blank."""
    return BLANK.search(text) is not None
