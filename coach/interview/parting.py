"""Where between two rounds a person's own grades and the points they confirmed moved in opposite directions."""

from coach.interview.progress import Attempt


def parting(before: Attempt, now: Attempt) -> str:
    """A sentence where the mean of the grades that both rounds have and the share of points went apart, else empty."""
    both = [
        (was.grade, own.grade)
        for name, own in now.own.items()
        if (was := before.own.get(name)) and own.scored and was.grade is not None and own.grade is not None
    ]
    if not both or not before.all.of or not now.all.of:
        return ""
    grades = sum(grade - was for was, grade in both)  # of as many in both, so it is the mean that moved
    points = now.all.share - before.all.share
    if grades * points >= 0:
        return ""
    return f"Own grades went {'up while fewer' if grades > 0 else 'down while more'} points were confirmed."
