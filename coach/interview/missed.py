"""What a graded round missed, as flashcards need it: which points, how heavy, and the person's own line on each."""

from collections.abc import Mapping
from typing import Any

from coach.interview.changes import MISSED_AGAIN, missed_points, nearest_note
from coach.interview.grading import CONFIRMED
from coach.interview.session import Session

_HEAVIEST = 10.0
_STEP = 0.1
_AGAIN = 5.0


def _own_line(session: Session, point: Mapping[str, Any]) -> str:
    """What the person wrote on a missed point: the note that was offered for it and not taken, else the nearest one."""
    offered = [note for number in point.get("offered", ()) if (note := session.notes.get(number)) and not note.dropped]
    note = offered[0] if offered else nearest_note(session, point)
    return note.text if note else ""


def missed_data(session: Session) -> dict[str, Any]:
    """The missed points of a graded session, heaviest first, each with the person's own line; the sentences said
    again by the id of their point or fact; and the points that were made."""
    graded = session.graded or {"points": []}
    missed = missed_points(session) if session.graded else []
    return {
        "missed": [
            {
                "point": point["id"],
                "near": _own_line(session, point),
                "weight": _HEAVIEST - _STEP * rank + (_AGAIN if point.get(MISSED_AGAIN) else 0.0),
            }
            for rank, point in enumerate(missed)
        ],
        "said": {again.id: again.text for again in session.again},
        "made": [point["id"] for point in graded["points"] if point["mark"] in CONFIRMED],
    }
