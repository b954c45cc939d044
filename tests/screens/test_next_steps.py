"""What to do next, and why."""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from coach.content.aspects import DIMENSION
from coach.interview.brief import Brief
from coach.interview.gaps import Gap, Weaknesses, weaknesses
from coach.interview.questions import Question
from coach.interview.study_items import STEP, Item
from coach.interview.trial import trials_of
from coach.screens.next_steps import next_steps
from coach.screens.situation import Cards, Situation, Step
from tests.cards import TODAY
from tests.rounds import a_round

HELP, FRAUD = Question("rag-support", "Help", ["retrieval", "cost"]), Question("fraud", "Fraud", ["streaming", "cost"])
TASTE = Question("tags", "Tags", ["labels"], "taste")
BOTH = (FRAUD, HELP, TASTE)
NO_CARDS, SOME, NEW = Cards(0, 0, 0, "about 1 minute", 0), Cards(1, 3, 2, "about 4 minutes", 0), Cards(0, 0, 6, "", 0)
MISSED = {"numbers": (2, 3)}


def situation(
    *rounds: Brief, cards: Cards | None = NO_CARDS, questions: Sequence[Question] = BOTH, days: int | None = None,
    pids: dict[str, str] | None = None,
) -> Situation:  # fmt: skip
    """A person on 21 November, with an interview in so many days."""
    interview = None if days is None else TODAY + timedelta(days=days)
    return Situation(
        rounds,
        weaknesses(trials_of(rounds)),
        questions,
        cards,
        TODAY,
        4,
        interview,
        lambda session: (pids or {}).get(session, ""),
        {"": 45}.get,
    )


def labels(steps: Sequence[Step]) -> list[str]:
    """What the steps are."""
    return [step.label for step in steps]


def commands(steps: Sequence[Step]) -> list[str]:
    """The commands of the steps."""
    return [step.command for step in steps]


# the order


def test_what_waits_longest_to_be_lost_comes_first() -> None:
    rounds = a_round(20, "fraud", status="paused"), a_round(19, "rag-support", status="finished")
    steps = next_steps(situation(*rounds, a_round(18, "rag-support", **MISSED), cards=SOME))
    assert labels(steps) == ["grade", "go on", "cards", "again"]
    assert commands(steps)[:3] == ["coach grade 0019", "coach resume 0020", "coach quiz"]


def test_an_ungraded_round_is_told_with_its_day() -> None:
    def told(day: int, month: int = 11) -> str:
        return next_steps(situation(a_round(day, "fraud", status="finished", month=month)))[0].what

    assert told(21) == "Grade today's round on fraud, 9 notes."
    assert told(20) == "Grade yesterday's round on fraud, 9 notes."
    assert told(14) == "Grade your round of 14 November on fraud, 9 notes."
    assert told(14, 1) == "Grade your round of 14 January 2026 on fraud, 9 notes."


def test_a_paused_round_is_told_with_its_place_or_where_it_is_open() -> None:
    paused = a_round(20, "fraud", status="paused")
    (step, *_) = next_steps(situation(paused))
    assert (step.what, step.command) == ("Go on with fraud, paused at 12:04 in deep dive.", "coach resume 0020")
    assert step.listed == ("go on", "fraud, at 12:04. `coach resume 0020`")
    (step, *_) = next_steps(situation(paused, pids={paused.session: "77"}))
    assert (step.what, step.command) == (
        "Your round on fraud is open in another terminal (pid 77), at 12:04 in deep dive.", "",
    )  # fmt: skip
    assert step.listed == ("open", "fraud, in another terminal (pid 77)")


