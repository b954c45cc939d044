"""The plan until the interview."""

from datetime import timedelta
from itertools import pairwise
from random import Random
from typing import Any

import pytest

from coach.content.aspects import DIMENSION
from coach.content.terms import PHASES
from coach.interview.brief import Brief
from coach.interview.debrief import Debrief
from coach.interview.questions import latest
from coach.interview.study_ground import is_something
from coach.interview.study_items import CARDS, DRILLS, GRADE, KNOWN, MOCK, PAGE, RESUME, ROUND, STEP, Item
from coach.interview.study_plan import OPEN_END, study_plan
from coach.interview.study_slots import step_to_redo
from tests.plans import QUESTIONS, SMALL, TASTE, day, did, drills, ground, lives, through, told_of

LIVES = range(12)
DAYS = 30


def kinds(items: tuple[Item, ...]) -> list[str]:
    """What items are."""
    return [item.kind for item in items]


# whatever a person did


@pytest.mark.parametrize("seed", LIVES)
def test_no_day_takes_more_than_one_round_beyond_its_time(seed: int) -> None:
    for now in lives(seed, DAYS):
        plan, spent = study_plan(now), 0
        for number, one in enumerate(plan[1:], 1):
            spent += one.minutes
            assert one.minutes <= now.room + now.most_cards + 1
            assert spent <= number * now.a_day + 2 * now.usual + 10, "what was missed, and half a round in advance"


@pytest.mark.parametrize("seed", LIVES)
def test_no_question_comes_again_while_others_were_never_tried(seed: int) -> None:
    for now in lives(seed, DAYS):
        tried = set(latest(QUESTIONS, [known for known in now.rounds if known.open or is_something(known)]))
        for _, item in drills(study_plan(now)):
            if item.kind != STEP:
                assert item.scenario not in tried or len(tried) == len(QUESTIONS)
                tried.add(item.scenario)


@pytest.mark.parametrize("seed", LIVES)
def test_two_mocks_are_a_week_apart_and_none_is_the_first_round(seed: int) -> None:
    for now in lives(seed, DAYS):
        done = sorted(now.day(known.started) for known in now.rounds if known.mock)
        planned = [on for on, item in drills(study_plan(now)) if item.kind == MOCK]
        days = [*done[-1:], *planned]
        least = [3 if now.days_left(on) in (2, 3, 4) else 7 for on in days]  # the last one has its own days
        assert all(b - a >= timedelta(days=days) for (a, b), days in zip(pairwise(days), least[1:], strict=True))
        assert now.rounds or not planned or planned[0] > drills(study_plan(now))[0][0]


@pytest.mark.parametrize("seed", LIVES)
def test_the_eve_and_the_day_are_easy(seed: int) -> None:
    for now in lives(seed, DAYS):
        for one in study_plan(now):
            left = now.days_left(one.date)
            assert left not in (0, 1) or (not one.drills and PAGE in kinds(one.items))
            assert (PAGE in kinds(one.items)) == (left in (0, 1))


@pytest.mark.parametrize("seed", LIVES)
def test_the_same_facts_give_the_same_plan_with_a_day_for_each_until_the_interview(seed: int) -> None:
    for now in lives(seed, DAYS):
        plan = study_plan(now)
        assert plan == study_plan(now)
        left = now.days_left(now.today)
        assert [one.date for one in plan] == [
            now.today + timedelta(days=number) for number in range(OPEN_END if left is None else left + 1)
        ]


@pytest.mark.parametrize("seed", LIVES)
def test_a_day_off_moves_the_questions_and_keeps_their_order(seed: int) -> None:
    for now in lives(seed, DAYS)[::5]:
        later = now._replace(today=now.today + timedelta(days=1))
        before = [item.scenario for _, item in drills(study_plan(now)) if item.kind != STEP]
        after = [item.scenario for _, item in drills(study_plan(later)) if item.kind != STEP]
        known = min(len(before), len(after))
        assert after[:known] == before[:known]


