"""Typed answers beside those of cards. A wrong one must never be called right; saying nothing is always allowed."""

from itertools import permutations

import pytest

from coach.language.answers import Found, blanks_found, meant, missing_words, says_the_same

HOSTILE = [
    "",
    " ",
    "?",
    "…",
    "🙂",
    "🙂🙂 👍",
    "مرحبا",
    "‮reversed",
    "\x1b[31m",
    "-",
    "'",
    "the",
    "not",
    "no idea",
    "é" * 5000,
]


# missing words


@pytest.mark.parametrize(
    ("typed", "expected", "missing"),
    [
        ("rerank the top 50", "Rerank the top 50.", []),
        ("reranking, top 50 first", "Rerank the top 50.", []),
        ("rerank", "Rerank the top 50.", ["top", "50"]),
        ("cache embs of docs", "Cache the embeddings of documents.", ["documents"]),
        ("retreival, evalaute it first", "Evaluate retrieval first.", []),
        ("bill is 7.9k", "The bill is $7,900.", []),
        ("ten", "10 steps", ["steps"]),
        ("85%", "85 % of it", []),
        ("0.85", "85 % of it", ["85"]),
        ("", "Fuse both lists.", ["fuse", "lists"]),
        ("cache answers", "Never cache answers.", ["never"]),
        ("don't cache answers", "Never cache answers.", []),
        ("with a filter", "Without a filter", ["without"]),
        ("no", "No.", []),
        ("yes", "No.", ["no"]),
        ("the first", "Both.", ["both"]),
    ],
)
def test_words_of_the_answer_that_a_typed_line_lacks(typed: str, expected: str, missing: list[str]) -> None:
    assert missing_words(typed, expected) == missing


def test_each_missing_word_comes_once_in_the_order_of_the_answer() -> None:
    assert missing_words("x", "Index shards, then index replicas; sharding last") == ["index", "shards", "replicas"]


def test_words_of_the_question_are_not_asked_for() -> None:
    assert missing_words("bm25", "BM25 finds the error codes.", "What finds error codes?") == []
    assert missing_words("what finds error codes", "BM25 finds the error codes.", "What finds error codes?") == ["bm25"]


@pytest.mark.parametrize(("typed", "missing"), [("recall", []), ("precision", ["recall"]), ("", ["recall"])])
def test_an_answer_made_of_words_of_the_question_has_to_be_typed(typed: str, missing: list[str]) -> None:
    assert missing_words(typed, "Recall.", "Precision or recall for tumours?") == missing


@pytest.mark.parametrize("typed", HOSTILE)
def test_a_line_that_says_nothing_lacks_every_word(typed: str) -> None:
    assert missing_words(typed, "Fuse both ranked lists.") == ["fuse", "ranked", "lists"]


# the same


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("feature store", "a feature store"),
        ("the feature stores", "feature store"),
        ("Idempotency Key!", "idempotency key"),
        ("idempotnecy key", "idempotency key"),
        ("vec idx", "vector index"),
        ("75", "75 %"),
        ("75%", "75 %"),
        ("1 block", "one block"),
        ("at least 1", "at least one"),
        ("7.9k", "7,900"),
        ("$40", "40 $"),
        ("high risk", "high-risk"),
        ("recall & precision", "precision and recall"),
        ("last or first", "first or last"),
        ("cost, monitoring, evaluation", "evaluation, monitoring and cost"),
        ("evaluation monitoring cost", "evaluation, monitoring and cost"),
        ("after", "after"),
        ("isn't cached", "is not cached"),
    ],
)
def test_a_perfect_answer_in_another_form_is_the_same(typed: str, expected: str) -> None:
    assert says_the_same(typed, expected)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("high recall", "low recall"),
        ("small model", "large model"),
        ("before", "after"),
        ("before or after", "after"),
        ("not after", "after"),
        ("cached", "not cached"),
        ("with an index", "without an index"),
        ("large model before small", "small model before large"),
        ("low cost, high latency", "high cost, low latency"),
        ("recall, not precision", "precision, not recall"),
        ("75 or 60", "75 %"),
        ("75 ms", "75 %"),
        ("75 $", "75 %"),
        ("0.75", "75 %"),
        ("3 n", "3 / n"),
        ("p95", "p99"),
        ("16", "61"),
        ("hash of the text and the date", "hash of the text"),
        ("unsupervised", "supervised"),
        ("stateless", "stateful"),
        ("key key key", "key"),
        ("", ""),
        ("%", "75 %"),
        ("", "75 %"),
    ],
)
def test_a_wrong_answer_is_never_the_same(typed: str, expected: str) -> None:
    assert not says_the_same(typed, expected)


@pytest.mark.parametrize("typed", HOSTILE)
@pytest.mark.parametrize("expected", ["recall", "75 %", "both", "before", "k"])
def test_a_hostile_line_is_never_the_same(typed: str, expected: str) -> None:
    assert not says_the_same(typed, expected)
    assert blanks_found(typed, [expected]) == ["missing"]


# choosing

OPTIONS = [
    "the 50th falls and the 95th stays",
    "both fall by 40 %",
    "both stay about as they were",
    "the 95th falls and the 50th stays",
    "a fixed flow, not an agent",
]


@pytest.mark.parametrize(
    ("typed", "index"),
    [("1", 0), (" 2. ", 1), ("(3)", 2), ("4)", 3), ("#5", 4), ("option 2", 1), ("answer: 3", 2), ("٤", 3)],
)
def test_an_option_is_chosen_by_its_number(typed: str, index: int) -> None:
    assert meant(typed, OPTIONS) == (index, True)


