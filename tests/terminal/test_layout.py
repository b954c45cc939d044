"""Blocks as lines of text, and the bar."""

from io import StringIO

import pytest

from coach.language.graph import read_mermaid
from coach.screens.ui import Bar, Beside, Block, Gap, Grid, Pairs, Picture, Pictures, Rule, Sides, Table, Text
from coach.terminal.bar import bar_text, draw_bar
from coach.terminal.cells import width_of
from coach.terminal.glyphs import has_unicode, to_ascii
from coach.terminal.layout import lines, table
from coach.terminal.paint import Painter
from coach.terminal.plain import PlainUi

LONG = "a rather long title that no narrow window can show in one line"
BLOCKS: list[Block] = [
    Rule(LONG, "right"),
    Text(f"{LONG} {LONG}", hang=4),
    Beside("✓ 1", LONG, [f"{LONG} {LONG}"]),
    Beside("? 12", LONG, [f"a {LONG}", f"b {LONG}", f"c {LONG}"]),
    Text("- one\n- two two two two two two two two two two two two two two"),
    Pairs([("label", LONG), ("a much longer label than fits", "x"), ("", "more")]),
    Table(("id", "title", "n"), [("a", LONG, "1"), ("bb", "short", "22")], right=(2,)),
    Sides(("then", LONG), ("now", f"{LONG} {LONG}")),
    Gap(),
    Grid(("one", LONG, "three", "four"), [("minutes", [["5 in all"]] * 4), ("row", [[f"12 {LONG}", "   (a b)"]] * 4)]),
    Grid((LONG,), [("", [[f"1 {LONG}"]])]),
]


def _none(picture: Picture) -> list[str]:
    return []


@pytest.mark.parametrize("width", [20, 40, 60, 80, 200])
@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: type(block).__name__)
def test_every_line_fits_the_window(block: Block, width: int) -> None:
    assert all(len(line) <= width for line in lines(block, width, _none))


SIGNS: list[Block] = [
    Rule("a → b", "x … y"),
    Text("level mid → senior · “quoted words” · at ≥ 5 × 3 … " * 4, hang=2),
    Beside("✓ 1", "a → b " * 20, ["c → d " * 20]),
    Pairs([("then → now", "3 → 2 · " * 30)]),
    Table(("points then → now", "what"), [("0/2 → 1/2", "a → b " * 20), ("03:10 → 04:40 of 05:00", "x")]),
    Sides(("then", "“…” " * 30), ("now", "a → b " * 30)),
    Grid(("one → two", "three"), [("row", [["1 a → b " * 9], ["2 “c” …"]])]),
]


@pytest.mark.parametrize("width", [40, 60, 80])
@pytest.mark.parametrize("block", SIGNS, ids=lambda block: type(block).__name__)
def test_every_line_fits_the_window_in_ascii_too(block: Block, width: int) -> None:
    printed, painted = StringIO(), StringIO()
    PlainUi(None, printed, width=width, unicode=False).show(block)
    Painter(unicode=False, colours=False, height=lambda: 24, file=painted, width=width).show(block)
    for told in (printed.getvalue(), painted.getvalue()):
        assert told.isascii()
        assert max(map(len, told.splitlines())) <= width


@pytest.mark.parametrize("width", [20, 40, 80])
def test_no_word_is_lost_in_a_narrow_window(width: int) -> None:
    for block in (Text(LONG), Beside("label", LONG), Pairs([("label", LONG)]), Table(("", ""), [("a", LONG)])):
        assert LONG.replace(" ", "") in "".join(lines(block, width, _none)).replace(" ", "").replace("label", "")


def test_a_note_stands_beside_its_paragraph_and_takes_no_more_lines() -> None:
    shown = lines(Beside("✓ 1", LONG, [LONG]), 80, _none)
    assert shown == [
        " ✓ 1 a rather long title that no narrow window  a rather long title that no",
        "     can show in one line                       narrow window can show in one…",
    ]


