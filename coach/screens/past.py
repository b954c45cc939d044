"""Sessions of the past, folded, and which of them another is compared with."""

from collections.abc import Collection
from contextlib import suppress

from coach.errors import CoachError
from coach.interview.folding import fold
from coach.interview.session import Session
from coach.interview.status import ABANDONED, ACTIVE, FINISHED, GRADED, PAUSED
from coach.record.home import Home
from coach.screens.briefs import briefs


def load(home: Home, name: str) -> Session:
    """One session. Raises CoachError for a journal that cannot be trusted or never began."""
    session = fold(name, home.sessions.events(name))
    if session.setup is None:
        raise CoachError(
            f"The session {name} never began: its journal has no sound first event.",
            f"Bring the file back from a backup or another device, or remove it: `coach forget {name}`.",
        )
    return session


def as_graded(home: Home, session: Session) -> Session:
    """A session as its last grading left it; one that is being graded anew has its old grading until then."""
    if session.status != FINISHED:
        return session
    events = home.sessions.events(session.id)
    last = max((at for at, event in enumerate(events) if event.kind == "graded"), default=-1)
    return fold(session.id, events[: last + 1]) if last >= 0 else session


def last_graded(home: Home, session: Session) -> Session | None:
    """The round of which this one redoes a step, if it is graded; else the newest graded round on the same scenario
    that was started before this one; a first look and a whole round are not compared."""
    if base := session.plan.base:
        with suppress(CoachError):  # it may have been forgotten since
            if (known := load(home, base)).status == GRADED:
                return known
    same = (session.plan.scenario, session.plan.grades, GRADED)
    rounds = (known for known in briefs(home, []) if (known.scenario, known.grades, known.status) == same)
    name = next((known.session for known in rounds if known.session < session.id), "")
    return load(home, name) if name else None


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
