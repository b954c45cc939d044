"""What the rounds so far say about flashcards: which questions were practised, which points were missed."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from coach.errors import CoachError
from coach.language.stamps import stamp
from coach.record.home import Home
from coach.record.index import Index
from coach.record.sessions import scenario_of

if TYPE_CHECKING:
    from coach.interview.events import Event

_ROUNDS = "rounds-2"
"""The name of the cache; to be counted up when what it holds changes."""


def graded_rounds(home: Home) -> list[dict[str, Any]]:
    """What the rounds so far come to, newest first, read through the cache: plain values of `missed_data` and whether a
    round was `done`, whether `graded`, and when."""
    index, journals, found = Index(home.places.cache, _ROUNDS), home.sessions.journals(), []
    for name, paths in journals.items():
        known = index.get(*paths)
        if not isinstance(known, dict):
            known = _round(home, name)
            index.put(known, *paths)
        found.append(known)
    index.keep(paths[0] for paths in journals.values())  # the words of a forgotten round go with it
    index.save()
    return found[::-1]


def drop_forgotten(home: Home) -> None:
    """Drops what the cache holds of rounds that are gone: it has lines the person wrote in them."""
    index = Index(home.places.cache, _ROUNDS)
    index.keep(paths[0] for paths in home.sessions.journals().values())
    index.save()


def _round(home: Home, name: str) -> dict[str, Any]:
    from coach.interview.folding import fold
    from coach.interview.missed import missed_data
    from coach.interview.session import FINISHED, GRADED
    from coach.screens.past import load

    none: dict[str, Any] = {"session": name, "scenario": scenario_of(name), "done": False, "graded": False}
    try:
        session = load(home, name)
        if session.status == FINISHED and session.former_marks:  # being graded anew: until then the old grading holds
            session = fold(name, _to_last_grading(home.sessions.events(name)))
    except CoachError:
        return none
    at = session.last_at or session.ended_at
    done = session.status in (FINISHED, GRADED)
    told: dict[str, Any] = {**none, "scenario": session.plan.scenario, "done": done}
    if session.status == GRADED and at:
        told |= {"graded": True, "at": stamp(at), **missed_data(session)}
    return told


def _to_last_grading(events: Sequence["Event"]) -> Sequence["Event"]:
    last = max(index for index, event in enumerate(events) if event.kind == "graded")
    return events[: last + 1]
