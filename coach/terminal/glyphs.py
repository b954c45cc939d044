"""Which signs a terminal can show."""

from collections.abc import Mapping

_ASCII = str.maketrans(
    {
        "─": "-", "█": "#", "░": ".", "✓": "+", "·": "-", "›": ">", "–": "-", "—": "-", "…": "...", "“": '"',
        "”": '"', "’": "'", "⏎": "Enter", "→": "->", "≥": ">=", "≤": "<=", "×": "x", "▸": ">",
    }
)  # fmt: skip


def has_unicode(environ: Mapping[str, str]) -> bool:
    """Whether the locale promises UTF-8; LANG=C and no locale at all do not."""
    locale = environ.get("LC_ALL") or environ.get("LC_CTYPE") or environ.get("LANG") or ""
    return "utf-8" in locale.lower() or "utf8" in locale.lower()


def to_ascii(text: str) -> str:
    """The coach's own signs in ASCII; other characters stay."""
    return text.translate(_ASCII)
