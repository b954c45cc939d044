"""Facts of a sheet in the person's own notes: what an answer decided, what a line touches, which point it leads to."""

import math
from collections.abc import Collection, Mapping, Sequence

from coach.content.scenario import Fact, Point, Scenario
from coach.content.terms import LEVELS
from coach.interview.earlier import Earlier
from coach.language.numbers import figures
from coach.language.patterns import Pattern, Term, any_match
from coach.language.printable import shorten
from coach.language.ranking import Entry, Line, Ranking, parsed
from coach.language.words import words

_TOUCHES = 0.9
"""How many words that only one fact has, as BM25 weighs them, a line must share with it to touch it."""
_SHARED = 2
"""How many telling words it has to share at least, when it has so many: one may be about anything."""
_LEADS = 4.5
"""How many such words an answer must share with the point that it leads to."""
_CLEARLY = 1.25
"""How far the first fact has to be ahead of the second."""
_LONGEST = 70


class Facts:
    """The facts of a scenario, ready to be looked for in what a person decided."""

    def __init__(self, scenario: Scenario, glossary: Mapping[str, Sequence[str]]) -> None:
        self._words = {**glossary, **scenario.words}
        self._scenario = scenario
        self._ready: dict[tuple[str, ...], tuple[Pattern, ...]] = {}
        self._points = [point for point in scenario.points if not point.fact]
        about = [Entry(f.id, (f.topic, f.answer, f.short, *f.asks), ()) for f in scenario.facts]
        self._by_answer = Ranking(about)
        self._stems = {entry.id: {s for text in entry.texts for s in Line(text).content} for entry in about}
        self._by_point = Ranking(
            [Entry(p.id, (p.point, p.why, p.say, *p.examples), parsed(p.match, self._words)) for p in self._points]
        )

    def used(self, fact: Fact, text: str) -> bool:
        """Whether a note shows that the answer decided something: by the fact's patterns or by one of its numbers."""
        told = [figure for figure in figures(fact.answer) if figure.telling]
        return self.says(fact.used, text) or any(figure.same(number) for number in figures(text) for figure in told)

    def says(self, patterns: Sequence[str], text: str) -> bool:
        """Whether a note is found by one of the scenario's patterns."""
        return any_match(self._patterns(patterns), text)

    def replies(self, patterns: Sequence[str], text: str, remark: str) -> bool:
        """Whether a note, as a reply to a remark, is found by one of the patterns.

        A reply need not repeat the remark's words, so those count with its own; what the remark leaves open it has to
        say itself.
        """
        note, said = Line(text), Line(remark)
        for pattern in self._patterns(patterns):
            own = [_holds(note, group) for group in pattern.groups]
            open_ = [mine for mine, group in zip(own, pattern.groups, strict=True) if not _holds(said, group)]
            if all(own) or (open_ and all(open_)):
                return True
        return False

    def _patterns(self, sources: Sequence[str]) -> tuple[Pattern, ...]:
        key = tuple(sources)
        if key not in self._ready:
            self._ready[key] = parsed(key, self._words)
        return self._ready[key]

    def touched(self, text: str) -> Fact | None:
        """The fact that a line speaks of, when it clearly speaks of one."""
        # Its numbers are what the person made up; what it is about stands in its words.
        line = self._by_answer.spelled(Line(" ".join(word for word in words(text) if word.isalpha())))
        scores = sorted(self._by_answer.scores(line), key=lambda score: -score.bm25)
        if not scores or scores[0].bm25 < _TOUCHES * _rarest(len(scores)):
            return None
        if len(scores) > 1 and scores[0].bm25 < _CLEARLY * scores[1].bm25:
            return None
        shared = len(line.content.keys() & self._stems[scores[0].id])
        return self._scenario.fact(scores[0].id) if shared >= min(_SHARED, len(line.content)) else None

    def point_of(self, fact: Fact, level: str = LEVELS[-1]) -> Point | None:
        """The point up to a level that the answer leads to: nearest to what the fact decides, not made by asking."""
        found = zip(self._points, self._by_point.scores(Line(f"{fact.so} {fact.answer}")), strict=True)
        within = [(point, score) for point, score in found if LEVELS.index(point.level) <= LEVELS.index(level)]
        best = max(within, key=lambda entry: entry[1].value, default=None)
        return best[0] if best and best[1].bm25 >= _LEADS * _rarest(len(self._points)) else None

    def led_to(self, point: str) -> list[str]:
        """The id of the point that an answer leads to, for the id of one that is made by asking; else nothing."""
        asked = next((one.fact for one in self._scenario.points if one.id == point), "")
        fact = self._scenario.fact(asked) if asked else None
        leads_to = self.point_of(fact) if fact else None
        return [leads_to.id] if leads_to else []

    def asking_point(self, fact: Fact) -> Point | None:
        """The point that is made by asking for a fact."""
        return next((point for point in self._scenario.points if point.fact == fact.id), None)


def handed_facts(scenario: Scenario, skipped: Collection[str], earlier: Earlier) -> list[Fact]:
    """The facts that a round begins with in which asking for them is skipped: those told in the round of which it
    redoes a step, else all."""
    if "clarify" not in skipped:
        return []
    return [fact for fact in scenario.facts if earlier.told is None or fact.id in earlier.told]


def _holds(line: Line, group: Sequence[Term]) -> bool:
    return any(term.found(line.words, line.stems) for term in group)


def _rarest(entries: int) -> float:
    """What BM25 gives for a word that one of so many entries has."""
    return math.log(1 + (entries - 0.5) / 1.5)


def in_short(fact: Fact) -> str:
    """The answer in a few words: the author's, or else the beginning of the answer."""
    return fact.short or shorten(fact.answer, _LONGEST).rstrip(".")
