"""The transcript of a round as a page to send to somebody: one HTML file without script or network."""

from collections.abc import Iterator, Sequence
from datetime import tzinfo
from html import escape

from coach.interview.changes import Change
from coach.interview.clock import clock, day
from coach.interview.drawing import diagram
from coach.interview.plan import graded_as
from coach.interview.result import Result, result
from coach.interview.session import Session
from coach.interview.status import GRADED
from coach.interview.transcript_rows import (
    INTERVIEWER,
    YOU,
    DimensionRow,
    PointRow,
    Spoken,
    conversation,
    dimensions,
    open_end,
    points,
    said_again,
)
from coach.interview.wording import asides, change_lines, figure_rows, headline
from coach.language.graph import Graph
from coach.language.html_page import html_page, path_html, safe
from coach.language.printable import printable

_STYLE = """
:root { --good: #1a7a3c; --soft: #f1f3f7; }
@media (prefers-color-scheme: dark) { :root { --good: #6fcf8e; --soft: #23252b; } }
body { max-width: 48rem; line-height: 1.45; }
h2 { font-size: 1.1rem; margin-top: .3rem; }
h2 small { color: var(--faint); font-weight: normal; font-size: .85em; white-space: nowrap; }
h3 { margin-top: .8rem; }
blockquote { margin: .6rem 0 1rem; padding: .1rem 0 .1rem .8rem; border-left: 3px solid var(--accent); }
blockquote, .typed { white-space: pre-wrap; overflow-wrap: anywhere; }
table { border-collapse: collapse; margin: .6rem 0; }
th { text-align: left; color: var(--faint); font-weight: normal; font-size: .9em; }
th, td { padding: .1rem 1rem .1rem 0; vertical-align: top; }
dl { margin: .6rem 0; }
dt { color: var(--faint); font-size: .9em; }
dd { margin: 0 0 .4rem; overflow-wrap: anywhere; }
ol, .rows { margin: 0; padding-left: 1.3rem; }
ol > li { margin: 0 0 .7rem; }
.rows { list-style: none; padding: 0; }
.rows > li { display: grid; grid-template-columns: 3.2rem 1fr; gap: 0 .4rem; margin: .15rem 0; padding: .15rem 0; }
.points > li { grid-template-columns: 1.1rem 1fr; }
.points .shown { grid-column: 2; color: var(--faint); font-size: .93em; }
.points .covered .sign, .points .said .sign { color: var(--good); font-weight: bold; }
.rows time { color: var(--faint); font-size: .85em; font-variant-numeric: tabular-nums; padding-top: .12em; }
.rows .interviewer, .rows .hint { background: var(--soft); border-radius: .3rem; }
.rows b { color: var(--accent); font-weight: 600; font-size: .9em; }
pre { font: .72rem/1.2 ui-monospace, Menlo, Consolas, "Liberation Mono", monospace; overflow-x: auto; margin: .6rem 0; }
details pre { color: var(--faint); }
@media (min-width: 40rem) { .points > li { grid-template-columns: 1.1rem 2fr 3fr; } .points .shown { grid-column: 3; } }
@media print {
  @page { size: A4; margin: 14mm; }
  :root { --good: #000; --soft: #f3f3f3; }
  body { font-size: 10pt; line-height: 1.35; }
  h2 { font-size: 1.2em; }
  pre { font-size: 7.5pt; white-space: pre-wrap; }
  .drawn { break-inside: avoid; white-space: pre; }
}
"""
_CORNERS = str.maketrans("╭╮╰╯", "┌┐└┘")
"""Round corners are missing in the fonts of many phones, and what stands in for them is of another width."""
_FOOT = (
    "The grades and the points are the candidate's own, given after the round. coach, with which it was practised, "
    "finds notes and counts; it grades nobody."
)


def transcript_html(session: Session, question: str, drawn: Sequence[str], zone: tzinfo | None) -> str:
    """The page; times of day are in the zone (None: the machine's own).

    `drawn` is the diagram as lines of text; without any it is shown as chains of boxes.
    """
    setup, found = session.plan, result(session) if session.status == GRADED and session.graded is not None else None
    parts = [f'<p class="note">{safe(" · ".join(_facts(session, zone)))}</p>']
    parts += [f"<blockquote>{_typed(question)}</blockquote>"] if question else []
    if found:
        parts += [_grades(session, found), *_changes(session, found)]
        parts += [_section("Next time", f'<p class="typed">{_typed(session.reflection)}</p>')] * bool(
            session.reflection
        )
    else:
        parts.append(_open_end(session))
    parts += [_step(session, found, index) for index in range(len(setup.steps))]
    if session.strokes and (graph := diagram(session)).labels:
        parts.append(_diagram(graph, drawn))
    parts += [f'<p class="foot">{safe(_FOOT)}</p>'] if found else []
    return html_page(setup.title, _STYLE, "\n".join(parts) + "\n")


def _facts(session: Session, zone: tzinfo | None) -> Iterator[str]:
    setup = session.plan
    yield day(session.started_at, zone)
    yield setup.format
    if setup.grades:
        yield setup.level
    yield f"{setup.spent(session.clock(), setup.seconds)} minutes"
    if setup.skipped:
        yield f"without {', '.join(setup.skipped)}"
    yield from (name for name in ("untimed", "strict", "mock", "aloud") if getattr(setup, name))
    if not setup.mock:
        yield f"{setup.interviewer} interviewer"
    yield session.status


def _open_end(session: Session) -> str:
    why, command = open_end(session)
    return f"<p>{safe(why)}: <code>{safe(command)}</code>.</p>" if command else f"<p>{safe(why)}.</p>"


