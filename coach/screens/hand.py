"""The cards of one sitting and what was done with them: grades, flags, cards left out, and all of it taken back."""

from datetime import date

from coach.language.printable import shorten
from coach.recall.agenda import days_until, wanted
from coach.recall.ledger import Progress
from coach.recall.log import CRAM, DUE, FLAG, REPEAT, REVIEW, SUSPEND, Entry
from coach.recall.schedule import AGAIN
from coach.recall.sitting import Queue
from coach.record.book import Book
from coach.screens.app import App
from coach.screens.collection import Collection
from coach.screens.deal import Deal
from coach.screens.face import Face, face_of

GRADES = {1: "again", 2: "hard", 3: "good", 4: "easy"}


class Hand:
    """The state of a sitting. Everything done is in the review log before a method returns. `answers` are the grades by
    card in their order."""

    def __init__(self, app: App, found: Collection, book: Book, dealt: Deal) -> None:
        self._app = app
        self._faces: dict[str, Face] = {}
        self._done: list[Entry] = []
        self._crammed: dict[str, bool] = {}
        self.found = found
        self.book = book
        self.dealt = dealt
        self.queue = Queue(dealt.cards)
        self.turned: set[str] = set()
        """Cards whose back was seen and that were not graded yet."""
        self.answers: dict[str, list[int]] = {}

    @property
    def today(self) -> date:
        """The person's day."""
        return self._app.today

    def progress(self, card: str) -> Progress:
        """A card's standing."""
        return self.book.ledger.of(card)

    def face(self, card: str) -> Face:
        """A card as it is shown this time."""
        if card not in self._faces:
            missed = self.found.missed.get(card)
            self._faces[card] = face_of(self.found.card(card), missed.line if missed else None, self._app.rng)
        return self._faces[card]

    def reworded(self, card: str) -> None:
        """Forgets how a card was shown, as it was edited."""
        self._faces.pop(card, None)

    def is_elsewhere(self, card: str) -> bool:
        """Whether a card was dealt with in another terminal or on another device since."""
        self.book.refresh()
        if self.dealt.cram or card in self.turned:
            return False
        progress = self.progress(card)
        return progress.suspended or (self.repeats(card) and progress.recalled and not self.answers.get(card))

    def crams(self, card: str) -> bool:
        """Whether a grade leaves the schedule alone: one given anew does what the one taken back did."""
        return self._crammed.get(card, self.dealt.cram)

    def repeats(self, card: str) -> bool:
        """Whether a card was scheduled today already."""
        memory = self.progress(card).memory
        return memory is not None and memory.last >= self.today

    def until(self, card: str) -> dict[int, int]:
        """For each grade the days until the card comes back; nothing where a grade schedules nothing."""
        if self.crams(card) or self.repeats(card):
            return {}
        return days_until(self.found.items[card], self.progress(card), self.book.schedule, self.dealt.terms)

    def grade(self, card: str, grade: int, seconds: float) -> str:
        """Writes a grade; the mode it was written in. A card that failed comes again."""
        mode = CRAM if self.crams(card) else REPEAT if self.repeats(card) else DUE
        self._write(card=card, grade=grade, mode=mode, seconds=round(seconds, 1))
        self.answers.setdefault(card, []).append(grade)
        self.turned.discard(card)
        self._faces.pop(card, None)
        if grade == AGAIN:
            self.queue.again(card)
        return mode

    def days_left(self, card: str) -> int | None:
        """The days until a card comes back as things stand; None for one that was never scheduled."""
        progress = self.progress(card)
        if progress.memory is None:
            return None
        day = wanted(self.found.items[card], progress, progress.memory, self.dealt.terms)
        return max((day - self.today).days, 1)

    def toggle_flag(self, card: str) -> bool:
        """Flags a card, or takes the flag off; whether it is flagged now."""
        on = not self.progress(card).flagged
        self._write(kind=FLAG, card=card, on=on)
        return on

    def toggle_suspended(self, card: str) -> bool:
        """Leaves a card out from now on, or brings it back; whether it is left out now."""
        on = not self.progress(card).suspended
        self._write(kind=SUSPEND, card=card, on=on)
        if on:
            self._leave_out(card)
        return on

    def _leave_out(self, card: str) -> None:
        self.queue.drop(card)
        self.turned.discard(card)

    def _write(self, **told: object) -> None:
        self._done.append(self.book.add(self._app.now(), self.today, **told))

    def last(self) -> tuple[Entry | None, bool]:
        """The last thing done that still holds, and whether it was done in this sitting."""
        if self._done:
            return self._done[-1], True
        return next(iter(reversed(self.book.entries())), None), False

    def take_back(self, entry: Entry, current: str) -> bool:
        """Takes an entry back, the last one; whether another card than the current one comes now, or it anew."""
        if self._done:
            self._done.pop()
        self.book.undo(self._app.now(), self.today, entry)
        card = self._present(entry)
        if entry.kind == FLAG or card not in self.found.items:
            return False
        if entry.kind == SUSPEND and not entry.on and not self.dealt.cram:  # left out again
            self._leave_out(card)
            return card == current
        self.queue.first(current)
        self.queue.first(card)
        if entry.kind == REVIEW:
            self._crammed[card] = entry.mode == CRAM
            if grades := self.answers.get(card):
                grades.pop()
                if not grades:
                    del self.answers[card]
            self.turned.add(card)
        return True

    def _present(self, entry: Entry) -> str:
        return self.found.names.get(entry.card, entry.card)

    def told(self, entry: Entry) -> str:
        """An entry in words."""
        card, on = self._present(entry), "" if entry.day == self.today else f" on {entry.day:%-d %B}"
        name = f"“{shorten(self.found.card(card).question, 50)}”" if card in self.found.items else card
        if entry.kind == REVIEW:
            return f"{GRADES[entry.grade]}{on} for {name}"
        what = {FLAG: ("flagged", "unflagged"), SUSPEND: ("suspended", "brought back")}[entry.kind]
        return f"{name} was {what[0] if entry.on else what[1]}{on}"
