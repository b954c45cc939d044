"""What one occasion showed of a person: a graded round, or a real interview."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import reduce
from typing import NamedTuple

from coach.content.aspects import DIMENSION, LINCHPIN, SKILL, Aspect
from coach.content.terms import SCORED
from coach.interview.brief import ASKED, MET, Brief, Missed
from coach.interview.debrief import Debrief


class Lost(NamedTuple):
    """A point that was missed, or the topic of a linchpin that was not asked for, the phase it belongs to, and the
    session in which it was, with the time that began: of a redone step that one."""

    point: str
    phase: str = ""
    session: str = ""
    started: str = ""


class Trial(NamedTuple):
    """What one occasion asked for: how much of each thing was made, what was lost of it, the heaviest first.

    `started` is a stamp of UTC. `interview` is the day of a real one; it has no points, so `made` counts once what came
    up and went well. `shorts` and `weights` are those of dimensions.
    """

    session: str
    scenario: str
    started: str
    made: Mapping[Aspect, int]
    lost: Mapping[Aspect, Sequence[Lost]]
    shorts: Mapping[Aspect, str] = {}
    weights: Mapping[Aspect, float] = {}
    interview: date | None = None

    @property
    def aspects(self) -> Iterable[Aspect]:
        """All that was asked for."""
        return dict.fromkeys((*self.lost, *self.made))


def trials_of(rounds: Iterable[Brief]) -> Iterator[Trial]:
    """The graded rounds as trials, which come newest first; a first look without grades speaks for nothing.

    A step that was redone is no round of its own: its points stand in those of the round that it redoes, where that is
    among them.
    """
    graded = [known for known in rounds if known.own_rows]
    names, redone = {known.session for known in graded}, dict[str, list[Brief]]()
    for known in graded:
        again = redone.pop(known.session, [])
        whole = reduce(_redone, reversed(again), known)
        if known.base in names:
            redone.setdefault(known.base, []).append(whole)
        else:
            yield _of_round(whole, again)


def _redone(known: Brief, again: Brief) -> Brief:
    """A round with the points of a step as they were when it was done again."""
    here = {*again.missed_ids, *again.made_ids}
    missed: list[Missed] = [*again.missed, *(point for point in known.missed if point.id not in here)]
    missed.sort(key=lambda point: -point.weight)

    def made(then: Mapping[str, Sequence[str]], now: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
        kept = {name: [point for point in ids if point not in here] for name, ids in then.items()}
        return {name: [*kept.get(name, ()), *now.get(name, ())] for name in dict.fromkeys((*kept, *now))}

    return known._replace(
        missed_rows=missed,
        made=made(known.made, again.made),
        made_skills=made(known.made_skills, again.made_skills),
    )


def with_interviews(
    trials: Iterable[Trial], debriefs: Iterable[Debrief], day: Callable[[str], date]
) -> Iterator[Trial]:
    """Trials of rounds, and among them the interviews that were told of, newest first as both are given; `day` is the
    person's day of a stamp.

    An interview of which no dimension was named speaks for nothing. On the same day it comes first: it is the newer one
    as far as anybody prepares for it.
    """
    real = [(told.day, trial) for told in debriefs if (trial := _of_interview(told)).made or trial.lost]
    for known in trials:
        while real and real[0][0] >= day(known.started):
            yield real.pop(0)[1]
        yield known
    yield from (trial for _, trial in real)


def _of_interview(told: Debrief) -> Trial:
    stuck = {(DIMENSION, name): [Lost("")] for name in told.stuck_dimensions if name in SCORED}
    probed = ((DIMENSION, name) for name in told.probed_dimensions if name in SCORED)
    made = {aspect: 1 for aspect in probed if aspect not in stuck}
    return Trial("", "", "", made, stuck, interview=told.day)


def _of_round(known: Brief, again: Sequence[Brief]) -> Trial:
    """A round, with the points of its redone steps, and these rounds, the newest first."""
    scored = {name: own for name, own in known.own.items() if own.scored}
    made: dict[Aspect, int] = {}
    made.update(((DIMENSION, name), len(ids)) for name, ids in known.made.items() if name in scored and ids)
    made.update(((SKILL, name), len(ids)) for name, ids in known.made_skills.items() if ids)
    lost: dict[Aspect, list[Lost]] = {}
    for point in known.missed:
        where = next((redone for redone in again if point.id in redone.missed_ids), known)
        missed = Lost(point.point, point.phase, where.session, where.started)
        if point.dimension in scored:
            lost.setdefault((DIMENSION, point.dimension), []).append(missed)
        for skill in point.skills:
            lost.setdefault((SKILL, skill), []).append(missed)
    for pin in known.pins:
        for heading in pin.headings:
            aspect = (LINCHPIN, heading)
            if pin.how in (ASKED, MET):
                made[aspect] = made.get(aspect, 0) + 1
            else:
                lost.setdefault(aspect, []).append(Lost(pin.topic, "clarify", known.session, known.started))
    return Trial(
        known.session, known.scenario, known.started, made, lost,
        {(DIMENSION, name): own.short for name, own in scored.items()},
        {(DIMENSION, name): own.weight for name, own in scored.items()},
    )  # fmt: skip
