"""The rounds so far in brief, read through the cache."""

from coach.errors import CoachError
from coach.interview.brief import Brief
from coach.record.home import Home
from coach.record.index import Index

_ROUNDS = "rounds-7"
"""The name of the cache; to be counted up when what it holds changes."""


def briefs(home: Home, problems: list[CoachError] | None = None) -> list[Brief]:
    """The rounds so far, newest first; the errors of those that cannot be read are added to `problems`.

    A round is folded again when one of its journals changed. One that cannot be read is tried anew each time, as the
    reason may lie outside of the file.
    """
    index, journals, found = Index(home.places.cache, _ROUNDS), home.sessions.journals(), []
    for name, paths in journals.items():
        known = index.get(*paths)
        if known is not None:
            found.append(Brief._make(known))
            continue
        try:
            made = _brief(home, name)
        except CoachError as error:
            if problems is not None:
                problems.append(error)
            continue
        index.put(made, *paths)
        found.append(made)
    index.keep(paths[0] for paths in journals.values())  # the words of a forgotten round go with it
    index.save()
    return found[::-1]


def drop_forgotten(home: Home) -> None:
    """Drops what the cache holds of rounds that are gone: it has lines the person wrote in them."""
    index = Index(home.places.cache, _ROUNDS)
    index.keep(paths[0] for paths in home.sessions.journals().values())
    index.save()


def _brief(home: Home, name: str) -> Brief:
    """A round, folded. Raises CoachError for a journal that cannot be trusted or never began."""
    from coach.interview.briefing import brief_of
    from coach.screens.past import as_graded, load

    session = load(home, name)
    return brief_of(session, as_graded(home, session))
