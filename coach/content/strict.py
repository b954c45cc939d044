"""The house rules that shipped scenarios meet on top of being valid."""

from collections.abc import Mapping, Sequence

from coach.content.reading import Reading
from coach.content.reference import failed_checks
from coach.content.scenario import Point, Scenario
from coach.content.terms import HEADINGS, LEVELS, PHASES
from coach.language import patterns
from coach.language.graph import read_mermaid

_AT_LEAST = {
    "facts": 8, "points": 12, "deep_dives": 3, "curveballs": 3, "tradeoffs": 3, "numbers": 2, "checks": 3,
    "mistakes": 3, "cards": 6, "sources": 3, "mention_early": 3, "skills": 3,
}  # fmt: skip
_LINCHPINS = 3
_LONGEST_POINT = 90


def check_strict(reading: Reading[Scenario], glossary: Mapping[str, Sequence[str]]) -> None:
    """Adds what a valid scenario lacks to be shipped. Does nothing for a file with other problems."""
    scenario = reading.value
    if scenario is None or reading.problems:
        return
    for name, least in _AT_LEAST.items():
        if (size := len(getattr(scenario, name))) < least:
            reading.problem(name, f"needs at least {least}, has {size}")
    if (size := sum(1 for fact in scenario.facts if fact.linchpin)) < _LINCHPINS:
        reading.problem("facts", f"needs at least {_LINCHPINS} linchpins, has {size}")
    covered = {heading for fact in scenario.facts for heading in fact.covers} | set(scenario.waived)
    for heading in HEADINGS:
        if heading not in covered:
            reading.problem("facts", f"no fact covers {heading!r}; add one, or the reason under waived")
    for phase in PHASES:
        if not any(phase in point.phase for point in scenario.points):
            reading.problem("points", f"none in {phase}")
    for level in LEVELS:
        if not any(point.level == level for point in scenario.points):
            reading.problem("points", f"none at level {level}")
    words = {**glossary, **scenario.words}
    for point in scenario.points:
        _point(reading, scenario, point, words)
    for fact in scenario.facts:
        where = f"facts.{fact.id}"
        for name in ("covers", "short", "so", "asks", "match", "used"):
            if not getattr(fact, name):
                reading.problem(where, f"{name} is missing")
        readers = [patterns.parse(source, words) for source in fact.match]
        for line in fact.asks:
            if not patterns.any_match(readers, line):
                reading.problem(f"{where}.match", f"does not find {line!r}")
    if scenario.solution is None:
        reading.problem("solution", "is missing")
    else:
        for name in ("clarify", "high_level", "deep_dive", "tradeoffs", "senior", "staff"):
            if not getattr(scenario.solution, name):
                reading.problem("solution", f"{name.replace('_', '-')} is missing")
    if scenario.diagram is None:
        reading.problem("diagram", "is missing")
    else:
        drawn = read_mermaid(scenario.diagram.mermaid)
        for check in failed_checks(drawn, scenario.diagram, scenario.checks, words):
            reading.problem(f"checks.{check.id}", "the reference diagram itself fails it")


def _point(reading: Reading[Scenario], scenario: Scenario, point: Point, words: Mapping[str, Sequence[str]]) -> None:
    where = f"points.{point.id}"
    for name in ("why", "hint", "say", "skills"):
        if not getattr(point, name):
            reading.problem(where, f"{name} is missing")
    if len(point.point) > _LONGEST_POINT:
        reading.problem(f"{where}.point", f"has {len(point.point)} characters; {_LONGEST_POINT} fit a line")
    readers = [patterns.parse(source, words) for source in scenario.match_of(point)]
    rejects = [patterns.parse(source, words) for source in point.reject]
    if len(scenario.examples_of(point)) < 2:
        reading.problem(f"{where}.examples", "needs at least two")
    for line in scenario.examples_of(point):
        if not patterns.any_match(readers, line):
            reading.problem(f"{where}.match", f"does not find its example {line!r}")
        elif patterns.any_match(rejects, line):
            reading.problem(f"{where}.reject", f"turns its example away: {line!r}")
    for line in point.counter:
        if patterns.any_match(readers, line) and not patterns.any_match(rejects, line):
            reading.problem(f"{where}.match", f"finds its counter-example {line!r}")
    if point.hint and not point.fact and patterns.any_match(readers, point.hint):
        reading.problem(f"{where}.hint", "already holds the answer")
