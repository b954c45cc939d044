"""Two graded rounds beside each other: what was made and missed in each, point by point, by dimension and by phase."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from coach.content.terms import LEVELS
from coach.interview.changes import missed_points, nearest_or_offered, phase_of
from coach.interview.entries import Note
from coach.interview.figures import figures_of
from coach.interview.grading import CONFIRMED, MISSED, NOT_MINE
from coach.interview.session import Session

LOST, GAINED, MISSED_TWICE, MADE_TWICE, LEFT_OUT = "lost", "gained", "missed-twice", "made-twice", "left-out"
THEN_ONLY, NOW_ONLY = "then-only", "now-only"
GROUPS = (LOST, GAINED, MISSED_TWICE, MADE_TWICE, LEFT_OUT, THEN_ONLY, NOW_ONLY)
"""What became of a point: made then and missed now, the other way round, missed or made both times, judged to be no
part of one design, graded in one of the rounds only."""
_TO_DO = (MISSED_TWICE, LOST)
"""The groups that come by weight, as they say what to do next."""
COMMON = (LOST, GAINED, MISSED_TWICE, MADE_TWICE)
"""The groups of points that count in both rounds, or were claimed above the level of both."""
NOT_PLAYED, HIGHER, CHANGED = "step", "level", "question"
"""Why a round did not grade a point: its phases were not played, its level is above, the question was another then."""


@dataclass(frozen=True, slots=True)
class Side:
    """A point in one of two rounds. `notes` are those that cover it, `near` is the one that comes nearest to a point
    that was missed."""

    mark: str
    notes: tuple[Note, ...]
    near: Note | None
    line: str
    reason: str
    extra: bool
    late: bool
    helped: bool

    @property
    def made(self) -> bool:
        """Whether the person confirmed it."""
        return self.mark in CONFIRMED


@dataclass(frozen=True, slots=True)
class Pair:
    """A point in two rounds, under its name and in the words of the later one that graded it.

    `step` is the title of the step it was graded in there; `absent` says why one of the rounds did not grade it.
    """

    id: str
    point: str
    say: str
    step: str
    phase: str
    dimension: str
    level: str
    group: str
    absent: str
    then: Side | None
    now: Side | None

    @property
    def of_the_level(self) -> bool:
        """Whether it was of the level in both rounds."""
        return all(side is not None and not side.extra for side in (self.then, self.now))


def pairs(then: Session, now: Session, renamed: Mapping[str, str]) -> list[Pair]:
    """The points of two graded rounds on one question, in the order of its steps, those missed now by weight.

    `renamed` are the names that points have now by their former ones.
    """
    before, after = _points(then, renamed), _points(now, renamed)
    found = []
    for name in [*after, *(name for name in before if name not in after)]:
        first, second = before.get(name), after.get(name)
        rounds = [(then, first), (now, second)]
        session, told = next((s, p) for s, p in reversed(rounds) if p is not None)
        absent = next((_absent(s, told) for s, p in rounds if p is None), "")
        unclaimed = absent == HIGHER and told["extra"] and _on_offer(then if first is None else now, told)
        found.append(
            Pair(
                id=name,
                point=told["point"],
                say=told["say"],
                step=_step(session, told),
                phase=phase_of(session, told),
                dimension=told["dimension"],
                level=told["level"],
                group=_group(first, second, unclaimed=unclaimed),
                absent=absent,
                then=_side(then, first) if first else None,
                now=_side(now, second) if second else None,
            )
        )
    heaviest = {renamed.get(p["id"], p["id"]): rank for rank, p in enumerate(missed_points(now))}
    to_do = [pair for pair in found if pair.group in _TO_DO]
    to_do.sort(key=lambda pair: heaviest.get(pair.id, len(heaviest)))
    return [*to_do, *(pair for pair in found if pair.group not in _TO_DO)]


def next_missed(found: Sequence[Pair]) -> Pair | None:
    """The point of the level to work on: the heaviest missed both times, else one that was made then, else one that
    only the later round graded. None where it missed none."""
    missed = [pair for pair in found if pair.now and pair.now.mark == MISSED and not pair.now.extra]
    return min(missed, key=lambda pair: _TO_DO.index(pair.group) if pair.group in _TO_DO else len(_TO_DO), default=None)


def missed_in_both(then: Session, now: Session) -> Mapping[str, Any] | None:
    """Of two questions the heaviest point that the later round missed, first of a dimension that missed points in both;
    None where it missed none."""
    weak = {point["dimension"] for point in missed_points(then)}
    return min(missed_points(now), key=lambda point: point["dimension"] not in weak, default=None)


def _points(session: Session, renamed: Mapping[str, str]) -> dict[str, Mapping[str, Any]]:
    return {renamed.get(point["id"], point["id"]): point for point in (session.graded or {})["points"]}


def _group(then: Mapping[str, Any] | None, now: Mapping[str, Any] | None, *, unclaimed: bool) -> str:
    """`unclaimed`: the round that does not have the point offered it above the level, and nobody claimed it."""
    if then is None or now is None:
        there = then or now or {}
        if unclaimed and there["mark"] in CONFIRMED:
            return GAINED if then is None else LOST
        return NOW_ONLY if then is None else THEN_ONLY
    if NOT_MINE in (then["mark"], now["mark"]):
        return LEFT_OUT
    match then["mark"] in CONFIRMED, now["mark"] in CONFIRMED:
        case True, True:
            return MADE_TWICE
        case True, False:
            return LOST
        case False, True:
            return GAINED
    return MISSED_TWICE


def _absent(session: Session, point: Mapping[str, Any]) -> str:
    setup, level = session.plan, LEVELS.index(point["level"])
    if not set(point["phase"]) & set(setup.phases) or point["id"] in setup.earlier.elsewhere:
        return NOT_PLAYED
    return HIGHER if level > min(LEVELS.index(setup.level), LEVELS.index(setup.highest)) else CHANGED


def _on_offer(session: Session, point: Mapping[str, Any]) -> bool:
    """Whether a round offered a point above its level to be claimed; a first look offers none."""
    return session.plan.grades and LEVELS.index(point["level"]) <= LEVELS.index(session.plan.highest)


def _side(session: Session, point: Mapping[str, Any]) -> Side:
    return Side(
        mark=point["mark"],
        notes=tuple(session.notes[number] for number in point["notes"] if number in session.notes),
        near=nearest_or_offered(session, point) if point["mark"] == MISSED else None,
        line=point["line"],
        reason=point["reason"],
        extra=point["extra"],
        late=point["id"] in figures_of(session.graded).get("late", ()),
        helped=any(hint.point == point["id"] for hint in session.hints),
    )


def _step(session: Session, point: Mapping[str, Any]) -> str:
    steps = session.plan.steps
    return steps[point["step"]].title if 0 <= point["step"] < len(steps) else ""
