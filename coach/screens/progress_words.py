"""What got better since last time and what did not, in sentences that a person can act on."""

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from itertools import groupby
from typing import NamedTuple

from coach.content.aspects import DIMENSION
from coach.interview.brief import Brief
from coach.interview.drift import ABOVE, BELOW, Drift
from coach.interview.progress import Attempt, Points
from coach.interview.since import Shift, Since
from coach.interview.unlike import unlike
from coach.screens.quiz_words import counted
from coach.screens.training import training

_LOSSES = 3
"""How many losses are named at most: what fell everywhere is told by the total."""


class Wording(NamedTuple):
    """How moments (stamps of UTC) and sessions are told, which sessions came after a look at the answers, and what a
    question is practised by, empty where it is gone."""

    day: Callable[[str], str]
    name: Callable[[str], str]
    read: Collection[str] = ()
    practice: Callable[[str], str] = str


class Said(NamedTuple):
    """A sentence, and the command that trains what it names."""

    text: str
    lead: str
    command: str

    @property
    def told(self) -> str:
        """Both together."""
        return f"{self.text} {self.next}"

    @property
    def next(self) -> str:
        """The command with what it is for."""
        return f"{self.lead}: `{self.command}`."


def better(found: Since) -> str:
    """What gained most."""
    change = found.better
    if change is None:
        return "Since last time nothing got clearly better."
    return f"Since last time better: {_then_and_now(change)}."


def not_better(found: Since, words: Wording) -> Said:
    """What lost a point or more, the largest loss first; else the worst of what did not gain."""
    change = found.not_better
    if found.worse:
        return _said(f"{_worse(found)}.", found.now, found.worse[0], words)
    if change is None and found.now.known.missed_rows:
        text = "Of the points that both rounds asked for this one missed none."
        return Said(text, "Next", training(words.practice(found.now.known.scenario), "", "", redone=False))
    if change is None:
        return Said("This round missed no point of its level.", "Next, another question", "coach practice")
    if change == found.better:
        told = f"Still missed in it: {change.now.of - change.now.made} of {counted(change.now.of, 'point')}."
        return _said(told, found.now, change, words)
    if change.gain >= 1:
        lead = "Better too, and still the weakest"
    else:
        lead = "Not better" if change.gain <= 0 else "Hardly better"
    return _said(f"{lead}: {_then_and_now(change)}.", found.now, change, words)


def _worse(found: Since) -> str:
    told = "; ".join(map(_then_and_now, found.worse[:_LOSSES]))
    more = len(found.worse) - _LOSSES
    told += f"; {more} more" if more > 0 else ""
    if found.total:
        before, now = found.total
        told += f"; all together {before.made} of {before.of}, now {now.made} of {now.of}"
    return f"Worse since last time: {told}"


def missed_most(attempt: Attempt, dimension: str, words: Wording) -> Said:
    """The weakest dimension of a round that stands alone."""
    short, points = attempt.own[dimension].short, attempt.dimensions[dimension]
    return _to_train(f"Weakest in it: {short}, {_of(points)}.", attempt, DIMENSION, dimension, words)


def compared(found: Since, words: Wording) -> str:
    """Which two rounds were compared, by which points, and what limits that."""
    before, now = found.before.known, found.now.known
    one_day = words.day(before.started) == words.day(now.started)
    first, second = (_which(known, words, named=one_day) for known in (before, now))
    on = ""
    if found.redone:
        on = ", on the points of that step then"
    elif found.one_question and found.now.all != Attempt(now).all:
        on = ", on the points that both asked for"
    differences = unlike(before, now, read=(before.session in words.read, now.session in words.read))
    alike = f" Not alike: {' · '.join(one.told for one in differences)}." if differences else ""
    return f"Compared{on}: {second} with {first}.{alike}"


def _which(known: Brief, words: Wording, *, named: bool) -> str:
    """A round by its question and day; two of one day by their short names too."""
    return f"{known.scenario} on {words.day(known.started)}{f' ({words.name(known.session)})' if named else ''}"


def drifted(drifts: Sequence[Drift], words: Wording) -> list[str]:
    """Where grades and points part, and what to do: a line for each round that was the last to show it."""
    by_round = sorted(drifts, key=lambda drift: drift.session)
    return [_drifted(list(of), words.name(session)) for session, of in groupby(by_round, key=lambda d: d.session)]


def _drifted(drifts: Sequence[Drift], session: str) -> str:
    told = [f"{drift.short}: {_parted(drift)}." for drift in drifts]
    to_do = {
        ABOVE: "in the next round write the notes that show it, or claim with s what you said",
        BELOW: "read the anchors with ?",
    }
    sides = [words for side, words in to_do.items() if any(drift.side == side for drift in drifts)]
    return f"{' '.join(told)} Next: {'; '.join(sides)}. `coach grade {session}` grades the last one anew."


def _parted(drift: Drift) -> str:
    points = ", ".join(f"{points.made} of {points.of}" for points in drift.points)
    grades = ", ".join(map(str, drift.grades))
    return f"you graded {grades} while {points} points were confirmed, a grade {drift.side} its points"


def _of(points: Points) -> str:
    return f"{points.made} of {counted(points.of, 'point')}"


def _then_and_now(change: Shift) -> str:
    before, now = change.before, change.now
    if before == now:
        return f"{change.short}, {_of(now)} both times"
    return f"{change.short}, {_of(before)}, now {now.made} of {now.of}"


def _said(text: str, now: Attempt, change: Shift, words: Wording) -> Said:
    return _to_train(text, now, change.kind, change.name, words)


def _to_train(text: str, now: Attempt, kind: str, name: str, words: Wording) -> Said:
    """A sentence with the command for the step in which most of what it names was missed."""
    known = now.known
    named = "dimension" if kind == DIMENSION else "phase"
    phases = Counter(point.phase for point in known.missed if point.phase and getattr(point, named) == name)
    phase = max(phases, key=lambda phase: phases[phase], default="")
    redone = bool(known.base and phase)
    command = training(words.practice(known.scenario), phase, words.name(known.session), redone=redone)
    return Said(text, "Next, the step on another question" if redone else "Next", command)
