"""The sheet of a friend who plays the interviewer."""

import re
from dataclasses import replace

import pytest

from coach.content.library import Library
from coach.content.scenario import Curveball, DeepDive, Estimate, Fact, Linchpin, Point, Probe, Scenario
from coach.language.document import Document, Line, Section
from coach.screens.sheet_page import sheet_page

SHIPPED = ("rag-support", "fraud-detection")
LINCHPIN = Linchpin(phase="deep-dive", say="A price is old. Why?", next="It is new. What else?")
SMALL = Scenario(
    schema=1,
    id="small",
    title="Help desk",
    family="rag",
    question="Design it.",
    brief="A firm.",
    facts=(
        Fact(id="rate", topic="how often pages change", answer="Changes: daily.", linchpin=LINCHPIN),
        Fact(id="users", topic="who uses it", answer="Users: clerks."),
    ),
    deep_dives=(
        DeepDive(
            id="find",
            topic="Search",
            probes=(Probe(ask="How?", next="And then?"), Probe(ask="Clerks?", about=("users",))),
        ),
    ),
    curveballs=(
        Curveball(id="a", kind="outage", say="It is down.", next="Who notices?", about=("rate", "users")),
        Curveball(id="b", kind="cost", say="Half the money.", level="staff"),
    ),
    points=(
        Point(
            id="one",
            phase=("high-level", "deep-dive"),
            dimension="flow",
            level="mid",
            point="Draws it",
            why="It shows. The rest is long.",
        ),
        Point(id="two", phase=("tradeoffs",), dimension="safety", level="staff", point="Tests it"),
    ),
    numbers=(
        Estimate(
            id="bill", ask="A bill?", given={"calls": 50000, "usd": 0.1}, formula="calls * usd", unit="USD", within=2
        ),
    ),
)


def sheet(library: Library, scenario: Scenario = SMALL, format_: str = "four-phase", level: str = "senior") -> Document:
    """A sheet."""
    return sheet_page(scenario, library.format(format_).value, library.rubric().value, level)


def section(page: Document, begins: str) -> Section:
    """The section whose title begins so."""
    return next(section for section in page.sections if section.title.startswith(begins))


def words(page: Document) -> str:
    """All words of a page."""
    return "\n".join(f"{line.label} {line.text} {line.note}" for section in page.sections for line in section.lines)


def test_the_first_lines_say_who_must_not_read_it(library: Library) -> None:
    page = sheet(library)
    assert page.title == "For the interviewer only: Help desk"
    assert "spoils the drill" in page.lead


def test_how_to_run_it_names_minutes_and_what_to_say_when_the_sheet_is_silent(library: Library) -> None:
    how = "\n".join(line.text for line in section(sheet(library), "How").lines)
    assert "45 minutes: Clarify 5, High-level design 10, Deep dive 20, Tradeoffs 10." in how
    assert "Pick one, say it" in how
    assert "one at about minute 25 and one at about minute 40" in how


def test_facts_have_their_answer_and_linchpins_a_star(library: Library) -> None:
    assert section(sheet(library), "Facts").lines == (
        Line("Changes: daily.", "★ How often pages change", spoken=True, boxes=("",)),
        Line("Users: clerks.", "Who uses it", spoken=True, boxes=("",)),
    )


def test_an_incident_stands_in_its_step_with_what_follows(library: Library) -> None:
    assert section(sheet(library), "Incidents").lines == (
        Line("In Deep dive", kind="head"),
        Line("A price is old. Why?", "How often pages change", spoken=True, boxes=("",)),
        Line("It is new. What else?", "Already in the design?", spoken=True, kind="under"),
    )


def test_probes_have_their_follow_up_and_what_must_have_been_told(library: Library) -> None:
    lines = section(sheet(library), "Probes").lines
    assert lines[:4] == (
        Line("Search", kind="head"),
        Line("How?", spoken=True),
        Line("And then?", "Said already?", spoken=True, kind="under"),
        Line("Clerks?", note="Only if you told them: who uses it.", spoken=True),
    )
    assert lines[-1].label == "Tradeoffs"


