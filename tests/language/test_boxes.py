"""When two names mean one box."""

import pytest

from coach.language.boxes import find


@pytest.mark.parametrize(
    ("known", "typed"),
    [
        ("Retriever", "retriever"),
        ("hybrid search", "Hybrid-Search"),
        ("hybrid search", "hybridsearch"),
        ("docs", "doc"),
        ("user queries", "user query"),
        ("retriever", "retriver"),
        ("retriever", "retreiver"),
        ("retriever", "rettriever"),
        ("hybrid search", "hybrid serch"),
        ("chunker", "chumker"),
        ("model", "modle"),
        ("retriever (filters by acl)", "retriever"),
        ("llm", "llm (small)"),
        ("index, two shards", "index"),
        ("größe", "GRÖSSE"),
    ],
)
def test_the_same_words_and_slips_of_the_fingers_are_one_box(known: str, typed: str) -> None:
    assert find(typed, {"b1": "something else", "b2": known}) == "b2"
    assert find(known, {"b1": typed}) == "b1"


@pytest.mark.parametrize(
    ("known", "typed"),
    [
        ("index 1", "index 2"),
        ("index1", "index2"),
        ("model a", "model b"),
        ("llm", "lm"),
        ("user", "users db"),
        ("encoder", "decoder"),
        ("text encoder", "text decoder"),
        ("content builder", "context builder"),
        ("feature store", "feature score"),
        ("ranker", "ranked"),
        ("ranker", "reranker"),
        ("index", "indexer"),
        ("retrieval", "retriever"),
        ("loader", "leader"),
        ("db (users)", "db (orders)"),
        ("cache", "catch"),
        ("日本", "日木"),
    ],
)
def test_other_words_are_other_boxes(known: str, typed: str) -> None:
    assert find(typed, {"b1": known}) is None
    assert find(known, {"b1": typed}) is None


def test_a_slip_that_could_mean_two_boxes_means_neither() -> None:
    assert find("db", {"b1": "db (users)", "b2": "db (orders)"}) is None


def test_the_very_name_comes_before_all_else() -> None:
    assert find("docs", {"b1": "doc", "b2": "docs"}) == "b2"
