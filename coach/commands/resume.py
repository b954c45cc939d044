"""`coach resume`: on with a paused round."""

from coach.commands import world
from coach.errors import CoachError
from coach.record.files import probe
from coach.screens import rounds
from coach.screens.briefs import briefs


def run(folder: str | None, session: str | None, *, plain: bool) -> int:
    """Goes on with the named session or the last one that was left open; returns the exit code."""
    app = world.app(folder, plain=plain)
    if session:
        name = app.home.sessions.find(session)
    else:
        problems: list[CoachError] = []
        name = next((known.session for known in briefs(app.home, problems) if known.open), "")
        world.leave_out(problems)
    if not name:
        raise CoachError("No round is paused.", "`coach practice` starts one; `coach history` shows those you did.")
    probe(app.home.places.sessions)
    probe(app.home.places.locks)
    return rounds.go_on(app, name)
