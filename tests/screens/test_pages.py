"""A page as blocks of a window."""

from coach.language.document import Document, Line, Section
from coach.language.graph import read_mermaid
from coach.screens.pages import page_blocks
from coach.terminal.layout import lines

OPEN = Section("Open", (Line("Who uses this?", spoken=True),), brief=True)
KNOW = Section("Numbers", (Line("7 USD", label="Bill?"), Line("4 GB", label="Memory", note="one node")), brief=True)
LONG = Section("Path", (Line("One request's way."),), diagram=read_mermaid("flowchart LR\na --> b"))


def shown(page: Document, *, tight: bool = False) -> list[str]:
    """The lines of a page at 80 columns."""
    return [
        line
        for block in page_blocks(page, tight=tight)
        for line in lines(block, 80, lambda picture: picture.graph.paths())
    ]


def test_brief_sections_stand_beside_their_heads_in_one_column() -> None:
    assert shown(Document("x", (OPEN, KNOW), without_head=True)) == [
        " Open     “Who uses this?”",
        "",
        " Numbers  Bill? 7 USD",
        "          Memory: 4 GB (one node)",
    ]


def test_a_low_window_gets_no_empty_lines_between_them() -> None:
    assert "" not in shown(Document("x", (OPEN, KNOW), without_head=True), tight=True)


def test_title_lead_long_sections_diagrams_and_foot() -> None:
    page = shown(Document("On x", (OPEN, LONG), lead="Lead.", foot="Foot."))
    assert page[0].startswith("── On x ─")
    assert page[1:] == [
        " Lead.", "", " Open  “Who uses this?”", "", " Path", " - One request's way.", "a -> b", "", " Foot.",
    ]  # fmt: skip


def test_parts_heads_boxes_and_lines_under_lines() -> None:
    ticked = Line("word " * 16, "Rate", boxes=("1", "2"))
    section = Section("Facts", (Line("Search", kind="head"), ticked, Line("Why?", "Else?", kind="under")), part="Tick")
    page = shown(Document("x", (section,), without_head=True))
    assert page[0].startswith("── Tick ─")
    assert page[1:] == [
        "", " Facts", " Search", f" ☐1 ☐2 Rate: {'word ' * 13}".rstrip(), "       word word word", "   Else? Why?",
    ]  # fmt: skip
