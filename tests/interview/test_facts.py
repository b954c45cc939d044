"""Facts in a person's own notes."""

import pytest

from coach.content.library import Library
from coach.interview.facts import in_short
from tests.pinned import facts, pinned


@pytest.mark.parametrize(
    ("text", "used"),
    [
        ("the threshold follows from that", True),
        ("wrong is 40 vs 6", True),
        ("top 6 passages", False),
        ("user -> llm", False),
    ],
)
def test_an_answer_is_used_by_its_patterns_or_one_of_its_numbers(library: Library, text: str, used: bool) -> None:
    fact = pinned(library).fact("cost")
    assert fact
    assert facts(library).used(fact, text) is used


@pytest.mark.parametrize(
    ("text", "touched"),
    [
        ("english only at launch", "languages"),
        ("10k articles", "volume"),
        ("aws", None),
        ("3 regions", None),
        ("2 pages a day are written by hand", None),
    ],
)
def test_an_assumption_touches_the_fact_it_clearly_speaks_of(library: Library, text: str, touched: str | None) -> None:
    fact = facts(library).touched(text)
    assert (fact.id if fact else None) == touched


@pytest.mark.parametrize(
    ("text", "remark", "dealt"),
    [
        ("a classifier refuses them", "A question on tax came through. What would have stopped it?", True),
        ("the tax question is refused", "What else?", True),
        ("a classifier refuses them", "What else?", False),
        ("nothing did", "A question on tax came through. What would have stopped it?", False),
        ("it was tax", "A tax question was not refused. Why?", False),
    ],
)
def test_a_reply_need_not_repeat_the_remark(library: Library, text: str, remark: str, dealt: bool) -> None:
    assert facts(library).replies(["tax & refus*"], text, remark) is dealt


def test_a_point_above_the_level_is_not_what_an_answer_leads_to(library: Library) -> None:
    fact = pinned(library).fact("languages")
    assert fact
    assert facts(library).point_of(fact, "mid") is None


def test_an_answer_leads_to_a_point_that_is_not_made_by_asking(library: Library) -> None:
    scenario, known = pinned(library), facts(library)
    ways = {fact.id: point.id if (point := known.point_of(fact)) else None for fact in scenario.facts}
    assert ways == {"cost": "cutoff", "languages": "embedder", "volume": None}


def test_a_fact_without_a_short_form_is_cut(library: Library) -> None:
    assert [in_short(fact) for fact in pinned(library).facts] == [
        "wrong $40, missing $6",
        "3 in 10 ask in German",
        "Articles: 120,000 pages",
    ]
