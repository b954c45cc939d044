"""Text that says in Markdown what it says outside of it."""

import pytest
from markdown_it import MarkdownIt

from coach.language.markdown_text import block, cell, inline, item
from tests.markup import Page

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def _read(text: str) -> Page:
    return Page(READER.render(text))


@pytest.mark.parametrize(
    "text",
    [
        "p95 < 2 s, a -> b ~40 ms", "docs_v2 costs $6", "+ user -> llm", "[x] done", "2 / 3 (why?)", "a: b", "-5 %",
        "50k/day & more", "what's that, “it”?",
    ],
)  # fmt: skip
def test_what_means_nothing_in_markdown_is_left_as_it_is(text: str) -> None:
    assert inline(text) == text
    assert _read(f"x {text}").said == f"x {text}"


@pytest.mark.parametrize(
    "text",
    [
        "# h", "- x", "+ x", "* x", "1. x", "123) x", "> x", "| a | b", "===", "---", "- - -", "~~~", "```", "[a]: b",
        "[ ] todo", "      x", ":-- | --:", "<div>", "<!-- x", "&amp;", "a\\", "__x__", "_x_", "*x*", "~x~", "![a][b]",
        "[a](b)", "<b@c.de>", "#", "1.",
    ],
)  # fmt: skip
def test_a_line_says_what_it_says(text: str) -> None:
    for before in ("", "word\n", "word | word\n"):
        page = _read(before + block(text))
        assert page.said == " ".join(f"{before}{text}".split())
        assert {tag for tag, _ in page.tags} == {"p"}


def test_the_lines_of_an_item_stay_in_it() -> None:
    text = "- at " + item("- a\n# b\n\nc", "  ") + "\n- d"
    page = _read(text)
    assert [tag for tag, _ in page.tags].count("li") == 2
    assert {tag for tag, _ in page.tags} == {"ul", "li", "p"}
    assert page.said == "at - a # b c d"


def test_a_cell_is_one_cell() -> None:
    page = _read(f"| a | b |\n|---|---|\n| {cell('x | *y*')} | z |")
    assert [tag for tag, _ in page.tags].count("td") == 2
    assert "x | *y*" in page.words
