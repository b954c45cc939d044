"""The transcript."""

import re
from datetime import UTC

import yaml
from markdown_it import MarkdownIt

from coach.content.library import Library
from coach.interview.grading import graded_data
from coach.interview.transcript import transcript
from coach.language.graph import read_mermaid
from tests.builders import Journal, small, started
from tests.interview import nasty
from tests.markup import Page
from tests.pinned import Round


def _journal() -> Journal:
    journal = started().alive(30).add("note", 5, note=1, text="how often does it change?", step=0)
    journal.add("tick", 1, step=0, text="Ask first").add("hint", 2, point="path", text="What happens in between?")
    journal.add("step", 2, to=1).add("note", 9, note=2, text="user -> llm\nsecond line", step=1)
    journal.add("note", 1, note=3, text="oops", step=1).add("drop", 1, note=3)
    return journal


def _text(journal: Journal) -> str:
    return transcript(journal.fold(), "Design something small.", UTC)


def test_every_note_stands_in_its_step_with_its_time() -> None:
    text = _text(_journal().add("end"))
    assert "- **00:35** how often does it change?" in text
    assert "- **00:49** user -> llm\n  second line" in text
    assert "oops" not in text
    assert text.index("## Clarify") < text.index("how often") < text.index("## Design") < text.index("user -> llm")


def test_what_the_interviewer_said_stands_where_it_was_said() -> None:
    journal = started().add("note", 5, note=1, text="how often?", step=0)
    journal.add("interviewer", what="answer", id="rate", text="Changes: twice a day.", note=1, helped=True)
    journal.add("note", 5, note=2, text="then a nightly job", step=0)
    journal.add("interviewer", what="answer", id="cost", text="Cost: none.", note=2).add("untold", fact="cost")
    journal.add("interviewer", what="choose", text="Target for what?", note=2, shown=["rate"], topic="1 how often")
    text = _text(journal.add("end"))
    assert "Interviewer: _Target for what? 1 how often_" in text
    assert "- **00:05** Interviewer: _Changes: twice a day._ (after the topic was shown)" in text
    assert "- **00:10** Interviewer: _Cost: none._ (taken back)" in text
    assert text.index("how often?") < text.index("twice a day") < text.index("nightly job")


def test_help_and_ticks_are_kept() -> None:
    text = _text(_journal().add("end"))
    assert "**00:38** hint: _What happens in between?_" in text
    assert "Ticked: Ask first." in text


def test_the_diagram_is_kept_as_mermaid() -> None:
    journal = _journal().add("note", 1, note=4, text="+ user -> llm ->|weak| a `fence` ```", step=1, drawn=True)
    text = _text(journal.add("end"))
    assert "+ user -> llm" in text
    (fence,) = re.findall(r"\n```mermaid\n(.*?)\n```\n", text, re.DOTALL)
    assert read_mermaid(fence).paths() == ["user -> llm -> (weak) a `fence` ```"]
    assert "mermaid" not in _text(_journal().add("end"))


def test_an_ungraded_transcript_says_how_to_grade() -> None:
    assert "`coach grade 20261121T101500Z-small-0001`" in _text(_journal().add("end"))


def test_the_front_matter_is_yaml() -> None:
    front = yaml.safe_load(_text(_journal().add("end")).split("---")[1])
    assert front["scenario"] == "small"
    assert front["started"] == "2026-11-21 10:15"
    assert front["status"] == "finished"
    assert front["minutes_planned"] == 45


def test_a_graded_transcript_shows_points_grades_reasons_and_what_to_say(library: Library) -> None:
    journal = _journal().add("end")
    journal.add("mark", point="path", mark="covered", notes=[2]).add("mark", point="size", mark="said", line="4 GB")
    journal.add("mark", point="filter", mark="not-mine", reason="one tenant")
    journal.add("dimension", dimension="safety", grade=3, reason="I said it aloud")
    journal.add("reflection", text="ask sooner")
    session = journal.fold()
    journal.add("graded", **graded_data(session, small(library).value, library.rubric().value))
    text = _text(journal)
    assert "- ✓ One path: 00:49 “user -> llm second line”" in text
    assert "- ✓ Sizes it: said, not written: “4 GB”" in text
    assert "- – Filters by permission: not in this design: one tenant" in text
    assert "- · Asks how often it changes: missed. Say: “How often does it change?”" in text
    assert "Reason: I said it aloud" in text
    assert "**Numbers**: not shown" in text
    assert "## Next time\n\nask sooner" in text
    front = yaml.safe_load(text.split("---")[1])
    assert front["points"] == "2 of 4"
    assert front["grades"]["safety"] == 3


def test_a_graded_transcript_holds_the_figures_and_what_was_said_again(library: Library) -> None:
    played = Round().note("assume english only at launch", 90).end()
    played.graded(library)
    played.add("again", id="languages", text="which languages?", state="strong", seconds=12.0)
    text = _text(played)
    assert "- Linchpins: asked 0 of 2 · never came: cost, languages" in text
    assert "1. 01:30 You assumed “english only at launch”. The sheet: 3 in 10 ask in German." in text
    assert "   Ask: “Which languages must we support?”" in text
    assert "   Said again in 00:12: “which languages?” (found)" in text


def test_a_sentence_on_what_is_no_longer_a_change_is_kept_apart(library: Library) -> None:
    played = Round().note("labels block it").end(gate=(1,))
    played.graded(library)
    played.add("again", id="gate", text="300 labels", state="none", seconds=12.0)
    assert "## Said again\n\n- in 00:12: “300 labels” (not found)" in _text(played)


def test_nothing_in_a_note_reaches_a_terminal_as_a_command() -> None:
    journal = started().add("note", 1, note=1, text="a\x1b[31mred\x07 \u202eevil", step=0).add("end")
    text = _text(journal)
    assert not set("\x1b\x07\u202e") & set(text)


def test_nothing_that_was_typed_becomes_markup(library: Library) -> None:
    journal = nasty.grade(nasty.journal())
    session = journal.fold()
    journal.add("graded", **graded_data(session, small(library).value, library.rubric().value))
    text = transcript(journal.fold(), nasty.TYPED[0], UTC).split("---\n", 2)[2]
    reader = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    page = Page(reader.render(text))
    own = {"h1", "h2", "h3", "p", "ul", "ol", "li", "strong", "em", "blockquote", "pre", "code", "br"}
    assert {tag for tag, _ in page.tags} <= own | {"table", "thead", "tbody", "tr", "th", "td"}
    assert [tag for tag, _ in page.tags].count("code") == 1  # the diagram
    for typed in nasty.TYPED:
        assert " ".join(typed.split()) in page.said
    assert "A <b>small</b> *question* | [x](http://evil.example)" in page.said


def test_a_transcript_can_be_rebuilt_and_is_the_same() -> None:
    assert _text(_journal().add("end")) == _text(_journal().add("end"))
