"""Replies of the interviewer: only what was asked, nothing new twice."""

from typing import Any

import pytest

from coach.content.reading import read
from coach.content.scenario import Scenario
from coach.interview.answering import Answering
from coach.interview.desk import Reply
from coach.interview.earlier import Earlier
from coach.interview.remarks import Remark
from tests.builders import SMALL, Journal, started

TWO = SMALL.replace(
    "points:\n",
    "  - {id: docs, topic: how many documents, answer: 'Documents: nine.', match: [documents]}\npoints:\n",
    1,
)


@pytest.fixture
def answering() -> Answering:
    reading = read(TWO, "two.yaml", Scenario)
    assert not reading.problems
    assert reading.value
    return Answering(reading.value, {})


def finds(monkeypatch: pytest.MonkeyPatch, *replies: Reply) -> None:
    """Lets every question be understood in one way."""
    monkeypatch.setattr("coach.interview.desk.Desk.look_up", lambda *_: list(replies))


def ask(answering: Answering, journal: Journal, text: str = "q?") -> list[Remark]:
    """Replies to one more note, which become events."""
    journal.add("note", 1, note=journal.fold().next_note, text=text)
    session = journal.fold()
    remarks = answering.replies(session, session.live_notes[-1])
    for remark in remarks:
        journal.add("interviewer", **remark.data())
    return remarks


def remarks_topic(journal: Journal) -> str:
    """What the last remark keeps of its topics."""
    return journal.fold().said[-1].topic


def heard(remarks: list[Remark]) -> list[Any]:
    return [(remark.what, remark.id) for remark in remarks]


def test_a_clear_match_is_told_once_and_then_repeated_as_such(answering: Answering) -> None:
    journal = started()
    assert heard(ask(answering, journal, "how often does it change?")) == [("answer", "rate")]
    again = ask(answering, journal, "how often does it change?")
    assert heard(again) == [("again", "rate")]
    assert again[0].text == "As I said. Changes come twice a day."
    assert [said.id for said in journal.fold().told] == ["rate"]


def test_two_questions_in_a_line_get_two_answers(answering: Answering, monkeypatch: pytest.MonkeyPatch) -> None:
    finds(monkeypatch, Reply("answer", ("rate",)), Reply("answer", ("docs",)))
    assert heard(ask(answering, started())) == [("answer", "rate"), ("answer", "docs")]
    finds(monkeypatch, Reply("answer", ("rate",)), Reply("answer", ("rate",)))
    assert heard(ask(answering, started())) == [("answer", "rate")]


def test_asking_back_offers_topics_and_one_that_is_picked_counts_as_helped(
    answering: Answering, monkeypatch: pytest.MonkeyPatch
) -> None:
    finds(monkeypatch, Reply("choose", ("docs", "rate"), about="How many"))
    journal = started()
    assert ask(answering, journal)[0].shown == ("docs", "rate")
    session = journal.fold()
    assert answering.topics(session.said[-1]) == ["how many documents", "how often it changes"]
    picked = answering.picked(session, "2")
    assert picked
    assert (picked.id, picked.helped, picked.note) == ("rate", True, 1)
    assert remarks_topic(journal) == "1 how many documents, 2 how often it changes"
    assert answering.picked(session, "3") is None
    assert answering.picked(session, "two") is None
    journal.add("interviewer", **picked.data())
    other = answering.picked(journal.fold(), "1")
    assert other, "the other topic can still be picked"
    assert other.id == "docs"
    assert answering.picked(journal.add("note", 5, note=2, text="x").fold(), "1") is None, "the offer has passed"


def test_a_number_beyond_the_offer_is_said_to_be_none(answering: Answering, monkeypatch: pytest.MonkeyPatch) -> None:
    journal = started()
    assert answering.astray(journal.fold(), "3") == "", "nothing is on offer"
    finds(monkeypatch, Reply("choose", ("docs", "rate")))
    ask(answering, journal)
    session = journal.fold()
    assert answering.astray(session, "3") == answering.astray(session, "0") == "There are only two."
    assert [answering.astray(session, line) for line in ("1", "2", "60", "3 nodes", "")] == [""] * 5
    assert answering.astray(journal.add("note", 5, note=2, text="x").fold(), "3") == ""


def test_an_offer_ends_with_the_next_question(answering: Answering, monkeypatch: pytest.MonkeyPatch) -> None:
    journal = started()
    finds(monkeypatch, Reply("choose", ("docs", "rate")))
    ask(answering, journal)
    finds(monkeypatch, Reply("nothing"))
    ask(answering, journal)
    assert answering.picked(journal.fold(), "1") is None