def test_two_of_a_kind_are_named_and_the_rest_counted() -> None:
    rounds = [a_round(day, "fraud", status="finished") for day in range(20, 13, -1)]
    rounds += [a_round(day, "fraud", status="paused") for day in range(12, 9, -1)]
    steps = next_steps(situation(*rounds))
    assert labels(steps)[:4] == ["grade", "grade", "go on", "go on"]
    assert steps[0].more == ""
    assert steps[1].listed[1].endswith("`coach grade 0019`. 5 more: `coach history`")
    assert steps[3].listed[1].endswith("`coach resume 0011`. 1 more: `coach history`")


def test_a_command_names_a_session_so_that_no_other_can_be_meant() -> None:
    one, other = a_round(14, "fraud", status="finished"), a_round(14, "rag-support", month=10)
    assert commands(next_steps(situation(one, other)))[0] == "coach grade d-0014"


# rounds to do


def test_the_weakest_dimension_is_trained_with_a_question_not_done() -> None:
    rounds = a_round(14, "rag-support", **MISSED), a_round(12, "rag-support", **MISSED)
    (step,) = next_steps(situation(*rounds))
    assert step.command == "coach practice fraud"
    assert step.why == (
        "numbe: missed in 2 of the last 2 rounds that asked for it, last in rag-support on 14 Nov. "
        "Its curveballs lean to that."
    )
    assert step.listed == ("weakest", "numbe, missed in 2 of the last 2 rounds\n`coach practice fraud`")


def test_the_first_whole_question_says_how_many_minutes_to_keep_free() -> None:
    (step,) = next_steps(situation(a_round(20, "tags"), questions=(HELP, TASTE)))
    assert step.why == "45 minutes against the clock; ctrl-c pauses it and saves."
    (step,) = next_steps(situation(a_round(20, "tags"), questions=(HELP._replace(format="gone"), TASTE)))
    assert step.why == "A full round against the clock; ctrl-c pauses it and saves."


def test_one_round_with_a_gap_is_named() -> None:
    (step,) = next_steps(situation(a_round(14, "rag-support", **MISSED)))
    assert step.listed == ("weakest", "numbe, missed in rag-support\n`coach practice fraud`")


def test_where_all_questions_were_done_the_step_comes_that_the_plan_would_have() -> None:
    rounds = a_round(14, "rag-support", **MISSED), a_round(12, "fraud", **MISSED)
    command = "coach practice --phase tradeoffs --from 0014"
    redo = Item(STEP, 20, command, "2 points missed in it on 14 Nov", "rag-support", "tradeoffs", title="Tradeoffs")
    (step,) = next_steps(situation(*rounds)._replace(redo=redo))
    assert step.listed == ("step", f"tradeoffs of rag-support, 20 minutes\n`{command}`")
    assert commands(next_steps(situation(*rounds))) == ["coach practice fraud"], "none is left"
    (step,) = next_steps(situation(rounds[0])._replace(redo=redo))
    assert (step.label, step.command) == ("weakest", "coach practice fraud")


def test_without_a_gap_comes_a_question_not_done_and_what_is_new_in_it() -> None:
    (step,) = next_steps(situation(a_round(14, "rag-support", numbers=(0, 3))))
    assert (step.command, step.why) == ("coach practice fraud", "New in it: streaming.")


def test_with_everything_done_and_nothing_missed_the_one_done_longest_ago_comes_again() -> None:
    rounds = a_round(14, "rag-support"), a_round(12, "fraud"), a_round(10, "rag-support")
    (step,) = next_steps(situation(*rounds))
    assert (step.label, step.command) == ("again", "coach practice fraud")


def test_after_a_taste_alone_comes_a_whole_question_before_new_cards() -> None:
    taste = a_round(20, "tags", **MISSED)
    assert commands(next_steps(situation(taste, cards=NEW))) == ["coach practice rag-support", "coach quiz"]
    assert commands(next_steps(situation(taste, cards=SOME))) == ["coach quiz", "coach practice rag-support"]
    assert commands(next_steps(situation(a_round(20, "fraud"), cards=NEW)))[0] == "coach quiz"


