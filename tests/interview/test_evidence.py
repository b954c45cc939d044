"""Suggestions of notes, hints, and how times are written."""

import pytest

from coach.content.library import Library
from coach.interview.clock import clock
from coach.interview.evidence import MAYBE, STRONG, Evidence, Finding
from coach.interview.hints import next_hint
from coach.interview.plan import PlannedStep
from coach.language.evidence import Written
from coach.language.guards import ECHO
from tests.builders import FOUR, small, started


def test_a_note_of_the_points_own_phase_comes_before_an_earlier_one(library: Library) -> None:
    scenario = small(library).value
    journal = started().add("note", 1, note=1, text="user and llm", step=0)
    session = journal.add("step", 1, to=1).add("note", 1, note=2, text="user -> llm", step=1).fold()
    assert Evidence(scenario, library.glossary).findings(session)["path"] == Finding(STRONG, (2,))


@pytest.mark.parametrize("text", ["acl after the rank", "nothing of the kind"])
def test_a_rejected_or_silent_note_is_no_evidence(library: Library, text: str) -> None:
    scenario = small(library).value
    session = started().add("note", 1, note=1, text=text, step=0).fold()
    assert Evidence(scenario, library.glossary).findings(session)["filter"] == Finding()


def test_a_point_made_by_asking_is_found_by_its_facts_questions(library: Library) -> None:
    scenario = small(library).value
    session = started().add("note", 1, note=1, text="how often do they change?", step=0).fold()
    assert Evidence(scenario, library.glossary).findings(session)["asks-rate"].state == STRONG


def test_a_question_that_was_answered_makes_its_point_whatever_its_words(library: Library) -> None:
    evidence = Evidence(small(library).value, library.glossary)
    journal = started().add("note", 1, note=1, text="pii?", step=0)
    journal.add("interviewer", what="answer", text="Twice a day.", id="rate", note=1)
    assert evidence.findings(journal.fold())["asks-rate"] == Finding(STRONG, (1,))
    assert evidence.findings(journal.add("untold", fact="rate").fold())["asks-rate"] == Finding()


def test_a_note_after_its_points_phase_is_late(library: Library) -> None:
    scenario = small(library).value
    journal = started().add("note", 1, note=1, text="one path: user -> llm", step=1)
    evidence = Evidence(scenario, library.glossary)
    assert evidence.findings(journal.fold())["path"] == Finding(STRONG, (1,))
    journal = started().add("note", 1, note=1, text="one path: user -> llm", step=3)
    assert evidence.findings(journal.fold())["path"] == Finding(STRONG, (1,), late=True)


def test_a_note_that_repeats_the_interviewer_is_no_evidence_but_an_answer_came_after_it(library: Library) -> None:
    scenario = small(library).value
    evidence = Evidence(scenario, library.glossary)
    journal = started().add("step", to=2)
    journal.add("interviewer", 1, what="probe", text="Say who filters by permission, the acl or the model?", note=0)
    journal.add("note", 1, note=1, text="acl or model filters by permission", step=2)
    assert evidence.findings(journal.fold())["filter"] == Finding(MAYBE, (1,), ECHO)
    journal = started().add("note", 1, note=1, text="how often does it change, twice a day?", step=0)
    journal.add("interviewer", 0, what="answer", text="It changes twice a day, how often you may ask.", note=1)
    assert evidence.findings(journal.fold())["asks-rate"] == Finding(STRONG, (1,))


def test_lines_from_elsewhere_are_found_the_same_way(library: Library) -> None:
    found = Evidence(small(library).value, library.glossary).in_lines({7: Written("user -> llm", ("high-level",))})
    assert found["path"] == Finding(STRONG, (7,))
    assert found["harm"] == Finding()


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


def test_hints_for_what_belongs_to_a_later_step_come_last(library: Library) -> None:
    scenario = small(library).value
    evidence = Evidence(scenario, library.glossary)
    about = PlannedStep("size", "Size", ("deep-dive",), 300, ("numbers",))
    for steps, first in (((about, FOUR[2]), "size"), ((FOUR[2], about), "filter")):
        found = next_hint(scenario, started(steps=steps).fold(), evidence)
        assert found
        assert found.id == first


def test_late_is_told_by_the_rounds_own_order_of_steps(library: Library) -> None:
    scenario = small(library).value
    evidence = Evidence(scenario, library.glossary)
    comes_back = (FOUR[0], FOUR[3], FOUR[2])
    for steps, late in ((comes_back, False), ((FOUR[0], FOUR[2], FOUR[3]), True)):
        at = steps.index(FOUR[3])
        journal = started(steps=steps).add("step", to=at).add("note", note=1, text="filter by acl")
        assert evidence.findings(journal.fold())["filter"].late is late
