"""`coach progress --json`: all that the page shows, and every round behind it."""

from typing import Any

from coach.interview.drift import Drift
from coach.interview.progress import Attempt, Points
from coach.interview.since import Shift
from coach.screens.progress_page import CARD_DAYS, Overview
from coach.screens.progress_words import Wording


def as_data(shown: Overview, words: Wording) -> dict[str, Any]:
    """The overview as JSON; its keys stay.

    `scenario` (null for all), `compared` (the sessions of the two rounds, or null), `better`, `worse` (what
    lost a point or more, the largest loss first) and `not_better` (kind dimension or phase, name, `before` and `now` as
    points, on one question those that both rounds asked for; or null), `weak` (names of dimensions, skills and
    linchpins, the worst first), `drift` (dimension, `side` above or below, grades, points, session), `cards` (days, and
    `before` and `now` as reviewed and recalled), `rounds` (graded ones, oldest first: session, scenario, format, level,
    started, phases, mock, `base` (the session of which a step was redone, or null), solution_seen, `dimensions` (made,
    of, grade), `phases` (made, of, minutes_used and minutes_planned or null), `skills` (made, of), `linchpins` (asked,
    of), hints, topics_shown, minutes_used, minutes_planned or null). Points are `made` of `of`.
    """
    found = shown.since
    before, now = shown.cards
    return {
        "scenario": shown.scenario or None,
        "compared": [found.before.known.session, found.now.known.session] if found else None,
        "better": _change(found.better) if found else None,
        "worse": [_change(change) for change in found.worse] if found else [],
        "not_better": _change(found.not_better) if found else None,
        "weak": {
            "dimensions": [gap.name for gap in shown.weak.dimensions],
            "skills": [gap.name for gap in shown.weak.skills],
            "linchpins": [gap.name for gap in shown.weak.linchpins],
        },
        "drift": [_drift(drift) for drift in shown.drifts],
        "cards": {"days": CARD_DAYS, "before": _reviewed(before), "now": _reviewed(now)},
        "rounds": [_round(attempt, words) for attempt in shown.done],
    }


def _change(change: Shift | None) -> dict[str, Any] | None:
    if change is None:
        return None
    return {
        "kind": change.kind, "name": change.name, "before": change.before._asdict(), "now": change.now._asdict()
    }  # fmt: skip


def _drift(drift: Drift) -> dict[str, Any]:
    return {
        "dimension": drift.dimension,
        "side": drift.side,
        "grades": list(drift.grades),
        "points": [points._asdict() for points in drift.points],
        "session": drift.session,
    }


def _reviewed(points: Points) -> dict[str, int]:
    return {"reviewed": points.of, "recalled": points.made}


def _round(attempt: Attempt, words: Wording) -> dict[str, Any]:
    known, own = attempt.known, attempt.own
    return {
        "session": known.session,
        "scenario": known.scenario,
        "format": known.format,
        "level": known.level,
        "started": known.started,
        "phases": {name: {**points._asdict(), **_minutes(attempt, name)} for name, points in attempt.phases.items()},
        "mock": known.mock,
        "base": known.base or None,
        "solution_seen": known.session in words.read,
        "dimensions": {
            name: {**attempt.dimensions.get(name, Points())._asdict(), "grade": grade.grade}
            for name, grade in own.items()
        },
        "skills": {name: points._asdict() for name, points in attempt.skills.items()},
        "linchpins": {"asked": attempt.asked.made, "of": attempt.asked.of},
        "hints": known.hints,
        "topics_shown": known.shown,
        "minutes_used": round(known.used / 60, 1),
        "minutes_planned": None if known.planned is None else round(known.planned / 60, 1),
    }


def _minutes(attempt: Attempt, phase: str) -> dict[str, float | None]:
    found = attempt.minutes(phase)
    return {
        "minutes_used": round(found.used / 60, 1) if found else None,
        "minutes_planned": round(found.planned / 60, 1) if found and found.planned is not None else None,
    }
