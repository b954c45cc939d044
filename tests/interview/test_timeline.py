"""Where a round's clock stood."""

from coach.interview.timeline import Timeline
from tests.builders import Journal, started


def _timeline(journal: Journal) -> Timeline:
    return Timeline(journal.session, journal.events)


def test_times_fall_into_the_step_that_ran_then_also_after_going_back() -> None:
    journal = started().alive(60).add("step", to=1).alive(60).add("step", to=0).alive(60).add("step", to=2).alive(60)
    timeline = _timeline(journal.add("end"))
    assert [timeline.step_at(at) for at in (0, 30, 61, 119, 121, 179, 200, 999)] == [0, 0, 1, 1, 0, 0, 2, 2]
    assert timeline.clock_s == 240


def test_the_clock_stands_while_the_round_is_paused() -> None:
    journal = started().alive(60).add("pause").add("resume", 600).alive(60).add("end")
    timeline = _timeline(journal)
    assert [timeline.clock_at(at) for at in (0, 30, 60, 300, 660, 700, 5000)] == [0, 30, 60, 60, 60, 100, 120]
    assert (timeline.clock_s, timeline.wall_s) == (120, 720)


def test_what_comes_after_the_end_is_no_part_of_the_round() -> None:
    journal = started().alive(60).add("end").add("mark", 3600, point="path", mark="missed")
    assert _timeline(journal).wall_s == 60
