"""`coach quiz --due`: the cards that are due."""

import json
from collections.abc import Sequence

from coach.commands import world
from coach.recall.agenda import LOAD, Item, Terms, due_day
from coach.record.book import Book
from coach.screens.ui import Table, Text


def show_due(book: Book, items: Sequence[Item], terms: Terms, *, as_json: bool) -> int:
    """Prints the cards among `items` that are due, what failed today and was not recalled since among them."""
    rows = []
    for item in items:
        progress = book.ledger.of(item.id)
        day = due_day(item, progress, terms)
        if day is None or progress.memory is None:
            continue
        rows.append(
            {
                "id": item.id,
                "deck": item.deck,
                "due": day.isoformat(),
                "stability": round(progress.memory.stability, 4),
                "difficulty": round(progress.memory.difficulty, 4),
                "retrievability": round(book.schedule.retrievability(progress.memory, terms.today), 4),
            }
        )
    book.save()
    if as_json:
        print(json.dumps(rows, indent=2))
        return 0
    ui = world.printer()
    if not rows:
        ui.show(Text("Nothing is due. `coach quiz` says what comes next."))
        return 0
    cells = [(str(row["id"]), str(row["due"]), f"{row['retrievability']:.0%}") for row in rows]
    said = f"{len(rows):,} due; `coach quiz` asks them, at most {LOAD} a day."
    ui.show(Table(("card", "due", "chance of recall"), cells, right=(2,)), Text(said))
    return 0
