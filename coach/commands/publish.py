"""Prints a page, or writes it to a file, as text, Markdown or HTML."""

import sys
from collections.abc import Sequence
from io import StringIO
from pathlib import Path

from coach.commands import world
from coach.errors import UsageError
from coach.language.document import Document
from coach.screens.pages import page_blocks
from coach.screens.ui import Block
from coach.terminal.layout import lines
from coach.terminal.plain import PlainUi

_WIDTH = 80
"""Columns of a page as text where no window says how many there are."""
_SCREEN = 24
"""Lines of a screen."""
_SUFFIXES = {
    ".html": "html",
    ".htm": "html",
    ".md": "md",
    ".markdown": "md",
    ".json": "json",
    ".txt": "text",
}
_NAMES = {"html": "HTML", "md": "Markdown", "json": "JSON", "text": "text"}
PAGE = ("text", "md", "html")


def kind_of(kind: str | None, output: Path | None, kinds: Sequence[str]) -> str:
    """What to write: `kind`, else what the file's suffix says, else the first of the kinds there are.

    Raises UsageError when the two contradict each other or the suffix is of another kind.
    """
    if output is None:
        return kind or kinds[0]
    if output == Path("-"):
        raise UsageError("- is no name of a file.", "Without --output the page is printed.")
    named = _SUFFIXES.get(output.suffix.lower())
    if not kind and output.suffix and named not in kinds:
        *names, last = (_NAMES[known] for known in kinds)
        *ways, way = (next(end for end, of in _SUFFIXES.items() if of == known) for known in kinds)
        raise UsageError(
            f"{output} is named as neither {', '.join(names)} nor {last}.",
            f"Name it {', '.join(ways)} or {way}, or add --as.",
        )
    if kind and named and kind != named:
        raise UsageError(
            f"{output} is named as {_NAMES[named]}, and --as says {kind}.",
            "Leave --as out, or name the file otherwise.",
        )
    return kind or named or kinds[0]


def publish(document: Document, kind: str | None, output: Path | None) -> None:
    """Writes a page to `output`, or prints it where that is None, as text, Markdown or HTML.

    Raises UsageError as `kind_of` does, and CoachError when the file cannot be written or is not coach's own; it stays
    then.
    """
    kind = kind_of(kind, output, PAGE)
    if output is None:
        _print(document, kind)
        return
    from coach.record.exports import write_export

    text, mark = _written(document, kind)
    write_export(output, text, mark)


def _print(document: Document, kind: str) -> None:
    if kind == "text":
        world.printer(_WIDTH).show(*_blocks(document))
    else:
        sys.stdout.write(_written(document, kind)[0])
    sys.stdout.flush()  # before what is said of it on stderr


def _written(document: Document, kind: str) -> tuple[str, str | None]:
    """A page as the text of a file, and the mark it begins with; plain text has none."""
    if kind == "html":
        from coach.language.document_html import document_html
        from coach.language.html_page import MARK

        return document_html(document), MARK
    if kind == "md":
        from coach.language import document_markdown

        return document_markdown.document_markdown(document), document_markdown.MARK
    page = StringIO()
    PlainUi(None, page, width=_WIDTH).show(*_blocks(document))
    return page.getvalue(), None


def _blocks(document: Document) -> list[Block]:
    """The page as blocks, without its empty lines where that brings it onto one screen."""
    loose = page_blocks(document)
    if _height(loose) <= _SCREEN:
        return loose
    tight = page_blocks(document, tight=True)
    return tight if _height(tight) <= _SCREEN else loose


def _height(blocks: list[Block]) -> int:
    return sum(len(lines(block, _WIDTH, lambda picture: [""] * _SCREEN)) for block in blocks)
