"""What notes assume, scope and weigh."""

import pytest

from coach.language.stances import assumptions, scope, weighs


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("assume aws. english only at launch", ["aws", "english only at launch"]),
        ("assuming 50k/day", ["50k/day"]),
        ("let's say 3 regions", ["3 regions"]),
        ("say 50k/day", ["50k/day"]),
        ("suppose users are logged in", ["users are logged in"]),
        ("I'd take the login as given", ["the login"]),
        ("index is 4 GB assuming 8 chunks", ["8 chunks"]),
        ("assume aws; scope: docs only", ["aws"]),
        ("assume aws. out of scope: refunds. english only", ["aws"]),
    ],
)
def test_what_is_assumed(text: str, found: list[str]) -> None:
    assert assumptions(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "dont assume the model is right",
        "we cannot assume that",
        "the filter assumes a login",
        "say no to refunds",
        "aws",
    ],
)
def test_what_assumes_nothing(text: str) -> None:
    assert assumptions(text) == []


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [
        (
            "scope: docs questions only, no account lookups, no refunds in v1",
            ["docs questions only"],
            ["account lookups", "refunds"],
        ),
        ("scope docs only", ["docs only"], []),
        ("out of scope: refunds, tax advice", [], ["refunds", "tax advice"]),
        ("no refunds in v1", [], ["refunds"]),
        ("refunds are out of scope", [], ["refunds"]),
        ("not doing refunds", [], ["refunds"]),
        ("skip rerank for now", [], ["rerank"]),
        ("no caching in v1 because a stale price costs us more than the tokens do, by far", [], ["caching"]),
        ("no caching, tax advice, by far in v1", [], ["caching", "tax advice"]),
        ("no refunds, it is another team in v1", [], ["refunds"]),
        ("refunds/account stuff out", [], ["refunds/account stuff"]),
        ("refunds, tax advice later", [], ["refunds", "tax advice"]),
        ("v1: docs chat, refunds out", ["docs chat"], ["refunds"]),
    ],
)
def test_what_is_in_and_out(text: str, inside: list[str], outside: list[str]) -> None:
    assert scope(text) == (inside, outside)


@pytest.mark.parametrize(
    "text",
    ["cut at headings, 400 tokens", "out of the top 50, 6", "no answer beats a wrong one", "ignore html tags",
     "retry, then time out", "the call to the model is out", "purge 5 min later", "we decide that later"],
)  # fmt: skip
def test_what_is_no_scope(text: str) -> None:
    assert scope(text) == ([], [])


@pytest.mark.parametrize(
    "text",
    ["rerank 120 ms vs recall", "bm25 vs dense", "one node instead of a cluster", "trade recall for latency",
     "a reranker costs latency", "the reranker costs a 120 ms hop", "no cache: fresher but slower",
     "a stale price costs us more than the tokens do"],
)  # fmt: skip
def test_what_weighs(text: str) -> None:
    assert weighs(text)


@pytest.mark.parametrize(
    "text",
    ["cost $40", "what does a wrong answer cost", "user -> llm", "top 50", "a wrong answer costs the company $40",
     "xgboost because it is state of the art", "bm25 bc people paste codes", "wrong is 40 vs 6", "xgboost vs"],
)  # fmt: skip
def test_what_does_not_weigh(text: str) -> None:
    assert not weighs(text)
