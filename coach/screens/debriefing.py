"""Five questions after a real interview, one at a time, each line on the disk as soon as it is sent."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from coach.interview.debrief import (
    ANSWERED,
    ASKED,
    DAY,
    DIMENSIONS,
    EDIT,
    FINISHED,
    LINE,
    PROBED,
    QUESTIONS,
    SAY,
    SAY_NEXT,
    STUCK,
    SURPRISED,
    Telling,
    apply,
    fold,
)  # fmt: skip
from coach.language.days import past_day
from coach.language.printable import one_line
from coach.record.writing import Writing
from coach.screens.app import App
from coach.screens.debrief_page import day_told, dimensions, outcome, summary
from coach.screens.ui import Block, Gap, Keys, Pairs, Rule, Stopped, Text

_ASKED_AS = {
    ASKED: ("What was asked", "The question in one line; the company's business, if you may write it down."),
    PROBED: ("Where they probed", "What they kept coming back to, a line for each, in their words if you have them."),
    STUCK: (
        "Where you got stuck",
        "Where you had no answer, a vague one or no time left. A line for each: it can become a flashcard.",
    ),
    SURPRISED: ("What surprised you", "A limit, a format, a person, a question that you had not expected."),
    SAY_NEXT: ("What to say next time", "One line for each place, as you would say it aloud. Enter alone leaves it."),
}
_DROPS = "-"


def asked_day(app: App, likely: date) -> date:
    """The day of an interview, confirmed in a line; Enter takes the likely one."""
    today = app.today
    named = "today" if likely == today else day_told(likely, today)
    while True:
        text = app.ui.line(f"When was it? Enter: {named} ›")
        if day := past_day(text, today) if text else likely:
            app.ui.show(Text(f"The interview of {day:%A}, {day_told(day, today)}.", "dim"))
            return day
        app.ui.show(Text(f"“{text}” is no day up to today. Say yesterday, friday, 20 Nov or 2026-11-20.", "warn"))


class Debriefing:
    """One debrief at the keyboard."""

    def __init__(self, app: App, opened: Writing) -> None:
        self._app, self._ui, self._opened = app, app.ui, opened
        self._telling: Telling = fold(opened.id, app.home.debriefs.events(opened.id))
        self._dimensions = dimensions(app)
        self._listed = False

    def record(self, kind: str, data: Mapping[str, Any]) -> None:
        """Writes one event and takes it in."""
        apply(self._telling, self._opened.append(self._app.now(), kind, data))

    def run(self) -> None:
        """Asks what was not answered, then for changes, until it is done."""
        try:
            while question := self._telling.next:
                self._ask(question)
            self._change()
        except Stopped as stop:
            shown = self._left() if self._telling.next else self._finish()
            if stop.why != "hangup":
                self._ui.show(Gap(), *shown)
            raise
        self._ui.show(Gap(), *self._finish())

    def _left(self) -> list[Block]:
        done = f"{len(self._telling.answered)} of {len(QUESTIONS)} questions"
        return [Text(f"Every line that you sent is kept, {done} are done. `coach debrief` goes on.")]

    def _ask(self, question: str) -> None:
        """One question to its end; a line that was kept before stands above the next one."""
        self._head(question)
        kept = self._telling.lines[question].values()
        self._ui.show(*(Text(f"kept: {text}", "dim", 1, 6) for text in kept))
        if question == SAY_NEXT:
            self._say()
        else:
            self._lines(question)
        if question in (PROBED, STUCK):
            self._name_dimensions(question)
        self.record(ANSWERED, {"question": question})

    def _head(self, question: str) -> None:
        title, hint = _ASKED_AS[question]
        if question == SAY_NEXT and not self._telling.lines[STUCK]:
            hint = "No line says where you got stuck. One line for the next interview, or Enter for none."
        at = QUESTIONS.index(question) + 1
        self._ui.show(Gap(), Rule(title, f"{at} of {len(QUESTIONS)}"), Text(hint, "dim"))

    def _lines(self, question: str) -> None:
        while text := self._ui.line("›"):
            for line in text.splitlines():
                if line := one_line(line):
                    self.record(LINE, {"question": question, "text": line})

    def _say(self, *, again: bool = False) -> None:
        """Asks for the lines to say that were not asked for, or for each of them again."""
        for name, stuck in self._telling.to_say.items():
            before = self._telling.said.get(name)
            if before is None or again:
                self._ui.show(*([Text(f"“{stuck}”")] if stuck else []))
                text = one_line(self._ui.line("Next time ›", before or ""))
                self.record(SAY, {"of": name, "text": "" if text == _DROPS else text})

    def _name_dimensions(self, question: str, before: Sequence[str] | None = None) -> None:
        """Asks for dimensions by their numbers until that can be read."""
        rows = list(enumerate(self._dimensions.items(), start=1))
        if self._listed:
            self._ui.show(Text(" · ".join(f"{at} {short}" for at, (_, (short, _)) in rows), "dim"))
        else:
            self._ui.show(Pairs([(str(at), whole) for at, (_, (_, whole)) in rows], "dim"))
            self._listed = True
        numbers = {str(at): name for at, (name, _) in rows} | {short: name for _, (name, (short, _)) in rows}
        now = ", ".join(self._dimensions[name][0] for name in before or () if name in self._dimensions)
        keeps = f"Enter keeps {now}, {_DROPS} for none" if now else "Enter for none"
        while True:
            words = self._ui.line(f"Which of these? Numbers, {keeps} ›").lower().replace(",", " ").split()
            if wrong := [word for word in words if word not in numbers and word != _DROPS]:
                self._ui.show(Text(f"“{wrong[0]}” is none of 1 to {len(rows)}. For example: 2 5", "warn"))
                continue
            break
        if words or before is None:
            chosen = {numbers[word] for word in words if word != _DROPS}
            named = [name for name in self._dimensions if name in chosen]
            self.record(DIMENSIONS, {"question": question, "dimensions": named})

    def _change(self) -> None:
        """Shows what was told, and takes any of it again until it is right."""
        while told := self._telling.debrief():
            self._ui.show(Gap(), Rule("Your debrief", day_told(told.day, self._app.today)))
            self._ui.show(*summary(told, self._dimensions))
            keys = {"": "keeps it", "d": "another day"}
            key = self._ui.key(Keys("", keys, range(1, len(QUESTIONS) + 1), "changes that answer")).key
            if not key:
                return
            if key == "d":
                self.record(DAY, {"day": asked_day(self._app, told.day).isoformat()})
            else:
                self._again(QUESTIONS[int(key) - 1])

    def _again(self, question: str) -> None:
        self._head(question)
        self._ui.show(Text(f"What you wrote comes line by line, to keep or change; {_DROPS} drops a line.", "dim"))
        if question == SAY_NEXT:
            self._say(again=True)
            return
        for name, before in list(self._telling.lines[question].items()):
            text = one_line(self._ui.line("›", before))
            if text != before:
                self.record(EDIT, {"of": name, "text": "" if text == _DROPS else text})
        self._lines(question)
        if question in (PROBED, STUCK):
            self._name_dimensions(question, self._telling.dimensions.get(question, ()))
        if question == STUCK:
            self._say()

    def _finish(self) -> list[Block]:
        """Keeps that it is whole, and feeds it; what came of that."""
        if not self._telling.finished:
            self.record(FINISHED, {})
        return outcome(self._app, self._telling, self._dimensions)
