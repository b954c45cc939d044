"""Grading the points: each step is one list, of which only what is doubtful is asked one by one."""

from collections.abc import Sequence

from coach.interview.entries import Mark
from coach.interview.evidence import MAYBE, STRONG
from coach.interview.grading import COVERED, MISSED, Listed
from coach.interview.plan import graded_as
from coach.screens.marking import Later, Marking
from coach.screens.point_question import ask_point
from coach.screens.point_rows import note_rows, row
from coach.screens.ui import Answer, Gap, Keys, Rule, Text

_FIRST_LOOK = "What an interviewer would tick, with what was found in your notes. You have the last word."


class Points:
    """The lists of all steps. Nothing is marked without a key, and no count is shown before."""

    def __init__(self, marking: Marking) -> None:
        self._marking = marking
        self._ui = marking.ui
        self._asked = False
        self._every = "every one that was found" if marking.ui.plain else "every ✓"
        self._declined: set[str] = set()

    def grade(self) -> None:
        """Walks the steps, from the first with a point that was not decided. Raises Later."""
        for step in range(len(self._marking.session.plan.steps)):
            if not self._passed(step):
                self._grade_step(step)

    def _passed(self, step: int) -> bool:
        """Whether an earlier sitting was done with a step: all is decided, and something after it is too."""
        marking = self._marking
        later = any(entry.step > step and marking.decided(entry) for entry in marking.points)
        done = all(marking.decided(entry) for entry in marking.expected(step))
        return done and (later or bool(marking.session.grades))

    def _grade_step(self, step: int) -> None:
        expected, extras = self._marking.expected(step), self._marking.extras(step)
        if self._left(expected) or self._left(extras):
            self._show_head(step, len(expected))
        if self._left(expected):
            self._show_rows(expected, expected)
            self._ui.show(Gap())
            self._asked = False
            self._take_found(expected)
            self._ask_doubtful(expected)
            self._claim_rest(expected)
        self._claim_extras(extras)

    def _left(self, entries: Sequence[Listed]) -> list[Listed]:
        return [entry for entry in entries if not self._marking.decided(entry)]

    def _show_head(self, step: int, count: int) -> None:
        setup = self._marking.session.plan
        what, level = ("Grade", f" at level {setup.level}") if setup.grades else ("Points", "")
        self._ui.show(
            Gap(),
            Rule(
                f"{what} · {step + 1} of {len(setup.steps)}: {graded_as(setup.steps, step)}",
                f"{count} point{'' if count == 1 else 's'} expected{level}",
            ),
        )
        if not setup.grades and not self._marking.session.marks:
            self._ui.show(Text(_FIRST_LOOK, "dim"))

    def _show_rows(self, entries: Sequence[Listed], numbered: Sequence[Listed]) -> None:
        rows = (row(self._marking, numbered.index(entry) + 1, len(numbered), entry) for entry in entries)
        self._ui.show(*rows)

    # the three parts of a step

    def _take_found(self, expected: Sequence[Listed]) -> None:
        """One key takes all that was found, or when grading anew all that was decided; a number changes one."""
        marking = self._marking
        while left := self._left(expected):
            anew = [entry for entry in left if marking.mark(entry)]
            found = anew or [entry for entry in left if marking.found(entry).state == STRONG]
            if not found:
                return
            enter = "keeps each as before" if anew else f"takes {self._every}"
            answer = self._ask_list("", enter, expected, "change one")
            if answer.key:
                self._change(expected, answer)
                continue
            for entry in found:
                marking.decide(entry, marking.mark(entry) or Mark(COVERED, marking.found(entry).notes[:1]))
            what = "as before" if anew else "covered, each by its note"
            self._ui.show(Text(f"{_numbers(found, expected)}: {what}.", "good"))

    def _ask_doubtful(self, expected: Sequence[Listed]) -> None:
        """The points for which a note may count, one by one."""
        for entry in expected:
            while not self._marking.decided(entry) and self._marking.found(entry).state == MAYBE:
                if not self._decide(expected, entry, back=bool(self._marking.session.marks)):
                    self._back()

    def _claim_rest(self, expected: Sequence[Listed]) -> None:
        """The points for which nothing was found: one list to claim from, what is left of it is missed."""
        shown = False
        if self._asked and (left := self._left(expected)):  # the step's list may have left the window
            self._show_rows(left, expected)
        while left := self._left(expected):
            question = f"Nothing was found for {_numbers(left, expected)}. Did you make one?"
            answer = self._ask_list(question, "none of these: missed", expected, "claim or change one")
            if not answer.key:
                for entry in left:
                    self._marking.decide(entry, Mark(MISSED))
                self._ui.show(Text(f"{_numbers(left, expected)}: missed.", "dim"))
                return
            if not shown and not answer.text:
                step = expected[0].step
                self._ui.show(*note_rows([n for n in self._marking.session.live_notes if n.step == step]))
                shown = True
            self._change(expected, answer)

    def _claim_extras(self, extras: Sequence[Listed]) -> None:
        """Points of a step above the level: one key takes what was found, others are claimed; none is missed."""
        if left := self._left(extras):
            self._ui.show(Text("Above your level, only if you made it:", "dim"))
            self._show_rows(left, extras)
        while left := self._left(extras):
            kept = [(entry, mark) for entry in left if (mark := self._marking.mark(entry))]
            taken = kept or [
                (entry, Mark(COVERED, found.notes[:1]))
                for entry in left
                if (found := self._marking.found(entry)).state == STRONG and entry.point.id not in self._declined
            ]
            enter = "keeps each as before" if kept else f"takes {self._every}" if taken else "none of these"
            answer = self._ask_list("Did you make one?", enter, extras, "that one")
            if not answer.key:
                for entry, mark in taken:
                    self._marking.decide(entry, mark)
                if taken and not kept:
                    self._ui.show(Text(f"{_numbers([entry for entry, _ in taken], extras)}: covered.", "good"))
                return
            self._change(extras, answer)

    # what they have in common

    def _ask_list(self, question: str, enter: str, numbered: Sequence[Listed], meaning: str) -> Answer:
        """Enter, or the number of a point of a list."""
        keys = {"": enter, "v": "all notes", "l": "later"}
        while True:
            back = {"u": "back"} if self._marking.session.marks else {}
            asked = Keys(question, {**keys, **back}, range(1, len(numbered) + 1), meaning, wordy=("#",), fleeting=True)
            answer = self._ui.key(asked)
            match answer.key:
                case "l":
                    raise Later
                case "v":
                    self._ui.show(*note_rows(self._marking.session.live_notes))
                case "u":
                    self._back()
                case _:
                    return answer

    def _change(self, numbered: Sequence[Listed], answer: Answer) -> None:
        self._decide(numbered, numbered[int(answer.key) - 1], back=True, typed=answer.text)

    def _decide(self, numbered: Sequence[Listed], entry: Listed, *, back: bool, typed: str = "") -> bool:
        """Asks for one point and shows what was decided; False for the key that goes back."""
        number, self._asked = numbered.index(entry) + 1, True
        decision = ask_point(self._marking, entry, number, back=back, typed=typed)
        if decision is None:
            return False
        if entry.extra and decision.mark == MISSED and not self._marking.mark(entry):
            self._declined.add(entry.point.id)
            self._ui.show(Text(f"{number}: not made.", "dim"))
            return True
        self._marking.decide(entry, decision)
        self._ui.show(row(self._marking, number, len(numbered), entry))
        return True

    def _back(self) -> None:
        """The last decision again, and by the same key the ones before it, over steps and sittings too."""
        known = {entry.point.id: entry for entry in self._marking.points}
        order = [known[name] for name in self._marking.session.marks if name in known]
        for at in range(len(order) - 1, -1, -1):
            entry = order[at]
            marking = self._marking
            numbered = marking.extras(entry.step) if entry.extra else marking.expected(entry.step)
            if self._decide(numbered, entry, back=at > 0):
                return


def _numbers(entries: Sequence[Listed], numbered: Sequence[Listed]) -> str:
    return ", ".join(str(numbered.index(entry) + 1) for entry in entries)
