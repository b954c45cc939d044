"""`coach decks`: the decks of flashcards, and what is due in each."""

import json
from typing import Any

from coach.commands import world
from coach.recall.agenda import Terms, due_day
from coach.record.book import Book
from coach.screens.collecting import open_cards
from coach.screens.collection import Collection, DeckInfo
from coach.screens.ui import Table, Text


def run(folder: str | None, *, as_json: bool) -> int:
    """Lists the decks; broken ones are named on stderr. Returns the exit code."""
    home = world.home()
    found, book = open_cards(home, world.library(home.places, folder))
    terms = Terms(world.today(home), home.settings.interview)
    rows = [_row(found, book, terms, deck) for deck in sorted(found.decks.values(), key=lambda deck: deck.id)]
    book.save()
    if as_json:
        print(json.dumps(rows, indent=2))
    else:
        _show(rows)
    world.leave_out(found.problems)
    return 1 if found.problems else 0


def _row(found: Collection, book: Book, terms: Terms, deck: DeckInfo) -> dict[str, Any]:
    states = [(found.items[card], book.ledger.of(card)) for card in deck.cards]
    return {
        "id": deck.id,
        "title": deck.title,
        "cards": len(states),
        "begun": sum(1 for _, state in states if state.memory),
        "due": sum(due_day(item, state, terms) is not None for item, state in states),
        "flagged": sum(state.flagged for _, state in states),
        "suspended": sum(state.suspended for _, state in states),
        "scenario": deck.scenario,
        "practised": deck.practised,
        "source": deck.source,
    }


def _show(rows: list[dict[str, Any]]) -> None:
    ui = world.printer()
    cells = []
    for row in rows:
        kept = [f"{row[name]} {name}" for name in ("flagged", "suspended") if row[name]]
        hidden = ["after practice"] if row["scenario"] and not row["practised"] else []
        note = ", ".join([*hidden, *kept])
        cells.append((row["id"], row["title"], str(row["cards"]), str(row["begun"]), str(row["due"]), note))
    ui.show(Table(("deck", "title", "cards", "begun", "due", ""), cells, right=(2, 3, 4)), Text(""))
    ui.show(Text("`coach quiz` asks what is due and a few new ones; `coach quiz DECK` those of one deck."))
