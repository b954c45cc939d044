"""Questions and answers in Markdown."""

import pytest

from coach.content.incoming.markdown import read_markdown


def pairs(text: str) -> list[tuple[str, str]]:
    """The front and back of each card."""
    return [(row.fields["front"], row.fields["back"]) for row in read_markdown(text).rows]


@pytest.mark.parametrize(
    "text",
    [
        "Q: What?\nA: That.\n",
        "**Q:** What?\n**A:** That.\n",
        "**Q**: What?\n\n**A**: That.\n\n",
        "**Q: What?**\nA: That.\n",
        "- Q: What?\n  A: That.\n",
        "1. Question: What?\n   Answer: That.\n---\n",
        "Q1: What?\nA1: That.\n",
        "Q:\nWhat?\nA:\n\nThat.\n",
        "What? :: That.\n",
        "* What?  ::  That.\n",
        "# Title\n\n## What?\n\nThat.\n\n---\n",
        "## What? ##\nThat.",
        "# What?\nThat.",
        "---\ntitle: x\nQ: no\n---\n# T\nintro\n### What?\nThat.\n",
        "## Section\n### What?\nThat.",
    ],
)
def test_each_way_to_write_a_card(text: str) -> None:
    assert pairs(text) == [("What?", "That.")]


def test_questions_and_answers_may_have_many_lines() -> None:
    text = "Q: What\nis it?\nA: A thing:\n  - one\n  - two\n\n  more\nQ: And?\nA: A: yes\nA: no\n"
    assert pairs(text) == [("What\nis it?", "A thing:\n- one\n- two\n\nmore"), ("And?", "A: yes\nA: no")]


def test_code_is_part_of_the_answer_whatever_stands_in_it() -> None:
    code = "```yaml\n## no heading\nQ: no question\nA: no answer\na :: b\n---\n```"
    assert pairs(f"## What?\n{code}\n\n~~~\n# x\n") == [("What?", f"{code}\n\n~~~\n# x")]
    assert pairs(f"Q: What?\nA: So:\n{code}\n") == [("What?", f"So:\n{code}")]
    assert pairs("    Q: no\n    A: no\n") == []


def test_headings_below_a_question_are_part_of_its_answer() -> None:
    text = "# T\n## One?\na\n### Detail\nb\n## Two?\nc\n"
    assert pairs(text) == [("One?", "a\n### Detail\nb"), ("Two?", "c")]


def test_all_ways_in_one_file_come_in_its_order() -> None:
    text = "# T\nintro\n\na :: b\n- c :: d\n  more\n\n## E?\nf\n\ng :: h\n\nQ: i\nA: j\n## K?\nl\n"
    assert pairs(text) == [("a", "b"), ("c", "d\nmore"), ("E?", "f"), ("g", "h"), ("i", "j"), ("K?", "l")]
    assert [row.line for row in read_markdown(text).rows] == [4, 5, 8, 11, 13, 15]


def test_two_colons_in_a_sentence_or_in_code_are_no_card() -> None:
    assert pairs("## Which?\nUse std::vector or a :: b\nas you like\n") == [
        ("Which?", "Use std::vector or a :: b\nas you like")
    ]
    assert pairs("`f :: Int` is a type\n") == []
    assert pairs("a::b\n") == []


def test_what_looks_like_a_card_and_is_none_is_named() -> None:
    text = "Q: Nothing?\n\nQ: And?\nA: Yes.\n## Empty\n## Full\nx\n\n# Other\ntext\na :: b\n"
    sheet = read_markdown(text)
    assert pairs(text) == [("And?", "Yes."), ("Full", "x")]
    assert sheet.left_out == [
        (1, "a question without a line that begins with A:"),
        (5, "a heading without a text below"),
        (11, "a line with :: among others; put empty lines around it"),
    ]


@pytest.mark.parametrize("piece", [">", "- ", "[", "a `", ":: ", "*", "#", "## a\n", "a :: b\n", "Q: \n", "```\n", "|"])
def test_hostile_markdown_takes_no_longer_than_its_size(piece: str) -> None:
    read_markdown(piece * 20_000)  # the time limit of the test is the measure
