"""The recurrent gaps of a person."""

from datetime import date

from coach.interview.brief import Brief
from coach.interview.gaps import LOOK_BACK, Gap, gaps
from tests.rounds import a_round


def names(*rounds: Brief) -> list[str]:
    """The dimensions of the gaps in their order."""
    return [gap.dimension for gap in gaps(rounds)]


def test_a_gap_says_how_often_how_much_and_where_last() -> None:
    rounds = [
        a_round(20, numbers=(0, 3)),
        a_round(14, numbers=(2, 4), phase="tradeoffs"),
        a_round(9, framing=(0, 2)),
        a_round(8, numbers=(3, 3)),
    ]
    assert gaps(rounds) == (
        Gap("numbers", "numbe", 2, 3, 5, 10, "20261114T101500Z-q14-0014", "q14", "2026-11-14T10:15:00.000Z",
            "Point 0 of numbers on day 14", "deep-dive", 1.5),
    )  # fmt: skip


def test_the_evidence_is_told_in_words() -> None:
    twice, once = a_round(14, numbers=(2, 4)), a_round(13, numbers=(1, 4))
    assert gaps([twice, once])[0].told(date(2026, 11, 14)) == (
        "numbe: missed in 2 of the last 2 rounds that asked for it, last in q14 on 14 Nov"
    )
    assert gaps([twice])[0].told(date(2026, 11, 14)) == "numbe: 2 of 4 points missed in q14 on 14 Nov"


def test_without_a_graded_round_or_a_miss_there_is_none() -> None:
    assert gaps([]) == ()
    assert gaps([a_round(14, numbers=(0, 3))]) == ()
    assert gaps([a_round(14, status="finished")]) == ()


def test_only_the_last_five_graded_rounds_count() -> None:
    lately = [a_round(day, numbers=(0, 1)) for day in range(20, 15, -1)]
    assert names(*lately, a_round(10, numbers=(1, 1))) == []
    ungraded = a_round(21, status="finished")
    assert names(ungraded, *lately[1:], a_round(10, numbers=(1, 1))) == ["numbers"]


def test_what_is_not_scored_is_no_gap() -> None:
    assert names(a_round(14, driving=(2, 2))) == []


def test_recurrent_ones_come_before_single_ones() -> None:
    recurrent, single = gaps([a_round(14, depth=(5, 5), numbers=(1, 5)), a_round(13, numbers=(1, 5))])
    assert (recurrent.dimension, recurrent.recurrent) == ("numbers", True)
    assert (single.dimension, single.recurrent) == ("depth", False)


def test_then_the_share_of_rounds_then_of_points_then_the_weight_decides() -> None:
    both = {"numbers": (1, 5), "depth": (4, 5)}
    assert names(a_round(14, **both), a_round(13, **both), a_round(12, depth=(0, 5))) == ["numbers", "depth"]
    assert names(a_round(14, **both)) == ["depth", "numbers"]
    assert names(a_round(14, framing=(1, 2), numbers=(1, 2), depth=(1, 2))) == ["depth", "numbers", "framing"]


def test_a_round_that_did_not_ask_for_it_is_not_held_against_it() -> None:
    (gap,) = gaps([a_round(14, framing=(0, 1)), a_round(13, numbers=(1, 1))])
    assert (gap.rounds, gap.asked) == (1, 1)


def test_an_extra_that_was_made_does_not_count() -> None:
    known = a_round(14, numbers=(1, 1))
    (gap,) = gaps([known._replace(extras=["more"])])
    assert (gap.missed, gap.points) == (1, 1)


def test_a_first_look_speaks_for_no_gap_and_takes_no_place_among_the_last_rounds() -> None:
    looks = [a_round(20 - n, framing=(2, 2))._replace(own_rows={}) for n in range(LOOK_BACK)]
    assert gaps(looks) == ()
    assert gaps([*looks, a_round(3, numbers=(1, 1))]) == gaps([a_round(3, numbers=(1, 1))])


def test_a_short_round_counts_for_what_it_asked() -> None:
    short = a_round(14, framing=(1, 1))._replace(phases=("clarify",), planned=120)
    assert [(gap.dimension, gap.rounds, gap.asked) for gap in gaps([short, a_round(13, framing=(1, 3))])] == [
        ("framing", 2, 2)
    ]


def test_the_point_named_is_the_heaviest_of_the_last_round_with_a_miss() -> None:
    known = a_round(14, numbers=(3, 3))
    (gap,) = gaps([known._replace(missed_rows=known.missed[::-1])])
    assert gap.point == "Point 2 of numbers on day 14"
