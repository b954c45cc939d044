"""A page of which every line is ticked."""

import pytest

from coach.language.document import Document, Line, Section
from coach.screens.ticking import Ticking, tick_by_line
from coach.screens.ui import Stopped, Text
from tests.conftest import Clock
from tests.scripted import ScriptedUi

PAGE = Document("x", (Section("Ask", (Line("users"), Line("cost"))), Section("Close", (Line("rollout"),))))


def shown(board: Ticking) -> list[str]:
    """The lines of a board."""
    return [block.text for block in board.blocks(tight=False) if isinstance(block, Text)]


def test_a_tick_goes_on_to_the_next_open_line_and_again_takes_it_back() -> None:
    board = Ticking(PAGE)
    assert shown(board) == ["Ask", "› [ ] users", "[ ] cost", "Close", "[ ] rollout"]
    assert not board.press("space")
    assert shown(board) == ["Ask", "[x] users", "› [ ] cost", "Close", "[ ] rollout"]
    board.press("up")
    board.press("enter")
    assert shown(board)[1:3] == ["› [ ] users", "[ ] cost"]


def test_it_comes_back_to_what_was_passed_over_and_ends_when_all_is_ticked() -> None:
    board = Ticking(PAGE)
    for key in ("down", "space", "space"):
        board.press(key)
    assert board.left == ["users"]
    assert shown(board)[1] == "› [ ] users"
    board.press("space")
    assert board.left == []
    assert board.keys == ("3 of 3", "q leaves")


@pytest.mark.parametrize(("keys", "at"), [("G", 4), ("Gj", 4), ("Gg", 1), ("k", 1), ("jj", 4), ("jk", 1)])
def test_the_line_at_hand_stays_on_the_page_and_is_the_block_to_keep_in_sight(keys: str, at: int) -> None:
    board = Ticking(PAGE)
    for key in keys:
        board.press(key)
    assert board.focus == at
    assert shown(board)[at].startswith("› ")


def test_only_leaving_leaves() -> None:
    board = Ticking(PAGE)
    assert [key for key in ("space", "x", "z", "", "escape", "q") if board.press(key)] == ["escape", "q"]


def test_line_by_line_it_ends_with_what_is_not_done(clock: Clock) -> None:
    ui = ScriptedUi(clock, [], ["", "-", ""], plain=True)
    tick_by_line(ui, PAGE)
    assert ui.text.splitlines()[-3:] == [" Not yet:", " - cost", " Next: `coach`."]


def test_line_by_line_all_done_and_left_early(clock: Clock) -> None:
    ui = ScriptedUi(clock, [], ["", "", ""], plain=True)
    tick_by_line(ui, PAGE)
    assert ui.text.splitlines()[-2:] == [" All done.", " Next: `coach`."]
    ui = ScriptedUi(clock, [], ["q"], plain=True)
    tick_by_line(ui, PAGE)
    assert ui.text.splitlines() == [" Ask", "users", " Next: `coach`."]
    with pytest.raises(Stopped):
        tick_by_line(ScriptedUi(clock, [], [Stopped("end")], plain=True), PAGE)
