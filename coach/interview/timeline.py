"""Where a round's clock stood at each moment, and in which step: to place what was recorded beside it."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from coach.interview.events import Event
from coach.interview.folding import apply
from coach.interview.session import Session
from coach.interview.status import ACTIVE


@dataclass(frozen=True, slots=True)
class Moment:
    """One moment of a round: seconds since it began, what its clock showed, the step it was in."""

    wall_s: float
    clock_s: float
    step: int


class Timeline:
    """The moments of one round, pauses and steps gone back to included."""

    def __init__(self, session_id: str, events: Sequence[Event]) -> None:
        session = Session(session_id)
        self._moments: list[Moment] = []
        for event in events:
            running = session.status == ACTIVE
            apply(session, event, strict=False)
            if session.started_at and (running or session.status == ACTIVE):
                wall = max((event.at - session.started_at).total_seconds(), self.wall_s)
                self._moments.append(Moment(wall, session.clock(), session.step))

    @property
    def clock_s(self) -> float:
        """What the clock showed at the end."""
        return self._moments[-1].clock_s if self._moments else 0.0

    @property
    def wall_s(self) -> float:
        """Seconds from the start to the end, pauses included."""
        return self._moments[-1].wall_s if self._moments else 0.0

    def step_at(self, clock_s: float) -> int:
        """The step in which the clock showed a time; the last one for times after the end."""
        at = bisect_right(self._moments, clock_s, key=lambda moment: moment.clock_s)
        return self._moments[max(at - 1, 0)].step if self._moments else 0

    def clock_at(self, wall_s: float) -> float:
        """What the clock showed so many seconds after the start; it stands while the round is paused."""
        at = bisect_right(self._moments, wall_s, key=lambda moment: moment.wall_s)
        if at == 0:
            return 0.0
        before = self._moments[at - 1]
        after = self._moments[at].clock_s if at < len(self._moments) else before.clock_s
        return min(before.clock_s + wall_s - before.wall_s, after)
