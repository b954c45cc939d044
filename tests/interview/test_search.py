"""Words that a person left in a round."""

from coach.content.library import Library
from coach.interview.search import Hit, hits
from tests.pinned import Round


def test_notes_come_by_the_clock_whatever_the_case_and_dropped_ones_do_not() -> None:
    played = Round().note("BM25 first", 60).note("nothing").to(2).note("bm25 beside dense", 30).note("bm25 again")
    played.add("drop", 1, note=4)
    assert hits(played.fold(), "Bm25") == [
        Hit(60.0, "Clarify", "BM25 first"),
        Hit(101.0, "Deep dive", "bm25 beside dense"),
    ]


def test_an_edited_note_is_found_by_what_it_says_now() -> None:
    played = Round().note("cosin distance").add("edit", 5, note=1, text="cosine distance")
    assert hits(played.fold(), "cosin ") == []
    assert [hit.text for hit in hits(played.fold(), "cosine")] == ["cosine distance"]


def test_words_beyond_ascii_are_found_as_they_stand() -> None:
    assert [hit.text for hit in hits(Round().note("Größe des Index").fold(), "GRÖSSE")] == []
    assert [hit.text for hit in hits(Round().note("Größe des Index").fold(), "gröẞe")] == ["Größe des Index"]


def test_what_was_written_after_the_round_is_found_too(library: Library) -> None:
    played = Round().end()
    played.add("mark", point="gate", mark="said", notes=[], line="labels block it")
    played.add("mark", point="path", mark="not-mine", notes=[], reason="no labels there")
    played.add("dimension", dimension="numbers", grade=3, reason="labels counted")
    played.add("reflection", text="labels sooner")
    played.graded(library)
    played.add("again", 5, id="gate", text="300 labels block", state="strong", seconds=9)
    assert [(hit.at_s, hit.where, hit.text) for hit in hits(played.fold(), "label")] == [
        (None, "Grading", "labels block it"),
        (None, "Grading", "no labels there"),
        (None, "Grading", "labels counted"),
        (None, "Last line", "labels sooner"),
        (None, "Said again", "300 labels block"),
    ]
