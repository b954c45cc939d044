"""In what two rounds were done differently, which limits what can be compared."""

from collections.abc import Callable
from typing import NamedTuple

from coach.content.terms import PHASES
from coach.interview.brief import Brief


class Unlike(NamedTuple):
    """One thing that was different, in words for each round."""

    what: str
    then: str
    now: str

    @property
    def told(self) -> str:
        """The difference in words."""
        return f"{self.what} {self.then} → {self.now}"


_DONE: tuple[tuple[str, Callable[[Brief], str]], ...] = (
    ("round", lambda known: "whole" if known.grades else "a first look"),
    ("level", lambda known: known.level if known.grades else ""),
    ("format", lambda known: known.format),
    ("played", lambda known: _played(known)),
    ("minutes", lambda known: "no clock" if known.planned is None else f"{known.planned / 60:.0f}"),
    ("earlier notes at hand", lambda known: "yes" if known.handed else "no"),
    ("interviewer", lambda known: known.interviewer),
    ("mock", lambda known: "yes" if known.mock else "no"),
    ("strict clock", lambda known: "yes" if known.strict else "no"),
    ("help", lambda known: _times(known.hints + known.shown)),
)


def unlike(then: Brief, now: Brief, *, read: tuple[bool, bool] = (False, False)) -> list[Unlike]:
    """What was different, the most limiting first; `read` says for each round whether the answers were read before.

    Help are hints, and topics shown before their fact was asked for.
    """
    found = [Unlike(what, of(then), of(now)) for what, of in _DONE]
    if _played(then) != _played(now):  # which says of itself that the minutes were others
        found = [one for one in found if one.what != "minutes"]
    found.append(Unlike("answers read before", *("yes" if seen else "no" for seen in read)))
    return [one for one in found if one.then != one.now and one.then and one.now]


def _played(known: Brief) -> str:
    """The steps in words, as far as they are not all there is."""
    if set(known.phases) == set(PHASES):
        return "all phases"
    return " and ".join(step.title.lower() for step in known.spent) + " alone"


def _times(number: int) -> str:
    return {0: "none", 1: "once", 2: "twice"}.get(number, f"{number} times")
