"""How many cells a text takes."""

import sys

import pytest
from rich.cells import cell_len

from coach.terminal.cells import between_words, padded, width_of, wrapped


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


@pytest.mark.parametrize("width", range(30, 60))
def test_a_command_stays_on_one_line_where_it_fits(width: int) -> None:
    text = "Six cards are left; `coach quiz --ahead 3` goes on, or `coach quiz --cram --new 12 --minutes 5`."
    lines = wrapped(text, width, " ", "   ")
    assert all(len(line) <= width for line in lines)
    assert " ".join(" ".join(lines).split()) == text
    assert sum("`coach quiz --ahead 3`" in line for line in lines) == 1


def test_beside_the_output_no_word_is_parted_and_a_path_stays_whole() -> None:
    path = "/home/someone/.local/share/coach/config.toml"
    lines = between_words(f"error: {path}:2: level should be one of mid, senior; `coach doctor` explains it.", 30)
    assert any(f"{path}:2:" in line for line in lines)
    assert any("`coach doctor`" in line for line in lines)
    assert all(len(line) <= 30 for line in lines if path not in line)
