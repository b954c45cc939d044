"""Patterns that recognise what a note says."""

import pytest

from coach.language.patterns import PatternError, any_match, parse

GLOSSARY = {
    "docs": ["article*", "page", "help cent*"],
    "money": ["$", "cost"],
    "two_words": ["knowledge base"],
}


@pytest.mark.parametrize(
    ("pattern", "note"),
    [
        ("filter", "we filter first"),
        ("filter", "FILTERING by tenant"),
        ("filter | mask", "masking names"),
        ("filter & index", "index first, then filter"),
        ("filter & index|search", "filters inside the search"),
        ("fus*", "rank fusion"),
        ("vector search", "with vector searches we"),
        ("help cent*", "the help centre"),
        ("$docs", "old articles"),
        ("$docs", "from the help center"),
        ("$docs & stale|old", "stale pages"),
        ("$two_words", "a knowledge base of"),
        ("$money", "it is $40"),
        ("e-mail", "mask the e mail"),
        ("a b test", "run an a/b test, or rather a b test"),
        ("85 %", "85% sure"),
        ("6/40", "1 - 6/40"),
        ("top-k", "starves the top k"),
        ("bm25", "BM25 next to dense"),
    ],
)
def test_a_note_that_says_it_is_found(pattern: str, note: str) -> None:
    assert parse(pattern, GLOSSARY).matches(note)


@pytest.mark.parametrize(
    ("pattern", "note"),
    [
        ("filter", ""),
        ("filter", "we mask it"),
        ("filter & index", "we filter first"),
        ("fus", "rank fusion"),
        ("fus*", "confusion"),
        ("vector search", "search by vector"),
        ("vector search", "vector"),
        ("$docs & stale", "stale prices"),
        ("$two_words", "base knowledge"),
        ("index", "indecent"),
    ],
)
def test_a_note_that_does_not_say_it_is_not_found(pattern: str, note: str) -> None:
    assert not parse(pattern, GLOSSARY).matches(note)


@pytest.mark.parametrize(
    ("pattern", "part"),
    [
        ("", "empty"),
        ("  ", "empty"),
        ("a &", "empty"),
        ("& a", "empty"),
        ("a || b", "empty"),
        ("a | & b", "empty"),
        ("*", r"\*"),
        ("a*b", r"\*"),
        ("*able", r"\*"),
        ("fail **", r"\*"),
        ("!!", "no word"),
        ("$nothing", "nothing is not in the glossary"),
        ("a & $nothing | b", "nothing is not in the glossary"),
    ],
)
def test_a_pattern_that_cannot_be_read_is_refused_and_named(pattern: str, part: str) -> None:
    with pytest.raises(PatternError, match=part):
        parse(pattern, GLOSSARY)


@pytest.mark.parametrize("pattern", ["how old $docs", "$docs*", "$Docs", "$docs age"])
def test_a_name_that_would_never_be_looked_up_is_refused(pattern: str) -> None:
    with pytest.raises(PatternError):
        parse(pattern, GLOSSARY)


def test_a_bad_term_of_the_glossary_is_refused_where_it_is_used() -> None:
    with pytest.raises(PatternError, match="belongs at the end"):
        parse("$bad", {"bad": ["a*b"]})


def test_any_of_several_patterns_is_enough() -> None:
    patterns = [parse("mask*", GLOSSARY), parse("filter & index", GLOSSARY)]
    assert any_match(patterns, "index, then filter")
    assert any_match(patterns, "masking")
    assert not any_match(patterns, "filter later")
    assert not any_match([], "filter the index")
