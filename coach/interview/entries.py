"""What a session keeps: notes, strokes of the diagram, what the interviewer said, hints, marks, grades."""

from dataclasses import dataclass, field
from datetime import datetime

from coach.language import outcomes

ANSWER, CHOOSE, NOTHING, AGAIN = outcomes.ANSWER, outcomes.CHOOSE, outcomes.NOTHING, "again"
"""Replies of the interviewer: a fact, topics to choose from, nothing to say, a fact told before."""
REPLIES = (ANSWER, AGAIN, CHOOSE, NOTHING)
OPENING, PROBE, LINCHPIN, CURVEBALL, PURPOSE, CLOSING = (
    "opening",
    "probe",
    "linchpin",
    "curveball",
    "purpose",
    "closing",
)
"""Remarks of the interviewer that no line asked for."""
UNASKED = (PROBE, LINCHPIN, CURVEBALL, PURPOSE)
"""The remarks that count against what an interviewer may say unasked in a round."""


@dataclass(slots=True)
class Note:
    """A line the person left. `at_s` and `began_s` are seconds on the drill's clock; `said` was spoken, typed later."""

    id: int
    step: int
    text: str
    at_s: float
    began_s: float
    at: datetime
    said: bool = False
    edited: bool = False
    dropped: bool = False


@dataclass(frozen=True, slots=True)
class Stroke:
    """One act of drawing, in order: a note that draws, or an arrow between two boxes that was cut; and in which step.

    Two of the same note or arrow are equal, whenever they were made.
    """

    note: int = 0
    cut: tuple[str, str] | None = None
    step: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Hint:
    """A hint that was asked for."""

    point: str
    text: str
    step: int
    at_s: float


@dataclass(frozen=True, slots=True)
class Mark:
    """The person's decision on one point: covered (by notes), said (with a line), missed, not-mine (with a reason)."""

    mark: str
    notes: tuple[int, ...] = ()
    line: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Grade:
    """The person's grade of one dimension, 1-4, or None when it was not shown."""

    grade: int | None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Again:
    """A sentence said once more after grading: for which point or fact, what was found in it, seconds it took."""

    id: str
    text: str
    state: str
    seconds: float
