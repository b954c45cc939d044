"""Which entry a question asks for: one that can be told, a few to choose from, or none.

Ranking finds the right entry nearly always; the harder half is to know when there is none. What decides is how much of
the question an entry explains: "which language is the backend in" hits the patterns of languages, but nothing on the
sheet speaks of a backend, and so it is asked back instead of answered.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from coach.language import questions
from coach.language.common import OTHER_THINGS, SMALL
from coach.language.outcomes import ANSWER, CHOOSE, NOTHING
from coach.language.patterns import Pattern
from coach.language.ranking import Entry, Line, Ranking
from coach.language.spelling import Slips
from coach.language.words import stem

_PER_PART, _WHOLE = 0.3, 0.3
_MOST = 4
_LONGEST = 1000
"""Characters of a line that are read: a page that was pasted asks nothing more than its beginning does."""
_SENTENCES = 6
_REMEMBERED = 500
_LONE = 0.6
"""The share that the only entry on offer has to explain: asking "this?" of something far off reads as deafness."""
_ABOUT = {
    "target", "goal", "limit", "budget", "deadline", "requirement", "requirements", "constraint", "constraints",
    "threshold", "tolerance", "capacity", "quota", "size", "volume",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Limits:
    """Where telling ends and asking back begins, fitted with `tests.bench.questions`; shares are of a question's words.

    `hit`: the share that an entry has to explain to be told when one of its patterns hits. `texts` and `bm25`: the
    share and the worth of its own texts where none does. `offer`: the share that topic and patterns explain, from which
    on an entry without a hit is offered; `offer_texts`: the same with the example lines. `rival`: the part of the best
    weight that makes a second entry with a hit a rival, and the answer a choice.
    """

    hit: float = 0.35
    texts: float = 0.99
    bm25: float = 2.9
    offer: float = 0.35
    offer_texts: float = 0.75
    rival: float = 0.8


SHIPPED = Limits()


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

    A word that many entries explain tells less than one that few do, and than one that none does.
    `core` is the share without the words that only its example lines hold. `strays`: whether it leaves a word that is
    the topic of another entry with a hit.
    """

    id: str
    weight: float
    hit: bool
    bm25: float
    share: float
    core: float
    telling: bool
    strays: bool


