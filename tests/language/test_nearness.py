"""Which line comes nearest to a text."""

from coach.language.nearness import nearest, telling_stems
from coach.language.words import stem


def test_small_words_and_single_letters_tell_nothing() -> None:
    assert telling_stems("We will use it for what you have, as a b c") == set()


def test_telling_words_are_compared_by_stem() -> None:
    assert telling_stems("The caching of searches") == {stem("cache"), stem("search")}


def test_the_line_that_shares_most_words_is_nearest() -> None:
    lines = [
        "a cache keyed by article version and country",
        "permission filter inside the vector index search",
        "nightly rebuild of the whole index",
    ]
    assert nearest(["Filters by permission inside the index"], lines) == 1


def test_several_texts_count_together() -> None:
    assert nearest(["permission filter", "vector index"], ["cache by version", "filter the vector index"]) == 1


def test_of_two_equally_near_lines_the_first_is_taken() -> None:
    assert nearest(["permission filter index"], ["filter index permission", "index permission filter"]) == 0


def test_a_line_that_shares_little_is_not_near() -> None:
    assert nearest(["permission filter index"], ["we have an index", "", "cache"]) is None


def test_a_line_that_repeats_one_word_is_not_near() -> None:
    assert nearest(["permission filter index"], ["index index index indexes indexing"]) is None


def test_without_texts_or_lines_nothing_is_near() -> None:
    assert nearest([], ["permission filter index"]) is None
    assert nearest(["permission filter index"], []) is None
