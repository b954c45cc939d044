"""The three things most worth changing."""

import pytest

from coach.content.library import Library
from coach.content.terms import LEVELS
from coach.interview.changes import Change, changes
from coach.interview.outcome import outcome_data
from coach.interview.reader import Reader
from coach.interview.session import Session
from tests.builders import FOUR
from tests.pinned import Round


def _changes(library: Library, played: Round, before: Session | None = None) -> list[Change]:
    return list(changes(played.graded(library, before)))


def _kinds(found: list[Change]) -> list[tuple[str, str]]:
    return [(change.kind, change.id) for change in found]


def test_unasked_linchpins_come_first_then_unused_facts_then_missed_points_by_weight(library: Library) -> None:
    found = _changes(library, Round().told("cost").end())
    assert _kinds(found) == [("unasked", "languages"), ("unused", "cost"), ("missed", "gate")]


def test_one_linchpin_is_enough_while_there_are_missed_points(library: Library) -> None:
    assert _kinds(_changes(library, Round().end())) == [("unasked", "cost"), ("missed", "gate"), ("missed", "path")]


def test_a_fact_and_the_points_that_hang_on_it_are_one_change(library: Library) -> None:
    unasked = _changes(library, Round().end())
    assert unasked[0].about == {"asks-cost", "cutoff"}
    came_back = _changes(library, Round().to(3).remark("linchpin", "cost").end())
    assert ("unmet", "cost") in _kinds(came_back)
    told = _changes(library, Round().told("languages").told("cost").note("german embedder").end())
    assert ("unused", "cost") in _kinds(told)
    for found in (unasked, came_back, told):
        assert not {"asks-cost", "cutoff"} & {change.id for change in found}


def test_a_point_of_asking_and_the_one_that_the_answer_leads_to_are_one_change(library: Library) -> None:
    played = Round(steps=FOUR[:3]).told("languages").note("a german embedder").end(gate=(2,), path=(2,), embedder=(2,))
    session = played.graded(library)
    figures = (session.graded or {})["figures"]
    figures["linchpins"]["never"] = []
    assert _kinds(list(changes(session))) == [("missed", "cutoff")]


@pytest.mark.parametrize("scenario", ["rag-support", "fraud-detection", "ticket-tags"])
@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("asked", [0, 1, 2])
def test_no_two_changes_of_a_shipped_scenario_hang_together(
    library: Library, scenario: str, level: str, asked: int
) -> None:
    content = library.scenario(scenario).value
    reads = Reader(content, library.glossary)
    played = Round(scenario=scenario, level=level)
    for fact in [fact for fact in content.facts if fact.linchpin][:asked]:
        played.told(fact.id)
    played.to(2)
    for fact in [fact for fact in content.facts if fact.linchpin][asked : asked + 1]:
        played.remark("linchpin", fact.id)
    data = outcome_data(played.end().fold(), reads, library.rubric().value, None)
    found = changes(played.add("graded", 1, **data).fold())
    assert len(found) == 3
    spoken_of = []
    for change in found:
        told = content.fact(change.id)
        own = [p.id for p in content.points if p.id == change.id and not told]
        facts = [told] if told else [content.fact(p.fact) for p in content.points if p.id == change.id and p.fact]
        own += [p.id for p in content.points for fact in facts if fact and p.fact == fact.id and p.id not in own]
        own += [to.id for fact in facts if fact and (to := reads.facts.point_of(fact))]
        spoken_of += own
    assert len(spoken_of) == len(set(spoken_of))


def test_other_linchpins_and_facts_fill_the_three_where_nothing_was_missed(library: Library) -> None:
    marks = dict.fromkeys(("asks_cost", "path", "gate"), (1,))
    played = Round(level="mid").note("a").end(cutoff=(1,), **marks)
    assert _kinds(_changes(library, played)) == [("unasked", "languages")]


def test_no_dimension_comes_twice(library: Library) -> None:
    found = _changes(library, Round().end(path=(1,)))
    dimensions = [change.dimension for change in found]
    assert len(set(dimensions)) == len(dimensions) == 3


def test_a_point_missed_again_comes_before_a_heavier_one(library: Library) -> None:
    pins = {"languages": "multilingual", "cost": "cutoff at 85"}
    played = Round()
    for text in pins.values():
        played.note(text)
    first = Round().end(gate=(1,), cutoff=(1,), embedder=(1,)).graded(library)
    found = _changes(library, played.end(asks_cost=(1,), embedder=(1,), cutoff=(2,)), first)
    assert _kinds(found) == [("again", "path"), ("missed", "gate")]
    assert found[0].lacked == "Missed again: One path."


