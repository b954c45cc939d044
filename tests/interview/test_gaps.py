"""The recurrent gaps of a person."""

from collections.abc import Iterable
from datetime import date

from coach.content.aspects import DIMENSION, LINCHPIN, SKILL
from coach.interview.brief import Brief, Pin
from coach.interview.gaps import LOOK_BACK, Gap, weaknesses
from coach.interview.trial import Lost, Trial, trials_of
from tests.rounds import a_round


def names(*rounds: Brief) -> list[str]:
    """The dimensions of the gaps in their order."""
    return [gap.name for gap in gaps(rounds)]


def gaps(rounds: Iterable[Brief]) -> tuple[Gap, ...]:
    """The gaps in dimensions."""
    return weaknesses(trials_of(rounds)).dimensions


def test_a_gap_says_how_often_how_much_and_where_last() -> None:
    rounds = [
        a_round(20, numbers=(0, 3)),
        a_round(14, numbers=(2, 4), phase="tradeoffs"),
        a_round(9, framing=(0, 2)),
        a_round(8, numbers=(3, 3)),
    ]
    assert gaps(rounds) == (
        Gap((DIMENSION, "numbers"), "numbe", 2, 3, 5, 10, "20261114T101500Z-q14-0014", "q14",
            "2026-11-14T10:15:00.000Z", "Point 0 of numbers on day 14", "deep-dive", 1.5),
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
    assert (recurrent.name, recurrent.recurrent) == ("numbers", True)
    assert (single.name, single.recurrent) == ("depth", False)


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
    assert [(gap.name, gap.rounds, gap.asked) for gap in gaps([short, a_round(13, framing=(1, 3))])] == [
        ("framing", 2, 2)
    ]


def test_the_point_named_is_the_heaviest_of_the_last_round_with_a_miss() -> None:
    known = a_round(14, numbers=(3, 3))
    (gap,) = gaps([known._replace(missed_rows=known.missed[::-1])])
    assert gap.point == "Point 2 of numbers on day 14"


def of_interview(day: int, *stuck: str, well: str = "") -> Trial:
    """A real interview in which the person got stuck on some dimensions."""
    made = {(DIMENSION, well): 1} if well else {}
    return Trial("", "", "", made, {(DIMENSION, name): [Lost("")] for name in stuck}, interview=date(2026, 11, day))


def test_where_somebody_got_stuck_in_an_interview_comes_before_all_that_rounds_show() -> None:
    rounds = [*trials_of([a_round(14, numbers=(5, 5), framing=(1, 4)), a_round(13, numbers=(5, 5), framing=(0, 4))])]
    framing, numbers = weaknesses([of_interview(20, "framing"), *rounds]).dimensions
    assert (framing.name, framing.recurrent, framing.rounds, framing.asked) == ("framing", True, 1, 2)
    assert numbers.name == "numbers"
    assert framing.told(date(2026, 11, 14)) == (
        "frami: you got stuck on it in the interview of 20 Nov; "
        "missed in 1 of the last 2 rounds that asked for it, last in q14 on 14 Nov"
    )


def test_an_interview_alone_is_a_gap_without_a_round() -> None:
    (gap,) = weaknesses([of_interview(20, "safety", well="depth")]).dimensions
    assert (gap.name, gap.session, gap.rounds) == ("safety", "", 0)
    assert gap.told(None) == "safety: you got stuck on it in the interview of 20 Nov"


def test_skills_and_headings_of_linchpins_go_by_the_same_rule() -> None:
    pins = [Pin("a", "how fresh", ["freshness"], "never"), Pin("b", "", ["cost", "scale"], "asked"),
            Pin("c", "the bill", ["cost"], "back"), Pin("d", "", ["scale"], "met")]  # fmt: skip
    missed = [point._replace(skills=("estimation", "model-choice")) for point in a_round(14, numbers=(2, 3)).missed]
    known = a_round(14, numbers=(2, 3))._replace(
        missed_rows=missed, made_skills={"estimation": ["a", "b", "c"]}, pin_rows=pins
    )
    weak = weaknesses(trials_of([known]))
    assert [(gap.name, gap.short, gap.missed, gap.points) for gap in weak.skills] == [
        ("model-choice", "model choice", 2, 2), ("estimation", "estimation", 2, 5),
    ]  # fmt: skip
    assert [(gap.name, gap.missed, gap.points, gap.point) for gap in weak.linchpins] == [
        ("freshness", 1, 1, "how fresh"), ("cost", 1, 2, "the bill"),
    ]  # fmt: skip
    assert weak.linchpins[0].told(date(2026, 11, 14)) == "freshness: 1 of 1 linchpin not asked for in q14 on 14 Nov"
    assert weak.trained_by(["retrieval", "estimation", "model-choice"]) == ["model-choice", "estimation"]
    assert {aspect for aspect, _ in weak.aspects} == {DIMENSION, SKILL, LINCHPIN}


def test_interviews_take_no_place_of_a_round_and_only_the_last_three_count() -> None:
    real = [of_interview(20 - day, name) for day, name in enumerate(("depth", "flow", "choice", "success"))]
    rounds = [*trials_of([a_round(14 - day, numbers=(1, 2)) for day in range(LOOK_BACK + 1)])]
    weak = weaknesses([*real, *rounds]).dimensions
    assert [gap.name for gap in weak] == ["depth", "flow", "choice", "numbers"], "the newest interview first"
    assert (weak[-1].rounds, weak[-1].asked) == (LOOK_BACK, LOOK_BACK)


def test_an_interview_before_all_of_the_last_rounds_is_over() -> None:
    rounds = [*trials_of([a_round(14 - day, numbers=(0, 2)) for day in range(LOOK_BACK)])]
    assert weaknesses([*rounds, of_interview(2, "depth")]).dimensions == ()
    assert weaknesses([*rounds[:-1], of_interview(2, "depth")]).dimensions


def test_a_dimension_that_only_an_interview_showed_has_the_name_that_rounds_give_it() -> None:
    weak = weaknesses([of_interview(20, "framing"), *trials_of([a_round(14, numbers=(0, 2))])]).dimensions
    assert [gap.short for gap in weak] == ["frami"]
