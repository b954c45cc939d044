"""Text from files, safe to print."""

import unicodedata

import pytest

from coach.language.printable import named, one_line, printable, reflow, shorten


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", "plain"),
        ("two\nlines", "two\nlines"),
        ("a\tb", "a b"),
        ("a\u00a0b\u2003c", "a b c"),
        ("\x1b[31mred\x1b[0m", "[31mred[0m"),
        ("bell\x07 back\x08 del\x7f", "bell back del"),
        ("c1 \x9b31m", "c1 31m"),
        ("a\rb", "ab"),
        ("right to left \u202eabc", "right to left abc"),
        ("zero\u200bwidth", "zerowidth"),
        ("lone \ud800 surrogate", "lone  surrogate"),
        ("[bold]markup[/bold]", "[bold]markup[/bold]"),
        ("ü × – “x” 日本", "ü × – “x” 日本"),
    ],
)
def test_nothing_that_a_terminal_would_obey_is_left(text: str, expected: str) -> None:
    assert printable(text) == expected


def test_no_character_at_all_gets_through_that_is_neither_printable_nor_a_line_break() -> None:
    everything = "".join(chr(code) for code in range(0x110000))
    left = [c for c in printable(everything) if not c.isprintable() and c != "\n"]
    assert left == []


def test_no_letter_is_lost() -> None:
    letters = "".join(c for c in map(chr, range(0x3000)) if unicodedata.category(c)[0] in "LNPS")
    assert printable(letters) == letters


@pytest.mark.parametrize(
    ("text", "expected"),
    [("  a \n\n b\tc ", "a b c"), ("", ""), ("\x1b\n", ""), ("a\u2028b", "a b"), ("a\r\nb", "a b")],
)
def test_one_line_is_one_line(text: str, expected: str) -> None:
    assert one_line(text) == expected


@pytest.mark.parametrize(
    ("width", "expected"),
    [(20, "a line of words"), (15, "a line of words"), (10, "a line of…"), (9, "a line o…"), (8, "a line…"), (1, "…")],
)
def test_a_line_that_is_too_long_is_cut_with_an_ellipsis(width: int, expected: str) -> None:
    assert shorten("a line\nof words", width) == expected


def test_a_shortened_line_is_never_wider_than_asked() -> None:
    assert all(len(shorten("some words of a note that goes on", width)) <= width for width in range(1, 40))


def test_a_hard_wrapped_text_becomes_one_line_a_paragraph_and_one_an_item() -> None:
    text = "First line\nof a paragraph.\n\n- one item\n  goes on\n- another\n"
    assert reflow(text) == "First line of a paragraph.\n\n- one item goes on\n- another"


def test_names_stand_as_a_sentence_has_them() -> None:
    assert [named("abc"[:size]) for size in (1, 2, 3)] == ["a", "a and b", "a, b and c"]
