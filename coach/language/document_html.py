"""A page as one HTML file without script or network."""

from html import escape

from coach.language.document import Document, Line, Section
from coach.language.printable import one_line

MARK = "<!doctype html>\n<!-- written by coach -->\n"
"""What a file begins with, so that writing it again may replace it."""
_STYLE = """
:root { color-scheme: light dark; --faint: #667; --line: #ccd; --accent: #0a5a8a; }
@media (prefers-color-scheme: dark) { :root { --faint: #99a; --line: #445; --accent: #7cc4ee; } }
* { box-sizing: border-box; }
body { font: 1rem/1.4 system-ui, sans-serif; margin: 0 auto; padding: 1rem; max-width: 60rem; }
h1 { font-size: 1.3rem; margin: 0 0 .3rem; }
h2 { font-size: .95rem; margin: 0 0 .2rem; color: var(--accent); break-after: avoid; }
p { margin: 0 0 .6rem; }
ul { margin: 0; padding-left: 1.1rem; }
li { margin: .1rem 0; break-inside: avoid; overflow-wrap: anywhere; }
section { border-top: 1px solid var(--line); padding: .5rem 0 .6rem; break-inside: avoid; }
section.long { break-inside: auto; }
.note, .foot { color: var(--faint); font-size: .9em; }
.path { line-height: 1.9; margin: .2rem 0; }
.path span { border: 1px solid var(--line); border-radius: .3rem; padding: .05rem .35rem; }
.path i { color: var(--faint); font-size: .85em; }
@media (min-width: 44rem) { .sections { columns: 2; column-gap: 2rem; } .sections > :first-child { border-top: 0; } }
@media print {
  @page { size: A4; margin: 11mm; }
  :root { color-scheme: light; --faint: #555; --line: #bbb; --accent: #000; }
  body { padding: 0; max-width: none; font-size: SIZEpt; line-height: 1.28; }
  .sections { columns: COLUMNS; column-gap: 6mm; }
  .path { line-height: 1.6; }
  section { padding: .3rem 0 .35rem; }
}
"""
_PRINT = ((350, "11", "2"), (700, "9", "2"), (1100, "7.5", "3"))
"""Words up to which a page is printed at a size and in so many columns: then it fits one sheet."""
_LONG = 8
"""Lines from which on a section may go on in the next column."""


def document_html(document: Document) -> str:
    """The page as HTML; diagrams become rows of boxes that wrap, so that a phone can show them."""
    title, sections = _safe(document.title), "\n".join(_section(section) for section in document.sections)
    lead = f"<p>{_safe(document.lead)}</p>\n" if document.lead else ""
    foot = f'<p class="foot">{_safe(document.foot)}</p>\n' if document.foot else ""
    return (
        f'{MARK}<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{title}</title>\n'
        f"<style>{_style(sections)}</style>\n</head>\n<body>\n<h1>{title}</h1>\n{lead}"
        f'<div class="sections">\n{sections}\n</div>\n{foot}</body>\n</html>\n'
    )


def _style(body: str) -> str:
    words = len(body.split())
    _, size, columns = next((step for step in _PRINT if words <= step[0]), _PRINT[-1])
    return _STYLE.replace("SIZE", size).replace("COLUMNS", columns)


def _section(section: Section) -> str:
    long = ' class="long"' if len(section.lines) > _LONG else ""
    parts = [f"<section{long}>", f"<h2>{_safe(section.title)}</h2>"]
    if section.brief and not any(line.label or line.note for line in section.lines):
        parts.append(f"<p>{_safe(section.run_on)}</p>")
    elif section.lines:
        parts.append("<ul>" + "".join(f"<li>{_line(line)}</li>" for line in section.lines) + "</ul>")
    parts += [_path(path) for path in section.diagram.paths()] if section.diagram else []
    return "\n".join([*parts, "</section>"])


def _line(line: Line) -> str:
    label = f"<b>{_safe(line.label)}</b> " if line.label else ""
    note = f' <span class="note">{_safe(line.note)}</span>' if line.note else ""
    return f"{label}{_safe(line.told)}{note}"


def _path(path: str) -> str:
    """A chain of boxes; a label of an arrow, in brackets before its box, stands on the arrow."""
    steps = []
    for at, box in enumerate(path.split(" -> ")):
        label, closing, rest = box[1:].partition(") ") if box.startswith("(") else ("", "", box)
        arrow = f" → <i>{_safe(label)}</i> " if closing else " → " if at else ""
        steps.append(f"{arrow}<span>{_safe(rest if closing or not box.startswith('(') else box)}</span>")
    return f'<p class="path">{"".join(steps)}</p>'


def _safe(text: str) -> str:
    return escape(one_line(text))
