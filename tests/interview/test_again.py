"""Sentences said again."""

import pytest

from coach.content.library import Library
from coach.interview.again import Listener
from coach.interview.changes import changes
from coach.interview.session import Session
from tests.pinned import Round, reader


def _hear(library: Library, session: Session, name: str, text: str) -> tuple[str, str]:
    (change,) = [change for change in changes(session) if change.id == name]
    heard = Listener(session, reader(library)).hear(change, text)
    return heard.state, heard.text


@pytest.mark.parametrize(
    ("text", "state", "said"),
    [
        (
            "300 labelled tickets, recall under 0.9 blocks a release",
            "strong",
            "found: A labelled set that blocks a release.",
        ),
        ("we watch it", "none", "not found yet. What blocks?"),
    ],
)
def test_a_point_is_found_or_its_hint_is_given(library: Library, text: str, state: str, said: str) -> None:
    session = Round().told("languages").note("german embedder, cutoff").end(path=(1,)).graded(library)
    assert _hear(library, session, "gate", text) == (state, said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("300 labelled tickets, a set for every release", "partly there: “labelled”. What blocks?"),
        ("no labels block a release", "near, but negated. What blocks?"),
    ],
)
def test_half_a_point_says_what_is_there_or_what_is_in_its_way(library: Library, text: str, said: str) -> None:
    session = Round().told("languages").note("german embedder, cutoff").end(path=(1,)).graded(library)
    assert _hear(library, session, "gate", text) == ("maybe", said)


@pytest.mark.parametrize(
    ("text", "state"),
    [("which languages on day one?", "strong"), ("english only?", "maybe"), ("how many users", "none")],
)
def test_a_question_is_found_when_it_asks_for_the_fact(library: Library, text: str, state: str) -> None:
    session = Round().told("cost").note("cutoff").end().graded(library)
    assert _hear(library, session, "languages", text)[0] == state


@pytest.mark.parametrize(
    ("text", "state"),
    [("cutoff at 85 because of that", "strong"), ("a wrong one costs $40", "maybe"), ("we answer", "none")],
)
def test_an_unused_answer_is_found_when_it_decides_something(library: Library, text: str, state: str) -> None:
    session = Round().told("languages").told("cost").note("german embedder").end().graded(library)
    assert _hear(library, session, "cost", text)[0] == state


def test_a_sentence_is_kept_with_its_point_also_after_grading_anew(library: Library) -> None:
    played = Round().end()
    played.graded(library)
    played.add("again", id="gate", text="300 labels", state="maybe", seconds=41.5).add("regrade")
    assert [(said.id, said.state, said.seconds) for said in played.fold().again] == [("gate", "maybe", 41.5)]
