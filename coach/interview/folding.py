"""A drill as a fold over its events: the same for the live screen, resume, transcripts and tests."""

from collections.abc import Iterable
from typing import TypeVar

from coach.interview.entries import ANSWER, Again, Grade, Hint, Mark, Note, Stroke
from coach.interview.events import Event
from coach.interview.remarks import Said
from coach.interview.session import Session, gap
from coach.interview.setup import Setup
from coach.interview.shapes import MARKS, graded, number, started
from coach.interview.status import ABANDONED, ACTIVE, FINISHED, GRADED, NEW, PAUSED
from coach.language.stamps import unstamp

T = TypeVar("T")

_WORK = (
    "note", "edit", "drop", "draw", "undraw", "cut", "uncut", "tick", "untick", "hint", "interviewer", "untold",
    "floor",
)  # fmt: skip
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


def apply(session: Session, event: Event, *, strict: bool = True) -> None:
    """Takes in one event. Unknown kinds change nothing but the clock.

    Raises IllegalEventError for an event the status does not allow; with `strict` off it is left out.
    """
    after = session.status
    if event.kind in KINDS:
        legal = TRANSITIONS[session.status]
        if event.kind not in legal:
            if strict:
                raise IllegalEventError(f"{event.kind} while {session.status}")
            return
        after = legal[event.kind]
    if session.status == ACTIVE and event.kind != "resume":
        # Resumed while it seems to run, it was killed: what nobody saw since the last sign of life is not counted.
        session.used[session.step] += gap(session.last_at, event.at)
    session.last_at = event.at
    handler = _HANDLERS.get(event.kind)
    if handler is not None:
        try:
            handler(session, event)
        except (KeyError, TypeError, ValueError, IndexError, OverflowError):
            if strict:
                raise
            return
    session.status = after


def _started(session: Session, event: Event) -> None:
    session.setup = Setup.of(started(event.data))
    session.used = [0.0] * len(session.setup.steps)
    session.started_at = event.at


def _note(session: Session, event: Event) -> None:
    number = int(event.data["note"])
    text = str(event.data["text"])
    # Two devices that went on with one drill unseen by each other used the same numbers: the later one moves up.
    name = number if number not in session.notes else session.next_note
    clock = session.clock()
    began = event.data.get("began")
    typing = (event.at - unstamp(began)).total_seconds() if isinstance(began, str) else 0.0
    session.notes[name] = Note(
        id=name,
        step=min(max(int(event.data.get("step", session.step)), 0), len(session.used) - 1),
        text=text,
        at_s=clock,
        began_s=clock - min(max(typing, 0.0), clock),
        at=event.at,
        said=bool(event.data.get("said")),
    )
    session.names[event.device, number] = name
    session.doings.append(("note", name, ""))
    if event.data.get("drawn"):
        session.strokes.append(Stroke(name, step=session.step))


def _named(session: Session, event: Event) -> int:
    number = int(event.data["note"])
    return session.names.get((event.device, number), number)


def _edit(session: Session, event: Event) -> None:
    note = session.notes[_named(session, event)]
    note.text = str(event.data["text"])
    note.edited = True


def _drop(session: Session, event: Event) -> None:
    name = _named(session, event)
    session.notes[name].dropped = True
    session.doings = [doing for doing in session.doings if doing[:2] not in (("note", name), ("draw", name))]


def _draw(session: Session, event: Event) -> None:
    name = _named(session, event)
    if name not in session.notes:
        raise KeyError(name)
    if Stroke(name) not in session.strokes:
        session.strokes.append(Stroke(name, step=session.step))
        session.doings.append(("draw", name, ""))


def _undraw(session: Session, event: Event) -> None:
    name = _named(session, event)
    session.strokes = [stroke for stroke in session.strokes if stroke != Stroke(name)]
    session.doings = [doing for doing in session.doings if doing[:2] != ("draw", name)]


def _cut(session: Session, event: Event) -> None:
    stroke = Stroke(cut=(str(event.data["source"]), str(event.data["target"])), step=session.step)
    session.strokes.append(stroke)
    session.doings.append(("cut", 0, " -> ".join(stroke.cut or ())))


def _uncut(session: Session, event: Event) -> None:
    ends = (str(event.data["source"]), str(event.data["target"]))
    _drop_last(session.strokes, Stroke(cut=ends))
    _drop_last(session.doings, ("cut", 0, " -> ".join(ends)))


