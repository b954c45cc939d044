"""Notes from outside a round."""

import pytest

from coach.interview.outside import read_notes

TITLES = {
    "clarify": ("clarify",), "high-level": ("high-level",), "High-level design": ("high-level",),
    "deep-dive": ("deep-dive",), "Deep dive": ("deep-dive",), "both": ("clarify", "tradeoffs"),
}  # fmt: skip


def read(text: str) -> list[tuple[int, str, tuple[str, ...]]]:
    return [(number, line.text, tuple(line.phases)) for number, line in read_notes(text, TITLES).items()]


def test_headings_separate_phases_and_lines_before_them_have_none() -> None:
    text = "first\n\n# clarify\nhow many?\n## High-Level Design\na -> b\n### both\nc"
    assert read(text) == [
        (1, "first", ()),
        (4, "how many?", ("clarify",)),
        (6, "a -> b", ("high-level",)),
        (8, "c", ("clarify", "tradeoffs")),
    ]


@pytest.mark.parametrize(
    "heading",
    ["# deep-dive", "###### DEEP DIVE", "# 3. Deep dive", "## Deep dive (20 min)", "# deep_dive ##",
     "# Deep dive: retrieval", "# **Deep dive**", "# Deep dive · 3 of 4"],
)  # fmt: skip
def test_a_heading_is_known_however_it_is_written(heading: str) -> None:
    assert read(f"{heading}\nx") == [(2, "x", ("deep-dive",))]


def test_a_heading_of_something_else_ends_a_phase_unless_it_stands_below_it() -> None:
    assert read("## clarify\n### users\na\n## shopping\nb\n### deep-dive\nc") == [
        (3, "a", ("clarify",)),
        (5, "b", ()),
        (7, "c", ("deep-dive",)),
    ]


@pytest.mark.parametrize(
    "line",
    ["bm25 5 ms", "- bm25 5 ms", "* bm25 5 ms", "  3. bm25 5 ms", "12:30 bm25 5 ms", "- [x] bm25 5 ms",
     "[00:12:30] bm25 5 ms", "- **01:02** bm25 5 ms", "12:30 › bm25 5 ms", "• 1:02 - bm25 5 ms", "+ bm25 5 ms"],
)  # fmt: skip
def test_bullets_and_times_at_the_start_are_no_part_of_a_note(line: str) -> None:
    assert read(line) == [(1, "bm25 5 ms", ())]


@pytest.mark.parametrize("line", ["5 ms", "-> human", "1 % -> all", "#1 risk: stale prices", "12:30"])
def test_what_only_looks_like_one_stays(line: str) -> None:
    assert read(line)[0][1] == line


def test_a_pasted_line_that_begins_like_a_heading_is_a_note() -> None:
    assert read(f"# {'(' * 50_000} a")[0][0] == 1


def test_lines_without_a_word_are_left_out() -> None:
    assert read("\n---\n```\n...\n# clarify\n") == []
