"""What the interviewer knows: the facts of the sheet, found by the person's own questions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from coach.content.asking import sheet
from coach.content.scenario import Scenario
from coach.interview.entries import NOTHING
from coach.language.questions import asks_plainly, is_headline


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
        self._sheet = sheet(scenario, glossary)

    def asks(self, text: str, *, clarify: bool) -> bool:
        """Whether a line asks the interviewer for something; assumptions, decisions, arrows and claims do not.

        In `clarify` a bare topic asks too ("latency budget"), if the sheet has something on it; later only what is a
        question by its form.
        """
        if asks_plainly(text, clarify=clarify):
            return True
        return clarify and is_headline(text) and self.look_up(text)[0].outcome != NOTHING

    def look_up(self, text: str) -> list[Reply]:
        """The replies to a line that asks, at most two, one for each thing that it asks for."""
        return [Reply(found.outcome, found.ids, found.part, found.about) for found in self._sheet.find(text)]

    def ask_back(self, reply: Reply) -> str:
        """What to say before the topics that are left to choose from."""
        if reply.about:
            return f"{reply.about.capitalize()} for what?"
        return "Which do you mean?" if len(reply.facts) > 1 else "Do you mean this?"
