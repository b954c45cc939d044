"""A deck: flashcards on one subject."""

from dataclasses import dataclass

from coach.content.card import Card
from coach.content.fields import Many, Part, Slug, Text, Whole, has, may
from coach.content.source import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Deck:
    """Flashcards on one subject.

    A deck with the id of another deck or of a scenario adds its cards to those of that one, and takes the place of
    cards with the same id: so a person changes a shipped card without copying the rest.
    """

    schema: int = has(Whole(1, 1), "The version of this format.")
    id: str = has(Slug(), "The id, equal to the file's name; it goes before the ids of its cards.")
    cards: tuple[Card, ...] = has(Many(Part(lambda: Card), at_least=1), "The flashcards.")
    title: str = may(Text(), "The subject, as a list shows it.")
    about: str = may(Text(), "What the deck is for, in a sentence.")
    sources: tuple[Source, ...] = may(Many(Part(lambda: Source)), "Where figures come from.")
    was: tuple[str, ...] = may(Many(Slug()), "Former ids.")
