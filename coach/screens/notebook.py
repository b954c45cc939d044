"""The notes of a round at hand: shown with their numbers, edited, taken back."""

from collections.abc import Callable

from coach.errors import CoachError
from coach.interview.clock import clock
from coach.interview.session import Session
from coach.screens.app import App
from coach.screens.handing import note_blocks
from coach.screens.recorder import Recorder
from coach.screens.sketch import Sketch
from coach.screens.ui import Gap, Pairs, Text


class Notebook:
    """The notes of one sitting. `second` is called once a second while the editor is open: the clock runs on."""

    def __init__(
        self, app: App, session: Session, record: Recorder, sketch: Sketch, second: Callable[[], None]
    ) -> None:
        self._app = app
        self._session = session
        self._record = record
        self._sketch = sketch
        self._second = second

    def show(self) -> None:
        """Shows the notes with their numbers, after those that were handed over, which cannot be changed."""
        notes, earlier = self._session.live_notes, self._session.plan.earlier
        if earlier.notes:
            self._app.ui.show(
                Text(f"From the round of {earlier.day(None)}, to read only", "dim"), *note_blocks(earlier), Gap()
            )
        if not notes:
            self._app.ui.show(Text("No notes in this round yet." if earlier.notes else "No notes yet.", "dim"))
        self._app.ui.show(Pairs([(f"{note.id} {clock(note.at_s)}", note.text) for note in notes]))

    def edit(self, argument: str) -> None:
        """Opens a note in the person's editor: the last one, or the one whose number is given."""
        notes = {note.id: note for note in self._session.live_notes}
        number = int(argument) if argument.isdecimal() else (max(notes, default=0) if not argument else 0)
        if number not in notes:
            what = f"There is no note {argument}." if notes else "There is no note to edit yet."
            self._app.ui.show(Text(f"{what} /list shows them with their numbers.", "warn"))
            return
        text = self._edited(notes[number].text, number)
        if text is None:
            return
        if not text:
            self._record("drop", {"note": number})
            self._app.ui.show(Text(f"Note {number} was emptied, so it is taken back.", "dim"))
        elif text != notes[number].text:
            self._record("edit", {"note": number, "text": text})
            self._app.ui.show(Text(f"{number} {clock(notes[number].at_s)} › {text}", hang=2))
            self._sketch.edited(number)
        else:
            self._app.ui.show(Text(f"Note {number} was not changed.", "dim"))

    def _edited(self, text: str, number: int) -> str | None:
        """A text after the person edited it; None, with a word on why, when nothing came of it."""
        ui, sessions = self._app.ui, self._app.home.sessions
        try:
            path = sessions.hand_out(self._session.id, text)
            ended = ui.edit(path, self._second)
            if ended is False:
                ui.show(
                    Text(f"The editor did not end well; note {number} is as it was.", "warn"),
                    Text(f"What was typed there is still in {path}.", "dim"),
                )
                return None
            edited = sessions.take_back(self._session.id).strip()
        except CoachError as error:
            ui.show(Text(f"{error.message} {error.hint} Note {number} is as it was.", "warn"))
            return None
        if ended is None:
            where = self._app.home.places.config
            ui.show(Text(f"No editor could be started here; set $EDITOR, or `editor` in {where}.", "warn"))
            return None
        return edited

    def take_back(self) -> None:
        """Takes back what was done last: a note, a tick, a stroke of the diagram."""
        if not self._session.doings:
            self._app.ui.show(Text("Nothing to take back.", "dim"))
            return
        kind, number, text = self._session.doings[-1]
        if kind == "note":
            note = self._session.notes[number]
            self._record("drop", {"note": number})
            self._app.ui.show(Text(f"Taken back: {clock(note.at_s)} {note.text}", "dim", hang=2))
        elif kind in ("draw", "cut"):
            self._sketch.take_back(kind, number)
        else:
            self._record("untick", {"step": number, "text": text})
            self._app.ui.show(Text(f"No longer ticked: {text}", "dim", hang=2))
