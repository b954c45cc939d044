"""Text to words, and words to stems."""

import pytest

from coach.language.words import stem, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("  \n\t ", []),
        ("BM25 next to Dense", ["bm25", "next", "to", "dense"]),
        ("don't know", ["don't", "know"]),
        ("e-mail, re_rank; top-k!", ["e", "mail", "re", "rank", "top", "k"]),
        ("$40 > 6/40 @ 85 %", ["40", "$", ">", "6", "/", "40", "@", "85", "%"]),
        ("p95 <= 2s, cost + €5 = ok", ["p95", "<", "=", "2", "s", "cost", "+", "5", "€", "=", "ok"]),
        ("Größe naïve Zürich", ["größe", "naïve", "zürich"]),
        ("'quoted'", ["quoted"]),
    ],
)
def test_a_text_becomes_lower_case_words_and_the_signs_that_carry_meaning(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    "forms",
    [
        ("search", "searches", "searching", "searched"),
        ("document", "documents"),
        ("filter", "filters", "filtering", "filtered"),
        ("permission", "permissions"),
    ],
)
def test_forms_of_one_word_share_a_stem(forms: tuple[str, ...]) -> None:
    assert len({stem(form) for form in forms}) == 1


@pytest.mark.parametrize("word", ["bm25", "p95s", "5xx", "$", "don't", ""])
def test_words_with_digits_or_signs_stay_as_they_are(word: str) -> None:
    assert stem(word) == word


def test_different_words_keep_different_stems() -> None:
    assert len({stem(word) for word in ("cache", "search", "rank", "filter", "index")}) == 5


@pytest.mark.parametrize(
    "forms",
    [
        ("7.9k", "7,900", "7900", "7\u202f900", "7900.0"),
        ("60k", "60 000", "60,000", "60000"),
        ("$40", "40 $", "$ 40", "40$"),
        ("120ms", "120 ms"),
        ("99.5%", "99.5 %", "99.50 %"),
        ("p > .85", "p > 0.85"),
        ("<5min", "< 5 min"),
        ("$7.9k", "7900 $"),
    ],
)
def test_a_number_and_its_unit_are_the_same_words_however_they_are_written(forms: tuple[str, ...]) -> None:
    assert len({tuple(words(form)) for form in forms}) == 1


@pytest.mark.parametrize("name", ["p95", "bm25", "e4012", "5xx", "3ds", "2nd"])
def test_a_name_keeps_its_digits(name: str) -> None:
    assert words(name) == [name]


def test_neighbouring_numbers_stay_apart() -> None:
    assert words("top 50 300 q, 24/7, v1.2") == ["top", "50", "300", "q", "24", "/", "7", "v1", "2"]
