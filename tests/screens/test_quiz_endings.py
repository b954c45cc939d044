"""How a sitting ends when it is not the person who ends it: keys, signals, disks, other terminals."""

import errno
import os
from datetime import timedelta
from pathlib import Path

import pytest

from coach.errors import CoachError
from coach.screens.ui import Block, Stopped
from tests.cards import Desk, Editor, flat, plain
from tests.scripted import ScriptedUi


def stopping(why: str) -> Editor:
    """An editor in which the sitting is stopped."""

    def edit(path: Path) -> bool:
        raise Stopped(why)  # type: ignore[arg-type]

    return edit


# stopped


@pytest.mark.parametrize("why", ["interrupt", "end", "hangup"])
@pytest.mark.parametrize("where", ["front", "grade", "edit"])
def test_whatever_stops_a_sitting_every_grade_is_kept_and_the_card_at_hand_comes_again(
    desk: Desk, where: str, why: str
) -> None:
    desk.put("d", *plain("a", "b", "c"))
    stop = Stopped(why)  # type: ignore[arg-type]
    tail = {"front": [stop], "grade": ["", stop], "edit": ["", "e"]}[where]
    with pytest.raises(Stopped) as caught:
        desk.quiz("", "3", *tail, editor=stopping(why))
    assert caught.value.why == why
    assert desk.told == [("d/a", 3, "due")]
    assert "2 cards left of this sitting. `coach quiz` goes on." in flat(desk.ui.text)
    desk.quiz("", "3", "", "3")
    assert [card for card, *_ in desk.told] == ["d/a", "d/b", "d/c"]


def test_a_sitting_that_is_stopped_while_a_leech_is_talked_about_keeps_the_grade(desk: Desk) -> None:
    desk.put("d", *plain("a"))
    desk.graded("d/a", 3, day=-30)
    for back in range(20, 6, -2):
        desk.graded("d/a", 1, day=-back)
    with pytest.raises(Stopped):
        desk.quiz("", "1", Stopped("interrupt"))
    assert desk.told[-1] == ("d/a", 1, "due")
    assert " 1 to repeat: about 1 minute." in desk.quiz("", "3").shown


