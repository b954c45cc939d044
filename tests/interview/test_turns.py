"""When an interviewer may speak up."""

import pytest

from coach.interview.turns import may_speak_up
from tests.builders import started


def test_it_keeps_ninety_seconds_between_two_remarks() -> None:
    journal = started(interviewer="kind")
    assert may_speak_up(journal.fold(), 0.0)
    journal.add("interviewer", 10, what="probe", id="a-1", text="How?")
    session = journal.fold()
    at_s = session.said[-1].at_s
    assert not may_speak_up(session, at_s + 89)
    assert may_speak_up(session, at_s + 90)


@pytest.mark.parametrize(("name", "most"), [("kind", 8), ("tough", 12), ("quiet", 0)])
def test_it_says_no_more_than_its_manner_allows(name: str, most: int) -> None:
    journal = started(interviewer=name)
    for n in range(most):
        assert may_speak_up(journal.fold(), 1e6)
        journal.add("interviewer", 10, what="probe", id=f"a-{n}", text=f"How {n}?")
    assert not may_speak_up(journal.fold(), 1e6)


def test_replies_do_not_count() -> None:
    journal = started(interviewer="kind")
    journal.add("interviewer", 10, what="nothing", text="That is open.")
    assert may_speak_up(journal.fold(), 11.0)
