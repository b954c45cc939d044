"""What a journal keeps of the setup of a round."""

from coach.interview.earlier import Earlier, EarlierNote
from coach.interview.setup import Setup
from tests.builders import setup


def test_it_comes_back_from_the_journal_as_it_was() -> None:
    note = EarlierNote("Clarify", ("clarify",), 7.5, "assume aws", asked=True)
    redone = setup(base="older", earlier=Earlier("2026-11-14T18:00:00.000Z", ("rate",), (note,)))
    on_paper = setup(base="older", earlier=Earlier("2026-11-14T18:00:00.000Z"))
    for made in (setup(), setup(grades=False, design="flowchart LR", curveballs=(("outage", 90),)), redone, on_paper):
        assert Setup.of(made.data()) == made


def test_a_round_of_an_older_coach_ends_with_grades() -> None:
    data = setup().data()
    del data["grades"]
    assert Setup.of(data).grades


def test_an_older_coach_took_nothing_over() -> None:
    made = setup(skipped=("clarify",))
    assert set(made.data()).isdisjoint({"base", "earlier"})
    assert (Setup.of(made.data()).base, made.on_paper) == ("", True)