def _interviewer(session: Session, event: Event) -> None:
    number = int(event.data.get("note", 0))
    note = session.names.get((event.device, number), number)
    session.said.append(Said.of(event.data, note, session.step, session.clock()))


def _untold(session: Session, event: Event) -> None:
    fact = str(event.data["fact"])
    for said in reversed(session.said):
        if said.what == ANSWER and said.id == fact and not said.taken_back:
            said.taken_back = True
            return


def _floor(session: Session, event: Event) -> None:
    session.floors.append(session.clock())


def _tick(session: Session, event: Event) -> None:
    step, text = int(event.data["step"]), str(event.data["text"])
    if (step, text) not in session.ticks:
        session.ticks.append((step, text))
        session.doings.append(("tick", step, text))


def _untick(session: Session, event: Event) -> None:
    step, text = int(event.data["step"]), str(event.data["text"])
    session.ticks = [tick for tick in session.ticks if tick != (step, text)]
    session.doings = [doing for doing in session.doings if doing != ("tick", step, text)]


def _hint(session: Session, event: Event) -> None:
    session.hints.append(Hint(str(event.data["point"]), str(event.data["text"]), session.step, session.clock()))


def _step(session: Session, event: Event) -> None:
    to = int(event.data["to"])
    if not 0 <= to < len(session.used):
        raise IndexError(to)
    session.step = to


def _ended(session: Session, event: Event) -> None:
    session.ended_at = event.at


def _mark(session: Session, event: Event) -> None:
    notes = [session.names.get((event.device, int(n)), int(n)) for n in event.data.get("notes", ())]
    mark = str(event.data["mark"])
    if mark not in MARKS:
        raise ValueError(mark)
    session.marks[str(event.data["point"])] = Mark(
        mark,
        tuple(notes),
        str(event.data.get("line", "")),
        str(event.data.get("reason", "")),
    )


def _dimension(session: Session, event: Event) -> None:
    grade = event.data["grade"]
    if grade is not None and not 1 <= int(grade) <= 4:
        raise ValueError(grade)
    session.grades[str(event.data["dimension"])] = Grade(
        None if grade is None else int(grade), str(event.data.get("reason", ""))
    )


def _reflection(session: Session, event: Event) -> None:
    session.reflection = str(event.data["text"])


def _graded(session: Session, event: Event) -> None:
    session.graded = graded(event.data)
    session.first_graded_at = session.first_graded_at or event.at


def _again(session: Session, event: Event) -> None:
    data = event.data
    session.again.append(Again(str(data["id"]), str(data["text"]), str(data["state"]), number(data["seconds"])))


def _speech(session: Session, event: Event) -> None:
    """All sentences of one transcript, in one event: it is added whole or not at all."""
    last = len(session.used) - 1
    spoken = [
        (min(max(int(s["step"]), 0), last), str(s["text"]), number(s["at_s"]), number(s["began_s"]))
        for s in event.data["notes"]
    ]
    for step, text, at_s, began_s in spoken:
        name = session.next_note
        session.notes[name] = Note(name, step, text, at_s, began_s, event.at, said=True)
    session.speech.append(str(event.data["digest"]))


def _regrade(session: Session, event: Event) -> None:
    session.former_marks, session.former_grades = session.marks, session.grades
    session.marks, session.grades, session.graded = {}, {}, None


_HANDLERS = {
    "started": _started,
    "note": _note,
    "edit": _edit,
    "drop": _drop,
    "draw": _draw,
    "undraw": _undraw,
    "cut": _cut,
    "uncut": _uncut,
    "interviewer": _interviewer,
    "untold": _untold,
    "floor": _floor,
    "tick": _tick,
    "untick": _untick,
    "hint": _hint,
    "step": _step,
    "end": _ended,
    "abandon": _ended,
    "mark": _mark,
    "dimension": _dimension,
    "reflection": _reflection,
    "graded": _graded,
    "again": _again,
    "speech": _speech,
    "regrade": _regrade,
}


def _drop_last(entries: list[T], entry: T) -> None:
    """Takes out the last of the equal entries, if there is one."""
    if entry in entries:
        del entries[len(entries) - 1 - entries[::-1].index(entry)]


def fold(session_id: str, events: Iterable[Event]) -> Session:
    """The state after all events, as read from journals: what a status does not allow is left out."""
    session = Session(session_id)
    for event in events:
        apply(session, event, strict=False)
    return session
