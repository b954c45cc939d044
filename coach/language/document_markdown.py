"""A page as Markdown."""

import re

from coach.language.document import Document, Line, Section
from coach.language.printable import one_line

MARK = "<!-- written by coach -->\n"
"""What a file begins with, so that writing it again may replace it."""
_SPECIAL = re.compile(r"([\\`*_\[\]<>|])")


def document_markdown(document: Document) -> str:
    """The page as Markdown, with diagrams as Mermaid."""
    parts = [f"{MARK}# {_safe(document.title)}"]
    parts += [_safe(document.lead)] if document.lead else []
    parts += [_section(section) for section in document.sections]
    parts += [f"*{_safe(document.foot)}*"] if document.foot else []
    return "\n\n".join(parts) + "\n"


def _section(section: Section) -> str:
    parts = [f"## {_safe(section.title)}"]
    if section.lines:
        parts.append("\n".join(f"- {_line(line)}" for line in section.lines))
    if section.diagram:
        parts.append(f"```mermaid\n{section.diagram.mermaid()}\n```")
    return "\n\n".join(parts)


def _line(line: Line) -> str:
    label = f"**{_safe(line.label)}** " if line.label else ""
    note = f" *{_safe(line.note)}*" if line.note else ""
    return f"{label}{_safe(line.told)}{note}"


def _safe(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", one_line(text))
