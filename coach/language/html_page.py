"""What every page as one HTML file shares: its frame, its looks on a phone, in the dark and on paper, and diagrams."""

from collections.abc import Mapping
from html import escape

from coach.language.printable import one_line, printable

MARK = "<!doctype html>\n<!-- written by coach -->\n"
"""What a file begins with, so that writing it again may replace it."""
_STYLE = """
:root { color-scheme: light dark; --faint: #667; --line: #ccd; --accent: #0a5a8a; }
@media (prefers-color-scheme: dark) { :root { --faint: #99a; --line: #445; --accent: #7cc4ee; } }
* { box-sizing: border-box; }
body { font: 1rem/1.4 system-ui, sans-serif; margin: 0 auto; padding: 1rem; max-width: 60rem; }
h1 { font-size: 1.3rem; margin: 0 0 .3rem; }
h2 { font-size: .95rem; margin: 0 0 .2rem; color: var(--accent); break-after: avoid; }
h3 { font-size: .95em; margin: .5rem 0 .1rem; break-after: avoid; }
p { margin: 0 0 .6rem; }
ul { margin: 0; padding-left: 1.1rem; }
li { margin: .1rem 0; break-inside: avoid; overflow-wrap: anywhere; }
section { border-top: 1px solid var(--line); padding: .5rem 0 .6rem; scroll-margin-top: 2.4rem; }
nav { position: sticky; top: 0; background: Canvas; display: flex; gap: 1rem; overflow-x: auto; padding: .5rem 0; }
nav { scrollbar-width: none; }
nav a { color: var(--accent); white-space: nowrap; font-size: .9rem; }
.note, .foot { color: var(--faint); font-size: .9em; }
.path { line-height: 1.9; margin: .2rem 0; }
.path span { border: 1px solid var(--line); border-radius: .3rem; padding: .05rem .35rem; }
.path i { color: var(--faint); font-size: .85em; }
@media print {
  :root { color-scheme: light; --faint: #555; --line: #bbb; --accent: #000; }
  body { padding: 0; max-width: none; }
  body { font-family: Arial, "Liberation Sans", Roboto, system-ui, sans-serif; }
  h1 { font-size: 1.5em; }
  h2 { font-size: 1.1em; }
  h3 { margin: .3rem 0 0; }
  ul { padding-left: 1.25em; }
  nav { display: none; }
  p { margin: 0 0 .2em; }
  .path { line-height: 1.5; margin: 0; }
  .path span { white-space: nowrap; }
}
"""
_ALLOWED = "default-src 'none'; style-src 'unsafe-inline'"
"""What a browser may do with a page: no script, and nothing loaded from anywhere."""


def html_page(title: str, style: str, body: str) -> str:
    """A page as one file without script or network. `style` is what it has of its own; `body` is markup."""
    return (
        f'{MARK}<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_ALLOWED}">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{safe(title)}</title>\n'
        f"<style>{_STYLE}{style}</style>\n</head>\n<body>\n<h1>{safe(title)}</h1>\n{body}</body>\n</html>\n"
    )


def links_html(titles: Mapping[str, str]) -> str:
    """Links to the sections of a long page, titles by id; they stay in view while it is scrolled."""
    links = (f'<a href="#{name}">{safe(title)}</a>' for name, title in titles.items())
    return f"<nav>{' '.join(links)}</nav>\n"


def path_html(path: str) -> str:
    """A chain of boxes that wraps on a phone; a label of an arrow, in brackets before its box, stands on the arrow."""
    steps = []
    for at, box in enumerate(path.split(" -> ")):
        label, closing, rest = box[1:].partition(") ") if box.startswith("(") else ("", "", box)
        arrow = f" → <i>{safe(label)}</i> " if closing else " → " if at else ""
        steps.append(f"{arrow}<span>{safe(rest if closing or not box.startswith('(') else box)}</span>")
    return f'<p class="path">{"".join(steps)}</p>'


def safe(text: str) -> str:
    """A text of one line as markup that says it."""
    return escape(one_line(text))


def typed(text: str) -> str:
    """A text as a person typed it, with its line breaks, as markup that says it."""
    return escape(printable(text))