@pytest.mark.parametrize("index", range(len(OPTIONS)))
def test_an_option_is_chosen_by_its_words(index: int) -> None:
    typed = OPTIONS[index].upper().replace(" THE ", " ").replace("STAYS", "stay")
    assert meant(typed, OPTIONS) == (index, True)


@pytest.mark.parametrize(("typed", "index"), [("both fall", 1), ("fixed flow", 4), ("about as they were", 2)])
def test_a_part_of_one_option_points_to_it_without_being_sure(typed: str, index: int) -> None:
    assert meant(typed, OPTIONS) == (index, False)


@pytest.mark.parametrize(
    "typed",
    [*HOSTILE, "0", "6", "-1", "1.5", ".5", "1 or 2", "1 2", "99999999999999999999", "both", "95th falls",
     "falls stays", "both fall, both stay", "neither falls", "an agent that decides", "95th stays 50th"],
)  # fmt: skip
def test_a_line_that_may_mean_none_or_several_options_means_none(typed: str) -> None:
    found = meant(typed, OPTIONS, "What happens to an agent?")
    assert found is None or not found[1]
    if typed not in ("not", "neither falls"):
        assert found is None


def test_a_number_longer_than_any_is_no_option() -> None:
    assert meant("1" * 5000, ["one", "two"]) is None


def test_words_of_the_question_choose_nothing_unless_they_are_a_whole_option() -> None:
    options = ["a larger model", "better chunks", "recall"]
    asked = "Would a larger model help, precision or recall?"
    assert meant("model", options, asked) is None
    assert meant("larger", options, asked) is None
    assert meant("chunks", options, asked) == (1, False)
    assert meant("larger model", options, asked) == (0, True)
    assert meant("recall", options, asked) == (2, True)


def test_a_number_that_is_an_option_too_is_sure_only_where_both_agree() -> None:
    assert meant("3", ["1", "2", "3"]) == (2, True)
    assert meant("3", ["3", "2", "1"]) is None
    assert meant("three", ["3", "2", "1"]) == (0, True)


def test_options_that_differ_in_a_small_word_are_told_apart() -> None:
    options = ["raise the threshold", "lower the threshold", "do not move the threshold"]
    assert meant("the threshold", options) is None
    assert meant("lower threshold", options) == (1, True)
    assert meant("do move the threshold", options) == (2, False)  # lacks the "not", so it is not sure
    assert meant("large model", ["a small model", "a large model"]) == (1, True)


# blanks


@pytest.mark.parametrize(
    ("typed", "hidden", "found"),
    [
        ("75, 60", ["75 %", "60 %"], ["right", "right"]),
        ("75 % and 60 %", ["75 %", "60 %"], ["right", "right"]),
        ("75 60%", ["75 %", "60 %"], ["right", "right"]),
        ("60, 75", ["75 %", "60 %"], ["elsewhere", "elsewhere"]),
        ("60 75", ["75 %", "60 %"], ["among", "missing"]),
        ("75", ["75 %", "60 %"], ["among", "missing"]),
        ("60", ["75 %", "60 %"], ["missing", "among"]),
        ("16 4 4", ["16", "4", "4"], ["right", "right", "right"]),
        ("16/4/4", ["16", "4", "4"], ["right", "right", "right"]),
        ("16, 4", ["16", "4", "4"], ["among", "among", "missing"]),
        ("1,000 4", ["1,000", "4"], ["right", "right"]),
        ("1,000, 4", ["1,000", "4"], ["right", "right"]),
        ("feature store; model registry", ["feature store", "model registry"], ["right", "right"]),
        ("a feature store and the model registries", ["feature store", "model registry"], ["right", "right"]),
        ("model registry; feature store", ["feature store", "model registry"], ["elsewhere", "elsewhere"]),
        ("store; registry", ["feature store", "model registry"], ["missing", "missing"]),
        ("feature store; ?", ["feature store", "model registry"], ["right", "missing"]),
        ("; model registry", ["feature store", "model registry"], ["missing", "right"]),
        ("not after", ["after"], ["among"]),
        ("search before, generate after", ["after"], ["among"]),
        ("the search", ["after"], ["missing"]),
    ],
)
def test_what_became_of_the_blanks_of_a_cloze(typed: str, hidden: list[str], found: list[Found]) -> None:
    result = blanks_found(typed, hidden)
    if typed == "60 75":  # which of the two was left out cannot be told
        assert "right" not in result
    else:
        assert result == found


PARTS = ["private data", "untrusted text", "a way out"]


@pytest.mark.parametrize("separator", ["; ", ", ", " / ", " - ", "\n", " ", " and ", " | "])
@pytest.mark.parametrize("order", list(permutations(PARTS)))
def test_blanks_are_all_right_only_in_their_own_order(order: tuple[str, ...], separator: str) -> None:
    found = blanks_found(separator.join(order), PARTS)
    assert (found == ["right"] * 3) == (list(order) == PARTS)
    assert "missing" not in found


@pytest.mark.parametrize("separator", ["; ", ", ", " "])
@pytest.mark.parametrize("left", range(3))
def test_a_blank_left_out_is_missing_and_the_others_are_there(left: int, separator: str) -> None:
    typed = separator.join(part for number, part in enumerate(PARTS) if number != left)
    found = blanks_found(typed, PARTS)
    assert [state == "missing" for state in found] == [number == left for number in range(3)]


@pytest.mark.parametrize("typed", HOSTILE)
def test_a_hostile_line_fills_no_blank(typed: str) -> None:
    assert blanks_found(typed, PARTS) == ["missing"] * 3
    assert blanks_found(typed, ["?", "!"]) == ["missing"] * 2
