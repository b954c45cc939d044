"""The screen before the clock starts."""

import pytest

from coach.content.library import Library
from coach.errors import UsageError
from coach.record.home import Home
from coach.screens import opening
from tests.builders import small
from tests.conftest import Clock
from tests.screens.conftest import Sitting
from tests.scripted import ScriptedUi, scripted_app


def _choose(home: Home, library: Library, keys: list[str], **changes: object) -> opening.Choices | None:
    ui = ScriptedUi(Clock(), [], keys)
    choices = opening.Choices(library.format("four-phase"), "senior", **changes)  # type: ignore[arg-type]
    return opening.choose(scripted_app(home, library, ui), small(library).value, choices)


def test_enter_starts_with_what_was_given(home: Home, library: Library) -> None:
    chosen = _choose(home, library, [""])
    assert chosen is not None
    assert (chosen.level, chosen.minutes) == ("senior", None)


def test_q_is_not_now(home: Home, library: Library) -> None:
    assert _choose(home, library, ["q"]) is None


def test_one_key_changes_the_level(home: Home, library: Library) -> None:
    chosen = _choose(home, library, ["l", "l", ""])
    assert chosen is not None
    assert chosen.level == "mid"


@pytest.mark.parametrize(("presses", "minutes"), [(1, 5), (2, 20), (3, 45), (4, 5)])
def test_one_key_goes_through_5_20_and_45_minutes(home: Home, library: Library, presses: int, minutes: int) -> None:
    chosen = _choose(home, library, ["m"] * presses + [""])
    assert chosen is not None
    assert sum(step.seconds for step in chosen.steps) == minutes * 60


QUICK = """\
schema: 1
id: quick
title: Quick
level: mid
steps:
  - {id: ask, title: Ask, minutes: 3, checklist: [go], phases: [clarify, high-level]}
  - {id: dig, title: Dig, minutes: 3, checklist: [go], phases: [deep-dive]}
  - {id: weigh, title: Weigh, minutes: 3, checklist: [go], phases: [tradeoffs, high-level]}
"""


@pytest.fixture
def quick(home: Home) -> None:
    """A person's own format of nine minutes, with time for mid points."""
    folder = home.places.content.formats
    folder.mkdir(parents=True)
    (folder / "quick.yaml").write_text(QUICK, encoding="utf-8")


@pytest.mark.usefixtures("quick")
def test_one_key_comes_back_to_the_minutes_of_the_format_itself(home: Home, library: Library) -> None:
    own = opening.Choices(library.format("quick"), "mid")
    lengths = []
    for presses in range(1, 5):
        ui = ScriptedUi(Clock(), [], ["m"] * presses + [""])
        chosen = opening.choose(scripted_app(home, library, ui), small(library).value, own)
        assert chosen is not None
        lengths.append(chosen.minutes)
    assert lengths == [20, 45, 5, None]


@pytest.mark.usefixtures("quick")
def test_a_format_with_time_for_mid_points_caps_the_level_and_says_so(home: Home, library: Library) -> None:
    ui = ScriptedUi(Clock(), [], ["l", ""])
    choices = opening.Choices(library.format("quick"), "staff")
    chosen = opening.choose(scripted_app(home, library, ui), small(library).value, choices)
    assert chosen is not None
    assert chosen.level == "mid"
    assert "level mid (no time for staff)" in "".join(ui.asked)
    assert "The format quick has time for mid only." in ui.text
    assert opening.setup(small(library), library.rubric(), chosen).level == "mid"


@pytest.mark.usefixtures("quick")
def test_the_level_that_was_wanted_comes_back_with_a_longer_format(home: Home, library: Library) -> None:
    ui = ScriptedUi(Clock(), [], ["f", ""])
    choices = opening.Choices(library.format("quick"), "staff")
    chosen = opening.choose(scripted_app(home, library, ui), small(library).value, choices)
    assert chosen is not None
    assert (chosen.format.value.id == "quick", chosen.level) == (False, "staff")


