"""What a quiz says before its first card and after its last."""

from itertools import pairwise
from random import Random
from typing import Any

import pytest

from coach.recall.agenda import LOAD, Agenda
from coach.screens.deal import Asked, deal
from coach.screens.quiz_words import counted, days, ending, minutes, opening, spread
from coach.screens.ui import Text
from tests.cards import Desk, flat, plain

WORDS = [f"w{number:02}" for number in range(60)]


@pytest.mark.parametrize(("number", "text"), [(0, "0 cards"), (1, "1 card"), (2, "2 cards"), (1200, "1,200 cards")])
def test_a_number_with_its_word(number: int, text: str) -> None:
    assert counted(number, "card") == text


@pytest.mark.parametrize(
    ("cards", "pace", "text"),
    [(14, 40.0, "about 9 minutes"), (1, 5.0, "about 1 minute"), (2, 40.0, "about 1 minute"),
     (300, 20, "about 100 minutes")],
)  # fmt: skip
def test_about_how_long_some_cards_take(cards: int, pace: float, text: str) -> None:
    assert minutes(cards, pace) == text


@pytest.mark.parametrize(
    ("number", "text"),
    [(1, "1 d"), (59, "59 d"), (60, "2 mo"), (90, "3 mo"), (365, "12 mo"), (699, "23 mo"), (729, "24 mo"),
     (730, "2.0 y"),
     (36_500, "99.9 y")],
)  # fmt: skip
def test_an_interval_is_short(number: int, text: str) -> None:
    assert days(number) == text


def test_a_longer_interval_never_reads_as_a_shorter_one() -> None:
    units = {"d": 1.0, "mo": 30.44, "y": 365.25}
    read = [float(number) * units[unit] for number, unit in (days(n).split() for n in range(1, 3000))]
    assert all(after >= before * 0.999 for before, after in pairwise(read))
    assert all(abs(value / n - 1) < 0.26 for n, value in enumerate(read, start=1))


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (Agenda(), ""),
        (Agenda(due=["a"] * LOAD), ""),
        (Agenda(due=["a"] * LOAD, waiting=1, days=2), "1 more due card waits until tomorrow;"),
        (Agenda(due=["a"] * LOAD, waiting=260, days=8), "260 more due cards wait and come over the next 7 days;"),
        (Agenda(waiting=20, days=2), "The share of today is done. 20 more due cards wait until tomorrow;"),
    ],
)
def test_a_backlog_says_how_many_wait_and_how_long(day: Agenda, text: str) -> None:
    said = spread(day)
    assert said.startswith(text)
    assert bool(said) is bool(text)


def sitting(desk: Desk, **asked: Any) -> str:
    """What a sitting says before its first card."""
    return flat(desk.quiz("/quit", **asked).text).split(" ── ")[0].strip()


def test_it_begins_with_what_there_is_to_repeat_due_and_new(desk: Desk) -> None:
    desk.put("d", *plain("a", "b", "c"))
    assert sitting(desk).startswith("3 new: about 2 minutes. 1 means not recalled;")
    desk.graded("d/a", 3, day=-5)
    desk.graded("d/b", 1)
    assert sitting(desk) == "1 to repeat, 1 due, 1 new: about 2 minutes."
    one = "1 to repeat: about 1 minute. 1 more card of today is left for another sitting."
    assert sitting(desk, limit=1) == one
    assert sitting(desk, cram=True) == "2 cards to go through, about 1 minute. Nothing is scheduled by it."


def test_a_limit_below_the_share_of_the_day_is_no_backlog(desk: Desk) -> None:
    desk.put("d", *plain(*WORDS[:30]))
    for word in WORDS[:30]:
        desk.graded(f"d/{word}", 3, day=-9)
    assert sitting(desk, limit=10).startswith("10 due: about")
    assert "wait" not in sitting(desk, limit=10)


def told(desk: Desk, answers: dict[str, list[int]], left: int = 0) -> str:
    """What is said at the end of a sitting with these grades."""
    found, book = desk.opened()
    dealt = deal(found, book, Asked(), desk.today, None, Random(1))
    assert opening(dealt, book.ledger)
    blocks = ending(found, book, dealt, answers, left)
    return " ".join(block.text for block in blocks if isinstance(block, Text))


def test_it_ends_with_how_it_went_and_the_next_command(desk: Desk) -> None:
    desk.put("d", *plain("a", "b", "c"))
    said = told(desk, {"d/a": [3], "d/b": [1, 3], "d/c": [4]})
    assert said.startswith("3 cards: 2 recalled at the first try, 1 failed first. ")
    assert said.endswith("Next: `coach`.")
    assert "Hardest" not in said
    assert told(desk, {}) == "All of them were done in another terminal meanwhile. Next: `coach`."
    assert "2 cards left of this sitting. `coach quiz` goes on." in told(desk, {"d/a": [3]}, left=2)


def test_the_hardest_card_is_the_one_that_failed_most_and_its_blanks_stay_open(desk: Desk) -> None:
    desk.put("d", *plain("a", "b"), '{id: gap, kind: cloze, front: "Filter {{before}} the search."}')
    said = told(desk, {"d/a": [1, 1, 3], "d/gap": [1, 1, 1, 3], "d/b": [1, 3]})
    assert "Hardest today: “Filter ____ the search.”" in said
    assert "Hardest today: “a?”" in told(desk, {"d/a": [1, 1, 3], "elsewhere/x": [1, 1, 1, 3]})
