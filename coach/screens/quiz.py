"""The quiz: a card, an answer typed or thought, the back, a grade that is on the disk before the next card."""

from contextlib import suppress
from datetime import datetime
from typing import Literal

from coach.errors import CoachError
from coach.recall.ledger import LEECH
from coach.recall.log import CRAM, DUE, REPEAT, REVIEW
from coach.recall.schedule import AGAIN
from coach.record.book import Book
from coach.screens import quiz_words
from coach.screens.app import App
from coach.screens.collection import Collection
from coach.screens.deal import Deal
from coach.screens.face import KINDS, back, compared, front
from coach.screens.hand import GRADES, Hand
from coach.screens.orders import Order, parse
from coach.screens.ui import Bar, Gap, Keys, Prompt, Rule, Stopped, Text, Tick

COMMANDS = {
    "quit": "end the sitting; every grade is kept",
    "undo": "take back the last grade, of an earlier sitting too",
    "flag": "mark the card; coach quiz flagged brings the marked ones",
    "suspend": "leave the card out from now on",
    "edit": "the card in your editor",
}
_KEYS = {"u": "undo", "f": "flag", "s": "suspend", "e": "edit"}
_SHORT = {"q": "/quit", "u": "/undo"}
"""Keys of the grades that hands type at the answer as well; nobody's answer is one of them."""
_LEECH_EVERY = 4
"""Lapses after which the word on a leech comes once more."""
_SETTLED = 0.4
"""Seconds in which an Enter belongs to the grade before it: a grade takes no Enter, but hands add one."""
Outcome = Literal["next", "quit"]


