"""What the interviewer knows: the facts of the sheet, found by the person's own questions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from coach.content.scenario import Scenario
from coach.interview.entries import ANSWER, NOTHING
from coach.language.ranking import Entry, Line, Ranking, parsed


@dataclass(frozen=True, slots=True)
class Reply:
    """What comes of one part of a line: a fact to tell, facts to choose from, or nothing.

    `about` is the word of the question that the topics are offered for ("Target for what?"), or empty.
    """

    outcome: str
    facts: tuple[str, ...] = ()
    part: str = ""
    about: str = ""


class Desk:
    """The facts of a scenario, ready to be asked for."""

    def __init__(self, scenario: Scenario, glossary: Mapping[str, Sequence[str]]) -> None:
        words = {**glossary, **scenario.words}
        self._ranking = Ranking(
            [Entry(f.id, (f.topic, *f.asks), parsed(f.match, words), parsed(f.reject, words)) for f in scenario.facts]
        )

    def asks(self, text: str, *, clarify: bool) -> bool:
        """Whether a line asks the interviewer for something; assumptions, decisions, arrows and claims do not."""
        return text.rstrip().endswith("?")

    def look_up(self, text: str) -> list[Reply]:
        """The replies to a line that asks, at most two, one for each thing that it asks for."""
        scores = sorted(self._ranking.scores(Line(text)), key=lambda score: -score.value)
        if scores and scores[0].hits and not scores[0].rejected:
            return [Reply(ANSWER, (scores[0].id,), text)]
        return [Reply(NOTHING, (), text)]

    def ask_back(self, reply: Reply) -> str:
        """What to say where several facts could be meant."""
        return f"{reply.about} for what?" if reply.about else "Which of these do you mean?"