@pytest.mark.usefixtures("quick")
def test_one_key_passes_by_a_format_that_would_leave_out_a_step_between(home: Home, library: Library) -> None:
    names = {found.id for found in library.formats()}
    ui = ScriptedUi(Clock(), [], ["f"] * len(names) + [""])
    choices = opening.Choices(library.format("four-phase"), "mid", phases=("high-level",))
    opening.choose(scripted_app(home, library, ui), small(library).value, choices)
    assert not [line for line in ui.asked if line.startswith("quick")]


@pytest.mark.usefixtures("quick")
def test_one_key_goes_through_the_formats_also_a_persons_own(home: Home, library: Library) -> None:
    names = [found.id for found in library.formats() if library.format(found.id).value.grades]
    assert len(names) == len(library.formats()) - 1
    at = names.index("four-phase")
    for presses in range(1, len(names) + 1):
        chosen = _choose(home, library, ["f"] * presses + [""])
        assert chosen is not None
        assert chosen.format.value.id == names[(at + presses) % len(names)]


def test_the_question_is_shown_before_the_clock_starts(home: Home, library: Library) -> None:
    ui = ScriptedUi(Clock(), [], ["?", ""])
    choices = opening.Choices(library.format("four-phase"), "senior")
    opening.choose(scripted_app(home, library, ui), small(library).value, choices)
    assert "Design something small." in ui.text
    assert "full sentences" in ui.text
    assert "grade yourself" in ui.text


def test_a_drill_that_skips_steps_opens_with_their_results_before_the_clock(home: Home, library: Library) -> None:
    ui = ScriptedUi(Clock(), [], [""])
    choices = opening.Choices(library.format("four-phase"), "senior", phases=("deep-dive",))
    opening.choose(scripted_app(home, library, ui), small(library).value, choices)
    assert "Changes come twice a day." in ui.text
    assert "user -> llm -> reply" in ui.text  # what mid draws: the box that only a senior draws is bridged
    assert "acl" not in ui.text


def _handed(home: Home, library: Library) -> str:
    ui = ScriptedUi(Clock(), [], [""])
    choices = opening.Choices(library.format("four-phase"), "senior", phases=("deep-dive",))
    opening.choose(scripted_app(home, library, ui), small(library).value, choices)
    return ui.text


def test_a_drill_that_skips_the_design_opens_with_the_last_one_that_was_drawn(
    home: Home, library: Library, sitting: Sitting
) -> None:
    through = ["/next"] * 4
    sitting.begin(["+ user -> first -> reply", *through])
    sitting.clock.forward(60)
    sitting.begin(["+ user -> mine -> reply", *through])
    sitting.clock.forward(60)
    sitting.begin(["nothing drawn", *through])
    sitting.clock.forward(60)
    text = _handed(home, library)
    assert "user -> mine -> reply" in text
    assert "user -> llm -> reply" not in text


@pytest.mark.parametrize("phases", [(), ("clarify",), ("clarify", "high-level")])
def test_a_drill_from_the_start_is_handed_nothing(home: Home, library: Library, phases: tuple[str, ...]) -> None:
    ui = ScriptedUi(Clock(), [], [""])
    choices = opening.Choices(library.format("four-phase"), "senior", phases=phases)
    opening.choose(scripted_app(home, library, ui), small(library).value, choices)
    assert "What you were told" not in ui.text


def test_the_summary_names_format_minutes_steps_level_and_flags(library: Library) -> None:
    choices = opening.Choices(library.format("four-phase"), "staff", 20, strict=True)
    text = opening.summary(choices)
    for words in ("four-phase, 20 min", "deep dive 8:5", "level staff", "strict"):
        assert words in text
    assert "no clock" in opening.summary(opening.Choices(choices.format, "mid", untimed=True))


def test_phases_that_no_step_covers_are_refused(library: Library) -> None:
    choices = opening.Choices(library.format("four-phase"), "mid", phases=("nowhere",))
    with pytest.raises(UsageError, match="has no step for nowhere"):
        opening.setup(small(library), library.rubric(), choices)
