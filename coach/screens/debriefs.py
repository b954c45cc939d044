"""The debriefs of real interviews so far."""

from coach.errors import CoachError
from coach.interview.debrief import Debrief, fold
from coach.record.home import Home


def debriefs(home: Home, problems: list[CoachError] | None = None) -> list[Debrief]:
    """The debriefs, finished or not, the one of the newest interview first; the errors of those that cannot be read are
    added to `problems`."""
    found = []
    try:
        names = home.debriefs.ids()
    except CoachError as error:
        _add(problems, error)
        return []
    for name in names:
        try:
            told = fold(name, home.debriefs.events(name)).debrief()
        except CoachError as error:
            _add(problems, error)
            continue
        found += [told] if told else []
    return sorted(found, key=lambda debrief: (debrief.day, debrief.id), reverse=True)


def _add(problems: list[CoachError] | None, error: CoachError) -> None:
    if problems is not None:
        problems.append(error)
