"""`coach export`: flashcards for other programs."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from coach.commands import world
from coach.content.anki_text import MARK, Filed, anki_text
from coach.errors import CoachError
from coach.language.printable import one_line
from coach.record.exports import write_export
from coach.screens.collecting import collect
from coach.screens.collection import Collection
from coach.terminal.saying import say


def run(folder: str | None, decks: Sequence[str], *, anki_text_file: Path) -> int:
    """Writes the cards of decks and scenarios (all when none is named) as text for Anki. Returns the exit code."""
    home = world.home()
    collection = collect(home, world.library(home.places, folder))
    world.leave_out(collection.problems)
    names = [collection.require(name) for name in decks]
    cards = list(filed(collection, names or sorted(collection.decks)))
    if not cards:
        raise CoachError("There is no card to export.")
    write_export(anki_text_file, anki_text(cards), MARK)
    cards_word = "card" if len(cards) == 1 else "cards"
    say(one_line(f"{len(cards)} {cards_word} in {anki_text_file}. In Anki: File, Import. Next: `coach`."))
    return 1 if collection.problems else 0


def filed(collection: Collection, decks: Sequence[str]) -> Iterator[Filed]:
    """The cards of decks; that of a missed point has what the person wrote on it before the line to say."""
    for name in dict.fromkeys(decks):
        deck = collection.decks[name]
        for card_id in deck.cards:
            card, missed = collection.card(card_id), collection.missed.get(card_id)
            if missed and missed.line:
                card = replace(card, back=f"You wrote: “{missed.line}”\n{card.back}")
            yield Filed(card_id, deck.title or name, card)
