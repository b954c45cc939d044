"""Which cards a sitting has, and what is said when there is none."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest

from coach.errors import CoachError
from coach.recall.agenda import LOAD, NEW_A_DAY
from coach.record.settings import keep_setting
from tests.cards import TODAY, Desk, flat, plain

WORDS = [f"w{number:02}" for number in range(60)]


def asked(desk: Desk, **options: Any) -> int:
    """How many cards a sitting has."""
    ui = desk.quiz("/quit", **options)
    left = [line for line in ui.shown if " left of this sitting" in line]
    return int(left[0].split()[0]) if left else 0


# names


def test_a_deck_alone_is_asked_when_it_is_named_and_several_together(desk: Desk) -> None:
    for deck in "abc":
        desk.put(deck, *plain("x"))
    desk.quiz(*["", "3"] * 2, names=["a", "c"])
    assert {card for card, *_ in desk.told} == {"a/x", "c/x"}


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["retreival"], "There is no deck 'retreival'; did you mean retrieval?"),
        (["flaged"], "There is no deck 'flaged'; did you mean flagged?"),
        (["retrieval", "zzz"], "There is no deck 'zzz'."),
    ],
)
def test_an_unknown_name_is_refused_with_the_nearest(desk: Desk, names: Sequence[str], said: str) -> None:
    desk.put("retrieval", *plain("x"))
    with pytest.raises(CoachError) as caught:
        desk.quiz(names=names)
    assert (caught.value.message, caught.value.hint) == (said, "`coach decks` shows all of them.")


def test_flagged_brings_every_flagged_card_due_or_not_and_leaves_the_schedule_alone(desk: Desk) -> None:
    desk.put("d", *plain("a", "b", "c"))
    desk.quiz("/flag", "", "3", "", "3", "/flag", "/quit")  # a is known and not due, c is new
    due = desk.due("d/a")
    ui = desk.quiz(*["", "4"] * 2, names=["flagged"])
    assert "2 cards to go through" in ui.shown[0]
    assert sorted(desk.told[2:]) == [("d/a", 4, "cram"), ("d/c", 4, "cram")]
    assert desk.due("d/a") == due
    assert asked(desk, names=["flagged", "d"]) == 2


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["flagged"], "No card is flagged. f flags the card that is shown."),
        (["suspended"], "No card is suspended."),
        (["flagged", "d"], "No card is flagged there."),
    ],
)
def test_names_that_hold_no_card_say_so(desk: Desk, names: Sequence[str], said: str) -> None:
    desk.put("d", *plain("a"))
    assert said in flat(desk.quiz(names=names).text)


# how many


def test_six_new_cards_a_day_over_all_sittings(desk: Desk) -> None:
    desk.put("d", *plain(*WORDS))
    assert asked(desk) == NEW_A_DAY
    desk.quiz(*["", "3"] * 4, "/quit")
    assert asked(desk) == NEW_A_DAY - 4
    assert asked(desk, new=9) == 9
    assert asked(desk, new=0) == 0
    desk.later(1)
    assert asked(desk) == NEW_A_DAY


def test_a_limit_and_minutes_bound_the_cards(desk: Desk) -> None:
    desk.put("d", *plain(*WORDS))
    assert asked(desk, limit=2) == 2
    assert asked(desk, minutes=2) == 3  # at forty seconds a card
    assert asked(desk, minutes=2, limit=1) == 1


def test_a_backlog_is_spread_over_days_and_it_says_over_how_many(desk: Desk) -> None:
    desk.put("d", *plain(*WORDS))
    for word in WORDS:
        desk.graded(f"d/{word}", 3, day=-60)
    ui = desk.quiz("/quit")
    assert ui.shown[0].startswith(f" {LOAD} due: about ")
    assert "20 more due cards wait until tomorrow; the ones you most likely still know come first." in flat(ui.text)
    desk.quiz(*["", "3"] * LOAD)
    ui = desk.quiz()
    assert "The share of today is done. 20 more due cards wait until tomorrow; the ones" in flat(ui.text)
    assert asked(desk, limit=20) == 20


def test_the_same_seed_gives_the_same_order(desk: Desk) -> None:
    desk.put("d", *plain(*WORDS))
    orders = []
    for _ in range(2):
        orders.append(desk.quiz(*["", "3"] * 3, "/quit", cram=True, names=["d"]).shown)
    assert orders[0] == orders[1]


# cram and ahead


def test_cramming_asks_whatever_is_due_and_touches_nothing_of_the_schedule(desk: Desk) -> None:
    desk.put("d", *plain("a", "b", "c"))
    desk.quiz("", "3", "", "1", "/quit")
    before = {card: desk.progress(f"d/{card}") for card in "abc"}
    ui = desk.quiz("", "1", "", "4", "", "4", cram=True)
    assert "2 cards to go through, about 1 minute. Nothing is scheduled by it." in flat(ui.text)
    assert {desk.told[number][2] for number in (2, 3, 4)} == {"cram"}
    assert {card: desk.progress(f"d/{card}") for card in "abc"} == before
    assert [ui.offered[0][grade] for grade in "1234"] == ["again", "hard", "good", "easy"]
    assert "easy: back" not in ui.text
    assert asked(desk, cram=True, names=["d"]) == 3


def test_cramming_with_nothing_begun_says_where_cards_are(desk: Desk) -> None:
    desk.put("d", *plain("a"))
    assert "No card to go through. `coach decks` shows what there is." in flat(desk.quiz(cram=True).text)


def test_ahead_takes_what_is_due_within_so_many_days_and_schedules_it_from_today(desk: Desk) -> None:
    desk.put("d", *plain("a", "b"))
    desk.graded("d/a", 3, day=-1)  # due tomorrow
    desk.graded("d/b", 4, day=-1)  # due in a week
    assert asked(desk) == 0
    ui = desk.quiz("", "3", ahead=1)
    assert " 1 due: about 1 minute." in ui.shown
    assert desk.told[-1] == ("d/a", 3, "due")
    due = desk.due("d/a")
    assert due is not None
    assert due > TODAY + timedelta(days=2)
    assert asked(desk, ahead=10) == 1


# nothing due


def test_with_nothing_due_it_says_when_something_comes_and_what_can_be_done_now(desk: Desk) -> None:
    desk.put("d", *plain("a"))
    desk.quiz("", "4")
    ui = desk.quiz()
    assert "Nothing is due today. Nothing comes tomorrow; the next card is due on 29 November." in flat(ui.text)
    assert "--ahead" not in ui.text  # it would bring nothing that was not seen today
    desk.later(1)
    assert "`--ahead 7` takes what is due within 7 days" in flat(desk.quiz().text)
    assert asked(desk, ahead=7) == 1
    assert ui.shown[-1] == " Next: `coach`."
    desk.put("e", *plain("b"))
    desk.quiz("", "3")
    desk.put("e", *plain("b", "c"))
    assert "Nothing is due today. Tomorrow: 1 new, about 1 minute." in flat(desk.quiz(new=0).text)


def test_of_named_decks_it_says_when_theirs_come(desk: Desk) -> None:
    desk.put("d", *plain("a"))
    desk.put("e", *plain("b"))
    desk.graded("d/a", 4)
    said = flat(desk.quiz(names=["d"]).text)
    assert "Nothing of it is due today. The next card of it is due on 29 November." in said
    assert "Tomorrow" not in said


def test_a_person_without_any_card_is_told_where_cards_come_from(desk: Desk) -> None:
    said = flat(desk.quiz().text)
    assert "Nothing is due today. Nothing comes tomorrow." in said


def test_new_cards_that_wait_are_mentioned_where_nothing_is_due(desk: Desk) -> None:
    desk.put("d", *plain(*WORDS[:7]))
    desk.quiz(*["", "3"] * 6)
    assert "`coach quiz --new 1` brings 1 new card more" in flat(desk.quiz().text)


# the interview


@pytest.mark.parametrize(
    ("days", "said"),
    [(0, "The interview is today."), (1, "The interview is tomorrow: "), (9, "Interview in 9 days; "), (-1, "")],
)
def test_a_sitting_says_how_far_the_interview_is(desk: Desk, days: int, said: str) -> None:
    desk.put("d", *plain("a"))
    keep_setting(desk.places.config, "interview", (TODAY + timedelta(days=days)).isoformat())
    text = flat(desk.quiz("/quit", new=1).text)
    assert said in text
    assert ("nterview" in text) is bool(said)


@pytest.mark.parametrize("days", [0, 1])
def test_nothing_new_comes_on_the_eve_and_on_the_day(desk: Desk, days: int) -> None:
    desk.put("d", *plain("a"))
    keep_setting(desk.places.config, "interview", (TODAY + timedelta(days=days)).isoformat())
    assert "Nothing is due today." in desk.quiz().text
    assert "1 new" in desk.quiz("/quit", new=1).text


def test_a_deck_may_be_typed_in_any_case(desk: Desk) -> None:
    desk.put("d", *plain("a"))
    desk.quiz("/flag", "/quit", names=["D"])
    assert "1 card to go through" in desk.quiz("/quit", names=["Flagged"]).text
    desk.quiz("/suspend", names=["D"])
    assert "1 card to go through" in desk.quiz("/quit", names=["Suspended"]).text