def test_who_does_what_is_planned_finds_the_same_plan_the_day_after() -> None:
    rounds, planned = [did("rag-support", -3, missed=["deep-dive"])], {}
    for number in range(14):
        now = ground(*rounds, today=number, interview=20)
        plan = study_plan(now)
        today = [item.kind for item in plan[0].items]
        assert today == planned.get(number, today)
        planned = {at: [item.kind for item in one.items] for at, one in enumerate(plan, number)}
        for item in plan[0].items:
            assert item.kind in DRILLS
            minutes = 20 if item.kind == STEP else 45
            rounds.append(
                did(item.scenario, number, mock=item.kind == MOCK, minutes=minutes, base=item.session,
                    phases=[item.phase] if item.phase else PHASES, missed=["deep-dive"])
            )  # fmt: skip


@pytest.mark.parametrize("seed", range(60))
def test_what_the_evening_says_of_tomorrow_the_morning_says(seed: int) -> None:
    chance = Random(seed)
    for now in lives(seed, 20):
        evening = through(now, chance)
        today, *ahead = study_plan(evening)
        assert {item.kind for item in today.left} <= {PAGE}
        if ahead:
            tomorrow = now.today + timedelta(days=1)
            morning, *_ = study_plan(evening._replace(today=tomorrow))
            assert ahead[0] == morning


# how much


@pytest.mark.parametrize(("hours", "rounds"), [(1, (0, 2)), (3, (3, 6)), (5, (6, 9)), (10, (11, 15)), (20, (22, 32))])
def test_the_hours_decide_how_many_rounds_two_weeks_hold(hours: int, rounds: tuple[int, int]) -> None:
    plan = study_plan(ground(did("rag-support", -4), hours=hours, cards=6.0))
    number = sum(item.kind != STEP for _, item in drills(plan))
    assert rounds[0] <= number <= rounds[1]
    assert sum(one.minutes for one in plan) <= 2 * hours * 60 + 110


def test_a_week_off_makes_no_wall() -> None:
    before = did("rag-support", -9, missed=["deep-dive"])
    off, on = study_plan(ground(before, interview=30)), study_plan(ground(before, interview=30, today=-8))
    assert max(one.minutes for one in off) <= max(one.minutes for one in on)
    assert len(drills(off[:7])) <= len(drills(on[:7])) + 1


def test_what_was_done_in_the_last_days_counts() -> None:
    much = [did(f"q{number:02}", -1, hour=10 + number) for number in range(4)]
    assert drills(study_plan(ground(*much)))[0][0] > day(0)
    assert drills(study_plan(ground(much[0])))[0][0] == day(0)
    half = [did(f"q{number:02}", -1, hour=10 + number, minutes=1) for number in range(4)]
    assert drills(study_plan(ground(*half)))[0][0] == day(0)


def test_a_week_off_does_not_pay_for_three_rounds_in_a_day_nor_do_these_cost_a_week() -> None:
    busy = [did("rag-support", -9), *(did(f"q{number:02}", -1, hour=10 + number) for number in range(3))]
    assert drills(study_plan(ground(*busy)))[0][0] == day(1)
    very_busy = [did(f"q{number:02}", -1, hour=10 + number) for number in range(9)]
    assert drills(study_plan(ground(*very_busy)))[0][0] == day(1)


def test_what_was_spent_on_cards_counts() -> None:
    before, much = did("rag-support", -1), {day(-1): 14.0}
    assert drills(study_plan(ground(before)))[0][0] == day(0)
    assert drills(study_plan(ground(before, gone_through=much)))[0][0] == day(1)


def test_more_than_was_planned_today_leaves_tomorrow_free() -> None:
    before = did("rag-support", -2, mock=True)
    (first,) = study_plan(ground(before))[0].items
    done = did(first.scenario, 0)
    assert drills(study_plan(ground(before, done)))[0][0] == day(1)
    assert drills(study_plan(ground(before, done, did("q11", 0, hour=20))))[0][0] > day(1)


def test_a_round_that_was_shorter_than_planned_leaves_time_for_tomorrow() -> None:
    before = did("rag-support", -1)
    (first,) = study_plan(ground(before))[0].items
    assert drills(study_plan(ground(before, did(first.scenario, 0))))[0][0] > day(1)
    assert drills(study_plan(ground(before, did(first.scenario, 0, minutes=16))))[0][0] == day(1)


