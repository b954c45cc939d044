"""Which signs a terminal can show."""

from collections.abc import Mapping
from typing import Any

from coach.screens.ui import Block

_ASCII = str.maketrans(
    {
        "─": "-", "█": "#", "░": ".", "✓": "+", "·": "|", "›": ">", "–": "-", "—": "-", "…": "...", "“": '"',
        "”": '"', "’": "'", "⏎": "Enter", "→": "->", "≥": ">=", "≤": "<=", "×": "x", "▸": ">", "★": "*", "☐": "_",
        "▁": "_", "▂": ".", "▃": ":", "▄": "-", "▅": "=", "▆": "+", "▇": "*",
    }
)  # fmt: skip


def has_unicode(environ: Mapping[str, str]) -> bool:
    """Whether the locale promises UTF-8; LANG=C and no locale at all do not."""
    kind, language = environ.get("LC_CTYPE") or "", environ.get("LANG") or ""
    if kind.lower() in ("c.utf-8", "c.utf8") and language in ("", "C", "POSIX"):
        kind = ""  # Python itself puts this into the environment when it finds the C locale (PEP 538)
    locale = environ.get("LC_ALL") or kind or language
    return "utf-8" in locale.lower() or "utf8" in locale.lower()


def to_ascii(text: str) -> str:
    """The coach's own signs in ASCII; other characters stay."""
    return text.translate(_ASCII)


def block_to_ascii(block: Block) -> Block:
    """A block with its texts in ASCII: some signs take more columns then, so they are turned before it is laid out."""
    return type(block)(*map(_told, block))


def _told(value: Any) -> Any:
    if isinstance(value, str):
        return to_ascii(value)
    return tuple(map(_told, value)) if type(value) in (tuple, list) else value
