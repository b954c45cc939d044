"""Anki's cloze deletions become blanks."""

import pytest

from coach.content.incoming.cloze import from_anki, hides


@pytest.mark.parametrize(
    ("anki", "ours"),
    [
        ("{{c1::Paris}} is in {{c2::France::a country}}.", "{{Paris}} is in {{France}}."),
        ("{{c1::a {{c2::b}} c}} d", "{{a b c}} d"),
        ("{{c1::two\nlines}}", "{{two lines}}"),
        ("{{c1::}}a{{c1:: }}", "a"),
        ("{{c1::open", "open"),
        ("no }} cloze {{ here", "no }} cloze {{ here"),
        ("{{ours}}", "{{ours}}"),
        ("{{c1::x}} and {{ours}}", "{{x}} and {{ours}}"),
        ("{{c1::\\frac{a}{b} }}", "{{\\frac{a}{b}}}"),
    ],
)
def test_the_hidden_part_stays_and_the_hint_goes(anki: str, ours: str) -> None:
    assert from_anki(anki) == ours


def test_a_blank_is_seen() -> None:
    assert hides("a {{b}}")
    assert not hides("a {b} {{}}")
