"""`coach ask`: what the interviewer would say to a question, outside of a round."""

import json

from coach.commands import world
from coach.errors import UsageError
from coach.interview.answering import nothing_to_tell
from coach.interview.desk import Desk, Reply
from coach.interview.entries import ANSWER, CHOOSE, NOTHING
from coach.language.printable import one_line
from coach.language.words import words
from coach.record.places import places
from coach.terminal.saying import say

_OUTCOMES = {ANSWER: "answer", CHOOSE: "choose", NOTHING: "none"}


def run(folder: str | None, scenario_id: str, question: str, *, as_json: bool) -> int:
    """Prints the answers to a question, the topics to choose from, or that there is nothing. Raises CoachError."""
    if not words(question):
        raise UsageError("There is no word in the question.", f'coach ask {scenario_id} "how many users?"')
    library = world.library(places(), folder)
    scenario = library.scenario(scenario_id).value
    desk = Desk(scenario, library.glossary)
    replies = desk.look_up(question)
    if as_json:
        print(json.dumps(_data(replies), indent=2))
        return 0
    answers = {fact.id: fact.answer for fact in scenario.facts}
    topics = {fact.id: fact.topic for fact in scenario.facts}
    for reply in replies:
        if reply.outcome == ANSWER:
            say(one_line(answers[reply.facts[0]]))
        elif reply.outcome == CHOOSE:
            say(desk.ask_back(reply))
            print(*(f"  {number} {one_line(topics[fact])}" for number, fact in enumerate(reply.facts, 1)), sep="\n")
        else:
            say(one_line(nothing_to_tell(reply, scenario.question)[0]))
    world.then(f"`coach practice {scenario.id}` asks it against the clock.")
    return 0


def _data(replies: list[Reply]) -> dict[str, object]:
    """The outcome and the ids of the facts; of a line that asks two things, what could be told comes first."""
    best = next((reply for reply in replies if reply.outcome == ANSWER), replies[0])
    same = [reply for reply in replies if reply.outcome == best.outcome]
    facts = list(dict.fromkeys(fact for reply in same for fact in reply.facts))
    return {"outcome": _OUTCOMES[best.outcome], "facts": facts}