def test_cards_come_first_and_take_at_most_a_third_of_the_day() -> None:
    (cards, *_), *_ = [one.items for one in study_plan(ground(did("rag-support", -4), cards=4.0))]
    assert (cards.kind, cards.minutes, cards.command, cards.why) == (CARDS, 4, "coach quiz", "6 new")
    (cards, *_), *_ = [one.items for one in study_plan(ground(did("rag-support", -4), cards=60.0))]
    assert (cards.minutes, cards.command) == (14, "coach quiz --minutes 14")


def test_two_rounds_fit_where_the_hours_ask_for_almost_two() -> None:
    plan = study_plan(ground(did("rag-support", -4), hours=12))
    assert max(len(one.drills) for one in plan) == 2
    assert all(len(one.drills) < 2 for one in study_plan(ground(did("rag-support", -4), hours=6)))


# what


def test_the_first_round_of_all_is_the_one_everybody_can_do_and_comes_before_new_cards() -> None:
    plan = study_plan(ground(questions=[*QUESTIONS, TASTE], cards=4.0))
    first = Item(ROUND, 54, "coach practice rag-support", "a first question", "rag-support")
    assert (plan[0].items[0], kinds(plan[0].items)) == (first, [ROUND, CARDS])
    assert kinds(study_plan(ground(did("rag-support", -4), cards=4.0))[0].items)[0] == CARDS
    assert all(item.scenario != "tags" for _, item in drills(plan))


def test_a_question_that_trains_what_is_weak_comes_first_and_says_so() -> None:
    weak = QUESTIONS[7].skills[0]
    known = did("rag-support", -4, missed=["clarify"], skills=[weak], mock=True)
    _, item = drills(study_plan(ground(known)))[0]
    assert weak in next(question.skills for question in QUESTIONS if question.id == item.scenario)
    assert item.why == f"trains {weak.replace('-', ' ')}"
    _, item = drills(study_plan(ground(known._replace(missed_rows=()))))[0]
    assert item.why.startswith("new: s ")


def test_when_all_were_tried_the_one_done_longest_ago_comes() -> None:
    rounds = [did(question.id, number - 40) for number, question in enumerate(QUESTIONS)]
    _, item = drills(study_plan(ground(*rounds, did("q03", -3, phases=["clarify"]))))[0]
    assert (item.scenario, item.why) == ("rag-support", "your mock of the week")
    plan = drills(study_plan(ground(*rounds, did("q03", -3, mock=True))))
    assert next(item.why for _, item in plan if item.kind == ROUND) == "done longest ago, on 12 Oct"


def test_a_question_of_a_format_of_its_own_takes_its_minutes_and_one_that_cannot_be_read_is_left_out() -> None:
    gone = SMALL._replace(id="gone", format="gone")
    planned = dict.fromkeys((item.scenario, item.minutes) for _, item in drills(study_plan(
        ground(did("rag-support", -4), questions=[QUESTIONS[0], SMALL, gone])
    )))  # fmt: skip
    assert ("tiny", 10) in planned
    assert "gone" not in [scenario for scenario, _ in planned]
    assert drills(study_plan(ground(questions=[TASTE]))) == []


def test_after_two_whole_rounds_the_step_in_which_most_was_missed_is_redone() -> None:
    rounds = [
        did("rag-support", -6, missed=["deep-dive", "deep-dive", "clarify"], mock=True),
        did("q01", -4, missed=["tradeoffs"]),
    ]
    _, item = drills(study_plan(ground(*rounds)))[0]
    assert item == Item(
        STEP, 25, "coach practice --phase deep-dive --from 9994", "2 points missed in it on 15 Nov", "rag-support",
        "deep-dive", rounds[0].session, title="Deep dive",
    )  # fmt: skip
    again = did("rag-support", -4, hour=20, phases=["deep-dive"], minutes=20, base=rounds[0].session)
    plan = drills(study_plan(ground(*rounds, again)))
    assert [item.kind == STEP for _, item in plan][:3] == [False, False, True]
    assert (plan[2][1].command, plan[2][1].why) == ("", "a step again, of what you miss by then")
    more = [did("q02", -2), did("q03", -1)]
    _, item = drills(study_plan(ground(*rounds, again, *more)))[0]
    assert (item.kind, item.phase, item.scenario) == (STEP, "tradeoffs", "q01")


