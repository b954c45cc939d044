"""What the interviewer says, and how the journal keeps it."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(slots=True)
class Remark:
    """Something to say.

    `id` names the fact, probe, linchpin's fact or curveball; `note` is the note it answers or follows, 0 for none.
    `helped`: the topic had been shown before it was asked for. `handed`: the person had handed the floor over.
    `further`: the next level of something that the notes already dealt with. `shown` are facts offered to choose from.
    """

    what: str
    text: str
    id: str = ""
    topic: str = ""
    note: int = 0
    helped: bool = False
    handed: bool = False
    further: bool = False
    shown: tuple[str, ...] = ()

    def data(self) -> dict[str, Any]:
        """The remark as the data of an `interviewer` event; what is empty is left out."""
        fields = asdict(self)
        return {name: list(value) if name == "shown" else value for name, value in fields.items() if value}


@dataclass(slots=True)
class Said(Remark):
    """A remark that was made: in which step, at which second of the clock, and whether it was taken back."""

    step: int = 0
    at_s: float = 0.0
    taken_back: bool = False

    @staticmethod
    def of(data: Mapping[str, Any], note: int, step: int, at_s: float) -> "Said":
        """The remark an `interviewer` event holds. Raises KeyError, TypeError or ValueError for one that holds none."""
        return Said(
            what=str(data["what"]),
            text=str(data["text"]),
            id=str(data.get("id", "")),
            topic=str(data.get("topic", "")),
            note=note,
            helped=bool(data.get("helped")),
            handed=bool(data.get("handed")),
            further=bool(data.get("further")),
            shown=tuple(map(str, data.get("shown", ()))),
            step=step,
            at_s=at_s,
        )
