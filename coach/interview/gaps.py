"""What a person is weak in, by one rule for dimensions, skills and the headings of linchpins.

The menu of questions, new situations, new cards, the page before the call and the plan all go by it.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from coach.content.aspects import DIMENSION, LINCHPIN, SKILL, Aspect
from coach.interview.brief import Brief
from coach.interview.debrief import Debrief
from coach.interview.trial import Lost, Trial, trials_of, with_interviews

LOOK_BACK = 5
"""Rounds that are looked at: gaps that were closed since drop out, and one bad day is not held against anyone for
long."""
_REAL = 3
"""Real interviews that are looked at beside them, none of which came before all of those rounds."""
_RECURRENT = 2
"""Rounds in which a gap has to show to be more than one bad day; a real interview is enough."""
_STEER = 3
"""How many gaps of a kind steer what comes next: more would be no direction."""


class Gap(NamedTuple):
    """A dimension, skill or heading of which something was missed, in `rounds` of the `asked` rounds that asked for it
    and `missed` of `points` over all of them.

    `session`, `scenario` and `started` (a stamp of UTC) name the last round in which one was missed, `point` is the
    heaviest point missed there, or the topic of the linchpin, `phase` where most of all its misses were: all empty
    where only interviews showed it. `stuck` is the day of the last interview in which the person got stuck on it.
    `weight` is that of the dimension at the level of the newest round that asked for it.
    """

    aspect: Aspect
    short: str
    rounds: int = 0
    asked: int = 0
    missed: int = 0
    points: int = 0
    session: str = ""
    scenario: str = ""
    started: str = ""
    point: str = ""
    phase: str = ""
    weight: float = 0.0
    stuck: date | None = None

    @property
    def name(self) -> str:
        """The id of the dimension or skill, or the heading."""
        return self.aspect[1]

    @property
    def recurrent(self) -> bool:
        """Whether it showed in more than one round, or in an interview."""
        return self.rounds >= _RECURRENT or self.stuck is not None

    def told(self, day: date | None) -> str:
        """The evidence in words; `day` is the person's day on which the last round with a miss was started."""
        parts = [self._real()] if self.stuck else []
        if self.session and day:
            parts.append(self._round(f"{self.scenario} on {day:%-d %b}"))
        return f"{self.short}: {'; '.join(parts)}"

    def _real(self) -> str:
        return f"you got stuck on it in the interview of {self.stuck:%-d %b}"

    def _round(self, last: str) -> str:
        linchpin = self.aspect[0] == LINCHPIN
        if self.asked == 1:
            what = "linchpin not asked for" if linchpin else "points missed"
            return f"{self.missed} of {self.points} {what} in {last}"
        how, where = ("not asked for", "where it mattered") if linchpin else ("missed", "that asked for it")
        return f"{how} in {self.rounds} of the last {self.asked} rounds {where}, last in {last}"


class Weaknesses(NamedTuple):
    """The gaps of each kind, the worst first."""

    dimensions: tuple[Gap, ...] = ()
    skills: tuple[Gap, ...] = ()
    linchpins: tuple[Gap, ...] = ()

    @property
    def steering(self) -> tuple[Gap, ...]:
        """The worst of each kind: those that steer what comes next."""
        return (*self.dimensions[:_STEER], *self.skills[:_STEER], *self.linchpins[:_STEER])

    @property
    def aspects(self) -> frozenset[Aspect]:
        """What the steering gaps are of."""
        return frozenset(gap.aspect for gap in self.steering)

    def pull(self, shares: Mapping[Aspect, float]) -> float:
        """How much of a question trains what is weak, by how much of it each thing is."""
        return sum(shares.get(gap.aspect, 0.0) for gap in self.steering)

    def trained_by(self, skills: Iterable[str]) -> list[str]:
        """Which of some skills are weak, the weakest first."""
        here = set(skills)
        return [gap.name for gap in self.skills[:_STEER] if gap.name in here]


def weaknesses(trials: Iterable[Trial]) -> Weaknesses:
    """The weaknesses that the last trials show, which come newest first.

    Those of an interview come before those of rounds, the newest interview's first, and recurrent ones before single
    ones; then the share of rounds, the share of points, the weight of the dimension and the number of points decide.
    Short rounds count like whole ones, a single phase too: only points of the phases that were drilled are in a round,
    so nobody misses what there was no time for, and what a round did not ask for is not held against it.
    """
    looked = _looked(trials)
    aspects = dict.fromkeys(aspect for trial in looked for aspect in trial.aspects)
    found = sorted(filter(None, (_gap(aspect, looked) for aspect in aspects)), key=_rank)
    return Weaknesses(*(tuple(gap for gap in found if gap.aspect[0] == kind) for kind in (DIMENSION, SKILL, LINCHPIN)))


def shown_by(rounds: Iterable[Brief], debriefs: Sequence[Debrief], day: Callable[[str], date]) -> Weaknesses:
    """What rounds and real interviews show, both given newest first; `day` is the person's day of a stamp."""
    return weaknesses(with_interviews(trials_of(rounds), debriefs, day))


def _looked(trials: Iterable[Trial]) -> list[Trial]:
    found, rounds, real = list[Trial](), 0, 0
    for trial in trials:
        rounds, real = (rounds, real + 1) if trial.interview else (rounds + 1, real)
        if not trial.interview or real <= _REAL:
            found.append(trial)
        if rounds == LOOK_BACK:
            break
    return found


def _rank(gap: Gap) -> tuple[int, bool, float, float, float, int]:
    newest = -gap.stuck.toordinal() if gap.stuck else 0
    shares = -gap.rounds / max(gap.asked, 1), -gap.missed / max(gap.points, 1)
    return newest, not gap.recurrent, *shares, -gap.weight, -gap.missed


def _gap(aspect: Aspect, trials: Sequence[Trial]) -> Gap | None:
    """The gap in one thing, None where nothing of it was missed."""
    here = [trial for trial in trials if aspect in trial.aspects]
    rounds = [trial for trial in here if not trial.interview]
    failed = [trial for trial in rounds if trial.lost.get(aspect)]
    stuck = next((trial.interview for trial in here if trial.interview and aspect in trial.lost), None)
    if not failed and not stuck:
        return None
    short = next((trial.shorts[aspect] for trial in trials if aspect in trial.shorts), aspect[1].replace("-", " "))
    weight = next((trial.weights[aspect] for trial in trials if aspect in trial.weights), 0.0)
    gap = Gap(aspect, short, weight=weight, stuck=stuck)
    if not failed:
        return gap._replace(asked=len(rounds), points=sum(trial.made.get(aspect, 0) for trial in rounds))
    missed = sum(len(trial.lost[aspect]) for trial in failed)
    last, (heaviest, *_) = failed[0], failed[0].lost[aspect]
    return gap._replace(
        rounds=len(failed), asked=len(rounds), missed=missed,
        points=missed + sum(trial.made.get(aspect, 0) for trial in rounds),
        session=heaviest.session, scenario=last.scenario, started=heaviest.started, point=heaviest.point,
        phase=_most_missed(lost for trial in failed for lost in trial.lost[aspect]),
    )  # fmt: skip


def _most_missed(lost: Iterable[Lost]) -> str:
    """The phase in which most was missed; of phases with as many the one of the newer round."""
    phases = Counter(one.phase for one in lost)
    (phase, _), *_ = phases.most_common(1)
    return phase
