"""What a collection of flashcards is: its cards as far as choosing goes, its decks, and what each card says."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coach.content.problem import did_you_mean
from coach.errors import CoachError
from coach.recall.agenda import Item

if TYPE_CHECKING:
    from coach.content.card import Card


@dataclass(frozen=True, slots=True)
class Missed:
    """Where a card comes from that a drill made: the session, and the person's own line on the point."""

    session: str
    line: str


@dataclass(slots=True)
class DeckInfo:
    """A deck, or the cards of a scenario: its title, where it comes from, and the ids of its cards in order."""

    id: str
    title: str = ""
    source: str = ""
    scenario: bool = False
    practised: bool = False
    cards: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Collection:
    """Every card as far as choosing it goes, the decks they are in, and what leads from former ids to present ones."""

    items: dict[str, Item] = field(default_factory=dict)
    decks: dict[str, DeckInfo] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    missed: dict[str, Missed] = field(default_factory=dict)
    paths: dict[str, Path] = field(default_factory=dict)
    problems: list[CoachError] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)
    """Names of decks and scenarios that cannot be used."""
    rows: dict[str, dict[str, Any]] = field(default_factory=dict)
    whole: Callable[[Path], Mapping[str, dict[str, Any]]] = lambda path: {}
    """The whole rows of a deck file by card; `rows` has mostly their ids alone, as few of the cards come in a day."""

    def require(self, name: str, others: Sequence[str] = ()) -> str:
        """The name of a deck, or one of some others, as it is spelt here, whatever case was typed. Raises CoachError
        for one that is none, or that cannot be used."""
        for spelt in (name, name.lower()):
            if spelt in self.decks or spelt in others:
                return spelt
        if name in self.broken:
            raise CoachError(f"The deck {name} cannot be used.", "What is wrong with it stands above.")
        near = did_you_mean(name.lower(), [*self.decks, *others])
        raise CoachError(f"There is no deck {name!r}{near or '.'}", "`coach decks` shows all of them.")

    def card(self, card_id: str) -> "Card":
        """What a card asks and answers. Raises CoachError when it was taken out of its deck, or that broken, since."""
        from coach.content.card_summary import card_of

        row = self.rows[card_id]
        if "front" not in row:
            path = self.paths[card_id]
            if row["id"] not in (rows := self.whole(path)):
                raise CoachError(f"{path}: the card {row['id']} is gone from it.", "Start again without it.")
            row = self.rows[card_id] = rows[row["id"]]
        return card_of(row)
