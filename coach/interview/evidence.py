"""Which notes may show a point: evidence that the person confirms, never a mark."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from coach.content.scenario import Point, Scenario
from coach.interview.entries import Note
from coach.interview.session import Session
from coach.language.ranking import Entry, Line, Ranking, parsed

STRONG, MAYBE, NONE = "strong", "maybe", "none"


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found for one point: the numbers of up to three notes, best first.

    `guard` says why the best note is not strong, or is empty. `late`: the best one was written after the point's phase.
    """

    state: str = NONE
    notes: tuple[int, ...] = ()
    guard: str = ""
    late: bool = False


class Evidence:
    """The points of a scenario, ready to be looked for in notes."""

    def __init__(self, scenario: Scenario, glossary: Mapping[str, Sequence[str]]) -> None:
        words = {**glossary, **scenario.words}
        self._points = scenario.points
        self._ranking = Ranking(
            [
                Entry(
                    point.id,
                    (point.point, *scenario.examples_of(point)),
                    parsed(scenario.match_of(point), words),
                    parsed(point.reject, words),
                )
                for point in scenario.points
            ]
        )

    def findings(self, session: Session) -> dict[str, Finding]:
        """For each point of the scenario what the session's notes hold."""
        steps = session.plan.steps
        scored = {note.id: self._ranking.scores(Line(note.text)) for note in session.live_notes}
        found = {}
        for at, point in enumerate(self._points):
            hits = [
                note for note in session.live_notes if scored[note.id][at].hits and not scored[note.id][at].rejected
            ]
            hits.sort(key=lambda note: not set(steps[note.step].phases) & set(point.phase))
            found[point.id] = Finding(STRONG, (hits[0].id,)) if hits else Finding()
        return found

    def suggest(self, point: Point, session: Session) -> Note | None:
        """The note that shows a point best; None when none does."""
        notes = self.findings(session)[point.id].notes
        return session.notes[notes[0]] if notes else None
