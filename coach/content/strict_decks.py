"""The house rules that shipped decks, and the cards of shipped scenarios, meet on top of being valid."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from coach.content.card import Card
from coach.content.deck import Deck
from coach.content.reading import Reading
from coach.language.words import words

_FEWEST_CARDS = 12
_FEWEST_KINDS = 4
_LONGEST_FRONT = 300
_LONGEST_BACK = 400
_LONGEST_LIST = 600
"""Characters of a back that is a list (fault, tradeoff): lines are read faster than sentences."""
_LONGEST_FAULT = 135
"""Characters of one fault; many faults may be longer together than other lists."""
_LINES, _COLUMNS = 18, 76
"""A sketch has to fit a terminal of 80 by 24 together with its front."""
_PRODUCT = re.compile(
    r"\b(?:(?:gpt|claude|llama)[ -]?\d[\w.]*|gemini|mistral|codex|pinecone|weaviate|chroma|text-embedding-[\w-]+)\b",
    re.IGNORECASE,
)
"""Names that date a question: a front outlives them."""


def check_strict_deck(reading: Reading[Deck]) -> None:
    """Adds what a valid deck lacks to be shipped. Does nothing for a file with other problems."""
    deck = reading.value
    if deck is None or reading.problems:
        return
    for name in ("title", "about"):
        if not getattr(deck, name):
            reading.problem(name, "is missing")
    if (size := len(deck.cards)) < _FEWEST_CARDS:
        reading.problem("cards", f"needs at least {_FEWEST_CARDS}, has {size}")
    if (size := len({card.kind for card in deck.cards})) < _FEWEST_KINDS:
        reading.problem("cards", f"needs at least {_FEWEST_KINDS} kinds, has {size}")
    check_strict_cards(reading, deck.cards)


def check_strict_cards(reading: Reading[Any], cards: Iterable[Card]) -> None:
    """Adds what valid cards lack to be shipped."""
    for card in cards:
        for name, message in _problems(card):
            reading.problem(f"cards.{card.id}.{name}", message)


def _problems(card: Card) -> Iterator[tuple[str, str]]:
    for name in ("why", "tags"):
        if not getattr(card, name):
            yield name, "is missing"
    if len(card.front) > _LONGEST_FRONT:
        yield "front", f"has {len(card.front)} characters; at most {_LONGEST_FRONT}"
    shown = "\n".join(text for text in (card.back, card.gain, card.pay, card.reverse, *card.faults) if text)
    listed = max(_LONGEST_LIST, _LONGEST_FAULT * len(card.faults))
    longest = listed if card.kind in ("fault", "tradeoff") else _LONGEST_BACK
    if len(shown) > longest:
        yield "back", f"shows {len(shown)} characters; at most {longest}"
    lines = card.sketch.rstrip("\n").split("\n")
    if len(lines) > _LINES:
        yield "sketch", f"has {len(lines)} lines; {_LINES} fit the screen"
    if (widest := max(map(len, lines))) > _COLUMNS:
        yield "sketch", f"is {widest} columns wide; {_COLUMNS} fit the screen"
    if _holds(card.front, _answer(card)):
        yield "front", "already holds the answer"
    if product := _PRODUCT.search(card.front):
        yield "front", f"names a product, {product[0]}, that will be forgotten before the question is"


def _answer(card: Card) -> str:
    """What the front must not say word for word."""
    if card.kind == "choose":
        return card.right
    return card.back if card.kind in ("recall", "estimate") else ""


def _holds(text: str, answer: str) -> bool:
    sought = words(answer)
    return bool(sought) and f" {' '.join(sought)} " in f" {' '.join(words(text))} "
