"""The three things most worth changing, each with the person's own note, what it lacked and a line to say instead."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from coach.content.terms import BAR, LEVELS
from coach.interview.clock import clock
from coach.interview.entries import Note
from coach.interview.figures import figures_of
from coach.interview.grading import CONFIRMED, MISSED
from coach.interview.score import scores
from coach.interview.session import Session
from coach.interview.sheet import statements
from coach.interview.standing import standing
from coach.language.nearness import nearest
from coach.language.printable import one_line

WORK_ON = 3
UNASKED, UNMET, UNUSED, MISSED_AGAIN, MISSED_ONCE = "unasked", "unmet", "unused", "again", "missed"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing to change. `id` names a point, or for the first three kinds a fact.

    `at_s` is when it showed (None: it never did), `what` says what happened there, `lacked` what it lacked; `ask` says
    whether `say` is a question; `so` is why it matters; `helped`: a hint for it had been taken; `about` are the points
    that its advice holds for.
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
    about: frozenset[str] = frozenset()


def changes(session: Session) -> tuple[Change, ...]:
    """At most three changes of a graded session, no dimension twice and nothing beside what hangs on it: a
    linchpin neither asked for nor met, a fact told and unused, a point missed again, then by weight: the other missed
    points, and where they do not fill the three, the other linchpins and facts. What the grades are short of comes
    before what they are not."""
    graded = session.graded or {}
    figures = figures_of(graded)
    weights: Mapping[str, float] = graded["weights"].get(session.plan.level, {})
    pins: Mapping[str, Any] = figures.get("linchpins") or {}
    assumed = {entry["fact"]: entry for entry in figures.get("assumed", ())}
    made = {p["id"] for p in graded["points"] if p["mark"] in CONFIRMED}
    missed = missed_points(session)
    by_level = sorted(missed, key=_level)
    never = sorted(pins.get("never", ()), key=lambda f: -weights.get(f["asking"], 0.0))
    back = [fact for fact in pins.get("back", ()) if _is_open(fact) and fact["point"] not in made]
    # What decides nothing that can be said in a line, or decided something, is for the figures to ask about.
    told = [fact for fact in figures.get("unused", ()) if fact["say"] and fact["point"] not in made]
    told.sort(key=lambda f: (not f.get("linchpin"), -weights.get(f["using"], 0.0)))
    # First where the person's own words show it: assumed instead of asked, then brought up and not met.
    linchpins = [_unasked(session, fact, assumed[fact["id"]]) for fact in never if fact["id"] in assumed]
    linchpins += [_unmet(session, fact) for fact in sorted(back, key=lambda fact: bool(fact.get("reply")))]
    linchpins += [_unasked(session, fact, None) for fact in never if fact["id"] not in assumed]
    unused = [_unused(fact) for fact in told]
    again = [_missed(session, p, MISSED_AGAIN) for p in by_level if p.get("again")]
    once = [_missed(session, p, MISSED_ONCE) for p in missed if not p.get("again")]
    picked: list[Change] = []
    for one_of in (linchpins, unused, again):
        picked += [change for change in one_of if _is_new(change, picked)][:1]
    for change in (*again, *once, *linchpins, *unused):
        picked += [change] if _is_new(change, picked) else []
    return tuple(picked[:WORK_ON])


def _is_new(change: Change, picked: Sequence[Change]) -> bool:
    """Whether a change is of another dimension than those that were picked and says something else."""
    return all(change.dimension != other.dimension and not change.about & other.about for other in picked)


def missed_points(session: Session) -> list[Mapping[str, Any]]:
    """The points of the level that a graded session missed, by weight: first of the dimensions that the grades are
    short of, then of the heavier dimension, then of the lower level."""
    graded, short = session.graded or {}, _short(session)
    weights: Mapping[str, float] = graded["weights"].get(session.plan.level, {})
    missed = [p for p in graded["points"] if p["mark"] == MISSED and not p["extra"]]
    return sorted(
        missed, key=lambda p: (p["dimension"] not in short, -weights.get(p["dimension"], 0.0), _level(p), p["step"])
    )


def nearest_note(session: Session, point: Mapping[str, Any]) -> Note | None:
    """The statement that comes nearest to a missed point, in a step of its phases, that counts for nothing yet."""
    phases, offered = set(point["phase"]), {*point.get("offered", ()), point.get("near", 0)}
    there = [n for n in _free(session) if n.id not in offered and set(session.plan.steps[n.step].phases) & phases]
    return _nearest(there, [point["point"], point["say"]])


def nearest_or_offered(session: Session, point: Mapping[str, Any]) -> Note | None:
    """What the person wrote on a missed point: the note that was offered for it and not taken, else the nearest one."""
    offered = (session.notes.get(number) for number in point.get("offered", ()))
    return next((note for note in offered if note and not note.dropped), None) or nearest_note(session, point)


def phase_of(session: Session, point: Mapping[str, Any]) -> str:
    """The phase in which a point was asked for: the first of its own that the step covers; empty where none does."""
    here = {phase for step in session.plan.steps[point["step"] :][:1] for phase in step.phases}
    return next((phase for phase in point["phase"] if phase in here), "")


def _level(point: Mapping[str, Any]) -> int:
    return LEVELS.index(point["level"])


def _short(session: Session) -> set[str]:
    """The dimensions that the grades are short of: those the headline names."""
    graded, found = session.graded or {}, scores(session)
    if found:
        return set(standing(found, graded).short)
    return {name for name, d in graded["dimensions"].items() if d["grade"] is not None and d["grade"] < BAR}


def _is_open(fact: Mapping[str, Any]) -> bool:
    """Whether nothing deals with a linchpin that came back, neither after it nor, unknown to it, before."""
    return fact["met_s"] is None and not fact.get("before") and not fact.get("further")


def _unasked(session: Session, fact: Mapping[str, Any], assumption: Mapping[str, Any] | None) -> Change:
    note = session.notes.get(assumption["note"]) if assumption else None
    if assumption and note:
        what = f"You assumed “{one_line(assumption['text'])}”."
    else:
        note = _nearest(_free(session), [fact["topic"], fact["short"], fact["so"]])
        near = f"“{one_line(note.text)}” comes nearest. " if note else ""
        what = f"{near}Never asked: {fact['topic']}."
    at_s, lacked = note.at_s if note else None, f"The sheet: {fact['short']}."
    return Change(
        UNASKED,
        fact["id"],
        fact["asking"],
        at_s,
        what,
        lacked,
        fact["ask"],
        fact["so"],
        ask=True,
        about=frozenset(fact.get("about", ())),
    )


def _unmet(session: Session, fact: Mapping[str, Any]) -> Change:
    """Where notes followed in which nothing shows it, that is asked and not claimed."""
    reply = session.notes.get(fact.get("reply", 0))
    asked = f"Did {clock(reply.at_s)} “{one_line(reply.text)}” deal with it?" if reply else "No note deals with it."
    return Change(
        UNMET,
        fact["id"],
        fact["using"],
        fact["at_s"],
        f"Never asked, it came back: {fact['topic']}. {asked}",
        f"The sheet: {fact['short']}.",
        fact["say"],
        fact["so"],
        about=_with_its_line(fact),
    )


def _unused(fact: Mapping[str, Any]) -> Change:
    return Change(
        UNUSED,
        fact["id"],
        fact["using"],
        fact["at_s"],
        f"You learned “{fact['short']}”,",
        "and no later note uses it.",
        fact["say"],
        fact["so"],
        about=_with_its_line(fact),
    )


def _with_its_line(fact: Mapping[str, Any]) -> frozenset[str]:
    """The points of a fact, with the one of the round's level whose line is to be said."""
    return frozenset({*fact.get("about", ()), fact["point"]} - {""})


def _missed(session: Session, point: Mapping[str, Any], kind: str) -> Change:
    note = nearest_note(session, point)
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
        about=frozenset({point["id"], *point.get("about", ())}),
    )


def _free(session: Session) -> list[Note]:
    """The statements that count for nothing yet: a note that shows another point is no try at this one."""
    credited = {number for p in (session.graded or {})["points"] if p["mark"] in CONFIRMED for number in p["notes"]}
    return [note for note in statements(session) if note.id not in credited]


def _nearest(notes: Sequence[Note], texts: Sequence[str]) -> Note | None:
    found = nearest(texts, [note.text for note in notes])
    return None if found is None else notes[found]
