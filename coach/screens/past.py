"""Sessions of the past, folded."""

from collections.abc import Collection
from contextlib import suppress

from coach.errors import CoachError
from coach.interview.folding import fold
from coach.interview.session import Session
from coach.interview.status import ABANDONED, ACTIVE, FINISHED, GRADED, PAUSED
from coach.record.home import Home


def load(home: Home, name: str) -> Session:
    """One session. Raises CoachError for a journal that cannot be trusted or never began."""
    session = fold(name, home.sessions.events(name))
    if session.setup is None:
        raise CoachError(
            f"The session {name} never began: its journal has no sound first event.",
            f"Bring the file back from a backup or another device, or remove it: `coach forget {name}`.",
        )
    return session


def past(home: Home, problems: list[CoachError] | None = None, scenario: str = "") -> list[Session]:
    """All sessions that can be read, newest first; the errors of the others are added to `problems`.

    With a scenario only the journals of its rounds are opened; the names tell.
    """
    found = []
    for name in reversed(home.sessions.of(scenario) if scenario else home.sessions.ids()):
        try:
            found.append(load(home, name))
        except CoachError as error:
            if problems is not None:
                problems.append(error)
    return found


def last_graded(home: Home, session: Session) -> Session | None:
    """The round of which this one redoes a step, if it is graded; else the newest graded round on the same scenario
    that was started before this one; a first look and a whole round are not compared."""
    if base := session.plan.base:
        with suppress(CoachError):  # it may have been forgotten since
            if (known := load(home, base)).status == GRADED:
                return known
    rounds = [known for known in past(home, [], session.plan.scenario) if known.plan.grades == session.plan.grades]
    return next((known for known in rounds if known.id < session.id and known.status == GRADED), None)


def require(session: Session, statuses: Collection[str]) -> None:
    """Raises CoachError for a session in another status, and says what can be done with it instead."""
    if session.status in statuses:
        return
    ways = {
        ACTIVE: f"`coach resume {session.id}` goes on with it.",
        PAUSED: f"`coach resume {session.id}` goes on with it.",
        FINISHED: f"`coach grade {session.id}` grades it.",
        GRADED: f"`coach show {session.id}` shows it; `coach practice {session.plan.scenario}` starts anew.",
        ABANDONED: f"`coach practice {session.plan.scenario}` starts anew.",
    }
    state = "not graded yet" if session.status == FINISHED and GRADED in statuses else session.status
    raise CoachError(f"The session {session.id} is {state}.", ways.get(session.status, ""))
