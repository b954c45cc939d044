"""What the person is weak in, by all that they did."""

from collections.abc import Sequence

from coach.errors import CoachError
from coach.interview.brief import Brief
from coach.interview.gaps import Weaknesses, shown_by
from coach.record.home import Home
from coach.screens.briefs import briefs
from coach.screens.debriefs import debriefs


def person_weaknesses(
    home: Home, rounds: Sequence[Brief] | None = None, problems: list[CoachError] | None = None
) -> Weaknesses:
    """The person's weaknesses; `rounds` are all there are, newest first, where they were read already. The errors of
    what cannot be read are added to `problems`."""
    return shown_by(briefs(home, problems) if rounds is None else rounds, debriefs(home, problems), home.day)
