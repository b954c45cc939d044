"""What the person is weak in, by all that they did."""

from collections.abc import Sequence

from coach.errors import CoachError
from coach.interview.brief import Brief
from coach.interview.gaps import Weaknesses, weaknesses
from coach.interview.trial import trials_of, with_interviews
from coach.record.home import Home
from coach.screens.briefs import briefs
from coach.screens.debriefs import debriefs


def person_weaknesses(
    home: Home, rounds: Sequence[Brief] | None = None, problems: list[CoachError] | None = None
) -> Weaknesses:
    """The person's weaknesses; `rounds` are all there are, newest first, where they were read already. The errors of
    what cannot be read are added to `problems`."""
    trials = trials_of(briefs(home, problems) if rounds is None else rounds)
    told = debriefs(home, problems)
    return weaknesses(with_interviews(trials, told, home.day) if told else trials)
