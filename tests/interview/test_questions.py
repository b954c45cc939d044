"""Which question comes next."""

from coach.content.aspects import LINCHPIN, SKILL
from coach.interview.gaps import Gap, Weaknesses
from coach.interview.questions import FIRST, Question, full, in_order, latest, not_tried, taste
from tests.rounds import a_round

NOTHING = Weaknesses()


def question(name: str, *skills: str, format_: str = "", was: tuple[str, ...] = ()) -> Question:
    """A question on some skills."""
    return Question(name, name.title(), skills, format_, was, {(SKILL, skill): 0.2 for skill in skills})


def test_a_question_made_for_the_taste_is_no_full_one() -> None:
    questions = [question("a"), question("b", format_="taste"), question("c", format_="five-minute")]
    assert taste(questions) == questions[1]
    assert full(questions) == [questions[0], questions[2]]
    assert taste([questions[0]]) is None


def test_the_first_of_all_is_the_one_that_everybody_knows_the_business_of_else_the_first_by_id() -> None:
    questions = [question("a"), question("b"), question(FIRST)]
    assert not_tried(questions, (), NOTHING) == questions[2]
    assert not_tried(questions[:2], (), NOTHING) == questions[0]
    assert not_tried([], (), NOTHING) is None


def test_then_the_one_that_shares_least_with_those_tried() -> None:
    questions = [question("a", "x", "y"), question("b", "y", "z"), question("c", "z"), question("d", "x", "y", "z")]
    assert not_tried(questions, ["a"], NOTHING) == questions[2]
    assert not_tried(questions, ["c"], NOTHING) == questions[0]
    assert not_tried(questions, ["a", "c"], NOTHING) == questions[1]
    assert not_tried(questions, "abcd", NOTHING) is None


def test_what_trains_most_of_the_weak_skills_comes_before_what_is_new() -> None:
    questions = [question("a", "x"), question("b", "x", "y"), question("c", "x", "y", "z"), question("d", "new")]
    weak = Weaknesses(skills=tuple(Gap((SKILL, skill), skill) for skill in "xyuvz"))
    assert [q.id for q in in_order(questions, {"a": a_round(12, "a")}, weak)] == ["b", "c", "d", "a"], "z is the fifth"


def test_what_is_made_for_a_format_of_its_own_comes_after_whole_rounds() -> None:
    questions = [question("a", format_="five-minute"), question("b", "x"), question("c", "x")]
    assert not_tried(questions, (), NOTHING) == questions[1]
    assert not_tried(questions, ["b"], NOTHING) == questions[2]
    assert not_tried(questions, ["b", "c"], NOTHING) == questions[0]


def test_to_choose_from_come_those_never_tried_and_then_the_one_tried_longest_ago() -> None:
    questions = [question("a", "x"), question("b", "x"), question("c", "x"), question("d", "y")]
    tried = {"a": a_round(12, "a"), "b": a_round(11, "b")}
    assert [q.id for q in in_order(questions, tried, NOTHING)] == ["d", "c", "b", "a"]


def test_the_last_round_on_a_question_counts_whatever_it_was_called_then() -> None:
    questions = [question("a"), question("new", was=("old",)), question("c")]
    rounds = [a_round(14, "other"), a_round(13, "old"), a_round(12, "a"), a_round(11, "a"), a_round(10, "new")]
    assert latest(questions, rounds) == {"a": rounds[2], "new": rounds[1]}


def test_of_two_that_train_as_many_weak_skills_the_one_more_about_other_weak_things_comes_first() -> None:
    asks = Question("a", "A", ("x",), shares={(SKILL, "x"): 0.9})
    pins = Question("b", "B", ("x", "y"), shares={(SKILL, "x"): 0.1, (LINCHPIN, "cost"): 0.9, (SKILL, "z"): 0.1})
    weak = Weaknesses(skills=(Gap((SKILL, "x"), "x"),), linchpins=(Gap((LINCHPIN, "cost"), "cost"),))
    assert [q.id for q in in_order([asks, pins], {}, weak)] == ["b", "a"]
    assert [q.id for q in in_order([asks, pins], {}, Weaknesses(skills=(Gap((SKILL, "y"), "y"),)))] == ["b", "a"]
    assert pins.touches == {"x", "y", "z"}
