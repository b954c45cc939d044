"""Which of many entries a line of text speaks of: patterns that hit, BM25 and nearness to each entry's example lines.

The weights of hits and BM25 come from a study of this task: patterns decide, nearness to the examples orders what they
leave open. Everything is indexed by stem, so that a line costs what it hits and not what there is.
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from coach.language import patterns
from coach.language.patterns import Pattern, Term
from coach.language.spelling import Slips, whole
from coach.language.words import stem, words

_K1, _B = 1.2, 0.6
_PER_HIT, _PER_BM25 = 0.35, 0.12
_NO_WEIGHT = """
a an and are as at be by do does for from has have how i if in is it its of on or our so than that the their them then
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
        return [whole(word) for word in words(self.text)]

    @cached_property
    def stems(self) -> list[str]:
        """The stems of its words, in order."""
        return [stem(word) for word in self.words]

    def reading(self, read: Mapping[int, str]) -> "Line":
        """The same line with stems in place of the words at some indices."""
        line = Line(self.text)
        line.__dict__["words"] = [read.get(at, word) for at, word in enumerate(self.words)]  # where they are cached
        line.__dict__["stems"] = [read.get(at, stemmed) for at, stemmed in enumerate(self.stems)]
        return line

    @cached_property
    def content(self) -> Counter[str]:
        """Its stems without the words that carry nothing, counted."""
        return Counter(s for s in self.stems if s not in _STOP)


@dataclass(frozen=True, slots=True)
class Entry:
    """Something lines may speak of: texts that do, patterns that recognise it, patterns and texts that rule it out."""

    id: str
    texts: tuple[str, ...]
    match: tuple[Pattern, ...]
    reject: tuple[Pattern, ...] = ()
    counter: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Score:
    """How much a line speaks of an entry.

    `hits` are patterns found whole, `part` is the share of the groups found of the pattern that comes nearest to
    being found (1 for a whole one), `near` the likeness to the most alike of its texts, 0 to 1, `against` the likeness
    to the most alike of its counter-examples.
    """

    id: str
    hits: int
    bm25: float
    rejected: bool = False
    part: float = 0.0
    near: float = 0.0
    against: float = 0.0

    @property
    def value(self) -> float:
        """The weighted sum; 0 for a line that a `reject` pattern rules out."""
        return 0.0 if self.rejected else _PER_HIT * self.hits + _PER_BM25 * self.bm25


class Ranking:
    """Entries, indexed by stem."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries = tuple(entries)
        self._bm25 = _Bm25([entry.texts for entry in self.entries])
        self._near = _Nearness(self.entries)
        self._patterns = _Patterns(self.entries)
        self._slips = Slips(self._bm25.stems | self._patterns.stems)

    def scores(self, line: Line) -> list[Score]:
        """A score for each entry, in the order of the entries."""
        line = self.spelled(line)
        bm25 = self._bm25.of(line)
        near, against = self._near.of(line)
        hits, parts, rejected = self._patterns.of(line)
        return [
            Score(entry.id, hits[at], bm25[at], rejected[at], parts[at], near[at], against[at])
            for at, entry in enumerate(self.entries)
        ]

    def touched(self, line: Line) -> list[set[int]]:
        """For each entry the indices of the words that its patterns find, even in part; those that reject aside."""
        return self._patterns.places(self.spelled(line))

    def spelled(self, line: Line) -> Line:
        """The line with words that nothing here knows read as the words they seem to stand for."""
        read = {
            at: known
            for at, (word, stemmed) in enumerate(zip(line.words, line.stems, strict=True))
            if stemmed not in _STOP
            and stemmed not in self._bm25.stems
            and not self._patterns.knows(word, stemmed)
            and (known := self._slips.read(stemmed))
        }
        return line.reading(read) if read else line


class _Bm25:
    """How rare the words are that a line shares with the texts of an entry, taken together."""

    def __init__(self, texts: Sequence[Sequence[str]]) -> None:
        counts = [sum((Line(text).content for text in of), Counter[str]()) for of in texts]
        sizes = [sum(count.values()) for count in counts]
        mean = (sum(sizes) / len(sizes) if sizes else 1.0) or 1.0
        found_in = Counter(s for count in counts for s in count)
        self._size = len(counts)
        self._postings: dict[str, list[tuple[int, float]]] = {}
        self.stems = found_in.keys()
        for at, count in enumerate(counts):
            for s, times in count.items():
                rarity = math.log(1 + (len(counts) - found_in[s] + 0.5) / (found_in[s] + 0.5))
                weight = rarity * times * (_K1 + 1) / (times + _K1 * (1 - _B + _B * sizes[at] / mean))
                self._postings.setdefault(s, []).append((at, weight))

    def of(self, line: Line) -> list[float]:
        found = [0.0] * self._size
        for s in line.content:
            for at, weight in self._postings.get(s, ()):
                found[at] += weight
        return found


class _Nearness:
    """How alike a line and one text are: the cosine of their words, each weighted by how rare it is."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        texts = [(at, False, text) for at, entry in enumerate(entries) for text in entry.texts]
        texts += [(at, True, text) for at, entry in enumerate(entries) for text in entry.counter]
        lines = [Line(text).content for _, _, text in texts]
        self._size = len(entries)
        self._owner = [(at, counter) for at, counter, _ in texts]
        found_in = Counter(s for content in lines for s in content)
        self._unseen = math.log(1 + len(lines) / 0.5)
        self._rarity = {s: math.log(1 + len(lines) / (times + 0.5)) for s, times in found_in.items()}
        self._length = [self._of(content) for content in lines]
        self._postings: dict[str, list[int]] = {}
        for number, content in enumerate(lines):
            for s in content:
                self._postings.setdefault(s, []).append(number)

    def _of(self, stems: Iterable[str]) -> float:
        return math.sqrt(sum(self._rarity.get(s, self._unseen) ** 2 for s in stems)) or 1.0

    def of(self, line: Line) -> tuple[list[float], list[float]]:
        """For each entry the likeness to its nearest text and to its nearest counter-example."""
        shared: dict[int, float] = {}
        for s in line.content:
            weight = self._rarity.get(s, 0.0) ** 2
            for number in self._postings.get(s, ()):
                shared[number] = shared.get(number, 0.0) + weight
        length = self._of(line.content)
        near, against = [0.0] * self._size, [0.0] * self._size
        for number, weight in shared.items():
            at, counter = self._owner[number]
            found = against if counter else near
            found[at] = max(found[at], weight / (length * self._length[number]))
        return near, against


