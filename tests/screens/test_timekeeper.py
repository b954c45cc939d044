"""What the clock of a drill has to say."""

from random import Random

import pytest

from coach.content.library import Library
from coach.interview.session import Session
from coach.record.home import Home
from coach.screens.app import App
from coach.screens.timekeeper import Timekeeper
from tests.builders import FOUR, started
from tests.conftest import Clock
from tests.scripted import ScriptedUi


class Watch:
    """A timekeeper over a session that goes on for so many seconds."""

    def __init__(self, home: Home, library: Library, clock: Clock, seconds: int, **setup: object) -> None:
        journal = started(**setup).alive(seconds)
        clock.at = journal.at
        self.session: Session = journal.fold()
        self.alive = 0
        app = App(clock, Random(1), home, library, ScriptedUi(clock, []))
        self.keeper = Timekeeper(app, self.session, self._record, ["next", "help"])

    def _record(self, kind: str) -> None:
        assert kind == "alive"
        self.alive += 1


@pytest.fixture
def watch(home: Home, library: Library, clock: Clock):  # type: ignore[no-untyped-def]
    """Makes a watch."""
    return lambda seconds, **setup: Watch(home, library, clock, seconds, **setup)


@pytest.mark.parametrize(
    ("seconds", "state", "left"),
    [(0, "", "05:00 left"), (239, "", "01:01 left"), (240, "warn", "01:00 left"), (300, "over", "00:00 over"),
     (372, "over", "01:12 over")],
)  # fmt: skip
def test_the_bar_is_yellow_at_a_fifth_left_and_red_from_zero(watch, seconds: int, state: str, left: str) -> None:  # type: ignore[no-untyped-def]
    bar = watch(seconds).keeper.bar()
    assert (bar.state, bar.left) == (state, left)


def test_the_bar_knows_step_total_and_the_keys_that_work(watch) -> None:  # type: ignore[no-untyped-def]
    bar = watch(60).keeper.bar()
    assert (bar.title, bar.total, list(bar.keys)) == ("Clarify", "01:00 of 45:00", ["/next", "/help", "^C pause"])


def test_at_zero_the_half_line_of_a_strict_step_stays(watch, clock: Clock) -> None:  # type: ignore[no-untyped-def]
    keeper = watch(299, strict=True).keeper
    assert keeper.tick("half a line").leave is False
    clock.forward(1)
    tick = keeper.tick("half a line")
    assert (tick.leave, tick.bell) == (False, True)
    assert keeper.over()
    clock.forward(1)
    assert keeper.tick("half a line more").bell is False
    assert keeper.tick("").leave is True


def test_a_step_that_was_over_before_does_not_ring_again(watch, clock: Clock) -> None:  # type: ignore[no-untyped-def]
    keeper = watch(310).keeper
    ticks = [keeper.tick("")]
    clock.forward(1)
    ticks.append(keeper.tick(""))
    assert [tick.bell for tick in ticks] == [False, False]


@pytest.mark.parametrize(("after", "alive"), [(29, 0), (30, 1), (400, 1), (-5, 1)])
def test_a_sign_of_life_comes_after_half_a_minute_or_when_the_clock_was_set_back(  # type: ignore[no-untyped-def]
    watch, clock: Clock, after: int, alive: int
) -> None:
    made = watch(30)
    clock.forward(after)
    made.keeper.tick("")
    assert made.alive == alive


def test_an_untimed_bar_counts_up(watch) -> None:  # type: ignore[no-untyped-def]
    bar = watch(60, untimed=True, steps=FOUR).keeper.bar()
    assert (bar.fraction, bar.left, bar.state) == (None, "01:00 here", "")
