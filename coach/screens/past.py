"""Sessions of the past, folded."""

from coach.errors import CoachError
from coach.interview.session import Session, fold
from coach.record.home import Home


def past(home: Home, problems: list[CoachError] | None = None) -> list[Session]:
    """All sessions that can be read, newest first; the errors of the others are added to `problems`."""
    found = []
    for name in reversed(home.sessions.ids()):
        try:
            session = fold(name, home.sessions.events(name))
        except CoachError as error:
            if problems is not None:
                problems.append(error)
            continue
        if session.setup is not None:
            found.append(session)
    return found
