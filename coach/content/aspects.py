"""What points, new situations and whole questions stand for: the things a person can be strong or weak in."""

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # whoever only names an aspect need not pay for them
    from coach.content.scenario import Curveball, Point, Scenario

DIMENSION, SKILL, LINCHPIN = "dimension", "skill", "linchpin"
Aspect = tuple[str, str]
"""A kind and a name: a dimension, a skill, or a standard heading that linchpins speak to."""


def of_point(scenario: "Scenario", point: "Point") -> list[Aspect]:
    """A point's dimension, its skills, and the headings of the linchpin that it asks for."""
    return [(DIMENSION, point.dimension), *of_tags(point.skills), *_headings(scenario, [point.fact])]


def of_curveball(scenario: "Scenario", ball: "Curveball") -> set[Aspect]:
    """What a new situation calls for: all that its points stand for, and the headings of linchpins it speaks of."""
    called = [aspect for point in scenario.points if point.id in ball.points for aspect in of_point(scenario, point)]
    return {*called, *_headings(scenario, ball.about)}


def of_tags(tags: Iterable[str]) -> list[Aspect]:
    """The skills that tags name; one that names none is like no other aspect."""
    return [(SKILL, tag) for tag in tags]


def shares(scenario: "Scenario") -> dict[Aspect, float]:
    """How much of a question each thing is: the share of its points, or for a heading that of its linchpins."""
    points, pins = len(scenario.points), [fact.id for fact in scenario.facts if fact.linchpin]
    of_points = Counter(a for p in scenario.points for a in (*of_tags(p.skills), (DIMENSION, p.dimension)))
    of_pins = Counter(_headings(scenario, pins))
    found = {aspect: number / points for aspect, number in of_points.items()}
    return {**found, **{aspect: number / len(pins) for aspect, number in of_pins.items()}}


def _headings(scenario: "Scenario", facts: Iterable[str]) -> list[Aspect]:
    """The headings of those of some facts that are linchpins."""
    pins = (fact for name in facts if name and (fact := scenario.fact(name)) and fact.linchpin)
    return [(LINCHPIN, heading) for fact in pins for heading in fact.covers]
