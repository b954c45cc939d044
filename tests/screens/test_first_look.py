"""A round in a format without grades: from the first screen to the line that names a whole round."""

from collections.abc import Sequence

import pytest

from coach.content.library import Library
from coach.content.terms import TASTE
from coach.interview.evidence import Finding
from coach.interview.gaps import Weaknesses
from coach.record.home import Home
from coach.screens import opening, rounds
from coach.screens.briefs import briefs
from coach.screens.past import last_graded
from coach.screens.ui import Stopped
from coach.screens.weaknesses import person_weaknesses
from tests.builders import small
from tests.conftest import Clock
from tests.screens.conftest import Sitting
from tests.scripted import Line, ScriptedUi, scripted_app

NOTES: list[Line] = ["how often does it change?", "/next", "user -> llm", "acl", "vs recall", "/next", "that is it"]
POINTS = ["", "", "q"]
"""Enter for the list of each step, then done."""


@pytest.fixture
def looked(sitting: Sitting, found: dict[str, Finding]) -> Sitting:
    """A first look that was played and whose points were not gone through."""
    sitting.begin(NOTES, format_=TASTE)
    return sitting


def flat(sitting: Sitting) -> str:
    return " ".join(sitting.ui.text.split())


def choose(home: Home, library: Library, keys: Sequence[str]) -> ScriptedUi:
    """The screen before the clock, with these keys."""
    ui = ScriptedUi(Clock(), [], keys)
    app = scripted_app(home, library, ui)
    assert opening.choose(app, small(library).value, opening.Choices(library.format(TASTE), "senior")) is not None
    return ui


def test_there_is_nothing_to_choose_and_what_to_do_stands_there(home: Home, library: Library) -> None:
    ui = choose(home, library, ["?", ""])
    assert list(ui.offered[0]) == ["", "?", "q"]
    assert ui.asked[0] == "A first taste, 2 min: ask 1 · answer 1"
    assert "“volume?” is enough" in ui.text
    assert "f, m and l" not in ui.text
    assert len(ui.text.splitlines()) < 20


def test_the_key_for_another_format_passes_it_by(home: Home, library: Library) -> None:
    formats = [found.id for found in library.formats()]
    ui = ScriptedUi(Clock(), [], [*["f"] * len(formats), ""])
    choices = opening.Choices(library.format("four-phase"), "senior")
    opening.choose(scripted_app(home, library, ui), small(library).value, choices)
    assert {line.split(",")[0] for line in ui.asked} == {*formats} - {TASTE}


def test_grading_goes_from_the_points_straight_to_the_result(looked: Sitting) -> None:
    assert looked.grade(POINTS) == 0
    assert looked.kinds[-4:] == ["mark"] * 3 + ["graded"]
    text = looked.ui.text
    assert "Points · 1 of 2: Ask" in text
    assert flat(looked).count("You have the last word.") == 1
    assert "── Result · small ──" in text
    assert "Points 3 of 3 ask 1/1 answer 2/2" in flat(looked)
    for word in ("Grades", "bar", "score", "level mid", "Pace", "Diagram", "differently"):
        assert word not in "\n".join([text, *looked.ui.asked]), word


def test_the_transcript_has_points_and_no_grades(looked: Sitting) -> None:
    looked.grade(POINTS)
    text = looked.home.sessions.transcript(looked.session.id).read_text(encoding="utf-8")
    assert "## Points\n" in text
    assert 'points: "3 of 3"' in text
    for word in ("score", "grades", "level:", "## Grade", "Dimensions", "not shown", "Pace"):
        assert word not in text, word


def test_it_says_how_long_it_takes_by_the_points_and_dimensions_there_are(sitting: Sitting) -> None:
    sitting.begin(NOTES, ["l"], grade=True, format_=TASTE)
    assert sitting.ui.asked[-1].startswith("See how it went now (about 1 minute)")
    sitting.begin(["a", *["/next"] * 5], ["l"], grade=True)
    assert sitting.ui.asked[-1].startswith("Grade now (about 2 minutes)")


def test_going_through_the_points_can_be_left_and_goes_on(looked: Sitting) -> None:
    stop = Stopped("interrupted")
    looked.ui = ScriptedUi(looked.clock, [], ["", stop])
    app = scripted_app(looked.home, looked.library, looked.ui)
    assert rounds.grade_round(app, looked.session.id) == 130
    assert "`coach grade` goes on with it" in looked.ui.text
    assert looked.grade(["", "q"]) == 0
    assert looked.session.status == "graded"


def test_it_is_gone_through_anew(looked: Sitting) -> None:
    looked.grade(POINTS)
    assert looked.grade(["1", "m", "", "q"]) == 0
    assert "Points 2 of 3" in flat(looked)


def test_the_clock_goes_on_after_ctrl_c(sitting: Sitting) -> None:
    assert sitting.begin(["a note", Stopped("interrupted")], format_=TASTE) == 130
    assert sitting.resume([*NOTES], ["l"]) == 0
    assert not sitting.session.plan.grades
    assert sitting.session.status == "finished"


@pytest.mark.parametrize("keys", [POINTS, ["l"]])
def test_it_ends_with_a_whole_round(looked: Sitting, keys: list[str]) -> None:
    looked.grade(keys)
    assert flat(looked).endswith("That was 2 minutes of 45. A whole round: coach practice rag-support")


def test_who_had_that_round_is_sent_to_what_is_next(looked: Sitting) -> None:
    first, looked.scenario = looked.scenario, looked.library.scenario("rag-support")
    looked.begin(["a note", Stopped("interrupted")])
    looked.clock.forward(60)
    looked.scenario = first
    looked.begin(NOTES, format_=TASTE)
    looked.grade(POINTS)
    assert flat(looked).endswith("Next: `coach`.")


def test_it_speaks_for_no_gap_and_its_cards_are_light(sitting: Sitting) -> None:
    sitting.begin(["a", "/next", "b", "/next", "c"], format_=TASTE)
    sitting.grade(POINTS)
    assert person_weaknesses(sitting.home) == Weaknesses()
    (known,) = briefs(sitting.home)
    assert known.scores == {}
    assert [point.id for point in known.missed]
    assert max(point.weight for point in known.missed) <= 1


def test_a_whole_round_and_a_first_look_are_not_compared(looked: Sitting) -> None:
    looked.grade(POINTS)
    looked.clock.forward(60)
    looked.begin(NOTES)
    assert last_graded(looked.home, looked.session) is None
    looked.clock.forward(60)
    looked.begin(NOTES, format_=TASTE)
    before = last_graded(looked.home, looked.session)
    assert before is not None
    assert not before.plan.grades
