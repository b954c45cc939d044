"""Notes from outside a round."""

from datetime import UTC

import pytest

from coach.content.library import Library
from coach.interview.outside import read_notes
from coach.interview.transcript import transcript
from tests.pinned import Round

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


@pytest.mark.parametrize(
    "lines",
    [
        "- **01:02** Interviewer: _120,000 articles.\n  2,000 change a day._", "Interviewer: how many?",
        "> the question",
        "        Interviewer  120,000 articles. On a day\n                     about 2,000 change.",
        "**Interviewer:** how many?", "- **01:02** hint: _What about tomorrow?_", "03:20 of 05:00", "_No notes._",
        "Ticked: Ask first.", "# Grade\na senior round\n### clarify: points\n- ✓ asks\n## Work on\n1. 01:02 x",
    ],
)  # fmt: skip
def test_what_somebody_else_said_is_no_note(lines: str) -> None:
    assert [text for _, text, _ in read(f"{lines}\n\n# clarify\nmine")] == ["mine"]


def test_a_note_after_what_somebody_else_said_is_one_again() -> None:
    text = "- Interviewer: how many?\n  - 5 million\n12:30 › x\n   Interviewer: and?\nwell"
    assert [line for _, line, _ in read(text)] == ["5 million", "x", "well"]


def test_front_matter_is_no_note_and_a_rule_at_the_start_is_no_front_matter() -> None:
    assert read('---\nsession: "x"\nlevel: "mid"\n---\na') == [(5, "a", ())]
    assert [line for _, line, _ in read("---\nwe cache a lot\n---\nb")] == ["we cache a lot", "b"]


def test_of_a_transcript_only_the_notes_are_read(library: Library) -> None:
    played = Round().told("volume", "how many articles?").remark("probe", text="Why?").note("labels\nblock it").to(1)
    played.note("+ user -> llm", drawn=True).add("hint", 1, point="path", text="And?").end(gate=(2,))
    played.graded(library)
    text = transcript(played.fold(), "Design something\nfor forty agents.", UTC)
    assert all(word in text for word in ("mermaid", "## Grade", "Interviewer", "hint"))
    assert [(line, phases) for _, line, phases in read(text)] == [
        ("how many articles?", ("clarify",)), ("labels", ("clarify",)), ("block it", ("clarify",)),
        ("+ user -> llm", ()),
    ]  # fmt: skip


def test_lines_without_a_word_are_left_out() -> None:
    assert read("\n---\n```\n...\n# clarify\n") == []
