"""The page to read just before an interview."""

import re

import pytest

from coach.content.aspects import DIMENSION, LINCHPIN, SKILL
from coach.content.library import Library
from coach.content.roots import Root, shipped
from coach.content.terms import SCORED
from coach.interview.gaps import Gap, Weaknesses
from coach.language.document import Document
from coach.screens.checklist_page import checklist_page, of_question, with_gaps
from coach.screens.pages import page_blocks
from coach.terminal.layout import lines

LIBRARY = Library([Root.at("shipped", shipped())])
CHECKLIST = LIBRARY.checklist().value
FORMATS = [found.id for found in LIBRARY.formats()]
SCENARIOS = [found.id for found in LIBRARY.scenarios()]


def page(name: str = "four-phase", *, full: bool = False) -> Document:
    """The page with the minutes of a format."""
    return checklist_page(CHECKLIST, LIBRARY.format(name).value, full=full)


def shown(document: Document, *, tight: bool = False) -> list[str]:
    """A page as lines of 80 columns."""
    blocks = page_blocks(document, tight=tight)
    return [line for block in blocks for line in lines(block, 80, lambda picture: picture.graph.paths())]


def section(document: Document, title: str) -> list[str]:
    """The lines of a section."""
    return [line.text for section in document.sections if section.title == title for line in section.lines]


@pytest.mark.parametrize("name", FORMATS)
def test_it_is_one_screen_that_takes_ninety_seconds(name: str) -> None:
    told = shown(page(name))
    assert len(told) <= 24
    assert max(map(len, told)) <= 80
    text = "\n".join(told)
    assert 120 <= len(text.split()) <= 150
    assert 120 <= len(re.findall(r"\w+", text)) <= 150


def test_it_has_what_the_minute_before_a_call_needs() -> None:
    document = page("thirty-five")
    heads = ["Open", "Minutes", "Ask", "Always", "Weigh", "Avoid", "Close", "Unfamiliar"]
    assert [section.title for section in document.sections] == heads
    assert len(section(document, "Ask")) == len(section(document, "Weigh")) == 6
    assert [int(line.split()[-1]) for line in section(document, "Minutes")] == [5, 15, 10, 5]
    for word in ("bottleneck", "rollout", "measure after launch", "improvements"):
        assert word in " ".join(section(document, "Close"))


def test_without_a_format_it_leaves_out_the_minutes() -> None:
    assert "Minutes" not in [section.title for section in checklist_page(CHECKLIST, None, full=False).sections]


def test_the_long_page_begins_with_the_short_one() -> None:
    short, long = page(), page(full=True)
    assert long.sections[: len(short.sections)] == short.sections
    assert len(long.sections) > len(short.sections)
    assert any(section.diagram for section in long.sections)


@pytest.mark.parametrize("name", SCENARIOS)
def test_a_question_has_its_own_first(name: str) -> None:
    scenario = LIBRARY.scenario(name).value
    document = of_question(page(), scenario)
    assert document.title == scenario.title
    assert section(document, "Early") == list(scenario.mention_early)
    assert section(document, "Ask here") == [fact.topic for fact in scenario.facts if fact.linchpin]
    assert len(section(document, "Know")) == len(scenario.numbers)
    assert 1 <= len(section(document, "Weigh here")) <= 2
    assert section(document, "Do here") == [mistake.instead for mistake in scenario.mistakes]
    assert document.sections[-len(page().sections) :] == page().sections


def test_numbers_to_know_come_with_their_results() -> None:
    document = of_question(page(), LIBRARY.scenario("rag-support").value)
    assert "How much memory do the vectors need? 3.93 GB" in " ".join(" ".join(shown(document)).split())


def gap(number: int, kind: str = DIMENSION) -> Gap:
    """A gap in the nth scored dimension, or in the skill or heading of that name."""
    name = SCORED[number]
    return Gap((kind, name), name, 3, 4, 5, 9, "20261114T101500Z-rag-support-7f3a", "rag-support",
               "2026-11-14T23:30:00.000Z", "Works out the bill", "tradeoffs", 1.0)  # fmt: skip


def where(_: Gap) -> str:
    """Where a gap showed."""
    return "rag-support on 14 Nov: `coach show 7f3a`"


def test_own_gaps_come_first_as_instructions_with_the_drill_in_place_of_the_usual_mistakes() -> None:
    document = with_gaps(page(), Weaknesses(tuple(map(gap, range(5)))), where, CHECKLIST.gaps)
    assert document.sections[0].title == "Yours"
    assert section(document, "Yours") == [CHECKLIST.gaps[name] for name in SCORED[:3]]
    assert "Avoid" not in [section.title for section in document.sections]
    assert "rag-support on 14 Nov: `coach show 7f3a`" in document.sections[0].lines[0].note
    assert len(shown(document, tight=True)) <= 24


def test_what_was_not_asked_for_and_weak_skills_have_a_line_each() -> None:
    gaps = [tuple(gap(number, kind) for number in range(4)) for kind in (DIMENSION, SKILL, LINCHPIN)]
    document = with_gaps(page(), Weaknesses(*gaps), where, CHECKLIST.gaps)
    assert section(document, "Yours")[3:] == [
        "Ask early about framing, success, flow.", "Have a line ready on framing, success, flow."
    ]  # fmt: skip
    assert len(shown(document, tight=True)) <= 24


def test_without_a_gap_the_mistakes_stay_and_it_says_why() -> None:
    document = with_gaps(page(), Weaknesses(), where, CHECKLIST.gaps)
    assert document.sections == page().sections
    assert "coach practice" in document.foot
    assert len(shown(document)) <= 24


def test_every_scored_dimension_has_an_instruction() -> None:
    assert set(CHECKLIST.gaps) == set(SCORED)
    assert all(1 < len(text.split()) <= 14 for text in CHECKLIST.gaps.values())
