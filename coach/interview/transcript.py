"""The transcript of a drill: Markdown with YAML front matter, a pure function of the session."""

import json
from datetime import tzinfo
from typing import Any

from coach.interview.changes import Change
from coach.interview.clock import clock, day
from coach.interview.drawing import diagram, handed
from coach.interview.outside import GIVEN, HANDED_OVER
from coach.interview.plan import graded_as
from coach.interview.result import Result, result
from coach.interview.session import Session
from coach.interview.status import GRADED
from coach.interview.transcript_rows import (
    INTERVIEWER,
    YOU,
    PointRow,
    Spoken,
    conversation,
    dimensions,
    open_end,
    points,
    said_again,
    taken_over,
)
from coach.interview.wording import asides, change_lines, figure_rows, headline
from coach.language.markdown_text import block, cell, inline, item
from coach.language.printable import one_line, printable


def transcript(session: Session, question: str, zone: tzinfo | None) -> str:
    """The whole transcript; times of day are in the zone (None: the machine's own)."""
    parts = [
        _front(session, zone), f"# {block(one_line(session.plan.title))}", _quote(question),
        _taken_over(session, zone), _given(session), *_steps(session), _diagram(session),
    ]  # fmt: skip
    if session.status == GRADED and session.graded is not None:
        parts += _grade(session, result(session))
    else:
        parts.append(_open_end(session))
    return printable("\n\n".join(part for part in parts if part)) + "\n"  # also what no part thought of


def _open_end(session: Session) -> str:
    why, command = open_end(session)
    return f"_{why}: `{command}`._" if command else f"_{why}._"


def _front(session: Session, zone: tzinfo | None) -> str:
    setup = session.plan
    rows: dict[str, Any] = {
        "session": session.id,
        "scenario": setup.scenario,
        "format": setup.format,
        **({"redone_from": setup.base} if setup.base else {}),
        **({"level": setup.level} if setup.grades else {}),
        "started": day(session.started_at, zone),
        "status": session.status,
        "minutes_planned": None if setup.untimed else round(setup.seconds / 60),
        "minutes_used": round(session.clock() / 60, 1),
    }
    if setup.not_drilled:
        rows["not_drilled"] = list(setup.not_drilled)
    for name in ("strict", "mock", "aloud"):
        if getattr(setup, name):
            rows[name] = True
    if session.status == GRADED and session.graded is not None:
        found = result(session)
        rows["points"] = f"{found.confirmed} of {found.counted}"
        if setup.grades:
            rows["score"] = found.scores
            rows["grades"] = {name: d["grade"] for name, d in session.graded["dimensions"].items()}
    return "\n".join(["---", *(f"{key}: {json.dumps(value)}" for key, value in rows.items()), "---"])


def _taken_over(session: Session, zone: tzinfo | None) -> str:
    earlier = session.plan.earlier
    if not earlier.notes:
        return ""
    parts = [f"## {HANDED_OVER} {earlier.day(zone)}"]
    for title, notes in taken_over(session).items():
        parts.append(f"### {block(one_line(title))}\n\n" + "\n".join(map(_spoken, notes)))
    return "\n\n".join(parts)


def _given(session: Session) -> str:
    return f"## {GIVEN}\n\n```mermaid\n{handed(session).mermaid()}\n```" if session.plan.given else ""


def _steps(session: Session) -> list[str]:
    parts = []
    for index, step in enumerate(session.plan.steps):
        spent = session.plan.spent(session.used_in(index), step.seconds)
        lines = [f"## {block(one_line(step.title))}", "", spent, ""]
        lines += [_spoken(spoken) for spoken in conversation(session, index)] or ["_No notes._"]
        if ticked := session.ticked(index):
            lines += ["", "Ticked: " + "; ".join(inline(one_line(text)) for text in ticked) + "."]
        parts.append("\n".join(lines))
    return parts


def _diagram(session: Session) -> str:
    drawn = diagram(session)
    return f"## Diagram\n\n```mermaid\n{drawn.mermaid()}\n```" if drawn.labels and session.strokes else ""


def _spoken(spoken: Spoken) -> str:
    said = item(spoken.text, "  ")
    if spoken.who == YOU:
        return f"- **{clock(spoken.at_s)}** {f'({spoken.aside}) ' if spoken.aside else ''}{said}"
    who = "Interviewer" if spoken.who == INTERVIEWER else spoken.who
    return f"- **{clock(spoken.at_s)}** {who}: _{said}_{f' ({spoken.aside})' if spoken.aside else ''}"


def _grade(session: Session, found: Result) -> list[str]:
    setup = session.plan
    parts = [f"## Grade\n\n{block(printable(headline(found)))}" if setup.grades else "## Points"]
    rows = ["| step | points | minutes |", "|---|---|---|"]
    for step in found.steps:
        extra = f" + {step.extras} above the level" if step.extras else ""
        counted = f"{step.confirmed} of {step.counted}" if step.counted else "-"
        spent = setup.spent(step.used, step.planned)
        rows.append(f"| {cell(one_line(step.title))} | {counted}{extra} | {spent} |")
    parts.append("\n".join(rows))
    if aside := asides(found):
        parts.append(f"{aside[0].upper()}{aside[1:]}.")
    if figures := figure_rows(session, found, None, None):
        parts.append("\n".join(f"- {name}: {inline(one_line(text))}" for name, text in figures))
    for index in range(len(setup.steps)):
        lines = [_point(row) for row in points(session, index)]
        if lines:
            title = graded_as(setup.steps, index)
            parts.append(f"### {block(one_line(title))}: points\n\n" + "\n".join(lines))
    if setup.grades:
        parts.append(_dimensions(session))
    if found.changes:
        parts.append(
            "## Work on\n\n" + "\n".join(_change(session, n, change) for n, change in enumerate(found.changes, start=1))
        )
    if rest := [said for said in session.again if said.id not in {change.id for change in found.changes}]:
        parts.append("## Said again\n\n" + "\n".join(f"- {inline(said_again(said))}" for said in rest))
    if session.reflection:
        parts.append(f"## Next time\n\n{block(printable(session.reflection))}")
    return parts


def _dimensions(session: Session) -> str:
    lines = []
    for row in dimensions(session):
        if row.grade is None:
            lines.append(f"- **{inline(row.name)}**: not shown")
            continue
        reason = f" Reason: {inline(row.reason)}" if row.reason else ""
        aside = f" ({row.aside})" if row.aside else ""
        lines.append(f"- **{inline(row.name)}** {row.grade}{aside}: {inline(row.anchor)}{reason}")
    return "### Dimensions\n\nYour own grades, 1 to 4; 3 meets the bar.\n\n" + "\n".join(lines)


def _point(row: PointRow) -> str:
    aside = f" ({row.aside})" if row.aside else ""
    return f"- {row.sign} {inline(row.point)}{aside}: {inline(row.shown)}"


def _change(session: Session, number: int, change: Change) -> str:
    first, *rest = change_lines(change)
    rows = [f"{number}. {block(one_line(first))}", *(f"   {block(one_line(text))}" for text in rest if text)]
    return "  \n".join([*rows, *_again(session, change.id)])


def _again(session: Session, name: str) -> list[str]:
    return [f"   Said again {inline(said_again(said))}" for said in session.again if said.id == name]


def _quote(text: str) -> str:
    return "\n".join(f"> {line}" for line in block(printable(text)).splitlines())
