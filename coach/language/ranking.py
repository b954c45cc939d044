"""Which of many entries a line of text speaks of: patterns that hit, and BM25 over each entry's own example lines.

The weights come from a study of this task: patterns decide, nearness to the examples orders what they leave open.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from coach.language import patterns
from coach.language.patterns import Pattern
from coach.language.words import stem, words

_K1, _B = 1.2, 0.6
_PER_HIT, _PER_BM25 = 0.35, 0.12
_NO_WEIGHT = """
a an and are as at be by do does for from has have how i in is it its of on or our so than that the their them then
there they this to up us was we what when which who will with would you your
"""
_STOP = frozenset(map(stem, _NO_WEIGHT.split()))


@dataclass(frozen=True)
class Line:
    """A line of text, cut into words and stems once."""

    text: str

    @cached_property
    def words(self) -> list[str]:
        """Its words in order."""
        return words(self.text)

    @cached_property
    def stems(self) -> list[str]:
        """The stems of its words, in order."""
        return [stem(word) for word in self.words]

    @cached_property
    def content(self) -> Counter[str]:
        """Its stems without the words that carry nothing, counted."""
        return Counter(s for s in self.stems if s not in _STOP)


@dataclass(frozen=True, slots=True)
class Entry:
    """Something lines may speak of: texts that do, patterns that recognise it, patterns that rule it out."""

    id: str
    texts: tuple[str, ...]
    match: tuple[Pattern, ...]
    reject: tuple[Pattern, ...] = ()


@dataclass(frozen=True, slots=True)
class Score:
    """How much a line speaks of an entry: patterns that hit, BM25 against its texts, both together as `value`."""

    id: str
    hits: int
    bm25: float
    rejected: bool = False

    @property
    def value(self) -> float:
        """The weighted sum; 0 for a line that a `reject` pattern rules out."""
        return 0.0 if self.rejected else _PER_HIT * self.hits + _PER_BM25 * self.bm25


@dataclass
class Ranking:
    """Entries, indexed by stem."""

    entries: Sequence[Entry]
    _postings: dict[str, list[tuple[int, float]]] = field(init=False)

    def __post_init__(self) -> None:
        counts = [sum((Line(text).content for text in entry.texts), Counter[str]()) for entry in self.entries]
        sizes = [sum(count.values()) for count in counts]
        mean = sum(sizes) / len(sizes) if sizes else 1.0
        found_in = Counter(s for count in counts for s in count)
        self._postings = {}
        for at, count in enumerate(counts):
            for s, times in count.items():
                rarity = math.log(1 + (len(counts) - found_in[s] + 0.5) / (found_in[s] + 0.5))
                weight = rarity * times * (_K1 + 1) / (times + _K1 * (1 - _B + _B * sizes[at] / (mean or 1.0)))
                self._postings.setdefault(s, []).append((at, weight))

    def scores(self, line: Line) -> list[Score]:
        """A score for each entry, in the order of the entries."""
        bm25 = [0.0] * len(self.entries)
        for s in line.content:
            for at, weight in self._postings.get(s, ()):
                bm25[at] += weight
        return [
            Score(
                entry.id,
                sum(p.found(line.words, line.stems) for p in entry.match),
                bm25[at],
                any(p.found(line.words, line.stems) for p in entry.reject),
            )
            for at, entry in enumerate(self.entries)
        ]


def parsed(sources: Sequence[str], glossary: Mapping[str, Sequence[str]]) -> tuple[Pattern, ...]:
    """Patterns ready for use. One that names a word list that is gone, as in an older copy, is left out."""
    ready = []
    for source in sources:
        try:
            ready.append(patterns.parse(source, glossary))
        except patterns.PatternError:
            continue
    return tuple(ready)