def test_curveballs_are_those_of_the_level_and_name_the_incident_they_exclude(library: Library) -> None:
    first, under = section(sheet(library), "Curveballs").lines
    assert (first.text, first.label) == ("It is down.", "Outage")
    assert first.note == "Not if you used the incident on how often pages change."
    assert under.text == "Who notices?"
    staff = section(sheet(library, level="staff"), "Curveballs").lines
    assert [line.text for line in staff if not line.kind] == ["It is down.", "Half the money."]


def test_points_stand_in_their_step_and_those_above_the_level_apart(library: Library) -> None:
    page = sheet(library)
    assert section(page, "High-level design, minutes 5-15").lines == (
        Line("Draws it", note="It shows. Flow, mid.", boxes=("",)),
    )
    assert section(page, "Above senior").lines == (Line("Tests it", note="Eval, staff.", boxes=("",)),)
    assert section(sheet(library, level="staff"), "Tradeoffs, minutes 35-45").lines[0].text == "Tests it"
    assert not any(part.title.startswith("Above") for part in sheet(library, level="staff").sections)


def test_what_is_said_and_what_is_ticked_are_two_parts(library: Library) -> None:
    for level in ("mid", "staff"):
        parts = [section.part for section in sheet(library, level=level).sections if section.part]
        assert parts == ["What you say", "What you tick"]


def test_numbers_have_their_result_and_what_still_counts_as_right(library: Library) -> None:
    (line,) = section(sheet(library), "Numbers").lines
    assert (line.text, line.note) == ("50,000 * 0.1 = 5,000 USD", "Right from 2,500 to 10,000.")


def test_each_dimension_has_its_bar_and_four_boxes(library: Library) -> None:
    how, *lines = section(sheet(library), "Grades").lines
    assert "3" in how.text
    assert [line.label for line in lines] == [dimension.name for dimension in library.rubric().value.dimensions]
    assert {line.boxes for line in lines} == {("1", "2", "3", "4")}


def test_a_format_without_time_for_surprises_has_none(library: Library) -> None:
    titles = [section.title for section in sheet(library, format_="five-minute", level="mid").sections]
    assert not any(title.startswith(("Curveballs", "Incidents")) for title in titles)
    how = section(sheet(library, format_="five-minute", level="mid"), "How")
    assert "Surprises" not in [line.label for line in how.lines]


def test_a_format_of_a_few_minutes_has_only_what_it_has_time_for(library: Library) -> None:
    page = sheet(library, format_="five-minute", level="mid")
    assert not [of.title for of in page.sections if of.title.startswith("Above")]
    assert [line.label for line in section(page, "Grades").lines[1:]] == [
        "End-to-end flow", "Choice of approach", "Driving and time",
    ]  # fmt: skip


def test_a_scenario_with_nothing_but_points_has_a_sheet(library: Library) -> None:
    bare = replace(SMALL, facts=(), deep_dives=(), curveballs=(), numbers=())
    titles = [section.title for section in sheet(library, bare).sections]
    assert "Facts, only when asked" not in titles
    assert "Probes, by what was just named" in titles


@pytest.mark.parametrize("name", SHIPPED)
def test_shipped_sheets_hold_every_answer_probe_and_point_and_nothing_a_friend_cannot_use(
    library: Library, name: str
) -> None:
    scenario = library.scenario(name).value
    for found in library.formats():
        page = sheet_page(scenario, library.format(found.id).value, library.rubric().value, "staff")
        text = words(page)
        assert all(fact.answer in text for fact in scenario.facts)
        assert all(probe.ask in text for dive in scenario.deep_dives for probe in dive.probes)
        points = [line.text for part in page.sections for line in part.lines if re.search(r", \w+\.$", line.note)]
        assert sorted(points) == sorted(point.point for point in scenario.points)
        assert not re.search(r"[a-z]\*|\$[a-z]", text.replace(" * ", ""))
