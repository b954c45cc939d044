"""What an interviewer may bring up, and whether the notes have dealt with it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from coach.content.scenario import Curveball, Linchpin, Probe
from coach.interview.entries import Note
from coach.language.guards import affirmed, has_negation
from coach.language.patterns import Pattern
from coach.language.ranking import Line, parsed

Shown = Callable[[str], bool]
"""Whether the notes show a point of the rubric clearly."""


@dataclass(frozen=True, slots=True)
class Topic:
    """Something to bring up: what to say, what at the next level, and the patterns and points that decide.

    `when` has to be in the notes, `unless` and `next_unless` must not; `about` are facts that it speaks of.
    """

    id: str
    say: str
    next: str
    when: tuple[Pattern, ...]
    unless: tuple[Pattern, ...]
    next_unless: tuple[Pattern, ...]
    about: tuple[str, ...] = ()
    points: tuple[str, ...] = ()

    @staticmethod
    def of_probe(name: str, probe: Probe, words: Mapping[str, Sequence[str]]) -> "Topic":
        """A probe."""
        when, unless, after = (parsed(p, words) for p in (probe.when, probe.unless, probe.next_unless))
        return Topic(name, probe.ask, probe.next, when, unless, after, probe.about, probe.points)

    @staticmethod
    def of_surprise(
        name: str, surprise: Linchpin | Curveball, about: tuple[str, ...], words: Mapping[str, Sequence[str]]
    ) -> "Topic":
        """A linchpin or a curveball."""
        when, unless, after = (parsed(p, words) for p in (surprise.needs, surprise.unless, surprise.next_unless))
        return Topic(name, surprise.say, surprise.next, when, unless, after, about)

    def invited(self, notes: Sequence[Note]) -> Note | None:
        """The last note that names it; what a note rules out it does not name."""
        return next((note for note in reversed(notes) if _found(self.when, _affirmed(note.text))), None)

    def level(self, notes: Sequence[Note], shown: Shown) -> str:
        """What can be said after these notes: the thing itself, its next level once they deal with it, or nothing."""
        points = bool(self.points) and all(map(shown, self.points))
        if not points and not _any(self.unless, notes):
            return self.say
        return "" if _any(self.next_unless, notes) else self.next


def _any(patterns: Sequence[Pattern], notes: Sequence[Note]) -> bool:
    """Whether a note deals with it; what a note rules out counts only for a pattern that looks for that."""
    ruling_out = [pattern for pattern in patterns if has_negation(pattern)]
    return any(_found(patterns, _affirmed(note.text)) or _found(ruling_out, _line(note.text)) for note in notes)


def _found(patterns: Sequence[Pattern], line: Line) -> bool:
    return any(pattern.found(line.words, line.stems) for pattern in patterns)


@lru_cache(maxsize=1000)
def _line(text: str) -> Line:
    """A note, cut into words once and not again each second."""
    return Line(text)


@lru_cache(maxsize=1000)
def _affirmed(text: str) -> Line:
    rest = affirmed(text)
    return _line(text) if rest is None else Line(rest)


def telling(note: Note) -> bool:
    """Whether a note says something: "hmm" and "ok" do not."""
    return len(_line(note.text).content) > 1
