"""The plan as a screen."""

import re

import pytest

from coach.interview.study_ground import Ground
from coach.interview.study_plan import study_plan
from coach.screens.plan_page import plan_page
from coach.screens.ui import Text
from coach.terminal.layout import lines
from tests.cards import flat
from tests.plans import QUESTIONS, day, did, ground, told_of

BEFORE = did("rag-support", -4, missed=["deep-dive"], skills=["s-c"])


def shown(now: Ground, width: int = 80, hint: str = "") -> list[str]:
    """The lines of a plan."""
    return [line for block in plan_page(study_plan(now), now, hint) for line in lines(block, width, lambda _: [])]


def text(now: Ground) -> str:
    """The plan with wrapping undone."""
    return flat("\n".join(shown(now, 100)))


def test_it_says_what_is_still_to_come_and_what_will_have_come_up() -> None:
    said = text(ground(BEFORE, interview=14, cards=4.0))
    assert said.startswith("── Interview on Saturday 5 December ")
    assert "in 14 days ─" in said
    assert (
        "5 hours a week. To come: 7 rounds, 2 mocks, 4 steps again, cards and an easy evening, about 11 hours." in said
    )
    assert "It trains what you miss: s c in 3 rounds. 10 of 13 questions done by then, 1 so far." in said


def test_without_an_interview_there_are_two_weeks_and_without_a_gap_it_names_none() -> None:
    said = text(ground(did("rag-support", -4), hours=1))
    assert said.startswith("── The coming two weeks ")
    assert "1 hour a week. To come: 1 mock, 1 step again, about 79 minutes. 2 of 13 questions" in said
    assert "trains what you miss" not in said


def test_today_is_told_in_full_with_commands_and_the_first_one_again_at_the_end() -> None:
    rows = shown(ground(BEFORE, interview=14, cards=4.0))
    at = next(at for at, line in enumerate(rows) if "Today, Saturday 21 November" in line)
    assert rows[at].endswith(" about 58 minutes ─")
    assert rows[at + 1 : at + 3] == [" cards  4 min: 6 new", "        `coach quiz`"]
    assert rows[at + 3].startswith(" mock   q0")
    assert rows[-1] == " Next: `coach quiz`."


def test_what_is_done_is_marked_and_the_day_after_comes_next() -> None:
    done = did("q05", 0)
    said = text(ground(BEFORE, done, interview=14))
    assert "── Today, Saturday 21 November ─" in said
    assert "round q05, done Today's part is done. ── Then" in said
    assert "More today? `coach practice q" in said


def test_a_day_in_a_line_says_why_but_where_it_has_several_drills() -> None:
    rows = shown(ground(BEFORE, interview=14, cards=4.0), 100)
    assert any(line.startswith(" Sun 22 Nov  a step again, of what you miss by then ") for line in rows)
    assert any(line.startswith(" Tue 24 Nov  q") and ", trains s c " in line for line in rows)
    rows = shown(ground(BEFORE, interview=14, hours=20))
    assert any("; a step again; q" in line for line in rows)


def test_days_that_bring_cards_alone_share_a_line_and_so_do_free_ones() -> None:
    rows = [line.split() for line in shown(ground(did("rag-support", -1), hours=1, cards=9.0))]
    assert ["22", "Nov–3", "Dec", "cards", "3"] in rows
    rows = [line.split() for line in shown(ground(did("rag-support", -4), hours=1))]
    assert ["22–25", "Nov", "free"] in rows


def test_the_last_days_are_told() -> None:
    said = text(ground(BEFORE, interview=14, cards=4.0))
    assert (
        "Fri 4 Dec ten cards you know, about 6 due; the page, once 11 Sat 5 Dec the page, before the call 2 Next"
        in said
    )


def test_from_the_third_week_on_a_week_is_a_line() -> None:
    rows = shown(ground(BEFORE, interview=41, cards=4.0))
    assert len(rows) < 40
    assert any(line.startswith(" 7–13 Dec") and " rounds, 1 mock, " in line for line in rows)
    assert rows[-4].startswith(" Thu 31 Dec  ten cards you know, about 6 due; the page, once")


