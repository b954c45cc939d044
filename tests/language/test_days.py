"""Days that lie behind, as people write them."""

from datetime import date

import pytest

from coach.language.days import past_day

SATURDAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("today", date(2026, 11, 21)),
        (" Yesterday ", date(2026, 11, 20)),
        ("fri", date(2026, 11, 20)),
        ("on friday", date(2026, 11, 20)),
        ("last Monday", date(2026, 11, 16)),
        ("saturday", date(2026, 11, 21)),
        ("last saturday", date(2026, 11, 14)),
        ("2026-11-20", date(2026, 11, 20)),
        ("20 nov", date(2026, 11, 20)),
        ("20th November 2026", date(2026, 11, 20)),
        ("November 20, 2025", date(2025, 11, 20)),
        ("Nov. 21", date(2026, 11, 21)),
        ("3 dec", date(2025, 12, 3)),
        ("29 feb", date(2024, 2, 29)),
    ],
)
def test_a_day_in_words_is_the_last_such_day(text: str, day: date) -> None:
    assert past_day(text, SATURDAY) == day


@pytest.mark.parametrize("text", ["", "soon", "tomorrow", "2026-11-22", "3 dec 2026", "31 feb", "no 3", "su", "99 nov"])
def test_what_is_no_day_or_still_to_come_is_none(text: str) -> None:
    assert past_day(text, SATURDAY) is None
