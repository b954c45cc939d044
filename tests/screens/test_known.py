"""Going through cards the person knows."""

from datetime import timedelta

import pytest

from coach.record.settings import keep_setting
from tests.cards import TODAY, Desk, flat, plain

WORDS = [f"w{number:02}" for number in range(15)]


def begun(desk: Desk, *, easy: int, shaky: int = 2) -> None:
    """Cards of which so many went easily, and some that did not."""
    desk.put("d", *plain(*WORDS))
    for number, word in enumerate(WORDS[: easy + shaky]):
        desk.graded(f"d/{word}", 4 if number < easy else 2, day=-1)


def test_ten_known_cards_are_gone_through_and_the_schedule_does_not_notice(desk: Desk) -> None:
    begun(desk, easy=12)
    before = {word: desk.progress(f"d/{word}") for word in WORDS}
    told = len(desk.told)
    ui = desk.quiz(*["", "4"] * 12, known=True)
    assert ui.shown[0] == " 10 cards to go through, about 7 minutes. Nothing is scheduled by it."
    gone = desk.told[told:]
    assert len({card for card, *_ in gone}) == 10
    assert {(grade, mode) for _, grade, mode in gone} == {(4, "cram")}
    assert {card.partition("/")[2] for card, *_ in gone} <= set(WORDS[:12])
    assert {word: desk.progress(f"d/{word}") for word in WORDS} == before


@pytest.mark.parametrize(("options", "cards"), [({}, 3), ({"limit": 2}, 2), ({"minutes": 1}, 2), ({"names": ["e"]}, 0)])
def test_there_are_as_many_as_are_known_and_asked_for(desk: Desk, options: dict[str, object], cards: int) -> None:
    begun(desk, easy=3)
    desk.put("e", *plain("x"))
    ui = desk.quiz("/quit", known=True, **options)
    assert (f" {cards} cards to go through" in ui.text) == (cards > 0)


def test_those_that_last_longest_are_taken_and_come_in_any_order(desk: Desk) -> None:
    begun(desk, easy=15, shaky=0)
    for word in WORDS[5:]:
        desk.graded(f"d/{word}", 4)  # once more, so they last longer
    gone = []
    for _ in range(2):
        told = len(desk.told)
        desk.quiz(*["", "3"] * 10, known=True)
        gone.append([card for card, *_ in desk.told[told:]])
    assert set(gone[0]) == {f"d/{word}" for word in WORDS[5:]}
    assert gone[0] != sorted(gone[0])


def test_without_a_known_card_it_says_so_and_names_the_next_command(desk: Desk) -> None:
    begun(desk, easy=0)
    said = flat(desk.quiz(known=True).text)
    assert said.startswith("No card is known yet. One is, when it was recalled well")
    assert said.endswith("Next: `coach`.")


@pytest.mark.parametrize("days", [0, 1, 2])
def test_just_before_an_interview_nothing_is_said_of_weak_cards(desk: Desk, days: int) -> None:
    begun(desk, easy=1)
    keep_setting(desk.places.config, "interview", (TODAY + timedelta(days=days)).isoformat())
    said = flat(desk.quiz("", "4", known=True).text)
    assert said.endswith("recalled at the first try. Next: `coach`.")
    assert "weak cards" not in said


def test_who_leaves_early_is_told_how_to_go_on(desk: Desk) -> None:
    begun(desk, easy=3)
    assert "`coach quiz --known` goes on." in flat(desk.quiz("/quit", known=True).text)
