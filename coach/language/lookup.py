"""Which entry a question asks for: one that can be told, a few to choose from, or none.

Ranking finds the right entry nearly always; the harder half is to know when there is none. What decides is how much of
the question an entry explains: "which language is the backend in" hits the patterns of languages, but nothing on the
sheet speaks of a backend, and so it is asked back instead of answered.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from coach.language import questions
from coach.language.patterns import Pattern
from coach.language.questions import OTHER_THINGS, SMALL
from coach.language.ranking import Entry, Line, Ranking
from coach.language.spelling import Spelling
from coach.language.words import stem

ANSWER, CHOOSE, NOTHING = "answer", "choose", "nothing"

TOLD_WITH_HIT = 0.4
"""Share of a question's telling words that an entry has to explain to be told when one of its patterns hits."""
TOLD_WITHOUT = 1.0
"""The same where no pattern hits."""
TOLD_BM25 = 2.9
"""What the entry's own texts must then be worth."""
CHOSEN_SHARE = 0.5
"""The share that topic and patterns explain, from which on an entry that no pattern finds is offered."""
CHOSEN_TEXTS = 0.75
"""The same for topic, patterns and example lines together."""
CLOSE = 0.8
"""A second entry with a hit and so much of the first one's weight makes it a choice."""
_PER_PART = 0.3
_MOST = 4
_ABOUT = frozenset(
    "target goal limit budget deadline requirement requirements constraint constraints threshold tolerance capacity "
    "bar rate cost quota deadline size volume".split()
)


@dataclass(frozen=True, slots=True)
class Found:
    """What comes of one question: the outcome, ids of entries with the best first, the part of the line that asked.

    `about` is the word that several entries are offered for, where "… for what?" can be asked of it; else empty.
    """

    outcome: str
    ids: tuple[str, ...] = ()
    part: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class _Reading:
    """How one entry fares with a question: its weight, whether a pattern hits, the share of telling words it explains.

    `core` is the share without the words that only its example lines hold.
    """

    id: str
    weight: float
    hit: bool
    bm25: float
    share: float
    core: float
    telling: bool


class Lookup:
    """Entries that questions ask for.

    `broad` names, for words that say too little alone ("target", "users"), the ids that may be meant.
    """

    def __init__(self, entries: Sequence[Entry], broad: Mapping[str, Sequence[str]]) -> None:
        self._entries = entries
        self._ranking = Ranking(entries)
        self._broad = {stem(word): tuple(ids) for word, ids in broad.items()}
        self._stems = [{s for text in entry.texts for s in Line(text).stems} for entry in entries]
        self._topics = [set(Line(entry.texts[0]).stems) for entry in entries]
        known = {word for entry in entries for text in entry.texts for word in Line(text).words}
        known |= {s for entry in entries for term in _terms(entry.match) for s in term}
        self._known = known | {stem(word) for word in known} | SMALL | set(self._broad)
        self._spelling = Spelling(w for w in known if stem(w) not in SMALL)

    def find(self, text: str) -> list[Found]:
        """What a line asks for: one finding, or two where it holds two questions that each find something of their own.

        A line that finds nothing at all gives one finding that says so.
        """
        sentences = questions.sentences(text)
        found = [one for sentence in sentences for one in self._in_sentence(sentence)]
        useful = list(_distinct(one for one in found if one.outcome != NOTHING))
        told = [one for one in useful if one.outcome == ANSWER]
        return ((told or useful[:1]) if len(sentences) > 1 else useful)[:2] or [Found(NOTHING, (), text)]

    def _in_sentence(self, text: str) -> list[Found]:
        listed = [self._one(part) for part in questions.items(text)]
        useful = list(_distinct(one for one in listed if one.outcome != NOTHING))
        if len(useful) > 1 and len(useful) == len(listed):
            return useful
        for left, right in questions.halves(text):
            first, second = self._one(left), self._one(right)
            if first.outcome == second.outcome == ANSWER and first.ids[0] != second.ids[0]:
                return [first, second]
        return [self._one(text)]

    def _one(self, text: str) -> Found:
        line = self._mended(text)
        if (word := stem(questions.lone_word(line.text))) in self._broad and len(self._broad[word]) > 1:
            return Found(CHOOSE, self._broad[word][:_MOST], text, _about(line))
        readings = self._readings(line)
        if not readings:
            return Found(NOTHING, (), text)
        best = readings[0]
        rivals = [r for r in readings[1:] if r.hit and r.weight >= CLOSE * best.weight and r.share >= best.share]
        if not (rivals or self._strange(line)) and (
            (best.hit and best.share >= TOLD_WITH_HIT)
            or (best.telling and best.core >= TOLD_WITHOUT and best.bm25 >= TOLD_BM25)
        ):
            return Found(ANSWER, (best.id,), text)
        offered = [r.id for r in readings if r.hit or (r.telling and (r.core >= CHOSEN_SHARE or r.share >= CHOSEN_TEXTS))]
        return Found(CHOOSE, tuple(offered[:_MOST]), text, _about(line)) if offered else Found(NOTHING, (), text)

    def _strange(self, line: Line) -> bool:
        """Whether the line names a thing that has questions of its own, and that no entry speaks of."""
        return any(s in OTHER_THINGS and s not in self._known for s in line.stems)

    def _mended(self, text: str) -> Line:
        """The line, with words that nobody knows put right where one that is known is near."""
        line = Line(text)
        mended = [
            (self._spelling.meant(word) or word) if word not in self._known and s not in self._known else word
            for word, s in zip(line.words, line.stems, strict=True)
        ]
        return line if mended == line.words else Line(" ".join(mended))

    def _readings(self, line: Line) -> list[_Reading]:
        """Every entry that the line touches, best first."""
        telling = {at for at, s in enumerate(line.stems) if s not in SMALL and s.isalnum()}
        found = []
        for at, (entry, score) in enumerate(zip(self._entries, self._ranking.scores(line), strict=True)):
            if score.rejected:
                continue
            found_in, part = _covered(entry.match, line)
            core = telling & (found_in | _places(line, self._topics[at]))
            explained = core | telling & _places(line, self._stems[at])
            if not explained and not score.hits:
                continue
            size = len(telling)
            found.append(
                _Reading(
                    entry.id,
                    score.value + _PER_PART * part,
                    score.hits > 0,
                    score.bm25,
                    len(explained) / size if size else 1.0,
                    len(core) / size if size else 1.0,
                    bool(telling),
                )
            )
        return sorted(found, key=lambda reading: -reading.weight)


def _places(line: Line, stems: set[str]) -> set[int]:
    return {at for at, s in enumerate(line.stems) if s in stems}


def _covered(match: Sequence[Pattern], line: Line) -> tuple[set[int], float]:
    """The places of the words that patterns find, even in part, and the greatest share of groups that one finds."""
    places: set[int] = set()
    best = 0.0
    for pattern in match:
        groups = 0
        for group in pattern.groups:
            inside = {at for term in group for at in term.places(line.words, line.stems)}
            groups += bool(inside)
            places |= inside
        best = max(best, groups / len(pattern.groups))
    return places, best


def _terms(match: Sequence[Pattern]) -> Iterator[tuple[str, ...]]:
    return (term.stems for pattern in match for group in pattern.groups for term in group)


def _distinct(found: Iterable[Found]) -> Iterator[Found]:
    """Without those that offer nothing new."""
    seen: set[str] = set()
    for one in found:
        if one.ids and one.ids[0] not in seen:
            seen.add(one.ids[0])
            yield one


def _about(line: Line) -> str:
    return next((word for word in line.words if word in _ABOUT), "")
