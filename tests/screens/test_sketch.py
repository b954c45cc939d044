"""Drawing in a drill, and the diagrams after it."""

import pytest

from coach.content.library import Library
from coach.interview.drawing import diagram
from coach.screens.sketch import diagram_pages
from coach.screens.ui import Pictures, Text
from tests.builders import small, started
from tests.screens.conftest import Sitting

THROUGH = ["/next", "/next", "/next", "/next"]


def paths(sitting: Sitting) -> list[str]:
    """The diagram of the last session, one chain of arrows a line."""
    return diagram(sitting.session).paths()


def test_a_line_that_starts_with_a_plus_is_a_note_and_is_drawn_in_any_step(sitting: Sitting) -> None:
    sitting.begin(["+ user -> llm", "/next", "/next", "+ llm -> reply", "/next", "/next"])
    assert sitting.texts == ["+ user -> llm", "+ llm -> reply"]
    assert paths(sitting) == ["user -> llm -> reply"]
    assert "2 boxes" in sitting.ui.text
    assert "3 boxes" in sitting.ui.text


def test_a_slip_that_was_forgiven_is_told(sitting: Sitting) -> None:
    sitting.begin(["+ user -> retriever", "+ retriver -> llm", *THROUGH])
    assert "3 boxes; “retriver” is taken for “retriever”" in sitting.ui.text


def test_the_commoner_spelling_names_the_box(sitting: Sitting) -> None:
    sitting.begin(["+ user -> retreiver", "+ retriever -> llm", "+ cache -> retriever", "/cut cache -> retr", *THROUGH])
    assert "“retriever” is taken for “retreiver”" in sitting.ui.text
    assert "“retreiver” is now “retriever”" in sitting.ui.text
    assert paths(sitting) == ["user -> retriever -> llm"]


@pytest.mark.parametrize(
    "line", ["+1 for caching", "+ 20% latency budget for llm", "+ hybrid search because codes, bm25"]
)
def test_a_remark_that_begins_with_a_plus_is_kept_and_not_drawn(sitting: Sitting, line: str) -> None:
    sitting.begin([line, *THROUGH])
    assert sitting.texts == [line]
    assert paths(sitting) == []
    assert "Kept as a note; “+ box -> box” is drawn." in sitting.ui.text


@pytest.mark.parametrize("line", ["+", "+ a ->", "+ -> b"])
def test_a_line_that_draws_nothing_says_why_and_stays_a_note(sitting: Sitting, line: str) -> None:
    sitting.begin([line, *THROUGH])
    assert sitting.texts == [line]
    assert "drawn." in sitting.ui.text


def test_any_other_arrow_is_a_note_until_it_is_drawn_after_all(sitting: Sitting) -> None:
    sitting.begin(["hook -> queue, 5 min", "no arrow here", "/draw last", "/draw last", *THROUGH])
    assert paths(sitting) == ["hook -> queue"]
    assert "Drawn: hook -> queue, 5 min" in sitting.ui.text
    assert "It is drawn already" in sitting.ui.text
    assert sitting.kinds.count("draw") == 1


def test_the_last_arrow_that_is_not_drawn_yet_is_drawn(sitting: Sitting) -> None:
    sitting.begin(["hook -> queue", "+ user -> llm", "/draw last", "/draw last", *THROUGH])
    assert paths(sitting) == ["user -> llm", "hook -> queue"]
    assert "It is drawn already: + user -> llm" in sitting.ui.text


def test_draw_shows_the_diagram_or_how_to_draw(sitting: Sitting) -> None:
    sitting.begin(["/draw", "/draw last", "/draw a -> b", "+ user -> llm", "/draw", *THROUGH])
    assert "Nothing is drawn yet." in sitting.ui.text
    assert "No note has an arrow in it." in sitting.ui.text
    assert "A line that starts with + draws" in sitting.ui.text
    assert "user -> llm" in sitting.ui.shown
    assert sitting.texts == ["+ user -> llm"]


def test_cut_takes_an_arrow_by_unique_beginnings(sitting: Sitting) -> None:
    sitting.begin(["+ rewrite -> hybrid search -> rerank", "+ rewrite -> acl", "/cut rew -> hyb", *THROUGH])
    assert paths(sitting) == ["rewrite -> acl", "hybrid search -> rerank"]
    assert "Cut: rewrite -> hybrid search. 4 boxes" in sitting.ui.text


