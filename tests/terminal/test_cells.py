"""How many cells a text takes."""

import sys

import pytest
from rich.cells import cell_len

from coach.terminal.cells import padded, width_of, wrapped


def test_letters_that_are_taken_for_single_are_single() -> None:
    letters = map(chr, range(0x20, min(sys.maxunicode, 0x3000)))
    assert [hex(ord(c)) for c in letters if width_of(c) != cell_len(c)] == []


@pytest.mark.parametrize(("text", "cells"), [("", 0), ("“a” → b · ☐", 11), ("日本", 4), ("é", 1)])
def test_a_text_takes_the_cells_of_its_letters(text: str, cells: int) -> None:
    assert width_of(text) == cells
    assert width_of(padded(text, 12)) == 12


def test_wide_letters_wrap_by_cells() -> None:
    lines = wrapped("日本 " * 10, 12, " ", "   ")
    assert all(width_of(line) <= 12 for line in lines)
    assert lines[1].startswith("   ")
