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
    ],
)
def test_what_is_in_and_out(text: str, inside: list[str], outside: list[str]) -> None:
    assert scope(text) == (inside, outside)


@pytest.mark.parametrize(
    "text", ["cut at headings, 400 tokens", "out of the top 50, 6", "no answer beats a wrong one", "ignore html tags"]
)
def test_what_is_no_scope(text: str) -> None:
    assert scope(text) == ([], [])


@pytest.mark.parametrize(
    "text",
    ["rerank 120 ms vs recall", "bm25 next to dense bc people paste codes", "one node instead of a cluster",
     "trade recall for latency", "a reranker costs latency"],
)  # fmt: skip
def test_what_weighs(text: str) -> None:
    assert weighs(text)


@pytest.mark.parametrize("text", ["cost $40", "what does a wrong answer cost", "user -> llm", "top 50"])
def test_what_does_not_weigh(text: str) -> None:
    assert not weighs(text)
