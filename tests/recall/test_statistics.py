"""What a log tells of people whose memory is known, since they are made up."""

from datetime import timedelta

import pytest

from coach.recall.agenda import Item, Terms
from coach.recall.ledger import Progress
from coach.recall.log import CRAM, FLAG, REPEAT
from coach.recall.schedule import AGAIN, GOOD
from coach.recall.statistics import DAYS, Retention, forecast, recalled, retention, reviews_a_day
from tests.recall.person import SCHEDULE, START, Person, day, items, ledger, memory

LENGTH = 300


def after(seed: int, skill: float) -> tuple[Person, list[Retention]]:
    """A person after a good part of a year, and their retention in its last 365, 30 and 7 days."""
    person, cards = Person(seed, skill=skill), items(250)
    for number in range(LENGTH):
        person.sits(cards, Terms(day(number)))
    return person, retention(person.entries, SCHEDULE, {}, day(LENGTH - 1), (365, 30, 7))


@pytest.mark.parametrize("seed", range(3))
def test_a_person_who_forgets_as_predicted_is_measured_so(seed: int) -> None:
    year, month, week = after(seed, 1.0)[1]
    assert year.reviews > 1500
    assert abs(year.recalled / year.reviews - year.predicted) < 0.025
    assert 0.85 < year.predicted < 0.93
    assert year.reviews > month.reviews > week.reviews > 10


@pytest.mark.parametrize(("skill", "sign"), [(2.5, -1), (0.3, 1)])
def test_a_person_who_forgets_more_or_less_than_predicted_is_found_out(skill: float, sign: int) -> None:
    year, *_ = after(1, skill)[1]
    assert sign * (year.recalled / year.reviews - year.predicted) > 0.03


def test_only_reviews_that_schedule_count_and_none_of_new_cards() -> None:
    person = Person(1)
    person.answers("d/a", day(0), AGAIN)
    person.answers("d/a", day(0), GOOD, REPEAT)
    assert retention(person.entries, SCHEDULE, {}, day(0), [7]) == [Retention(7, 0, 0, 0.0)]
    person.answers("d/a", day(2), AGAIN, CRAM)
    known = person.ledger.cards["d/a"].memory
    assert known
    expected = SCHEDULE.retrievability(known, day(4))
    person.answers("d/a", day(4), AGAIN)
    person.answers("d/a", day(4), GOOD, REPEAT)
    assert retention(person.entries, SCHEDULE, {}, day(4), [7]) == [Retention(7, 1, 0, pytest.approx(expected))]


def test_recalled_cards_are_counted_as_retention_counts_them() -> None:
    person, cards = Person(3), items(60)
    for number in range(120):
        person.sits(cards, Terms(day(number)))
    person.answers("d0/c1", day(119), AGAIN, CRAM)
    ids = {card.id for card in cards}
    for days in (7, 30, 120):
        (span,) = retention(person.entries, SCHEDULE, {}, day(119), [days])
        found = recalled(person.entries, person.ledger, {}, ids, day(120 - days), day(119))
        assert found == (span.reviews, span.recalled)
        assert span.reviews > 0
    assert recalled(person.entries, person.ledger, {}, {"d0/c1"}, day(0), day(119))[0] < 30
    assert recalled(person.entries, person.ledger, {"d0/c1": "other"}, {"d0/c1"}, day(0), day(119)) == (0, 0)


def test_a_span_begins_so_many_days_ago_today_among_them() -> None:
    person = Person(1)
    for number in (0, 3, 9):
        person.answers("d/a", day(number), GOOD)
    spans = retention(person.entries, SCHEDULE, {}, day(9), (1, 6, 7, 30))
    assert [span.reviews for span in spans] == [1, 1, 2, 2]
    assert [span.reviews for span in retention(person.entries, SCHEDULE, {}, day(10), (1,))] == [0]


def test_a_card_renamed_is_one_card() -> None:
    person = Person(1)
    person.answers("old/a", day(0), GOOD)
    person.answers("new/a", day(3), GOOD)
    assert retention(person.entries, SCHEDULE, {}, day(3), [7])[0].reviews == 0
    assert retention(person.entries, SCHEDULE, {"old/a": "new/a"}, day(3), [7])[0].reviews == 1


def test_reviews_a_day_count_every_answer_of_two_weeks_the_oldest_day_first() -> None:
    person = Person(1)
    for number in (0, 0, 5, DAYS - 1, DAYS):
        person.answers("d/a", day(number), GOOD, CRAM if number == 5 else "due")
    flag = person.entries[0]._replace(kind=FLAG, day=day(6))
    found = reviews_a_day([*person.entries, flag], day(DAYS - 1))
    assert [on for on, _ in found] == [day(number) for number in range(DAYS)]
    assert {on: number for on, number in found if number} == {day(0): 2, day(5): 1, day(DAYS - 1): 1}


def test_a_forecast_adds_up_to_the_cards_that_come_due_within_it() -> None:
    person, _ = after(1, 1.0)
    cards = items(250)
    today = day(LENGTH + 20)  # after a holiday
    person.ledger.cards["d0/c1"].suspended = True
    found = forecast([*cards, Item("never", "begun")], person.ledger, Terms(today))
    assert [on for on, _ in found] == [today + timedelta(days=number) for number in range(DAYS)]
    dues = [p.memory.due for card, p in person.ledger.cards.items() if p.memory and card != "d0/c1"]
    assert dict(found)[today] >= sum(due <= today for due in dues) > 20
    assert sum(number for _, number in found) == sum(due < today + timedelta(days=DAYS) for due in dues)


def test_a_forecast_knows_of_the_interview() -> None:
    known = ledger(**{"d0/c0": memory(60, 0), "d0/c1": Progress(memory(60, -1, 9.0), day(-9))})
    terms = Terms(START, interview=day(9))
    coming = {on: number for on, number in forecast(items(2, weight=1.0), known, terms) if number}
    assert sum(coming.values()) == 2
    assert max(coming) < day(9)
