"""The person's own day."""

import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from coach.recall.day import day_of

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    ("at", "begins", "day"),
    [
        ("2026-11-21T12:00+01:00", 4, date(2026, 11, 21)),
        ("2026-11-21T03:59+01:00", 4, date(2026, 11, 20)),
        ("2026-11-21T04:00+01:00", 4, date(2026, 11, 21)),
        ("2026-11-20T23:30+00:00", 0, date(2026, 11, 21)),  # already the next day where the person is
        ("2026-11-20T22:59+00:00", 0, date(2026, 11, 20)),
        ("2027-01-01T02:00+01:00", 4, date(2026, 12, 31)),
        ("2026-11-21T18:00-08:00", 4, date(2026, 11, 21)),  # 3 o'clock in the morning of the 22nd
    ],
)
def test_a_day_begins_at_its_hour_where_the_person_is(at: str, begins: int, day: date) -> None:
    assert day_of(datetime.fromisoformat(at), begins, BERLIN) == day


@pytest.mark.parametrize("changes", [date(2026, 3, 29), date(2026, 10, 25)])
def test_days_follow_each_other_where_clocks_are_changed(changes: date) -> None:
    start = datetime(changes.year, changes.month, changes.day, tzinfo=UTC) - timedelta(days=1)
    hours = [day_of(start + timedelta(hours=hour), 4, BERLIN) for hour in range(72)]
    assert hours == sorted(hours)
    assert hours.count(changes) in (23, 24, 25)


@pytest.fixture
def auckland(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A machine in New Zealand, thirteen hours ahead in November."""
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "Pacific/Auckland")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.usefixtures("auckland")
def test_without_a_zone_it_is_the_day_of_this_machine() -> None:
    at = datetime(2026, 11, 21, 12, tzinfo=UTC)
    assert day_of(at, 0, None) == date(2026, 11, 22)
    assert day_of(at, 4, None) == date(2026, 11, 21)