@pytest.mark.parametrize(
    ("order", "said", "listed"),
    [
        ("/cut x -> y", "“x -> y” is no arrow", "user -> search; user -> store"),
        ("/cut us -> s", "could be several arrows", "user -> search; user -> store"),
        ("/cut user", "named by its two ends", "user -> search; user -> store"),
        ("/cut store", "named by its two ends", "        user -> store"),
        ("/cut", "named by its two ends", "user -> search; user -> store"),
        ("/cut user -> search -> x", "“search -> x” is no arrow", "user -> search; user -> store"),
    ],
)
def test_a_cut_that_fits_no_arrow_or_several_says_which_there_are(
    sitting: Sitting, order: str, said: str, listed: str
) -> None:
    sitting.begin(["+ user -> search / store", order, *THROUGH])
    assert said in sitting.ui.text
    assert listed in sitting.ui.text
    assert "cut" not in sitting.kinds


def test_without_an_arrow_nothing_can_be_cut(sitting: Sitting) -> None:
    sitting.begin(["+ cache", "/cut cache -> x", *THROUGH])
    assert "1 box" in sitting.ui.text
    assert "No arrow is drawn yet." in sitting.ui.text


def test_undo_takes_back_strokes_one_by_one(sitting: Sitting) -> None:
    sitting.begin(["+ a -> b -> c", "b -> d", "/draw last", "/cut a -> b", "/undo", "/undo", "/undo", *THROUGH])
    assert paths(sitting) == ["a -> b -> c"]
    assert sitting.texts == ["+ a -> b -> c"]
    for words in ("No longer cut: a -> b", "No longer drawn: b -> d", "Taken back: 00:00 b -> d"):
        assert words in sitting.ui.text


def test_an_edited_note_draws_its_new_text(sitting: Sitting) -> None:
    sitting.begin(["+ a -> b", "/edit 1", *THROUGH], edited="+ a -> c -> d")
    assert paths(sitting) == ["a -> c -> d"]
    assert "3 boxes" in sitting.ui.text


def test_a_note_that_an_edit_gives_a_plus_is_drawn(sitting: Sitting) -> None:
    sitting.begin(["a to b", "/edit", *THROUGH], edited="+ a -> b")
    assert paths(sitting) == ["a -> b"]


def test_the_first_step_of_the_design_says_how_to_draw(sitting: Sitting) -> None:
    sitting.begin(THROUGH)
    assert sitting.ui.text.count("A line that starts with + is drawn.") == 1
    rule = next(at for at, line in enumerate(sitting.ui.shown) if "2 of 4" in line)
    assert "05:00" in sitting.ui.shown[rule] or "10:00" in sitting.ui.shown[rule]
    assert sitting.ui.shown[rule + 1].strip() == "A line that starts with + is drawn."


def test_a_resumed_round_has_its_diagram(sitting: Sitting) -> None:
    sitting.begin(["+ a -> b", "/pause"], keys=["q"])
    sitting.resume(["/draw", *THROUGH], keys=["l"])
    assert "a -> b" in sitting.ui.shown


def test_a_round_that_was_handed_a_design_draws_into_it(sitting: Sitting) -> None:
    sitting.begin(
        ["/question", "+ llm -> guard -> reply", "/cut llm -> reply", "/draw", "/next"], phases=("deep-dive",)
    )
    assert sitting.ui.shown.count("user -> llm -> reply") == 1
    assert "user -> llm -> guard -> reply" in sitting.ui.shown
    sitting.clock.forward(60)
    sitting.begin(["/question", "/draw", "/next"], phases=("deep-dive",))
    assert sitting.ui.shown.count("user -> llm -> guard -> reply") == 2
    assert "## Diagram" not in sitting.home.sessions.transcript(sitting.session.id).read_text(encoding="utf-8")


def test_afterwards_the_own_diagram_stands_beside_the_reference(library: Library) -> None:
    journal = started().add("note", 1, note=1, text="+ user -> llm -> filter", step=1, drawn=True)
    page = diagram_pages(journal.fold(), small(library).value, library.glossary)
    (pictures,) = [block for block in page if isinstance(block, Pictures)]
    assert [(title, graph.paths()) for title, graph in pictures.named] == [
        ("Your diagram", ["user -> llm -> filter"]),
        ("Reference diagram", ["user -> acl -> llm -> reply"]),
    ]
    assert Text("- “filter” leads nowhere.", hang=2) in page


def test_who_drew_nothing_is_told_how_and_sees_the_reference(library: Library) -> None:
    page = diagram_pages(started().fold(), small(library).value, library.glossary)
    assert [block.text for block in page if isinstance(block, Text)] == [
        "You drew nothing; a line that starts with + draws, + user -> search -> reply."
    ]
    assert [title for block in page if isinstance(block, Pictures) for title, _ in block.named] == ["Reference diagram"]
