"""A drill as a fold over its events: the same for the live screen, resume, transcripts and tests."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar

from coach.interview.entries import ANSWER, UNASKED, Again, Grade, Hint, Mark, Note, Said, Stroke
from coach.interview.events import Event, unstamp
from coach.interview.setup import Setup

T = TypeVar("T")
GAP = 60.0
"""Seconds that a gap between two events counts at most: sleep, a crash and a closed lid are the same harmless thing."""
ALIVE = 30.0
"""Seconds after which a running drill writes a sign of life."""

NEW, ACTIVE, PAUSED, FINISHED, GRADED, ABANDONED = (
    "new",
    "active",
    "paused",
    "finished",
    "graded",
    "abandoned",
)

_WORK = (
    "note",
    "edit",
    "drop",
    "draw",
    "undraw",
    "cut",
    "uncut",
    "tick",
    "untick",
    "hint",
    "interviewer",
    "untold",
    "floor",
)
_GRADING = ("mark", "dimension", "reflection")
TRANSITIONS: dict[str, dict[str, str]] = {
    NEW: {"started": ACTIVE},
    ACTIVE: {
        **dict.fromkeys((*_WORK, "step", "alive", "resume"), ACTIVE),
        "pause": PAUSED,
        "end": FINISHED,
        "abandon": ABANDONED,
    },
    PAUSED: {
        **dict.fromkeys((*_WORK, "pause", "alive"), PAUSED),
        "resume": ACTIVE,
        "end": FINISHED,
        "abandon": ABANDONED,
    },
    FINISHED: {**dict.fromkeys((*_GRADING, "speech"), FINISHED), "graded": GRADED},
    GRADED: {"regrade": FINISHED, "again": GRADED},
    ABANDONED: {},
}
"""For each status the events that may come, and the status each leads to."""

KINDS = frozenset(kind for row in TRANSITIONS.values() for kind in row)


class IllegalEventError(Exception):
    """An event that its session's status does not allow: a bug in the caller."""