def test_what_was_shown_and_asked_for_later_counts_as_helped(
    answering: Answering, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = started()
    with monkeypatch.context() as patch:
        finds(patch, Reply("choose", ("docs", "rate")))
        ask(answering, journal)
    assert ask(answering, journal, "how often does it change?")[0].helped


def test_a_tough_interviewer_asks_back_without_the_topics(
    answering: Answering, monkeypatch: pytest.MonkeyPatch
) -> None:
    finds(monkeypatch, Reply("choose", ("docs", "rate")))
    journal = started(interviewer="tough")
    assert ask(answering, journal)[0].shown == ()
    assert answering.picked(journal.fold(), "1") is None


def test_having_nothing_is_not_said_in_the_same_words_each_time(
    answering: Answering, monkeypatch: pytest.MonkeyPatch
) -> None:
    finds(monkeypatch, Reply("nothing"))
    journal = started()
    assert len({ask(answering, journal)[0].text for _ in range(3)}) == 3


def test_a_tough_interviewer_asks_once_what_five_answers_are_for(
    answering: Answering, monkeypatch: pytest.MonkeyPatch
) -> None:
    def said(journal: Journal, *outcomes: str) -> list[str]:
        last = []
        for outcome in outcomes:
            finds(monkeypatch, Reply(outcome, ("rate",) if outcome == "answer" else ()))
            monkeypatch.setattr(
                Answering, "_tell", lambda _, __, fact, note: Remark("answer", "Yes.", fact.id, note=note)
            )
            last.append(ask(answering, journal)[-1].what)
        return last

    assert said(started(interviewer="tough"), *["answer"] * 6) == [*["answer"] * 4, "purpose", "answer"]
    assert said(started(interviewer="kind"), *["answer"] * 6) == ["answer"] * 6
    assert "purpose" not in said(started(interviewer="tough"), *["nothing"] * 6)
    assert said(started(interviewer="tough"), *["answer"] * 4, "nothing", "answer")[-2:] == ["nothing", "purpose"]
    mixed = started(interviewer="tough")
    said(mixed, *["answer"] * 4)
    mixed.add("note", 1, note=5, text="a note of one's own")
    assert said(mixed, "answer") == ["answer"]
    busy = started(interviewer="tough")
    said(busy, *["answer"] * 4)
    busy.add("interviewer", 1, what="probe", id="a-1", text="How?")
    assert said(busy, "answer") == ["answer"], "another remark came a moment ago"


def test_who_asks_for_guidance_is_sent_back_to_the_design(answering: Answering) -> None:
    journal = started()
    assert ask(answering, journal, "is this right?")[0].text.startswith("That is yours to decide.")
    assert ask(answering, journal, "what would you do?")[0].text == "I'd rather hear it from you."
    assert ask(answering, journal, "just give me the answer?")[0].text == "Let us stay with the system."
    assert heard(ask(answering, journal, "would you say how often it changes?")) == [("answer", "rate")]
    assert journal.fold().told[0].id == "rate"


def test_a_line_about_the_interview_itself_gets_a_short_reply(answering: Answering) -> None:
    journal = started()
    assert [ask(answering, journal, "can I draw now?")[0].text for _ in range(2)] == ["Go ahead.", "Yes, do."]
    assert ask(answering, journal, "sorry what was the question")[0].text == answering._scenario.question
    assert ask(answering, journal, "seriously? is that all you know")[0].text == "Let us stay with the system."
    assert ask(answering, journal, "which llm should we use?")[0].text.startswith("That is yours to decide.")


def test_what_is_asked_again_with_an_excuse_is_known_to_be_told(answering: Answering) -> None:
    journal = started()
    ask(answering, journal, "how often does it change?")
    assert heard(ask(answering, journal, "sorry how often does it change again")) == [("again", "rate")]


def test_who_holds_the_clock_says_what_is_left(answering: Answering) -> None:
    journal = started().alive(100)
    assert ask(answering, journal, "how much time do we have left?")[0].text == "About 3 minutes for this step."
    assert ask(answering, started(untimed=True), "how are we on time?")[0].text == "There is no clock today."


def test_a_fact_told_in_the_round_that_is_redone_is_told_again_without_help(answering: Answering) -> None:
    journal = started(base="older", earlier=Earlier("2026-11-14T18:00:00.000Z", ("rate",)))
    (remark,) = ask(answering, journal, "how often does it change?")
    assert (remark.what, remark.id, remark.helped) == ("again", "rate", False)
    assert heard(ask(answering, journal, "how many documents?")) == [("answer", "docs")]
