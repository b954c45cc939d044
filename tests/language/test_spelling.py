"""Words cut short and slips of the finger."""

import pytest

from coach.language.patterns import any_match, parse
from coach.language.ranking import Entry, Line, Ranking
from coach.language.spelling import Slips, whole
from coach.language.words import stem

KNOWN = [stem(word) for word in ("retrieval", "permission", "threshold", "invent", "rerank", "weekly", "cache")]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("retreival", "retrieval"),
        ("retrievval", "retrieval"),
        ("premission", "permission"),
        ("treshold", "threshold"),
        ("thresholld", "threshold"),
        ("rernak", "rerank"),
    ],
)
def test_a_slip_of_the_finger_is_read_as_the_word_it_was_made_of(typed: str, meant: str) -> None:
    assert Slips(KNOWN).read(stem(typed)) == stem(meant)


@pytest.mark.parametrize("word", ["intent", "cahce", "hreshold", "bm25rr", "nothing", ""])
def test_another_letter_a_short_word_or_another_beginning_is_no_slip(word: str) -> None:
    assert Slips(KNOWN).read(stem(word)) is None


def test_a_wrong_vowel_in_a_long_word_is_a_slip_only_where_asked_for() -> None:
    known = ["latency", "message", "invent"]
    assert Slips(known).read("latancy") is None
    vowels = Slips(known, vowels=True)
    assert vowels.read("latancy") == "latency"
    assert vowels.read("massage") == "message"
    assert vowels.read("invant") is None, "too short"
    assert Slips(["stationary", "stationery"], vowels=True).read("stationory") is None


def test_a_slip_between_two_words_is_left_alone() -> None:
    assert Slips(["filterx", "filtery"]).read("filter") is None


def test_abbreviations_stand_for_their_words_on_both_sides() -> None:
    assert whole("addr") == "address"
    assert any_match([parse("address*", {})], "shared dev/addr")
    assert any_match([parse("perms & idx", {})], "permissions in the index")


def test_a_ranking_reads_slips_but_never_changes_a_word_it_knows() -> None:
    ranking = Ranking([Entry("a", ("filter permissions",), (parse("permission*", {}),)), Entry("b", ("permits",), ())])
    assert ranking.scores(Line("filter by permisisons"))[0].hits == 1
    assert ranking.scores(Line("permits"))[0].hits == 0
