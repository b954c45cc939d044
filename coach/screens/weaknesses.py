"""What the person is weak in, by all that they did."""

from collections.abc import Sequence

from coach.interview.brief import Brief
from coach.interview.gaps import Weaknesses, weaknesses
from coach.interview.trial import trials_of, with_interviews
from coach.record.home import Home
from coach.screens.briefs import briefs
from coach.screens.debriefs import debriefs


def person_weaknesses(home: Home, rounds: Sequence[Brief] | None = None) -> Weaknesses:
    """The person's weaknesses; `rounds` are all there are, newest first, where they were read already."""
    trials = trials_of(briefs(home) if rounds is None else rounds)
    told = debriefs(home)
    return weaknesses(with_interviews(trials, told, home.day) if told else trials)