def _grades(session: Session, found: Result) -> str:
    setup, parts = session.plan, list[str]()
    if setup.grades:
        first, *rest = headline(found).splitlines()
        parts.append(f"<p><strong>{safe(first[:1].upper() + first[1:])}</strong></p>")
        parts += [f'<p class="note">{safe(line)}</p>' for line in rest]
    rows = []
    for step in found.steps:
        extra = f" + {step.extras} above the level" if step.extras else ""
        counted = f"{step.confirmed} of {step.counted}{extra}" if step.counted or extra else ""
        rows.append((step.title, counted, setup.spent(step.used, step.planned)))
    if len(rows) > 1:
        rows.append(("all", f"{found.confirmed} of {found.counted}", setup.spent(session.clock(), setup.seconds)))
    cells = "".join(f"<tr>{''.join(f'<td>{safe(text)}</td>' for text in row)}</tr>" for row in rows)
    parts.append(f"<table><tr><th>step</th><th>points</th><th>minutes</th></tr>{cells}</table>")
    if aside := asides(found):
        parts.append(f"<p>{safe(aside[0].upper() + aside[1:])}.</p>")
    if figures := figure_rows(session, found, None, None):
        parts.append(f"<dl>{''.join(f'<dt>{safe(name)}</dt><dd>{safe(text)}</dd>' for name, text in figures)}</dl>")
    if setup.grades:
        parts.append('<h3>Dimensions</h3><p class="note">Own grades, 1 to 4; 3 meets the bar.</p>')
        parts.append(f"<ul>{''.join(map(_dimension, dimensions(session)))}</ul>")
    return _section("Grade" if setup.grades else "Points", *parts)


def _dimension(row: DimensionRow) -> str:
    if row.grade is None:
        return f"<li><strong>{safe(row.name)}</strong>: not shown</li>"
    aside = f" ({safe(row.aside)})" if row.aside else ""
    reason = f' <span class="note">Reason: {safe(row.reason)}</span>' if row.reason else ""
    return f"<li><strong>{safe(row.name)} {row.grade}</strong>{aside}: {safe(row.anchor)}{reason}</li>"


def _changes(session: Session, found: Result) -> Iterator[str]:
    if found.changes:
        yield _section("Work on", f"<ol>{''.join(_change(session, change) for change in found.changes)}</ol>")
    named = {change.id for change in found.changes}
    if rest := [said_again(said) for said in session.again if said.id not in named]:
        yield _section("Said again", f"<ul>{''.join(f'<li>{safe(text)}</li>' for text in rest)}</ul>")


def _change(session: Session, change: Change) -> str:
    first, say, why = map(safe, change_lines(change))
    again = [safe(f"Said again {said_again(said)}") for said in session.again if said.id == change.id]
    return f"<li>{'<br>'.join(filter(None, [first, f'<strong>{say}</strong>' if say else '', why, *again]))}</li>"


def _step(session: Session, found: Result | None, index: int) -> str:
    setup, step, parts = session.plan, session.plan.steps[index], list[str]()
    if rows := points(session, index) if found else []:
        title = graded_as(setup.steps, index)
        more = "" if title == step.title else f" of {title}"
        parts.append(f'<h3>Points{safe(more)}</h3><ul class="rows points">{"".join(map(_point, rows))}</ul>')
    told = conversation(session, index)
    parts.append("<h3>Notes</h3>" if rows else "")
    parts.append(f'<ul class="rows">{"".join(map(_spoken, told))}</ul>' if told else '<p class="note">No notes.</p>')
    if ticked := session.ticked(index):
        parts.append(f'<p class="note">Ticked: {safe("; ".join(ticked))}.</p>')
    spent = setup.spent(session.used_in(index), step.seconds)
    return f"<section>\n<h2>{safe(step.title)} <small>{spent}</small></h2>\n{_joined(parts)}\n</section>"


def _point(row: PointRow) -> str:
    aside = f" ({row.aside})" if row.aside else ""
    shown = f'<span class="shown">{safe(row.shown)}</span>'
    return (
        f'<li class="{row.mark}"><span class="sign">{row.sign}</span><span>{safe(row.point + aside)}</span>{shown}</li>'
    )


def _spoken(spoken: Spoken) -> str:
    aside = f' <span class="note">({safe(spoken.aside)})</span>' if spoken.aside else ""
    who = "" if spoken.who == YOU else f"<b>{'Interviewer' if spoken.who == INTERVIEWER else 'Hint'}</b> "
    said = f'<span>{who}<span class="typed">{_typed(spoken.text)}</span>{aside}</span>'
    return f'<li class="{spoken.who}"><time>{clock(spoken.at_s)}</time>{said}</li>'


def _diagram(graph: Graph, drawn: Sequence[str]) -> str:
    picture = "\n".join(drawn).translate(_CORNERS)
    shown = f'<pre class="drawn">{escape(picture)}</pre>' if drawn else "".join(map(path_html, graph.paths()))
    source = f"<details><summary>As Mermaid</summary><pre>{escape(printable(graph.mermaid()))}</pre></details>"
    return _section("Diagram", shown, source)


def _section(title: str, *parts: str) -> str:
    return f"<section>\n<h2>{safe(title)}</h2>\n{_joined(parts)}\n</section>"


def _joined(parts: Sequence[str]) -> str:
    return "\n".join(filter(None, parts))


def _typed(text: str) -> str:
    """A text of a person as markup that says it, line by line."""
    return escape(printable(text))
