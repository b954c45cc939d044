"""A page as data, as Markdown and as HTML."""

import re
from html import escape

import pytest
from markdown_it import MarkdownIt

from coach.language import document_markdown, html_page
from coach.language.document import Document, Line, Section
from coach.language.document_html import document_html as to_html
from coach.language.document_markdown import document_markdown as to_markdown
from coach.language.graph import read_mermaid
from tests.markup import Page

GRAPH = read_mermaid("flowchart LR\nu[user] --> a[api & auth]\na -->|weak| h[human]\na --> l[log]")
PAGE = Document(
    "Before <the> call",
    (
        Section("Open", (Line("Who uses this?", spoken=True),), brief=True),
        Section("Ask", (Line("users"), Line("latency, cost")), brief=True),
        Section("Know", (Line("7,920 USD", label="Bill a month?"), Line("*4* GB", note="in_memory")), brief=True),
        Section("Path", (Line("One request's way."),), diagram=GRAPH),
    ),
    lead="Read it | now",
    foot="The end",
)


LONG = Document(
    "Sheet",
    (
        Section(
            "Facts, all", (Line("Daily.", "How often", boxes=("",)), Line("Why?", "Else?", spoken=True, kind="under"))
        ),
        Section("Grades", (Line("Search", kind="head"), Line("I did.", boxes=("1", "2"))), part="Tick"),
    ),
)


@pytest.mark.parametrize("page", [PAGE, LONG, Document("x", ()), Document("x", (Section("y"),), without_head=True)])
def test_a_page_comes_back_from_its_data(page: Document) -> None:
    assert Document.of(page.data()) == page


def test_phrases_run_on_and_sentences_and_labelled_lines_do_not() -> None:
    assert [section.run_on for section in PAGE.sections] == ["“Who uses this?”", "users; latency, cost", "", ""]
    assert Section("x", (Line("a b"), Line("c")), brief=True).run_on == "a b, c"
    assert Section("x", (Line("7 USD", "A month?"),), brief=True).run_on == ""
    assert Section("x", (Line("One."), Line("Two.")), brief=True).run_on == ""


def test_markdown_reads_as_it_was_meant() -> None:
    text = to_markdown(PAGE)
    assert text.startswith(document_markdown.MARK)
    assert "```mermaid\n" + GRAPH.mermaid() + "\n```" in text
    html = MarkdownIt().render(text)
    assert "<h1>Before &lt;the&gt; call</h1>" in html
    assert "<strong>Bill a month?</strong> 7,920 USD" in html
    assert "*4* GB <em>in_memory</em>" in html
    assert re.findall(r"<h2>(.*)</h2>", html) == ["Open", "Ask", "Know", "Path"]


@pytest.mark.parametrize(
    "text",
    [
        "# h",
        "- x",
        "+ x",
        "1. x",
        "12) x",
        "&amp; &#60;",
        "~~x~~",
        "---",
        "3.93 GB",
        "<b>x</b>",
        "[a](b)",
        "-5 % & R&D",
    ],
)
def test_a_text_says_in_markdown_what_it_says(text: str) -> None:
    written = to_markdown(Document("x", (Section("y", (Line(text),)),)))
    assert f"<li>{escape(text, quote=False)}</li>" in MarkdownIt().enable("strikethrough").render(written)


def test_html_is_one_well_formed_file_without_script_and_network() -> None:
    text = to_html(PAGE)
    page = Page(text)
    assert text.startswith(html_page.MARK)
    assert page.open == []
    assert {tag for tag, _ in page.tags}.isdisjoint({"script", "link", "img", "iframe", "object", "form"})
    assert not any(name in ("src", "href") or name.startswith("on") for _, given in page.tags for name in given)
    assert not re.search(r"url\(|@import|https?:", text)
    assert ("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}) in page.tags
    for words in ("Before <the> call", "“Who uses this?”", "users; latency, cost", "Read it | now", "The end"):
        assert words in page.words


def test_a_diagram_is_rows_of_boxes_with_the_labels_on_its_arrows() -> None:
    page = Page(to_html(PAGE)).words
    assert "user → api & auth → log" in page
    assert "api & auth → weak human" in page


def test_the_more_a_page_holds_the_smaller_it_is_printed() -> None:
    sizes = []
    for words in (50, 600, 1000):
        page = Document("x", (Section("y", tuple(Line("word") for _ in range(words))),))
        sizes.append(float(re.findall(r"font-size: ([\d.]+)pt", to_html(page))[0]))
    assert sizes == sorted(sizes, reverse=True)
    assert len(set(sizes)) == 3


def test_markdown_has_parts_heads_boxes_and_lines_under_lines() -> None:
    assert to_markdown(LONG).removeprefix(document_markdown.MARK) == (
        "# Sheet\n\n### Facts, all\n\n- ☐ **How often** Daily.\n  - **Else?** “Why?”\n\n"
        "## Tick\n\n### Grades\n\n#### Search\n\n- ☐1 ☐2 I did.\n"
    )


def test_html_has_parts_with_links_and_boxes_to_tap() -> None:
    page = Page(to_html(LONG))
    assert page.open == []
    assert [given["href"] for tag, given in page.tags if tag == "a"] == ["#s0", "#s1"]
    assert {given["id"] for tag, given in page.tags if tag == "section"} == {"s0", "s1"}
    inputs = [(given["type"], given.get("name")) for tag, given in page.tags if tag == "input"]
    assert inputs == [("checkbox", None), ("radio", "s1-1"), ("radio", "s1-1")]
    assert [tag for tag, _ in page.tags if tag in ("h1", "h2", "h3")] == ["h1", "h2", "h2", "h2", "h3"]
    assert "<ul><li><b>Else?</b> “Why?”</li></ul></li>" in to_html(LONG)
