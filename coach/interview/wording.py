"""The result of a round in words: the page and the transcript say the same."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, tzinfo
from typing import Any

from coach.interview.changes import UNASKED, UNMET, UNUSED, Change
from coach.interview.clock import clock
from coach.interview.entries import Note
from coach.interview.figures import figures_of
from coach.interview.result import Result
from coach.interview.session import Session
from coach.language.printable import one_line

FEW = 3
"""How many told facts or assumptions are named on one line."""
OVER = 0.1
"""The share of a step's minutes from which on it is said to have run over."""
_WEEK = 7


def headline(found: Result) -> str:
    """The person's own grades against the bars: which level is met, and what is short of the next."""
    standing, open_ = found.standing, f" Not shown: {', '.join(found.not_shown)}." if found.not_shown else ""
    if found.scores is None or standing is None:
        short = f" Below the bar: {', '.join(found.below)}." if found.below else ""
        why = "a round is scored when all four phases are drilled"
        why = "this format has no time for all dimensions" if found.some else why
        return f"No score: {why}.{short}{open_}"
    first = f"{f'a {standing.met} round' if standing.met else 'below mid'} by your own grades"
    shown = " · ".join(f"{level} {found.scores[level]:.1f} (bar {found.bars[level]:.1f})" for level in found.scores)
    short = f"; {standing.by:.1f} short of {standing.next}: {', '.join(standing.names)}" if standing.next else ""
    return f"{first}{short}.{open_}\n{shown}"


def asides(found: Result) -> str:
    """What was late, said and not written, left out, or helped; nothing when there is nothing."""
    parts = []
    if found.late:
        parts.append(f"{found.late} late")
    if found.said:
        parts.append(f"{found.said} said and not written")
    if found.not_mine:
        parts.append(f"{found.not_mine} not in this design, left out of the total")
    if found.hints:
        parts.append(f"{found.hints} hint{'s' if found.hints > 1 else ''} taken")
    return "of these " + ", ".join(parts) if parts else ""


class Beside:
    """The last round's figure beside one of this round's: `08:15 (Friday: 19:40)`. Without a last round, nothing.

    Its day is named once a row; `row` begins the next.
    """

    def __init__(self, before: Session | None, when: str) -> None:
        self.figures = figures_of(before.graded) if before else {}
        self._when = f"{when}: " if before else ""
        self._day = self._when

    def row(self) -> "Beside":
        """The same for another row, which names the day anew."""
        self._day = self._when
        return self

    def __call__(self, text: str) -> str:
        """A figure of the last round in brackets; empty for an empty one."""
        if not self._when or not text:
            return ""
        day, self._day = self._day, ""
        return f" ({day}{text})"


def _when(then: datetime | None, now: datetime | None, zone: tzinfo | None) -> str:
    if then is None or now is None:
        return "last time"
    days = (now.astimezone(zone).date() - then.astimezone(zone).date()).days
    if days == 0:
        return "earlier today"
    return f"{then.astimezone(zone):%A}" if 0 < days < _WEEK else f"{then.astimezone(zone):%Y-%m-%d}"


def figure_rows(session: Session, found: Result, before: Session | None, zone: tzinfo | None) -> list[tuple[str, str]]:
    """The figures of a graded round by name, each with the last round's beside it.

    What the changes already speak of is not asked twice. After a first look they are the linchpins alone.
    """
    figures, when = figures_of(session.graded), _when(before.started_at, session.started_at, zone) if before else ""
    compared = rows_beside(session, found, before, when)
    if not session.plan.grades:
        return [(name, f"(facts that change the design) {text}") for name, text in compared]
    done = {change.id for change in found.changes if change.kind in (UNASKED, UNMET, UNUSED)}
    rows = [
        *compared,
        ("Diagram", " · ".join(map(_in_row, figures.get("diagram", ())))),
        ("Told", _told(figures, done)),
        ("Assumed", _assumed(session, figures, done)),
    ]
    return [(name, text) for name, text in rows if text]


def rows_beside(session: Session, found: Result, before: Session | None, when: str) -> list[tuple[str, str]]:
    """The figures by name that can stand beside those of another round, which was then: linchpins, replies, pace.

    After a first look there are the linchpins alone.
    """
    figures, beside = figures_of(session.graded), Beside(before, when)
    rows = [("Linchpins", _linchpins(session, figures, beside.row()))]
    if session.plan.grades:
        rows.append(("Replies", _replies(session, figures, beside.row())))
        rows.append(("Pace", _pace(session, found, figures, beside.row())))
    return [(name, text) for name, text in rows if text]


def _in_row(remark: str) -> str:
    """A sentence as one of several in a row: without its full stop and, unless it begins with a name, its capital."""
    first = remark.split(" ", 1)[0]
    plain = first[1:].islower() or len(first) == 1
    return f"{remark[:1].lower() if plain else remark[:1]}{remark[1:]}".rstrip(".")


