"""The transcript of a drill: Markdown with YAML front matter, a pure function of the session."""

import json
from collections.abc import Mapping
from datetime import tzinfo
from typing import Any

from coach.interview.changes import Change
from coach.interview.clock import clock, day
from coach.interview.drawing import diagram
from coach.interview.entries import Again, Note
from coach.interview.evidence import MAYBE, NONE, STRONG
from coach.interview.grading import COVERED, MISSED, NOT_MINE, SAID
from coach.interview.outside import HANDED_OVER
from coach.interview.plan import graded_as
from coach.interview.remarks import Said
from coach.interview.result import Result, result
from coach.interview.session import Session
from coach.interview.status import GRADED
from coach.interview.wording import asides, change_lines, figure_rows, headline
from coach.language.printable import one_line, printable

_SIGNS = {COVERED: "✓", SAID: "✓", MISSED: "·", NOT_MINE: "–"}
_HEARD = {STRONG: "found", MAYBE: "near", NONE: "not found"}


def transcript(session: Session, question: str, zone: tzinfo | None) -> str:
    """The whole transcript; times of day are in the zone (None: the machine's own)."""
    parts = [
        _front(session, zone), f"# {printable(session.plan.title)}", _quote(question), _taken_over(session, zone),
        *_steps(session), _diagram(session),
    ]  # fmt: skip
    if session.status == GRADED and session.graded is not None:
        parts += _grade(session, result(session))
    else:
        parts.append(_open_end(session))
    return printable("\n\n".join(part for part in parts if part)) + "\n"  # also what no part thought of


def _open_end(session: Session) -> str:
    match session.status:
        case "finished":
            return f"_Not graded yet: `coach grade {session.id}`._"
        case "abandoned":
            return "_Abandoned._"
        case _:
            return f"_Not finished yet: `coach resume {session.id}`._"


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
    if setup.skipped:
        rows["not_drilled"] = list(setup.skipped)
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
    for title, notes in earlier.by_step().items():
        parts.append(f"### {printable(title)}\n\n" + "\n".join(_line(note.at_s, note.text) for note in notes))
    return "\n\n".join(parts)


def _steps(session: Session) -> list[str]:
    parts = []
    for index, step in enumerate(session.plan.steps):
        spent = session.plan.spent(session.used_in(index), step.seconds)
        lines = [f"## {printable(step.title)}", "", spent, ""]
        told = [(n.at_s, _note(n)) for n in session.live_notes if n.step == index]
        told += [
            (h.at_s, f"- **{clock(h.at_s)}** hint: _{printable(h.text)}_") for h in session.hints if h.step == index
        ]
        told += [(said.at_s, _said(said)) for said in session.said if said.step == index]
        lines += [line for _, line in sorted(told, key=lambda entry: entry[0])] or ["_No notes._"]
        if ticked := session.ticked(index):
            lines += ["", "Ticked: " + "; ".join(printable(text) for text in ticked) + "."]
        parts.append("\n".join(lines))
    return parts


def _diagram(session: Session) -> str:
    drawn = diagram(session)
    return f"## Diagram\n\n```mermaid\n{drawn.mermaid()}\n```" if drawn.labels and session.strokes else ""


def _note(note: Note) -> str:
    return _line(note.at_s, f"{'(said) ' if note.said else ''}{note.text}")


def _line(at_s: float, text: str) -> str:
    body = printable(text).replace("\n", "\n  ")
    return f"- **{clock(at_s)}** {body}"


def _said(said: Said) -> str:
    text = printable(said.text).replace("\n", "\n  ")
    if said.shown and said.topic:
        text += f" {printable(said.topic)}"
    asides = [*(["after the topic was shown"] if said.helped else []), *(["taken back"] if said.taken_back else [])]
    aside = f" ({', '.join(asides)})" if asides else ""
    return f"- **{clock(said.at_s)}** Interviewer: _{text}_{aside}"


def _grade(session: Session, found: Result) -> list[str]:
    graded, setup = session.graded or {}, session.plan
    parts = [f"## Grade\n\n{headline(found)}" if setup.grades else "## Points"]
    rows = ["| step | points | minutes |", "|---|---|---|"]
    for step in found.steps:
        extra = f" + {step.extras} above the level" if step.extras else ""
        counted = f"{step.confirmed} of {step.counted}" if step.counted else "-"
        spent = setup.spent(step.used, step.planned)
        rows.append(f"| {printable(step.title)} | {counted}{extra} | {spent} |")
    parts.append("\n".join(rows))
    if aside := asides(found):
        parts.append(f"{aside[0].upper()}{aside[1:]}.")
    if figures := figure_rows(session, found, None, None):
        parts.append("\n".join(f"- {name}: {printable(text)}" for name, text in figures))
    for index in range(len(setup.steps)):
        lines = [_point(session, p) for p in graded["points"] if p["step"] == index]
        if lines:
            title = graded_as(setup.steps, index)
            parts.append(f"### {printable(title)}: points\n\n" + "\n".join(lines))
    if setup.grades:
        parts.append(_dimensions(graded["dimensions"]))
    if found.changes:
        parts.append(
            "## Work on\n\n" + "\n".join(_change(session, n, change) for n, change in enumerate(found.changes, start=1))
        )
    if rest := [said for said in session.again if said.id not in {change.id for change in found.changes}]:
        parts.append("## Said again\n\n" + "\n".join(f"- {_said_again(said)}" for said in rest))
    if session.reflection:
        parts.append(f"## Next time\n\n{printable(session.reflection)}")
    return parts


def _dimensions(dimensions: Mapping[str, Any]) -> str:
    lines = []
    for d in dimensions.values():
        if d["grade"] is None:
            if d["scored"]:
                lines.append(f"- **{printable(d['name'])}**: not shown")
            continue
        reason = f" Reason: {printable(d['reason'])}" if d["reason"] else ""
        apart = "" if d["scored"] else " (shown apart)"
        lines.append(
            f"- **{printable(d['name'])}** {d['grade']}{apart}: {printable(d['anchors'][d['grade'] - 1])}{reason}"
        )
    return "### Dimensions\n\nYour own grades, 1 to 4; 3 meets the bar.\n\n" + "\n".join(lines)


def _point(session: Session, p: dict[str, Any]) -> str:
    named = [session.notes[n] for n in p["notes"] if n in session.notes]
    match p["mark"]:
        case "covered":
            shown = "; ".join(f"{clock(n.at_s)} “{one_line(n.text)}”" for n in named)
        case "said":
            shown = f"said, not written: “{one_line(p['line'])}”"
        case "not-mine":
            shown = f"not in this design: {printable(p['reason'])}"
        case _:
            shown = f"missed. Say: “{printable(p['say'])}”" if p["say"] else "missed"
    level = f" ({p['level']}, above the level)" if p["extra"] else ""
    return f"- {_SIGNS[p['mark']]} {printable(p['point'])}{level}: {shown}"


def _change(session: Session, number: int, change: Change) -> str:
    first, *rest = change_lines(change)
    rows = [f"{number}. {printable(first)}", *(f"   {printable(text)}" for text in rest if text)]
    return "  \n".join([*rows, *_again(session, change.id)])


def _again(session: Session, name: str) -> list[str]:
    return [f"   Said again {_said_again(said)}" for said in session.again if said.id == name]


def _said_again(said: Again) -> str:
    return f"in {clock(said.seconds)}: “{one_line(said.text)}” ({_HEARD.get(said.state, said.state)})"


def _quote(text: str) -> str:
    return "\n".join(f"> {line}" for line in printable(text).splitlines())
