"""The quiz: a card, an answer typed or thought, the back, a grade that is on the disk before the next card."""

from contextlib import suppress
from datetime import date, datetime
from typing import Literal

from coach.errors import CoachError
from coach.language.printable import shorten
from coach.recall.agenda import days_until, wanted
from coach.recall.day import day_of
from coach.recall.ledger import LEECH, Progress
from coach.recall.log import CRAM, DUE, FLAG, REPEAT, REVIEW, SUSPEND, Entry
from coach.recall.schedule import AGAIN
from coach.recall.sitting import Queue
from coach.record.book import Book
from coach.screens import quiz_words
from coach.screens.app import App
from coach.screens.card_editor import edit_card
from coach.screens.collection import Collection
from coach.screens.deal import Deal
from coach.screens.face import KINDS, Face, back, compared, face_of, front
from coach.screens.orders import Order, parse
from coach.screens.ui import Bar, Gap, Keys, Prompt, Rule, Stopped, Text, Tick

COMMANDS = {
    "undo": "take back the last grade, of an earlier sitting too",
    "flag": "mark the card; coach quiz flagged brings the marked ones",
    "suspend": "leave the card out from now on",
    "edit": "the card in your editor",
    "quit": "end the sitting; every grade is kept",
}
_GRADES = {1: "again", 2: "hard", 3: "good", 4: "easy"}
_LEECH_EVERY = 4
"""Lapses after which the word on a leech comes once more."""
Outcome = Literal["next", "quit"]


