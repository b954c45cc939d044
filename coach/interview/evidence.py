"""Which note may show a point: a suggestion that the person confirms, never a mark."""

from collections.abc import Mapping, Sequence

from coach.content.scenario import Point, Scenario
from coach.interview.session import Note, Session
from coach.language import patterns


class Evidence:
    """The points of a scenario, ready to be looked for in notes."""

    def __init__(self, scenario: Scenario, glossary: Mapping[str, Sequence[str]]) -> None:
        self._scenario = scenario
        self._words = {**glossary, **scenario.words}
        self._ready: dict[str, tuple[list[patterns.Pattern], list[patterns.Pattern]]] = {}

    def _patterns(self, point: Point) -> tuple[list[patterns.Pattern], list[patterns.Pattern]]:
        if point.id not in self._ready:
            self._ready[point.id] = (_parsed(self._scenario.match_of(point), self._words),
                                     _parsed(point.reject, self._words))  # fmt: skip
        return self._ready[point.id]

    def suggest(self, point: Point, session: Session) -> Note | None:
        """The first note found by the point's patterns, looking first where the point belongs; None when none is."""
        match, reject = self._patterns(point)
        steps = session.plan.steps
        here = [n for n in session.live_notes if set(steps[n.step].phases) & set(point.phase)]
        elsewhere = [n for n in session.live_notes if n not in here]
        for note in (*here, *elsewhere):
            if patterns.any_match(match, note.text) and not patterns.any_match(reject, note.text):
                return note
        return None


def _parsed(sources: Sequence[str], words: Mapping[str, Sequence[str]]) -> list[patterns.Pattern]:
    ready = []
    for source in sources:
        try:
            ready.append(patterns.parse(source, words))
        except patterns.PatternError:
            continue  # the copy of an older question may name a word list that is gone; it then suggests nothing
    return ready
