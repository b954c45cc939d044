"""The steps of one round."""

import pytest

from coach.content.format import Format, Step
from coach.interview.plan import plan, skipped_before


def _format(*steps: tuple[str, int, tuple[str, ...]]) -> Format:
    return Format(
        schema=1,
        id="f",
        title="F",
        steps=tuple(Step(id=n, title=n, minutes=m, phases=p, checklist=("a",)) for n, m, p in steps),
    )


FOUR = _format(
    ("clarify", 5, ("clarify",)),
    ("high-level", 10, ("high-level",)),
    ("deep-dive", 20, ("deep-dive",)),
    ("tradeoffs", 10, ("tradeoffs",)),
)
THREE = _format(
    ("requirements", 5, ("clarify",)),
    ("architecture", 15, ("high-level", "deep-dive")),
    ("rest", 10, ("tradeoffs",)),
)


def test_a_whole_format_keeps_its_minutes() -> None:
    assert [step.seconds for step in plan(FOUR)] == [300, 600, 1200, 600]


@pytest.mark.parametrize("minutes", [1, 5, 7, 20, 45, 61, 480])
@pytest.mark.parametrize("format_", [FOUR, THREE])
def test_rescaled_steps_sum_to_the_minutes_asked_for(format_: Format, minutes: int) -> None:
    steps = plan(format_, minutes=minutes)
    assert sum(step.seconds for step in steps) == minutes * 60
    assert all(step.seconds > 0 for step in steps)


def test_a_phase_keeps_the_step_that_covers_it_whatever_it_is_called() -> None:
    assert [step.id for step in plan(THREE, ["deep-dive"])] == ["architecture"]
    assert plan(_format(("only", 5, ("clarify",))), ["tradeoffs"]) == ()


@pytest.mark.parametrize(
    ("format_", "phases", "skipped"),
    [
        (FOUR, ["deep-dive"], ("clarify", "high-level")),
        (FOUR, ["clarify"], ()),
        (FOUR, ["high-level", "tradeoffs"], ("clarify",)),
        (THREE, ["deep-dive"], ("clarify",)),
        (FOUR, [], ()),
    ],
)
def test_only_what_comes_before_the_first_step_is_handed_over(
    format_: Format, phases: list[str], skipped: tuple[str, ...]
) -> None:
    assert skipped_before(format_, plan(format_, phases)) == skipped
