"""A page as blocks of a window."""

from itertools import groupby

from coach.language.document import Document, Line, Section
from coach.screens.ui import Block, Gap, Pairs, Picture, Rule, Text


def page_blocks(document: Document, *, tight: bool = False) -> list[Block]:
    """The page as blocks. Brief sections stand beside their heads, with an empty line between them unless `tight`."""
    parts: list[list[Block]] = []
    for brief, grouped in groupby(document.sections, key=lambda section: section.brief):
        sections = list(grouped)
        parts += [[_beside_heads(sections, tight=tight)]] if brief else map(_whole, sections)
    if not document.without_head:
        head: list[Block] = [Rule(document.title)]
        parts.insert(0, [*head, Text(document.lead)] if document.lead else head)
    if document.foot:
        parts.append([Text(document.foot, "dim")])
    return [block for at, part in enumerate(parts) for block in ([Gap(), *part] if at else part)]


def _beside_heads(sections: list[Section], *, tight: bool) -> Pairs:
    rows: list[tuple[str, str]] = []
    for section in sections:
        rows += [("", "")] if rows and not tight else []
        texts = [section.run_on] if section.run_on else [plain(line) for line in section.lines]
        rows += [("" if at else section.title, text) for at, text in enumerate(texts)]
    return Pairs(rows)


def _whole(section: Section) -> list[Block]:
    blocks: list[Block] = [Rule(section.part), Gap()] if section.part else []
    blocks += [Text(section.title, "strong"), *(_line(line) for line in section.lines)]
    return [*blocks, Picture(section.diagram)] if section.diagram else blocks


def _line(line: Line) -> Text:
    match line.kind:
        case "head":
            return Text(plain(line), "accent")
        case "under":
            return Text(plain(line), indent=3)
    if line.boxes:
        return Text(f"{line.ticked} {plain(line)}", hang=len(line.ticked) + 1)
    return Text(f"- {plain(line)}")


def plain(line: Line) -> str:
    """A line as it is written in a window."""
    colon = "" if line.label.endswith(("?", ".")) else ":"
    label = f"{line.label}{colon} " if line.label else ""
    note = f" ({line.note})" if line.note else ""
    return f"{label}{line.told}{note}"