def test_a_linchpin_assumed_instead_of_asked_shows_the_persons_own_words(library: Library) -> None:
    found = _changes(library, Round().note("assume english only at launch", 90).end())[0]
    assert (found.id, found.at_s, found.ask) == ("languages", 90, True)
    assert found.what == "You assumed “english only at launch”."
    assert found.lacked == "The sheet: 3 in 10 ask in German."
    assert found.say == "Which languages must we support?"


def test_a_linchpin_that_was_asked_or_dealt_with_is_nothing_to_change(library: Library) -> None:
    found = _changes(library, Round().told("languages").note("cutoff at 85; a german embedder").end())
    assert {"unasked", "unmet", "unused"} & {kind for kind, _ in _kinds(found)} == set()


def test_a_linchpin_that_came_back_and_was_not_met_counts_too(library: Library) -> None:
    found = _changes(library, Round().to(2).remark("linchpin", "languages").end())
    assert _kinds(found)[0] == ("unmet", "languages")
    assert found[0].say == "A multilingual embedder."


def test_an_unused_fact_shows_when_it_was_told_and_the_line_it_leads_to(library: Library) -> None:
    played = Round().told("languages").told("cost").note("german embedder").end()
    (found,) = [change for change in _changes(library, played) if change.kind == "unused"]
    assert (found.id, found.at_s) == ("cost", 20)
    assert found.what == "You learned “wrong $40, missing $6”,"
    assert found.say == "Answer above 85 %, 1 - 6/40."


def test_an_unused_fact_whose_point_was_made_or_that_leads_to_none_is_nothing_to_change(library: Library) -> None:
    played = Round().told("languages").told("cost").told("volume").note("german embedder").note("85").end(cutoff=(5,))
    assert [change for change in _changes(library, played) if change.kind == "unused"] == []


def test_the_line_to_say_is_of_a_point_of_the_rounds_level(library: Library) -> None:
    (found,) = [c for c in _changes(library, Round(level="mid").to(2).remark("linchpin", "languages").end())
                if c.id == "languages"]  # fmt: skip
    assert found.say == ""


def test_a_linchpin_whose_point_was_confirmed_is_nothing_to_change(library: Library) -> None:
    played = Round().to(2).note("all german first").remark("linchpin", "languages").note("and then").end(embedder=(1,))
    assert "languages" not in {change.id for change in _changes(library, played)}


def test_a_reply_in_which_nothing_shows_a_linchpin_is_asked_about(library: Library) -> None:
    played = Round().to(2).remark("linchpin", "languages").note("we detect it first", 30).end()
    (found,) = [change for change in _changes(library, played) if change.id == "languages"]
    assert found.what.endswith("it came back: languages of the questions. Did 00:41 “we detect it first” deal with it?")


def test_a_note_that_counts_elsewhere_or_was_turned_down_is_not_the_nearest(library: Library) -> None:
    said = "monitor the labelled set for a release"
    credited = _changes(library, Round().note(said).to(3).note(said).end(path=(2,)))
    asked = _changes(library, Round().to(3).note(f"{said}?").end())
    turned_down = _changes(library, Round().to(3).note("labels block it some day").end())
    for found in (credited, asked, turned_down):
        assert [change.what for change in found if change.id == "gate"] == ["No note comes near."]


def test_what_was_missed_again_goes_by_level_and_by_what_the_grades_are_short_of(library: Library) -> None:
    first = Round().end().graded(library)
    played = Round().told("cost").told("languages").note("cutoff; a german embedder").end()
    played.add("dimension", dimension="flow", grade=2)
    for name in ("numbers", "safety"):
        played.add("dimension", dimension=name, grade=3)
    found = _changes(library, played, first)
    assert [change.id for change in found][:1] == ["path"]


def test_a_missed_point_shows_the_note_that_came_nearest_and_whether_a_hint_was_taken(library: Library) -> None:
    played = Round(steps=FOUR[3:])
    played.note("300 questions in a set for the release").add("hint", point="gate", text="What blocks?")
    found = _changes(library, played.end())[-1]
    assert (found.id, found.at_s, found.helped) == ("gate", 10, True)
    assert found.what == "“300 questions in a set for the release” comes nearest."


def test_a_round_graded_by_an_older_coach_still_has_its_missed_points(library: Library) -> None:
    session = Round().end().graded(library)
    session.graded = {key: value for key, value in (session.graded or {}).items() if key != "figures"}
    assert {kind for kind, _ in _kinds(list(changes(session)))} == {"missed"}
