"""How many points of a graded round were made, by dimension, phase and step: all, or those in common with another."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from coach.interview.changes import phase_of
from coach.interview.grading import CONFIRMED, NOT_MINE
from coach.interview.session import Session


@dataclass(frozen=True, slots=True)
class Share:
    """How many points of the level were confirmed, of how many that count."""

    made: int
    counted: int


class Common(NamedTuple):
    """The points of the level that both of two rounds on one question asked for, by the ids they had in one of them;
    `in_step` are those that both asked for in the same phase: what was made before it was at hand."""

    ids: frozenset[str]
    in_step: frozenset[str]


def common(then: Session, now: Session, renamed: Mapping[str, str]) -> tuple[Common, Common]:
    """What two graded rounds on one question have in common, for each of them."""
    before, after = ({renamed.get(p["id"], p["id"]): p for p in _counted(session)} for session in (then, now))
    both = [(before[name], after[name]) for name in before if name in after]
    alike = [two for two in both if phase_of(then, two[0]) == phase_of(now, two[1])]
    first, second = (Common(*(frozenset(two[at]["id"] for two in of) for of in (both, alike))) for at in (0, 1))
    return first, second


def by_dimension(session: Session, of: Common | None = None) -> dict[str, Share]:
    """The points of a graded round by dimension, all or those in common with another one."""
    points = [point for point in _counted(session) if of is None or point["id"] in of.ids]
    names = dict.fromkeys([*(session.graded or {})["dimensions"], *(p["dimension"] for p in points)])
    return _shares(points, names, lambda point: str(point["dimension"]))


def by_phase(session: Session, of: Common | None = None) -> dict[str, Share]:
    """The points of a graded round by the phase in which they were asked for; only phases that were played."""
    return _shares(_in_step(session, of), session.plan.phases, lambda point: phase_of(session, point))


def by_step(session: Session, of: Common | None = None) -> list[Share]:
    """The points of a graded round by its steps."""
    steps = range(len(session.plan.steps))
    return list(_shares(_in_step(session, of), map(str, steps), lambda point: str(point["step"])).values())


def _in_step(session: Session, of: Common | None) -> list[Mapping[str, Any]]:
    return [point for point in _counted(session) if of is None or point["id"] in of.in_step]


def _shares(
    points: Sequence[Mapping[str, Any]], names: Iterable[str], of: Callable[[Mapping[str, Any]], str]
) -> dict[str, Share]:
    found = {}
    for name in names:
        here = [point for point in points if of(point) == name]
        found[name] = Share(sum(point["mark"] in CONFIRMED for point in here), len(here))
    return found


def _counted(session: Session) -> list[Mapping[str, Any]]:
    return [p for p in (session.graded or {})["points"] if not p["extra"] and p["mark"] != NOT_MINE]
