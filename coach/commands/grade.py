"""`coach grade`: grade a finished round."""

from coach.commands import world
from coach.errors import CoachError
from coach.interview.session import FINISHED
from coach.screens import rounds
from coach.screens.past import past


def run(folder: str | None, session: str | None, *, plain: bool) -> int:
    """Grades the named session or the last one that was not graded; returns the exit code."""
    app = world.app(folder, plain=plain)
    if session:
        name = app.home.sessions.find(session)
    else:
        name = next((known.id for known in past(app.home) if known.status == FINISHED), "")
    if not name:
        raise CoachError(
            "No round waits to be graded.", "`coach history` shows all; `coach grade SESSION` grades anew."
        )
    return rounds.grade_round(app, name)
