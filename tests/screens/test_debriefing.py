"""Debriefs at the keyboard."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from coach.errors import CoachError, Stopped
from coach.interview.debrief import Debrief
from coach.interview.evidence import Finding
from coach.record.settings import keep_setting
from coach.screens.deal import whole_day
from coach.screens.debrief import debrief
from coach.screens.debriefs import debriefs
from tests.cards import TODAY, Desk, flat, plain
from tests.screens.conftest import POINTS, REST, Sitting
from tests.scripted import Line, ScriptedUi, scripted_app

WHOLE = (
    "yesterday", "A search over contracts", "", "evaluation", "", "8 5", "no labels", "the bill", "", "8",
    "a lawyer asked", "", "Label 200 pairs first", "3,000 dollars a month", "",
)  # fmt: skip
"""A debrief from the day to the last Enter."""
ctrl_c = Stopped("interrupt")


def tell(desk: Desk, *script: Line) -> str:
    """One call of the screen; what it shows as one line."""
    desk.ui = ScriptedUi(desk.clock, script, None)
    try:
        assert debrief(scripted_app(desk.home, desk.library, desk.ui), debriefs(desk.home)) == 0
        assert desk.ui.script == []
    finally:
        desk.clock.forward(60)
    return flat(desk.ui.text)


def stopped(desk: Desk, *script: Line) -> str:
    """As `tell`, for a script that ends the talk."""
    with pytest.raises(Stopped):
        tell(desk, *script)
    return flat(desk.ui.text)


def last(desk: Desk) -> Debrief:
    return debriefs(desk.home)[0]


def cards(desk: Desk) -> list[tuple[str, str]]:
    """Front and back of each card of the deck."""
    found, _ = desk.opened()
    return [(card.front, card.back) for name in found.decks["interviews"].cards if (card := found.card(name))]


# telling


def test_five_questions_are_kept_line_by_line(desk: Desk) -> None:
    said = tell(desk, *WHOLE)
    told = last(desk)
    assert told == Debrief(
        told.id, TODAY - timedelta(days=1), ("A search over contracts",), ("evaluation",), ("no labels", "the bill"),
        ("a lawyer asked",), ("Label 200 pairs first", "3,000 dollars a month"), ("depth", "safety"), ("safety",),
        told.at, True,
    )  # fmt: skip
    assert "The interview of Friday, 20 November." in said
    assert "3 stuck no labels; the bill (eval)" in said
    assert "What comes next leans to eval." in said
    assert said.endswith("Next: `coach`. Another interview ahead? `coach plan --date 2026-12-05` plans until it.")


def test_who_remembers_little_presses_enter(desk: Desk) -> None:
    said = tell(desk, *[""] * 9)
    assert (last(desk).day, last(desk).asked, last(desk).stuck_dimensions, last(desk).finished) == (TODAY, (), (), True)
    assert "No card: there is no line to say next time. `coach debrief`, c and 5 add one." in said
    assert "weigh" not in said.partition("Kept")[2]
    assert not desk.places.content.decks.exists()


def test_a_pasted_text_is_a_line_for_each_of_its_own(desk: Desk) -> None:
    stopped(desk, "", " one\r\n\n  two \t three\x07", ctrl_c)
    assert last(desk).asked == ("one", "two three")


@pytest.mark.parametrize("words", ["8, 5", "eval depth", "5 8 8"])
def test_dimensions_are_named_by_number_or_by_their_short_name(desk: Desk, words: str) -> None:
    stopped(desk, "", "", "", words, ctrl_c)
    assert last(desk).probed_dimensions == ("depth", "safety")


def test_what_is_no_dimension_or_no_day_is_asked_again(desk: Desk) -> None:
    said = stopped(desk, "soon", "today", "", "", "2 10", "2", ctrl_c)
    assert "“soon” is no day up to today." in said
    assert "“10” is none of 1 to 9. For example: 2 5" in said
    assert last(desk).probed_dimensions == ("success",)


def test_a_rubric_that_is_broken_stops_nobody(desk: Desk) -> None:
    (desk.shipped / "rubric.yaml").write_text("schema: 9\n")
    assert "8 safety" in stopped(desk, "", "", "", "8", ctrl_c)
    assert last(desk).probed_dimensions == ("safety",)


@pytest.mark.parametrize(("away", "day"), [(-3, TODAY - timedelta(days=3)), (0, TODAY), (4, TODAY)])
def test_enter_takes_the_day_that_was_set_unless_it_is_still_to_come(desk: Desk, away: int, day: date) -> None:
    keep_setting(desk.places.config, "interview", (TODAY + timedelta(days=away)).isoformat())
    stopped(desk, "", ctrl_c)
    assert last(desk).day == day


def test_a_day_that_was_told_already_is_not_taken_for_the_next_interview(desk: Desk) -> None:
    keep_setting(desk.places.config, "interview", (TODAY - timedelta(days=1)).isoformat())
    tell(desk, *WHOLE)
    stopped(desk, "", "", ctrl_c)
    assert last(desk).day == TODAY


# leaving and going on


def test_ctrl_c_keeps_what_was_sent_and_the_next_call_goes_on_there(desk: Desk) -> None:
    said = stopped(desk, "", "A search", ctrl_c)
    assert "Every line that you sent is kept, 0 of 5 questions are done. `coach debrief` goes on." in said
    said = tell(desk, "", "of contracts", "", *WHOLE[3:])
    assert "The debrief of 21 November is not finished." in said
    assert "kept: A search" in said
    assert (last(desk).asked, last(desk).finished) == (("A search", "of contracts"), True)
    assert len(debriefs(desk.home)) == 1


@pytest.mark.parametrize("at", range(1, len(WHOLE) - 1))
def test_nothing_is_lost_wherever_it_stops(desk: Desk, at: int) -> None:
    stopped(desk, *WHOLE[:at], ctrl_c)
    more_lines = [""] if WHOLE[at] in ("8 5", "8") else []  # who stopped at the list may have remembered more
    tell(desk, "", *more_lines, *WHOLE[at:])
    told = last(desk)
    other = Desk(desk.places._replace(home=desk.places.home / "other"), desk.clock, desk.shipped)
    tell(other, *WHOLE)
    assert told == replace(last(other), id=told.id, at=told.at)
    assert cards(desk) == cards(other)


def test_before_the_day_is_known_there_is_nothing_to_keep(desk: Desk) -> None:
    assert "There was nothing to keep yet." in stopped(desk, ctrl_c)
    assert debriefs(desk.home) == []
    assert not desk.places.debriefs.exists()


def test_a_terminal_that_is_gone_is_told_nothing_and_all_is_kept(desk: Desk) -> None:
    said = stopped(desk, *WHOLE[:-1], Stopped("hangup"))
    assert "Kept" not in said
    assert last(desk).finished
    assert len(cards(desk)) == 2


def test_a_new_one_beside_an_open_one_and_none_at_all(desk: Desk) -> None:
    stopped(desk, "", "first", ctrl_c)
    tell(desk, "q")
    assert len(debriefs(desk.home)) == 1
    tell(desk, "n", *WHOLE)
    assert [told.finished for told in debriefs(desk.home)] == [False, True]
    assert "The debrief of 21 November is not finished." in tell(desk, "q"), "the open one, not the one begun last"


def test_in_a_pipe_the_first_line_may_be_the_day_at_once(desk: Desk) -> None:
    tell(desk, *WHOLE)
    stopped(desk, "18 nov", "another", ctrl_c)
    assert [told.day.day for told in debriefs(desk.home)] == [20, 18]


# changing


def test_an_answer_is_changed_line_by_line_before_it_is_kept(desk: Desk) -> None:
    said = tell(desk, *WHOLE[:-1], "3", "no labelled pairs", "-", "the end", "", "", "Sum up", "")
    assert last(desk).stuck == ("no labelled pairs", "the end")
    assert last(desk).say_next == ("Label 200 pairs first", "Sum up")
    assert last(desk).stuck_dimensions == ("safety",)
    assert "3 stuck no labelled pairs; the end (eval)" in said
    assert [back for _, back in cards(desk)] == ["Label 200 pairs first", "Sum up"]


def test_dimensions_are_kept_replaced_or_taken_out(desk: Desk) -> None:
    tell(desk, *WHOLE[:-1], "2", "", "", "-", "3", "", "", "", "1 2", "")
    assert (last(desk).probed_dimensions, last(desk).stuck_dimensions) == ((), ("framing", "success"))


def test_the_day_is_changed_and_enter_leaves_it(desk: Desk) -> None:
    tell(desk, *WHOLE[:-1], "d", "18 nov", "d", "", "")
    assert last(desk).day == date(2026, 11, 18)


def test_the_last_debrief_is_changed_later_and_its_cards_with_it(desk: Desk) -> None:
    tell(desk, *WHOLE)
    before = desk.opened()[0].decks["interviews"].cards
    said = tell(desk, "c", "5", "", "-", "5", "Ask for 500 pairs", "", "")
    assert last(desk).say_next == ("Ask for 500 pairs", "")
    assert desk.opened()[0].decks["interviews"].cards == before
    assert "1 card changed in your deck interviews." in said
    assert "1 card of what you dropped stays: `coach quiz interviews`, then s suspends." in said
    assert [back for _, back in cards(desk)] == ["Ask for 500 pairs", "3,000 dollars a month"]


# what it feeds


def test_a_line_to_say_becomes_a_card_in_their_words(desk: Desk) -> None:
    said = tell(desk, *WHOLE)
    assert "2 cards in your deck interviews, first among the new ones of `coach quiz`." in said
    assert cards(desk)[0] == (
        "In an interview you were asked: A search over contracts\nYou got stuck: no labels\nWhat do you say?",
        "Label 200 pairs first",
    )
    assert desk.opened()[0].decks["interviews"].title == "My interviews"
    assert desk.library.read_any(desk.places.content.decks / "interviews.yaml").problems == []


def test_a_line_in_general_is_a_card_where_the_question_is_known(desk: Desk) -> None:
    tell(desk, "", "A search", "", "", "", "", "", "", "Begin with the users", "")
    assert cards(desk) == [("In an interview you were asked: A search\nWhat do you say next time?",
                            "Begin with the users")]  # fmt: skip
    said = tell(desk, "", "", "", "", "", "", "", "", "Breathe", "")
    assert "The line to say has no card, as nothing tells what it answers." in said
    assert len(cards(desk)) == 1


def test_the_cards_come_before_other_new_ones_three_a_day_and_also_behind_a_backlog(desk: Desk) -> None:
    desk.put("d", *plain(*(f"w{n}" for n in range(50))))
    for n in range(45):
        desk.graded(f"d/w{n}", 1, day=-9)
    tell(desk, "", "A search", "", "", "", "a", "b", "c", "d", "", "", "", "1", "2", "3", "4", "")
    found, book = desk.opened()
    new = whole_day(found, book, TODAY, None).new
    assert new == found.decks["interviews"].cards[:3]


def test_a_card_that_the_person_took_out_or_reworded_stays_so(desk: Desk) -> None:
    tell(desk, *WHOLE)
    path = desk.places.content.decks / "interviews.yaml"
    head, one, _ = path.read_text().split("  - id:")
    path.write_text(f"{head}  - id:{one.replace('Label 200 pairs first', 'In my words')}")
    tell(desk, "c", "5", "Label 500", "", "")
    assert [back for _, back in cards(desk)] == ["In my words"]


def test_a_broken_deck_is_named_the_debrief_kept_and_its_cards_come_once_it_is_mended(desk: Desk) -> None:
    path = desk.put("interviews", "{id: mine, kind: recall, front: Mine?}")
    said = tell(desk, *WHOLE)
    assert "".join(f"{path}:5: cards.mine.back: is missing".split()) in "".join(said.split())
    assert "The debrief is kept. Mend that; then `coach debrief`, c and Enter make its cards." in said
    assert last(desk).finished
    desk.put("interviews", *plain("mine"))
    assert "2 cards in your deck interviews" in tell(desk, "c", "")
    assert [back for _, back in cards(desk)] == ["The mine.", "Label 200 pairs first", "3,000 dollars a month"]


def test_cards_that_a_broken_deck_kept_out_come_with_a_later_debrief_too(desk: Desk) -> None:
    desk.put("interviews", "{id: mine, kind: recall, front: Mine?}")
    tell(desk, *WHOLE)
    desk.put("interviews", *plain("mine"))
    tell(desk, "n", "", "", "", "", "trees", "", "", "", "Draw one", "")
    assert [back for _, back in cards(desk)] == [
        "The mine.", "Label 200 pairs first", "3,000 dollars a month", "Draw one",
    ]  # fmt: skip


def test_after_three_it_says_which_figures_agreed(finished: Sitting, found: dict[str, Finding]) -> None:
    finished.grade([*POINTS, *REST])
    finished.clock.forward(86_400 * 2)
    desk = Desk(finished.home.places, finished.clock, finished.library.roots[1].scenarios)
    whole = ("", "", "", "1", "", "6", "", "", "")
    assert "After 2 more debriefs that name a dimension" in tell(desk, *whole)
    tell(desk, "n", *whole)
    said = tell(desk, "n", *whole)
    assert "Practice against interviews" in said
    assert "Your own grades were right about 3 of 6: numbers three times." in said
    assert "The points you confirmed were right about 6 of 6: framing three times, numbers three times." in said
    assert "So far the points you confirmed told more than your own grades and gaps in two rounds or more." in said


# all of them


def test_the_newest_interview_comes_first_and_what_cannot_be_read_is_named(desk: Desk) -> None:
    assert debriefs(desk.home) == []
    tell(desk, *WHOLE)
    stopped(desk, "", "today", "x", ctrl_c)
    broken = desk.places.debriefs / "20261101T000000Z-0001.aaaaaa.jsonl"
    broken.write_text('{"coach":"debrief","version":9}\n')
    problems: list[CoachError] = []
    assert [(told.day.day, told.finished) for told in debriefs(desk.home, problems)] == [(21, False), (20, True)]
    assert [str(broken) in problem.message for problem in problems] == [True]


def test_without_a_debrief_no_file_is_opened(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> Callable[..., object]:
        raise AssertionError("a file was opened")

    monkeypatch.setattr("coach.record.debriefs.read_journal", refuse)
    assert debriefs(desk.home) == []
    assert not desk.places.state.exists()
