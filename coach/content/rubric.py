"""The parts of the rubric file: dimensions with anchors, weights and bars of the levels."""

from collections.abc import Mapping
from dataclasses import dataclass

from coach.content.fields import Flag, Many, Number, OneOf, Part, Table, Text, Whole, has, may
from coach.content.terms import DIMENSIONS, LEVELS


@dataclass(frozen=True, slots=True, kw_only=True)
class Dimension:
    """A graded quality with four behavioural anchors; the third is the bar."""

    id: str = has(OneOf(DIMENSIONS), "Stable id.")
    name: str = has(Text(), "The name.")
    short: str = has(Text(), "One word for narrow tables.")
    bar: str = has(Text(), "The bar as a statement that is met or not.")
    anchors: tuple[str, ...] = has(Many(Text(), at_least=4), "What 1, 2, 3 and 4 look like.")
    scored: bool = may(Flag(), "Whether it counts in the score.", True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """What a level asks."""

    bar: float = has(Number(), "The weighted mean expected at this level.")
    weights: Mapping[str, float] = has(Table(Number(), keys=DIMENSIONS), "Weight of each scored dimension.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rubric:
    """How a round is graded."""

    schema: int = has(Whole(1, 1), "The version of this format.")
    note: str = has(Text(), "What these weights and bars are, and are not.")
    dimensions: tuple[Dimension, ...] = has(
        Many(Part(lambda: Dimension), at_least=1), "The graded qualities, in the order they are asked."
    )
    levels: Mapping[str, Bar] = has(Table(Part(lambda: Bar), keys=LEVELS), "Weights and bars by level.")

    def dimension(self, dimension_id: str) -> Dimension | None:
        """The dimension with this id, if there is one."""
        return next((d for d in self.dimensions if d.id == dimension_id), None)
