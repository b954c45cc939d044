"""The scenarios there are, read through the cache."""

from pathlib import Path
from typing import Any

from coach.content.library import Library
from coach.content.roots import Found
from coach.errors import CoachError
from coach.interview.questions import Question
from coach.record.index import Index

_LIST = "list-3"
"""The name of the cache; to be counted up when what it holds changes."""


def catalogue(cache: Path, library: Library) -> tuple[list[dict[str, Any]], list[CoachError]]:
    """The summaries of all scenarios that are valid, sorted by id, and the errors of the others."""
    index = Index(cache, _LIST)
    rows, broken = [], []
    for found in library.scenarios():
        try:
            known = index.get(found.path)
            if not isinstance(known, dict):
                known = _summary(library, found)
                index.put(known, found.path)
            rows.append({**known, "source": found.source, "shadows": list(found.shadows)})
        except CoachError as error:
            broken.append(error)
    index.save()
    return rows, broken


def questions_of(cache: Path, library: Library) -> list[Question]:
    """The questions that are valid, sorted by id; `coach list` names the broken ones."""
    return [Question.of(row) for row in catalogue(cache, library)[0]]


def _summary(library: Library, found: Found) -> dict[str, Any]:
    """The summary of a scenario, the format it is made for, its former ids and how much of it each aspect is."""
    from coach.content.aspects import shares  # they bring what reads content along, which a warm cache does not need
    from coach.content.summary import summary

    scenario = library.listed(found)
    much = [[*aspect, round(share, 3)] for aspect, share in shares(scenario).items()]
    return {**summary(scenario), "format": scenario.format, "was": list(scenario.was), "shares": much}
