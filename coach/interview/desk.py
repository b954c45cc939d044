"""What the interviewer knows: the facts of the sheet, found by the person's own questions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from coach.content.asking import sheet
from coach.content.scenario import Scenario
from coach.interview.entries import ANSWER, NOTHING
from coach.language.asides import (
    INTERVIEW,
    REPEAT,
    RUDE,
    TIME,
    aside_at_once,
    aside_off_the_sheet,
    thinks,
    without_opening,
)
from coach.language.lookup import Found
from coach.language.questions import asks_plainly, is_headline, lone_word


@dataclass(frozen=True, slots=True)
class Reply:
    """What comes of one part of a line: a fact to tell, facts to choose from, or nothing.

    `about` is the word of the question that the topics are offered for ("Target for what?"), or empty. `aside` is what
    the line is for when it asks for nothing that a sheet could hold, one of `coach.language.asides`, or empty.
    """

    outcome: str
    facts: tuple[str, ...] = ()
    part: str = ""
    about: str = ""
    aside: str = ""


class Desk:
    """The facts of a scenario, ready to be asked for."""

    def __init__(self, scenario: Scenario, glossary: Mapping[str, Sequence[str]]) -> None:
        self._sheet = sheet(scenario, glossary)
        self._topics = {fact.id: fact.topic for fact in scenario.facts}

    def asks(self, text: str, *, clarify: bool) -> bool:
        """Whether a line asks the interviewer for something; assumptions, decisions, arrows and claims do not.

        In `clarify` a bare topic asks too ("latency budget"), if the sheet has something on it; later only what is a
        question by its form.
        """
        if thinks(text):
            return False
        if asks_plainly(text, clarify=clarify) or aside_at_once(text) in (REPEAT, TIME, RUDE):
            return True
        return clarify and is_headline(text) and self.look_up(text)[0].outcome != NOTHING

    def look_up(self, text: str) -> list[Reply]:
        """The replies to a line that asks, at most two, one for each thing that it asks for."""
        if aside := aside_at_once(text):
            return [Reply(NOTHING, part=text, aside=aside)]
        found = self._sheet.find(without_opening(text))
        aside, first = aside_off_the_sheet(text), found[0].outcome
        if aside and (first == NOTHING or (aside == INTERVIEW and first != ANSWER)):
            return [Reply(NOTHING, part=text, aside=aside)]
        return [Reply(one.outcome, one.ids, one.part, self._about(one)) for one in found]

    def _about(self, found: Found) -> str:
        """The word to ask "… for what?" of; none where it is itself one of the topics, or where there is but one."""
        named = any(lone_word(self._topics[fact]) == found.about for fact in found.ids)
        return "" if named or len(found.ids) == 1 else found.about

    def ask_back(self, reply: Reply) -> str:
        """What to say before the topics that are left to choose from."""
        if reply.about:
            return f"{reply.about.capitalize()} for what?"
        return "Which do you mean?" if len(reply.facts) > 1 else "Do you mean this?"
