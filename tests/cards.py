"""Small made-up decks, and a person who quizzes them."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from coach.content.library import Library
from coach.content.roots import Root, shipped
from coach.recall.day import day_of
from coach.recall.ledger import Progress
from coach.recall.log import Entry
from coach.recall.schedule import Schedule
from coach.record.book import Book
from coach.record.home import Home
from coach.record.places import Places
from coach.screens.collecting import open_cards
from coach.screens.collection import Collection
from coach.screens.deal import Asked, deal
from coach.screens.quiz import quiz
from coach.screens.quiz_words import nothing_due
from coach.screens.ui import Keys
from tests.conftest import START, Clock
from tests.scripted import Line, ScriptedUi, scripted_app

TODAY = START.date()
Editor = Callable[[Path], bool | None]
"""What an editor does with a file; whether it ended well, None when it could not be started."""
CHOICE = "{id: pick, kind: choose, front: Which one, options: [red, green, blue, black, white], right: green}"
CLOZE = '{id: gap, kind: cloze, front: "Filter {{before}} the search."}'
TRADE = "{id: trade, kind: tradeoff, front: A cache, gain: Speed, pay: Age, reverse: When all is new}"
FAULT = "{id: fault, kind: fault, front: What is wrong, sketch: a -> b, faults: [No retry, No limit]}"
SUM = '{id: sum, kind: estimate, front: A bill, back: 2 times 3, answer: 6, unit: "$ a month"}'
EVERY_KIND = (CHOICE, CLOZE, TRADE, FAULT, SUM)
"""A card of each kind but recall."""


def plain(*names: str) -> list[str]:
    """Cards to recall: the front is "name?", the back "The name.", and so on."""
    return [f'{{id: {name}, kind: recall, front: "{name}?", back: The {name}.}}' for name in names]


def deck_text(deck: str, cards: Sequence[str], more: str = "") -> str:
    """The YAML of a deck."""
    return f"schema: 1\nid: {deck}\ntitle: On {deck}\n{more}cards:\n" + "".join(f"  - {card}\n" for card in cards)


def little(folder: Path) -> Path:
    """Content to ship that loads at once: the rubric and what belongs to it, no scenario, no deck."""
    (folder / "formats").mkdir(parents=True)
    (folder / "decks").mkdir()
    (folder / "glossary.yaml").write_text("schema: 1\nwords: {docs: [doc, page]}\n")
    (folder / "skills.yaml").write_text("schema: 1\nskills: [{id: retrieval, name: Retrieval}]\n")
    for name in ("rubric.yaml", "formats/four-phase.yaml"):
        (folder / name).write_bytes((shipped() / name).read_bytes())
    return folder


class Desk:
    """A person with flashcards: decks are put there, sittings played, and looked at what came of them."""

    def __init__(self, places: Places, clock: Clock, shipped: Path) -> None:
        self.places, self.clock, self.shipped = places, clock, shipped
        self.ui = ScriptedUi(clock, [])
        self.path: Path | None = None
        """A folder named by --scenarios."""

    @property
    def home(self) -> Home:
        """The person's files, opened anew as a new run of the program does."""
        return Home(self.places)

    @property
    def library(self) -> Library:
        """The content in force."""
        named = [Root.at("path", self.path)] if self.path else []
        return Library([*named, self.places.content, Root.at("shipped", self.shipped)])

    def put(self, deck: str, *cards: str, to: Path | None = None, more: str = "") -> Path:
        """Writes a deck, one of the person's own unless another library is named."""
        path = (to or self.places.home) / "decks" / f"{deck}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(deck_text(deck, cards, more), encoding="utf-8")
        return path

    def opened(self) -> tuple[Collection, Book]:
        """All cards and the book, as they are on the disk now."""
        return open_cards(self.home, self.library)

    @property
    def today(self) -> date:
        """The person's day."""
        return day_of(self.clock(), self.home.settings.day_begins, None)

    def quiz(
        self,
        *script: Line,
        names: Sequence[str] = (),
        editor: Editor | None = None,
        answers: Callable[[Keys], str | None] | None = None,
        **asked: Any,
    ) -> ScriptedUi:
        """A sitting, with lines and keys in their order; whatever ends it comes out as it is."""
        self.ui = ScriptedUi(self.clock, script, None)
        self.ui.editor = editor
        self.ui.answers = answers or self.ui.answers
        found, book = self.opened()
        app = scripted_app(self.home, self.library, self.ui)
        dealt = deal(found, book, Asked(names, **asked), self.today, self.home.settings.interview, app.rng)
        if dealt.cards:
            quiz(app, found, book, dealt)
        else:
            self.ui.show(*nothing_due(found, book, dealt))
        return self.ui

    def graded(self, card: str, grade: int, day: int = 0, **told: Any) -> Entry:
        """Writes a grade into the log, so many days from today, as another terminal or an earlier sitting would."""
        book = Book(self.home.reviews, self.places.cache, self.places.home, Schedule(0.9))
        at = self.clock() + timedelta(days=day)
        return book.add(at, self.today + timedelta(days=day), card=card, grade=grade, **told)

    def progress(self, card: str) -> Progress:
        """The standing of a card, read from the disk."""
        return self.opened()[1].ledger.of(card)

    def due(self, card: str) -> date:
        """The day a card that was begun is due, read from the disk."""
        memory = self.progress(card).memory
        assert memory is not None
        return memory.due

    @property
    def entries(self) -> list[Entry]:
        """The entries of the log that hold."""
        return self.opened()[1].entries()

    @property
    def told(self) -> list[tuple[str, int, str]]:
        """Card, grade and mode of every review that holds."""
        return [(entry.card, entry.grade, entry.mode) for entry in self.entries if entry.kind == "review"]

    def later(self, days: float) -> None:
        """Lets days pass."""
        self.clock.forward(days * 86_400)


def rewritten(*changes: tuple[str, str]) -> Editor:
    """An editor that replaces words."""

    def edit(path: Path) -> bool:
        text = path.read_text(encoding="utf-8")
        for old, new in changes:
            assert old in text, f"{old!r} is not in {text!r}"
            text = text.replace(old, new)
        path.write_text(text, encoding="utf-8")
        return True

    return edit


def flat(text: str) -> str:
    """A text with wrapping undone."""
    return " ".join(text.split())
