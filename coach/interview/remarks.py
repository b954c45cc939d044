"""What the interviewer is about to say."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to say, with the fields of `Said` that the journal keeps."""

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
        fields = {
            "what": self.what, "text": self.text, "id": self.id, "topic": self.topic, "note": self.note,
            "helped": self.helped, "handed": self.handed, "further": self.further, "shown": list(self.shown),
        }  # fmt: skip
        return {name: value for name, value in fields.items() if value}
