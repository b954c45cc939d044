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
        ("$40 > 6/40 @ 85 %", ["$", "40", ">", "6", "/", "40", "@", "85", "%"]),
        ("p95 <= 2s, cost + €5 = ok", ["p95", "<", "=", "2s", "cost", "+", "€", "5", "=", "ok"]),
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