def test_without_a_miss_no_step_is_redone() -> None:
    _, item = drills(study_plan(ground(did("rag-support", -6, mock=True), did("q01", -4))))[0]
    assert item.kind == ROUND


def test_between_two_mocks_there_is_a_round_where_there_is_little_time() -> None:
    plan = drills(study_plan(ground(did("rag-support", -4), hours=1, interview=200)))
    kinds = [item.kind for on, item in plan if item.kind != STEP and on < day(190)]
    assert kinds[:6] == [MOCK, ROUND] * 3


def test_the_first_round_of_all_is_no_mock_even_in_the_last_days() -> None:
    assert [item.kind for _, item in drills(study_plan(ground(interview=3)))] == [ROUND, MOCK]


@pytest.mark.parametrize("left", range(9, 41))
def test_the_last_mock_is_two_to_four_days_before_the_interview(left: int) -> None:
    mocks = [on for on, item in drills(study_plan(ground(did("rag-support", -9), interview=left))) if item.kind == MOCK]
    assert (day(left) - mocks[-1]).days in (2, 3, 4)
    *gaps, last = [(b - a).days for a, b in pairwise(mocks)] or [7]
    assert all(7 <= gap <= 13 for gap in gaps)
    assert 3 <= last <= 13


@pytest.mark.parametrize("ago", [3, 4, 5])
def test_a_mock_of_ones_own_does_not_take_the_place_of_the_last_one(ago: int) -> None:
    rounds = did("rag-support", -9), did("q01", 4 - ago, mock=True)
    last = [on for on, item in drills(study_plan(ground(*rounds, interview=8, today=1))) if item.kind == MOCK]
    assert [(day(8) - on).days in (2, 3, 4) for on in last] == [True]
    rounds = did("rag-support", -9), did("q01", 0, mock=True)
    assert all(item.kind != MOCK for _, item in drills(study_plan(ground(*rounds, interview=4))))


@pytest.mark.parametrize("hours", [1, 2, 3])
@pytest.mark.parametrize("cards", [0.0, 20.0])
@pytest.mark.parametrize("left", range(3, 31))
def test_the_last_mock_has_its_place_where_there_is_little_time(hours: int, cards: float, left: int) -> None:
    plan = study_plan(ground(did("rag-support", -1), interview=left, hours=hours, cards=cards))
    mocks = [on for on, item in drills(plan) if item.kind == MOCK]
    assert (day(left) - mocks[-1]).days in (2, 3, 4)


# today


def test_what_waits_comes_first_today_and_takes_its_time() -> None:
    waits = [did("q01", -2, status="finished"), did("q02", -1, status="paused", minutes=10)]
    plan = study_plan(ground(*waits, did("rag-support", -4), cards=4.0, interview=9))
    assert kinds(plan[0].items) == [GRADE, RESUME, CARDS]
    grade, resume, _ = plan[0].items
    assert (grade.command, grade.minutes) == ("coach grade 9998", 9)
    assert (resume.command, resume.minutes) == ("coach resume 9999", 42)
    assert RESUME not in kinds(study_plan(ground(did("q02", -4, status="paused")))[0].items), "nor in anyone's way"
    two = did("q02", -1, status="paused"), did("q03", -2, status="paused")
    assert [item.scenario for item in study_plan(ground(*two))[0].items if item.kind == RESUME] == ["q02"]


def test_what_was_done_stays_in_its_place() -> None:
    before = did("rag-support", -4, mock=True)
    (planned,) = study_plan(ground(before))[0].items
    done = did(planned.scenario, 0)
    plan = study_plan(ground(before, done))
    (item,) = plan[0].items
    assert (item.done, item.scenario, item.session) == (True, planned.scenario, done.session)
    assert plan[0].left == ()
    assert planned.scenario not in [item.scenario for _, item in drills(plan)]