class Quiz:
    """One sitting at the screen."""

    def __init__(self, app: App, hand: Hand) -> None:
        self._app = app
        self._ui = app.ui
        self._hand = hand
        self._began = app.now()

    def run(self) -> None:
        """Shows card after card until there is none, the minutes are over or the person leaves. Raises Stopped."""
        queue = self._hand.queue
        with self._ui.sitting():
            while (card := queue.next()) is not None:
                try:
                    outcome = "next" if self._hand.is_elsewhere(card) else self._card(card)
                except BaseException:
                    queue.first(card)  # it was not answered
                    raise
                if outcome == "quit":
                    queue.first(card)
                    return
                if self._over and queue:
                    self._ui.show(Gap(), Text("The minutes are over."))
                    return

    @property
    def _seconds(self) -> float:
        return max((self._app.now() - self._began).total_seconds(), 0.0)

    @property
    def _over(self) -> bool:
        minutes = self._hand.dealt.asked.minutes
        return minutes is not None and self._seconds >= minutes * 60

    def _card(self, card: str) -> Outcome:
        """One card, from its front to its grade."""
        hand = self._hand
        face = hand.face(card)
        deck = hand.found.decks[hand.found.items[card].deck]
        number = sum(len(grades) for grades in hand.answers.values()) + 1
        total = number + len(hand.queue)
        flagged = ", flagged" if hand.progress(card).flagged else ""
        head = Rule(f"{deck.title or deck.id} · {KINDS[face.card.kind]}{flagged}", f"{number} of {total}")
        self._ui.show(Gap(), head, *front(face))
        since = self._app.now()
        if card not in hand.turned:
            left, typed = self._answer(card, f"{number}/{total}")
            if left:
                return left
            face = hand.face(card)  # it may have been edited
            hand.turned.add(card)
            if typed.strip():
                self._ui.show(compared(face, typed))
        self._ui.show(*back(face))
        return self._graded(card, since)

    def _answer(self, card: str, place: str) -> tuple[Outcome | None, str]:
        """What the person types, perhaps nothing; with an outcome when the card is left without an answer."""
        empty = 0
        while True:
            line = self._ui.read(self._prompt(place)) or ""
            order = parse(_SHORT.get(line.strip().lower(), line), COMMANDS)
            if isinstance(order, str):
                if order.strip() or not self._hand.dealt.asked.typed or empty:
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
        answered, left = len(self._hand.answers), len(self._hand.queue) + 1
        minutes = self._hand.dealt.asked.minutes

        def bar() -> Bar:
            keys = ("Enter shows the answer", *(f"/{name}" for name in COMMANDS))
            share = answered / (answered + left)
            if minutes is None:
                return Bar("Quiz", share, place, quiz_words.minutes(left, self._hand.book.ledger.pace), "", keys)
            rest = minutes * 60 - self._seconds
            said = f"{rest / 60:.0f} min left" if rest >= 60 else "last minute" if rest > 0 else "last card"
            return Bar("Quiz", share, said, place, "warn" if rest < 60 else "", keys)

        settle = _SETTLED if answered else 0.0
        return Prompt(lambda: place, bar, lambda typed: Tick(), lambda typed: None, COMMANDS, settle=settle)

    def _graded(self, card: str, since: datetime) -> Outcome:
        """Asks for the grade and writes it; the other keys do what they say and ask again."""
        while True:
            key = self._ui.key(Keys("", self._keys(card), fleeting=True)).key
            if key == "q":
                return "quit"
            if not key.isdecimal():
                if self._do(_KEYS[key], card):
                    return "next"
                continue
            self._take(card, int(key), max((self._app.now() - since).total_seconds(), 0.0))
            return "next"

    def _keys(self, card: str) -> dict[str, str]:
        progress, until = self._hand.progress(card), self._hand.until(card)
        grades = {
            str(grade): f"{word} {quiz_words.days(until[grade])}" if grade != AGAIN and until else word
            for grade, word in GRADES.items()
        }
        flag = "unflag" if progress.flagged else "flag"
        suspend = "bring back" if progress.suspended else "suspend"
        return {**grades, "u": "undo", "f": flag, "s": suspend, "e": "edit", "q": "quit"}

    def _take(self, card: str, grade: int, seconds: float) -> None:
        """Writes a grade, then says when the card comes back."""
        mode = self._hand.grade(card, grade, seconds)
        if grade == AGAIN:
            self._ui.show(Text(f"{GRADES[grade]}: it comes back in this sitting", "dim"))
            if mode == DUE:
                self._leech(card)
            return
        days = self._hand.days_left(card) if mode != CRAM else None
        why = ", as the first grade of a day decides" if mode == REPEAT else ""
        self._ui.show(Text(f"{GRADES[grade]}{f': back in {quiz_words.days(days)}{why}' if days else ''}", "dim"))

    def _leech(self, card: str) -> None:
        """A word on a card that fails again and again, and what can be done with it at once."""
        lapses = self._hand.progress(card).lapses
        if lapses < LEECH or (lapses - LEECH) % _LEECH_EVERY:
            return
        self._ui.show(Text(quiz_words.LEECH.format(lapses=lapses), "warn"))
        key = self._ui.key(Keys("", {"e": "edit it now", "s": "suspend it", "": "go on"})).key
        if key:
            self._do(_KEYS[key], card)

    def _do(self, what: str, card: str) -> bool:
        """Does what a key or command beside grading asks for; whether the card is left for now."""
        match what:
            case "undo":
                return self._undo(card)
            case "flag":
                on = self._hand.toggle_flag(card)
                self._ui.show(Text("flagged: `coach quiz flagged` brings it" if on else "no longer flagged", "dim"))
                return False
            case "suspend":
                on = self._hand.toggle_suspended(card)
                left_out = "suspended, left out from now on: undo takes that back, `coach quiz suspended` shows them"
                self._ui.show(Text(left_out if on else "back among the others", "dim"))
                return True
            case _:
                self._edit(card)
                return False

    def _edit(self, card: str) -> None:
        from coach.screens.card_editor import edit_card  # reads YAML, which no card before it needs

        hand = self._hand
        if edit_card(self._app, hand.found, card):
            hand.reworded(card)
            face = hand.face(card)
            shown = [*front(face), *(back(face) if card in hand.turned else [])]
            self._ui.show(Text(f"Kept in {hand.found.paths[card]}.", "dim"), *shown)

    def _undo(self, current: str) -> bool:
        """Takes back the last thing done, one of an earlier sitting only when asked; whether another card comes now."""
        entry, here = self._hand.last()
        if entry is None:
            self._ui.show(Text("There is nothing to take back.", "dim"))
            return False
        told = self._hand.told(entry)
        if not here:
            asked = Keys(f"Of an earlier sitting: {told}.", {"y": "take it back", "": "leave it"}, other=True)
            if not self._ui.key(asked).key:
                return False
        comes = self._hand.take_back(entry, current)
        again = " Its grade again:" if comes and entry.kind == REVIEW else ""
        self._ui.show(Text(f"Taken back: {told}.{again}", "dim"))
        return comes


def _unknown(order: Order) -> Text:
    could = f" It could be {' or '.join(f'/{name}' for name in order.could_be)}." if order.could_be else ""
    return Text(f"There is no such command.{could} There is {', '.join(f'/{name}' for name in COMMANDS)}.", "warn")


def quiz(app: App, found: Collection, book: Book, dealt: Deal) -> None:
    """Runs a sitting and says what it came to. Raises Stopped, after all of that, and CoachError."""
    hand = Hand(app, found, book, dealt)
    app.ui.show(*quiz_words.opening(dealt, book.ledger))
    try:
        Quiz(app, hand).run()
    except CoachError as error:
        kept = quiz_words.counted(len(hand.answers), "card")
        raise CoachError(error.message, f"The grades of {kept} before it are kept. {error.hint}") from None
    finally:
        book.save()
        with suppress(Stopped, OSError):  # a terminal that is gone hears nothing
            app.ui.show(Gap(), *quiz_words.ending(found, book, dealt, hand.answers, len(hand.queue)))
