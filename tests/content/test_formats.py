"""The formats that come with the program, and where the points of its scenarios land in them."""

import pytest

from coach.content.library import Library
from coach.content.roots import Root, shipped
from coach.content.terms import LEVELS, PHASES, TASTE
from coach.interview.plan import plan, step_of

LIBRARY = Library([Root.at("shipped", shipped())])
FORMATS = [found.id for found in LIBRARY.formats()]
SCENARIOS = [found.id for found in LIBRARY.scenarios() if not LIBRARY.scenario(found.id).value.format]
"""The full ones: a scenario with a format of its own is made for that one alone."""


@pytest.mark.parametrize("name", FORMATS)
def test_it_covers_all_four_phases_and_never_goes_back_to_one(name: str) -> None:
    steps = [[PHASES.index(phase) for phase in step.phases] for step in LIBRARY.format(name).value.steps]
    assert {phase for step in steps for phase in step} == set(range(len(PHASES)))
    assert [step == sorted(step) for step in steps] == [True] * len(steps)
    for number in (min, max):
        assert list(map(number, steps)) == sorted(map(number, steps))


@pytest.mark.parametrize("name", FORMATS)
def test_each_step_has_a_phrase_to_open_with_and_a_checklist_that_fits_its_minutes(name: str) -> None:
    for step in LIBRARY.format(name).value.steps:
        fewest, most = (5, 8) if step.minutes > 2 else (2, 4)
        assert step.opening, step.id
        assert fewest <= len(step.checklist) <= most, step.id
        assert [line for line in step.checklist if len(line) > 56] == []
        assert len(step.title) <= 20, "the timer bar of 60 columns has no more room"


@pytest.mark.parametrize("name", FORMATS)
def test_it_says_when_it_is_used_and_what_it_leaves_behind(name: str) -> None:
    format_ = LIBRARY.format(name).value
    assert format_.about
    assert 4 <= len(format_.outputs) <= 7


def test_no_two_formats_share_a_line_of_their_checklists() -> None:
    lines = [line for name in FORMATS for step in LIBRARY.format(name).value.steps for line in step.checklist]
    assert len(lines) == len(set(lines))


@pytest.mark.parametrize(
    ("name", "minutes"),
    [
        ("thirty-five", [5, 15, 10, 5]),
        ("seven-step", [5, 4, 4, 8, 10, 9, 5]),
        ("scale", [6, 7, 14, 9, 9]),
        ("five-minute", [1, 2, 1, 1]),
        ("taste", [1, 1]),
    ],
)
def test_its_minutes(name: str, minutes: list[int]) -> None:
    assert [step.minutes for step in LIBRARY.format(name).value.steps] == minutes


def test_only_the_taste_ends_without_grades() -> None:
    assert [name for name in FORMATS if not LIBRARY.format(name).value.grades] == [TASTE]


@pytest.mark.parametrize("name", ["five-minute", "taste"])
def test_a_round_of_a_few_minutes_leaves_out_what_it_has_no_time_for(name: str) -> None:
    format_ = LIBRARY.format(name).value
    assert (format_.level, format_.curveballs) == ("mid", 0)


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("scenario", SCENARIOS)
def test_no_step_is_without_a_point(scenario: str, name: str, level: str) -> None:
    format_ = LIBRARY.format(name).value
    expected = LEVELS[: LEVELS.index(min(level, format_.level or level, key=LEVELS.index)) + 1]
    steps = plan(format_)
    points = [point for point in LIBRARY.scenario(scenario).value.points if point.level in expected]
    reached = {step_of(point, steps) for point in points}
    assert [step.id for number, step in enumerate(steps) if number not in reached] == []


@pytest.mark.parametrize(
    ("name", "scenario", "point", "step"),
    [
        ("thirty-five", "rag-support", "cost-cutoff", "evaluation-monitoring-cost"),
        ("thirty-five", "rag-support", "release-gate", "evaluation-monitoring-cost"),
        ("thirty-five", "rag-support", "outage-ladder", "scaling-failure"),
        ("thirty-five", "rag-support", "cache-scope", "scaling-failure"),
        ("thirty-five", "rag-support", "solved-not-silent", "requirements"),
        ("thirty-five", "rag-support", "gaps-to-writers", "evaluation-monitoring-cost"),
        ("thirty-five", "fraud-detection", "three-bands", "architecture"),
        ("thirty-five", "fraud-detection", "time-split", "evaluation-monitoring-cost"),
        ("thirty-five", "fraud-detection", "loss-a-day", "evaluation-monitoring-cost"),
        ("seven-step", "rag-support", "asks-error-cost", "success-failure"),
        ("seven-step", "rag-support", "acl-in-search", "request-path"),
        ("seven-step", "rag-support", "index-path", "storage-serving-scaling"),
        ("seven-step", "rag-support", "monthly-bill", "close"),
        ("seven-step", "rag-support", "cache-scope", "storage-serving-scaling"),
        ("seven-step", "fraud-detection", "trees-first", "pattern"),
        ("seven-step", "fraud-detection", "watch-early", "safety-evaluation"),
        ("seven-step", "fraud-detection", "capacity-rank", "safety-evaluation"),
        ("scale", "rag-support", "way-out", "components"),
        ("scale", "rag-support", "reindex-swap", "learning"),
        ("scale", "rag-support", "tips-as-data", "evaluation"),
        ("scale", "fraud-detection", "score-path", "architecture"),
        ("scale", "fraud-detection", "late-labels", "learning"),
        ("scale", "fraud-detection", "retrain-cadence", "learning"),
    ],
)
def test_a_point_lands_where_an_interviewer_of_the_format_expects_it(
    name: str, scenario: str, point: str, step: str
) -> None:
    steps = plan(LIBRARY.format(name).value)
    found = step_of(next(p for p in LIBRARY.scenario(scenario).value.points if p.id == point), steps)
    assert found is not None
    assert steps[found].id == step
