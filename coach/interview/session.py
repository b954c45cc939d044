"""The state of one drill, as its events leave it, and what can be read off it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from coach.interview.entries import ANSWER, UNASKED, Again, Grade, Hint, Mark, Note, Stroke
from coach.interview.remarks import Said
from coach.interview.setup import Setup
from coach.interview.status import ACTIVE, NEW

GAP = 60.0
"""Seconds that a gap between two events counts at most: sleep, a crash and a closed lid are the same harmless thing."""
ALIVE = 30.0
"""Seconds after which a running drill writes a sign of life."""


@dataclass(slots=True)
class Session:
    """The state of one drill. `used` is seconds by step; times are never counted, only differences of event times.

    `speech` are digests of transcripts that were added; `names` are the notes' numbers by device and its own number.
    """

    id: str
    status: str = NEW
    setup: Setup | None = None
    step: int = 0
    used: list[float] = field(default_factory=list)
    notes: dict[int, Note] = field(default_factory=dict)
    strokes: list[Stroke] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)
    floors: list[float] = field(default_factory=list)
    ticks: list[tuple[int, str]] = field(default_factory=list)
    hints: list[Hint] = field(default_factory=list)
    marks: dict[str, Mark] = field(default_factory=dict)
    grades: dict[str, Grade] = field(default_factory=dict)
    reflection: str = ""
    graded: Mapping[str, Any] | None = None
    again: list[Again] = field(default_factory=list)
    speech: list[str] = field(default_factory=list)
    former_marks: dict[str, Mark] = field(default_factory=dict)
    former_grades: dict[str, Grade] = field(default_factory=dict)
    started_at: datetime | None = None
    ended_at: datetime | None = None
    first_graded_at: datetime | None = None
    last_at: datetime | None = None
    doings: list[tuple[str, int, str]] = field(default_factory=list)
    names: dict[tuple[str, int], int] = field(default_factory=dict)

    @property
    def plan(self) -> Setup:
        """The setup of a session that was started. Raises ValueError for a journal without a start."""
        if self.setup is None:
            raise ValueError(f"{self.id} was never started")
        return self.setup

    @property
    def live_notes(self) -> list[Note]:
        """The notes that were not taken back, in the order of the clock: what was spoken stands where it was said."""
        return sorted((note for note in self.notes.values() if not note.dropped), key=lambda note: note.at_s)

    @property
    def told(self) -> list[Said]:
        """The facts that were told and not taken back, in order."""
        return [said for said in self.said if said.what == ANSWER and not said.taken_back]

    @property
    def known(self) -> set[str]:
        """The facts that were told, in this round or in the one of which it redoes a step."""
        return {said.id for said in self.told}.union(self.plan.earlier.told or ())

    @property
    def unasked(self) -> list[Said]:
        """What the interviewer brought up unasked; what was said after the floor was handed over is asked for."""
        return [said for said in self.said if said.what in UNASKED and not said.handed]

    @property
    def next_note(self) -> int:
        """The number of the next note; numbers of notes taken back are not used again."""
        return max(self.notes, default=0) + 1

    def used_in(self, step: int, now: datetime | None = None) -> float:
        """Seconds used in a step, up to now when the clock runs in it."""
        running = self.status == ACTIVE and step == self.step and now is not None
        return self.used[step] + (gap(self.last_at, now) if running else 0.0)

    def clock(self, now: datetime | None = None) -> float:
        """Seconds used in all steps."""
        return sum(self.used_in(step, now) for step in range(len(self.used)))

    def left_in(self, step: int, now: datetime | None = None) -> float:
        """Seconds left in a step; negative in overtime."""
        return self.plan.steps[step].seconds - self.used_in(step, now)

    def ticked(self, step: int) -> list[str]:
        """The checklist lines ticked in a step."""
        return [text for at, text in self.ticks if at == step]


def gap(since: datetime | None, until: datetime | None) -> float:
    """Seconds between two events, as far as they count: never less than nothing, at most GAP."""
    if since is None or until is None:
        return 0.0
    return min(max((until - since).total_seconds(), 0.0), GAP)
