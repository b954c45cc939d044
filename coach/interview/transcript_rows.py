"""What a transcript tells, row by row, for Markdown and for HTML."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from coach.interview.clock import clock
from coach.interview.entries import Again
from coach.interview.evidence import MAYBE, NONE, STRONG
from coach.interview.grading import COVERED, MISSED, NOT_MINE, SAID
from coach.interview.remarks import Said
from coach.interview.session import Session
from coach.interview.status import ABANDONED, FINISHED
from coach.language.printable import one_line, printable

_SIGNS = {COVERED: "✓", SAID: "✓", MISSED: "·", NOT_MINE: "–"}
_HEARD = {STRONG: "found", MAYBE: "near", NONE: "not found"}
YOU, INTERVIEWER, HINT = "you", "interviewer", "hint"


class Spoken(NamedTuple):
    """A note, a line of the interviewer or a hint, with its second on the clock; an aside says what is special."""

    at_s: float
    who: str
    text: str
    aside: str = ""


class PointRow(NamedTuple):
    """A point as it was marked: its sign, what shows it or what it lacked, and whether it was above the level."""

    mark: str
    sign: str
    point: str
    aside: str
    shown: str


class DimensionRow(NamedTuple):
    """A dimension with the person's grade (None: not shown), the anchor of that grade and what was said for it."""

    name: str
    grade: int | None
    aside: str
    anchor: str
    reason: str


def open_end(session: Session) -> tuple[str, str]:
    """Why a round has no grades yet, and the command that goes on with it, if one does."""
    match session.status:
        case status if status == FINISHED:
            return "Not graded yet", f"coach grade {session.id}"
        case status if status == ABANDONED:
            return "Abandoned", ""
        case _:
            return "Not finished yet", f"coach resume {session.id}"


def conversation(session: Session, step: int) -> list[Spoken]:
    """What was said in a step, by whom, in the order of the clock."""
    told = [
        Spoken(n.at_s, YOU, printable(n.text), "said" if n.said else "") for n in session.live_notes if n.step == step
    ]
    told += [Spoken(h.at_s, HINT, printable(h.text)) for h in session.hints if h.step == step]
    told += [_said(said) for said in session.said if said.step == step]
    return sorted(told, key=lambda spoken: spoken.at_s)


def taken_over(session: Session) -> dict[str, list[Spoken]]:
    """The notes of an earlier round that were there when this one began, by the title of their step."""
    steps = session.plan.earlier.by_step().items()
    return {title: [Spoken(note.at_s, YOU, printable(note.text)) for note in notes] for title, notes in steps}


def _said(said: Said) -> Spoken:
    text = printable(f"{said.text} {said.topic}" if said.shown and said.topic else said.text)
    asides = [*(["after the topic was shown"] if said.helped else []), *(["taken back"] if said.taken_back else [])]
    return Spoken(said.at_s, INTERVIEWER, text, ", ".join(asides))


def points(session: Session, step: int) -> list[PointRow]:
    """The points of a graded round that belong to a step."""
    return [_point(session, p) for p in (session.graded or {})["points"] if p["step"] == step]


def _point(session: Session, p: Mapping[str, Any]) -> PointRow:
    named = [session.notes[n] for n in p["notes"] if n in session.notes]
    match p["mark"]:
        case "covered":
            shown = "; ".join(f"{clock(n.at_s)} “{one_line(n.text)}”" for n in named)
        case "said":
            shown = f"said, not written: “{one_line(p['line'])}”"
        case "not-mine":
            shown = f"not in this design: {one_line(p['reason'])}"
        case _:
            shown = f"missed. Say: “{one_line(p['say'])}”" if p["say"] else "missed"
    aside = f"{p['level']}, above the level" if p["extra"] else ""
    return PointRow(p["mark"], _SIGNS[p["mark"]], one_line(p["point"]), aside, shown)


def dimensions(session: Session) -> list[DimensionRow]:
    """The person's own grades; a dimension shown apart that was not graded is left out."""
    return [
        DimensionRow(
            one_line(d["name"]),
            d["grade"],
            "" if d["scored"] else "shown apart",
            one_line(d["anchors"][d["grade"] - 1]) if d["grade"] is not None else "",
            one_line(d["reason"]),
        )
        for d in (session.graded or {})["dimensions"].values()
        if d["scored"] or d["grade"] is not None
    ]


def said_again(said: Again) -> str:
    """A sentence that was said once more after grading."""
    return f"in {clock(said.seconds)}: “{one_line(said.text)}” ({_HEARD.get(said.state, said.state)})"
