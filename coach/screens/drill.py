"""The loop of a drill: lines become events, events go to the journal, the fold says what to show."""

from datetime import datetime
from typing import Any

from coach.content.format import Format
from coach.content.scenario import Scenario
from coach.interview.clock import clock
from coach.interview.drawing import handed
from coach.interview.hints import next_hint
from coach.interview.reader import Reader
from coach.interview.session import Session
from coach.interview.sheet import sheet
from coach.interview.status import ACTIVE
from coach.language.drawing import draws
from coach.language.stamps import stamp
from coach.record.sessions import OpenSession
from coach.screens.app import App
from coach.screens.conversation import TAKE_BACK, Conversation
from coach.screens.handing import Design, handed_over
from coach.screens.notebook import Notebook
from coach.screens.orders import AIDS, COMMANDS, Order, parse
from coach.screens.recorder import Recorder
from coach.screens.sheet import sheet_blocks
from coach.screens.sketch import Sketch
from coach.screens.timekeeper import Timekeeper
from coach.screens.ui import Bar, Gap, Keys, Pairs, Prompt, Rule, Stopped, Text, Tick

HEADLINES = 5
"""How many spoken headlines a step may be given afterwards."""


class Drill:
    """One sitting of one drill, with the copies of the content that the drill was started with."""

    def __init__(
        self,
        app: App,
        open_session: OpenSession,
        session: Session,
        scenario: Scenario,
        format_: Format,
    ) -> None:
        self.app = app
        self.session = session
        self.scenario = scenario
        self.record = Recorder(app.now, open_session, session)
        self._draft = open_session.draft
        self._checklists = {step.id: step.checklist for step in format_.steps}
        lengths = {step.id: step.seconds for step in session.plan.steps}
        self._openings = {
            step.id: step.opening
            for step in format_.steps
            if lengths.get(step.id) == step.minutes * 60 or "minute" not in step.opening  # else it names the wrong ones
        }
        self._began: datetime | None = None
        self._restored = open_session.draft.read()
        last = session.live_notes[-1].text if session.live_notes else ""
        mock = session.plan.mock
        self.commands = {name: what for name, what in COMMANDS.items() if not (mock and name in AIDS)}
        meant = parse(self._restored, self.commands)
        if isinstance(meant, str) and meant.strip() == last:
            self._restored = ""  # a crash came between the note and the emptying of its draft
        self._reader = Reader(scenario, app.library.glossary)
        self._keeper = Timekeeper(app, session, self.record, self.commands)
        self._talk = Conversation(app, session, self._reader, self.record)
        self._sketch = Sketch(app.ui, session, self.record)
        self._notebook = Notebook(app, session, self.record, self._sketch, self._keeper.while_editing)
        self._closing, self._why = False, "next"

    # the loop

    def run(self) -> None:
        """Runs until the round ends or is left; a stop from outside pauses it and is raised again."""
        ui = self.app.ui
        with ui.sitting():
            try:
                self._show_step()
                while self.session.status == ACTIVE:
                    line = ui.read(self._prompt())
                    self._restored = ""
                    if line is None:
                        self._leave_step("time")
                    else:
                        self._take(line)
            except Stopped as stop:
                if stop.why == "end" and self._closing:
                    self._leave_round()  # the input ended where only one last sentence was open
                    return
                if self.session.status == ACTIVE:
                    self.record("pause", {"why": stop.why})
                raise

    def _prompt(self) -> Prompt:
        keeper = self._keeper
        return Prompt(keeper.clock, self._bar, self._tick, self._typed, self.commands, self._restored, self._talk.keys)

    def _bar(self) -> Bar:
        bar = self._keeper.bar()
        return bar._replace(keys=[*(f"{key} {what}" for key, what in self._talk.keys().items()), *bar.keys])

    def _tick(self, typed: str) -> Tick:
        tick = self._keeper.tick(typed)
        if tick.leave or tick.blocks or self._closing:
            return tick
        return tick._replace(blocks=self._talk.silence(typed))

    def _typed(self, text: str) -> None:
        self._talk.touched()
        if not text:
            self._began = None
        elif self._began is None:
            self._began = self.app.now()
        self._draft.write(text)

    # lines

    def _take(self, line: str) -> None:
        order = parse(line, self.commands)
        if isinstance(order, Order):
            self._typed("")  # also while the order asks back: it is no half-typed line
            if not self._obey(order, line):
                self._typed(line)
            return
        text = order.strip()
        if self._closing:
            if text:
                self._note(text)
            self._typed("")
            self._leave_round()
            return
        if not text:
            self._typed("")
            self._talk.floor()
        elif self._talk.take_back(text) or self._talk.pick(text):
            self._typed("")
        elif why := self._talk.astray(text):
            self._typed("")
            self.app.ui.show(Text(why, "warn"))
        else:
            self._note(text)
            self._talk.heard(self.session.live_notes[-1])
        if self.session.status == ACTIVE and self._keeper.over():
            self._leave_step("time")

    def _note(self, text: str, *, said: bool = False) -> None:
        data: dict[str, Any] = {"note": self.session.next_note, "text": text, "step": self.session.step}
        if self._began is not None:
            data["began"] = stamp(self._began)
        if said:
            data["said"] = True
        if draws(text):
            data["drawn"] = True
        self.record("note", data)
        self._began = None
        self._draft.clear()
        if draws(text):
            self._sketch.drew(data["note"])

    def _obey(self, order: Order, line: str) -> bool:
        """Obeys an order; False when there is no such order, and the line goes back to the prompt."""
        if not order.name:
            could = ", ".join(f"/{name}" for name in order.could_be)
            word = line.split()[0]
            what = f"{word} could be {could}." if could else f"There is no command {word}."
            barred = self.session.plan.mock and word[1:] in AIDS
            if barred:
                what = f"A mock has no {word}."
            self.app.ui.show(Text(f"{what} /help shows all; // at the start sends it as a note.", "warn"))
            if barred or self.app.ui.plain:
                return True
            self._restored = line
            return False
        getattr(self, f"_do_{order.name}")(order.argument)
        return True

    # orders

    def _do_next(self, argument: str) -> None:
        self._leave_step("next")

    def _do_back(self, argument: str) -> None:
        if self.session.step == 0:
            self.app.ui.show(Text("This is the first step.", "warn"))
            return
        self._closing = False
        self.record("step", {"to": self.session.step - 1})
        self._show_step()

    def _do_check(self, argument: str) -> None:
        lines = self._checklist()
        words = argument.replace(",", " ").split()
        for word in words:
            if not word.isdecimal() or not 1 <= int(word) <= len(lines):
                self.app.ui.show(Text(f"The checklist has lines 1 to {len(lines)}; {word} is none.", "warn"))
                return
        for word in words:
            text = lines[int(word) - 1]
            ticked = text in self.session.ticked(self.session.step)
            self.record("untick" if ticked else "tick", {"step": self.session.step, "text": text})
        done = self.session.ticked(self.session.step)
        shown = [Text(f"{'✓' if text in done else '·'} {n} {text}", hang=4) for n, text in enumerate(lines, start=1)]
        self.app.ui.show(*shown, *([] if argument else [Text("/check 2 3 ticks lines 2 and 3.", "dim")]))

    def _do_sheet(self, argument: str) -> None:
        self.app.ui.show(*sheet_blocks(sheet(self.session, self.scenario)))

    def _do_time(self, argument: str) -> None:
        session, now = self.session, self.app.now()
        rows = []
        for index, step in enumerate(session.plan.steps):
            here = "   you are here" if index == session.step else ""
            rows.append((step.title, session.plan.spent(session.used_in(index, now), step.seconds) + here))
        total = session.plan.spent(session.clock(now), session.plan.seconds)
        self.app.ui.show(Pairs([*rows, ("all", total)]))

    def _do_list(self, argument: str) -> None:
        self._notebook.show()

    def _do_edit(self, argument: str) -> None:
        self._notebook.edit(argument)

    def _do_undo(self, argument: str) -> None:
        self._notebook.take_back()

    def _do_draw(self, argument: str) -> None:
        self._sketch.show(argument)

    def _do_cut(self, argument: str) -> None:
        self._sketch.cut(argument)

    def _do_hint(self, argument: str) -> None:
        point = next_hint(self.scenario, self.session, self._reader.evidence)
        if point is None:
            self.app.ui.show(Text("No hint is left for this step.", "dim"))
            return
        self.record("hint", {"point": point.id, "text": point.hint})
        self.app.ui.show(Text(f"Hint {len(self.session.hints)}: {point.hint}", "accent", hang=2))

    def _do_question(self, argument: str) -> None:
        self.app.ui.show(Text(f"“{self.scenario.question}” {self.scenario.brief}"))
        setup = self.session.plan
        design = Design(handed(self.session), own=not setup.given)
        self.app.ui.show(*handed_over(self.scenario, setup.skipped, design, setup.earlier))

    def _do_help(self, argument: str) -> None:
        keys = [(f"/{name}", what) for name, what in self.commands.items()]
        keys += [
            ("Enter alone", "over to the interviewer"),
            (f"{TAKE_BACK} alone", "the last answer was not what I asked"),
        ]
        if not self.app.ui.plain:
            keys += [("Alt+Enter", "a new line inside a note"), ("ctrl-c", "pause, save and leave")]
        self.app.ui.show(Pairs(keys), Text("A beginning is enough: /n is /next. // at the start sends a slash.", "dim"))

    def _do_pause(self, argument: str) -> None:
        self.record("pause", {"why": "asked"})
        answer = self.app.ui.key(
            Keys(f"Paused at {self._keeper.clock()}; the clock stands.", {"": "goes on", "q": "leave"}, other=True)
        )
        if answer.key != "q":
            self.record("resume")

    def _do_quit(self, argument: str) -> None:
        keys = {"p": "pause and leave", "a": "abandon this round", "": "stay"}
        answer = self.app.ui.key(Keys("Leave?", keys))
        if answer.key == "p":
            self.record("pause", {"why": "asked"})
        elif answer.key == "a":
            self.record("abandon")

    # steps

    def _leave_step(self, why: str) -> None:
        last = self.session.step + 1 == len(self.session.plan.steps)
        if last and not self._closing:
            self._why = why  # also where the last sentence was asked for in an earlier sitting
        if last and not self._closing and self._talk.closing():
            self._closing = True
            self._keeper.grace()
        elif last:
            self._leave_round()
        else:
            self._headlines()
            self.record("step", {"to": self.session.step + 1, "why": why})
            self._show_step()

    def _leave_round(self) -> None:
        self._headlines()
        self.record("end", {"why": self._why})

    def _headlines(self) -> None:
        """Up to five headlines of what was said aloud and not typed, with the clock stopped."""
        if not self.session.plan.aloud:
            return
        self.record("pause", {"why": "headlines"})
        title = self.session.plan.steps[self.session.step].title
        self.app.ui.show(Text(f"{title}: what did you say that is not typed? Up to {HEADLINES} headlines, the clock "
                              "stands. An empty line goes on.", "dim"))  # fmt: skip
        self._began = None
        for number in range(1, HEADLINES + 1):
            text = self.app.ui.line(f"said {number} ›")
            if not text:
                break
            self._note(text, said=True)
        self.record("resume")

    def _checklist(self) -> tuple[str, ...]:
        return self._checklists.get(self.session.plan.steps[self.session.step].id, ())

    def _show_step(self) -> None:
        setup, index = self.session.plan, self.session.step
        step = setup.steps[index]
        where = f"{index + 1} of {len(setup.steps)}"
        planned = "" if setup.untimed else f"{clock(step.seconds)}"
        first_to_draw = next((i for i, s in enumerate(setup.steps) if "high-level" in s.phases), None)
        self.app.ui.show(Gap(), Rule(f"{step.title} · {where}", planned))
        if index == first_to_draw:
            self.app.ui.show(Text("A line that starts with + is drawn.", "dim"))
        opening = self._openings.get(step.id, "")
        if opening and not setup.mock and not [note for note in self.session.live_notes if note.step == index]:
            self.app.ui.show(Text(f"To open with: “{opening}”", "dim"))
        self._talk.step_began()
