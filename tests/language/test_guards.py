"""Notes that hold the right words and are no evidence, and headlines, which are."""

import pytest

from coach.language.guards import Negation, affirmed, copied, is_list
from coach.language.patterns import parse
from coach.language.ranking import Entry, Line

QUESTION = Line("Design an assistant that answers our customers' questions from our product documentation.")


@pytest.mark.parametrize(
    "text",
    [
        "design an assistant that answers questions from product documentation",
        "answers customers' questions from the product documentation",
    ],
)
def test_the_question_written_down_again_is_copied(text: str) -> None:
    assert copied(Line(text), [Line("something else"), QUESTION])


@pytest.mark.parametrize(
    "text",
    [
        "assistant over documentation",
        "answer questions from documentation, never about accounts or refunds, with links",
        "",
    ],
)
def test_a_few_of_its_words_or_a_thought_of_ones_own_are_not(text: str) -> None:
    assert not copied(Line(text), [QUESTION])


@pytest.mark.parametrize(
    "text",
    [
        "hybrid search, reranking, caching, guardrails, evaluation",
        "RAG, vector database, embeddings, Kafka and Kubernetes",
        "We will use RAG, a vector database, reranking, caching, monitoring and guardrails.",
        "Tech: kafka | redis | flink | spark | k8s",
        "acl; hybrid; rerank; cache; eval set; fallback",
        "rag / hybrid / bm25 / rrf / rerank / acl",
        "hybrid search reranker rrf cross-encoder semantic cache guardrails evals fallback canary",
    ],
)
def test_five_terms_without_a_claim_are_a_list(text: str) -> None:
    assert is_list(text)


@pytest.mark.parametrize(
    "text",
    [
        "user -> rewrite, search, rerank, llm, reply",
        "volume, peak, latency, languages, budget?",
        "dash: deflection, csat, handoff rate, $/conv",
        "150 retrieval, 120 rerank, 80 gate, rest llm, drop rerank",
        "hybrid, because codes, names, skus, menu items and dates get lost",
        "Rules layer: hard blocks (sanctions, known-bad lists), overrides, versioned, with owners and expiry",
        "filter by tenant, plan, locale, edition inside the search",
        "bm25 + dense, rrf, rerank",
        "failed questions go to the writers every monday morning by mail",
        "",
    ],
)
def test_a_headline_is_no_list(text: str) -> None:
    assert not is_list(text)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("we will not use hybrid search", "we"),
        ("no reranker", ""),
        ("skip reranking, caching and hybrid search for v1", ""),
        ("we agreed to skip reranking", "we agreed"),
        ("don't filter after, filter inside", "filter inside"),
        ("no nightly rebuild, webhook", "webhook"),
        ("we won't cache because prices change", "we prices change"),
    ],
)
def test_what_a_line_rules_out_is_left_out(text: str, left: str) -> None:
    rest = affirmed(text)
    assert rest is not None
    assert " ".join(Line(rest).words) == left


@pytest.mark.parametrize(
    "text",
    [
        "never show pages this customer may not see",
        "the model must not see names",
        "answers no later than 2 s",
        "say I don't know under 85 %",
        "no answer beats a wrong one",
        "notes on caching",
        "under 6 bps they may skip the challenge",
        "precision and recall instead of accuracy",
        "acl filter in the search",
    ],
)
def test_what_must_not_happen_is_a_claim_of_its_own(text: str) -> None:
    assert affirmed(text) is None


def expected(text: str, *, match: str = "refund", example: str = "x") -> bool:
    """Whether an entry rules out what a line does."""
    return Negation(Entry("a", (example,), (parse(match, {}),))).expected(Line(text), Line(affirmed(text) or ""))


def test_ruling_out_is_right_where_the_entry_rules_out_the_same() -> None:
    assert not expected("no refunds in v1")
    assert not expected("no refunds in v1", example="refunds by an agent, no sharding")
    assert expected("no refunds in v1", example="articles only, no refunds")
    assert expected("no refunds in v1", match="no|without & refund")
    assert not expected("we need no refunds", match="scope|no answer & refund")