@pytest.mark.parametrize("spent", [0, 45, 52, 54, 60])
def test_grading_what_waited_changes_nothing_else_today(spent: int) -> None:
    before = did("rag-support", -2, minutes=spent, mock=True)
    morning = study_plan(ground(before, did("q01", -1, status="finished")))[0].items
    evening = study_plan(ground(before, did("q01", -1, graded=0)))[0].items
    assert [item.kind for item in evening] == [item.kind for item in morning]


def test_another_question_fills_the_place_too_and_the_planned_one_comes_next() -> None:
    before = did("rag-support", -4, mock=True)
    (planned,) = study_plan(ground(before))[0].items
    other = next(question.id for question in QUESTIONS[1:] if question.id != planned.scenario)
    plan = study_plan(ground(before, did(other, 0)))
    assert [(item.scenario, item.done) for item in plan[0].items] == [(other, True)]
    assert plan[0].date < drills(plan)[0][0]


def test_the_round_that_was_planned_has_its_own_place_among_several() -> None:
    before = did("rag-support", -4, mock=True)
    planned = [item.scenario for item in study_plan(ground(before, hours=20))[0].items]
    assert len(planned) == 3
    items = study_plan(ground(before, did(planned[0], 0, mock=True, hour=20), did("q11", 0, hour=21), hours=20))[
        0
    ].items
    assert [(item.kind, item.scenario, item.done) for item in items][:2] == [
        (MOCK, planned[0], True), (ROUND, "q11", True),
    ]  # fmt: skip


def test_a_step_alone_does_not_fill_the_place_of_a_round_nor_does_a_first_look() -> None:
    before = did("rag-support", -4, mock=True)
    step = did("q01", 0, phases=["clarify"], minutes=5)
    assert not study_plan(ground(before, step))[0].items[0].done
    steps = did("q01", 0, phases=["deep-dive", "tradeoffs"], base="of-before", minutes=30)
    assert not study_plan(ground(before, steps))[0].items[0].done
    look = did("tags", 0, minutes=2)._replace(grades=False)
    assert not study_plan(ground(before, look, questions=[*QUESTIONS, TASTE]))[0].items[0].done


def test_a_whole_round_fills_the_place_of_a_step() -> None:
    rounds = [did("rag-support", -6, missed=["deep-dive"], mock=True), did("q01", -4)]
    assert kinds(study_plan(ground(*rounds))[0].items) == [STEP]
    (item,) = study_plan(ground(*rounds, did("q02", 0)))[0].items
    assert (item.kind, item.scenario, item.done) == (ROUND, "q02", True)


def test_a_round_of_today_that_waits_comes_first() -> None:
    before = did("rag-support", -4, mock=True)
    (planned,) = study_plan(ground(before))[0].items
    paused = did(planned.scenario, 0, status="paused", minutes=5)
    assert kinds(study_plan(ground(before, paused))[0].items) == [RESUME]
    assert kinds(study_plan(ground(before, did("q11", 0, status="paused")))[0].items)[0] == RESUME
    plan = study_plan(ground(before, did(planned.scenario, 0, status="finished")))
    assert [(item.kind, item.done) for item in plan[0].items] == [(GRADE, False), (ROUND, True)]


def test_a_round_on_another_question_that_was_begun_today_stands_in_the_place() -> None:
    before = did("rag-support", -4, mock=True)
    (item,) = study_plan(ground(before, did("q11", 0, status="paused", minutes=5)))[0].items
    assert (item.kind, item.scenario, item.minutes) == (RESUME, "q11", 48)
    two = did("q11", 0, status="paused"), did("q10", 0, status="paused", hour=20)
    assert kinds(study_plan(ground(before, *two))[0].items) == [RESUME, RESUME]
    look = did("tags", 0, status="paused", minutes=1)._replace(grades=False, planned=120)
    items = study_plan(ground(before, look, questions=[*QUESTIONS, TASTE]))[0].items
    assert [(item.kind, item.minutes) for item in items] == [(RESUME, 1), (ROUND, 54)]


