"""In what two rounds were done differently, which limits what can be compared."""

from collections.abc import Callable
from typing import NamedTuple

from coach.content.terms import PHASES
from coach.interview.session import Session
from coach.interview.setup import Setup


class Unlike(NamedTuple):
    """One thing that was different, in words for each round."""

    what: str
    then: str
    now: str


_SETUP: tuple[tuple[str, Callable[[Setup], str]], ...] = (
    ("round", lambda setup: "whole" if setup.grades else "a first look"),
    ("level", lambda setup: setup.level if setup.grades else ""),
    ("format", lambda setup: setup.format),
    ("played", lambda setup: _played(setup)),
    ("minutes", lambda setup: "no clock" if setup.untimed else f"{setup.seconds / 60:.0f}"),
    ("begun with earlier notes", lambda setup: "yes" if setup.base else "no"),
    ("interviewer", lambda setup: setup.interviewer),
    ("mock", lambda setup: "yes" if setup.mock else "no"),
    ("strict clock", lambda setup: "yes" if setup.strict else "no"),
)


def unlike(then: Session, now: Session, *, read: tuple[bool, bool] = (False, False)) -> list[Unlike]:
    """What was different, the most limiting first; `read` says for each round whether the answers were read before."""
    found = [Unlike(what, of(then.plan), of(now.plan)) for what, of in _SETUP]
    if _played(then.plan) != _played(now.plan):  # which says of itself that the minutes were others
        found = [one for one in found if one.what != "minutes"]
    found.append(Unlike("hints", str(len(then.hints)), str(len(now.hints))))
    found.append(Unlike("answers read before", *("yes" if seen else "no" for seen in read)))
    return [one for one in found if one.then != one.now and one.then and one.now]


def _played(setup: Setup) -> str:
    """The steps in words, as far as they are not all there is."""
    if set(setup.phases) == set(PHASES):
        return "all phases"
    return " and ".join(step.title.lower() for step in setup.steps) + " alone"
