"""The parts of the checklist file: the page to read just before an interview."""

from collections.abc import Mapping
from dataclasses import dataclass

from coach.content.fields import Many, Part, Slug, Table, Text, Whole, has, may
from coach.content.terms import SCORED


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line with a name."""

    name: str = has(Text(), "What it is about, in a word or two.")
    text: str = has(Text(), "The line.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A section of the long page."""

    id: str = has(Slug(), "Stable id.")
    title: str = has(Text(), "The head.")
    lines: tuple[str, ...] = may(Many(Text()), "Lines.")
    rows: tuple[Row, ...] = may(Many(Part(lambda: Row)), "Lines with a name each.")
    phrases: tuple[str, ...] = may(Many(Text()), "Sentences to say.")
    diagram: str = may(Text(), "A Mermaid flowchart of boxes and arrows.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Checklist:
    """What to have in mind when the call begins."""

    schema: int = has(Whole(1, 1), "The version of this format.")
    open: str = has(Text(), "The sentence to open with.")
    ask: tuple[str, ...] = has(Many(Text(), at_least=1), "What to ask for.")
    always: tuple[str, ...] = has(Many(Text(), at_least=1), "What a design of an AI system always has.")
    tradeoffs: tuple[str, ...] = has(Many(Text(), at_least=1), "What choices are weighed by.")
    mistakes: tuple[str, ...] = has(Many(Text(), at_least=1), "What costs most, as instructions.")
    close: tuple[str, ...] = has(Many(Text(), at_least=1), "What to end with.")
    unfamiliar: str = has(Text(), "What to say of something you do not know.")
    gaps: Mapping[str, str] = has(
        Table(Text(), keys=SCORED), "For each scored dimension what to do about it, as an instruction."
    )
    full: tuple[Chapter, ...] = may(Many(Part(lambda: Chapter)), "What the long page adds.")
