"""Which notes may show a point: evidence that the person confirms, never a mark."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from coach.content.scenario import Point, Scenario
from coach.content.sought import finder
from coach.content.terms import PHASES
from coach.interview.entries import NOTHING, REPLIES
from coach.interview.plan import last_step_of
from coach.interview.session import Session
from coach.language.evidence import MAYBE as MAYBE
from coach.language.evidence import NONE as NONE
from coach.language.evidence import STRONG as STRONG
from coach.language.evidence import Written
from coach.language.ranking import Line


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found for one point: the number of its note when strong, of up to three, best first, when maybe.

    `guard` names why the best note is not strong, or is empty. `late`: the best note came after the point's phases.
    """

    state: str = NONE
    notes: tuple[int, ...] = ()
    guard: str = ""
    late: bool = False


class Evidence:
    """The points of a scenario, ready to be looked for in notes."""

    def __init__(self, scenario: Scenario, glossary: Mapping[str, Sequence[str]]) -> None:
        self._points = scenario.points
        self._finder = finder(scenario, glossary)

    def findings(self, session: Session) -> dict[str, Finding]:
        """For each point of the scenario what the session's notes hold."""
        steps = session.plan.steps
        said = [(said, Line(said.text)) for said in session.said if said.what != NOTHING]
        asked = {said.note for said in session.said if said.what in REPLIES}
        found = self.in_lines(
            {
                note.id: Written(
                    note.text,
                    steps[note.step].phases,
                    [line for s, line in said if s.at_s <= note.at_s and s.note != note.id],
                    asked=note.id in asked,
                )
                for note in session.live_notes
            }
        )
        return {
            point.id: replace(of, late=bool(of.notes) and self._late(session, point, of.notes[0]))
            for point, of in zip(self._points, ({**found, **self._answered(session)}).values(), strict=True)
        }

    def _answered(self, session: Session) -> dict[str, Finding]:
        """The points made by asking whose question the interviewer answered, whatever its words."""
        first = {said.id: session.notes.get(said.note) for said in reversed(session.told)}
        return {
            point.id: Finding(STRONG, (note.id,))
            for point in self._points
            if (note := first.get(point.fact)) and not note.dropped
        }

    @staticmethod
    def _late(session: Session, point: Point, note: int) -> bool:
        """By the round's own order of steps, which may differ from that of the phases or come back to one."""
        last = last_step_of(point, session.plan.steps)
        return 0 <= last < session.notes[note].step

    def in_lines(self, lines: Mapping[int, Written]) -> dict[str, Finding]:
        """For each point of the scenario what numbered lines hold."""
        numbers = list(lines)
        found = self._finder.find(list(lines.values()))
        return {
            point.id: Finding(
                of.state,
                tuple(numbers[at] for at in of.lines),
                of.guard,
                bool(of.lines) and _after(lines[numbers[of.lines[0]]].phases, point.phase),
            )
            for point, of in zip(self._points, found, strict=True)
        }

    def there(self, point: Point, text: str) -> str:
        """The words of a line that a point's patterns look for, in their order; empty where there are none."""
        return " ".join(self._finder.sought_words(self._points.index(point), text))


def _after(written: Collection[str], expected: Collection[str]) -> bool:
    return bool(written) and min(map(PHASES.index, written)) > max(map(PHASES.index, expected))
