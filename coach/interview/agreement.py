"""Which practice figures agreed with real interviews: what each had said of a dimension, against where the person got
stuck."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import NamedTuple

from coach.content.terms import BAR
from coach.interview.brief import Brief, Own
from coach.interview.debrief import Debrief
from coach.interview.gaps import LOOK_BACK, weaknesses
from coach.interview.trial import trials_of

ENOUGH = 3
"""Debriefs from which on it is said: of one or two interviews anything may be chance."""
CLEAR = 2
"""Cases by which one figure has to be right more often than another to be worth more trust."""


class Said(NamedTuple):
    """What a figure had said of a dimension: whether it was weak, and the figure in words."""

    weak: bool
    told: str


class Case(NamedTuple):
    """A dimension that an interview asked about, what each figure had said of it where it could tell, and whether the
    person got stuck there."""

    dimension: str
    short: str
    said: Sequence[Said | None]
    stuck: bool


class Agreement(NamedTuple):
    """What can be told: how many of the debriefs name a dimension, how many of those had graded rounds before them,
    and the cases of these."""

    named: int
    practised: int
    cases: Sequence[Case]


def agreement(debriefs: Iterable[Debrief], rounds: Sequence[Brief], day: Callable[[str], date]) -> Agreement:
    """Compares finished debriefs with the graded rounds before them; `rounds` come newest first. `day` is the person's
    day of a stamp.

    A round that was graded on the day of the interview or later says nothing that was known before it.
    """
    named = [told for told in debriefs if told.finished and (told.probed_dimensions or told.stuck_dimensions)]
    cases, practised = list[Case](), 0
    for told in named:
        before = [known for known in rounds if known.own_rows and day(known.graded) < told.day][:LOOK_BACK]
        practised += bool(before)
        for name in dict.fromkeys((*told.probed_dimensions, *told.stuck_dimensions)) if before else ():
            if own := _own(name, before):
                said = [figure(name, before) for figure in FIGURES.values()]
                cases.append(Case(name, own[0].short, said, name in told.stuck_dimensions))
    return Agreement(len(named), practised, cases)


def _own_grade(dimension: str, rounds: Sequence[Brief]) -> Said | None:
    """The newest grade that the person gave themselves."""
    grade = next((own.grade for own in _own(dimension, rounds) if own.grade is not None), None)
    return None if grade is None else Said(grade < BAR, f"grade {grade}")


def _confirmed(dimension: str, rounds: Sequence[Brief]) -> Said | None:
    """The share of the points that the person confirmed."""
    made = sum(len(known.made.get(dimension, ())) for known in rounds)
    missed = sum(point.dimension == dimension for known in rounds for point in known.missed)
    return Said(made < missed, f"{made} of {made + missed} points") if made + missed else None


def _gap(dimension: str, rounds: Sequence[Brief]) -> Said | None:
    """Whether it was a gap in two rounds or more."""
    if _confirmed(dimension, rounds) is None or not any(own.scored for own in _own(dimension, rounds)):
        return None
    found = weaknesses(trials_of(rounds)).dimensions
    known = next((gap for gap in found if gap.name == dimension), None)
    return Said(bool(known and known.recurrent), f"missed in {known.rounds} of {known.asked}" if known else "no gap")


def _own(dimension: str, rounds: Sequence[Brief]) -> list[Own]:
    return [known.own[dimension] for known in rounds if dimension in known.own]


FIGURES: dict[str, Callable[[str, Sequence[Brief]], Said | None]] = {
    "your own grades": _own_grade,
    "the points you confirmed": _confirmed,
    "gaps in two rounds or more": _gap,
}
"""The figures by what they are called, in the order of `Case.said`."""
