"""Bare `coach`: what it says of flashcards."""

import pytest

from tests.builders import SMALL
from tests.cards import Desk, flat, plain
from tests.commands.test_practice import NOTES, coach


def cards_row() -> str:
    """The line on cards; empty when there is none."""
    return next((" ".join(line.split()) for line in coach().stdout.splitlines() if line.startswith(" cards")), "")


def test_it_names_what_the_quiz_has_today_how_long_it_takes_and_the_command(desk: Desk) -> None:
    desk.put("d", *plain("a", "b", "c", "x"))
    desk.graded("d/a", 3, day=-4)
    desk.graded("d/b", 1)
    desk.clock.forward(60)
    assert cards_row() == "cards 1 to repeat, 1 due, 2 new, about 3 minutes. `coach quiz`"
    coach("quiz", typed="\n3\n" * 4)
    assert cards_row() == ""


def test_what_it_names_is_what_the_quiz_brings(desk: Desk) -> None:
    desk.put("d", *plain(*(f"w{number}" for number in range(9))))
    assert cards_row().startswith("cards 6 new, about 4 minutes.")
    assert " 6 new: about 4 minutes." in coach("quiz", typed="/quit\n").stdout


def test_a_round_that_is_not_graded_or_paused_comes_before_the_cards(desk: Desk) -> None:
    desk.put("d", *plain("a"))
    path = desk.places.content.scenarios / "small.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(SMALL)
    coach("practice", "small", "--no-grade", typed=NOTES)
    desk.clock.forward(60)
    coach("practice", "small", typed="a\n")
    shown = coach().stdout
    labels = [line.split()[0] for line in shown.splitlines()[:3]]
    assert labels == ["grade", "go", "cards"]


def test_without_cards_nothing_is_said_of_them(desk: Desk) -> None:
    assert cards_row() == ""


@pytest.mark.parametrize("what", ["log", "deck", "settings"])
def test_what_cannot_be_read_of_cards_keeps_nobody_from_the_rest(desk: Desk, what: str) -> None:
    desk.put("d", *plain("a"))
    if what == "log":
        desk.places.reviews.mkdir()
        (desk.places.reviews / "bbbbbb.jsonl").write_text('{"coach":"reviews","version":9}\n')
    elif what == "deck":
        desk.put("d", "{id: a, kind: recall, front: No back}")
    else:
        desk.places.config.write_text("retention = 9\n")
    result = coach()
    assert result.exit_code == 0
    assert cards_row() == ""
    assert "coach list · show · history" in flat(result.stdout)
    assert ("left out: " in result.stderr) == (what != "deck")  # `coach decks` names the broken ones
