"""The steps of one round."""

import pytest

from coach.content.format import Format, Step
from coach.content.scenario import Point
from coach.interview.plan import PlannedStep, graded_as, last_step_of, left_out_between, plan, skipped_before, step_of


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


TWICE = _format(
    ("ask", 5, ("clarify",)),
    ("draw", 5, ("high-level",)),
    ("draw-more", 5, ("high-level", "high-level")),
    ("weigh", 5, ("tradeoffs",)),
    ("draw-again", 5, ("high-level",)),
)


def test_a_phase_that_comes_twice_is_handed_over_once() -> None:
    assert skipped_before(TWICE, plan(TWICE, ["tradeoffs"])) == ("clarify", "high-level")
    assert plan(TWICE)[2].phases == ("high-level",)


def test_what_stands_between_the_steps_that_are_drilled_is_told() -> None:
    assert left_out_between(TWICE, plan(TWICE, ["high-level"])) == ("weigh",)
    assert left_out_between(TWICE, plan(TWICE, ["high-level", "tradeoffs"])) == ()
    assert left_out_between(TWICE, plan(TWICE)) == ()
    assert left_out_between(TWICE, ()) == ()


def _point(phase: tuple[str, ...], dimension: str = "depth", skills: tuple[str, ...] = ()) -> Point:
    return Point(id="p", phase=phase, dimension=dimension, level="mid", point="P", skills=skills)


def _step(phases: tuple[str, ...], dimensions: tuple[str, ...] = (), skills: tuple[str, ...] = ()) -> PlannedStep:
    return PlannedStep("s", "S", phases, 60, dimensions, skills)


DEEP = ("deep-dive",)


@pytest.mark.parametrize(
    ("steps", "belongs"),
    [
        ([_step(DEEP), _step(DEEP, ("depth",)), _step(DEEP, (), ("cost",))], 2),
        ([_step(DEEP), _step(DEEP, ("depth",)), _step(DEEP, ("depth",))], 1),
        ([_step(DEEP, ("numbers",)), _step(DEEP), _step(DEEP)], 1),
        ([_step(DEEP, (), ("rollout",)), _step(DEEP, ("numbers",))], 0),
        ([_step(("tradeoffs",), ("depth",), ("cost",)), _step(DEEP, ("numbers",))], 0),
        ([_step(("tradeoffs",), ("depth",), ("scaling",)), _step(DEEP, ("numbers",))], 1),
        ([_step(DEEP, (), ("scaling",)), _step(DEEP, (), ("cost",))], 1),
        ([_step(("tradeoffs",), (), ("cost",)), _step(DEEP, (), ("cost",))], 1),
        ([_step(("tradeoffs",)), _step(("tradeoffs",), ("depth",))], 1),
        ([_step(("high-level",))], None),
    ],
    ids=[
        "skill",
        "dimension",
        "says-nothing",
        "none-fits",
        "first-skill-in-any-phase",
        "likeliest-phase",
        "first-skill-before-the-next",
        "first-skill-and-likeliest-phase",
        "next-phase",
        "not-drilled",
    ],
)
def test_a_point_belongs_to_one_step(steps: list[PlannedStep], belongs: int | None) -> None:
    assert step_of(_point(("deep-dive", "tradeoffs"), skills=("cost", "scaling")), steps) == belongs


def test_a_second_step_about_the_same_is_graded_with_the_first() -> None:
    first, second, other = (PlannedStep(t, t, DEEP, 60, (), s) for t, s in (("A", ()), ("B", ()), ("C", ("cost",))))
    steps = [first, other, second]
    assert [graded_as(steps, at) for at in range(3)] == ["A, B", "C", "B"]


def test_a_point_may_still_be_made_in_the_last_step_that_covers_one_of_its_phases() -> None:
    steps = [_step(DEEP), _step(("clarify",)), _step(("tradeoffs",)), _step(("clarify",))]
    assert last_step_of(_point(("deep-dive", "tradeoffs")), steps) == 2
    assert last_step_of(_point(("high-level",)), steps) == -1


def test_the_phases_of_a_step_take_equal_shares_of_its_time() -> None:
    step = PlannedStep("s", "S", ("clarify", "high-level", "deep-dive"), 90)
    assert [step.phase(used) for used in (0, 29, 30, 60, 89, 90, 500)] == [
        "clarify", "clarify", "high-level", *["deep-dive"] * 4,
    ]  # fmt: skip


def test_what_a_step_is_about_is_in_the_journal_and_an_older_journal_has_nothing_of_it() -> None:
    step = _step(DEEP, ("depth",), ("cost",))
    assert PlannedStep.of(step.data()) == step
    older = {"id": "s", "title": "S", "phases": ["deep-dive"], "seconds": 60}
    assert PlannedStep.of(older) == _step(DEEP)
