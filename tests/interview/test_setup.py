"""What a journal keeps of the setup of a round."""

from coach.interview.setup import Setup
from tests.builders import setup


def test_it_comes_back_from_the_journal_as_it_was() -> None:
    for made in (setup(), setup(grades=False, design="flowchart LR", curveballs=(("outage", 90),))):
        assert Setup.of(made.data()) == made


def test_a_round_of_an_older_coach_ends_with_grades() -> None:
    data = setup().data()
    del data["grades"]
    assert Setup.of(data).grades
