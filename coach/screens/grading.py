"""Self-grading: step by step the points, then the dimensions, then one thing to do differently."""

from collections.abc import Mapping
from typing import Any

from coach.content.rubric import Dimension, Rubric
from coach.content.scenario import Scenario
from coach.interview.clock import clock
from coach.interview.entries import Grade, Mark, Note
from coach.interview.evidence import Evidence
from coach.interview.grading import (
    BAR,
    CONFIRMED,
    COVERED,
    MISSED,
    NOT_MINE,
    SAID,
    Listed,
    confirmed_share,
    dimensions_asked,
    listed,
    needs_reason,
)
from coach.interview.outcome import outcome_data
from coach.interview.session import Session
from coach.language.printable import one_line, shorten
from coach.record.sessions import OpenSession
from coach.screens.app import App
from coach.screens.past import last_graded
from coach.screens.ui import Answer, Gap, Keys, Pairs, Rule, Stopped, Style, Text

_SIGNS = {COVERED: "✓", SAID: "✓", MISSED: "·", NOT_MINE: "–"}


class Later(Exception):  # noqa: N818 - it is a choice, not an error
    """The person leaves grading for later; what was decided is kept."""


class Grading:
    """One sitting of grading. Every decision is an event at once, so leaving loses nothing."""

    def __init__(
        self, app: App, open_session: OpenSession, session: Session, scenario: Scenario, rubric: Rubric
    ) -> None:
        self.app = app
        self.session = session
        self._scenario = scenario
        self._rubric = rubric
        self._open = open_session
        self._points = listed(scenario, session.plan)
        evidence = Evidence(scenario, app.library.glossary)
        self._suggested = {entry.point.id: evidence.suggest(entry.point, session) for entry in self._points}

    def record(self, kind: str, data: Mapping[str, Any]) -> None:
        """Writes one event to the journal and takes it into the session."""
        self.session.apply(self._open.append(self.app.now(), kind, data))

    def run(self) -> bool:
        """Grades until done; False when it was left for later.

        The end of a pipe leaves it for later; ctrl-c and a closing terminal raise Stopped.
        """
        with self.app.ui.sitting():
            try:
                self._grade_points()
                self._grade_dimensions()
                if not self.session.reflection or self.session.former_grades:
                    text = self.app.ui.line("One thing I do differently next time:", self.session.reflection)
                    if text:
                        self.record("reflection", {"text": text})
            except Later:
                return False
            except Stopped as stop:
                if stop.why != "end":
                    raise
                return False
            before = last_graded(self.app.home, self.session)
            words = self.app.library.glossary
            self.record("graded", outcome_data(self.session, self._scenario, self._rubric, words, before))
        return True

    # points

    def _grade_points(self) -> None:
        """Walks the points of all steps, from the first that was not decided; `u` goes back, over steps too."""
        expected = [entry for entry in self._points if not entry.extra]
        at = next((i for i, entry in enumerate(expected) if entry.point.id not in self.session.marks), len(expected))
        shown: int | None = None
        while at < len(expected):
            entry = expected[at]
            in_step = [other for other in expected if other.step == entry.step]
            if entry.step != shown:
                self._show_step(entry.step, in_step)
                shown = entry.step
            decision = self._ask_point(entry, in_step.index(entry) + 1, len(in_step), back=at > 0)
            if decision is None:
                at -= 1
                continue
            self.record("mark", {"point": entry.point.id, **decision})
            self._show_mark(in_step.index(entry) + 1, entry)
            at += 1
            if entry is in_step[-1]:
                self._claim_extras(entry.step)
        for step in range(len(self.session.plan.steps)):
            if not any(entry.step == step for entry in expected):
                self._claim_extras(step)

    def _show_step(self, step: int, expected: list[Listed]) -> None:
        """The step's notes and its points as one list, each point with the note that seems to show it."""
        setup = self.session.plan
        self.app.ui.show(
            Gap(),
            Rule(
                f"Grade · {step + 1} of {len(setup.steps)}: {setup.steps[step].title}",
                f"{len(expected)} points expected at level {setup.level}",
            ),
        )
        self._show_notes([note for note in self.session.live_notes if note.step == step])
        for number, entry in enumerate(expected, start=1):
            found = self._suggested[entry.point.id]
            beside = f": note {found.id}?" if found else ""
            self.app.ui.show(Text(f"{'?' if found else '·'} {number} {entry.point.point}{beside}", "dim", hang=4))
        self.app.ui.show(Gap())

    def _show_notes(self, notes: list[Note]) -> None:
        rows = [(f"{note.id} {clock(note.at_s)}", f"{'(said) ' if note.said else ''}{note.text}") for note in notes]
        if rows:
            self.app.ui.show(Pairs(rows), Gap())
        else:
            self.app.ui.show(Text("You left no note here.", "dim"), Gap())

    def _ask_point(self, entry: Listed, number: int, count: int, *, back: bool) -> dict[str, Any] | None:
        """The decision on one point as the data of a mark; None to go back one point."""
        ui, point = self.app.ui, entry.point
        offered = self._offered_note(entry)
        before = self.session.marks.get(point.id) or self.session.former_marks.get(point.id)
        keys = self._point_keys(offered, before, back)
        numbers = [note.id for note in self.session.live_notes]
        question = f"{number}/{count} {point.point}"
        while True:
            answer = ui.key(Keys(question, keys, numbers, "another note", wordy=("s", "n"), fleeting=True))
            match answer.key:
                case "" if before:
                    return {
                        "mark": before.mark,
                        "notes": list(before.notes),
                        "line": before.line,
                        "reason": before.reason,
                    }
                case "u" if back:
                    return None
                case "l":
                    raise Later
                case "a":
                    self._show_notes(self.session.live_notes)
                case "?":
                    ui.show(Text(point.point, "strong"), Text(point.why or "No reason is given.", "dim", 3))
                    examples = self._scenario.examples_of(point)
                    if examples:
                        ui.show(Text(f"Such a note: {examples[0]}", "dim", 3, 2))
                case _:
                    decision = self._decide(answer, offered)
                    if decision is not None:
                        return decision

    def _offered_note(self, entry: Listed) -> Note | None:
        """The note that `y` points at: one that seems to show the point. Line by line, where `y` has to stand for
        something, it is else the last note of the step, named before it is taken; on a live screen a number is as
        short."""
        found = self._suggested[entry.point.id]
        notes = self.session.live_notes
        if found is None and self.app.ui.plain and notes:
            return ([note for note in notes if note.step == entry.step] or notes)[-1]
        return found

    def _point_keys(self, offered: Note | None, before: Mark | None, back: bool) -> dict[str, str]:
        keys = {"m": "missed", "s": "said it", "n": "not in my design"}
        if offered:
            keys = {"y": f"yes, {self._quoted(offered)}", **keys}
        if before:
            keys = {"": f"as before: {before.mark}", **keys}
        return {**keys, **({"u": "back"} if back else {}), "a": "all notes", "?": "why", "l": "later"}

    def _quoted(self, note: Note) -> str:
        return f"note {note.id} {clock(note.at_s)} “{shorten(note.text, 40)}”"

    def _decide(self, answer: Answer, offered: Note | None) -> dict[str, Any] | None:
        ui = self.app.ui
        if answer.key.isdecimal():
            return {"mark": COVERED, "notes": [int(answer.key)]}
        match answer.key:
            case "y" if offered:
                return {"mark": COVERED, "notes": [offered.id]}
            case "m":
                return {"mark": MISSED}
            case "s":
                line = answer.text or ui.line("Say it in one line ›")
                if line:
                    return {"mark": SAID, "line": line}
                ui.show(Text("No line, no point.", "warn"))
            case "n":
                reason = answer.text or ui.line("Why does your design not need it? ›")
                if reason:
                    return {"mark": NOT_MINE, "reason": reason}
                ui.show(Text("It leaves the total only with a reason.", "warn"))
        return None

    def _show_mark(self, number: int, entry: Listed) -> None:
        mark = self.session.marks[entry.point.id]
        line = f"{_SIGNS[mark.mark]} {number} {entry.point.point}"
        if mark.mark == MISSED:
            self.app.ui.show(Text(f"{line}: missed", hang=4))
            return
        style: Style = "good" if mark.mark in CONFIRMED else ""
        self.app.ui.show(Text(line, style, hang=4), Text(self._evidence_of(mark), "dim", 5, 2))

    def _evidence_of(self, mark: Mark) -> str:
        match mark.mark:
            case "covered":
                note = self.session.notes[mark.notes[0]]
                return f"{clock(note.at_s)} {one_line(note.text)}"
            case "said":
                return f"said: {mark.line}"
            case _:
                return f"not in my design: {mark.reason}"

    def _claim_extras(self, step: int) -> None:
        """Points of a step above the level: one list to claim from, nothing is missed by leaving them."""
        extras = [entry for entry in self._points if entry.step == step and entry.extra]
        left = [entry for entry in extras if entry.point.id not in self.session.marks]
        plainly = " (+1 claims the first)" if self.app.ui.plain else ""
        while left:
            self.app.ui.show(
                Text(f"Above your level, only if you made it{plainly}:", "dim"),
                *(
                    Text(f"{n} {entry.point.point} ({entry.point.level})", "dim", 3, 2)
                    for n, entry in enumerate(left, 1)
                ),
            )
            keys = {"": "none of these", "l": "later"}
            numbers = range(1, len(left) + 1)
            if self.app.ui.plain:  # there a number could as well be meant for the next point
                asked = Keys("Did you make one?", {**keys, **{f"+{n}": "" for n in numbers}}, other=True)
            else:
                asked = Keys("Did you make one?", keys, numbers, "that one", fleeting=True)
            answer = self.app.ui.key(asked)
            if answer.key == "l":
                raise Later
            if not answer.key:
                return
            entry = left[int(answer.key) - 1]
            decision = self._ask_point(entry, 1, 1, back=False)
            if decision is not None:
                self.record("mark", {"point": entry.point.id, **decision})
                self._show_mark(int(answer.key), entry)
                left.remove(entry)

    # dimensions

    def _grade_dimensions(self) -> None:
        """Walks the dimensions, from the first that was not graded; `u` goes back."""
        names = dimensions_asked(self._rubric, self._points)
        at = next((i for i, name in enumerate(names) if name not in self.session.grades), len(names))
        while at < len(names):
            dimension = self._rubric.dimension(names[at])
            forward = dimension is None or self._grade_dimension(dimension, at, len(names))
            at += 1 if forward else -1

    def _grade_dimension(self, dimension: Dimension, at: int, count: int) -> bool:
        """Grades one dimension; False to go back to the one before."""
        ui, name = self.app.ui, dimension.id
        apart = "" if dimension.scored else ", shown apart"
        ui.show(Gap(), Rule(f"Grade · {dimension.name}{apart}", f"{at + 1} of {count}"))
        ui.show(Text(dimension.bar), Text(self._own_evidence(dimension), "dim", hang=2))
        keys = self._dimension_keys(name, back=at > 0)
        while True:
            answer = ui.key(Keys("Is that what happened?", keys, fleeting=True))
            match answer.key:
                case "l":
                    raise Later
                case "u":
                    return False
                case "?":
                    ui.show(Pairs([(str(n), text) for n, text in enumerate(dimension.anchors, start=1)]))
                    continue
                case "-":
                    grade, reason = None, ""
                case "":
                    before = self._before(name) or Grade(None)
                    grade, reason = before.grade, before.reason
                case _:
                    grade, reason = {"y": BAR, "n": BAR - 1}.get(answer.key) or int(answer.key), ""
            if grade is not None and not reason and needs_reason(self.session, self._points, name, grade):
                confirmed, counted = confirmed_share(self.session, self._points, name)
                reason = ui.line(f"{grade} with {confirmed} of {counted} points confirmed: what speaks for it? ›")
                if not reason:
                    ui.show(Text("Without a reason it stays below 3.", "warn"))
                    continue
            self.record("dimension", {"dimension": name, "grade": grade, "reason": reason})
            shown = "not shown" if grade is None else f"{grade}  {dimension.anchors[grade - 1]}"
            ui.show(Text(shown, "dim", 3, 3))
            return True

    def _before(self, name: str) -> Grade | None:
        return self.session.grades.get(name) or self.session.former_grades.get(name)

    def _dimension_keys(self, name: str, *, back: bool) -> dict[str, str]:
        keys = {
            "y": "met: 3", "n": "not met: 2", "4": "above it", "1": "far from it", "3": "", "2": "",
            "-": "not shown", "?": "all four anchors",
        }  # fmt: skip
        if before := self._before(name):
            keys = {"": f"as before: {before.grade or 'not shown'}", **keys}
        return {**keys, **({"u": "back"} if back else {}), "l": "later"}

    def _own_evidence(self, dimension: Dimension) -> str:
        confirmed, counted = confirmed_share(self.session, self._points, dimension.id)
        times = [
            clock(self.session.notes[number].at_s)
            for entry in self._points
            if entry.point.dimension == dimension.id and entry.point.id in self.session.marks
            for number in self.session.marks[entry.point.id].notes
            if number in self.session.notes
        ]
        shown = f", {' '.join(dict.fromkeys(times))}" if times else ""
        if dimension.scored:
            return (
                f"You: {confirmed} of {counted} points{shown}" if counted else "No point of this round speaks for it."
            )
        setup = self.session.plan
        used = " · ".join(
            f"{step.title} {setup.spent(self.session.used_in(i), step.seconds)}" for i, step in enumerate(setup.steps)
        )
        return f"You: {used}"
