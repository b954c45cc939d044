"""Whatever a person presses, over many sittings: the log is the truth, and all of it can be taken back."""

from contextlib import suppress
from pathlib import Path
from random import Random

import pytest

from coach.recall.ledger import Ledger, Progress, fold
from coach.recall.log import CRAM
from coach.recall.schedule import Schedule
from coach.screens.ui import Keys, Stopped
from tests.cards import EVERY_KIND, Desk, plain
from tests.scripted import Line

LINES = ("", "an answer", "2", "/undo", "/flag", "/suspend", "/edit", "/quit", "/x", "//x", "about 7 GB")
SITTINGS = 12


class Person:
    """Presses whatever is offered, at random."""

    def __init__(self, desk: Desk, seed: int) -> None:
        self.desk, self.chance = desk, Random(seed)

    def line(self) -> Line:
        """A line to send, seldom an end of the talk or a grade in another terminal."""
        dice = self.chance.random()
        if dice < 0.02:
            return Stopped(self.chance.choice(["interrupt", "end", "hangup"]))  # type: ignore[arg-type]
        if dice < 0.06:
            return lambda: self.desk.graded(f"d/{self.chance.choice('abcdefgh')}", self.chance.randint(1, 4))
        return self.chance.choice(LINES) if dice < 0.5 else ""

    def key(self, keys: Keys) -> str:
        """One of the keys that are offered, mostly a grade."""
        grades = [key for key in keys.keys if key.isdecimal()]
        return self.chance.choice(grades if grades and self.chance.random() < 0.7 else list(keys.keys))

    def edit(self, path: Path) -> bool | None:
        """Leaves the card, breaks it or changes it."""
        text = path.read_text()
        change = self.chance.choice([text, "", text.replace("back:", "bakc:"), text.replace("The ", "The very ")])
        path.write_text(change)
        return self.chance.choice([True, True, True, False, None])

    def sits(self) -> None:
        """One sitting of any kind."""
        asked = self.chance.choice(
            [{}, {}, {}, {"cram": True, "names": ["d"]}, {"known": True}, {"ahead": 5}, {"names": ["flagged"]},
             {"names": ["suspended"]}, {"typed": True}, {"minutes": 3}, {"limit": 4}, {"new": 9}]
        )  # fmt: skip
        desk = self.desk
        with suppress(Stopped):
            desk.quiz(*(self.line() for _ in range(40)), editor=self.edit, answers=self.key, **asked)  # type: ignore[arg-type]


@pytest.mark.parametrize("seed", range(12))
def test_the_log_is_the_truth_and_all_of_it_can_be_taken_back(desk: Desk, seed: int) -> None:
    desk.put("d", *plain(*"abcdefgh"), to=desk.shipped)
    desk.put("e", *EVERY_KIND)
    person = Person(desk, seed)
    for _ in range(SITTINGS):
        person.sits()
        desk.later(person.chance.choice([0, 0.01, 1, 3, 20]))
        found, book = desk.opened()
        afresh = Ledger()
        fold(afresh, desk.home.reviews.since({}).entries, Schedule(0.9), found.names)
        assert book.ledger.cards == afresh.cards
        without = Ledger()
        fold(without, [entry for entry in book.entries() if entry.mode != CRAM], Schedule(0.9), found.names)
        scheduled = {card for card, progress in afresh.cards.items() if progress.memory}
        assert {card: afresh.of(card) for card in scheduled} == {card: without.of(card) for card in scheduled}
        assert found.problems == []

    def back(keys: Keys) -> str:
        if "nothing to take back" in desk.ui.text:
            raise Stopped("end")
        return "y" if "y" in keys.keys else "u"

    with suppress(Stopped):
        desk.put("z", *plain("z"))  # there may be no card left that is not suspended
        desk.quiz(*["/undo"] * 500, names=["z"], answers=back)
    assert "There is nothing to take back." in desk.ui.text
    assert desk.entries == []
    assert all(desk.progress(card) == Progress() for card in desk.opened()[0].items)
