"""What got better since last time."""

from typing import Any

from coach.interview.gaps import weaknesses
from coach.interview.progress import Attempt, Points
from coach.interview.since import PHASE, Since, since
from coach.interview.trial import trials_of
from tests.attempts import attempt


def compared(*done: Attempt) -> Since:
    """The comparison of some rounds, oldest first, which there has to be."""
    found = since(done, weaknesses(trials_of(one.known for one in reversed(done))))
    assert found
    return found


def names(found: Since) -> tuple[str, str]:
    """What got better and what did not; empty where there is none."""
    return found.better.name if found.better else "", found.not_better.name if found.not_better else ""


def test_the_largest_gain_and_the_worst_without_one_are_told_with_both_counts() -> None:
    found = compared(
        attempt(1, depth=(2, 6), numbers=(1, 3), framing=(1, 3)),
        attempt(2, depth=(5, 7), numbers=(1, 3), framing=(2, 3)),
    )
    assert names(found) == ("depth", "numbers")
    assert found.better
    assert (found.better.before, found.better.now, found.better.short) == (Points(2, 6), Points(5, 7), "depth")


def test_another_number_of_points_alone_is_no_gain() -> None:
    found = compared(attempt(1, depth=(2, 6)), attempt(2, depth=(2, 4)))
    assert names(found) == ("", "depth")
    assert found.not_better
    assert 0 < found.not_better.gain < 1


def test_a_loss_is_a_point_or_more_and_the_largest_comes_first() -> None:
    found = compared(
        attempt(1, depth=(3, 6), numbers=(4, 4), framing=(3, 3)),
        attempt(2, depth=(1, 6), numbers=(1, 4), framing=(3, 4)),
    )
    assert [change.name for change in found.worse] == ["numbers", "depth"]
    assert found.total == (Points(10, 13), Points(5, 14))
    even = compared(attempt(1, depth=(3, 6), numbers=(1, 4)), attempt(2, depth=(1, 6), numbers=(4, 4)))
    assert ([change.name for change in even.worse], even.total) == (["depth"], None)


def test_on_one_question_only_points_count_that_both_asked_for_though_it_was_renamed() -> None:
    before, now = attempt(1, "old", depth=(2, 4)), attempt(2, "new", depth=(5, 8))
    found = since([before, now], weaknesses([]), {"old": "new"})
    assert found
    assert found.one_question
    assert found.not_better
    assert (found.not_better.before, found.not_better.now) == (Points(2, 4), Points(1, 4))
    assert not compared(before, now).one_question


def test_where_no_dimension_gained_a_point_a_phase_may_have() -> None:
    """Half a point in each of two dimensions is one in their phase."""
    then, now = attempt(1, depth=(1, 4), numbers=(1, 4)), attempt(2, depth=(2, 5), numbers=(2, 5))
    found = compared(then, now)
    assert found.better
    assert (found.better.kind, found.better.name) == (PHASE, "deep-dive")


def test_the_worst_is_the_one_of_the_shared_rule() -> None:
    """Numbers was missed in both rounds, so it is worse than what was missed once, though its share is better."""
    found = compared(attempt(1, depth=(3, 3), numbers=(2, 3)), attempt(2, depth=(1, 3), numbers=(2, 3)))
    assert names(found)[1] == "numbers"


def test_what_fell_comes_before_what_hardly_rose_and_with_nothing_missed_there_is_none() -> None:
    assert names(compared(attempt(1, depth=(1, 3), numbers=(2, 2)), attempt(2, depth=(2, 3), numbers=(1, 2)))) == (
        "depth", "numbers"
    )  # fmt: skip
    assert names(compared(attempt(1, depth=(1, 3)), attempt(2, depth=(3, 3)))) == ("depth", "")
    assert names(compared(attempt(1, depth=(0, 3)), attempt(2, depth=(2, 3)))) == ("depth", "depth")


def test_without_two_rounds_that_asked_for_the_same_there_is_nothing_to_compare() -> None:
    weak = weaknesses([])
    assert since([], weak) is None
    assert since([attempt(1, depth=(1, 2))], weak) is None
    other = attempt(1, phase="clarify", depth=(1, 2), told={"phases": ("clarify",)})
    assert since([other, attempt(2, depth=(1, 2), told={"phases": ("deep-dive",)})], weak) is None


def redone(day: int, base: str = "", **counts: Any) -> Attempt:
    """A deep dive alone."""
    return attempt(day, told={"phases": ("deep-dive",), "base": base}, **counts)


def test_a_step_that_was_redone_is_compared_on_its_phase_with_the_round_it_comes_from() -> None:
    first, second = attempt(1, depth=(1, 4)), attempt(2, depth=(2, 4))
    found = compared(first, second, redone(3, first.known.session, depth=(3, 4)))
    assert found.before.known is first.known
    assert names(found) == ("deep-dive", "deep-dive")
    gone = compared(second, redone(3, "20260101T000000Z-gone-0000", depth=(2, 4)))
    assert gone.before.known is second.known
    assert names(gone) == ("", "deep-dive")


def test_of_a_redone_step_the_points_count_that_both_rounds_asked_for_in_it() -> None:
    """Of six points of the deep dive now two were made before it then, and so were at hand."""
    first = attempt(1, depth=(2, 4))
    again = redone(3, first.known.session, depth=(5, 6))
    found = compared(first, again)
    assert found.better
    assert (found.better.before, found.better.now) == (Points(2, 4), Points(3, 4))


def test_a_whole_round_is_compared_with_the_last_whole_one_not_with_a_step() -> None:
    first = attempt(1, depth=(1, 4))
    found = compared(first, redone(2, first.known.session, depth=(4, 4)), attempt(3, depth=(2, 4)))
    assert found.before.known is first.known
    assert names(found) == ("depth", "depth")
    alone = compared(redone(2, depth=(1, 4)), attempt(3, depth=(2, 4)))
    assert alone.better
    assert alone.better.kind == PHASE
