"""Words that nobody knows, put right."""

import pytest

from coach.language.spelling import Spelling, slips

KNOWN = ("latency", "languages", "traffic", "budget", "stale", "acl", "peak")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("latncy", "latency"),
        ("langauges", "languages"),
        ("trafic", "traffic"),
        ("bugdet", "budget"),
        ("stlae", "stale"),
        ("style", ""),
        ("cats", ""),
        ("atency", ""),
        ("latin", ""),
        ("p95x7", ""),
    ],
)
def test_a_slip_is_put_right_and_another_word_is_left_alone(typed: str, meant: str) -> None:
    assert Spelling(KNOWN).meant(typed) == meant


@pytest.mark.parametrize(
    ("a", "b", "count"), [("abc", "abc", 0), ("abc", "acb", 1), ("abc", "abd", 1), ("abc", "ab", 1), ("ab", "xyz", 3)]
)
def test_slips_are_letters_put_in_left_out_replaced_or_swapped(a: str, b: str, count: int) -> None:
    assert slips(a, b) == slips(b, a) == count