@pytest.mark.parametrize("error", [OSError(errno.EIO, "gone"), BrokenPipeError(), Stopped("hangup")])
def test_a_terminal_that_is_gone_hears_no_farewell_and_the_end_stays_what_it_was(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    desk.put("d", *plain("a", "b"))

    def gone() -> None:
        def show(self: ScriptedUi, *blocks: Block) -> None:
            raise error

        monkeypatch.setattr(ScriptedUi, "show", show)
        raise Stopped("hangup")

    with pytest.raises(Stopped, match="hangup"):
        desk.quiz("", "3", "", gone)
    assert desk.told == [("d/a", 3, "due")]


# a disk that refuses


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """A disk that is full as soon as something is put into this list."""
    now: list[bool] = []
    real = os.fsync

    def fsync(file: int) -> None:
        if now:
            raise OSError(errno.ENOSPC, "No space left on device")
        real(file)

    monkeypatch.setattr(os, "fsync", fsync)
    return now


def test_a_disk_that_refuses_a_grade_ends_the_sitting_and_keeps_those_before(desk: Desk, full: list[bool]) -> None:
    desk.put("d", *plain("a", "b", "c"))
    with pytest.raises(CoachError, match="the disk is full") as caught:
        desk.quiz("", "3", lambda: full.append(True), "", "3", "", "3")
    assert "The grades of 1 card before it are kept." in caught.value.hint
    assert "2 cards left of this sitting." in flat(desk.ui.text)
    assert "good: back" not in desk.ui.text.rpartition("b?")[2]
    full.clear()
    assert desk.told == [("d/a", 3, "due")]
    desk.quiz("", "3", "", "3")
    assert [card for card, *_ in desk.told] == ["d/a", "d/b", "d/c"]


@pytest.mark.parametrize("key", ["f", "s", "u"])
def test_a_disk_that_refuses_anything_else_is_said_too(desk: Desk, full: list[bool], key: str) -> None:
    desk.put("d", *plain("a", "b"))
    with pytest.raises(CoachError, match="the disk is full"):
        desk.quiz("", "3", "", lambda: full.append(True), key)
    full.clear()
    assert desk.told == [("d/a", 3, "due")]
    assert not desk.progress("d/b").flagged
    assert not desk.progress("d/b").suspended


def test_a_log_that_a_newer_coach_wrote_is_refused_before_any_card(desk: Desk) -> None:
    desk.put("d", *plain("a"))
    log = desk.places.reviews / "bbbbbb.jsonl"
    log.parent.mkdir(parents=True)
    log.write_text('{"coach":"reviews","device":"bbbbbb","version":9}\n')
    with pytest.raises(CoachError, match=r"bbbbbb.jsonl:1: a newer coach wrote this journal") as caught:
        desk.quiz("", "3")
    assert "Upgrade coach" in caught.value.hint
    assert desk.ui.shown == []


# other terminals


def test_a_card_graded_in_another_terminal_meanwhile_is_not_asked_again(desk: Desk) -> None:
    desk.put("d", *plain("a", "b", "c"))
    ui = desk.quiz("", lambda: desk.graded("d/b", 3), "4", "", "4")
    assert "b?" not in ui.text
    assert desk.told == [("d/b", 3, "due"), ("d/a", 4, "due"), ("d/c", 4, "due")]


def test_a_card_failed_in_another_terminal_is_asked_as_one_to_repeat(desk: Desk) -> None:
    desk.put("d", *plain("a", "b"))
    ui = desk.quiz("", lambda: desk.graded("d/b", 1), "4", "", "3")
    assert desk.told[-1] == ("d/b", 3, "repeat")
    assert ui.offered[-1]["3"] == "good"


def test_a_card_suspended_in_another_terminal_is_left_out(desk: Desk) -> None:
    desk.put("d", *plain("a", "b"))
    ui = desk.quiz("", lambda: desk.graded("d/b", 0, kind="suspend"), "4")
    assert "b?" not in ui.text


def test_cramming_asks_a_card_though_it_was_graded_in_another_terminal(desk: Desk) -> None:
    desk.put("d", *plain("a", "b"))
    desk.quiz("", lambda: [desk.graded(f"d/{card}", 3) for card in "ab"], "4", "", "4", names=["d"], cram=True)
    assert [mode for *_, mode in desk.told] == ["due", "due", "cram", "cram"]


def test_a_card_that_stands_in_two_terminals_is_scheduled_by_the_first_grade_and_both_are_kept(desk: Desk) -> None:
    desk.put("d", *plain("a"))
    desk.quiz("", lambda: desk.graded("d/a", 1), "4")
    assert [grade for _, grade, _ in desk.told] == [1, 4]
    assert desk.due("d/a") == desk.today + timedelta(days=1)
    assert desk.progress("d/a").recalled


def test_undo_takes_back_what_was_done_here_and_not_what_another_terminal_did_since(desk: Desk) -> None:
    desk.put("d", *plain("a", "b", "c"))
    desk.quiz("", "4", lambda: desk.graded("d/c", 3), "/undo", "2", "", "3")
    assert sorted(desk.told) == [("d/a", 2, "due"), ("d/b", 3, "due"), ("d/c", 3, "due")]


def test_when_all_that_is_left_was_graded_elsewhere_the_sitting_just_ends(desk: Desk) -> None:
    desk.put("d", *plain("a", "b"))
    ui = desk.quiz(lambda: [desk.graded(f"d/{card}", 3) for card in "b"], "", "3")
    assert "1 card: 1 recalled at the first try." in ui.text
    assert "left of this sitting" not in ui.text
