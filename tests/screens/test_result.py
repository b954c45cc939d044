"""The result page."""

import pytest

from coach.content.library import Library
from coach.screens.result import result_page
from coach.terminal.layout import lines
from tests.pinned import Round


def _page(library: Library, width: int) -> list[str]:
    before = Round().note("cost vs recall, 4 GB", 120).end().graded(library)
    played = (
        Round().note("assume english only at launch").told("cost").to(2, 200).remark("linchpin", "languages", after=30)
    )
    played.note("monitor csat", 100).remark("curveball", "outage").note("top 3 links, vs an apology", 91).end(gate=(3,))
    blocks = result_page(played.graded(library, before), before, looked=True)
    return [line for block in blocks for line in lines(block, width, lambda picture: [])]


@pytest.mark.parametrize("width", [80, 60])
def test_the_page_fits_its_window(library: Library, width: int) -> None:
    assert max(map(len, _page(library, width))) <= width


def test_the_page_says_points_figures_and_changes_in_this_order(library: Library) -> None:
    text = "\n".join(_page(library, 80))
    order = [
        "Result · pinned · four-phase · senior",
        "Grades",
        "Points",
        "Linchpins",
        "Replies",
        "Pace",
        "Note",
        " 1  ",
    ]
    assert [text.index(name) for name in order] == sorted(text.index(name) for name in order)


def test_a_long_line_to_say_is_cut_between_two_sentences(library: Library) -> None:
    session = Round().note("cutoff; a german embedder").end().graded(library)
    (gate,) = [point for point in (session.graded or {})["points"] if point["id"] == "gate"]
    gate["say"] = "It blocks a release. " * 20
    shown = [line for block in result_page(session, None, looked=False) for line in lines(block, 80, lambda p: [])]
    text = " ".join(" ".join(shown).split())
    assert "Say: “It blocks" in text
    assert "It blocks a release. …”" in text
    assert text.count("It blocks a release.") == 10


def test_a_line_to_say_carries_its_own_reason_and_a_question_needs_one(library: Library) -> None:
    text = " ".join(" ".join(_page(library, 80)).split())
    assert "Say: “Answer above 85 %, 1 - 6/40.”" in text
    assert "Gives the cut-off" not in text
