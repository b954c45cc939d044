"""Today's part of the plan in bare `coach`."""

from dataclasses import dataclass

from coach.interview.brief import Brief
from coach.interview.gaps import weaknesses
from coach.interview.study_items import CARDS, GRADE, KNOWN, MOCK, PAGE, RESUME, STEP, Day, Item
from coach.interview.study_plan import study_plan
from coach.interview.trial import trials_of
from coach.screens.next_steps import next_steps
from coach.screens.situation import Cards, Situation, Step
from coach.screens.todays_part import brings
from tests.plans import MINUTES, QUESTIONS, day, did, ground

SIX = Cards(0, 0, 6, "about 4 minutes", 0)
BEFORE = did("rag-support", -4, missed=["deep-dive"], skills=["s-c"])


@dataclass
class Person:
    """What is told to someone with an interview."""

    rounds: tuple[Brief, ...]
    cards: Cards | None = SIX
    hours: int = 5
    minutes: float = 4.0
    gone_through: float = 0.0
    interview: int = 14

    @property
    def steps(self) -> list[Step]:
        """The steps, the first one first."""
        now = ground(
            *self.rounds, interview=self.interview, hours=self.hours, cards=self.minutes,
            cards_told=self.cards.told if self.cards else "", gone_through={day(0): self.gone_through},
        )  # fmt: skip
        return next_steps(
            Situation(
                now.rounds, weaknesses(trials_of(now.rounds)), QUESTIONS, self.cards, now.today, 4, now.interview,
                lambda session: "", MINUTES.get, study_plan(now),
            )
        )  # fmt: skip

    @property
    def commands(self) -> list[str]:
        """Their commands."""
        return [step.command for step in self.steps]


def test_today_comes_in_the_order_of_the_plan_with_minutes() -> None:
    cards, mock = Person((BEFORE,)).steps
    assert (cards.label, cards.command) == ("cards", "coach quiz")
    assert (mock.label, mock.what) == ("mock", f"Practise {mock.command.split()[2]}, as a mock.")
    assert mock.command.endswith(" --mock")
    assert mock.why == "Your mock of the week; trains s c. About 54 minutes with grading."
    assert mock.row.endswith(", 54 minutes")


def test_the_first_round_of_all_comes_before_new_cards() -> None:
    assert Person(()).commands == ["coach practice rag-support", "coach quiz"]


def test_what_waits_comes_first_and_once() -> None:
    waits = did("q01", -1, status="finished"), did("q02", -1, status="paused", minutes=10)
    assert Person((BEFORE, *waits)).commands[:3] == ["coach grade 1-9999", "coach resume 2-9999", "coach quiz"]


def test_a_step_is_told_with_where_it_was_missed() -> None:
    rounds = did("rag-support", -6, missed=["deep-dive"], mock=True), did("q01", -4)
    _, step = Person(rounds).steps
    assert step.what == "Redo one step: deep dive of rag-support."
    assert step.why == "1 point missed in it on 15 Nov. About 25 minutes."
    assert step.command == "coach practice --phase deep-dive --from 9994"


def test_a_step_that_is_not_known_yet_has_no_command() -> None:
    rounds = did("rag-support", -6, mock=True), did("q01", -4, phases=["clarify"]), did("q02", -3)
    step = Person(rounds, hours=10).steps[-1]
    assert (step.label, step.command) == ("step", "")


def test_when_it_is_done_it_says_so_and_what_tomorrow_brings_and_refuses_nothing() -> None:
    done = did("q05", 0)
    first, more = Person((BEFORE, done), cards=SIX._replace(new=0)).steps
    assert (first.what, first.command) == ("Today's part is done.", "")
    assert first.why.startswith("Tomorrow: cards")
    assert more.label == "more"
    assert more.row.endswith(("planned tomorrow", "planned on Monday"))
    assert more.command.startswith("coach practice q")


def test_cards_beyond_their_time_are_offered_behind_it() -> None:
    before = BEFORE, did("q05", 0)
    assert [step.label for step in Person(before, cards=None).steps] == ["done", "more"]
    assert [step.label for step in Person(before).steps] == ["cards", "more"]
    assert [step.label for step in Person(before, minutes=60.0, gone_through=15.0).steps] == ["done", "cards", "more"]


def test_of_many_cards_as_many_come_as_have_a_place() -> None:
    step = Person((BEFORE,), minutes=60.0).steps[0]
    assert (step.command, step.row) == ("coach quiz --minutes 14", "14 minutes of 6 new")
    assert step.what == "Go through cards of today: 14 minutes of 6 new."
    step = Person((BEFORE,), minutes=60.0, gone_through=4.0).steps[0]
    assert (step.command, step.row) == ("coach quiz --minutes 10", "10 minutes of 6 new")


def test_the_eve_has_a_place_for_cards_too() -> None:
    due = Cards(0, 34, 0, "about 23 minutes", 0)
    page, cards = Person((BEFORE,), due, interview=1, minutes=23.0).steps
    assert (cards.command, cards.row) == ("coach quiz --minutes 14", "14 minutes of 34 due")
    assert not page.why.endswith("That is all for today.")
    (page,) = Person((BEFORE,), due, interview=1, minutes=23.0, gone_through=14.0).steps
    assert page.why.endswith("That is all for today.")


def test_a_round_on_another_question_that_was_begun_is_the_round_of_today() -> None:
    begun = did("q11", 0, status="paused", minutes=10)
    assert [step.label for step in Person((BEFORE, begun)).steps] == ["go on", "cards"]


def test_tomorrow_is_told_with_commas_and_steps_by_their_titles() -> None:
    known = Item(CARDS, 4, "coach quiz", "12 due, 6 new")
    step = Item(STEP, 20, "coach practice", scenario="q01", phase="high-level", title="High-level design")
    mock = Item(MOCK, 54, scenario="q02")
    assert brings(Day(day(1), (known, mock, step))) == (
        "cards (12 due, 6 new), a mock on q02 and high-level design of q01 again, about 78 minutes"
    )
    assert brings(Day(day(1), (known._replace(command="coach quiz --minutes 4"),))) == (
        "cards (4 minutes of 12 due, 6 new), about 4 minutes"
    )
    waits = Item(GRADE, 9, scenario="q03"), Item(RESUME, 30, scenario="q04")
    assert brings(Day(day(1), waits)) == "to grade q03 and to go on with q04, about 39 minutes"
    eve = Item(KNOWN, 5), Item(PAGE, 2), known
    assert brings(Day(day(1), eve)) == "an easy evening, about 11 minutes"
    assert brings(Day(day(1))) == "nothing"
