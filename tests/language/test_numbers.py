"""Numbers as people type them."""

import pytest

from coach.language.numbers import Figure, figures, measured


@pytest.mark.parametrize(
    "text", ["120,000 articles", "120 000 docs", "120k", "120K docs", "120000", "0.12M", "120 thousand"]
)
def test_one_number_has_many_spellings(text: str) -> None:
    assert figures(text) == [Figure(120_000)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("wrong $40, missing $6", [Figure(40, "money"), Figure(6, "money")]),
        ("40 USD", [Figure(40, "money")]),
        ("85 %", [Figure(0.85, "share")]),
        ("three in ten are German", [Figure(0.3, "share")]),
        ("1 in 4", [Figure(0.25, "share")]),
        ("<5 min, bar is 1 h", [Figure(300, "time"), Figure(3600, "time")]),
        ("~1M vectors x 4 kB", [Figure(1_000_000), Figure(4000, "bytes")]),
        ("forty agents", [Figure(40)]),
        ("1 - 6/40", [Figure(1), Figure(6), Figure(40)]),
        ("150+120 ms", [Figure(150), Figure(0.12, "time")]),
    ],
)
def test_numbers_know_what_they_measure(text: str, found: list[Figure]) -> None:
    assert figures(text) == found


@pytest.mark.parametrize("text", ["E4012", "p95", "v1", "24/7 and at 9:05", "gpt4o", "someone in tents", "no number"])
def test_names_are_no_numbers(text: str) -> None:
    assert figures(text) == []


@pytest.mark.parametrize(
    ("told", "typed", "same"),
    [
        ("$40", "wrong is 40 vs 6", True),
        ("$6", "top 6", False),
        ("85 %", "above 0.85", True),
        ("85 %", "above 85 sure", True),
        ("$40", "40 ms", False),
        ("2 seconds", "2000 ms", True),
        ("120,000 articles", "120k x 8", True),
        ("three in ten", "30 % German", True),
        ("8 a second", "8 chunks", False),
    ],
)
def test_a_number_is_known_again_but_for_small_counts(told: str, typed: str, same: bool) -> None:
    assert any(a.same(b) for a in figures(told) for b in figures(typed)) is same


def test_a_small_count_tells_nothing() -> None:
    assert [figure.telling for figure in figures("2 lists, 50 each, 2 s")] == [False, True, True]


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [(7920, "$", "$7,920"), (7920, "$ a month", "$7,920 a month"), (8.2, "GB", "8.2 GB"), (0.16, "", "0.16"),
     (0.007, "$", "$0.007"), (999.7, "s", "1,000 s"), (22100, "tokens", "22,100 tokens"), (12.5, "€", "€12.5")],
)  # fmt: skip
def test_a_number_with_its_unit(value: float, unit: str, text: str) -> None:
    assert measured(value, unit) == text
