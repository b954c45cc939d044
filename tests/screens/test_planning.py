"""What a plan knows of flashcards."""

from collections.abc import Iterator
from datetime import timedelta

from coach.interview.study_ground import Ground
from coach.screens.planning import ground_of
from tests.cards import TODAY, Desk, plain


def days_of(found: Ground) -> Iterator[int]:
    """The cards of the first days, told from minutes at a pace of 40 seconds."""
    return (round(found.cards[TODAY + timedelta(days=number)] * 1.5) for number in range(3))


def ground(desk: Desk) -> Ground:
    """What the plan of a person is made from."""
    return ground_of(desk.home, [], [], desk.opened(), desk.today, {"": 45}.get)


def test_a_card_of_today_counts_once_before_it_was_gone_through_and_after(desk: Desk) -> None:
    desk.put("d", *plain("a", "b", "c"))
    before = ground(desk)
    assert (list(days_of(before)), before.cards_told[TODAY]) == ([3, 0, 3], "3 new")
    desk.graded("d/a", 1)
    desk.graded("d/b", 3)
    after = ground(desk)
    assert next(days_of(after)) == 3
    assert after.cards_told[TODAY] == "1 to repeat, 1 new"
    assert round(after.gone_through[TODAY] * 1.5) == 2


def test_cards_that_cannot_be_read_are_left_out_of_the_plan(desk: Desk) -> None:
    found = ground_of(desk.home, [], [], None, desk.today, {"": 45}.get)
    assert (found.cards, found.cards_told, found.known) == ({}, {}, 0)