def test_several_notes_take_a_line_each() -> None:
    shown = lines(Beside("? 1", "point", ["a one", "b two"]), 80, _none)
    assert [line.split() for line in shown] == [["?", "1", "point", "a", "one"], ["b", "two"]]
    assert shown[0].index("a one") == shown[1].index("b two")


def test_in_a_narrow_window_the_notes_stand_below() -> None:
    assert lines(Beside("? 1", "point", ["a one", LONG]), 40, _none) == [
        " ? 1 point",
        "     a one",
        "     a rather long title that no narr…",
    ]


def test_an_ellipsis_fits_in_ascii_too() -> None:
    block = Beside("✓ 1", LONG, [LONG * 2])
    assert all(len(to_ascii(line)) <= width for width in (40, 72, 80) for line in lines(block, width, _none))


def test_numbers_stand_right_under_their_head() -> None:
    shown = lines(Table(("id", "n"), [("a", "1"), ("b", "22")], right=(1,)), 80, _none)
    assert shown == [" id   n", " a    1", " b   22"]


def test_line_breaks_of_a_note_are_kept() -> None:
    assert lines(Text("a\nb", hang=2), 80, _none) == [" a", "   b"]


def _bar(state: str = "", fraction: float | None = 0.5) -> Bar:
    keys = ["/next", "/undo", "/check", "/help", "^C pause"]
    return Bar("High-level design", fraction, "05:00 left", "10:00 of 45:00", state, keys)  # type: ignore[arg-type]


@pytest.mark.parametrize("columns", [20, 40, 60, 80, 120])
def test_the_bar_fits_and_always_says_what_is_left(columns: int) -> None:
    shown = bar_text(_bar(), columns, 24).plain.split("\n")
    assert all(len(row) <= max(columns, 31) for row in shown)
    assert "05:00 left" in shown[0]
    assert len(shown) <= 2


def test_a_wide_bar_shows_keys_and_total() -> None:
    text = bar_text(_bar(), 100, 24).plain
    assert "10:00 of 45:00" in text
    assert "/next  /undo  /check" in text


def test_a_low_window_gets_one_row() -> None:
    assert "\n" not in bar_text(_bar(), 40, 6).plain


def test_the_bar_turns_yellow_then_red() -> None:
    styles = {state: str(bar_text(_bar(state), 80, 24).spans[0].style) for state in ("", "warn", "over")}
    assert styles == {"": "cyan", "warn": "yellow", "over": "bold red"}


def test_an_untimed_bar_has_no_cells() -> None:
    assert "█" not in bar_text(_bar(fraction=None), 80, 24).plain


def test_without_colours_the_bar_has_none_and_in_ascii_no_blocks() -> None:
    coloured = draw_bar(_bar(), 80, 24, unicode=True, colours=True).value
    bare = draw_bar(_bar(), 80, 24, unicode=False, colours=False).value
    assert "\x1b[36m" in coloured
    assert "\x1b[3" not in bare
    assert bare.isascii()


@pytest.mark.parametrize(
    ("environ", "unicode"),
    [
        ({"LANG": "en_US.UTF-8"}, True),
        ({"LANG": "C.utf8"}, True),
        ({"LANG": "C"}, False),
        ({}, False),
        ({"LC_CTYPE": "C.UTF-8", "LANG": "C"}, False),
        ({"LC_CTYPE": "de_DE.UTF-8", "LANG": "C"}, True),
        ({"LC_ALL": "C", "LANG": "de_DE.UTF-8"}, False),
    ],
)
def test_unicode_signs_only_where_the_locale_promises_them(environ: dict[str, str], unicode: bool) -> None:
    assert has_unicode(environ) is unicode


def test_only_the_coachs_own_signs_become_ascii() -> None:
    assert to_ascii("✓ Größe › 5 …") == "+ Größe > 5 ..."


def test_diagrams_stand_side_by_side_only_where_both_fit() -> None:
    two = Pictures(
        [("Yours", read_mermaid("flowchart LR\n a --> b")), ("Ours", read_mermaid("flowchart LR\n c --> d"))]
    )

    def paths(picture: Picture) -> list[str]:
        return [*picture.graph.paths(), "日本"]

    assert lines(two, 15, paths) == [" Yours", "a -> b", "日本", "", " Ours", "c -> d", "日本"]
    assert lines(two, 16, paths) == [" Yours     Ours", "a -> b    c -> d", "日本      日本"]


