"""The small shared files: the glossary of patterns and the names of skills."""

from collections.abc import Mapping
from dataclasses import dataclass

from coach.content.fields import Many, Part, Slug, Table, Text, Whole, has, may


@dataclass(frozen=True, slots=True, kw_only=True)
class Glossary:
    """Lists of terms that patterns name with a dollar sign."""

    schema: int = has(Whole(1, 1), "The version of this format.")
    words: Mapping[str, tuple[str, ...]] = has(Table(Many(Text(), at_least=1)), "Terms by name.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Skill:
    """Something a person can be good at, over scenarios."""

    id: str = has(Slug(), "Stable id.")
    name: str = has(Text(), "The name.")
    about: str = may(Text(), "One sentence.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Skills:
    """All skills."""

    schema: int = has(Whole(1, 1), "The version of this format.")
    skills: tuple[Skill, ...] = has(Many(Part(lambda: Skill), at_least=1), "The skills.")
