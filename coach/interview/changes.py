"""The three things most worth changing, each with the person's own note, what it lacked and a line to say instead."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from coach.content.terms import LEVELS
from coach.interview.entries import Note
from coach.interview.figures import figures_of
from coach.interview.grading import MISSED
from coach.interview.session import Session
from coach.interview.sheet import statements
from coach.language.nearness import nearest
from coach.language.printable import one_line

WORK_ON = 3
UNASKED, UNMET, UNUSED, MISSED_AGAIN, MISSED_ONCE = "unasked", "unmet", "unused", "again", "missed"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing to change. `id` names a point, or for the first three kinds a fact.

    `at_s` is when it showed (None: it never did), `what` says what happened there, `lacked` what it lacked; `ask` says
    whether `say` is a question; `so` is why it matters; `helped`: a hint for it had been taken.
    """

    kind: str
    id: str
    dimension: str
    at_s: float | None
    what: str
    lacked: str
    say: str
    so: str
    ask: bool = False
    helped: bool = False


def changes(session: Session) -> tuple[Change, ...]:
    """At most three changes of a graded session, no dimension twice: a linchpin neither asked for nor met, a fact told
    and unused, a point missed again, then by weight: the other missed points, and where they do not fill the three,
    the other linchpins and facts."""
    graded = session.graded or {}
    figures = figures_of(graded)
    weights: Mapping[str, float] = graded["weights"].get(session.plan.level, {})
    pins: Mapping[str, Any] = figures.get("linchpins") or {}
    assumed = {entry["fact"]: entry for entry in figures.get("assumed", ())}
    missed = [p for p in graded["points"] if p["mark"] == MISSED and not p["extra"]]
    missed.sort(key=lambda p: (-weights.get(p["dimension"], 0.0), LEVELS.index(p["level"]), p["step"]))
    never = sorted(pins.get("never", ()), key=lambda f: -weights.get(f["asking"], 0.0))
    told = sorted(figures.get("unused", ()), key=lambda f: -weights.get(f["using"], 0.0))
    # First where the person's own words show it: assumed instead of asked, then brought up and not met.
    linchpins = [_unasked(session, fact, assumed[fact["id"]]) for fact in never if fact["id"] in assumed]
    linchpins += [_unmet(fact) for fact in pins.get("back", ()) if fact["met_s"] is None]
    linchpins += [_unasked(session, fact, None) for fact in never if fact["id"] not in assumed]
    unused = [_unused(session, fact) for fact in told]
    again = [_missed(session, p, MISSED_AGAIN) for p in missed if p.get("again")]
    once = [_missed(session, p, MISSED_ONCE) for p in missed if not p.get("again")]
    picked: dict[str, Change] = {}
    for one_of in (linchpins, unused, again):
        if fresh := next((change for change in one_of if change.dimension not in picked), None):
            picked[fresh.dimension] = fresh
    for change in (*again, *once, *linchpins, *unused):
        picked.setdefault(change.dimension, change)
    return tuple(picked.values())[:WORK_ON]


def _unasked(session: Session, fact: Mapping[str, Any], assumption: Mapping[str, Any] | None) -> Change:
    note = session.notes.get(assumption["note"]) if assumption else None
    if assumption and note:
        what = f"You assumed “{one_line(assumption['text'])}”."
    else:
        note = _nearest(statements(session), [fact["topic"], fact["short"], fact["so"]])
        near = f"“{one_line(note.text)}” comes nearest. " if note else ""
        what = f"{near}Never asked: {fact['topic']}."
    at_s, lacked = note.at_s if note else None, f"The sheet: {fact['short']}."
    return Change(UNASKED, fact["id"], fact["asking"], at_s, what, lacked, fact["ask"], fact["so"], ask=True)


def _unmet(fact: Mapping[str, Any]) -> Change:
    what = f"Never asked, it came back: {fact['topic']}. No later note deals with it."
    return Change(
        UNMET, fact["id"], fact["using"], fact["at_s"], what, f"The sheet: {fact['short']}.", fact["say"], fact["so"]
    )


def _unused(session: Session, fact: Mapping[str, Any]) -> Change:
    """The line is that of the point the answer leads to, unless the person has made that point."""
    made = any(p["id"] == fact["point"] and p["mark"] != MISSED for p in (session.graded or {})["points"])
    return Change(
        UNUSED,
        fact["id"],
        fact["using"],
        fact["at_s"],
        f"You learned “{fact['short']}”,",
        "and no later note uses it.",
        "" if made else fact["say"],
        fact["so"],
    )


def _missed(session: Session, point: Mapping[str, Any], kind: str) -> Change:
    phases = set(point["phase"])
    there = [n for n in session.live_notes if set(session.plan.steps[n.step].phases) & phases]
    note = session.notes.get(point.get("near", 0)) or _nearest(there, [point["point"], point["say"]])
    what = f"“{one_line(note.text)}” comes nearest." if note else "No note comes near."
    again = "Missed again" if kind == MISSED_AGAIN else "Missed"
    return Change(
        kind,
        point["id"],
        point["dimension"],
        note.at_s if note else None,
        what,
        f"{again}: {point['point']}.",
        point["say"],
        point["why"],
        helped=point["id"] in {hint.point for hint in session.hints},
    )


def _nearest(notes: Sequence[Note], texts: Sequence[str]) -> Note | None:
    found = nearest(texts, [note.text for note in notes])
    return None if found is None else notes[found]
