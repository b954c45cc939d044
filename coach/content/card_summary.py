"""What a collection of cards keeps of a deck or a scenario, as plain values that a cache can hold."""

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from coach.content.aspects import of_point
from coach.content.card import Card

if TYPE_CHECKING:  # whoever shows one card need not pay for them
    from coach.content.deck import Deck
    from coach.content.scenario import Point, Scenario

MISSED = "missed-"
"""What stands before the id of a point in the id of its card."""
_CHOOSING = ("id", "was", "tags")
"""The fields that are needed to choose a card."""
_DEFAULTS = {f.name: f.default for f in fields(Card)}


def deck_summary(deck: "Deck") -> dict[str, Any]:
    """A deck's name and title, and the ids and tags of its cards: what they say is in `deck_rows`."""
    cards = [{name: row[name] for name in _CHOOSING if name in row} for row in map(card_row, deck.cards)]
    return {"id": deck.id, "title": deck.title, "was": list(deck.was), "cards": cards}


def deck_rows(deck: "Deck") -> dict[str, dict[str, Any]]:
    """The cards of a deck by id."""
    return {card.id: card_row(card) for card in deck.cards}


def scenario_summary(scenario: "Scenario") -> dict[str, Any]:
    """A scenario's name, title and cards, and for each of its points the card that it becomes when it is missed."""
    return {
        "id": scenario.id,
        "title": scenario.title,
        "was": list(scenario.was),
        "cards": [card_row(card) for card in scenario.cards],
        "points": {
            point.id: {
                "fact": point.fact,
                "was": list(point.was),
                "aspects": of_point(scenario, point),
                "card": card_row(card),
            }
            for point in scenario.points
            if (card := missed_card(scenario, point))
        },
    }


def missed_card(scenario: "Scenario", point: "Point") -> Card | None:
    """The card of a point that was missed: what leads to it without telling it, and the line to say.

    The scenario's title stands above it, as that of the deck. None for a point without either.
    """
    fact = scenario.fact(point.fact)
    lead = point.card or (f"What hangs on it: {fact.so} What do you ask?" if fact and fact.so else point.hint)
    say = point.say or (fact.asks[0] if fact and fact.asks else "")
    if not lead or not say:
        return None
    return Card(
        id=f"{MISSED}{point.id}",
        kind="recall",
        front=lead,
        back=say,
        why=point.why,
        was=tuple(f"{MISSED}{old}" for old in point.was),
    )


def card_row(card: Card) -> dict[str, Any]:
    """A card as plain values, without the fields that hold nothing."""
    return {name: value for name, default in _DEFAULTS.items() if (value := getattr(card, name)) != default}


def card_of(row: dict[str, Any]) -> Card:
    """The card of a row. Raises TypeError for a row of another shape."""
    told: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in row.items()}
    return Card(**told)
