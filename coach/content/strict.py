"""The house rules that shipped scenarios meet on top of being valid."""

import calendar
import re
from collections.abc import Mapping, Sequence

from coach.content.asking import sheet
from coach.content.reading import Reading
from coach.content.reference import failed_checks
from coach.content.scenario import Fact, Point, Scenario
from coach.content.sought import finder
from coach.content.strict_decks import check_strict_cards
from coach.content.terms import HEADINGS, LEVELS, PHASES, TASTE
from coach.language import patterns
from coach.language.common import telling_stems
from coach.language.evidence import STRONG, Finder, Written
from coach.language.graph import read_mermaid
from coach.language.guards import REASONS
from coach.language.lookup import Lookup
from coach.language.numbers import figures
from coach.language.outcomes import ANSWER

_AT_LEAST = {
    "facts": (8, 5), "points": (12, 6), "deep_dives": (3, 1), "curveballs": (3, 0), "tradeoffs": (3, 1),
    "numbers": (2, 1), "checks": (3, 1), "mistakes": (3, 1), "cards": (6, 0), "sources": (3, 0),
    "mention_early": (3, 1), "skills": (3, 1),
}  # fmt: skip
"""How many of each part a scenario needs, and how many one made for the taste."""
_LINCHPINS = (3, 1)
_LONGEST_POINT = 90
_FIRST_WORDS = 8
_NAME = re.compile(r"(?<=[\w,;)] )(?:[A-Z][\w'-]+|\w*[A-Za-z]\d[\w-]*)")
_CALENDAR = frozenset(name.lower() for name in (*calendar.day_name, *calendar.month_name) if name)


def check_strict(reading: Reading[Scenario], glossary: Mapping[str, Sequence[str]]) -> None:
    """Adds what a valid scenario lacks to be shipped. Does nothing for a file with other problems."""
    scenario = reading.value
    if scenario is None or reading.problems:
        return
    small = scenario.format == TASTE
    for name, least in _AT_LEAST.items():
        _enough(reading, name, len(getattr(scenario, name)), least[small])
    _enough(reading, "facts", sum(1 for fact in scenario.facts if fact.linchpin), _LINCHPINS[small], " linchpins")
    for phase in PHASES:
        if not any(phase in point.phase for point in scenario.points):
            reading.problem("points", f"none in {phase}")
    if not small:
        _whole(reading, scenario)
    words = {**glossary, **scenario.words}
    notes, asked = finder(scenario, glossary), sheet(scenario, glossary)
    for at, point in enumerate(scenario.points):
        _point(reading, scenario, point)
        _evidence(reading, scenario, at, notes, words)
    for fact in scenario.facts:
        _fact(reading, fact, words, asked)
    _nothing_volunteered(reading, scenario)
    check_strict_cards(reading, scenario.cards)
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


def _enough(reading: Reading[Scenario], where: str, size: int, least: int, what: str = "") -> None:
    if size < least:
        reading.problem(where, f"needs at least {least}{what}, has {size}")


def _whole(reading: Reading[Scenario], scenario: Scenario) -> None:
    """The sheet speaks to every standard heading and the rubric to every level; two minutes are too short for that."""
    covered = {heading for fact in scenario.facts for heading in fact.covers} | set(scenario.waived)
    for heading in HEADINGS:
        if heading not in covered:
            reading.problem("facts", f"no fact covers {heading!r}; add one, or the reason under waived")
    for level in LEVELS:
        if not any(point.level == level for point in scenario.points):
            reading.problem("points", f"none at level {level}")


def _fact(reading: Reading[Scenario], fact: Fact, words: Mapping[str, Sequence[str]], asked: Lookup) -> None:
    where = f"facts.{fact.id}"
    for name in ("covers", "short", "so", "asks", "match", "used"):
        if not getattr(fact, name):
            reading.problem(where, f"{name} is missing")
    if not _names_topic(fact):
        reading.problem(f"{where}.answer", "does not name its topic in its first words")
    readers = [patterns.parse(source, words) for source in fact.match]
    for line in fact.asks:
        if not patterns.any_match(readers, line):
            reading.problem(f"{where}.match", f"does not find {line!r}")
            continue
        first = asked.find(line)[0]
        if first.outcome != ANSWER:
            reading.problem(f"{where}.asks", f"asked back instead of answered: {line!r}")
        elif first.ids[0] != fact.id:
            reading.problem(f"{where}.asks", f"answered with {first.ids[0]}: {line!r}")


