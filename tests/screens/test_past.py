"""Rounds of the past."""

import pytest

from coach.interview.status import GRADED
from coach.screens.past import last_graded, load
from tests.screens.conftest import NOTES, POINTS, REST, Sitting


@pytest.fixture
def twice(finished: Sitting) -> Sitting:
    """Two graded rounds."""
    finished.grade([*POINTS, *REST])
    finished.clock.forward(60)
    finished.begin(NOTES)
    finished.grade([*POINTS, *REST])
    finished.clock.forward(60)
    assert finished.session.status == GRADED
    return finished


def test_a_redone_step_is_compared_with_the_round_that_it_redoes(twice: Sitting) -> None:
    first, last = twice.home.sessions.ids()
    twice.begin(["acl"], phases=("deep-dive",), base=load(twice.home, first))
    assert (before := last_graded(twice.home, twice.session))
    assert before.id == first
    twice.home.sessions.forget(first, "now")
    assert (after := last_graded(twice.home, twice.session))
    assert after.id == last


def test_a_redone_step_of_a_round_that_was_not_graded_is_compared_with_the_last_one(twice: Sitting) -> None:
    last = twice.home.sessions.ids()[-1]
    twice.begin(["acl", *["/next"] * 4])
    twice.clock.forward(60)
    twice.begin(["acl"], phases=("deep-dive",), base=twice.session)
    assert (before := last_graded(twice.home, twice.session))
    assert before.id == last
