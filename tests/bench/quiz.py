"""How long a quiz takes to its first card, and a grade to the disk, with few and many: `python -m tests.bench.quiz`."""

import argparse
import gc
import os
import re
import shutil
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from coach.content.library import Library
from coach.content.roots import Root, shipped
from coach.recall.log import Entry
from coach.record.book import Book
from coach.record.home import Home
from coach.record.places import Places
from coach.screens.collecting import open_cards
from tests.bench.cards import DEVICES, history, write_decks, write_logs
from tests.bench.measure import coach_program, in_turns, ms, repeated, run, share, spread, table
from tests.ptydriver import Terminal, environment

FEW, MANY, REVIEWS = 100, 10_000, 100_000
AWAY = 30
"""Days since the last review, so that there is a backlog."""
PATIENCE = 100.0
PROMPT = re.compile(r"\d+/\d+ ›")


class Person:
    """Somebody with so many cards in some decks and so many reviews."""

    def __init__(self, folder: Path, cards: int, decks: int, reviews: int) -> None:
        self.folder = folder
        self.environ = environment(folder)
        ids = write_decks(folder / "home" / "decks", cards, decks, Random(1))
        self.today = datetime.now(UTC).date()
        entries = history(ids, reviews, self.today - timedelta(days=AWAY), Random(2)) if reviews else []
        write_logs(folder / "home" / "reviews", entries)
        (folder / "state" / "coach").mkdir(parents=True)
        (folder / "state" / "coach" / "device").write_text(DEVICES[0])

    def first_card(self) -> float:
        """Seconds from the command to the prompt under the first card."""
        start = time.perf_counter()
        with Terminal([*coach_program(), "quiz"], self.environ) as terminal:
            terminal.until(lambda t: PROMPT.fullmatch(t.row) is not None, PATIENCE)
            return time.perf_counter() - start

    def runs(self, *arguments: str) -> float:
        """Seconds of a command."""
        return run([*coach_program(), *arguments], self.environ, PATIENCE)

    def forget(self, pattern: str = "*") -> None:
        """Removes what the cache holds."""
        for path in (self.folder / "cache" / "coach").glob(pattern):
            shutil.rmtree(path) if path.is_dir() else path.unlink()

    def cold(self) -> float:
        """The first card without a cache."""
        self.forget()
        return self.first_card()

    def replays(self) -> float:
        """A command without a snapshot, so that every review is folded."""
        self.forget("recall-*.json")
        return self.runs("quiz", "--due", "--json")

    def book(self) -> Book:
        """All reviews, as a sitting opens them."""
        home = Home(Places(self.folder / "home", self.folder / "cache" / "coach", self.folder / "state" / "coach"))
        return open_cards(home, Library([home.places.content, Root.at("shipped", shipped())]))[1]


def compared(few: Person, many: Person, rounds: int) -> None:
    """Prints what takes how long with few and with many cards."""
    measured: dict[str, Callable[[Person], float]] = {
        "first card": Person.first_card,
        "coach quiz --due --json": lambda person: person.runs("quiz", "--due", "--json"),
        "coach quiz --stats": lambda person: person.runs("quiz", "--stats"),
        "coach decks": lambda person: person.runs("decks"),
    }
    rows = []
    for name, measure in measured.items():
        rows.append(_row(name, few, many, measure, rounds))
    rows.append(_row("coach quiz --due --json, no snapshot", few, many, Person.replays, max(rounds // 5, 1)))
    rows.append(_row("first card, no cache at all", few, many, Person.cold, max(rounds // 5, 1)))
    title = f"{FEW} cards and no review against {MANY:,} and {REVIEWS:,}, both besides the shipped ones, in turns"
    table(f"{title}, median ms", ("", "few", "many", "ratio"), rows)


def _row(
    name: str, few: Person, many: Person, measure: Callable[[Person], float], rounds: int
) -> tuple[str, str, str, str]:
    found = in_turns({"few": lambda: measure(few), "many": lambda: measure(many)}, rounds)
    one, other = share(found["few"], 0.5), share(found["many"], 0.5)
    return name, ms(one), ms(other), f"{other / one:.2f}"


def grading(person: Person) -> None:
    """Prints what writing into the log costs."""
    gc.set_threshold(50_000)  # as the program does
    book, card = person.book(), iter(range(MANY))
    done: list[Entry] = []

    def grade() -> None:
        told = {"card": f"deck-00/card-{next(card) % 500:04}", "grade": 3, "mode": "due", "seconds": 9.5}
        done.append(book.add(datetime.now(UTC), person.today, **told))

    def undo() -> None:
        book.undo(datetime.now(UTC), person.today, done.pop())

    def undo_earlier() -> None:
        book.undo(datetime.now(UTC), person.today, book.entries()[-1])

    with (person.folder / "home" / "reviews" / "alone").open("ab", buffering=0) as file:

        def alone() -> None:
            file.write(b"x" * 120)
            os.fsync(file.fileno())

        rows = [("120 bytes and an fsync alone", *spread(repeated(alone, 400)))]
    rows.append(("a grade on the disk and in the ledger", *spread(repeated(grade, 400))))
    rows.append(("the first undo, which reads all reviews", *spread(repeated(undo, 1))))
    rows.append(("an undo after it", *spread(repeated(undo, 20))))
    rows.append(("an undo of an earlier sitting", *spread(repeated(undo_earlier, 20))))
    rows.append(("a grade after that", *spread(repeated(grade, 200))))
    rows.append(("another terminal's grade, looked for before each card", *spread(repeated(book.refresh, 400))))
    rows.append(("the snapshot", *spread(repeated(lambda: book._snapshot.save(book.ledger, book._marks), 5))))
    table(f"The book of {REVIEWS:,} reviews, ms", ("", "median", "p95", "max"), rows)


def main() -> None:
    """Prints the tables."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.quiz", description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--folder", help="a folder on the disk to measure; else the one for temporary files")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="coach-bench-", dir=given.folder) as name:
        few = Person(Path(name) / "few", FEW, 1, 0)
        many = Person(Path(name) / "many", MANY, 20, REVIEWS)
        compared(few, many, given.rounds)
        grading(many)


if __name__ == "__main__":
    main()
