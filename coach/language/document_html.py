"""A page as one HTML file without script or network."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from coach.language.document import Document, Line, Section
from coach.language.html_page import html_page, links_html, path_html, safe

_Part = list[tuple[Section, str]]
_STYLE = """
h2.part { font-size: 1.15rem; margin: 1.2rem 0 .4rem; color: inherit; }
section { break-inside: avoid; }
section.long { break-inside: auto; }
li ul b { font-weight: normal; font-style: italic; color: var(--faint); }
.tick { display: flex; gap: .5rem; margin-left: -1.1rem; }
li:has(> .tick) { list-style: none; }
input { accent-color: var(--accent); width: 1.05em; height: 1.05em; margin: .15em .15em 0 0; flex: none; }
.boxes { display: inline-flex; gap: 1rem; white-space: nowrap; }
.boxes label { display: inline-flex; align-items: center; gap: .15em; }
.boxes input { margin: 0; }
@media (min-width: 44rem) { .sections { columns: 2; column-gap: 2rem; } .sections > :first-child { border-top: 0; } }
@media print {
  @page { size: A4; margin: MARGIN; }
  body { font-size: SIZEpt; line-height: LEADING; }
  h2.part { font-size: 1.3em; margin: 0 0 .2rem; }
  .sections { columns: COLUMNS; column-gap: 6mm; }
  .sections + .part { break-before: page; }
  .tick { gap: .3em; margin-left: -1.25em; }
  .boxes { gap: .6em; }
  section { padding: .35em 0 .4em; break-inside: auto; }
}
"""
_PRINT = (
    (350, "11", "2", "11mm", "1.28"),
    (700, "9", "2", "11mm", "1.28"),
    (1350, "6.5", "3", "8mm", "1.17"),
    (2600, "8.5", "3", "11mm", "1.28"),
    (9999, "7.5", "3", "11mm", "1.28"),
)
"""Words up to which a part is printed at a size, in so many columns, with a margin and a leading, so that it fits a
page, the last two steps both sides of a sheet."""
_LONG = 8
"""Lines from which on a section may go on in the next column."""


def document_html(document: Document) -> str:
    """The page as HTML; diagrams become rows of boxes that wrap, so that a phone can show them."""
    parts = _parts(document)
    lead = f"<p>{safe(document.lead)}</p>\n" if document.lead else ""
    foot = f'<p class="foot">{safe(document.foot)}</p>\n' if document.foot else ""
    body = "\n".join(map(_part, parts))
    return html_page(document.title, _style(parts), f"{lead}{_links(document)}{body}\n{foot}")


def _style(parts: list[_Part]) -> str:
    words = max((sum(map(_words, part)) for part in parts), default=0)
    _, *given = next((step for step in _PRINT if words <= step[0]), _PRINT[-1])
    style = _STYLE
    for name, value in zip(("SIZE", "COLUMNS", "MARGIN", "LEADING"), given, strict=True):
        style = style.replace(name, value)
    return style


def _words(entry: tuple[Section, str]) -> int:
    return sum(len(f"{line.label} {line.text} {line.note}".split()) for line in entry[0].lines)


def _parts(document: Document) -> list[_Part]:
    """The parts of a page, each with its sections and a name for each of them."""
    parts: list[_Part] = []
    for number, section in enumerate(document.sections):
        if section.part or not parts:
            parts.append([])
        parts[-1].append((section, f"s{number}"))
    return parts


def _part(part: _Part) -> str:
    title = part[0][0].part
    head = f'<h2 class="part">{safe(title)}</h2>\n' if title else ""
    sections = "\n".join(_section(section, name) for section, name in part)
    return f'{head}<div class="sections">\n{sections}\n</div>'


def _links(document: Document) -> str:
    """Links to the sections of a page that is long enough to have parts."""
    if not any(section.part for section in document.sections):
        return ""
    return links_html({f"s{n}": section.title.partition(",")[0] for n, section in enumerate(document.sections)})


def _section(section: Section, name: str) -> str:
    long = ' class="long"' if len(section.lines) > _LONG else ""
    parts = [f'<section id="{name}"{long}>', f"<h2>{safe(section.title)}</h2>"]
    if section.run_on:
        parts.append(f"<p>{safe(section.run_on)}</p>")
    elif section.lines:
        parts += _lists(section.lines, name)
    parts += [path_html(path) for path in section.diagram.paths()] if section.diagram else []
    return "\n".join([*parts, "</section>"])


def _lists(lines: Sequence[Line], name: str) -> Iterator[str]:
    """Lists, with a head before each where there are any, and lists in them of the lines under a line."""
    for is_head, group in groupby(enumerate(lines), key=lambda entry: entry[1].kind == "head"):
        if is_head:
            yield from (f"<h3>{_line(line, '')}</h3>" for _, line in group)
            continue
        items: list[list[str]] = []
        for number, line in group:
            if line.kind == "under" and items:
                items[-1].append(f"<li>{_line(line, '')}</li>")
            else:
                items.append([_line(line, f"{name}-{number}")])
        yield "<ul>" + "".join(_item(first, under) for first, *under in items) + "</ul>"


def _item(first: str, under: Sequence[str]) -> str:
    return f"<li>{first}<ul>{''.join(under)}</ul></li>" if under else f"<li>{first}</li>"


def _line(line: Line, name: str) -> str:
    label = f"<b>{safe(line.label)}</b> " if line.label else ""
    note = f' <span class="note">{safe(line.note)}</span>' if line.note else ""
    text = f"{label}{safe(line.told)}{note}"
    if len(line.boxes) == 1:
        return f'<label class="tick"><input type="checkbox"> <span>{safe(line.boxes[0])} {text}</span></label>'
    boxes = " ".join(f'<label><input type="radio" name="{name}">{safe(caption)}</label>' for caption in line.boxes)
    return f'{text} <span class="boxes">{boxes}</span>' if boxes else text
