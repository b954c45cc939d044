"""What the interviewer makes of a line: the drill of the issue, line by line."""

import time

import pytest

from coach.content.library import Library
from coach.content.roots import Root, shipped
from coach.interview.desk import Desk, Reply
from coach.interview.entries import ANSWER, CHOOSE, NOTHING
from coach.language.asides import CHOICE, GUIDANCE, REPEAT


@pytest.fixture(scope="module")
def desk() -> Desk:
    library = Library([Root.at("shipped", shipped())])
    return Desk(library.scenario("rag-support").value, library.glossary)


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("how many docs + how often do they change", ["articles", "update-rate"]),
        ("how bad is a wrong answer vs no answer?", ["error-cost"]),
        ("pii? ok to send text to outside model", ["privacy"]),
        ("q per day?", ["volume"]),
        ("tps", ["volume"]),
        ("latncy budget", ["latency"]),
        ("which langauges", ["languages"]),
        ("whats the latancy", ["latency"]),
        ("do we need chat history", ["follow-ups"]),
        ("what is the current ticket volume", ["agents"]),
        ("who is my customer here", ["users"]),
        ("how accurate should it be?", ["error-cost"]),
        ("precision or recall?", ["error-cost"]),
        ("what do we lose if the bot lies", ["error-cost"]),
        ("is it ok to say i don't know", ["error-cost"]),
        ("how should it behave when it is not sure", ["error-cost"]),
        ("error costs?", ["error-cost"]),
        ("wrong vs no answer, what does each cost?", ["error-cost"]),
        ("how fresh + who may see what", ["update-rate", "visibility"]),
        ("wrong vs missing, cost?", ["error-cost"]),
        ("what is the cost per wrong answer, and per ticket?", ["error-cost"]),
        ("typos in questions?", ["queries"]),
        ("black friday and is it 24/7", ["agents"]),
        ("sorry what was the budget again", ["budget"]),
    ],
)
def test_a_question_is_answered(desk: Desk, text: str, facts: list[str]) -> None:
    assert desk.asks(text, clarify=True)
    assert [(reply.outcome, reply.facts) for reply in desk.look_up(text)] == [(ANSWER, (fact,)) for fact in facts]


def test_a_word_that_may_mean_much_is_asked_back_with_topics(desk: Desk) -> None:
    (reply,) = desk.look_up("whats the target")
    assert reply.outcome == CHOOSE
    assert reply.facts[:2] == ("latency", "success")
    assert desk.ask_back(reply) == "Target for what?"
    (reply,) = desk.look_up("how many customers")
    assert (reply.outcome, "users" in reply.facts) == (CHOOSE, True)
    (reply,) = desk.look_up("what's the worst thing the bot can say")
    assert (reply.outcome, set(reply.facts)) == (CHOOSE, {"error-cost", "tax-advice"})
    (reply,) = desk.look_up("users?")
    assert reply.facts[0] == "users"
    assert desk.ask_back(reply) == "Which do you mean?"


@pytest.mark.parametrize("text", ["what does the data look like", "data?", "any requirements", "security", "scale"])
def test_what_is_too_broad_for_one_fact_is_asked_back(desk: Desk, text: str) -> None:
    (reply,) = desk.look_up(text)
    assert reply.outcome == CHOOSE
    assert 2 <= len(reply.facts) <= 4


def test_a_topic_is_not_offered_for_itself(desk: Desk) -> None:
    (reply,) = desk.look_up("do we have a gpu budget")
    assert "budget" in reply.facts
    assert desk.ask_back(reply) == "Which do you mean?"


def test_one_uncertain_topic_is_asked_back_too(desk: Desk) -> None:
    assert desk.ask_back(Reply(CHOOSE, ("latency",))) == "Do you mean this?"


@pytest.mark.parametrize(
    "text",
    [
        "which cloud are we on",
        "how big is the team",
        "what's the deadline",
        "which language is the backend in",
        "how often do customers change their password",
        "what is the churn",
        "is there an api",
        "who will maintain this",
        "how many languages do agents speak",
        "do we need to cite sources",
        "are the prices in the docs",
        "should it handle billing questions",
        "which llm should we use?",
    ],
)
def test_what_is_not_on_the_sheet_is_not_answered(desk: Desk, text: str) -> None:
    assert desk.asks(text, clarify=True)
    assert [reply.outcome for reply in desk.look_up(text)] == [NOTHING]


@pytest.mark.parametrize(
    "text",
    [
        "assume aws. english only at launch",
        "scope: docs questions only, no account lookups, no refunds in v1",
        "120k x 8 chunks = ~1M vectors x 4 kB = 4 GB, one node + replica",
        "bm25 next to dense bc people paste error codes (E4012), dense blurs them",
        "+ user -> rewrite -> hybrid search",
        "frontend widget",
        "refunds/account stuff out",
    ],
)
@pytest.mark.parametrize("clarify", [True, False])
def test_a_note_is_not_taken_for_a_question(desk: Desk, text: str, *, clarify: bool) -> None:
    assert not desk.asks(text, clarify=clarify)


@pytest.mark.parametrize("text", ["latency budget", "data freshness", "peak load"])
def test_a_bare_topic_asks_in_clarify_and_is_a_note_later(desk: Desk, text: str) -> None:
    assert desk.asks(text, clarify=True)
    assert not desk.asks(text, clarify=False)


@pytest.mark.parametrize(
    ("text", "aside"),
    [
        ("which llm should we use?", CHOICE),
        ("can you repeat the question", REPEAT),
        ("is this right?", GUIDANCE),
        ("how many articles, is this right?", ""),
        ("which cloud are we on", ""),
    ],
)
def test_an_aside_is_told_from_a_question(desk: Desk, text: str, aside: str) -> None:
    assert [reply.aside for reply in desk.look_up(text)] == [aside]


@pytest.mark.parametrize("text", ["sorry what was the question", "seriously? is that all you know"])
def test_an_aside_asks_in_every_step(desk: Desk, text: str) -> None:
    assert desk.asks(text, clarify=True)
    assert desk.asks(text, clarify=False)


def test_a_line_is_looked_up_at_once(desk: Desk) -> None:
    lines = [f"how many docs number{n} + how often do they change, and what is the latency target?" for n in range(20)]
    start = time.perf_counter()
    for line in lines:
        desk.look_up(line)
    assert (time.perf_counter() - start) / len(lines) < 0.005
