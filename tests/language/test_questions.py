"""Which lines ask, by their form alone, and where they are cut."""

import json
from pathlib import Path

import pytest

from coach.language.questions import asks_plainly, halves, is_headline, items, lone_word, sentences

EVALSET = [
    json.loads((Path(__file__).parent.parent / "data" / "evalset" / f"{name}.json").read_text(encoding="utf-8"))
    for name in ("support_rag", "fraud")
]
TYPED = [one["q"] for data in EVALSET for one in data["questions"]]
NOTES = [(line["phase"], line["text"]) for data in EVALSET for notes in data["note_sets"] for line in notes["lines"]]


@pytest.mark.parametrize("text", TYPED)
def test_in_clarify_a_question_asks_without_its_mark(text: str) -> None:
    bare = text.rstrip("?")
    assert asks_plainly(f"{bare}?", clarify=True)
    assert asks_plainly(bare, clarify=True) or is_headline(bare)


def test_no_note_of_a_later_step_asks_unless_it_ends_in_a_question_mark() -> None:
    later = [text for phase, text in NOTES if phase != "clarify"]
    assert len(later) > 200
    assert [text for text in later if asks_plainly(text, clarify=False)] == []


def test_of_the_lines_that_were_written_in_clarify_few_do_not_ask() -> None:
    asked = {text for phase, text in NOTES if phase == "clarify"}
    silent = {text for text in asked if not asks_plainly(text, clarify=True) and not is_headline(text)}
    assert silent == {
        "languages: we will code in Python and Go",
        "Economics: average ticket, margin, chargeback fee, cost of insulting a good customer; "
        "I want to optimise expected $ not AUC.",
        "Compliance: PCI scope, PSD2 SCA exemptions, right to explanation for declines.",
    }


@pytest.mark.parametrize(
    "text",
    [
        "assume aws. english only at launch",
        "assume english only",
        "we will start with english",
        "we'll skip refunds in v1",
        "scope: docs questions only, no account lookups, no refunds in v1",
        "120k x 8 chunks = ~1M vectors x 4 kB = 4 GB, one node + replica",
        "bm25 next to dense bc people paste error codes (E4012), dense blurs them",
        "publish webhook -> queue, nightly sweep for misses: <5 min, bar is 1 h",
        "+ user -> rewrite -> hybrid search",
        "+ user -> reply?",
        "no account lookups",
        "docs are public",
        "400k questions a month",
        "use opensearch",
        "when unsure, we hand over to a person",
        "which means we need a queue",
        "could be slow sometimes",
        "how: bm25 and dense",
        "refunds/account stuff out",
        "account data later",
        "phone support excluded.",
        "tickets in v2",
        "so no refunds",
        "ok so we have 50 qps and it is 24/7",
        "",
    ],
)
@pytest.mark.parametrize("clarify", [True, False])
def test_a_note_never_asks(text: str, *, clarify: bool) -> None:
    assert not asks_plainly(text, clarify=clarify)
    assert not is_headline(text)


@pytest.mark.parametrize(
    "text",
    [
        "q per day?",
        "how many docs do we have",
        "what is the budget",
        "whats the peak",
        "can we use an outside model",
        "do they write in german",
        "is there a publish event",
        "which languages do we support",
        "how delayed are the labels",
        "sorry what was the budget again",
        "wait, how many docs",
        "do we add refunds later",
        "refunds out or in?",
    ],
)
def test_a_clear_question_asks_in_every_step(text: str) -> None:
    assert asks_plainly(text, clarify=True)
    assert asks_plainly(text, clarify=False)


@pytest.mark.parametrize(
    "text",
    [
        "which gives 300 ms for the llm",
        "what breaks first: grounding",
        "how often: nightly",
        "should we cache? yes, ttl 1h",
        "why hybrid: error codes",
        "latency budget",
        "data freshness",
    ],
)
def test_what_merely_may_ask_is_a_note_in_a_later_step(text: str) -> None:
    assert not asks_plainly(text, clarify=False)


@pytest.mark.parametrize(
    "text", ["latency budget", "data freshness", "tps", "peak load", "fraud base rate + $ loss/yr"]
)
def test_a_bare_topic_is_a_headline(text: str) -> None:
    assert is_headline(text)


def test_in_clarify_a_question_after_an_and_asks() -> None:
    assert asks_plainly("black friday and is it 24/7", clarify=True)
    assert not asks_plainly("black friday and is it 24/7", clarify=False)
    assert not asks_plainly("docs and what they need", clarify=True)


def test_a_line_is_cut_into_its_sentences() -> None:
    assert sentences("pii? ok to send text. Who reads it; when?") == [
        "pii?",
        "ok to send text.",
        "Who reads it",
        "when?",
    ]
    assert sentences("99.5 % enough?") == ["99.5 % enough?"]
    assert sentences("?!") == []


def test_only_bare_topics_are_a_list() -> None:
    assert items("scale, latency / budget?") == ["scale", "latency", "budget"]
    assert items("are terminals and physical cards included") == []
    assert items("latency") == []
    assert len(items("latency, " * 20)) == 8


def test_a_question_can_be_cut_wherever_two_may_be_joined() -> None:
    assert list(halves("how many docs + how often do they change")) == [("how many docs", "how often do they change")]
    assert list(halves("a, and b/c")) == [("a", "b/c"), ("a, and b", "c")]
    assert list(halves("how many and ?")) == []
    assert len(list(halves("docs and " * 20 + "users"))) == 6


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("whats the target?", "target"),
        ("Users?", "users"),
        ("how many users", ""),
        ("what is the", ""),
        ("target p95", ""),
    ],
)
def test_the_lone_word_of_a_question(text: str, word: str) -> None:
    assert lone_word(text) == word
