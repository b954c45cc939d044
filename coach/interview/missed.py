"""What a graded round missed, as flashcards need it: which points, how heavy, and the person's own line on each."""

from typing import Any

from coach.interview.changes import MISSED_AGAIN, missed_points, nearest_note
from coach.interview.grading import CONFIRMED
from coach.interview.session import Session

_HEAVIEST = 10.0
_STEP = 0.1
_AGAIN = 5.0


def missed_data(session: Session) -> dict[str, Any]:
    """The missed points of a graded session, heaviest first, each with the note that came nearest; the sentences said
    again by the id of their point or fact; and the points that were made."""
    graded = session.graded or {"points": []}
    missed = missed_points(session) if session.graded else []
    return {
        "missed": [
            {
                "point": point["id"],
                "near": note.text if (note := nearest_note(session, point)) else "",
                "weight": _HEAVIEST - _STEP * rank + (_AGAIN if point.get(MISSED_AGAIN) else 0.0),
            }
            for rank, point in enumerate(missed)
        ],
        "said": {again.id: again.text for again in session.again},
        "made": [point["id"] for point in graded["points"] if point["mark"] in CONFIRMED],
    }
