"""A step of an earlier round, done again."""

import json
from dataclasses import replace
from typing import Any

import pytest

from coach.content.library import Library
from coach.content.scenario import Scenario
from coach.interview.comparison import MISSED_TWICE, NOT_PLAYED, THEN_ONLY, pairs
from coach.interview.earlier import Earlier, EarlierNote
from coach.interview.grading import listed
from coach.interview.outcome import outcome_data
from coach.interview.plan import PlannedStep
from coach.interview.reader import Reader
from coach.interview.redoing import ThenAndNow, design_of, earlier_of, then_and_now, weakest_phase
from coach.interview.session import Session
from coach.interview.setup import Setup
from tests.builders import FOUR
from tests.pinned import PINNED, Round

DIVE, BEFORE = ("deep-dive",), ("clarify", "high-level")
EARLIER = Earlier("2026-11-14T18:00:00.000Z", ("cost",), (EarlierNote("Clarify", ("clarify",), 7.0, "assume aws"),))


def played(**changes: Any) -> Round:
    """A round with a question, notes and strokes in each of its steps."""
    journal = Round(**changes).told("cost", "what does a wrong answer cost").note("assume aws").to(1)
    journal.note("+ user -> model", drawn=True).note("dropped").add("drop", note=journal.notes)
    journal.to(2).note("+ model -> gate", drawn=True).told("volume", "how many articles?").to(3)
    return journal.note("cost against recall").note("+ gate -> human", drawn=True)


def texts(earlier: Earlier) -> list[tuple[str, str]]:
    return [(note.step, note.text) for note in earlier.notes]


def test_the_notes_of_the_steps_before_are_taken_over_and_those_of_the_step_are_not() -> None:
    earlier = earlier_of(played().fold(), DIVE, BEFORE)
    assert texts(earlier) == [
        ("Clarify", "what does a wrong answer cost"),
        ("Clarify", "assume aws"),
        ("Design", "+ user -> model"),
    ]
    assert [(note.at_s, note.asked) for note in earlier.notes] == [(10.0, True), (20.0, False), (31.0, False)]
    assert earlier.started == "2026-11-21T10:15:00.000Z"
    assert earlier.told == ("cost", "volume")


def test_what_was_taken_back_is_not_told() -> None:
    assert earlier_of(played().add("untold", fact="cost").fold(), DIVE, BEFORE).told == ("volume",)


def test_where_nothing_could_be_asked_all_facts_are_handed_over() -> None:
    journal = Round(steps=FOUR[2:], skipped=("clarify", "high-level")).note("bm25").to(1).note("cost")
    earlier = earlier_of(journal.fold(), ("tradeoffs",), BEFORE)
    assert earlier.told is None
    assert texts(earlier) == [("Deep dive", "bm25")]


def test_who_asks_again_was_told_nothing() -> None:
    assert earlier_of(played().fold(), ("clarify",), ()).told is None


def test_a_round_that_drilled_nothing_before_the_phase_has_no_notes_to_hand_over() -> None:
    journal = Round(steps=FOUR[2:]).note("bm25").to(1).note("cost")
    assert earlier_of(journal.fold(), DIVE, BEFORE).notes == ()


def test_a_round_that_stopped_before_the_phase_hands_all_its_notes_over() -> None:
    journal = Round(steps=FOUR[:2]).note("assume aws").to(1).note("a -> b")
    assert texts(earlier_of(journal.fold(), DIVE, BEFORE)) == [("Clarify", "assume aws"), ("Design", "a -> b")]
    assert earlier_of(Round(steps=FOUR[3:]).note("cost").fold(), DIVE, BEFORE).notes == ()


def test_what_a_redone_round_was_handed_is_handed_on() -> None:
    journal = Round(steps=FOUR[2:], skipped=("clarify",), base="older", earlier=EARLIER).told("volume")
    earlier = earlier_of(journal.to(1).fold(), ("tradeoffs",), BEFORE)
    assert earlier.told == ("cost", "volume")
    assert texts(earlier) == [("Clarify", "assume aws"), ("Deep dive", "what is it?")]
    assert earlier_of(journal.fold(), ("clarify",), BEFORE).notes == ()


def test_a_phase_that_nobody_knows_is_of_no_step_before() -> None:
    odd = PlannedStep("coda", "Coda", ("coda",), 60)
    assert earlier_of(Round(steps=(odd,)).note("x").fold(), DIVE, BEFORE).notes == ()


def test_the_diagram_is_the_one_before_the_step() -> None:
    assert design_of(played().fold(), DIVE, BEFORE).paths() == ["user -> model"]
    assert design_of(played().fold(), ("tradeoffs",), BEFORE).paths() == ["user -> model -> gate"]


def test_an_arrow_cut_in_the_step_is_there_again() -> None:
    journal = Round().to(1).note("+ user -> model", drawn=True).to(2).add("cut", source="user", target="model")
    assert design_of(journal.fold(), DIVE, BEFORE).paths() == ["user -> model"]


def test_a_diagram_drawn_late_is_better_than_none() -> None:
    journal = Round().to(2).note("+ a -> b", drawn=True)
    assert design_of(journal.fold(), DIVE, BEFORE).paths() == ["a -> b"]
    assert not design_of(journal.fold(), DIVE, ("clarify",)).labels


@pytest.mark.parametrize("phases", [("clarify",), ("high-level",), ("high-level", "deep-dive")])
def test_who_makes_the_design_again_is_handed_none(phases: tuple[str, ...]) -> None:
    assert not design_of(played(design="flowchart LR\n  user --> llm").fold(), phases, BEFORE).labels


def test_a_detail_is_no_design() -> None:
    assert not design_of(Round(steps=FOUR[2:]).note("+ a -> b", drawn=True).to(1).fold(), ("tradeoffs",), BEFORE).labels


