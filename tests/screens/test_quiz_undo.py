"""Taking back, to any depth: what was done in this sitting, then what was done in earlier ones."""

from datetime import timedelta

import pytest

from coach.recall.log import UNDO
from tests.cards import TODAY, Desk, flat, plain


def undos(desk: Desk) -> int:
    """How often something was taken back, by the log itself."""
    lines = [line for path in desk.home.reviews.paths() for line in path.read_text().splitlines()]
    return sum(f'"kind":"{UNDO}"' in line for line in lines)


@pytest.mark.parametrize("script", [("/undo", "2", "", "3"), ("/u", "2", "", "3"), ("", "u", "2", "3")])
def test_the_last_grade_is_taken_back_and_given_anew_with_the_back_in_sight(
    desk: Desk, script: tuple[str, ...]
) -> None:
    desk.put("d", *plain("a", "b"))
    ui = desk.quiz("", "4", *script)
    assert "Taken back: easy for “a?”." in ui.text
    assert desk.told == [("d/a", 2, "due"), ("d/b", 3, "due")]
    assert ui.shown.count(" The a.") == 2
    assert "2 cards: 2 recalled at the first try." in ui.text


def test_a_card_that_was_turned_stays_turned_while_the_one_before_it_is_graded_anew(desk: Desk) -> None:
    desk.put("d", *plain("a", "b"))
    ui = desk.quiz("", "4", "", "u", "2", "3")  # b is not asked for an answer again
    assert desk.told == [("d/a", 2, "due"), ("d/b", 3, "due")]
    assert len(ui.prompts) == 2


def test_an_again_is_taken_back_and_the_card_does_not_come_twice(desk: Desk) -> None:
    desk.put("d", *plain("a", "b", "c"))
    ui = desk.quiz("", "1", "/undo", "3", "", "3", "", "3")
    assert [card for card, *_ in desk.told] == ["d/a", "d/b", "d/c"]
    assert "3 cards: 3 recalled at the first try." in ui.text
    assert not desk.progress("d/a").lapses


def test_the_second_grade_of_a_card_is_taken_back_before_its_first(desk: Desk) -> None:
    desk.put("d", *plain("a"))
    ui = desk.quiz("", "1", "", "u", "3")
    assert desk.told == [("d/a", 3, "due")]
    assert desk.due("d/a") == TODAY + timedelta(days=2)
    assert "1 card: 1 recalled at the first try." in ui.text


def test_what_was_taken_back_and_given_anew_can_be_taken_back_again(desk: Desk) -> None:
    desk.put("d", *plain("a", "b"))
    desk.quiz("", "4", "", "u", "2", "u", "3", "u", "1", "3", "", "3")
    assert undos(desk) == 3
    assert desk.told == [("d/a", 1, "due"), ("d/b", 3, "due"), ("d/a", 3, "repeat")]


def test_taking_back_goes_on_into_earlier_sittings_down_to_the_first_grade_of_all(desk: Desk) -> None:
    desk.put("d", *plain("a", "b", "c"))
    desk.quiz("", "3", "", "4", "/quit")
    desk.later(1)
    desk.quiz("", "3")
    desk.later(1)
    desk.put("e", *plain("z"))
    ui = desk.quiz("/undo", "y", "u", "y", "u", "y", "u", "q", names=["e"])
    assert "Taken back: good on 22 November for “c?”." in ui.text
    assert "Taken back: easy on 21 November for “b?”." in ui.text
    assert "Taken back: good on 21 November for “a?”." in ui.text
    assert "There is nothing to take back." in ui.text
    assert desk.told == []
    assert {desk.progress(f"d/{card}").memory for card in "abc"} == {None}


def test_a_grade_of_an_earlier_sitting_is_given_anew_though_its_deck_was_not_asked_for(desk: Desk) -> None:
    desk.put("d", *plain("a"))
    desk.put("e", *plain("z"))
    desk.quiz("", "4", names=["d"])
    ui = desk.quiz("/undo", "y", "2", "", "3", names=["e"])
    assert desk.told == [("d/a", 2, "due"), ("e/z", 3, "due")]
    assert "On d · recall" in ui.text


def test_what_another_device_did_last_is_taken_back_too(desk: Desk) -> None:
    desk.put("d", *plain("a", "b"))
    log = desk.places.reviews / "bbbbbb.jsonl"
    log.parent.mkdir(parents=True)
    log.write_text(
        '{"coach":"reviews","device":"bbbbbb","version":1}\n'
        '{"n":1,"at":"2026-11-20T10:00:00.000Z","day":"2026-11-20","card":"d/a","grade":4,"mode":"due","seconds":2.0}\n'
    )
    desk.quiz("/undo", "y", "q")
    assert desk.told == []
    assert log.read_text().count("\n") == 2  # that device's own file is left as it is