def test_a_column_may_be_empty() -> None:
    assert table(("deck", "due", ""), [("mine", "1", ""), ("yours", "2", "")], (1,), 40) == [
        " deck   due", " mine     1", " yours    2",
    ]  # fmt: skip


def test_two_texts_stand_side_by_side_or_below_each_other_under_their_labels() -> None:
    block = Sides(("then", LONG), ("now", "one node\nand a replica"))
    assert lines(block, 80, _none) == [
        "   then  a rather long title that no       now   one node and a replica",
        "         narrow window can show in one",
        "         line",
    ]
    assert lines(block, 60, _none) == [
        "   then  a rather long title that no narrow window can show",
        "         in one line",
        "   now   one node and a replica",
    ]
    japanese = lines(Sides(("then", "設計する" * 9), ("now", "x")), 80, _none)
    assert width_of(japanese[0].split("now")[0]) == lines(block, 80, _none)[0].index("now")


WIDE = Grid(
    [f"format-{n}" for n in range(6)],
    [("minutes", [[f"{n} in all"] for n in range(6)]), ("clarify", [[f" {n} Ask", "10 Ask more"] for n in range(6)])],
)


@pytest.mark.parametrize(
    ("width", "bands"), [(200, [3, 3]), (100, [3, 3]), (80, [3, 3]), (60, [2, 2, 2]), (40, [1] * 6)]
)
def test_a_grid_has_as_many_columns_side_by_side_as_fit(width: int, bands: list[int]) -> None:
    heads = [line.split() for line in lines(WIDE, width, _none) if "format-" in line]
    assert [len(head) for head in heads] == bands
    assert [name for head in heads for name in head] == list(WIDE.heads)


def test_the_entries_of_a_grid_stand_below_their_heads() -> None:
    head, minutes, first, second = lines(WIDE, 80, _none)[:4]
    at = head.index("format-1")
    assert minutes[at : at + 8] == "1 in all"
    assert (first[at:].split()[:2], second[at:].split()[:3]) == (["1", "Ask"], ["10", "Ask", "more"])
    assert lines(WIDE, 80, _none)[4] == ""


def test_letters_two_cells_wide_keep_the_columns() -> None:
    shown = lines(
        Grid(("a", "b"), [("row", [["5 設計する設計する設計する設計する設計する設計する"], ["6 x"]])]), 60, _none
    )
    at = shown[0].index("b")
    assert all(width_of(line) <= 60 for line in shown)
    assert width_of(shown[1].split("6 x")[0]) == at
    assert width_of(lines(Rule("設計する · 1 of 2", "02:09"), 60, _none)[0]) == 60
    assert width_of(lines(Rule("設計する" * 20, "02:09"), 60, _none)[0]) <= 60
    label, other = lines(Pairs([("設計", "one"), ("in all", "two")]), 60, _none)
    assert width_of(label.split("one")[0]) == width_of(other.split("two")[0])
    rows = lines(Table(("title", "n"), [("設計する", "7"), ("x", "11")], right=(1,)), 60, _none)
    assert [width_of(row) for row in rows] == [13, 13, 13]
    assert all(width_of(row) <= 20 for row in lines(Table(("title", "n"), [("設計する" * 9, "7")]), 20, _none))


def test_a_long_title_leaves_room_for_the_time_in_the_bar() -> None:
    bar = Bar(LONG * 2, 0.5, "01:00 left", "01:00 of 02:00", "", ["/next", "/sheet", "/help"])
    for columns in (60, 80):
        assert all(len(line) <= columns for line in bar_text(bar, columns, 24).plain.split("\n"))
        assert "01:00 left" in bar_text(bar, columns, 24).plain
        wide = bar_text(bar._replace(title="設計する" * 9), columns, 24).plain
        assert all(width_of(line) <= columns for line in wide.split("\n"))
