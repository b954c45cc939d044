"""What a person tells of a real interview, as a fold over the events of its journal."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime

from coach.interview.events import Event

ASKED, PROBED, STUCK, SURPRISED, SAY_NEXT = "asked", "probed", "stuck", "surprised", "say_next"
QUESTIONS = (ASKED, PROBED, STUCK, SURPRISED, SAY_NEXT)
DAY, LINE, EDIT, DIMENSIONS, SAY, ANSWERED, FINISHED = (
    "day", "line", "edit", "dimensions", "say", "answered", "finished",
)  # fmt: skip
"""Kinds of events: the day of the interview; a line of an answer; another text for a line, none drops it; the
dimensions an answer is about; what to say next time where they got stuck in a line; an answer is whole; all are."""
DECK = "interviews"
"""The person's own deck that holds what to say next time."""
IN_GENERAL = ""
"""What a line to say next time belongs to when they got stuck nowhere: no line has this name."""


@dataclass(frozen=True, slots=True)
class Debrief:
    """What a person told of a real interview, finished or not: the day it was, and each answer line by line.

    `say_next` has a text for each line of `stuck`, empty where there is none to say, and perhaps one more that belongs
    to none of them; it is empty when nothing is to be said. `at` is when it was begun.
    """

    id: str
    day: date
    asked: tuple[str, ...] = ()
    probed: tuple[str, ...] = ()
    stuck: tuple[str, ...] = ()
    surprised: tuple[str, ...] = ()
    say_next: tuple[str, ...] = ()
    probed_dimensions: tuple[str, ...] = ()
    stuck_dimensions: tuple[str, ...] = ()
    at: datetime = datetime.min
    finished: bool = False


@dataclass(slots=True)
class Telling:
    """A debrief as it is told: lines by question and name, which cards and corrections hang on. A name has the device
    in it, as two of them may count on from the same event."""

    id: str
    day: date | None = None
    at: datetime | None = None
    lines: dict[str, dict[str, str]] = field(default_factory=lambda: {question: {} for question in QUESTIONS})
    dimensions: dict[str, tuple[str, ...]] = field(default_factory=dict)
    said: dict[str, str] = field(default_factory=dict)
    answered: set[str] = field(default_factory=set)
    finished: bool = False

    @property
    def to_say(self) -> dict[str, str]:
        """What asks for a line to say next time, by name: each line of where they got stuck, or one in general."""
        general = {IN_GENERAL: ""} if self.said.get(IN_GENERAL) or not self.lines[STUCK] else {}
        return {**self.lines[STUCK], **general}

    @property
    def next(self) -> str:
        """The first question that was not answered whole; empty when all were."""
        return next((question for question in QUESTIONS if question not in self.answered), "")

    def debrief(self) -> Debrief | None:
        """What was told so far; None before the first event."""
        if self.at is None:
            return None
        asked, probed, stuck, surprised, _ = (tuple(self.lines[question].values()) for question in QUESTIONS)
        say_next = tuple(self.said.get(name, "") for name in self.to_say)
        return Debrief(
            self.id, self.day or self.at.date(), asked, probed, stuck, surprised, say_next if any(say_next) else (),
            self.dimensions.get(PROBED, ()), self.dimensions.get(STUCK, ()), self.at, self.finished,
        )  # fmt: skip


def fold(name: str, events: Iterable[Event]) -> Telling:
    """A debrief after some events."""
    telling = Telling(name)
    for event in events:
        apply(telling, event)
    return telling


def apply(telling: Telling, event: Event) -> None:
    """Takes one event in; one of an unknown kind, or that makes no sense, changes nothing."""
    telling.at = telling.at or event.at
    match event.kind, event.data:
        case "day", {"day": str(day)}:
            with suppress(ValueError):
                telling.day = date.fromisoformat(day)
        case "line", {"question": str(question), "text": str(text)} if question in telling.lines and text:
            telling.lines[question][f"{event.n}-{event.device}"] = text
        case "edit", {"of": str(name), "text": str(text)}:
            for lines in telling.lines.values():
                if name in lines:
                    lines[name] = text
                    if not text:
                        del lines[name]
        case "dimensions", {"question": str(question), "dimensions": list(names)}:
            telling.dimensions[question] = tuple(name for name in names if isinstance(name, str))
        case "say", {"of": str(name), "text": str(text)}:
            telling.said[name] = text
        case "answered", {"question": str(question)}:
            telling.answered.add(question)
        case "finished", _:
            telling.finished = True