def test_a_round_that_was_stepped_through_counts_for_nothing() -> None:
    before = did("rag-support", -4, mock=True)
    (planned,) = study_plan(ground(before))[0].items
    nothing = did(planned.scenario, 0, minutes=14)
    assert study_plan(ground(before, nothing))[0].items == (planned,)
    assert study_plan(ground(before, did(planned.scenario, 0, minutes=15)))[0].items[0].done
    item = study_plan(ground(before, did(planned.scenario, -1, minutes=1)))[0].items[-1]
    assert (item.scenario, item.why) == (planned.scenario, planned.why), "it is still new"


@pytest.mark.parametrize(("notes", "noted", "counts"), [(10, 1, True), (9, 3, True), (9, 2, False)])
def test_without_a_clock_notes_tell_whether_a_round_counts(notes: int, noted: int, counts: bool) -> None:
    before = did("rag-support", -4, mock=True)
    free = did("q05", 0)._replace(planned=None, notes=notes, noted=noted)
    assert study_plan(ground(before, free))[0].items[0].done == counts


@pytest.mark.parametrize(
    "more",
    [
        {"phases": ["deep-dive", "tradeoffs"], "format_": "scale"},
        {"phases": ["clarify", "high-level"], "format_": "thirty-five"},
        {"planned": 22, "minutes": 22},
    ],
)
def test_less_than_a_whole_round_is_a_step(more: dict[str, Any]) -> None:
    before = did("rag-support", -4, mock=True)
    (planned,) = study_plan(ground(before))[0].items
    assert study_plan(ground(before, did(planned.scenario, 0, **more)))[0].items == (planned,)
    rounds = did("rag-support", -6, missed=["deep-dive"], mock=True), did("q01", -4)
    assert [item.done for item in study_plan(ground(*rounds, did("rag-support", 0, **more)))[0].items] == [True]
    assert drills(study_plan(ground(*rounds, did("q03", -1, **more))))[0][1].kind == ROUND, "a step was done since"


def test_a_question_of_a_short_format_of_its_own_is_whole_in_it() -> None:
    before, questions = did("rag-support", -4, mock=True), [*QUESTIONS, SMALL]
    tiny = did("tiny", 0, planned=5, minutes=4, format_="five-minute")
    assert study_plan(ground(before, tiny, questions=questions))[0].items[0].done
    assert not study_plan(ground(before, tiny._replace(scenario="q01"), questions=questions))[0].items[0].done


def test_a_short_round_is_told_by_its_question_alone() -> None:
    rounds = did("rag-support", -6, missed=["deep-dive"], mock=True), did("q01", -4)
    (item,) = study_plan(ground(*rounds, did("q02", 0, planned=20, minutes=20)))[0].items
    assert (item.kind, item.what) == (ROUND, "q02")


def test_a_step_is_of_the_newest_whole_round_on_its_question() -> None:
    old = did("before", -9, missed=["deep-dive", "deep-dive"], mock=True)
    questions = [QUESTIONS[0]._replace(was=("before",)), *QUESTIONS[1:]]

    def redone(*rounds: Brief) -> Item | None:
        return step_to_redo(ground(old, *rounds, questions=questions))

    assert (item := redone(did("q01", -4, missed=["clarify"])))
    assert (item.scenario, item.phase, item.session) == ("rag-support", "deep-dive", old.session)
    newer = did("rag-support", -3, missed=["tradeoffs"])
    assert (item := redone(newer))
    assert (item.phase, item.session) == ("tradeoffs", newer.session)
    assert redone(did("rag-support", -3)) is None
    assert redone(did("rag-support", -3, phases=["deep-dive"], base=old.session)) is None, "by its new name"
    assert redone(did("rag-support", -3, status="finished")), "nothing is known of it yet"


