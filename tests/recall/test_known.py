"""Which cards a person knows."""

import pytest

from coach.recall.known import known
from coach.recall.ledger import Progress
from coach.recall.schedule import AGAIN, EASY, GOOD, HARD
from tests.recall.person import Person, day, ledger, memory


def standing(stability: float = 30.0, **changes: object) -> Progress:
    """A card that was good ten days ago, with changes."""
    return Progress(memory(stability, -10), day(-40), 5, **{"grade": GOOD, **changes})  # type: ignore[arg-type]


def test_what_lasts_longest_comes_first() -> None:
    cards = ledger(a=standing(9), b=standing(80, grade=EASY), c=standing(7), d=standing(40))
    assert known("abcd", cards) == ["b", "d", "a", "c"]
    assert known("ac", cards) == ["a", "c"], "only those that are asked for"


@pytest.mark.parametrize(
    "changes",
    [{"stability": 6.9}, {"grade": HARD}, {"grade": AGAIN}, {"recalled": False}, {"suspended": True}],
)
def test_what_is_shaky_or_left_out_is_not_known(changes: dict[str, object]) -> None:
    assert known("a", ledger(a=standing(**changes))) == []  # type: ignore[arg-type]


def test_a_new_card_is_not_known() -> None:
    assert known("a", ledger()) == []
    assert known("a", ledger(a=Progress(flagged=True))) == []


def test_the_first_grade_of_the_last_day_decides() -> None:
    person = Person(1)
    for on, grade in ((0, EASY), (9, GOOD)):
        person.answers("a", day(on), grade)
    assert known("a", person.ledger) == ["a"]
    person.answers("a", day(60), AGAIN)
    person.answers("a", day(60), EASY, mode="repeat")
    assert person.ledger.of("a").recalled
    assert known("a", person.ledger) == []
