"""Small slips of the keyboard: a word that nobody knows, put right by the nearest one that somebody does."""

from collections.abc import Iterable

_SHORTEST = 5
_LONG = 8


class Spelling:
    """The words that may be meant, and the nearest of them to one that was typed."""

    def __init__(self, known: Iterable[str]) -> None:
        self._by_letter: dict[str, list[str]] = {}
        for word in sorted(set(known)):
            if word.isalpha() and len(word) >= _SHORTEST - 1:
                self._by_letter.setdefault(word[0], []).append(word)

    def meant(self, typed: str) -> str:
        """The nearest known word with the same first letter: one slip away, two for a long word. Empty when none is."""
        if not typed.isalpha() or len(typed) < _SHORTEST:
            return ""
        allowed = 2 if len(typed) >= _LONG else 1
        best, best_at = "", allowed + 1
        for word in self._by_letter.get(typed[0], ()):
            if abs(len(word) - len(typed)) >= best_at or (len(typed) == _SHORTEST and _replaced(typed, word)):
                continue
            if (away := slips(typed, word)) < best_at:
                best, best_at = word, away
        return best


def _replaced(typed: str, word: str) -> bool:
    """Whether only another letter would make one of the other; in a short word that is as likely another word."""
    return len(typed) == len(word) and sorted(typed) != sorted(word)


def slips(a: str, b: str) -> int:
    """How many letters have to be put in, left out, replaced or swapped with the next to turn one word into another."""
    before: list[int] = []
    above = list(range(len(b) + 1))
    for i, letter in enumerate(a, start=1):
        row = [i]
        for j, other in enumerate(b, start=1):
            cost = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == b[j - 2] and a[i - 2] == other:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before, above = above, row
    return above[-1]
