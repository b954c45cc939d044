"""The sheet as it is shown."""

from coach.interview.sheet import Assumed, Sheet
from coach.screens.sheet import sheet_blocks
from coach.screens.ui import Pairs, Text


def test_each_kind_has_a_row() -> None:
    sheet = Sheet(
        ("120k articles", "wrong $40"), (Assumed(3, "aws"), Assumed(3, "english only")), ("docs only",), ("refunds",)
    )
    assert sheet_blocks(sheet) == [
        Pairs(
            [
                ("told", "120k articles · wrong $40"),
                ("assumed", "aws · english only"),
                ("scope", "docs only · no refunds"),
            ]
        )
    ]


def test_an_empty_sheet_says_so() -> None:
    assert sheet_blocks(Sheet((), (), (), ())) == [Text("Nothing was told, assumed or scoped so far.", "dim")]
