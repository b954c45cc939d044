"""The page of a round."""

import re
from datetime import UTC

import pytest

from coach.content.library import Library
from coach.interview.grading import graded_data
from coach.interview.transcript_html import transcript_html
from coach.language import html_page
from tests.builders import Journal, small, started
from tests.interview import nasty
from tests.markup import Page
from tests.pinned import Round

NAME = "20261121T101500Z-small-0001"


def _page(journal: Journal, question: str = "Design something small.", drawn: list[str] | None = None) -> Page:
    return Page(transcript_html(journal.fold(), question, drawn or [], UTC))


def _graded(journal: Journal, library: Library) -> Journal:
    session = journal.fold()
    return journal.add("graded", **graded_data(session, small(library).value, library.rubric().value))


def test_nothing_that_was_typed_becomes_markup(library: Library) -> None:
    journal = _graded(nasty.grade(nasty.journal()), library)
    text = transcript_html(journal.fold(), nasty.TYPED[0], [], UTC)
    page = Page(text)
    assert text.startswith(html_page.MARK)
    assert page.open == []
    assert page.asks_for_nothing()
    assert not re.search(r"url\(|@import", text.split("<style>")[1].split("</style>")[0])
    assert "default-src 'none'" in text
    for typed in nasty.TYPED:
        assert typed in page.words
        assert page.words.count(f"Why {typed}") == 1
    assert f"said, not written: “{nasty.TYPED[1]}”" in page.words
    assert f"not in this design: {nasty.TYPED[2]}" in page.words
    assert f"Reason: {nasty.TYPED[3]}" in page.words
    assert "A <b>small</b> *question* | [x](http://evil.example)" in page.words


def test_it_begins_with_question_and_facts_and_goes_from_the_grade_to_the_steps(library: Library) -> None:
    journal = started(interviewer="kind").add("note", 49, note=1, text="how often?", step=0).add("step", 1, to=1)
    journal.add("note", 5, note=2, text="user -> llm", step=1).add("end")
    journal.add("mark", point="path", mark="covered", notes=[2]).add("reflection", text="Ask\nsooner.")
    page = _page(_graded(journal, library))
    assert "2026-11-21 10:15 · four-phase · senior · 00:55 of 45:00 minutes · kind interviewer · graded" in page.said
    heads = ["Grade", "Work on", "Next time", "Dimensions", "Clarify", "Design", "Deep dive", "Tradeoffs"]
    links = {given["href"]: given for tag, given in page.tags if tag == "a"}
    assert list(links) == [f"#s{number}" for number in range(len(heads))]
    assert {given["id"] for tag, given in page.tags if tag == "section"} == {link[1:] for link in links if link}
    assert " ".join(heads) in page.said
    assert "Ask\nsooner." in page.words
    assert "it grades nobody" in page.said


def test_each_point_stands_in_its_step_beside_what_shows_it(library: Library) -> None:
    journal = started().add("note", 49, note=1, text="a big one", step=0).add("step", 1, to=1).add("step", 1, to=2)
    journal.add("end").add("mark", point="size", mark="covered", notes=[1]).add(
        "mark", point="harm", mark="said", line="$6"
    )
    journal.add("mark", point="filter", mark="not-mine", reason="one tenant")
    page = _page(_graded(journal, library)).said
    deep = page.rindex("Deep dive")
    assert page.index("✓Sizes it00:49 “a big one”") > deep
    assert "✓Ties it to harm (staff, above the level)said, not written: “$6”" in page
    assert "–Filters by permissionnot in this design: one tenant" in page
    assert "·Asks how often it changesmissed. Say: “How often does it change?”" in page
    assert "After a + stand points above the level." in page


def test_what_the_interviewer_said_is_set_apart() -> None:
    journal = started().add("note", 5, note=1, text="how often?", step=0)
    journal.add("interviewer", what="answer", id="rate", text="Twice a day.", note=1, helped=True)
    journal.add("hint", 2, point="path", text="And then?").add("tick", 1, step=0, text="Ask first").add("end")
    text = transcript_html(journal.fold(), "", [], UTC)
    classes = re.findall(r'<li class="(\w+)"><time>([\d:]+)</time>', text)
    assert classes == [("you", "00:05"), ("interviewer", "00:05"), ("hint", "00:07")]
    said = Page(text).said
    assert "Interviewer Twice a day. (after the topic was shown)" in said
    assert "Hint And then?" in said
    assert "Ticked: Ask first." in said


@pytest.mark.parametrize(
    ("end", "told"),
    [
        ("end", f"Not graded yet: coach grade {NAME}."),
        ("pause", f"Not finished yet: coach resume {NAME}."),
        ("abandon", "Abandoned."),
    ],
)
def test_a_round_that_was_not_graded_says_so(end: str, told: str) -> None:
    page = _page(started().add("note", 5, note=1, text="how often?", step=0).add(end)).said
    assert told in page
    assert "how often?" in page
    assert "No notes." in page
    assert "Points" not in page
    assert "grades nobody" not in page


def test_a_first_look_has_points_and_no_grades(library: Library) -> None:
    played = Round(grades=False).note("user -> llm").end(path=(1,))
    played.graded(library)
    page = _page(played).said
    assert "Points steppointsminutes" in page
    assert "Dimensions" not in page
    assert "senior" not in page


def test_figures_and_sentences_said_again_are_on_it(library: Library) -> None:
    played = Round().note("assume english only at launch", 90).end()
    played.graded(library)
    played.add("again", id="languages", text="which languages?", state="strong", seconds=12.0)
    played.add("again", id="elsewhere", text="300 labels", state="none", seconds=9.0)
    page = _page(played).said
    assert "asked 0 of 2 · never came: cost, languages" in page
    assert "Ask: “Which languages must we support?”" in page
    assert "Said again in 00:12: “which languages?” (found)" in page
    assert "in 00:09: “300 labels” (not found)" in page


def test_the_diagram_is_drawn_without_script_and_its_source_stands_below() -> None:
    journal = started().add("note", 5, note=1, text="+ user -> llm ->|weak| human", step=0, drawn=True)
    drawn = _page(journal, drawn=["╭──╮", "│<>│", "╰──╯"])
    assert "┌──┐\n│<>│\n└──┘" in drawn.words
    assert "b1 --> b2" in drawn.words
    assert [tag for tag, _ in drawn.tags if tag in ("pre", "details")] == ["pre", "details", "pre"]
    assert "user → llm → weak human" in _page(journal).said
    assert "Diagram" not in _page(started().add("note", 5, note=1, text="a -> b", step=0)).said


def test_a_round_whose_question_is_gone_has_no_empty_quote() -> None:
    page = _page(started().add("note", 5, note=1, text="how often?", step=0), question="")
    assert "blockquote" not in {tag for tag, _ in page.tags}
    assert "how often?" in page.said
