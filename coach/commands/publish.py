"""Prints a page, or writes it to a file, as text, Markdown or HTML."""

import sys
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
_SUFFIXES = {".html": "html", ".htm": "html", ".md": "md", ".markdown": "md", ".txt": "text"}
_NAMES = {"html": "HTML", "md": "Markdown", "text": "plain text"}


def publish(document: Document, kind: str | None, output: Path | None) -> None:
    """Writes a page to `output`, or prints it where that is None.

    `kind` is text, md or html; without it the file's suffix decides, and for a name without one it is text. Raises
    UsageError when the two contradict each other or the suffix is of another kind, and CoachError when the file cannot
    be written or is not coach's own; it stays then.
    """
    if output is None:
        _print(document, kind or "text")
        return
    if output == Path("-"):
        raise UsageError("- is no name of a file.", "Without --output the page is printed.")
    named = _SUFFIXES.get(output.suffix.lower())
    if not kind and not named and output.suffix:
        raise UsageError(
            f"{output} is named as neither text, Markdown nor HTML.", "Name it .txt, .md or .html, or add --as."
        )
    if kind and named and kind != named:
        raise UsageError(
            f"{output} is named as {_NAMES[named]}, and --as says {kind}.",
            "Leave --as out, or name the file otherwise.",
        )
    from coach.record.exports import write_export

    text, mark = _written(document, kind or named or "text")
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
        from coach.language import document_html

        return document_html.document_html(document), document_html.MARK
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
