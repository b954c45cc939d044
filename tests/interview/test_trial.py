"""Graded rounds and interviews as occasions that showed something."""

from datetime import date

from coach.content.aspects import DIMENSION, SKILL
from coach.interview.debrief import Debrief
from coach.interview.trial import Trial, trials_of, with_interviews
from tests.rounds import a_round, utc_day


def of(day: int, probed: tuple[str, ...] = (), stuck: tuple[str, ...] = ()) -> Debrief:
    """What was told of an interview in November 2026."""
    return Debrief(f"d{day}", date(2026, 11, day), probed_dimensions=probed, stuck_dimensions=stuck)


def days(*trials: Trial) -> list[str]:
    """Of which day each is; an interview with a sign."""
    return [f"!{t.interview:%d}" if t.interview else t.started[8:10] for t in trials]


def test_interviews_stand_among_the_rounds_by_their_day_and_before_those_of_the_same() -> None:
    rounds = [a_round(20), a_round(14), a_round(9)]
    told = [of(21, ("depth",)), of(14, ("depth",)), of(3, ("depth",))]
    assert days(*with_interviews(trials_of(rounds), told, utc_day)) == ["!21", "20", "!14", "14", "09", "!03"]
    assert days(*with_interviews([], told, utc_day)) == ["!21", "!14", "!03"]
    assert days(*trials_of(rounds)) == ["20", "14", "09"]


def test_where_they_probed_and_nobody_got_stuck_was_made() -> None:
    (trial,) = with_interviews([], [of(3, ("depth", "safety"), ("safety", "framing", "driving"))], utc_day)
    assert trial.made == {(DIMENSION, "depth"): 1}
    assert [name for _, name in trial.lost] == ["safety", "framing"]


def test_what_says_nothing_is_left_out() -> None:
    look = a_round(20)._replace(own_rows={})
    assert list(trials_of([look, a_round(19, status="finished")])) == []
    assert list(with_interviews([], [of(21), of(20, ("driving",))], utc_day)) == []


def test_a_redone_step_is_no_round_of_its_own_but_stands_in_the_round_that_it_redoes() -> None:
    whole = a_round(9, "rag", numbers=(2, 3), framing=(1, 2))
    again = a_round(12, "rag", numbers=(1, 3))._replace(base=whole.session, made_skills={"cost": ["numbers-2"]})
    whole = whole._replace(made_skills={"cost": ["numbers-2", "framing-1"]})
    once_more = a_round(13, "rag", numbers=(0, 3))._replace(base=again.session)
    other = a_round(10, "other", depth=(1, 1))
    (newer, older) = trials_of([again, other, whole])
    assert (newer.scenario, older.session) == ("other", whole.session)
    assert {name: len(lost) for (_, name), lost in older.lost.items()} == {"numbers": 1, "framing": 1}
    assert [older.lost[DIMENSION, name][0].session for name in ("numbers", "framing")] == [again.session, whole.session]
    assert older.made == {(DIMENSION, "numbers"): 2, (DIMENSION, "framing"): 1, (SKILL, "cost"): 2}
    _, older = trials_of([once_more, again, other, whole])
    assert [name for _, name in older.lost] == ["framing"], "a step redone twice counts as it was the last time"
    (alone,) = trials_of([again])
    assert alone.session == again.session, "the round that it redid was forgotten"
