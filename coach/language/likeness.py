"""Whether two remarks are about the same thing, so that it is not brought up twice in other words."""

from collections import Counter
from collections.abc import Iterable, Sequence

from coach.language.words import words

_BEGINNING = 5
"""Letters that two words have to share to count as one: German and Germany."""
_COMMON = 3
"""In more of the texts than that, a word tells nothing about what one of them is about."""
_SHARED = 2


class Likeness:
    """Compares texts of one collection. Words that many of its texts use do not count."""

    def __init__(self, texts: Sequence[str]) -> None:
        uses = Counter(word for text in texts for word in _beginnings(text))
        self._common = {word for word, count in uses.items() if count > _COMMON}

    def alike(self, text: str, others: Iterable[str]) -> bool:
        """Whether a text shares its telling words with one of the others."""
        own = _beginnings(text) - self._common
        return any(len(own & _beginnings(other)) >= _SHARED for other in others)


def _beginnings(text: str) -> set[str]:
    return {word[:_BEGINNING] for word in words(text) if len(word) >= _BEGINNING}
