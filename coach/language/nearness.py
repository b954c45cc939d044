"""Which of some lines comes nearest to a text, by the words they share."""

from collections.abc import Sequence

from coach.language.words import stem, words

_SMALL_WORDS = """
a an and are as at be because but by can do each else for from has have how i if in into is it its keep like more most
my no not of on one only or our out per so than that the their them then there they this to up use used using via want
was we what when where which who why will with without would you your
"""
_COMMON = frozenset(stem(word) for word in words(_SMALL_WORDS))
_ENOUGH = 3


def telling_stems(text: str) -> set[str]:
    """The stems of a text that say something: no articles, pronouns or other small words, no single letters."""
    return {s for word in words(text) if len(word) > 1 and (s := stem(word)) not in _COMMON}


def nearest(texts: Sequence[str], lines: Sequence[str]) -> int | None:
    """The index of the line that shares most telling words with the texts; None when none shares three."""
    wanted = set().union(*(telling_stems(text) for text in texts))
    best, best_size = None, _ENOUGH - 1
    for index, line in enumerate(lines):
        size = len(wanted & telling_stems(line))
        if size > best_size:
            best, best_size = index, size
    return best