class Lookup:
    """Entries that questions ask for.

    `broad` names, for words that say too little alone ("target", "users"), the ids that may be meant. It gives way to
    an entry that lists the lone word among its texts.
    """

    def __init__(self, entries: Sequence[Entry], broad: Mapping[str, Sequence[str]]) -> None:
        self._ranking = Ranking(entries)
        claimed = {questions.lone_word(text) for entry in entries for text in entry.texts}
        self._broad = {stem(word): tuple(ids) for word, ids in broad.items() if word not in claimed}
        self._stems = [{s for text in entry.texts for s in Line(text).stems} for entry in entries]
        self._topics = [set(Line(entry.texts[0]).stems) for entry in entries]
        self._at = {entry.id: at for at, entry in enumerate(entries)}
        known = {word for entry in entries for text in entry.texts for word in Line(text).words}
        known |= {s for entry in entries for term in _terms(entry.match) for s in term}
        self._known = known | {stem(word) for word in known} | SMALL | set(self._broad)
        self._slips = Slips((w for w in known if stem(w) not in SMALL), vowels=True)
        self._read = lru_cache(maxsize=_REMEMBERED)(self._reads)

    def find(self, text: str, limits: Limits = SHIPPED) -> list[Found]:
        """What a line asks for: one finding, or two where it holds two questions that each find something of their own.

        What can be told goes before what would have to be asked back, so that one line never does both.
        """
        sentences = questions.sentences(text[:_LONGEST])[:_SENTENCES]
        found = [one for sentence in sentences for one in self._in_sentence(sentence, limits)]
        told = list(_distinct(one for one in found if one.outcome == ANSWER))
        offered = [one for one in found if one.outcome == CHOOSE]
        return told[:2] or offered[:1] or [Found(NOTHING, (), text)]

    def _in_sentence(self, text: str, limits: Limits) -> list[Found]:
        listed = [self._one(part, limits) for part in questions.items(text)]
        if listed and all(one.outcome != NOTHING for one in listed):
            return [one for at, one in enumerate(listed) if all(self._adds(one, before) for before in listed[:at])]
        for left, right in questions.halves(text):
            first, second = self._one(left, limits), self._one(right, limits)
            if first.outcome == second.outcome == ANSWER and first.ids[0] != second.ids[0]:
                return [first, second] if self._adds(second, first) else [first]
        whole = self._one(text, limits)
        if whole.outcome == NOTHING and not listed:
            parts = (self._one(part, limits) for cut in questions.halves(text) for part in cut)
            return [next((one for one in parts if one.outcome == ANSWER), whole)]
        return [whole]

    def _adds(self, one: Found, before: Found) -> bool:
        """Whether a part of a line asks for more than a part before it, which was answered, did already.

        "wrong or no answer, what does each cost" is one question, though its second half finds the budget too.
        """
        if before.outcome != ANSWER or one.ids[:1] == before.ids[:1]:
            return True
        line, _ = self._read(one.part)
        at, telling = self._at[before.ids[0]], _telling(line)
        if not telling:  # "who may see what": it found something of its own by its small words
            return True
        return bool(telling - self._ranking.touched(line)[at] - _places(line, self._topics[at]))

    def _reads(self, text: str) -> tuple[Line, list[_Reading]]:
        line = self._mended(text)
        return line, self._readings(line)

    def _one(self, text: str, limits: Limits) -> Found:
        line, readings = self._read(text)
        if word := self._broad_word(line, readings):
            return Found(CHOOSE, self._all_of(word, readings), text, _about(line))
        if not readings:
            return Found(NOTHING, (), text)
        best = readings[0]
        rivals = [r for r in readings[1:] if r.hit and r.weight >= limits.rival * best.weight and r.share >= best.share]
        if not (rivals or best.strays or self._strange(line)) and (
            (best.hit and best.share >= limits.hit)
            or (best.telling and best.core >= limits.texts and (best.bm25 >= limits.bm25 or _is_sole(readings)))
        ):
            return Found(ANSWER, (best.id,), text)
        offered = [r for r in readings if r.hit or _is_near(r, limits)]
        if not offered or (len(offered) == 1 and not offered[0].hit and not _is_nearest(offered[0])):
            return Found(NOTHING, (), text)
        return Found(CHOOSE, tuple(r.id for r in offered[:_MOST]), text, _about(line))

    def _broad_word(self, line: Line, readings: Sequence[_Reading]) -> str:
        """The broad word that a line consists of, or that is all it names when no pattern finds it; empty for none."""
        named = {s for s in line.stems if s not in SMALL and s.isalnum()}
        alone = named if len(named) == 1 and not any(r.hit for r in readings) else set()
        words = (stem(questions.lone_word(" ".join(line.words))), *alone)
        return next((word for word in words if len(self._broad.get(word, ())) > 1), "")

    def _all_of(self, word: str, readings: Sequence[_Reading]) -> tuple[str, ...]:
        """What a broad word may mean: what it stands for and uses it, then what a pattern finds, then the rest."""
        using = {r.id for r in readings if r.bm25 or r.hit}
        first = [id_ for id_ in self._broad[word] if id_ in using]
        return tuple(dict.fromkeys((*first, *(r.id for r in readings if r.hit), *self._broad[word])))[:_MOST]

    def _strange(self, line: Line) -> bool:
        """Whether the line names a thing that has questions of its own, and that no entry speaks of."""
        return any(s in OTHER_THINGS and s not in self._known for s in line.stems)

    def _mended(self, text: str) -> Line:
        """The line, with words that nobody knows read as the ones that they seem to stand for."""
        line = self._ranking.spelled(Line(text))
        read = {
            at: stem(meant)
            for at, (word, s) in enumerate(zip(line.words, line.stems, strict=True))
            if word not in self._known and s not in self._known and (meant := self._slips.read(word))
        }
        return line.reading(read) if read else line

    def _readings(self, line: Line) -> list[_Reading]:
        """Every entry that the line touches, best first."""
        telling = _telling(line)
        touched = []
        by_patterns = self._ranking.touched(line)
        for at, score in enumerate(self._ranking.scores(line)):
            core = telling & (by_patterns[at] | _places(line, self._topics[at]))
            explained = core | telling & _places(line, self._stems[at])
            if not score.rejected and (explained or score.hits):
                touched.append((score, core, explained))
        topical = {p for score, *_ in touched if score.hits for p in _places(line, self._topics[self._at[score.id]])}
        by = Counter(place for *_, explained in touched for place in explained)
        worth = {place: by[place] ** -0.5 if by[place] else 1.0 for place in telling}
        total = sum(worth.values())
        found = [
            _Reading(
                score.id,
                score.value + _PER_PART * score.part + _WHOLE * (score.hits > 0),
                score.hits > 0,
                score.bm25,
                sum(worth[place] for place in explained) / total if telling else 1.0,
                sum(worth[place] for place in core) / total if telling else 1.0,
                bool(telling),
                bool((topical & telling) - explained),
            )
            for score, core, explained in touched
        ]
        return sorted(found, key=lambda reading: -reading.weight)


def _telling(line: Line) -> set[int]:
    return {at for at, s in enumerate(line.stems) if s not in SMALL and s.isalnum()}


def _is_sole(readings: Sequence[_Reading]) -> bool:
    """Whether nothing else is touched, and this by more than a word that merely occurs in one of its patterns."""
    return len(readings) == 1 and readings[0].bm25 > 0


def _is_near(reading: _Reading, limits: Limits) -> bool:
    return reading.telling and (reading.core >= limits.offer or reading.share >= limits.offer_texts)


def _is_nearest(reading: _Reading) -> bool:
    """Whether an entry without a hit is worth asking for when there is no other to choose from."""
    return reading.share >= _LONE and reading.bm25 > 0


def _places(line: Line, stems: set[str]) -> set[int]:
    return {at for at, s in enumerate(line.stems) if s in stems}


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
