"""Which practice figures agreed with real interviews."""

from datetime import UTC, date, datetime

from coach.interview.agreement import Agreement, agreement
from coach.interview.agreement_words import told
from coach.interview.brief import Brief, Own
from coach.interview.debrief import Debrief
from coach.interview.gaps import LOOK_BACK
from tests.rounds import a_round, utc_day


def interview(day: int, probed: str = "", stuck: str = "", *, finished: bool = True) -> Debrief:
    """An interview on a day of November 2026, with the dimensions it was about."""
    return Debrief(
        f"d{day}", date(2026, 11, day), probed_dimensions=tuple(probed.split()), stuck_dimensions=tuple(stuck.split()),
        at=datetime(2026, 11, day, tzinfo=UTC), finished=finished,
    )  # fmt: skip


def graded(known: Brief, **grades: int | None) -> Brief:
    """A round with other grades than 2."""
    own = {name: Own(*row)._replace(grade=grades.get(name, 2)) for name, row in known.own_rows.items()}
    return known._replace(own_rows=own)


def cases(debriefs: list[Debrief], rounds: list[Brief]) -> list[tuple[str, list[str], bool]]:
    """Each case with what the figures said, a ! before what they called weak."""
    found = agreement(debriefs, rounds, utc_day).cases
    return [
        (
            case.dimension,
            [("!" if said.weak else "") + said.told if said else "-" for said in case.said],
            case.stuck,
        )
        for case in found
    ]


def words(debriefs: list[Debrief], rounds: list[Brief]) -> list[str]:
    return told(agreement(debriefs, rounds, utc_day))


def test_each_dimension_the_interview_asked_about_is_held_against_the_rounds_before_it() -> None:
    rounds = [
        graded(a_round(9, depth=(1, 4), numbers=(3, 4)), depth=3),
        graded(a_round(5, depth=(0, 4), numbers=(2, 4)), numbers=3),
    ]
    assert cases([interview(10, "depth", "numbers")], rounds) == [
        ("depth", ["grade 3", "7 of 8 points", "missed in 1 of 2"], False),
        ("numbers", ["!grade 2", "!3 of 8 points", "!missed in 2 of 2"], True),
    ]


def test_where_the_person_got_stuck_they_were_asked_too_and_once() -> None:
    rounds = [a_round(9, depth=(1, 4))]
    assert [(name, stuck) for name, _, stuck in cases([interview(10, "depth", "depth")], rounds)] == [("depth", True)]


def test_half_of_the_points_is_not_less_than_half() -> None:
    assert cases([interview(10, "depth")], [a_round(9, depth=(2, 4))])[0][1][1] == "2 of 4 points"


def test_a_figure_that_knows_nothing_of_a_dimension_says_nothing() -> None:
    rounds = [graded(a_round(9, depth=(1, 4)), framing=None, driving=3)]
    assert cases([interview(10, "framing driving success")], rounds) == [
        ("framing", ["-", "-", "-"], False),
        ("driving", ["grade 3", "-", "-"], False),
    ]


def test_an_older_grade_counts_where_the_newest_round_gave_none() -> None:
    rounds = [graded(a_round(9, depth=(1, 4)), depth=None), graded(a_round(8, depth=(1, 4)), depth=4)]
    assert cases([interview(10, "depth")], rounds)[0][1][0] == "grade 4"


def test_only_what_was_graded_before_the_day_counts_and_of_that_the_last_five() -> None:
    rounds = [a_round(day, depth=(1, 1)) for day in range(20, 4, -1)]
    ((_, said, _),) = cases([interview(15, "depth")], rounds)
    assert said[2] == f"!missed in {LOOK_BACK} of {LOOK_BACK}"
    assert cases([interview(5, "depth")], rounds) == []
    late = a_round(3, depth=(1, 1))._replace(graded="2026-11-05T08:00:00.000Z")
    assert cases([interview(5, "depth")], [late]) == []