def _linchpins(session: Session, figures: Mapping[str, Any], beside: Beside) -> str:
    pins = figures.get("linchpins")
    if not pins:
        return ""
    last, before = beside.figures.get("linchpins") or {}, ""
    if last:
        before = str(len(last["asked"])) + ("" if last["of"] == pins["of"] else f" of {last['of']}")
    asides = [f"{len(pins[name])} {word}" for name, word in (("late", "late"), ("helped", "with help")) if pins[name]]
    parts = [
        f"asked {len(pins['asked'])} of {pins['of']}{beside(before)}" + (f", {', '.join(asides)}" if asides else "")
    ]
    parts += [f"{_name(fact['id'])} came back, {_answered(session, fact, 'met in')}" for fact in pins["back"]]
    if pins["met"]:
        parts.append(f"dealt with unasked: {', '.join(map(_name, pins['met']))}")
    if pins["never"]:
        parts.append(f"never came: {', '.join(_name(fact['id']) for fact in pins['never'])}")
    return " · ".join(parts)


def _name(fact: str) -> str:
    """A fact by its id, which is shorter than its topic."""
    return fact.replace("-", " ")


def _answered(session: Session, met: Mapping[str, Any], how: str) -> str:
    """What became of something brought up; where only its words are missing, it is a question and no verdict."""
    seconds, reply = met["met_s"], session.notes.get(met.get("reply", 0))
    if seconds is not None:
        after = f"{how} {_short(seconds)}"
    elif met.get("before") and not met.get("further"):
        return "dealt with before it came"
    else:
        after = f"did {_quoted(reply)} deal with it?" if reply else "no note on it"
    return f"you had dealt with it before; its next level: {after}" if met.get("further") else after


def _quoted(note: Note) -> str:
    return f"{clock(note.at_s)} “{one_line(note.text)}”"


def _short(seconds: float) -> str:
    """A span as people say it: 1:48."""
    return clock(seconds).removeprefix("0")


def _replies(session: Session, figures: Mapping[str, Any], beside: Beside) -> str:
    before = {ball["id"]: ball["met_s"] for ball in beside.figures.get("curveballs", ())}
    parts = []
    for ball in figures.get("curveballs", ()):
        last = beside("") if ball["id"] not in before else beside(_seconds(before[ball["id"]]))
        parts.append(f"curveball ({ball['kind']}) {_answered(session, ball, 'answered in')}{last}")
    probes, last_time = figures.get("probes") or {}, beside.figures.get("probes") or {}
    if probes.get("asked"):
        shown = f"{last_time['met']} of {last_time['asked']}" if last_time.get("asked") else ""
        parts.append(f"follow-ups picked up {probes['met']} of {probes['asked']}{beside(shown)}")
    maybe = [session.notes[number] for number in probes.get("unsure", ()) if number in session.notes]
    if maybe:
        parts.append(f"did {_quoted(maybe[0])} pick one up?")
    return " · ".join(parts)


def _seconds(met_s: float | None) -> str:
    return "no note on it" if met_s is None else _short(met_s)


def _pace(session: Session, found: Result, figures: Mapping[str, Any], beside: Beside) -> str:
    pace, before = figures.get("pace"), beside.figures.get("pace") or {}
    if not pace:
        return ""
    parts = [
        f"first own number {_at(pace['number_s'])}{beside(_at(before['number_s']) if before else '')}",
        f"first trade-off {_at(pace['tradeoff_s'])}{beside(_at(before['tradeoff_s']) if before else '')}",
        f"longest without a note {_short(pace['silence_s'])} from {clock(pace['silence_at_s'])}"
        + beside(_short(before["silence_s"]) if before else ""),
    ]
    if before:
        parts.append(session.plan.spent(session.clock(), session.plan.seconds) + beside(clock(before["used_s"])))
    if not session.plan.untimed:
        over = [s for s in found.steps if s.used > s.planned * (1 + OVER)]
        parts += [f"{step.title.lower()} {_short(step.used - step.planned)} over" for step in over]
    return " · ".join(parts)


def _at(seconds: float | None) -> str:
    return "never" if seconds is None else clock(seconds)


def _told(figures: Mapping[str, Any], done: Collection[str]) -> str:
    lines = [f"{clock(f['at_s'])} {f['short']}" for f in figures.get("unused", ()) if f["id"] not in done]
    return f"{_few(lines)}: did {'they' if len(lines) > 1 else 'it'} decide anything?" if lines else ""


def _assumed(session: Session, figures: Mapping[str, Any], done: Collection[str]) -> str:
    return _few(
        [
            f"{clock(session.notes[entry['note']].at_s)} “{one_line(entry['text'])}”, the sheet: {entry['sheet']}"
            for entry in figures.get("assumed", ())
            if entry["note"] in session.notes and entry["fact"] not in done
        ]
    )


def _few(lines: Sequence[str]) -> str:
    more = [f"{len(lines) - FEW} more"] if len(lines) > FEW else []
    return " · ".join([*lines[:FEW], *more])


def change_lines(change: Change) -> tuple[str, str, str]:
    """A change in three parts: what happened and what it lacked, what to say instead (or nothing), and why."""
    at = f"{clock(change.at_s)} " if change.at_s is not None else ""
    helped = " A hint was taken." if change.helped else ""
    say = f"{'Ask' if change.ask else 'Say'}: “{one_line(change.say)}”" if change.say else ""
    why = f"Why: {one_line(change.so)}" if change.so else ""
    return f"{at}{change.what} {one_line(change.lacked)}{helped}", say, why