def graded(library: Library, journal: Round, **marks: tuple[int, ...]) -> Session:
    return journal.end(**marks).graded(library)


def test_the_weakest_phase_is_where_most_weight_was_missed(library: Library) -> None:
    session = graded(library, played(), path=(3,), gate=(8,))
    assert weakest_phase(session) == "deep-dive"
    assert weakest_phase(graded(library, played(), cutoff=(5,), embedder=(5,), path=(3,), gate=(8,))) == "clarify"


def test_without_a_miss_or_a_grade_there_is_no_weakest_phase(library: Library) -> None:
    everything = dict.fromkeys(("asks-cost", "cutoff", "path", "gate", "embedder"), (1,))
    assert weakest_phase(graded(library, played(), **everything)) == ""
    assert weakest_phase(played().fold()) == ""


def test_points_of_a_redone_step_stand_beside_those_of_then(library: Library) -> None:
    then = graded(library, played(), cutoff=(5,), path=(3,))
    again = Round(steps=FOUR[2:3], skipped=("clarify", "high-level"), base=then.id, earlier=EARLIER)
    now = graded(library, again.note("multilingual").note("cutoff 85 %"), cutoff=(2,), embedder=(1,))
    assert then_and_now(now, then) == [ThenAndNow("Deep dive", 1, 2, 2)]


@pytest.mark.parametrize(("level", "of"), [("senior", 2), ("mid", 1)])
def test_only_points_that_both_rounds_asked_for_are_counted(library: Library, level: str, of: int) -> None:
    then = graded(library, played())
    assert then.setup
    now = graded(library, Round(steps=FOUR[2:3], level=level, base=then.id).note("cutoff"), cutoff=(1,))
    assert then_and_now(now, then) == [ThenAndNow("Deep dive", 0, 1, of)]


def test_in_another_format_the_steps_with_the_same_phases_are_set_beside(library: Library) -> None:
    then = graded(library, played(), cutoff=(5,), path=(3,), gate=(8,))
    wide = replace(FOUR[2], id="dig", title="Dig")
    now = graded(library, Round(steps=(wide,), base=then.id).note("cutoff"))
    assert then_and_now(now, then) == [ThenAndNow("Dig", 1, 0, 2)]


def test_rounds_without_a_step_in_common_are_not_set_beside_each_other(library: Library) -> None:
    then = graded(library, Round(steps=FOUR[:2]).note("x"))
    assert then_and_now(graded(library, Round(steps=FOUR[2:]).note("x")), then) == []


WIDE = PINNED.replace("{id: cutoff, phase: deep-dive", "{id: cutoff, phase: [deep-dive, tradeoffs]")
"""The scenario, in which the cut-off may come in the trade-offs too."""


@pytest.fixture
def wide(library: Library) -> Scenario:
    """It, as content of the person's own."""
    assert WIDE != PINNED
    folder = library.roots[0].scenarios
    folder.mkdir(parents=True)
    (folder / "pinned.yaml").write_text(WIDE, encoding="utf-8")
    return library.scenario("pinned").value


def graded_wide(journal: Round, library: Library) -> Session:
    """A round on it after grading."""
    reader = Reader(library.scenario("pinned").value, library.glossary)
    return journal.add("graded", 1, **outcome_data(journal.fold(), reader, library.rubric().value, None)).fold()


def test_a_redone_step_has_the_points_that_it_had_then(library: Library, wide: Scenario) -> None:
    base = graded_wide(played().end(cutoff=(4,)), library)
    alone = Round(steps=FOUR[3:], skipped=("clarify", "high-level", "deep-dive")).fold().plan
    assert [entry.point.id for entry in listed(wide, alone)] == ["cutoff", "gate"]
    earlier = earlier_of(base, ("tradeoffs",), BEFORE)
    assert set(earlier.elsewhere) == {"asks-cost", "cutoff", "path", "embedder"}
    again = replace(alone, base=base.id, earlier=earlier)
    assert [entry.point.id for entry in listed(wide, again)] == ["gate"]
    assert Setup.of(json.loads(json.dumps(again.data()))) == again
    assert earlier_of(base, ("deep-dive", "tradeoffs"), BEFORE).elsewhere == ("asks-cost", "path")
    assert earlier_of(played().fold(), ("tradeoffs",), BEFORE).elsewhere == (), "nothing is known of an ungraded one"


def test_a_step_that_is_redone_once_more_has_the_same_points_and_another_step_its_own(
    library: Library, wide: Scenario
) -> None:
    base = graded_wide(played().end(cutoff=(4,)), library)
    earlier = earlier_of(base, ("tradeoffs",), BEFORE)
    redone = graded_wide(Round(steps=FOUR[3:], base=base.id, earlier=earlier).end(), library)
    assert [point["id"] for point in (redone.graded or {})["points"]] == ["gate"]
    assert earlier_of(redone, ("tradeoffs",), BEFORE).elsewhere == earlier.elsewhere
    assert earlier_of(redone, ("deep-dive",), BEFORE).elsewhere == ("gate",)


def test_beside_its_round_a_redone_step_did_not_play_the_points_of_other_steps(
    library: Library, wide: Scenario
) -> None:
    base = graded_wide(played().end(cutoff=(4,)), library)
    redone = Round(steps=FOUR[3:], base=base.id, earlier=earlier_of(base, ("tradeoffs",), BEFORE))
    found = {pair.id: pair for pair in pairs(base, graded_wide(redone.end(), library), {})}
    assert (found["cutoff"].group, found["cutoff"].absent) == (THEN_ONLY, NOT_PLAYED)
    assert found["gate"].group == MISSED_TWICE
