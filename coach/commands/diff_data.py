"""Two graded rounds beside each other as `coach diff --json` prints them."""

from collections.abc import Callable, Sequence
from typing import Any

from coach.content.terms import PHASES
from coach.interview.comparison import Pair, Side
from coach.interview.entries import Note
from coach.interview.figures import figures_of
from coach.interview.result import result
from coach.interview.score import scores
from coach.interview.session import Session
from coach.interview.shares import Common, Share, by_dimension, by_phase, by_step
from coach.interview.unlike import Unlike
from coach.language.stamps import stamp


def as_data(
    then: Session, now: Session, found: Sequence[Pair] | None, shared: tuple[Common, Common] | None,
    unlike: Sequence[Unlike],
) -> dict[str, Any]:  # fmt: skip
    """The comparison as data; `a` is the older round everywhere, seconds are on each round's own clock.

    - `a`, `b`: `{session, scenario, started, level, format, made, counted, score: {level: mean} | null}`
    - `differences`: `[{what, a, b}]`, in words
    - `points`: `[{id, point, say, step, phase, dimension, level, group, a, b}]`, null for two questions; `group` is
      lost, gained, missed-twice, made-twice, left-out, then-only or now-only; `a` and `b` are null where a round did
      not grade the point, else `{mark: covered | said | missed | not-mine, notes: [{at_s, text}], near: {at_s, text} |
      null, line, reason, extra, late, helped}`, where `near` is the note that comes nearest to a missed point
    - in what follows `made` and `counted` are of the points that both rounds asked for; of two questions all of each
    - `dimensions`: `{id: {name, a, b}}` with `{grade, made, counted}` or null
    - `phases`: `{phase: {a, b}}` with `{made, counted}` or null
    - `steps`: `[{step, title, a, b}]` with `{used_s, planned_s, made, counted}` or null
    - `pace`, `linchpins`, `help`: `{a, b}`: the figures of `coach show --json` or null, and the hints taken
    """
    rounds, (first, second) = (then, now), shared or (None, None)
    phases = by_phase(then, first), by_phase(now, second)
    return {
        **_sides(_round, *rounds),
        "differences": [{"what": one.what, "a": one.then, "b": one.now} for one in unlike],
        "points": None if found is None else [_pair(pair) for pair in found],
        "dimensions": _dimensions((then, first), (now, second)),
        "phases": {
            name: {side: _share(of.get(name)) for side, of in zip("ab", phases, strict=True)}
            for name in PHASES
            if any(name in of for of in phases)
        },
        "steps": _steps((then, first), (now, second)),
        "pace": _sides(lambda session: figures_of(session.graded).get("pace"), *rounds),
        "linchpins": _sides(lambda session: figures_of(session.graded).get("linchpins"), *rounds),
        "help": _sides(lambda session: [hint.text for hint in session.hints], *rounds),
    }


def _sides(of: Callable[[Session], Any], then: Session, now: Session) -> dict[str, Any]:
    return {"a": of(then), "b": of(now)}


def _round(session: Session) -> dict[str, Any]:
    setup, came_to = session.plan, result(session)
    return {
        "session": session.id,
        "scenario": setup.scenario,
        "started": stamp(session.started_at) if session.started_at else None,
        "level": setup.level,
        "format": setup.format,
        "made": came_to.confirmed,
        "counted": came_to.counted,
        "score": scores(session),
    }


def _pair(pair: Pair) -> dict[str, Any]:
    names = ("id", "point", "say", "step", "phase", "dimension", "level", "group")
    return {**{name: getattr(pair, name) for name in names}, "a": _side(pair.then), "b": _side(pair.now)}


def _side(side: Side | None) -> dict[str, Any] | None:
    if side is None:
        return None
    return {
        "mark": side.mark,
        "notes": [_note(note) for note in side.notes],
        "near": _note(side.near) if side.near else None,
        "line": side.line or None,
        "reason": side.reason or None,
        **{name: getattr(side, name) for name in ("extra", "late", "helped")},
    }


def _note(note: Note) -> dict[str, Any]:
    return {"at_s": round(note.at_s, 1), "text": note.text}


def _share(share: Share | None) -> dict[str, int] | None:
    return {"made": share.made, "counted": share.counted} if share else None


def _dimensions(then: tuple[Session, Common | None], now: tuple[Session, Common | None]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for side, (session, of) in (("a", then), ("b", now)):
        known = (session.graded or {})["dimensions"]
        for name, share in by_dimension(session, of).items():
            row = found.setdefault(name, {"name": name, "a": None, "b": None})
            row["name"] = known[name]["name"] if name in known else row["name"]
            row[side] = {"grade": known[name]["grade"] if name in known else None, **(_share(share) or {})}
    return found


def _steps(then: tuple[Session, Common | None], now: tuple[Session, Common | None]) -> list[dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for side, (session, of) in (("a", then), ("b", now)):
        for step, came_to, share in zip(session.plan.steps, result(session).steps, by_step(session, of), strict=True):
            row = found.setdefault(step.id, {"step": step.id, "title": step.title, "a": None, "b": None})
            row[side] = {
                "used_s": round(came_to.used, 1),
                "planned_s": None if session.plan.untimed else came_to.planned,
                **(_share(share) or {}),
            }
    return list(found.values())