def test_a_round_that_is_graded_anew_today_changes_nothing_of_today() -> None:
    rounds = did("rag-support", -4, missed=["deep-dive"], mock=True), did("q01", -2, missed=["clarify"])
    before = study_plan(ground(*rounds))[0]
    again = did("q01", -2, missed=["clarify"], again=0)
    assert study_plan(ground(rounds[0], again))[0] == before
    assert study_plan(ground(rounds[0], again._replace(status="finished")))[0] == before


def test_an_old_round_that_is_finished_today_fills_a_place() -> None:
    before = did("rag-support", -9, mock=True)
    assert kinds(study_plan(ground(before, did("q01", -6, status="paused", minutes=10)))[0].items) == [ROUND]
    (item,) = study_plan(ground(before, did("q01", -6, ended=0, graded=0)))[0].items
    assert (item.scenario, item.done) == ("q01", True)
    much_older = did("rag-support", -30), did("q01", -20, ended=0, graded=0)
    assert drills(study_plan(ground(*much_older, hours=1)))[0][0] > day(1), "its time was today's"


def test_a_round_that_was_given_up_is_neither_done_nor_tried() -> None:
    before = did("rag-support", -4, mock=True)
    (planned,) = study_plan(ground(before))[0].items
    for number in (0, -1):
        given_up = did(planned.scenario, number, status="abandoned", minutes=20)
        assert planned.scenario in [item.scenario for _, item in drills(study_plan(ground(before, given_up)))]
    assert study_plan(ground(before, did(planned.scenario, 0, status="abandoned")))[0].items == (planned,)


@pytest.mark.parametrize(
    ("more", "minutes"),
    [
        ({"minutes": 10}, 42),
        ({"minutes": 50}, 10),
        ({"minutes": 10, "format_": "thirty-five"}, 30),
        ({"minutes": 4, "phases": ["clarify"]}, 21),
    ],
)
def test_a_paused_round_without_a_clock_takes_what_is_left_of_the_usual_minutes(
    more: dict[str, Any], minutes: int
) -> None:
    paused = did("q02", -1, status="paused", planned=None, **more)
    item = study_plan(ground(did("rag-support", -4), paused))[0].items[0]
    assert (item.kind, item.minutes) == (RESUME, minutes)


def test_what_is_told_of_an_interview_steers_from_the_day_after_on() -> None:
    shares = {(DIMENSION, "safety"): 1.0}
    questions = [*QUESTIONS[:5], QUESTIONS[5]._replace(shares=shares), *QUESTIONS[6:]]
    before = did("rag-support", -4)

    def planned(*debriefs: Debrief) -> list[str]:
        plan = drills(study_plan(ground(before, questions=questions, debriefs=debriefs)))
        return [item.scenario for _, item in plan if item.kind != STEP]

    first, second, *_ = planned()
    assert planned(told_of(-1, "safety", at=0))[:2] == [first, QUESTIONS[5].id]
    assert second != QUESTIONS[5].id != first
    assert planned(told_of(-1, "safety"))[0] == QUESTIONS[5].id


def test_what_has_no_place_today_waits_for_tomorrow() -> None:
    waits = [did(f"q{number:02}", -2, status="finished", hour=10 + number) for number in range(3)]
    today, tomorrow, *_ = study_plan(ground(did("rag-support", -4), *waits, interview=20))
    assert [item.scenario for item in today.items if item.kind == GRADE] == ["q02", "q01"]
    assert [item.scenario for item in tomorrow.items if item.kind == GRADE] == ["q00"]


def test_what_was_graded_or_ended_today_is_done_and_was_not_known_in_the_morning() -> None:
    before = did("rag-support", -4, mock=True)
    (item, *_) = study_plan(ground(before, did("q01", -1, missed=["clarify"], graded=0)))[0].items
    assert (item.kind, item.scenario, item.done) == (GRADE, "q01", True)
    (item, *_) = study_plan(ground(before, did("q01", -1, ended=0, graded=0)))[0].items
    assert (item.kind, item.done) == (RESUME, True)
    items = study_plan(ground(before, did("q01", -1, status="finished", ended=0)))[0].items
    assert [(item.kind, item.done) for item in items][:2] == [(GRADE, False), (RESUME, True)]


