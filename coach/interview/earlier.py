"""What a round that redoes a step took over from an earlier one, as its `started` event keeps it."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import tzinfo
from typing import Any

from coach.language.stamps import unstamp


@dataclass(frozen=True, slots=True)
class EarlierNote:
    """A note of an earlier step: the step's title and phases, seconds on that round's clock. `asked`: it was a
    question to the interviewer."""

    step: str
    phases: tuple[str, ...]
    at_s: float
    text: str
    asked: bool = False


@dataclass(frozen=True, slots=True)
class Earlier:
    """What was taken over: when that round was started (a stamp of UTC), ids of the facts told in it, and its notes.

    `told` is None where nothing could be asked for in that round: then all facts are handed over. `elsewhere` are ids
    of points that were graded in steps of it that are not redone: their place is there, made or missed.
    """

    started: str = ""
    told: tuple[str, ...] | None = None
    notes: tuple[EarlierNote, ...] = ()
    elsewhere: tuple[str, ...] = ()

    def day(self, zone: tzinfo | None) -> str:
        """The day of that round in a zone (None: the machine's own), in words."""
        return f"{unstamp(self.started).astimezone(zone):%-d %B %Y}"

    def by_step(self) -> dict[str, list[EarlierNote]]:
        """The notes by the title of their step."""
        found: dict[str, list[EarlierNote]] = {}
        for note in self.notes:
            found.setdefault(note.step, []).append(note)
        return found

    def data(self) -> dict[str, Any]:
        """What was taken over as a `started` event keeps it."""
        return asdict(self)

    @staticmethod
    def of(data: Mapping[str, Any]) -> "Earlier":
        """What a `started` event says was taken over."""
        told = data["told"]
        notes = (
            EarlierNote(n["step"], tuple(n["phases"]), float(n["at_s"]), n["text"], n["asked"]) for n in data["notes"]
        )
        return Earlier(
            data["started"], None if told is None else tuple(told), tuple(notes), tuple(data.get("elsewhere", ()))
        )


NOTHING = Earlier()
"""What a round of its own takes over."""
