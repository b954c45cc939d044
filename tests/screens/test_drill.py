"""The loop of a drill."""

import pytest

from coach.screens.ui import Stopped
from tests.screens.conftest import Sitting

THROUGH = ["/next", "/next", "/next", "/next"]


def test_a_round_goes_through_its_steps_and_ends(sitting: Sitting) -> None:
    assert sitting.begin(["a", "/next", "b", "/next", "/next", "c", "/next"]) == 0
    session = sitting.session
    assert session.status == "finished"
    assert [(note.text, note.step) for note in session.live_notes] == [("a", 0), ("b", 1), ("c", 3)]


def test_each_note_carries_the_time_on_the_drills_clock(sitting: Sitting) -> None:
    sitting.begin([34.0, "a", 95.0, "b", *THROUGH])
    assert [note.at_s for note in sitting.session.live_notes] == [34, 129]


def test_the_first_key_of_a_note_is_kept(sitting: Sitting) -> None:
    sitting.begin([30.0, "a", *THROUGH])
    assert sitting.session.notes[1].began_s == 30


def test_back_returns_to_the_step_before_and_next_goes_on(sitting: Sitting) -> None:
    sitting.begin(["/back", "/next", "/back", "a", *THROUGH])
    assert "This is the first step." in sitting.ui.text
    assert sitting.session.notes[1].step == 0


def test_an_unknown_command_is_no_note_and_goes_back_to_the_prompt(sitting: Sitting) -> None:
    sitting.begin(["/etc/hosts is mounted", *THROUGH])
    assert sitting.texts == []
    assert sitting.ui.restored[1] == "/etc/hosts is mounted"
    assert "There is no command /etc/hosts." in sitting.ui.text


def test_an_ambiguous_command_names_what_it_could_be(sitting: Sitting) -> None:
    sitting.begin(["/qu", *THROUGH])
    assert "/qu could be /question, /quit." in sitting.ui.text


def test_empty_lines_are_no_notes(sitting: Sitting) -> None:
    sitting.begin(["", "   ", *THROUGH])
    assert sitting.texts == []


def test_undo_takes_back_the_last_note_or_tick(sitting: Sitting) -> None:
    sitting.begin(["a", "b", "/check 1", "/undo", "/undo", *THROUGH])
    assert sitting.texts == ["a"]
    assert sitting.session.ticks == []
    assert "Taken back: 00:00 b" in sitting.ui.text


def test_undo_with_nothing_to_take_back_says_so(sitting: Sitting) -> None:
    sitting.begin(["/undo", *THROUGH])
    assert "Nothing to take back." in sitting.ui.text


def test_the_checklist_is_ticked_by_hand(sitting: Sitting) -> None:
    sitting.begin(["/check", "/check 1, 3", "/check 1", "/check 99", *THROUGH])
    assert len(sitting.session.ticked(0)) == 1
    assert "99 is none" in sitting.ui.text


def test_a_hint_is_kept_as_help_received(sitting: Sitting) -> None:
    sitting.begin(["/hint", "/hint", *THROUGH])
    assert [hint.point for hint in sitting.session.hints] == ["asks-rate"]
    assert "What about tomorrow?" in sitting.ui.text
    assert "No hint is left for this step." in sitting.ui.text


def test_a_mock_has_no_aids(sitting: Sitting) -> None:
    sitting.begin(["/hint", "/check", *THROUGH], mock=True)
    assert "A mock has no /hint." in sitting.ui.text
    assert "A mock has no /check." in sitting.ui.text
    assert "To open with" not in sitting.ui.text
    assert sitting.session.hints == []


def test_where_no_editor_can_be_started_nothing_is_left_behind(sitting: Sitting) -> None:
    sitting.begin(["first", "/edit", *THROUGH], edited="NONE")
    assert sitting.texts == ["first"]
    assert not sitting.home.sessions.editing(sitting.session.id).exists()
    assert "set $EDITOR" in sitting.ui.text


def test_a_directory_in_the_way_of_the_editor_does_not_end_the_drill(sitting: Sitting) -> None:
    sitting.begin(["first", Stopped("end")])
    sitting.home.sessions.editing(sitting.session.id).mkdir()
    sitting.resume(["/edit", "second", *THROUGH], keys=["l"])
    assert sitting.texts == ["first", "second"]
    assert "a directory is in the way" in " ".join(sitting.ui.text.split())


def test_a_note_that_was_not_changed_is_said_to_be_so(sitting: Sitting) -> None:
    sitting.begin(["first", "/edit", *THROUGH], edited="first")
    assert "Note 1 was not changed." in sitting.ui.text


def test_a_note_is_edited_by_its_number(sitting: Sitting) -> None:
    sitting.begin(["first", "second", "/edit 1", *THROUGH], edited="mended")
    assert sitting.texts == ["mended", "second"]


def test_without_a_number_the_last_note_is_edited(sitting: Sitting) -> None:
    sitting.begin(["first", "second", "/edit", *THROUGH], edited="mended")
    assert sitting.texts == ["first", "mended"]


def test_an_editor_that_fails_changes_nothing_and_keeps_what_was_typed(sitting: Sitting) -> None:
    sitting.begin(["first", "/edit", *THROUGH])
    assert sitting.texts == ["first"]
    path = sitting.home.sessions.editing(sitting.session.id)
    assert path.read_text(encoding="utf-8") == "first\n"
    assert "as it was" in sitting.ui.text