@pytest.mark.parametrize("interview", [0, 1])
def test_the_day_and_its_eve_count_no_hours(interview: int) -> None:
    said = text(ground(BEFORE, interview=interview, known=3, known_left=3))
    assert "hours a week" not in said
    assert said.endswith("Next: `coach quiz --known`." if interview else "Next: `coach checklist --mine`.")


@pytest.mark.parametrize("width", [60, 80, 100])
def test_no_command_is_parted_and_no_line_is_too_long(width: int) -> None:
    name = "hallucination-reduction"
    questions = [QUESTIONS[0]._replace(id=name), *QUESTIONS[1:]]
    rounds = did(name, -6, missed=["deep-dive"], mock=True), did("q01", -4)
    waits = did("q02", -1, status="finished")
    now = ground(*rounds, waits, interview=30, cards=60.0, questions=questions)
    rows = shown(now, width, "A hint.")
    assert max(map(len, rows)) <= width
    assert rows[-1] == " A hint."
    said = "\n".join(rows)
    for item in study_plan(now)[0].items:
        assert f"`{item.command}`" in said
    assert "--phase deep-dive --from 9994`" in said


def test_a_day_without_anything_says_so() -> None:
    much = [did(f"q{number:02}", -1, hour=10 + number) for number in range(4)]
    assert "Nothing is planned for today." in text(ground(*much, interview=14))


def test_a_group_of_one_day_reads_like_the_single_days() -> None:
    for left in range(16, 24):
        rows = [line for line in shown(ground(BEFORE, interview=left, hours=3), 100) if line.startswith(" ")]
        single = [line for line in rows if line[1:4] in ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")]
        assert not any("1 round" in line or "1 step" in line or "1 mock" in line for line in single)


def test_cards_that_do_not_all_fit_are_told_as_some_of_them() -> None:
    rows = shown(ground(BEFORE, interview=14, cards=60.0, cards_told="34 due, 6 new"))
    at = next(at for at, line in enumerate(rows) if line.startswith(" cards"))
    assert rows[at : at + 2] == [" cards  14 min of 34 due, 6 new", "        `coach quiz --minutes 14`"]


def test_the_eve_names_its_due_cards() -> None:
    assert "ten cards you know, about 15 due; the page, once 17 " in text(ground(BEFORE, interview=9, cards=10.0))
    said = text(ground(BEFORE, interview=9, cards=60.0))
    assert "ten cards you know, 14 minutes of about 90 due; the page, once 21 " in said
    now = ground(BEFORE, did("q05", 0), interview=2, cards=10.0, known=10)
    now = now._replace(cards_told={**now.cards_told, day(0): "", day(1): "12 due"})
    assert "Sun 22 Nov ten cards you know, 12 due; the page, once 17 " in text(now)


def test_a_step_is_told_by_its_title() -> None:
    rounds = did("rag-support", -6, missed=["high-level"], mock=True), did("q01", -4)
    assert "step high-level design of rag-support, 15 min:" in text(ground(*rounds))


def test_a_round_that_was_not_gone_through_is_no_question_done() -> None:
    paused, nothing = did("q05", 0, status="paused"), did("q06", -1, minutes=2)
    said = text(ground(BEFORE, paused, nothing, interview=14))
    assert "of 13 questions done by then, 1 so far." in said


def test_hours_that_no_evening_can_hold_are_told() -> None:
    said = text(ground(BEFORE, interview=14, hours=40))
    assert "easy evening, about 29 of 74 hours: no evening gets more than it can hold." in said
    for hours in (1, 5, 6, 8, 12):
        assert "no evening" not in text(ground(BEFORE, interview=14, hours=hours))


def test_after_an_interview_comes_the_debrief() -> None:
    now = ground(BEFORE, interview=-1)
    *_, last = plan_page(study_plan(now), now, untold=True)
    assert last == Text("Next: `coach debrief`.")


def test_what_an_interview_showed_is_among_what_it_trains() -> None:
    told = [told_of(-2, "flow"), told_of(-5, "depth")]
    said = text(ground(BEFORE, interview=14, debriefs=told))
    assert re.search(r"It trains what you miss: s c in \d rounds; flow, where you got stuck on 19 Nov\. ", said)
    assert "It trains what you miss: flow, where you" in text(ground(did("rag-support", -4), debriefs=told))
