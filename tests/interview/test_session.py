"""The fold over a session's events."""

import json
from datetime import timedelta
from typing import Any

import pytest

from coach.interview.events import Event, from_record, to_record
from coach.interview.folding import TRANSITIONS, IllegalEventError, apply, fold
from coach.interview.session import Session
from coach.interview.setup import Setup
from coach.interview.status import ABANDONED, ACTIVE, FINISHED, GRADED, PAUSED
from tests.builders import Journal, setup, started
from tests.conftest import START

NO_GRADES: dict[str, Any] = {"points": [], "dimensions": {}, "weights": {}, "bars": {}}


def test_time_is_the_difference_of_event_times() -> None:
    session = started().add("note", 20, note=1, text="a", step=0).add("note", 15, note=2, text="b", step=0).fold()
    assert session.used == [35, 0, 0, 0]
    assert [note.at_s for note in session.live_notes] == [20, 35]


@pytest.mark.parametrize("gap", [61, 600, 86_400, 10 * 86_400])
def test_a_gap_counts_at_most_a_minute_whatever_caused_it(gap: int) -> None:
    assert started().add("alive", gap).fold().used[0] == 60


def test_a_clock_set_back_counts_nothing_and_goes_on_from_there() -> None:
    session = started().alive(30).add("alive", -3600).add("alive", 10).fold()
    assert session.used[0] == 40


def test_overnight_equals_uninterrupted() -> None:
    straight = started().alive(100).add("note", 5, note=1, text="x", step=0).alive(60)
    broken = started().alive(100).add("pause").add("resume", 14 * 3600).add("note", 5, note=1, text="x", step=0)
    broken.alive(30).add("pause", 0).add("resume", 40_000).alive(30)
    assert broken.fold().used == straight.fold().used
    assert broken.fold().notes[1].at_s == straight.fold().notes[1].at_s


@pytest.mark.parametrize("away", [5, 60, 40_000])
def test_a_crash_costs_nothing_but_what_came_after_the_last_sign_of_life(away: int) -> None:
    assert started().alive(90).add("resume", away).alive(30).fold().used[0] == 120


def test_the_running_clock_includes_the_time_since_the_last_event() -> None:
    session = started().alive(30).fold()
    assert session.clock(START + timedelta(seconds=42)) == 42
    assert session.left_in(0, START + timedelta(seconds=42)) == 258


def test_a_paused_clock_stands() -> None:
    session = started().alive(30).add("pause").fold()
    assert session.clock(START + timedelta(hours=9)) == 30


def test_each_step_keeps_its_own_time_over_back_and_next() -> None:
    journal = started().alive(60).add("step", to=1).alive(30).add("step", to=0).alive(30).add("step", to=1).alive(60)
    assert journal.fold().used == [90, 90, 0, 0]


def test_silence_can_be_told_from_typing() -> None:
    began = (START + timedelta(seconds=12)).isoformat()
    session = started().add("note", 30, note=1, text="a", step=0, began=began).fold()
    assert (session.notes[1].began_s, session.notes[1].at_s) == (12, 30)


def test_a_note_taken_back_is_gone_but_its_number_is_not_used_again() -> None:
    session = started().add("note", 1, note=1, text="a", step=0).add("drop", 1, note=1).fold()
    assert session.live_notes == []
    assert session.next_note == 2


def test_an_edit_changes_the_text_and_keeps_the_time() -> None:
    session = started().add("note", 7, note=1, text="a", step=0).add("edit", 60, note=1, text="b").fold()
    assert (session.notes[1].text, session.notes[1].at_s, session.notes[1].edited) == ("b", 7, True)


def test_doings_are_undone_last_first() -> None:
    journal = started().add("note", 1, note=1, text="a", step=0).add("tick", 1, step=0, text="ask")
    assert journal.fold().doings[-1] == ("tick", 0, "ask")
    assert journal.add("untick", 1, step=0, text="ask").fold().doings[-1] == ("note", 1, "")
    assert journal.add("drop", 1, note=1).fold().doings == []


def test_a_cut_is_undone_and_the_one_before_stays() -> None:
    journal = started().add("cut", 1, source="a", target="b").add("cut", 1, source="c", target="d")
    journal.add("cut", 1, source="a", target="b")
    assert journal.fold().doings[-1] == ("cut", 0, "a -> b")
    session = journal.add("uncut", 1, source="a", target="b").fold()
    assert [stroke.cut for stroke in session.strokes] == [("a", "b"), ("c", "d")]
    assert session.doings == [("cut", 0, "a -> b"), ("cut", 0, "c -> d")]