@pytest.mark.parametrize("line", ["/edit 9", "/edit x"])
def test_a_note_that_is_not_there_cannot_be_edited(sitting: Sitting, line: str) -> None:
    sitting.begin(["first", line, *THROUGH])
    assert "There is no note" in sitting.ui.text


def test_question_time_list_and_help_show_what_they_say(sitting: Sitting) -> None:
    sitting.begin([60.0, "a note", "/question", "/time", "/list", "/help", *THROUGH])
    for words in ("Design something small.", "01:00 of 05:00", "1 01:00  a note", "/undo"):
        assert words in sitting.ui.text
    assert "A beginning is enough" in sitting.ui.text


def test_a_pause_stops_the_clock(sitting: Sitting) -> None:
    sitting.begin([10.0, "/pause", 5.0, "a", *THROUGH], keys=[""])
    assert sitting.session.notes[1].at_s == 15
    assert sitting.kinds[1:3] == ["pause", "resume"]


def test_leaving_from_a_pause_saves_and_says_how_to_come_back(sitting: Sitting) -> None:
    assert sitting.begin([10.0, "a", "/pause"], keys=["q"]) == 0
    assert sitting.session.status == "paused"
    assert "`coach resume` goes on" in sitting.ui.text


@pytest.mark.parametrize(("key", "status"), [("p", "paused"), ("a", "abandoned")])
def test_quit_pauses_or_abandons(sitting: Sitting, key: str, status: str) -> None:
    assert sitting.begin(["a", "/quit"], keys=[key]) == 0
    assert sitting.session.status == status
    assert sitting.texts == ["a"]


def test_quit_can_be_thought_better_of(sitting: Sitting) -> None:
    sitting.begin(["/quit", "a", *THROUGH], keys=[""])
    assert sitting.texts == ["a"]


@pytest.mark.parametrize(("why", "code"), [("interrupt", 130), ("hangup", 130), ("end", 0)])
def test_a_stop_from_outside_pauses_and_saves(sitting: Sitting, why: str, code: int) -> None:
    assert sitting.begin(["a", Stopped(why)]) == code  # type: ignore[arg-type]
    assert sitting.session.status == "paused"
    assert sitting.texts == ["a"]


def test_the_bell_rings_once_at_zero_and_nobody_is_cut_off(sitting: Sitting) -> None:
    sitting.begin([290.0, "a", 30.0, "b", 60.0, "c", *THROUGH])
    assert sitting.ui.bells == 1
    assert sitting.ui.text.count("Time is up for Clarify") == 1
    assert [note.step for note in sitting.session.live_notes] == [0, 0, 0]


def test_a_strict_step_changes_by_itself_at_zero(sitting: Sitting) -> None:
    sitting.begin([305.0, "b", *THROUGH[1:]], strict=True)
    assert [(note.text, note.step) for note in sitting.session.live_notes] == [("b", 1)]
    assert sitting.session.used[0] == 300


def test_a_strict_round_ends_by_itself(sitting: Sitting) -> None:
    sitting.begin([400.0] * 4 + [900.0] * 4, strict=True)
    assert sitting.session.status == "finished"
    assert sum(sitting.session.used) == 2700 + 60
    assert "That's our time. One last sentence?" in sitting.ui.text


def test_an_untimed_round_has_no_zero(sitting: Sitting) -> None:
    sitting.begin([4000.0, "a", *THROUGH], untimed=True)
    assert sitting.ui.bells == 0
    assert sitting.session.notes[1].at_s == 4000


def test_a_running_drill_writes_a_sign_of_life_every_half_minute(sitting: Sitting) -> None:
    sitting.begin([100.0, *THROUGH])
    events = sitting.home.sessions.events(sitting.session.id)
    assert [event.kind for event in events].count("alive") == 3


def test_aloud_asks_for_headlines_with_the_clock_stopped(sitting: Sitting) -> None:
    sitting.begin([30.0, *THROUGH], keys=["I said users", "and scale", "", "", "", ""], aloud=True)
    said = [note for note in sitting.session.live_notes if note.said]
    assert [(note.text, note.step) for note in said] == [("I said users", 0), ("and scale", 0)]
    assert sitting.session.clock() == 30


def test_aloud_takes_at_most_five_headlines(sitting: Sitting) -> None:
    sitting.begin(THROUGH, keys=["1", "2", "3", "4", "5", "", "", ""], aloud=True)
    assert len(sitting.texts) == 5


@pytest.mark.parametrize("minutes", [None, 20])
def test_a_phrase_that_names_minutes_is_for_a_step_of_its_own_length(sitting: Sitting, minutes: int | None) -> None:
    sitting.begin(THROUGH, minutes=minutes)
    assert ("Give me five minutes" in sitting.ui.text) is (minutes is None)
    assert "I'll draw the way of one request first" in sitting.ui.text


@pytest.mark.parametrize("plain", [True, False])
def test_only_those_who_see_no_bar_are_told_of_half_time(sitting: Sitting, plain: bool) -> None:
    sitting.begin([299.0, *THROUGH], plain=plain)
    assert ("Half-time in Clarify." in sitting.ui.text) is plain
    assert ("Two minutes left in Clarify." in sitting.ui.text) is plain
