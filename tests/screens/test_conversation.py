"""The interviewer in a drill."""

from coach.interview.entries import CLOSING
from coach.screens.ui import Stopped
from tests.screens.conftest import Sitting

ON = "/next"
THROUGH = [ON, ON, ON, ON]


def said(sitting: Sitting) -> list[str]:
    return [entry.what for entry in sitting.session.said]


def test_a_question_is_a_note_and_gets_its_answer(sitting: Sitting) -> None:
    sitting.begin(["how often does it change?", *THROUGH])
    assert sitting.texts == ["how often does it change?"]
    assert [(told.id, told.note) for told in sitting.session.told] == [("rate", 1)]
    assert "Interviewer  Changes come twice a day." in sitting.ui.text


def test_an_answer_is_taken_back_with_one_key(sitting: Sitting) -> None:
    sitting.begin(["how often does it change?", "!", *THROUGH])
    assert sitting.session.told == []
    assert sitting.texts == ["how often does it change?"]
    assert "it counts as not told" in sitting.ui.text


def test_the_key_does_nothing_where_nothing_was_answered(sitting: Sitting) -> None:
    sitting.begin(["!", "we will draw a box", "!", *THROUGH])
    assert sitting.texts == ["we will draw a box"]
    assert sitting.ui.text.count("Nothing to take back.") == 2


def test_a_note_after_the_answer_leaves_the_answer_alone(sitting: Sitting) -> None:
    sitting.begin(["how often does it change?", "scope: small", "!", *THROUGH])
    assert [told.id for told in sitting.session.told] == ["rate"]


def test_an_empty_line_hands_the_floor_over(sitting: Sitting) -> None:
    sitting.begin(["", *THROUGH])
    assert sitting.session.floors == [0.0]
    assert "What else would you want to know before you draw?" in sitting.ui.text
    assert sitting.session.unasked == []


def test_when_all_is_said_it_waits(sitting: Sitting) -> None:
    sitting.begin(["", "", "", *THROUGH])
    assert sitting.ui.text.count("The interviewer waits for you.") == 1


def test_it_asks_for_a_last_sentence_which_becomes_a_note(sitting: Sitting) -> None:
    sitting.begin([ON, ON, ON, ON, "ship to 5 %, watch reopened"])
    assert "Before we stop: one last sentence?" in sitting.ui.text
    assert sitting.texts == ["ship to 5 %, watch reopened"]
    assert sitting.session.status == "finished"


def test_the_last_sentence_may_be_left_out(sitting: Sitting) -> None:
    for last in ("", ON):
        sitting.begin([*THROUGH, last])
        assert (sitting.texts, sitting.session.status) == ([], "finished")


def test_after_the_time_it_says_so(sitting: Sitting) -> None:
    sitting.begin([ON, ON, ON, 2800.0, ON, "x"])
    assert "That's our time. One last sentence?" in sitting.ui.text


def test_going_back_from_the_last_sentence_goes_on_with_the_round(sitting: Sitting) -> None:
    sitting.begin([*THROUGH, "/back", "a note", ON, ON])
    assert sitting.texts == ["a note"]
    assert said(sitting).count(CLOSING) == 1


def test_the_input_may_end_at_the_last_sentence(sitting: Sitting) -> None:
    sitting.begin(THROUGH)
    assert sitting.session.status == "finished"


def test_a_hangup_at_the_last_sentence_pauses(sitting: Sitting) -> None:
    sitting.begin([*THROUGH, Stopped("hangup")])
    assert sitting.session.status == "paused"
    sitting.resume([ON])
    assert sitting.session.status == "finished"
    assert said(sitting).count(CLOSING) == 1


def test_a_strict_round_gives_a_minute_for_the_last_sentence(sitting: Sitting) -> None:
    sitting.begin([300.0, 600.0, 1200.0, 600.0, 50.0, "last words"], strict=True)
    assert sitting.texts == ["last words"]
    sitting.begin([300.0, 600.0, 1200.0, 600.0, 61.0], strict=True)
    assert sitting.session.status == "finished"
