"""The sheet of a round as it is shown: what was told, assumed and scoped so far."""

from coach.interview.sheet import Sheet
from coach.screens.ui import Block, Pairs, Text


def sheet_blocks(sheet: Sheet) -> list[Block]:
    """One row for each kind of thing that there is."""
    scope = [*sheet.inside, *(f"no {piece}" for piece in sheet.outside)]
    rows = [
        ("told", " · ".join(sheet.told)),
        ("assumed", " · ".join(assumed.text for assumed in sheet.assumed)),
        ("scope", " · ".join(scope)),
    ]
    shown = [(name, text) for name, text in rows if text]
    if not shown:
        return [Text("Nothing was told, assumed or scoped so far.", "dim")]
    return [Pairs(shown)]
