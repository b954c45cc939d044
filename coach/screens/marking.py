"""What one sitting of grading works on: the round, its points, and what was found and decided for each."""

from coach.content.rubric import Rubric
from coach.interview.entries import Mark
from coach.interview.evidence import NONE, Finding
from coach.interview.grading import MISSED, Listed, listed
from coach.interview.reader import Reader
from coach.interview.session import Session
from coach.record.sessions import OpenSession
from coach.screens.app import App
from coach.screens.recorder import Recorder


class Later(Exception):  # noqa: N818 - it is a choice, not an error
    """The person leaves grading for later; what was decided is kept."""


class Marking:
    """A round under grading. Every decision is an event at once, so leaving loses nothing."""

    def __init__(self, app: App, open_session: OpenSession, session: Session, reader: Reader, rubric: Rubric) -> None:
        self.ui = app.ui
        self.session = session
        self.scenario = reader.scenario
        self.rubric = rubric
        self.points = listed(reader.scenario, session.plan)
        self.record = Recorder(app.now, open_session, session)
        self._found = reader.evidence.findings(session)

    def expected(self, step: int) -> list[Listed]:
        """The points of a step that the level asks for."""
        return [entry for entry in self.points if entry.step == step and not entry.extra]

    def extras(self, step: int) -> list[Listed]:
        """The points of a step above the level."""
        return [entry for entry in self.points if entry.step == step and entry.extra]

    def found(self, entry: Listed) -> Finding:
        """What the notes seem to hold for a point."""
        return self._found[entry.point.id]

    def decided(self, entry: Listed) -> bool:
        """Whether a point was decided in this grading."""
        return entry.point.id in self.session.marks

    def mark(self, entry: Listed) -> Mark | None:
        """The decision on a point, else the one of the grading before this one; a miss gives way to what was said aloud
        and came in since."""
        now, before = self.session.marks.get(entry.point.id), self.session.former_marks.get(entry.point.id)
        found = self.found(entry)
        spoken = found.state != NONE and self.session.notes[found.notes[0]].said
        return now or (None if before and before.mark == MISSED and spoken else before)

    def decide(self, entry: Listed, mark: Mark) -> None:
        """Records a decision on a point."""
        told = {"notes": list(mark.notes), "line": mark.line, "reason": mark.reason}
        data = {"point": entry.point.id, "mark": mark.mark}
        self.record("mark", {**data, **{name: value for name, value in told.items() if value}})
