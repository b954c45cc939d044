"""Which lines may show an entry: strong evidence, a few that may be, or none. Shown to be confirmed, never a mark."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property

from coach.language.guards import COPIED, ECHO, LIST, NEGATED, Negation, affirmed, copied, is_list
from coach.language.nearness import telling_stems
from coach.language.ranking import Entry, Line, Ranking, Score

STRONG, MAYBE, NONE = "strong", "maybe", "none"
_MOST_MAYBE = 3
_LONGEST = 1000
"""Characters of a line that are read: no note is longer, and what is pasted must not cost minutes."""
_TELLING, _SHARED, _FEWER, _MOST_OF, _ALIKE = 3, 3, 2, 0.6, 0.6
"""A line that no pattern finds may be evidence if it has three telling words and shares three with the entry, or two
and so great a part of a pattern. A shorter one has to be so like an example, unless it asks: questions are short."""
_ASKS = re.compile(
    r"\?|(?:^|:)\W*(?:how|what|which|who|whose|where|when|why|do|does|is|are|can|could|may|should|will|any|ask)\b"
)

_CLAIMS = re.compile(r"\b(?:should|must|will|assum\w+|suppose)\b")


@dataclass(frozen=True, slots=True)
class Weights:
    """What the states are decided by; `python -m tests.bench.evidence` fits `strong` and prints how well it does.

    Added to a score: `phase` for a line of the entry's own phase or of no known one, `first` when no other entry fits
    the line better, `part` times the share of the pattern that comes nearest to being found, `near` times the likeness
    to an example. A likeness of `alike` counts as a pattern that was found whole. With one, a sum of `strong` makes a
    line strong; without, it has to be of the phase, fit this entry best, hold the share `most` of a pattern, be more
    like an example than like a counter-example, and sum up to `sure`. `maybe` is the least sum for a line that may be
    evidence; it fits the entry at least `close` as well as the one it fits best.
    """

    phase: float = 0.5
    first: float = 0.2
    part: float = 0.35
    near: float = 0.5
    alike: float = 0.75
    strong: float = 0.7
    most: float = 0.6
    sure: float = 2.2
    maybe: float = 1.0
    close: float = 0.9


@dataclass(frozen=True, slots=True)
class Sought:
    """An entry to look for, the phases it belongs to, and whether it is made by asking."""

    entry: Entry
    phases: Collection[str]
    asked: bool = False


@dataclass(frozen=True, slots=True)
class Written:
    """A line with the phases it was written in (none where nobody knows) and what the interviewer had said before.

    `asked`: the interviewer took it as a question.
    """

    text: str
    phases: Collection[str] = ()
    heard: Sequence[Line] = ()
    asked: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """What was found for one entry: indices of lines, best first, one when strong. `guard` tells why it is not."""

    state: str = NONE
    lines: tuple[int, ...] = ()
    guard: str = ""


@dataclass(frozen=True, slots=True)
class _Candidate:
    at: int
    sum: float
    strong: bool
    guard: str


class _Said:
    """What a line without a pattern says of entries, looked at only when it matters."""

    def __init__(self, text: str, ranking: Ranking, telling: Sequence[set[str]], *, asking: bool) -> None:
        self._text, self._ranking, self._telling, self._asking = text, ranking, telling, asking

    @cached_property
    def _words(self) -> tuple[Line, list[set[int]]]:
        line = self._ranking.spelled(Line(self._text))
        return line, self._ranking.touched(line)

    @cached_property
    def _is_short(self) -> bool:
        return len(telling_stems(self._text)) < _TELLING

    def tells(self, number: int, score: Score) -> bool:
        """Whether it says enough of an entry to be worth a question."""
        if self._asking:
            return True
        line, touched = self._words
        if self._is_short:
            return score.near >= _ALIKE
        shared = self._telling[number].intersection(line.stems) | {line.stems[at] for at in touched[number]}
        return len(shared) >= (_FEWER if score.part >= _MOST_OF else _SHARED)


class Finder:
    """Entries, ready to be looked for in lines; `given` are texts that anybody can copy."""

    def __init__(self, sought: Sequence[Sought], given: Sequence[str] = (), weights: Weights | None = None) -> None:
        self.weights = weights or Weights()
        self.sought = tuple(sought)
        self._ranking = Ranking([of.entry for of in sought])
        self._negation = [Negation(of.entry) for of in sought]
        self._telling = [set().union(*map(telling_stems, of.entry.texts)) for of in sought]
        self._given = [Line(text) for text in given]

    def find(self, lines: Sequence[Written]) -> list[Found]:
        """What the lines hold for each entry, in the order of the entries."""
        candidates: list[list[_Candidate]] = [[] for _ in self.sought]
        for at, written in enumerate(lines):
            self._add(candidates, at, written)
        return [_found(of) for of in candidates]

    def fits(self, text: str) -> list[float]:
        """How well a line fits each entry, whatever the phase; 0 where it does not at all."""
        return [self._fit(score) for score in self._ranking.scores(Line(text))]

    def sought_words(self, number: int, text: str) -> list[str]:
        """The words of a line that the patterns of an entry look for, even in part."""
        line = self._ranking.spelled(Line(text[:_LONGEST]))
        return [line.words[at] for at in sorted(self._ranking.touched(line)[number])]

    def _add(self, candidates: list[list[_Candidate]], at: int, written: Written) -> None:
        line = Line(written.text[:_LONGEST])
        scores = self._ranking.scores(line)
        fits = [self._fit(score) for score in scores]
        best = max(fits, default=0.0)
        guard = self._guard(line, written)
        low = line.text.lower()
        asks, claims = bool(_ASKS.search(low)), bool(_CLAIMS.search(low))
        asking = asks or written.asked
        said = _Said(line.text, self._ranking, self._telling, asking=asking)
        left = None if asks else affirmed(low)  # a question rules nothing out
        rest = None if left is None else Line(left)
        affirmative = self._ranking.scores(rest) if rest else scores
        for number, (of, score, fit) in enumerate(zip(self.sought, scores, fits, strict=True)):
            if not fit:
                continue
            own = bool(set(of.phases).intersection(written.phases))
            here, first, hit = own or not written.phases, fit >= best, self._is_hit(score)
            total = fit + self._bonus(here=here, first=first)
            # What is made by asking is not made by a claim. Elsewhere than in its phase it is made by a question, and
            # nothing else is.
            in_tune = (asks or not (of.asked and claims)) if own else asks == of.asked
            strong = in_tune and self._is_strong(score, total, here=here, first=first)
            near_enough = fit >= self.weights.close * best and total >= self.weights.maybe
            # Without a pattern: nothing but a question may make what is made by asking, and no question anything else.
            in_kind = hit or (asking == of.asked and said.tells(number, score))
            if strong or (hit and own) or (near_enough and in_kind):
                why = guard
                if not why and hit and rest and not self._is_hit(affirmative[number]):
                    why = "" if self._negation[number].expected(line, rest) else NEGATED
                candidates[number].append(_Candidate(at, total + hit, strong and not why, why))

    def _fit(self, score: Score) -> float:
        if score.rejected:
            return 0.0
        w = self.weights
        return score.value + w.near * score.near + (0.0 if score.hits else w.part * score.part)

    def _bonus(self, *, here: bool, first: bool) -> float:
        return self.weights.phase * here + self.weights.first * first

    def _is_hit(self, score: Score) -> bool:
        return score.hits > 0 or (score.near >= self.weights.alike and score.near > score.against)

    def _is_strong(self, score: Score, total: float, *, here: bool, first: bool) -> bool:
        if self._is_hit(score):
            return score.value + self._bonus(here=here, first=first) >= self.weights.strong
        if score.against >= score.near:
            return False
        return here and first and score.part >= self.weights.most and total >= self.weights.sure

    def _guard(self, line: Line, written: Written) -> str:
        if copied(line, self._given):
            return COPIED
        if is_list(line.text):
            return LIST
        return ECHO if copied(line, written.heard) else ""


def _found(candidates: Sequence[_Candidate]) -> Found:
    ordered = sorted(candidates, key=lambda c: (-c.strong, -c.sum, c.at))
    if not ordered:
        return Found()
    if ordered[0].strong:
        return Found(STRONG, (ordered[0].at,))
    return Found(MAYBE, tuple(c.at for c in ordered[:_MOST_MAYBE]), ordered[0].guard)
