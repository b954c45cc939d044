"""Lines to the interviewer that no sheet has an answer to."""

import pytest

from coach.language.asides import (
    CHOICE,
    GUIDANCE,
    INTERVIEW,
    PERMISSION,
    REPEAT,
    RUDE,
    TIME,
    aside_at_once,
    aside_off_the_sheet,
    thinks,
    without_opening,
)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("can I draw now?", PERMISSION),
        ("ok, can we move on", PERMISSION),
        ("shall I start with the design", PERMISSION),
        ("should i start drawing", PERMISSION),
        ("shall I go deeper into retrieval", PERMISSION),
        ("do you want me to cover evaluation", PERMISSION),
        ("does that make sense", PERMISSION),
        ("can you repeat the question", REPEAT),
        ("sorry what was the question", REPEAT),
        ("Wait, what's the task again?", REPEAT),
        ("seriously? is that all you know", RUDE),
        ("are you kidding?", RUDE),
        ("which llm should we use?", CHOICE),
        ("so what llm should i use?", CHOICE),
        ("which llm do u prefer", CHOICE),
        ("which vector db would you pick", CHOICE),
        ("what cloud do we take", CHOICE),
        ("which model is best?", CHOICE),
        ("is this right?", GUIDANCE),
        ("am i on the right track?", GUIDANCE),
        ("just give me the answer", INTERVIEW),
        ("show me the model solution", INTERVIEW),
        ("you are wrong", RUDE),
        ("who wrote this?", INTERVIEW),
    ],
)
def test_an_aside_is_known_whatever_the_sheet_holds(text: str, kind: str) -> None:
    assert aside_at_once(text) == kind


@pytest.mark.parametrize(
    "text",
    [
        "can we start with english only",
        "may we use a hosted model",
        "are we allowed to use an outside model",
        "which model do we have",
        "which languages should we support",
        "which metric should move",
        "what was the question volume",
        "can you tell me the question volume",
        "give me the answer rate",
        "you are wrong about the volume",
        "which model provider can we use",
        "what do you know about the users",
        "really fast?",
        "does it need to repeat the question to the agent",
        "",
    ],
)
def test_a_question_about_the_system_is_no_aside(text: str) -> None:
    assert aside_at_once(text) == ""


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("is it enough?", GUIDANCE),
        ("where should I start", GUIDANCE),
        ("what is on your sheet?", INTERVIEW),
        ("are you a bot", INTERVIEW),
        ("how many articles", ""),
    ],
)
def test_some_lines_are_asides_only_where_the_sheet_has_nothing(text: str, kind: str) -> None:
    assert aside_off_the_sheet(text) == kind
    assert aside_at_once(text) == ""


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("sorry, what was the budget again", "what was the budget again"),
        ("hm so how many", "how many"),
        ("Wait what is the SLA", "what is the SLA"),
        ("wait time?", "wait time?"),
        ("ok to send text outside?", "ok to send text outside?"),
        ("soup", "soup"),
        ("sorry", "sorry"),
    ],
)
def test_what_comes_before_the_point_is_left_out(text: str, rest: str) -> None:
    assert without_opening(text) == rest


@pytest.mark.parametrize("text", ["how much time do i have left?", "how long do we have", "how are we on time"])
def test_the_minutes_left_are_asked_of_who_holds_the_clock(text: str) -> None:
    assert aside_at_once(text) == TIME


@pytest.mark.parametrize("text", ["how long do we have data for?", "how long does a user have to wait"])
def test_how_long_something_takes_is_asked_of_the_sheet(text: str) -> None:
    assert aside_at_once(text) == ""


@pytest.mark.parametrize("text", ["let me think for a second", "give me a moment", "ok, one sec", "wait, let me think"])
def test_who_asks_for_a_moment_gets_it(text: str) -> None:
    assert thinks(text)
    assert not thinks("one second at p95")
    assert not thinks("a second provider for outages")
