"""Text to words, and words to stems."""

import re
from functools import lru_cache

import snowballstemmer

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?|[$%€/@<>=+]")
_stemmer = snowballstemmer.stemmer("english")


def words(text: str) -> list[str]:
    """Lower-case words and the few signs that carry meaning in a note ($ % / @ < > = +)."""
    return _WORD.findall(text.lower())


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The Porter2 stem of one lower-case word; words with digits or signs stay as they are."""
    return str(_stemmer.stemWord(word)) if word.isalpha() else word
