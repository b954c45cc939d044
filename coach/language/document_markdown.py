"""A page as Markdown."""

from itertools import groupby

from coach.language.document import Document, Line, Section
from coach.language.markdown_text import block
from coach.language.printable import one_line

MARK = "<!-- written by coach -->\n"
"""What a file begins with, so that writing it again may replace it."""


def document_markdown(document: Document) -> str:
    """The page as Markdown, with diagrams as Mermaid."""
    parts = [f"{MARK}# {_safe(document.title)}"]
    parts += [_safe(document.lead)] if document.lead else []
    deep = any(section.part for section in document.sections)
    parts += [_section(section, "###" if deep else "##") for section in document.sections]
    parts += [f"*{_safe(document.foot)}*"] if document.foot else []
    return "\n\n".join(parts) + "\n"


def _section(section: Section, head: str) -> str:
    parts = [f"## {_safe(section.part)}"] if section.part else []
    parts.append(f"{head} {_safe(section.title)}")
    for is_head, lines in groupby(section.lines, key=lambda line: line.kind == "head"):
        parts.append("\n".join(f"{head}# {_line(line)}" if is_head else _item(line) for line in lines))
    if section.diagram:
        parts.append(f"```mermaid\n{section.diagram.mermaid()}\n```")
    return "\n\n".join(parts)


def _item(line: Line) -> str:
    return f"  - {_line(line)}" if line.kind == "under" else f"- {_line(line)}"


def _line(line: Line) -> str:
    boxes = f"{line.ticked} " if line.boxes else ""
    label = f"**{_safe(line.label)}** " if line.label else ""
    note = f" *{_safe(line.note)}*" if line.note else ""
    return f"{boxes}{label}{_safe(line.told)}{note}"


def _safe(text: str) -> str:
    return block(one_line(text))
