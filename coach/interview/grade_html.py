"""The grade of a round as parts of a page: what it comes to, what to work on, and each point with what shows it."""

from collections.abc import Iterator
from typing import NamedTuple

from coach.interview.changes import Change
from coach.interview.plan import graded_as
from coach.interview.redoing import redone
from coach.interview.result import Result
from coach.interview.session import Session
from coach.interview.transcript_rows import DimensionRow, PointRow, dimensions, points, said_again
from coach.interview.wording import asides, change_lines, figure_rows, headline
from coach.language.html_page import safe, typed


class Part(NamedTuple):
    """A part of a page: its head, its markup, what stands beside the head, and a link's text where the head is long."""

    title: str
    body: str
    aside: str = ""
    link: str = ""


def graded_parts(session: Session, found: Result, base: Session | None) -> Iterator[Part]:
    """What a graded round comes to, what is worth changing first."""
    yield Part("Grade" if session.plan.grades else "Points", _grade(session, found, base))
    if found.changes:
        yield Part("Work on", f"<ol>{''.join(_change(session, change) for change in found.changes)}</ol>")
    named = {change.id for change in found.changes}
    if rest := [said_again(said) for said in session.again if said.id not in named]:
        yield Part("Said again", f"<ul>{''.join(f'<li>{safe(text)}</li>' for text in rest)}</ul>")
    if session.reflection:
        yield Part("Next time", f'<p class="typed">{typed(session.reflection)}</p>')
    if figures := figure_rows(session, found, None, None):
        rows = "".join(f"<dt>{safe(name)}</dt><dd>{safe(text)}</dd>" for name, text in figures)
        yield Part("Figures", f"<dl>{rows}</dl>")
    if session.plan.grades:
        rows = "".join(map(_dimension, dimensions(session)))
        yield Part("Dimensions", f'<p class="note">Own grades, 1 to 4; 3 meets the bar.</p>\n<ul>{rows}</ul>')


def _grade(session: Session, found: Result, base: Session | None) -> str:
    setup, parts = session.plan, list[str]()
    if setup.grades:
        first, *rest = headline(found).splitlines()
        parts.append(f"<p><strong>{safe(first[:1].upper() + first[1:])}</strong></p>")
        parts += [f'<p class="note">{safe(line)}</p>' for line in rest]
    rows = [
        (step.title, _counted(step.confirmed, step.counted, step.extras), setup.spent(step.used, step.planned))
        for step in found.steps
    ]
    if len(rows) > 1:
        all_ = _counted(found.confirmed, found.counted, found.extras)
        rows.append(("All", all_, setup.spent(session.clock(), setup.seconds)))
    cells = "".join(f"<tr>{''.join(f'<td>{safe(text)}</td>' for text in row)}</tr>" for row in rows)
    parts.append(f"<table><tr><th>step</th><th>points</th><th>minutes</th></tr>{cells}</table>")
    if found.extras:
        parts.append('<p class="note">After a + stand points above the level.</p>')
    if aside := asides(found):
        parts.append(f"<p>{safe(aside[0].upper() + aside[1:])}.</p>")
    if beside := redone(session, base):
        parts.append(f"<p>Redone {safe(beside)}.</p>")
    return "\n".join(parts)


def _counted(confirmed: int, counted: int, extras: int) -> str:
    return " + ".join([*([f"{confirmed} of {counted}"] if counted else []), *([str(extras)] if extras else [])])


def _change(session: Session, change: Change) -> str:
    first, say, why = map(safe, change_lines(change))
    again = [safe(f"Said again {said_again(said)}") for said in session.again if said.id == change.id]
    lines = [first, f'<span class="say">{say}</span>' if say else "", why, *again]
    return f"<li>{'<br>'.join(filter(None, lines))}</li>"


def _dimension(row: DimensionRow) -> str:
    if row.grade is None:
        return f"<li><strong>{safe(row.name)}</strong>: not shown</li>"
    aside = f" ({safe(row.aside)})" if row.aside else ""
    reason = f' <span class="note">Reason: {safe(row.reason)}</span>' if row.reason else ""
    return f"<li><strong>{safe(row.name)} {row.grade}</strong>{aside}: {safe(row.anchor)}{reason}</li>"


def points_html(session: Session, index: int) -> str:
    """The points of a step, each with the person's own note beside it; empty where a step has none."""
    rows, setup = points(session, index), session.plan
    if not rows:
        return ""
    title = graded_as(setup.steps, index)
    more = "" if title == setup.steps[index].title else f" of {title}"
    return f'<h3>Points{safe(more)}</h3>\n<ul class="rows points">{"".join(map(_point, rows))}</ul>'


def _point(row: PointRow) -> str:
    aside = f" ({row.aside})" if row.aside else ""
    point = f'<span class="sign">{row.sign}</span><span>{safe(row.point + aside)}</span>'
    return f'<li class="{row.mark}">{point}<span class="shown">{safe(row.shown)}</span></li>'