def test_a_grade_of_an_earlier_sitting_stays_unless_that_is_wanted(desk: Desk) -> None:
    desk.put("d", *plain("a", "b"))
    desk.quiz("", "4", "/quit")
    ui = desk.quiz("/undo", "", "", "3")
    assert "Of an earlier sitting: easy for “a?”." in ui.text
    assert desk.told == [("d/a", 4, "due"), ("d/b", 3, "due")]


# flags and suspending


def test_a_flag_is_taken_back_and_the_card_at_hand_stays(desk: Desk) -> None:
    desk.put("d", *plain("a"))
    ui = desk.quiz("/flag", "/undo", "", "f", "u", "3")
    assert ui.text.count("Taken back: “a?” was flagged.") == 2
    assert not desk.progress("d/a").flagged
    assert desk.told == [("d/a", 3, "due")]
    assert len(ui.prompts) == 3


def test_a_suspended_card_comes_back_at_once_when_that_is_taken_back(desk: Desk) -> None:
    desk.put("d", *plain("a", "b"))
    ui = desk.quiz("", "s", "/undo", "", "3", "", "4")
    assert "Taken back: “a?” was suspended." in ui.text
    assert desk.told == [("d/a", 3, "due"), ("d/b", 4, "due")]
    assert not desk.progress("d/a").suspended


def test_bringing_back_is_taken_back_in_a_later_sitting(desk: Desk) -> None:
    desk.put("d", *plain("a", "b"))
    desk.quiz("/suspend", "/quit")
    desk.quiz("/suspend", names=["suspended"])
    ui = desk.quiz("", "u", "y", "", "3")
    assert "Taken back: “a?” was brought back." in ui.text
    assert desk.progress("d/a").suspended
    assert desk.told == [("d/b", 3, "due")]


# cards that changed their place since


def test_the_grade_of_a_card_whose_deck_is_gone_is_taken_back_and_the_card_at_hand_stays(desk: Desk) -> None:
    gone = desk.put("gone", *plain("a"))
    desk.put("d", *plain("z"))
    desk.quiz("", "3", names=["gone"])
    gone.unlink()
    ui = desk.quiz("", "u", "y", "3")
    assert "Taken back: good for gone/a." in ui.text
    assert desk.told == [("d/z", 3, "due")]


def test_the_grade_of_a_renamed_card_is_taken_back_under_its_new_name(desk: Desk) -> None:
    desk.put("old", *plain("a"))
    desk.quiz("", "4", names=["old"])
    (desk.places.home / "decks" / "old.yaml").unlink()
    desk.put("new", "{id: b, was: [a], kind: recall, front: Renamed, back: The b.}", more="was: [old]\n")
    desk.put("z", *plain("z"))
    ui = desk.quiz("/undo", "y", "2", "", "3", names=["z"])
    assert "Taken back: easy for “Renamed”." in ui.text
    assert desk.told == [("new/b", 2, "due"), ("z/z", 3, "due")]


# cramming


def test_a_grade_that_schedules_is_given_anew_as_one_that_schedules_also_while_cramming(desk: Desk) -> None:
    desk.put("d", *plain("a", "b"))
    desk.quiz("", "4", "/quit")
    desk.quiz("/undo", "y", "2", "", "3", names=["d"], cram=True, limit=1)
    assert ("d/a", 2, "due") in desk.told
    assert desk.due("d/a") == TODAY + timedelta(days=1)


def test_a_crammed_grade_is_given_anew_as_a_crammed_one(desk: Desk) -> None:
    desk.put("d", *plain("a", "b"))
    desk.quiz("", "4", "/quit", cram=True, names=["d"])
    (crammed,) = [card for card, *_ in desk.told]
    ui = desk.quiz("/undo", "y", "1", "/quit")
    assert desk.told == [(crammed, 1, "cram")]
    assert ui.offered[1]["3"] == "good"
    assert desk.progress(crammed).memory is None


def test_each_undo_says_in_plain_words_what_it_took(desk: Desk) -> None:
    desk.put("d", "{id: a, kind: recall, front: A front that goes on and on and on and on until it is cut, back: b}")
    ui = desk.quiz("", "1", "/undo", "3")
    assert "Taken back: again for “A front that goes on and on and on and on until i…”." in flat(ui.text)


def test_the_last_grade_of_a_day_can_be_taken_back_as_the_quiz_says_when_nothing_is_due(desk: Desk) -> None:
    desk.put("d", *plain("a"))
    desk.quiz("", "4")
    assert "`--cram` goes through cards without scheduling them, and undo there takes back the last grade." in flat(
        desk.quiz().text
    )
    desk.quiz("/undo", "y", "1", "", "3", cram=True)
    assert desk.told == [("d/a", 1, "due"), ("d/a", 3, "repeat")]