def test_unfinished_debriefs_and_those_that_name_no_dimension_do_not_count() -> None:
    found = agreement([interview(10), interview(11, "depth", finished=False), interview(12, "depth")], [], utc_day)
    assert found == Agreement(1, 0, [])


# In words


ROUNDS = [graded(a_round(9, depth=(1, 4), numbers=(3, 4)), depth=3), graded(a_round(8, numbers=(3, 4)), depth=3)]


def test_with_fewer_than_three_it_says_how_many_are_needed() -> None:
    needs = "this says which practice figures agreed with how it went."
    assert words([], ROUNDS) == [f"After 3 more debriefs that name a dimension, {needs}"]
    two = [interview(10, "depth"), interview(11, "depth")]
    assert words(two, ROUNDS) == [f"After 1 more debrief that names a dimension, {needs}"]


def test_figures_are_counted_and_the_misses_named() -> None:
    three = [interview(10, "numbers", "depth"), interview(11, "", "depth numbers"), interview(12, "", "numbers")]
    assert words(three, ROUNDS) == [
        "Your own grades were right about 2 of 5: numbe twice. They missed depth (grade 3, stuck twice). They warned "
        "in vain of numbe (grade 2, not stuck).",
        "The points you confirmed were right about 2 of 5: numbe twice. They missed depth (3 of 4 points, stuck twice)."
        " They warned in vain of numbe (2 of 8 points, not stuck).",
        "Gaps in two rounds or more were right about 2 of 5: numbe twice. They missed depth (missed in 1 of 1, stuck "
        "twice). They warned in vain of numbe (missed in 2 of 2, not stuck).",
        "They differ too little to trust one of them more than the others.",
    ]


def test_one_figure_is_trusted_more_when_it_is_right_twice_more() -> None:
    rounds = [graded(a_round(9, depth=(3, 4), numbers=(3, 4), framing=(0, 4)), depth=3, numbers=3)]
    one = [interview(10, "framing", "depth"), interview(11, "", "framing"), interview(12, "depth")]
    assert words(one, rounds)[-1] == "They differ too little to trust one of them more than the others."
    two = [interview(10, "", "depth"), interview(11, "", "numbers"), interview(12, "framing")]
    assert words(two, rounds)[-1] == (
        "So far the points you confirmed told more than your own grades and gaps in two rounds or more."
    )


def test_a_figure_that_never_spoke_is_not_counted() -> None:
    rounds = [graded(a_round(9, depth=(3, 4)), depth=None)]
    found = words([interview(10, "", "depth"), interview(11, "depth"), interview(12, "depth")], rounds)
    assert found[0] == "Your own grades say nothing of what they asked about."
    assert found[-1] == "No dimension was spoken of by all of them, so they cannot be compared."


def test_without_rounds_before_it_says_so() -> None:
    three = [interview(day, "depth", "numbers") for day in (7, 8, 10)]
    assert words(three, []) == [
        "No graded round lies before these interviews, so there is no practice figure to compare with them."
    ]
    assert words(three, ROUNDS)[0].startswith("Only 1 of 3 debriefs has graded rounds before the interview; from 3 on ")


def test_who_was_never_stuck_or_always_is_told_that_it_cannot_be_known() -> None:
    days = (10, 11, 12)
    never = words([interview(day, "depth") for day in days], ROUNDS)
    always = words([interview(day, "", "depth") for day in days], ROUNDS)
    assert never == [
        "You named no dimension where you got stuck that you had practised, so it cannot be told which practice "
        "figures are right."
    ]
    assert always == [
        "You named no dimension where they probed and you did not get stuck, so it cannot be told which practice "
        "figures are right."
    ]


def test_a_figure_that_says_the_same_of_everything_is_not_trusted_for_it() -> None:
    rounds = [graded(a_round(9, depth=(1, 4), numbers=(1, 4), framing=(1, 4)), depth=2, numbers=2)]
    told_of = [interview(10, "", "depth"), interview(11, "", "numbers"), interview(12, "framing")]
    assert words(told_of, rounds)[-1] == "They differ too little to trust one of them more than the others."