def test_a_note_drawn_afterwards_is_undone_before_the_note_is() -> None:
    journal = started().add("note", 1, note=1, text="a -> b", step=0).add("draw", 1, note=1).add("draw", 1, note=1)
    assert journal.fold().doings == [("note", 1, ""), ("draw", 1, "")]
    assert journal.add("undraw", 1, note=1).fold().strokes == []
    assert journal.fold().doings == [("note", 1, "")]


def test_a_note_taken_back_takes_its_drawing_along() -> None:
    journal = started().add("note", 1, note=1, text="a -> b", step=0).add("draw", 1, note=1).add("drop", 1, note=1)
    assert journal.fold().doings == []


def test_ticking_twice_is_ticking_once() -> None:
    assert started().add("tick", step=0, text="a").add("tick", step=0, text="a").fold().ticks == [(0, "a")]


@pytest.mark.parametrize(
    ("events", "status"),
    [
        ([], ACTIVE),
        (["pause"], PAUSED),
        (["pause", "resume"], ACTIVE),
        (["end"], FINISHED),
        (["pause", "end"], FINISHED),
        (["abandon"], ABANDONED),
        (["end", "graded"], GRADED),
    ],
)
def test_status_follows_the_events(events: list[str], status: str) -> None:
    journal = started()
    for kind in events:
        journal.add(kind, 1, **(NO_GRADES if kind == "graded" else {}))
    assert journal.fold().status == status


def test_every_status_that_an_event_leads_to_has_its_own_row() -> None:
    assert {after for row in TRANSITIONS.values() for after in row.values()} <= set(TRANSITIONS)


def test_an_illegal_event_is_a_bug_when_live_and_left_out_when_read() -> None:
    journal = started().add("end", 1)
    session = journal.fold()
    late = Event(9, journal.at, "note", {"note": 1, "text": "late", "step": 0})
    with pytest.raises(IllegalEventError):
        apply(session, late)
    assert fold("x", [*journal.events, late]).notes == {}


def test_unknown_kinds_are_kept_out_of_the_state_and_their_time_counts() -> None:
    session = started().add("hologram", 20, colour="blue").add("note", 5, note=1, text="a", step=0).fold()
    assert session.used[0] == 25


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("note", {}),
        ("note", {"note": "x", "text": "a"}),
        ("edit", {"note": 99, "text": "b"}),
        ("drop", {"note": 99}),
        ("step", {"to": 44}),
        ("step", {"to": -1}),
        ("tick", {"text": "no step"}),
        ("draw", {"note": 99}),
        ("undraw", {}),
        ("cut", {"source": "a"}),
        ("uncut", {"source": "a", "target": "never cut"}),
    ],
)
def test_a_senseless_event_in_a_journal_changes_nothing(kind: str, data: dict[str, object]) -> None:
    session = started().add(kind, 3, **data).fold()
    assert (session.status, session.step, session.live_notes, session.ticks) == (ACTIVE, 0, [], [])
    assert (session.strokes, session.doings) == ([], [])


@pytest.mark.parametrize("grade", [0, 5, -1, "many"])
def test_a_grade_outside_the_scale_is_left_out(grade: object) -> None:
    assert started().add("end").add("dimension", dimension="flow", grade=grade).fold().grades == {}


def test_a_journal_whose_start_is_senseless_never_started() -> None:
    assert Journal().add("started", steps=[]).fold().setup is None
    with pytest.raises(ValueError, match="never started"):
        _ = Session("x").plan


def test_two_devices_that_used_the_same_note_number_lose_neither() -> None:
    first = started().add("note", 1, note=1, text="mine", step=0).add("pause")
    other = Journal(device="bbbbbb", n=1)
    other.add("note", 2, note=1, text="theirs", step=0).add("edit", 1, note=1, text="theirs, edited")
    events = sorted([*first.events, *other.events], key=lambda e: (e.n, e.at, e.device))
    texts = sorted(note.text for note in fold("x", events).live_notes)
    assert texts == ["mine", "theirs, edited"]


def test_a_setup_survives_the_journal() -> None:
    given = setup(strict=True, aloud=True, skipped=("clarify",), design="flowchart LR\n a --> b")
    assert Setup.of(json.loads(json.dumps(given.data()))) == given


@pytest.mark.parametrize(
    "record",
    [{}, {"n": 1}, {"n": "1", "at": "2026-11-21T10:15:00Z", "kind": "x"}, {"n": 1, "at": "noon", "kind": "x"}],
)
def test_a_record_without_number_time_or_kind_is_no_event(record: dict[str, object]) -> None:
    assert from_record(record, "d") is None


def test_an_event_survives_its_record() -> None:
    event = Event(3, START, "note", {"text": "a\ud800b", "note": 1}, "d")
    assert from_record(json.loads(json.dumps(to_record(event))), "d") == event