class Quiz:
    """One sitting."""

    def __init__(self, app: App, found: Collection, book: Book, dealt: Deal) -> None:
        self._app = app
        self._ui = app.ui
        self._found = found
        self._book = book
        self._dealt = dealt
        self._queue = Queue(dealt.cards)
        self._faces: dict[str, Face] = {}
        self._shown: set[str] = set()
        self._done: list[Entry] = []
        self._crammed: dict[str, bool] = {}
        self._began = app.now()
        self.answers: dict[str, list[int]] = {}

    @property
    def left(self) -> int:
        """Cards that are still to come."""
        return len(self._queue)

    def run(self) -> None:
        """Shows card after card until there is none, the minutes are over or the person leaves. Raises Stopped."""
        with self._ui.sitting():
            while (card := self._queue.next()) is not None:
                try:
                    outcome = "next" if self._elsewhere(card) else self._card(card)
                except BaseException:
                    self._queue.first(card)  # it was not answered
                    raise
                if outcome == "quit":
                    self._queue.first(card)
                    return
                if self._over and self._queue:
                    self._ui.show(Gap(), Text("The minutes are over."))
                    return

    @property
    def _today(self) -> date:
        return day_of(self._app.now(), self._app.home.settings.day_begins, None)

    @property
    def _seconds(self) -> float:
        return max((self._app.now() - self._began).total_seconds(), 0.0)

    @property
    def _over(self) -> bool:
        minutes = self._dealt.asked.minutes
        return minutes is not None and self._seconds >= minutes * 60

    def _progress(self, card: str) -> Progress:
        return self._book.ledger.of(card)

    def _elsewhere(self, card: str) -> bool:
        """Whether a card was dealt with in another terminal or on another device since."""
        self._book.refresh()
        progress = self._progress(card)
        if self._dealt.cram or card in self._shown:
            return False
        done = progress.memory is not None and progress.memory.last >= self._today and progress.recalled
        return progress.suspended or (done and not self.answers.get(card))

    def _card(self, card: str) -> Outcome:
        """One card, from its front to its grade."""
        face = self._face(card)
        deck = self._found.decks[self._found.items[card].deck]
        number = sum(len(grades) for grades in self.answers.values()) + 1
        total = number + len(self._queue)
        place = f"{number} of {total}"
        self._ui.show(Gap(), Rule(f"{deck.title or deck.id} · {self._kind(card, face)}", place), *front(face))
        since = self._app.now()
        if card not in self._shown:
            left, typed = self._answer(card, f"{number}/{total}")
            if left:
                return left
            face = self._face(card)
            self._shown.add(card)
            if typed.strip():
                self._ui.show(compared(face, typed))
        self._ui.show(*back(face))
        return self._graded(card, since)

    def _kind(self, card: str, face: Face) -> str:
        state = ", flagged" if self._progress(card).flagged else ""
        return f"{KINDS[face.card.kind]}{state}"

    def _face(self, card: str) -> Face:
        if card not in self._faces:
            missed = self._found.missed.get(card)
            self._faces[card] = face_of(self._found.card(card), missed.line if missed else "", self._app.rng)
        return self._faces[card]

    def _answer(self, card: str, place: str) -> tuple[Outcome | None, str]:
        """What the person types, perhaps nothing; with an outcome when the card is left without an answer."""
        empty = 0
        while True:
            line = self._ui.read(self._prompt(place)) or ""
            order = parse(line, COMMANDS)
            if isinstance(order, str):
                if order.strip() or not self._dealt.asked.typed or empty:
                    return None, order
                empty += 1
                self._ui.show(Text("Type what you would say; Enter once more shows the answer.", "dim"))
            elif order.name == "quit":
                return "quit", ""
            elif order.name in COMMANDS:
                if self._do(order.name, card):
                    return "next", ""
            else:
                self._ui.show(_unknown(order))

    def _prompt(self, place: str) -> Prompt:
        asked, total = self._dealt.asked, len(self.answers) + len(self._queue) + 1

        def bar() -> Bar:
            keys = ("Enter shows the answer", *(f"/{name}" for name in COMMANDS))
            share = len(self.answers) / max(total, 1)
            if asked.minutes is None:
                rest = quiz_words.minutes(len(self._queue) + 1, self._book.ledger.pace)
                return Bar("Quiz", share, place, rest, "", keys)
            left = asked.minutes * 60 - self._seconds
            said = f"{left / 60:.0f} min left" if left >= 60 else "last minute" if left > 0 else "last card"
            return Bar("Quiz", share, said, place, "warn" if left < 60 else "", keys)

        return Prompt(lambda: place, bar, lambda typed: Tick(), lambda typed: None, COMMANDS)

    def _graded(self, card: str, since: datetime) -> Outcome:
        """Asks for the grade and writes it; the other keys do what they say and ask again."""
        while True:
            key = self._ui.key(Keys("", self._keys(card), fleeting=True)).key
            if key == "q":
                return "quit"
            if not key.isdecimal():
                if self._do({"u": "undo", "f": "flag", "s": "suspend", "e": "edit"}[key], card):
                    return "next"
                continue
            seconds = max((self._app.now() - since).total_seconds(), 0.0)
            self._take(card, int(key), seconds)
            return "next"

    def _crams(self, card: str) -> bool:
        """Whether a grade leaves the schedule alone: one given anew does what the one taken back did."""
        return self._crammed.get(card, self._dealt.cram)

    def _repeats(self, card: str) -> bool:
        """Whether a card was scheduled today already."""
        memory = self._progress(card).memory
        return memory is not None and memory.last >= self._today

    def _keys(self, card: str) -> dict[str, str]:
        progress = self._progress(card)
        grades = {str(grade): word for grade, word in _GRADES.items()}
        if not self._crams(card) and not self._repeats(card):
            item = self._found.items[card]
            until = days_until(item, progress, self._book.schedule, self._dealt.terms)
            grades |= {str(g): f"{_GRADES[g]} {quiz_words.days(until[g])}" for g in (2, 3, 4)}
        flag = "unflag" if progress.flagged else "flag"
        suspend = "bring back" if progress.suspended else "suspend"
        return {**grades, "u": "undo", "f": flag, "s": suspend, "e": "edit", "q": "quit"}

    def _take(self, card: str, grade: int, seconds: float) -> None:
        """Writes a grade, then says when the card comes back."""
        mode = CRAM if self._crams(card) else REPEAT if self._repeats(card) else DUE
        now = self._app.now()
        told = {"card": card, "grade": grade, "mode": mode, "seconds": round(seconds, 1)}
        self._done.append(self._book.add(now, self._today, **told))
        self.answers.setdefault(card, []).append(grade)
        self._shown.discard(card)
        self._faces.pop(card, None)
        if grade == AGAIN:
            self._queue.again(card)
            self._ui.show(Text(f"{_GRADES[grade]}: it comes back in this sitting", "dim"))
            if mode == DUE:
                self._leech(card)
            return
        self._queue.recalled(card)
        progress = self._progress(card)
        back_in = ""
        if mode != CRAM and progress.memory:
            day = wanted(self._found.items[card], progress, progress.memory, self._dealt.terms)
            back_in = f": back in {quiz_words.days(max((day - self._today).days, 1))}"
        self._ui.show(Text(f"{_GRADES[grade]}{back_in}", "dim"))

    def _leech(self, card: str) -> None:
        """A word on a card that fails again and again, and what can be done with it at once."""
        lapses = self._progress(card).lapses
        if lapses < LEECH or (lapses - LEECH) % _LEECH_EVERY:
            return
        self._ui.show(Text(quiz_words.LEECH.format(lapses=lapses), "warn"))
        key = self._ui.key(Keys("", {"e": "edit it now", "s": "suspend it", "": "go on"})).key
        if key:
            self._do({"e": "edit", "s": "suspend"}[key], card)

    def _do(self, what: str, card: str) -> bool:
        """Does what a key or command beside grading asks for; whether the card is left for now."""
        match what:
            case "undo":
                return self._undo(card)
            case "flag":
                self._toggle(card, FLAG, not self._progress(card).flagged)
                return False
            case "suspend":
                on = not self._progress(card).suspended
                self._toggle(card, SUSPEND, on)
                if on:
                    self._queue.drop(card)
                    self._shown.discard(card)
                return True
            case _:
                self._edit(card)
                return False

    def _toggle(self, card: str, kind: str, on: bool) -> None:
        self._done.append(self._book.add(self._app.now(), self._today, kind=kind, card=card, on=on))
        said = {
            (FLAG, True): "flagged: `coach quiz flagged` brings it",
            (FLAG, False): "no longer flagged",
            (SUSPEND, True): "suspended: `coach quiz suspended` shows what is left out",
            (SUSPEND, False): "back among the others",
        }
        self._ui.show(Text(said[kind, on], "dim"))

    def _edit(self, card: str) -> None:
        if edit_card(self._app, self._found, card):
            self._faces.pop(card, None)
            face = self._face(card)
            shown = [*front(face), *(back(face) if card in self._shown else [])]
            self._ui.show(Text(f"Kept in {self._found.paths[card]}.", "dim"), *shown)

    def _undo(self, current: str) -> bool:
        """Takes back the last thing done, here or in an earlier sitting; whether another card comes now."""
        entry = self._done.pop() if self._done else next(iter(reversed(self._book.entries())), None)
        if entry is None:
            self._ui.show(Text("There is nothing to take back.", "dim"))
            return False
        self._book.undo(self._app.now(), self._today, entry)
        card = self._found.names.get(entry.card, entry.card)
        self._ui.show(Text(f"Taken back: {self._told(entry, card)}.", "dim"))
        if entry.kind == FLAG or card not in self._found.items:
            return False
        if entry.kind == SUSPEND and not entry.on and not self._dealt.cram:  # left out again
            self._queue.drop(card)
            self._shown.discard(card)
            return card == current
        self._queue.first(current)
        self._queue.first(card)
        if entry.kind == REVIEW:
            self._crammed[card] = entry.mode == CRAM
            if grades := self.answers.get(card):
                grades.pop()
                if not grades:
                    del self.answers[card]
            self._shown.add(card)
        return True

    def _told(self, entry: Entry, card: str) -> str:
        on = "" if entry.day == self._today else f" on {entry.day:%-d %B}"
        name = f"“{shorten(self._found.card(card).front, 50)}”" if card in self._found.items else card
        if entry.kind == REVIEW:
            return f"{_GRADES[entry.grade]}{on} for {name}"
        what = {FLAG: ("flagged", "unflagged"), SUSPEND: ("suspended", "brought back")}[entry.kind]
        return f"{name} was {what[0] if entry.on else what[1]}{on}"


def _unknown(order: Order) -> Text:
    could = f" It could be {' or '.join(f'/{name}' for name in order.could_be)}." if order.could_be else ""
    return Text(f"There is no such command.{could} There is {', '.join(f'/{name}' for name in COMMANDS)}.", "warn")


def quiz(app: App, found: Collection, book: Book, dealt: Deal) -> None:
    """Runs a sitting and says what it came to. Raises Stopped, after all of that, and CoachError."""
    sitting = Quiz(app, found, book, dealt)
    app.ui.show(*quiz_words.opening(dealt, book.ledger))
    try:
        sitting.run()
    except CoachError as error:
        kept = quiz_words.counted(len(sitting.answers), "card")
        raise CoachError(error.message, f"The grades of {kept} before it are kept. {error.hint}") from None
    finally:
        book.save()
        with suppress(Stopped, OSError):  # a terminal that is gone hears nothing
            app.ui.show(Gap(), *quiz_words.ending(found, book, dealt, sitting.answers, sitting.left))
