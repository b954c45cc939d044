"""Which lines may show an entry: strong evidence, a few that may be, or none. Shown to be confirmed, never a mark."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from coach.language.guards import COPIED, ECHO, LIST, NEGATED, Negation, affirmed, copied, is_list
from coach.language.ranking import Entry, Line, Ranking, Score

STRONG, MAYBE, NONE = "strong", "maybe", "none"
_MOST_MAYBE = 3
_ASKS = re.compile(r"\?|^\s*(?:how|what|which|who|whose|where|when|why|do|does|is|are|can|could|may|should|will|any|ask)\b")


@dataclass(frozen=True, slots=True)
class Weights:
    """What the states are decided by; fitted on both labelled scenarios with `python -m tests.bench.evidence`.

    Added to a score: `phase` for a line of the entry's own phase, `first` when no other entry fits the line better,
    `part` times the share of the pattern that comes nearest to being found, `near` times the likeness to an example.
    `strong` and `maybe` are the least sums for a state. Without a pattern that is found whole a line is strong only
    when most of one is found, in its phase, by the entry it fits best, with a sum of `sure`.
    """

    phase: float = 0.5
    first: float = 0.2
    part: float = 0.35
    near: float = 0.5
    strong: float = 0.85
    maybe: float = 1.0
    sure: float = 2.2
    alike: float = 0.75
    most: float = 0.6


@dataclass(frozen=True, slots=True)
class Written:
    """A line with the phases it was written in (none where nobody knows) and what the interviewer had said before."""

    text: str
    phases: Collection[str] = ()
    heard: Sequence[Line] = ()


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


class Finder:
    """Entries with the phases each belongs to, ready to be looked for; `given` are texts that anybody can copy."""

    def __init__(
        self,
        entries: Sequence[Entry],
        phases: Sequence[Collection[str]],
        given: Sequence[str] = (),
        weights: Weights = Weights(),
        asked: Sequence[bool] = (),
    ) -> None:
        self._asked = asked or [False]*len(entries)
        self._ranking = Ranking(entries)
        self._phases = [set(of) for of in phases]
        self._negation = [Negation(entry) for entry in entries]
        self._given = [Line(text) for text in given]
        self.weights = weights

    def find(self, lines: Sequence[Written]) -> list[Found]:
        """What the lines hold for each entry, in the order of the entries."""
        candidates: list[list[_Candidate]] = [[] for _ in self._phases]
        for at, written in enumerate(lines):
            self._add(candidates, at, written)
        return [_found(of) for of in candidates]

    def _add(self, candidates: list[list[_Candidate]], at: int, written: Written) -> None:
        line, w = Line(written.text), self.weights
        scores = self._ranking.scores(line)
        fits = [self._fit(score) for score in scores]
        best = max(fits, default=0.0)
        guard = self._guard(line, written)
        rest = affirmed(written.text)
        asks = bool(_ASKS.search(written.text.lower()))
        affirmative = self._ranking.scores(Line(rest)) if rest is not None else scores
        for entry, score in enumerate(scores):
            if score.rejected or not fits[entry]:
                continue
            own = not written.phases or bool(self._phases[entry].intersection(written.phases))
            first = fits[entry] >= best
            bonus = w.phase * own + w.first * first
            hit = score.hits > 0 or score.near >= w.alike
            total = fits[entry] + bonus
            if hit:
                strong = score.value + bonus >= w.strong and (own or self._asked[entry] == asks)
            else:
                strong = own and first and score.part >= w.most and total >= w.sure
            if not strong and not (hit and own) and not (first and total >= w.maybe):
                continue
            why = guard
            if hit and not why and rest is not None and not affirmative[entry].hits:
                why = "" if self._negation[entry].expected(line, Line(rest)) else NEGATED
            candidates[entry].append(_Candidate(at, total + hit, strong and not why, why))

    def _fit(self, score: Score) -> float:
        if score.rejected:
            return 0.0
        w = self.weights
        return score.value + w.near * score.near + (0.0 if score.hits else w.part * score.part)

    def _guard(self, line: Line, written: Written) -> str:
        if copied(line, self._given):
            return COPIED
        if is_list(line.text):
            return LIST
        if copied(line, written.heard):
            return ECHO
        return ""


def _found(candidates: Sequence[_Candidate]) -> Found:
    ordered = sorted(candidates, key=lambda c: (-c.strong, -c.sum, c.at))
    if not ordered:
        return Found()
    if ordered[0].strong:
        return Found(STRONG, (ordered[0].at,))
    return Found(MAYBE, tuple(c.at for c in ordered[:_MOST_MAYBE]), ordered[0].guard)
