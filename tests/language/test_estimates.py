"""The number of a typed estimate in the unit of its card. Where it cannot be told there is none."""

import pytest

from coach.language.estimates import estimates


@pytest.mark.parametrize(
    ("typed", "unit", "value"),
    [
        ("8GB", "GB", 8), ("8.2 gb", "GB", 8.2), ("~8", "GB", 8), ("8200 MB", "GB", 8.2), ("8.2e9 bytes", "GB", 8.2),
        ("about 8 gigs", "GB", 8),
        ("$7.9k", "$", 7900), ("7,920 USD", "$", 7920), ("USD 7,920", "$", 7920), ("7 920 $", "$", 7920),
        ("7'920", "$", 7920), ("7.9 thousand", "$", 7900), ("$ 7920 a month", "$ a month", 7920),
        ("0.7 cents", "$", 0.007), ("70¢", "$", 0.7), ("$0.01", "cents", 1), ("1", "cents", 1), ("1 ct", "cents", 1),
        ("85%", "%", 85), ("85", "%", 85), ("0.85", "%", 85), (".85", "%", 85), ("85 per cent", "%", 85),
        ("about a third", "%", 33.3333), ("two thirds", "%", 66.6667), ("half", "%", 50), ("a quarter", "%", 25),
        ("three in ten", "%", 30), ("3 out of 10", "%", 30), ("1/3", "%", 33.3333), ("12,5 %", "%", 12.5),
        ("60 %", "ratio", 0.6), ("0.6", "ratio", 0.6), ("16 %", "", 0.16), ("5 %", "points", 5),
        ("5 points", "points", 5),
        ("0.88", "points of rating", 0.88), ("0.9 points", "points of rating", 0.9),
        ("51", "hours", 51), ("2 days", "hours", 48), ("90 min", "hours", 1.5), ("2 and a half hours", "hours", 2.5),
        ("2 1/2 hours", "hours", 2.5), ("6.3m", "minutes", 6.3), ("378 s", "minutes", 6.3), ("950 ms", "s", 0.95),
        ("3", "billion tokens", 3), ("3 billion", "billion tokens", 3), ("3B tokens", "billion tokens", 3),
        ("3,000 million", "billion tokens", 3), ("3 x 10^9", "billion tokens", 3), ("3e9", "billion tokens", 3),
        ("3000000000", "billion tokens", 3), ("8.4M", "million parameters", 8.4),
        ("10⁶", "tokens", 1e6), ("10**6", "tokens", 1e6), ("1_000_000", "tokens", 1e6),
        ("half a million", "users", 5e5), ("six hundred", "answers a day", 600),
        ("a dozen", "GPUs", 12), ("twenty-five", "calls", 25),
        ("one", "calls", 1), ("zero", "calls", 0), ("٣", "calls", 3),
        ("125 tok/s", "tokens/s", 125), ("11/s", "questions a second", 11), ("-5", "$", -5), ("$-5", "$", -5),
        ("-$5", "$", -5), ("(-5)", "$", -5), ("- 5 $", "$", 5),
        ("80k × 0.0135 × 30 = 32.4k", "$", 32_400), ("80k*0.0135*30 -> $32,400 a month (30 days)", "$", 32_400),
        ("32.4k a month of 30 days", "$", 32_400), ("p95 is 3 s", "s", 3),
    ],
)  # fmt: skip
def test_a_number_is_read_in_the_unit_of_the_card(typed: str, unit: str, value: float) -> None:
    assert estimates(typed, unit, 50) == (pytest.approx(value, rel=1e-4),)


@pytest.mark.parametrize(
    ("typed", "ends"),
    [("5-10", (5, 10)), ("5 – 10 GB", (5, 10)), ("8 to 9", (8, 9)), ("between 8 and 9 GB", (8, 9)), ("8gb-9gb", (8, 9)),
     ("500-900 MB", (0.5, 0.9)), ("7-9", (7, 9))],
)  # fmt: skip
def test_a_range_has_two_ends(typed: str, ends: tuple[float, float]) -> None:
    assert estimates(typed, "GB", 8) == pytest.approx(ends)


@pytest.mark.parametrize("typed", ["7-9k", "$7-9k", "7k-9k", "$7k to $9k", "7,000-9,000"])
def test_a_scale_may_stand_at_the_upper_end_of_a_range_alone(typed: str) -> None:
    assert estimates(typed, "$", 8000) == (7000, 9000)


def test_digits_without_end_are_no_number() -> None:
    assert estimates("9" * 5000 + " 1/2", "$", 8) == ()


def test_a_scale_of_the_upper_end_is_not_taken_where_that_turns_the_range_round() -> None:
    assert estimates("500-1k", "$", 800) == (500, 1000)


@pytest.mark.parametrize("unit", ["$", "GB", "%", "calls", "", "billion tokens", "hours", "tokens/s"])
@pytest.mark.parametrize(
    "typed",
    ["", " ", "none", "no idea", "?", "🙂", "مرحبا", "gpt", "p95", "1e400", "9" * 400, "10^99", "2^10", "½", "2½",
     "3 or 4", "not 8", "isn't 8", ">8", "<= 8", "8+", "at least 8", "more than 8", "under 8", "3 4", "3, 4", "3 × 4",
     "3*4", "12 / 4 + 1", "3 x 4 =", "two hundred fifty", "3 hundred thousand", "3 apples 4 pears", "6:18", "1..2..3",
     "zero in ten", "nan", "inf", "-", "$", "%", "=", "1 = 2 or 3",
     "8.000.000", "12,34,567", "5,10,20"],
)  # fmt: skip
def test_where_no_number_or_more_than_one_can_be_meant_there_is_none(typed: str, unit: str) -> None:
    assert estimates(typed, unit, 8) == ()


@pytest.mark.parametrize(
    ("typed", "unit"),
    [
        ("8 ms", "tokens/s"),
        ("8 GB", "$"),
        ("85 %", "$"),
        ("$8", "hours"),
        ("8 s", "GB"),
        ("€8", "$"),
        ("half", "calls"),
    ],
)
def test_a_number_that_measures_something_else_is_none(typed: str, unit: str) -> None:
    assert estimates(typed, unit, 8) == ()


def test_a_bare_fraction_is_a_share_unless_the_answer_is_so_small_that_it_may_be_one() -> None:
    assert estimates("0.4", "%", 40) == (pytest.approx(40),)
    assert estimates("0.4", "%", 0.4) == ()
    assert estimates("0.77", "%", 1) == ()
    assert estimates("0.4 %", "%", 0.4) == (pytest.approx(0.4),)
