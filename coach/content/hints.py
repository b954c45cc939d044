"""What a flashcard of a missed point asks with must not hold the answer already."""

from collections.abc import Mapping, Sequence

from coach.content.reading import Reading
from coach.content.scenario import Scenario
from coach.content.sought import finder
from coach.language import patterns
from coach.language.evidence import STRONG, Finder, Written


def check_hints(reading: Reading[Scenario], glossary: Mapping[str, Sequence[str]]) -> None:
    """Adds each hint that would be taken as evidence for its own point; for a point made by asking, its fact's `so`.

    Of a `card` only the patterns are judges: it holds the figures of the answer, and likeness to an example is mostly
    figures.
    """
    scenario = reading.value
    if scenario is None:
        return
    notes = finder(scenario, glossary)
    for at, point in enumerate(scenario.points):
        fact = scenario.fact(point.fact)
        if point.card and _matches(notes, at, point.card):
            reading.problem(f"points.{point.id}.card", "already holds the answer")
        if fact is None and _tells(notes, at, point.hint):
            reading.problem(f"points.{point.id}.hint", "already holds the answer")
        elif fact is not None and _tells(notes, at, fact.so):
            reading.problem(f"facts.{fact.id}.so", f"already holds what the point {point.id} asks")


def _tells(notes: Finder, at: int, text: str) -> bool:
    """Whether a text shows the point at this place. A pattern is enough, also in a tone that keeps a note from being
    strong: a question or a denial gives the answer away as well as a claim does."""
    return _matches(notes, at, text) or notes.find([Written(text, notes.sought[at].phases)])[at].state == STRONG


def _matches(notes: Finder, at: int, text: str) -> bool:
    entry = notes.sought[at].entry
    return patterns.any_match(entry.match, text) and not patterns.any_match(entry.reject, text)
