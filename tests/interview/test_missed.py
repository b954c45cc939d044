"""What a graded round leaves for flashcards."""

from coach.content.library import Library
from coach.interview.missed import missed_data
from coach.interview.session import Session
from tests.pinned import Round


def ids(session: Session) -> list[str]:
    """The missed points in their order."""
    return [entry["point"] for entry in missed_data(session)["missed"]]


def test_a_round_that_is_not_graded_missed_nothing() -> None:
    assert missed_data(Round().note("cutoff at 85").end().fold()) == {"missed": [], "said": {}, "made": []}


def test_missed_and_made_points_are_told_apart(library: Library) -> None:
    data = missed_data(Round().note("user to llm").end(path=(1,)).graded(library))
    missed = {entry["point"] for entry in data["missed"]}
    assert data["made"] == ["path"]
    assert missed == {"asks-cost", "cutoff", "gate", "embedder"}


def test_points_above_the_level_are_not_missed(library: Library) -> None:
    assert "embedder" in ids(Round().end().graded(library))
    assert "embedder" not in ids(Round(level="mid").end().graded(library))


def test_the_first_missed_point_is_the_heaviest(library: Library) -> None:
    weights = [entry["weight"] for entry in missed_data(Round().end().graded(library))["missed"]]
    assert len(weights) == 5
    assert weights == sorted(set(weights), reverse=True)
    assert weights[0] == 10
    assert weights[-1] > 5


def test_a_point_missed_again_is_heavier_than_any_missed_once(library: Library) -> None:
    before = Round().end(gate=(1,), cutoff=(1,), embedder=(1,), asks_cost=(1,)).graded(library)
    data = missed_data(Round().end().graded(library, before))["missed"]
    heaviest = max(data, key=lambda entry: entry["weight"])
    assert heaviest["point"] == "path"
    assert [entry["point"] for entry in data if entry["weight"] > 10] == ["path"]


def test_a_point_comes_with_the_note_that_came_nearest(library: Library) -> None:
    played = Round().note("hello").to(2).note("say when to answer: costs decide whether above or below").end()
    near = {entry["point"]: entry["near"] for entry in missed_data(played.graded(library))["missed"]}
    assert near["cutoff"] == "say when to answer: costs decide whether above or below"
    assert near["gate"] == ""


def test_what_was_said_again_goes_with_its_point(library: Library) -> None:
    played = Round().end()
    played.graded(library)
    played.add("again", 5, id="cutoff", text="below 85 % we stay silent", state="strong", seconds=9)
    assert missed_data(played.fold())["said"] == {"cutoff": "below 85 % we stay silent"}
