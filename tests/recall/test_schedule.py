"""The schedule against a recorded run of FSRS, and what holds for every history."""

import json
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from fsrs import Card, Rating, Scheduler

from coach.recall.schedule import AGAIN, EASY, GRADES, LONGEST, Memory, Schedule, _noon

GOLDEN = json.loads((Path(__file__).parent.parent / "data" / "recall" / "fsrs_golden.json").read_text())["cases"]
START = date(2026, 11, 21)
SCHEDULE = Schedule(0.9)


@pytest.mark.parametrize("case", GOLDEN, ids=lambda case: str(case["name"]))
def test_it_agrees_with_the_recorded_run(case: dict[str, Any]) -> None:
    memory = None
    for review in case["reviews"]:
        memory = SCHEDULE.after(memory, review["grade"], date.fromisoformat(review["on"]))
        assert memory.stability == pytest.approx(review["stability"], abs=1e-4)
        assert memory.difficulty == pytest.approx(review["difficulty"], abs=1e-4)
        assert memory.due == date.fromisoformat(review["due"])


@pytest.mark.parametrize("seed", range(40))
def test_a_history_of_any_kind_agrees_with_fsrs_run_over_its_own_cards(seed: int) -> None:
    """Ours rebuilds the card of fsrs from four numbers at every review; theirs carries its own along."""
    chance = Random(seed)
    retention = chance.choice([0.8, 0.9, 0.95])
    schedule = Schedule(retention)
    theirs = Scheduler(desired_retention=retention, learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    card, memory, day = Card(card_id=1), None, START
    for _ in range(25):
        grade = chance.choice(GRADES)
        card, _ = theirs.review_card(card, Rating(grade), _noon(day))
        memory = schedule.after(memory, grade, day)
        assert card.stability is not None
        assert memory.stability == pytest.approx(min(card.stability, LONGEST), abs=1e-4, rel=1e-6)
        assert memory.difficulty == pytest.approx(card.difficulty, abs=1e-4)
        assert memory.due == card.due.date()
        if card.stability > LONGEST:
            break
        ahead = (memory.due - day).days
        day += timedelta(days=min(chance.choice([0, 1, ahead, ahead // 2, ahead * 3]), 2000))


def test_a_stability_never_passes_that_of_anki() -> None:
    memory, day = None, date(1200, 1, 1)
    for _ in range(30):
        memory = SCHEDULE.after(memory, EASY, day)
        day = memory.due if memory.due.year < 9000 else day
    assert memory is not None
    assert memory.stability == LONGEST


def test_each_grade_gives_an_interval_of_at_least_a_day_and_a_better_grade_never_a_shorter_one() -> None:
    memory = SCHEDULE.after(None, 3, START)
    for known in (None, memory):
        days = [(SCHEDULE.after(known, grade, START).due - START).days for grade in GRADES]
        assert days == sorted(days)
        assert days[0] >= 1


def test_the_chance_of_recall_is_the_wanted_one_on_the_day_a_card_is_due() -> None:
    memory = Memory(10.0, 5.0, START, START + timedelta(days=10))
    assert SCHEDULE.retrievability(memory, START) == 1.0
    assert SCHEDULE.retrievability(memory, memory.due) == pytest.approx(0.9, abs=1e-6)
    lower = Schedule(0.8).after(memory, 3, memory.due)
    assert lower.due > SCHEDULE.after(memory, 3, memory.due).due
    assert SCHEDULE.after(memory, AGAIN, memory.due).stability < memory.stability


def test_the_chance_of_recall_falls_as_a_card_fades_and_with_nothing_else() -> None:
    chance = Random(3)
    memories = []
    for _ in range(300):
        stability, last = chance.uniform(0.01, 400), START - timedelta(days=chance.randrange(500))
        memories.append(Memory(stability, chance.uniform(1, 10), last, START))
    by_chance = sorted(memories, key=lambda memory: -SCHEDULE.retrievability(memory, START))
    assert sorted(memories, key=lambda memory: memory.faded(START)) == by_chance
