"""The interviewer's sheet of a scenario, ready for questions."""

from collections.abc import Mapping, Sequence
from itertools import zip_longest

from coach.content.scenario import Scenario
from coach.language.lookup import Lookup
from coach.language.ranking import Entry, parsed

_BROAD: Mapping[str, Sequence[str]] = {
    "target": ("latency", "success", "quality", "availability"),
    "requirement": ("latency", "quality", "availability", "safety and compliance"),
    "constraint": ("cost", "latency", "safety and compliance", "data and permissions"),
    "limit": ("cost", "latency", "safety and compliance"),
    "sla": ("latency", "availability"),
    "slo": ("latency", "availability"),
    "users": ("users", "scale", "language"),
    "customers": ("users", "scale", "language"),
    "data": ("inputs and outputs", "data and permissions", "freshness", "scale"),
    "quality": ("quality", "success", "failure tolerance"),
    "scale": ("scale",),
    "size": ("scale",),
    "security": ("safety and compliance", "data and permissions"),
}
"""Words that ask for too much when they stand alone, and the headings of the facts that may be meant."""


def sheet(scenario: Scenario, glossary: Mapping[str, Sequence[str]]) -> Lookup:
    """The facts of a scenario as entries that questions find, by topic, `asks`, `match` and `reject`."""
    words = {**glossary, **scenario.words}
    entries = [Entry(f.id, (f.topic, *f.asks), parsed(f.match, words), parsed(f.reject, words)) for f in scenario.facts]
    return Lookup(entries, {word: _covering(scenario, headings) for word, headings in _BROAD.items()})


def _covering(scenario: Scenario, headings: Sequence[str]) -> tuple[str, ...]:
    """The facts that cover these headings before any other: the first of each heading, then the second, and so on."""
    columns = [[fact.id for fact in scenario.facts if fact.covers[:1] == (heading,)] for heading in headings]
    return tuple(dict.fromkeys(id_ for row in zip_longest(*columns) for id_ in row if id_))
