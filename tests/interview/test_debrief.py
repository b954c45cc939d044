"""A debrief as a fold over its events."""

from datetime import date, timedelta
from typing import Any

from coach.interview.debrief import QUESTIONS, Debrief, Telling, fold
from coach.interview.events import Event
from tests.conftest import START

NAME = "20261121T101500Z-0001"


def events(*told: tuple[str, dict[str, Any]], device: str = "aaaaaa") -> list[Event]:
    """Events of one device, a second apart."""
    return [Event(n, START + timedelta(seconds=n - 1), kind, data, device) for n, (kind, data) in enumerate(told, 1)]


def line(question: str, text: str) -> tuple[str, dict[str, Any]]:
    return "line", {"question": question, "text": text}


WHOLE = (
    ("day", {"day": "2026-11-20"}),
    line("asked", "A search"),
    line("asked", "for a law firm"),
    line("probed", "evaluation"),
    ("dimensions", {"question": "probed", "dimensions": ["safety", "depth"]}),
    line("stuck", "no labels"),
    line("stuck", "the bill"),
    ("dimensions", {"question": "stuck", "dimensions": ["safety"]}),
    line("surprised", "a lawyer asked"),
    ("say", {"of": "7-aaaaaa", "text": "3,000 dollars a month"}),
    *(("answered", {"question": question}) for question in QUESTIONS),
    ("finished", {}),
)


def told(*more: tuple[str, dict[str, Any]]) -> Debrief:
    found = fold(NAME, events(*WHOLE, *more)).debrief()
    assert found is not None
    return found


def test_the_answers_come_line_by_line_and_each_line_to_say_stands_where_they_got_stuck() -> None:
    assert told() == Debrief(
        NAME, date(2026, 11, 20), ("A search", "for a law firm"), ("evaluation",), ("no labels", "the bill"),
        ("a lawyer asked",), ("", "3,000 dollars a month"), ("safety", "depth"), ("safety",), START, True,
    )  # fmt: skip


def test_before_anything_was_told_there_is_none() -> None:
    assert Telling(NAME).debrief() is None


def test_without_a_line_to_say_there_is_no_row_of_empty_ones() -> None:
    assert told(("say", {"of": "7-aaaaaa", "text": ""})).say_next == ()


def test_a_line_is_changed_and_dropped_by_its_name_and_what_hangs_on_it_stays() -> None:
    found = told(("edit", {"of": "6-aaaaaa", "text": ""}), ("edit", {"of": "7-aaaaaa", "text": "the dear bill"}))
    assert (found.stuck, found.say_next) == (("the dear bill",), ("3,000 dollars a month",))


def test_a_line_in_general_belongs_to_no_place_and_stays_when_one_is_named() -> None:
    general = events(("day", {"day": "2026-11-20"}), ("say", {"of": "", "text": "Ask first"}))
    found = fold(NAME, general)
    assert found.to_say == {"": ""}
    more = fold(NAME, [*general, Event(9, START, "line", line("stuck", "labels")[1], "aaaaaa")]).debrief()
    assert more is not None
    assert (more.stuck, more.say_next) == (("labels",), ("", "Ask first"))


def test_the_next_question_is_the_first_that_is_not_answered_whole() -> None:
    assert fold(NAME, events(*WHOLE[:3])).next == "asked"
    assert fold(NAME, events(*WHOLE[:3], ("answered", {"question": "asked"}))).next == "probed"
    assert fold(NAME, events(*WHOLE)).next == ""


def test_two_devices_that_count_on_from_the_same_event_lose_no_line() -> None:
    here, there = events(line("asked", "one")), events(line("asked", "two"), device="bbbbbb")
    found = fold(NAME, [*here, *there]).debrief()
    assert found is not None
    assert found.asked == ("one", "two")


def test_what_makes_no_sense_or_is_unknown_changes_nothing() -> None:
    odd: list[tuple[str, dict[str, Any]]] = [
        ("mood", {"good": True}), ("day", {"day": "soon"}), ("day", {}), line("weather", "rain"), line("asked", ""),
        ("line", {"question": "asked", "text": 3}), ("edit", {"of": "99-aaaaaa", "text": "x"}),
        ("dimensions", {"question": "stuck", "dimensions": "depth"}), ("answered", {}), ("say", {"of": 7, "text": "x"}),
    ]  # fmt: skip
    assert told(*odd) == told()


def test_a_debrief_whose_day_was_lost_is_of_the_day_it_was_begun() -> None:
    found = fold(NAME, events(line("asked", "one"))).debrief()
    assert found is not None
    assert found.day == START.date()