class _Patterns:
    """All patterns of all entries: terms by their first word, and for each term the groups it stands in."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._size = len(entries)
        self._pattern_of: list[int] = []  # by group
        self._groups: list[int] = []  # by pattern, how many there are
        self._entry_of: list[int] = []  # by pattern
        self._rejects: list[bool] = []  # by pattern
        places: dict[Term, list[int]] = {}
        for at, entry in enumerate(entries):
            for pattern, rejects in (*((p, False) for p in entry.match), *((p, True) for p in entry.reject)):
                for group in pattern.groups:
                    for term in group:
                        places.setdefault(term, []).append(len(self._pattern_of))
                    self._pattern_of.append(len(self._groups))
                self._groups.append(len(pattern.groups))
                self._entry_of.append(at)
                self._rejects.append(rejects)
        self._words: dict[str, list[tuple[Term, list[int]]]] = {}
        self._prefixes: dict[str, list[tuple[Term, list[int]]]] = {}
        for term, groups in places.items():
            index = self._prefixes if term.prefix[0] else self._words
            index.setdefault(term.stems[0], []).append((term, groups))
        self._lengths = sorted({len(prefix) for prefix in self._prefixes})
        parts = [part for term in places for part in zip(term.stems, term.prefix, strict=True)]
        self.stems = {s for s, _ in parts}
        self._whole = {s for s, prefix in parts if not prefix}
        self._beginnings = {s for s, prefix in parts if prefix}

    def knows(self, word: str, stemmed: str) -> bool:
        """Whether some term holds this word."""
        return stemmed in self._whole or any(word[:to] in self._beginnings for to in range(1, len(word) + 1))

    def of(self, line: Line) -> tuple[list[int], list[float], list[bool]]:
        """For each entry: patterns found, the best share of a pattern's groups, whether one that rejects is found."""
        hit = {group for _, _, groups in self._standing(line) for group in groups}
        hits, parts, rejected = [0] * self._size, [0.0] * self._size, [False] * self._size
        for pattern, groups_hit in Counter(self._pattern_of[group] for group in hit).items():
            at = self._entry_of[pattern]
            whole = groups_hit == self._groups[pattern]
            if self._rejects[pattern]:
                rejected[at] = rejected[at] or whole
            else:
                hits[at] += whole
                parts[at] = max(parts[at], groups_hit / self._groups[pattern])
        return hits, parts, rejected

    def places(self, line: Line) -> list[set[int]]:
        """For each entry the indices of the words that stand in a group of a pattern that does not reject."""
        found: list[set[int]] = [set() for _ in range(self._size)]
        for at, term, groups in self._standing(line):
            for pattern in {self._pattern_of[group] for group in groups}:
                if not self._rejects[pattern]:
                    found[self._entry_of[pattern]].update(range(at, at + len(term.stems)))
        return found

    def _standing(self, line: Line) -> Iterator[tuple[int, Term, list[int]]]:
        """Every term that stands in the line, where it begins, and its groups."""
        plain, stems = line.words, line.stems
        for at, word in enumerate(plain):
            for candidates in self._beginning_with(word, stems[at]):
                for term, groups in candidates:
                    if len(term.stems) == 1 or term.stands_at(at, plain, stems):
                        yield at, term, groups

    def _beginning_with(self, word: str, stemmed: str) -> Iterable[list[tuple[Term, list[int]]]]:
        if stemmed in self._words:
            yield self._words[stemmed]
        for length in self._lengths:
            if length > len(word):
                return
            if (prefix := word[:length]) in self._prefixes:
                yield self._prefixes[prefix]


def parsed(sources: Sequence[str], glossary: Mapping[str, Sequence[str]]) -> tuple[Pattern, ...]:
    """Patterns ready for use. One that names a word list that is gone, as in an older copy, is left out."""
    ready = []
    for source in sources:
        try:
            ready.append(patterns.parse(source, glossary))
        except patterns.PatternError:
            continue
    return tuple(ready)