@dataclass(slots=True)
class Session:
    """The state of one drill. `used` is seconds by step; times are never counted, only differences of event times.

    `speech` are digests of transcripts that were added.
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
    last_at: datetime | None = None
    doings: list[tuple[str, int, str]] = field(default_factory=list)
    _names: dict[tuple[str, int], int] = field(default_factory=dict)

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
        return self.used[step] + (_gap(self.last_at, now) if running else 0.0)

    def clock(self, now: datetime | None = None) -> float:
        """Seconds used in all steps."""
        return sum(self.used_in(step, now) for step in range(len(self.used)))

    def left_in(self, step: int, now: datetime | None = None) -> float:
        """Seconds left in a step; negative in overtime."""
        return self.plan.steps[step].seconds - self.used_in(step, now)

    def ticked(self, step: int) -> list[str]:
        """The checklist lines ticked in a step."""
        return [text for at, text in self.ticks if at == step]

    def apply(self, event: Event, *, strict: bool = True) -> None:
        """Takes in one event. Unknown kinds change nothing but the clock.

        Raises IllegalEventError for an event the status does not allow; with `strict` off it is left out.
        """
        after = self.status
        if event.kind in KINDS:
            legal = TRANSITIONS[self.status]
            if event.kind not in legal:
                if strict:
                    raise IllegalEventError(f"{event.kind} while {self.status}")
                return
            after = legal[event.kind]
        if self.status == ACTIVE and event.kind != "resume":
            # Resumed while it seems to run, it was killed: what nobody saw since the last sign of life is not counted.
            self.used[self.step] += _gap(self.last_at, event.at)
        self.last_at = event.at
        handler = _HANDLERS.get(event.kind)
        if handler is not None:
            try:
                handler(self, event)
            except (KeyError, TypeError, ValueError, IndexError):
                if strict:
                    raise
                return
        self.status = after

    def _started(self, event: Event) -> None:
        self.setup = Setup.of(event.data)
        self.used = [0.0] * len(self.setup.steps)
        self.started_at = event.at

    def _note(self, event: Event) -> None:
        number = int(event.data["note"])
        text = str(event.data["text"])
        # Two devices that went on with one drill unseen by each other used the same numbers: the later one moves up.
        name = number if number not in self.notes else self.next_note
        self._names[event.device, number] = name
        clock = self.clock()
        began = event.data.get("began")
        typing = (event.at - unstamp(began)).total_seconds() if isinstance(began, str) else 0.0
        self.notes[name] = Note(
            id=name,
            step=min(max(int(event.data.get("step", self.step)), 0), len(self.used) - 1),
            text=text,
            at_s=clock,
            began_s=clock - min(max(typing, 0.0), clock),
            at=event.at,
            said=bool(event.data.get("said")),
        )
        self.doings.append(("note", name, ""))
        if event.data.get("drawn"):
            self.strokes.append(Stroke(name))

    def _named(self, event: Event) -> int:
        number = int(event.data["note"])
        return self._names.get((event.device, number), number)

    def _edit(self, event: Event) -> None:
        note = self.notes[self._named(event)]
        note.text = str(event.data["text"])
        note.edited = True

    def _drop(self, event: Event) -> None:
        name = self._named(event)
        self.notes[name].dropped = True
        self.doings = [doing for doing in self.doings if doing[:2] not in (("note", name), ("draw", name))]

    def _draw(self, event: Event) -> None:
        name = self._named(event)
        if name not in self.notes:
            raise KeyError(name)
        if Stroke(name) not in self.strokes:
            self.strokes.append(Stroke(name))
            self.doings.append(("draw", name, ""))

    def _undraw(self, event: Event) -> None:
        name = self._named(event)
        self.strokes = [stroke for stroke in self.strokes if stroke != Stroke(name)]
        self.doings = [doing for doing in self.doings if doing[:2] != ("draw", name)]

    def _cut(self, event: Event) -> None:
        stroke = Stroke(cut=(str(event.data["source"]), str(event.data["target"])))
        self.strokes.append(stroke)
        self.doings.append(("cut", 0, " -> ".join(stroke.cut or ())))

    def _uncut(self, event: Event) -> None:
        ends = (str(event.data["source"]), str(event.data["target"]))
        _drop_last(self.strokes, Stroke(cut=ends))
        _drop_last(self.doings, ("cut", 0, " -> ".join(ends)))

    def _interviewer(self, event: Event) -> None:
        data = event.data
        number = int(data.get("note", 0))
        self.said.append(
            Said(
                what=str(data["what"]),
                text=str(data["text"]),
                step=self.step,
                at_s=self.clock(),
                id=str(data.get("id", "")),
                topic=str(data.get("topic", "")),
                note=self._names.get((event.device, number), number),
                helped=bool(data.get("helped")),
                handed=bool(data.get("handed")),
                further=bool(data.get("further")),
                shown=tuple(map(str, data.get("shown", ()))),
            )
        )

    def _untold(self, event: Event) -> None:
        fact = str(event.data["fact"])
        for said in reversed(self.said):
            if said.what == ANSWER and said.id == fact and not said.taken_back:
                said.taken_back = True
                return

    def _floor(self, event: Event) -> None:
        self.floors.append(self.clock())

    def _tick(self, event: Event) -> None:
        step, text = int(event.data["step"]), str(event.data["text"])
        if (step, text) not in self.ticks:
            self.ticks.append((step, text))
            self.doings.append(("tick", step, text))

    def _untick(self, event: Event) -> None:
        step, text = int(event.data["step"]), str(event.data["text"])
        self.ticks = [tick for tick in self.ticks if tick != (step, text)]
        self.doings = [doing for doing in self.doings if doing != ("tick", step, text)]

    def _hint(self, event: Event) -> None:
        self.hints.append(Hint(str(event.data["point"]), str(event.data["text"]), self.step, self.clock()))

    def _step(self, event: Event) -> None:
        to = int(event.data["to"])
        if not 0 <= to < len(self.used):
            raise IndexError(to)
        self.step = to

    def _ended(self, event: Event) -> None:
        self.ended_at = event.at

    def _mark(self, event: Event) -> None:
        notes = [self._names.get((event.device, int(n)), int(n)) for n in event.data.get("notes", ())]
        self.marks[str(event.data["point"])] = Mark(
            str(event.data["mark"]),
            tuple(notes),
            str(event.data.get("line", "")),
            str(event.data.get("reason", "")),
        )

    def _dimension(self, event: Event) -> None:
        grade = event.data["grade"]
        if grade is not None and not 1 <= int(grade) <= 4:
            raise ValueError(grade)
        self.grades[str(event.data["dimension"])] = Grade(
            None if grade is None else int(grade), str(event.data.get("reason", ""))
        )

    def _reflection(self, event: Event) -> None:
        self.reflection = str(event.data["text"])

    def _graded(self, event: Event) -> None:
        self.graded = event.data

    def _again(self, event: Event) -> None:
        data = event.data
        self.again.append(Again(str(data["id"]), str(data["text"]), str(data["state"]), float(data["seconds"])))

    def _speech(self, event: Event) -> None:
        """All sentences of one transcript, in one event: it is added whole or not at all."""
        last = len(self.used) - 1
        spoken = [
            (min(max(int(s["step"]), 0), last), str(s["text"]), float(s["at_s"]), float(s["began_s"]))
            for s in event.data["notes"]
        ]
        for step, text, at_s, began_s in spoken:
            name = self.next_note
            self.notes[name] = Note(name, step, text, at_s, began_s, event.at, said=True)
        self.speech.append(str(event.data["digest"]))

    def _regrade(self, event: Event) -> None:
        self.former_marks, self.former_grades = self.marks, self.grades
        self.marks, self.grades, self.graded = {}, {}, None


_HANDLERS = {
    "started": Session._started,
    "note": Session._note,
    "edit": Session._edit,
    "drop": Session._drop,
    "draw": Session._draw,
    "undraw": Session._undraw,
    "cut": Session._cut,
    "uncut": Session._uncut,
    "interviewer": Session._interviewer,
    "untold": Session._untold,
    "floor": Session._floor,
    "tick": Session._tick,
    "untick": Session._untick,
    "hint": Session._hint,
    "step": Session._step,
    "end": Session._ended,
    "abandon": Session._ended,
    "mark": Session._mark,
    "dimension": Session._dimension,
    "reflection": Session._reflection,
    "graded": Session._graded,
    "again": Session._again,
    "speech": Session._speech,
    "regrade": Session._regrade,
}


def _drop_last(entries: list[T], entry: T) -> None:
    """Takes out the last of the equal entries, if there is one."""
    if entry in entries:
        del entries[len(entries) - 1 - entries[::-1].index(entry)]


def _gap(since: datetime | None, until: datetime | None) -> float:
    if since is None or until is None:
        return 0.0
    return min(max((until - since).total_seconds(), 0.0), GAP)


def fold(session_id: str, events: Iterable[Event]) -> Session:
    """The state after all events, as read from journals: what a status does not allow is left out."""
    session = Session(session_id)
    for event in events:
        session.apply(event, strict=False)
    return session
