"""The scenarios there are, read through the cache."""

from collections.abc import Callable, Sequence
from typing import Any

from coach.commands import world
from coach.content.roots import Root, scenarios
from coach.errors import CoachError
from coach.record.index import Index
from coach.record.places import Places

_LIST = "list-2"
"""The name of the cache; to be counted up when what it holds changes."""


def catalogue(own: Places, folder: str | None) -> tuple[list[dict[str, Any]], list[CoachError]]:
    """The summaries of all scenarios that are valid, sorted by id, and the errors of the others."""
    roots = world.roots(own, folder)
    index = Index(own.cache, _LIST)
    rows, broken = [], []
    read: Callable[[str], dict[str, Any]] | None = None
    for found in scenarios(roots):
        try:
            known = index.get(found.path)
            if not isinstance(known, dict):
                read = read or _reader(roots)
                known = read(found.id)
                index.put(known, found.path)
            rows.append({**known, "source": found.source, "shadows": list(found.shadows)})
        except CoachError as error:
            broken.append(error)
    index.save()
    return rows, broken


def _reader(roots: Sequence[Root]) -> Callable[[str], dict[str, Any]]:
    """Reads the summary of a scenario by its id, the format it is made for and its former ids; one library for all, so
    that shared files are read once."""
    from coach.content.library import Library  # brings YAML along, which a warm cache does not need
    from coach.content.summary import summary

    library = Library(roots)

    def read(name: str) -> dict[str, Any]:
        scenario = library.scenario(name).value
        return {**summary(scenario), "format": scenario.format, "was": list(scenario.was)}

    return read