def test_where_no_question_is_one_can_be_written() -> None:
    assert commands(next_steps(situation(questions=()))) == ["coach new my-question"]
    assert commands(next_steps(situation(a_round(20, "tags"), questions=(TASTE,)))) == ["coach new my-question"]


# the interview


def test_on_the_day_there_is_the_page_and_nothing_else() -> None:
    rounds = a_round(20, "fraud", status="finished"), a_round(19, "fraud", status="paused")
    assert commands(next_steps(situation(*rounds, cards=SOME, days=0))) == ["coach checklist"]


def test_on_the_eve_come_known_cards_and_the_page_and_no_round_to_do() -> None:
    rounds = a_round(20, "fraud", status="finished"), a_round(19, "fraud", status="paused")
    steps = next_steps(situation(*rounds, cards=SOME._replace(known=10), days=1))
    assert labels(steps) == ["known", "page", "cards", "later"]
    assert steps[0].what == "The interview is tomorrow. Go through 10 cards you know."
    assert commands(steps) == ["coach quiz --known", "coach checklist", "coach quiz", "coach grade 0020"]
    assert commands(next_steps(situation(cards=NEW, days=1))) == ["coach checklist"]
    assert commands(next_steps(situation(cards=None, days=1))) == ["coach checklist"]


def test_the_page_is_all_for_the_eve_once_no_card_is_left() -> None:
    def why(cards: Cards | None) -> str:
        return next(step for step in next_steps(situation(cards=cards, days=1)) if step.label == "page").why

    assert why(NO_CARDS).endswith("how to close. That is all for today.")
    assert why(SOME).endswith("how to close.")
    assert why(NO_CARDS._replace(known=3)).endswith("how to close.")


def test_a_gap_that_an_interview_showed_is_told_by_it() -> None:
    gap = Gap((DIMENSION, "numbers"), "numbers", stuck=TODAY)
    now = situation(a_round(14, "rag-support"))._replace(weak=Weaknesses((gap,)))
    assert next_steps(now)[0].row == "numbers, stuck in the interview of 21 Nov"
    after = now._replace(weak=Weaknesses((gap._replace(rounds=2, asked=2, scenario="rag-support"),)))
    assert next_steps(after)[0].row == "numbers, stuck in the interview of 21 Nov"


def test_who_has_a_gap_gets_the_page_with_it() -> None:
    for days in (0, 1):
        page = next(step for step in next_steps(situation(a_round(14, **MISSED), days=days)) if step.label == "page")
        assert page.command == "coach checklist --mine"
        assert "your own gaps" in page.why


def test_a_debrief_that_was_begun_waits_behind_rounds_and_before_them_after_an_interview() -> None:
    begun = TODAY - timedelta(days=3)
    now = situation(a_round(20, "fraud", status="finished"), days=-3)._replace(begun=begun)
    grade, debrief, *_ = next_steps(now)
    assert (grade.label, debrief.listed) == ("grade", ("go on", "your debrief of 18 Nov. `coach debrief`"))
    debrief, grade, *_ = next_steps(now._replace(untold=True))
    assert (debrief.what, grade.label) == ("Go on with your debrief of the interview of 18 November.", "grade")
    assert commands(next_steps(now._replace(untold=True))).count("coach debrief") == 1
    for days in (0, 1):
        assert "coach debrief" in commands(next_steps(situation(days=days)._replace(begun=begun)))


def test_once_it_was_told_of_an_interview_is_over_on_its_day_too() -> None:
    now = situation(a_round(20, "fraud", status="finished"), days=0)
    assert "The interview is today" in next_steps(now)[0].what
    assert labels(next_steps(now._replace(over=True)))[0] == "grade"


@pytest.mark.parametrize("days", [2, -1, None])
def test_otherwise_the_interview_changes_nothing(days: int | None) -> None:
    assert labels(next_steps(situation(a_round(20, "fraud", status="finished"), days=days)))[0] == "grade"