def test_a_step_that_the_morning_could_not_tell_is_told_once_its_round_is_graded() -> None:
    rounds = [did("rag-support", -6, mock=True), did("q01", -4, phases=["clarify"]), did("q02", -3)]
    planned = study_plan(ground(*rounds, hours=10))[0].items
    assert [(item.kind, bool(item.command)) for item in planned] == [(ROUND, True), (STEP, False)]
    done = did(planned[0].scenario, 0, missed=["tradeoffs"])
    _, step = study_plan(ground(*rounds, done, hours=10))[0].items
    assert (step.phase, step.session) == ("tradeoffs", done.session)


def test_cards_are_done_when_none_is_left_or_their_time_was_spent() -> None:
    def done(**more: object) -> bool:
        return study_plan(ground(did("rag-support", -4), cards=60.0, **more))[0].items[0].done

    assert not done()
    assert done(cards_told="")
    assert done(gone_through={day(0): 14.0})
    assert not done(gone_through={day(0): 13.0})
    assert not done(gone_through={day(-1): 14.0})


def test_the_rest_of_the_cards_is_told_and_all_of_them_once_they_fit() -> None:
    def cards(**more: object) -> tuple[int, str]:
        item = study_plan(ground(did("rag-support", -4), cards=60.0, **more))[0].items[0]
        return item.minutes, item.command

    assert cards() == (14, "coach quiz --minutes 14")
    assert cards(gone_through={day(0): 4.0}, cards_left=56.0) == (10, "coach quiz --minutes 10")
    assert cards(gone_through={day(0): 4.0}, cards_left=10.4) == (10, "coach quiz")
    assert cards(gone_through={day(0): 11.0}, cards_left=6.0, cards_sure={day(0): 2.0}) == (6, "coach quiz")


# the last days


def test_on_the_eve_come_known_cards_and_the_page_and_on_the_day_the_page() -> None:
    rounds = did("rag-support", -4, missed=["clarify"]), did("q01", -1, status="finished")
    plan = study_plan(ground(*rounds, interview=1, known=10, known_left=10, cards=3.0))
    assert [kinds(one.items) for one in plan] == [[KNOWN, PAGE, CARDS], [PAGE]]
    assert plan[1].items[0].command == "coach checklist --mine"
    plan = study_plan(ground(interview=1, known=10))
    assert [(item.kind, item.done) for item in plan[0].items] == [(KNOWN, True), (PAGE, False)]
    assert plan[0].items[1].command == "coach checklist", "no gap to show yet"
    assert kinds(study_plan(ground(*rounds, interview=1))[0].items) == [PAGE]
    assert [kinds(one.items) for one in study_plan(ground(*rounds, interview=0, cards=3.0))] == [[PAGE]]
    assert KNOWN in kinds(study_plan(ground(*rounds, interview=9))[8].items)


def test_an_interview_that_is_over_ends_no_plan() -> None:
    assert len(study_plan(ground(did("rag-support", -4), interview=-1))) == OPEN_END


@pytest.mark.parametrize("minutes", [5, 30])
def test_pausing_the_round_of_today_leaves_the_days_after_in_their_order(minutes: int) -> None:
    before = [did("rag-support", -6, missed=["clarify"]), did("q01", -4)]
    plan = study_plan(ground(*before, interview=14))
    (drill,) = plan[0].drills
    assert drill.scenario
    paused = did(drill.scenario, 0, status="paused", minutes=minutes, mock=drill.kind == MOCK)
    ahead = [item for day_ in study_plan(ground(*before, paused, interview=14))[1:] for item in day_.drills]
    assert [(item.kind, item.scenario) for item in ahead] == [
        (item.kind, item.scenario) for day_ in plan[1:] for item in day_.drills
    ]


def test_who_comes_home_from_an_interview_and_told_of_it_is_asked_for_no_round() -> None:
    before = [did("rag-support", -6), did("q01", -4)]
    assert study_plan(ground(*before, cards=4))[0].drills
    resting = study_plan(ground(*before, cards=4, rests=True))
    assert kinds(resting[0].items) == [CARDS]
    assert resting[1].drills
