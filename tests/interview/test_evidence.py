"""Suggestions of notes, hints, and how times are written."""

import pytest

from coach.content.library import Library
from coach.interview.clock import clock
from coach.interview.evidence import Evidence
from coach.interview.hints import next_hint
from tests.builders import small, started


def test_a_note_of_the_points_own_phase_comes_before_an_earlier_one(library: Library) -> None:
    scenario = small(library).value
    journal = started().add("note", 1, note=1, text="user and llm", step=0)
    session = journal.add("step", 1, to=1).add("note", 1, note=2, text="user -> llm", step=1).fold()
    found = Evidence(scenario, library.glossary).suggest(scenario.points[1], session)
    assert found is not None
    assert found.id == 2


@pytest.mark.parametrize("text", ["acl after the rank", "nothing of the kind"])
def test_a_rejected_or_silent_note_is_not_suggested(library: Library, text: str) -> None:
    scenario = small(library).value
    session = started().add("note", 1, note=1, text=text, step=0).fold()
    assert Evidence(scenario, library.glossary).suggest(scenario.points[3], session) is None


def test_a_point_made_by_asking_is_found_by_its_facts_questions(library: Library) -> None:
    scenario = small(library).value
    session = started().add("note", 1, note=1, text="how often do they change?", step=0).fold()
    assert Evidence(scenario, library.glossary).suggest(scenario.points[0], session) is not None


def test_hints_are_of_this_step_and_level_and_come_once(library: Library) -> None:
    scenario = small(library).value
    evidence = Evidence(scenario, library.glossary)
    journal = started().add("step", to=3)
    first = next_hint(scenario, journal.fold(), evidence)
    assert first is not None
    assert first.id == "because"
    journal.add("hint", point="because", text=first.hint)
    assert next_hint(scenario, journal.fold(), evidence) is None


def test_no_hint_is_given_for_what_a_note_already_shows(library: Library) -> None:
    scenario = small(library).value
    session = started().add("step", to=3).add("note", note=1, text="latency vs recall", step=3).fold()
    assert next_hint(scenario, session, Evidence(scenario, library.glossary)) is None


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0, "00:00"), (59.9, "00:59"), (61, "01:01"), (3600, "1:00:00"), (-5, "-00:05"), (-0.4, "00:00")],
)
def test_times_read_like_a_clock(seconds: float, text: str) -> None:
    assert clock(seconds) == text