def _nothing_volunteered(reading: Reading[Scenario], scenario: Scenario) -> None:
    """A probe that holds a number or a name of the sheet names a fact with it in `about`: no probe tells unasked."""
    known = _names(f"{scenario.title}. {scenario.question} {scenario.brief}")
    for dive in scenario.deep_dives:
        for number, probe in enumerate(dive.probes, start=1):
            text = f"{probe.ask} {probe.next}"
            told: dict[str, list[str]] = {}
            for fact in scenario.facts:
                for shared in sorted((_names(text) & _names(fact.answer)) - known) + _numbers(text, fact.answer):
                    told.setdefault(shared, []).append(fact.id)
            for shared, facts in told.items():
                if not set(facts) & set(probe.about):
                    where = f"deep_dives.{dive.id}.probes.{number}.about"
                    reading.problem(where, f"{shared} is on the sheet; name {' or '.join(facts)}")


def _names(text: str) -> set[str]:
    """The names in a text, in lower case: capitals within a sentence, codes; days and months are none."""
    return {name.lower() for name in _NAME.findall(text)} - _CALENDAR


def _numbers(text: str, answer: str) -> list[str]:
    """The telling numbers that a text and an answer share, each measured in the same unit."""
    held = {(figure.value, figure.unit) for figure in figures(answer)}
    shared = {figure for figure in figures(text) if figure.telling and (figure.value, figure.unit) in held}
    return [f"{figure.value:g} {figure.unit}".strip() for figure in sorted(shared, key=lambda f: (f.value, f.unit))]


def _names_topic(fact: Fact) -> bool:
    """Whether the answer opens with a word of the topic, or with a label ("Users: …") that topic or questions name."""
    opening = " ".join(fact.answer.split()[:_FIRST_WORDS])
    if telling_stems(opening) & telling_stems(fact.topic):
        return True
    label, colon, _ = opening.partition(":")
    return bool(colon) and bool(telling_stems(label) & telling_stems(" ".join((fact.topic, *fact.asks, *fact.covers))))


def _point(reading: Reading[Scenario], scenario: Scenario, point: Point) -> None:
    where = f"points.{point.id}"
    for name in ("why", "hint", "say", "skills"):
        if not getattr(point, name):
            reading.problem(where, f"{name} is missing")
    if len(point.point) > _LONGEST_POINT:
        reading.problem(f"{where}.point", f"has {len(point.point)} characters; {_LONGEST_POINT} fit a line")
    if len(scenario.examples_of(point)) < 2:
        reading.problem(f"{where}.examples", "needs at least two")


def _evidence(
    reading: Reading[Scenario], scenario: Scenario, at: int, notes: Finder, words: Mapping[str, Sequence[str]]
) -> None:
    """A point is strong in its own examples and fits them best of all points; in its counter-examples it is not found.

    A counter-example cannot be strong by likeness, as it is more like itself than like any example.
    """
    point = scenario.points[at]
    where = f"points.{point.id}"
    readers = [patterns.parse(source, words) for source in scenario.match_of(point)]
    rejects = [patterns.parse(source, words) for source in point.reject]
    for line in scenario.examples_of(point):
        found, fits = notes.find([Written(line, point.phase)])[at], notes.fits(line)
        if not patterns.any_match(readers, line):
            reading.problem(f"{where}.match", f"does not find its example {line!r}")
        elif patterns.any_match(rejects, line):
            reading.problem(f"{where}.reject", f"turns its example away: {line!r}")
        elif found.state != STRONG:
            why = REASONS.get(found.guard, "it shares too little with the point")
            reading.problem(f"{where}.examples", f"{line!r} is no strong evidence: {why}")
        elif fits[at] < max(fits):
            other = scenario.points[fits.index(max(fits))].id
            reading.problem(f"{where}.examples", f"{line!r} fits {other} better")
    for line in point.counter:
        if patterns.any_match(readers, line) and not patterns.any_match(rejects, line):
            reading.problem(f"{where}.match", f"finds its counter-example {line!r}")
