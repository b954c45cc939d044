"""Transcripts of what was said."""

from collections.abc import Sequence

import pytest

from coach.errors import CoachError
from coach.interview.grading import graded_data
from coach.screens import rounds
from coach.screens.speech import ANEW, Speech
from tests.screens.conftest import Sitting
from tests.scripted import ScriptedUi, scripted_app

CUE = "00:00:10,000 --> 00:00:12,000\nWho uses it?\n\n00:01:10,000 --> 00:01:15,000\nThe user goes to the model.\n"


def _add(sitting: Sitting, text: str = CUE, keys: Sequence[str] = ()) -> int:
    sitting.ui = ScriptedUi(sitting.clock, [], keys)
    app = scripted_app(sitting.home, sitting.library, sitting.ui)
    return rounds.grade_round(app, sitting.session.id, Speech.read("talk.srt", text))


def _played(sitting: Sitting) -> None:
    sitting.begin([30.0, "a", 30.0, "/next", 60.0, "b", "/next", "/next", "/next"])


def test_what_was_said_becomes_notes_at_its_time_and_step(sitting: Sitting) -> None:
    _played(sitting)
    _add(sitting)
    notes = [(note.at_s, note.step, note.text, note.said) for note in sitting.session.live_notes]
    assert notes == [
        (12, 0, "Who uses it?", True),
        (30, 0, "a", False),
        (75, 1, "The user goes to the model.", True),
        (120, 1, "b", False),
    ]
    assert "Added from talk.srt: 2 notes, marked as said." in sitting.ui.text
    text = sitting.home.sessions.transcript(sitting.session.id).read_text(encoding="utf-8")
    assert "- **00:12** (said) Who uses it?" in text


def test_the_same_file_is_refused_the_second_time(sitting: Sitting) -> None:
    _played(sitting)
    _add(sitting)
    with pytest.raises(CoachError, match=r"talk.srt was added to .* before"):
        _add(sitting)
    assert len(sitting.session.live_notes) == 4


def test_a_graded_round_is_opened_for_grading_anew(sitting: Sitting) -> None:
    sitting.begin(["/next"] * 4)
    opened = sitting.home.sessions.open(sitting.session.id)
    opened.append(sitting.clock(), "mark", {"point": "path", "mark": "missed"})
    opened.append(
        sitting.clock(), "graded", graded_data(sitting.session, sitting.scenario.value, sitting.library.rubric().value)
    )
    opened.close()
    _add(sitting, keys=["n"])  # as the recording is longer than this round, which took no time
    assert sitting.session.status == "graded"
    _add(sitting, keys=["y", "n"])  # rather not graded anew
    assert sitting.ui.asked[-1] == ANEW
    assert (sitting.session.status, sitting.session.speech) == ("graded", [])
    _add(sitting, keys=["y", "y"])
    assert (sitting.session.status, len(sitting.session.live_notes)) == ("finished", 2)
    assert sitting.session.former_marks


def test_what_was_said_of_a_missed_point_is_offered_when_grading_anew(sitting: Sitting) -> None:
    _played(sitting)
    opened = sitting.home.sessions.open(sitting.session.id)
    opened.append(sitting.clock(), "mark", {"point": "path", "mark": "missed"})
    opened.append(
        sitting.clock(), "graded", graded_data(sitting.session, sitting.scenario.value, sitting.library.rubric().value)
    )
    opened.close()
    _add(sitting, CUE.replace("the model", "the llm"), keys=["y"])
    sitting.grade(["", "", "", "", "l"])
    assert sitting.session.marks["path"].mark == "covered"


def test_a_broken_file_adds_nothing_and_names_its_line(sitting: Sitting) -> None:
    _played(sitting)
    with pytest.raises(CoachError, match=r"talk.srt:6: it ends before it begins") as caught:
        _add(sitting, "1\n00:00:01,000 --> 00:00:02,000\nx\n\n2\n00:00:09,000 --> 00:00:08,000\ny\n")
    assert "nothing was added" in caught.value.hint
    assert "speech" not in sitting.kinds
    assert sitting.ui.asked == []


def test_a_recording_that_ran_on_through_a_pause_is_placed_by_the_time_of_day(sitting: Sitting) -> None:
    sitting.begin([60.0, "a", "/pause"], keys=["q"])
    sitting.clock.forward(600)
    sitting.resume([60.0, "b", *["/next"] * 4], keys=[])
    _add(sitting, "00:11:10,000 --> 00:11:30,000\nAfter the break.\n")
    assert [(note.at_s, note.text) for note in sitting.session.live_notes][1] == (90, "After the break.")
    assert "ran on through the pauses" in " ".join(sitting.ui.text.split())


def test_a_recording_longer_than_the_round_is_added_only_when_meant(sitting: Sitting) -> None:
    _played(sitting)
    text = "01:00:00,000 --> 01:00:02,000\nAnother round.\n"
    assert _add(sitting, text, ["n"]) == 0
    assert "The recording is 1:00:02 long, the round 02:00." in sitting.ui.text
    assert "speech" not in sitting.kinds
    _add(sitting, text, ["y"])
    assert [(note.at_s, note.step) for note in sitting.session.live_notes if note.said] == [(120, 3)]
