"""Two graded rounds beside each other."""

from typing import Any

import pytest

from coach.content.library import Library
from coach.interview.changes import missed_points
from coach.interview.comparison import Pair, missed_in_both, next_missed, pairs
from coach.interview.session import Session
from coach.interview.shares import Share, by_dimension, by_phase
from tests.builders import FOUR
from tests.pinned import Round


def compared(then: Session, now: Session, **renamed: str) -> dict[str, Pair]:
    """The points by their ids."""
    return {pair.id: pair for pair in pairs(then, now, renamed)}


def groups(then: Session, now: Session) -> dict[str, str]:
    return {name: pair.group for name, pair in compared(then, now).items()}


def ended(**marks: Any) -> Round:
    """A round of two notes, in which points were covered by the notes named."""
    return Round().note("what does a wrong answer cost").to(1).note("user -> llm -> reply").end(**marks)


def test_each_point_is_told_by_what_became_of_it(library: Library) -> None:
    then = ended(path=(2,), asks_cost=(1,)).graded(library)
    now = ended(path=(2,), cutoff=(2,)).add("mark", point="gate", mark="not-mine", reason="no release").graded(library)
    assert groups(then, now) == {
        "path": "made-twice", "asks-cost": "lost", "cutoff": "gained", "gate": "left-out", "embedder": "missed-twice",
    }  # fmt: skip


def test_both_notes_stand_with_their_times_and_a_missed_point_has_the_nearest_one(library: Library) -> None:
    then = Round().note("finance takes a cut-off from wrong answers and what they cost").end().graded(library)
    now = Round().note("cutoff at 85 %", 42).end(cutoff=(1,)).graded(library)
    pair = compared(then, now)["asks-cost"]
    assert pair.then
    assert pair.then.near
    assert pair.then.near.text.startswith("finance takes")
    assert (pair.then.made, pair.then.notes) == (False, ())
    made = compared(then, now)["cutoff"].now
    assert made
    assert [(note.at_s, note.text) for note in made.notes] == [(42.0, "cutoff at 85 %")]
    assert (made.made, made.near) == (True, None)


def test_a_note_that_was_taken_back_is_not_the_nearest(library: Library) -> None:
    played = Round().note("user llm").to(1).note("the llm of a user")
    now = played.add("drop", note=2).end().graded(library)
    side = compared(Round().end().graded(library), now)["path"].now
    assert side is not None
    assert side.near is None or side.near.id == 1


def test_what_was_late_said_or_helped_is_kept(library: Library) -> None:
    played = Round().to(3).note("user -> llm").add("hint", point="gate", text="What blocks?", step=3)
    now = played.end(path=(1,)).add("mark", point="gate", mark="said", line="300 labels").graded(library)
    found = compared(Round().end().graded(library), now)
    path, gate = found["path"].now, found["gate"].now
    assert path
    assert gate
    assert (path.late, path.helped) == (True, False)
    assert (gate.mark, gate.line, gate.helped) == ("said", "300 labels", True)


@pytest.mark.parametrize(
    ("then", "now", "group", "absent"),
    [
        ({"level": "mid"}, {}, "now-only", "level"),
        ({}, {"level": "mid"}, "then-only", "level"),
        ({"steps": FOUR[:2]}, {}, "now-only", "step"),
        ({}, {"steps": FOUR[3:]}, "then-only", "step"),
    ],
)
def test_a_point_that_one_round_did_not_ask_for_says_why(
    library: Library, then: dict[str, Any], now: dict[str, Any], group: str, absent: str
) -> None:
    pair = compared(Round(**then).end().graded(library), Round(**now).end().graded(library))["embedder"]
    assert (pair.group, pair.absent) == (group, absent)


def test_a_point_that_only_one_version_of_the_question_has_is_in_one_round_only(library: Library) -> None:
    then, now = Round().end().graded(library), Round().end().graded(library)
    assert then.graded
    then.graded = {**then.graded, "points": [p for p in then.graded["points"] if p["id"] != "path"]}
    pair = compared(then, now)["path"]
    assert (pair.group, pair.absent, pair.then) == ("now-only", "question", None)


def test_a_point_claimed_above_the_level_of_both_counts_as_gained_or_lost(library: Library) -> None:
    plain, claimed = Round(level="mid").end(), Round(level="mid").end(embedder=())
    assert groups(plain.graded(library), claimed.graded(library))["embedder"] == "gained"
    plain, claimed = Round(level="mid").end(), Round(level="mid").end(embedder=())
    assert groups(claimed.graded(library), plain.graded(library))["embedder"] == "lost"


def test_a_first_look_offers_nothing_above_its_level(library: Library) -> None:
    then = Round(level="mid", grades=False).end().graded(library)
    now = Round(level="mid").end(embedder=()).graded(library)
    assert groups(then, now)["embedder"] == "now-only"


def test_a_renamed_point_is_the_same_point(library: Library) -> None:
    then, now = ended(path=(2,)).graded(library), ended(path=(2,)).graded(library)
    assert then.graded
    then.graded = {
        **then.graded, "points": [{**p, "id": "way"} if p["id"] == "path" else p for p in then.graded["points"]],
    }  # fmt: skip
    assert compared(then, now)["path"].group == "now-only"
    assert compared(then, now, way="path")["path"].group == "made-twice"


def test_the_heaviest_point_missed_both_times_comes_first_and_next(library: Library) -> None:
    then, now = ended(path=(2,)).graded(library), ended().graded(library)
    found = pairs(then, now, {})
    assert [pair.id for pair in found] == [point["id"] for point in missed_points(now)]
    heaviest = next_missed(found)
    assert heaviest
    assert (heaviest.id, heaviest.group) == (found[0].id, "missed-twice")
    others = ("asks_cost", "cutoff", "gate", "embedder")
    before = ended(**dict.fromkeys(others, (1,))).graded(library)
    after = next_missed(pairs(before, ended(cutoff=(1,), path=(1,)).graded(library), {}))
    assert after
    assert after.group == "lost"
    best = ended(**dict.fromkeys((*others, "path"), (1,))).graded(library)
    assert next_missed(pairs(now, best, {})) is None


def test_of_two_questions_the_point_is_of_a_dimension_that_missed_points_in_both(library: Library) -> None:
    names = ("asks_cost", "cutoff", "path", "embedder")
    then, now = ended(**dict.fromkeys(names, (1,))).graded(library), ended().graded(library)
    weak = missed_in_both(then, now)
    assert weak
    assert weak["dimension"] == "safety"
    assert missed_in_both(now, ended(gate=(1,), **dict.fromkeys(names, (1,))).graded(library)) is None


def test_points_are_counted_by_dimension_and_by_phase(library: Library) -> None:
    played = ended(path=(2,), cutoff=(2,)).add("mark", point="gate", mark="not-mine", reason="x").graded(library)
    shares = by_dimension(played)
    assert (shares["flow"], shares["numbers"], shares["choice"], shares["safety"]) == (
        Share(1, 1), Share(1, 1), Share(0, 1), Share(0, 0),
    )  # fmt: skip
    assert by_phase(played) == {
        "clarify": Share(0, 1), "high-level": Share(1, 1), "deep-dive": Share(1, 2), "tradeoffs": Share(0, 0),
    }  # fmt: skip
