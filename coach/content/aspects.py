"""What a point stands for: the things a person can be strong or weak in across questions."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # whoever only names an aspect need not pay for them
    from coach.content.scenario import Point, Scenario

DIMENSION, SKILL, LINCHPIN = "dimension", "skill", "linchpin"
Aspect = tuple[str, str]
"""A kind and a name: a dimension, a skill, or a standard heading that linchpins speak to."""


def of_point(scenario: "Scenario", point: "Point") -> list[Aspect]:
    """A point's dimension, its skills, and the headings of the linchpin that it asks for."""
    fact = scenario.fact(point.fact) if point.fact else None
    headings = fact.covers if fact and fact.linchpin else ()
    skills = of_tags(point.skills)
    return [(DIMENSION, point.dimension), *skills, *((LINCHPIN, heading) for heading in headings)]


def of_tags(tags: Iterable[str]) -> list[Aspect]:
    """The skills that tags name; one that names none is like no other aspect."""
    return [(SKILL, tag) for tag in tags]
