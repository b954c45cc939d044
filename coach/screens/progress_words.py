"""What got better since last time and what did not, in sentences that a person can act on."""

from collections import Counter
from collections.abc import Callable, Collection
from typing import NamedTuple

from coach.content.aspects import DIMENSION
from coach.interview.drift import ABOVE, Drift
from coach.interview.progress import Attempt, Points
from coach.interview.since import Change, Since
from coach.screens.quiz_words import counted


class Wording(NamedTuple):
    """How moments (stamps of UTC) and sessions are told, and which sessions came after a look at the answers."""

    day: Callable[[str], str]
    name: Callable[[str], str]
    read: Collection[str] = ()


def better(found: Since) -> str:
    """What gained most."""
    change = found.better
    if change is None:
        return "Since last time nothing got clearly better."
    return f"Since last time better: {_then_and_now(change)}."


def not_better(found: Since, words: Wording) -> str:
    """The worst of what did not gain, and the command that trains it."""
    change = found.not_better
    if change is None:
        return "This round missed no point of its level. Next, another question: `coach practice`."
    if change == found.better:
        told = f"Still missed in it: {change.now.of - change.now.made} of {counted(change.now.of, 'point')}"
        return f"{told}. {_to_train(found.now, change.kind, change.name, words)}"
    if change.gain >= 1:
        lead = "Better too, and still the weakest"
    else:
        lead = "Not better" if change.gain <= 0 else "Hardly better"
    return f"{lead}: {_then_and_now(change)}. {_to_train(found.now, change.kind, change.name, words)}"


def missed_most(attempt: Attempt, dimension: str, words: Wording) -> str:
    """The weakest dimension of a round that stands alone, and the command that trains it."""
    short, points = attempt.own[dimension].short, attempt.dimensions[dimension]
    return f"Weakest in it: {short}, {_of(points)}. {_to_train(attempt, DIMENSION, dimension, words)}"


def compared(found: Since, words: Wording) -> str:
    """Which two rounds were compared, and what limits that."""
    before, now = (f"{one.known.scenario} on {words.day(one.known.started)}" for one in (found.before, found.now))
    unlike = _unlike(found, words)
    return f"Compared: {now} with {before}.{' Not alike: ' if unlike else ''}{'; '.join(unlike)}{'.' if unlike else ''}"


def drifted(drift: Drift, words: Wording) -> str:
    """Where grades and points part, and what to do."""
    grades = ", ".join(map(str, drift.grades))
    points = ", ".join(f"{points.made} of {points.of}" for points in drift.points)
    again = f"grade the last one anew: `coach grade {words.name(drift.session)}`"
    above = drift.side == ABOVE
    then = f"write the note that shows it, or {again}" if above else f"read its anchors with ? and {again}"
    what = f"a grade {drift.side} its points"
    return f"{drift.short}: you graded {grades} while {points} points were confirmed, {what}. Next: {then}."


def _of(points: Points) -> str:
    return f"{points.made} of {counted(points.of, 'point')}"


def _then_and_now(change: Change) -> str:
    before, now = change.before, change.now
    if before == now:
        return f"{change.short}, {_of(now)} both times"
    return f"{change.short}, {_of(before)}, now {now.made} of {now.of}"


def _to_train(now: Attempt, kind: str, name: str, words: Wording) -> str:
    """The step in which most of it was missed, redone; where it was redone already, on another question."""
    known = now.known
    phases = Counter(point.phase for point in known.missed if point.phase and name in (point.dimension, point.phase))
    phase = max(phases, key=lambda phase: phases[phase], default="")
    if not phase:
        return f"Next: `coach practice {known.scenario}`."
    if known.base:
        return f"Next, the step on another question: `coach practice --phase {phase}`."
    return f"Next: `coach practice --phase {phase} --from {words.name(known.session)}`."


def _unlike(found: Since, words: Wording) -> list[str]:
    before, now = found.before.known, found.now.known
    told = []
    if before.level != now.level:
        told.append(f"level {before.level} then, {now.level} now")
    if before.format != now.format:
        told.append(f"{before.format} then, {now.format} now")
    if before.mock != now.mock:
        told.append(f"a mock {'now' if now.mock else 'then'}")
    if now.base:
        told.append("the earlier notes were at hand now")
    then, since = (known.hints + known.shown for known in (before, now))
    if then != since:
        told.append(f"help {_times(then)} then, {_times(since)} now")
    read = [known.session in words.read for known in (before, now)]
    if read[0] != read[1]:
        told.append(f"{'now' if read[1] else 'then'} with the answers read before")
    return told


def _times(number: int) -> str:
    return {0: "none", 1: "once", 2: "twice"}.get(number, f"{number} times")
