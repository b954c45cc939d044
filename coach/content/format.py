"""The parts of a format file: the steps and minutes of an interview."""

from dataclasses import dataclass

from coach.content.fields import Flag, Many, OneOf, Part, Slug, Text, Whole, has, may
from coach.content.terms import DIMENSIONS, LEVELS, PHASES


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A part of a format."""

    id: str = has(Slug(), "Stable id.")
    title: str = has(Text(), "The title.")
    minutes: int = has(Whole(1, 240), "How long it takes.")
    phases: tuple[str, ...] = has(Many(OneOf(PHASES), at_least=1), "The phases it covers.")
    checklist: tuple[str, ...] = has(Many(Text(), at_least=1), "What to do in it, ticked by hand.")
    opening: str = may(Text(), "A phrase to open it with.")
    dimensions: tuple[str, ...] = may(
        Many(OneOf(DIMENSIONS)), "The dimensions it is about, where several steps cover a phase."
    )
    skills: tuple[str, ...] = may(
        Many(Slug()), "Names of skills.yaml that it is about, where several steps cover a phase."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """Steps and minutes of an interview."""

    schema: int = has(Whole(1, 1), "The version of this format.")
    id: str = has(Slug(), "The id, equal to the file's name.")
    title: str = has(Text(), "The title.")
    about: str = may(Text(), "When an interview runs like this.")
    steps: tuple[Step, ...] = has(Many(Part(lambda: Step), at_least=1), "The steps in order.")
    outputs: tuple[str, ...] = may(Many(Text()), "What the round should leave behind.")
    level: str = may(OneOf(LEVELS), "The highest level whose points there is time for; none above it is asked for.")
    dimensions: tuple[str, ...] = may(
        Many(OneOf(DIMENSIONS)), "The dimensions there is time to show, all when none is named; only they are graded."
    )
    grades: bool = may(Flag(), "Whether its rounds end with grades; without, they are a first look at points.", True)
    curveballs: int = may(Whole(0, 4), "How many new situations it brings at most; none comes in its first step.", 2)

    @property
    def minutes(self) -> int:
        """The minutes of all steps."""
        return sum(step.minutes for step in self.steps)
