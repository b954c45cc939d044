"""What the person is weak in, by all that they did."""

from coach.interview.evidence import Finding
from coach.interview.gaps import Weaknesses
from coach.screens.briefs import briefs
from coach.screens.weaknesses import person_weaknesses
from tests.screens.conftest import POINTS, REST, Sitting


def test_the_weaknesses_of_a_person_come_from_their_rounds(finished: Sitting, found: dict[str, Finding]) -> None:
    assert person_weaknesses(finished.home) == Weaknesses()
    finished.grade([*POINTS, *REST])
    weak = person_weaknesses(finished.home)
    (gap,) = weak.dimensions
    assert (gap.name, gap.missed, gap.points, gap.point) == ("numbers", 1, 1, "Sizes it")
    assert person_weaknesses(finished.home, briefs(finished.home)) == weak
