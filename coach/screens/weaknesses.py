"""What the person is weak in, by all that they did."""

from collections.abc import Sequence

from coach.interview.brief import Brief
from coach.interview.gaps import Weaknesses, weaknesses
from coach.interview.trial import trials_of
from coach.record.home import Home
from coach.screens.briefs import briefs
from coach.screens.debriefs import debriefs


def person_weaknesses(home: Home, rounds: Sequence[Brief] | None = None) -> Weaknesses:
    """The person's weaknesses; `rounds` are all there are, newest first, where they were read already."""
    done = briefs(home) if rounds is None else rounds
    return weaknesses(trials_of(done, debriefs(home)))
