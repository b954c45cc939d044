"""Sessions on disk: journals, drafts, tombstones."""

import json
import os
import resource
import subprocess
import sys
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from coach.errors import CoachError
from coach.interview.events import Event, from_record, to_record
from coach.language.stamps import stamp, unstamp
from coach.record.places import Places
from coach.record.sessions import Draft, Sessions, session_id, short_name
from tests.conftest import Clock

ID = "20261121T101500Z-rag-support-7f3a"
OTHER = "20261122T090000Z-ticket-triage-00ff"


def on(places: Places, device: str) -> Sessions:
    """The sessions of a home as one device sees them."""
    return Sessions(places, lambda: device)


@pytest.fixture
def sessions(places: Places) -> Sessions:
    """The sessions of this device."""
    return on(places, "here")


def begin(sessions: Sessions, clock: Clock, session: str = ID, notes: int = 2) -> None:
    """Starts a session, types a few notes and pauses."""
    opened = sessions.open(session)
    opened.append(clock(), "started", {"scenario": "rag-support"})
    for number in range(notes):
        clock.forward(5)
        opened.append(clock(), "note", {"text": f"note {number}"})
    opened.close()


def journal(places: Places, device: str = "here", session: str = ID) -> Path:
    """The file of a session's journal."""
    return places.sessions / f"{session}.{device}.jsonl"


def test_a_session_is_named_by_its_start_in_utc_its_scenario_and_a_token(clock: Clock) -> None:
    assert session_id(clock(), "rag-support", 0x7F3A) == ID
    assert session_id(clock(), "rag-support", 5).endswith("-0005")


def test_events_come_back_as_they_were_written(sessions: Sessions, places: Places, clock: Clock) -> None:
    begin(sessions, clock)
    events = sessions.events(ID)
    assert [(e.n, e.kind, e.device) for e in events] == [
        (1, "started", "here"),
        (2, "note", "here"),
        (3, "note", "here"),
    ]
    assert events[2].at == clock()
    assert events[2].data == {"text": "note 1"}
    header = json.loads(journal(places).read_text().splitlines()[0])
    assert header == {"coach": "session", "session": ID, "device": "here", "version": 1}


def test_a_session_that_is_opened_again_goes_on_counting(sessions: Sessions, clock: Clock) -> None:
    begin(sessions, clock)
    opened = sessions.open(ID)
    assert opened.append(clock(), "resume", {}).n == 4
    opened.close()
    assert [e.n for e in sessions.events(ID)] == [1, 2, 3, 4]


def test_two_devices_write_two_files_and_are_read_as_one(places: Places, clock: Clock) -> None:
    begin(on(places, "here"), clock)
    opened = on(places, "there").open(ID)
    opened.append(clock(), "resume", {})
    opened.append(clock(), "note", {"text": "from there"})
    opened.close()
    opened = on(places, "here").open(ID)
    opened.append(clock(), "resume", {})
    opened.close()
    assert sorted(p.name for p in places.sessions.glob("*.jsonl")) == [f"{ID}.here.jsonl", f"{ID}.there.jsonl"]
    assert [(e.n, e.device) for e in on(places, "else").events(ID)] == [
        (1, "here"), (2, "here"), (3, "here"), (4, "there"), (5, "there"), (6, "here"),
    ]  # fmt: skip
    assert on(places, "else").ids() == [ID]


def test_events_of_two_devices_that_did_not_know_of_each_other_are_in_one_order_everywhere(
    places: Places, clock: Clock
) -> None:
    begin(on(places, "b"), clock, notes=0)
    shared = journal(places, "b").read_bytes()
    for device, seconds in (("b", 20), ("a", 10), ("c", 20)):
        opened = on(places, device).open(ID)
        opened.append(clock() + timedelta(seconds=seconds), "note", {"text": device})
        opened.close()
        if device != "b":  # as if this device had seen only the first event
            lines = journal(places, device).read_text().splitlines()
            record = {**json.loads(lines[1]), "n": 2}
            journal(places, device).write_text(f"{lines[0]}\n{json.dumps(record)}\n")
    assert journal(places, "b").read_bytes().startswith(shared)
    assert [e.data.get("text") for e in on(places, "a").events(ID)] == [None, "a", "b", "c"]


def test_a_torn_last_line_is_dropped_and_the_session_goes_on(sessions: Sessions, places: Places, clock: Clock) -> None:
    begin(sessions, clock)
    whole = journal(places).read_bytes()
    journal(places).write_bytes(whole + b'{"n":4,"at":"2026-11-21T10')
    assert [e.n for e in sessions.events(ID)] == [1, 2, 3]
    assert "the last line is torn" in sessions.damage(ID)[0]
    opened = sessions.open(ID)
    assert opened.append(clock(), "resume", {}).n == 4
    opened.close()
    assert journal(places).read_bytes().startswith(whole + b'{"n":4,')
    assert sessions.damage(ID) == []


@pytest.mark.parametrize(
    "line",
    [
        "not json",
        '{"at":"2026-11-21T10:15:00.000Z","kind":"note"}',
        '{"n":"2","at":"2026-11-21T10:15:00.000Z","kind":"note"}',
        '{"n":2,"at":"yesterday","kind":"note"}',
        '{"n":2,"at":5,"kind":"note"}',
        '{"n":2,"at":"2026-11-21T10:15:00.000Z"}',
    ],
)
def test_a_senseless_line_in_the_middle_is_left_out(
    sessions: Sessions, places: Places, clock: Clock, line: str
) -> None:
    begin(sessions, clock)
    lines = journal(places).read_text().splitlines(keepends=True)
    journal(places).write_text("".join([lines[0], lines[1], f"{line}\n", lines[3]]))
    assert [e.n for e in sessions.events(ID)] == [1, 3]


def test_a_damaged_line_is_named_with_its_number(sessions: Sessions, places: Places, clock: Clock) -> None:
    begin(sessions, clock)
    assert sessions.damage(ID) == []
    lines = journal(places).read_text().splitlines(keepends=True)
    journal(places).write_text("".join([*lines[:2], "oops\n", *lines[2:]]))
    assert sessions.damage(ID) == [f"{journal(places)}:3: this line is damaged and was left out."]


def test_events_of_unknown_kinds_are_kept(sessions: Sessions, clock: Clock) -> None:
    begin(sessions, clock, notes=0)
    opened = sessions.open(ID)
    opened.append(clock(), "from-the-future", {"x": [1, {"y": None}]})
    opened.close()
    assert sessions.events(ID)[-1].data == {"x": [1, {"y": None}]}


@pytest.mark.parametrize(
    ("header", "said"),
    [
        (b"hello\n", "not a session journal"),
        (b'{"coach":"session","session":"x","version":2}\n', "a newer coach wrote this journal"),
        (b'{"coach":"session","session":"x","version":1}\n', "this journal is of another session"),
    ],
)
def test_a_journal_that_cannot_be_trusted_is_refused_with_advice_and_left_as_it_is(
    sessions: Sessions, places: Places, clock: Clock, header: bytes, said: str
) -> None:
    begin(sessions, clock)
    raw = header + b'{"n":1}\n{"torn'
    journal(places).write_bytes(raw)
    for act in (sessions.events, sessions.open):
        with pytest.raises(CoachError, match=said) as caught:
            act(ID)
        assert caught.value.hint
    assert journal(places).read_bytes() == raw
    assert len(sessions.damage(ID)) == 1


def test_a_session_that_is_refused_is_not_left_locked(sessions: Sessions, places: Places, clock: Clock) -> None:
    begin(sessions, clock)
    whole = journal(places).read_bytes()
    journal(places).write_bytes(b"hello\n")
    with pytest.raises(CoachError, match="not a session journal"):
        sessions.open(ID)
    journal(places).write_bytes(whole)
    sessions.open(ID).close()


HOLDER = """
import sys
from coach.record.home import Home
from coach.record.places import places
opened = Home(places()).sessions.open(sys.argv[1])
print("open", flush=True)
sys.stdin.read()
"""


def test_a_session_open_in_another_process_is_refused_with_its_pid(sessions: Sessions, clock: Clock) -> None:
    begin(sessions, clock)
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, ID], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        for act in (sessions.open, lambda name: sessions.forget(name, "now")):
            with pytest.raises(CoachError, match=rf"{ID} is already open in another terminal \(pid {process.pid}\)"):
                act(ID)
        process.communicate("")
    assert sessions.ids() == [ID]
    sessions.open(ID).close()


def test_sessions_are_listed_oldest_first_and_other_files_are_not(
    sessions: Sessions, places: Places, clock: Clock
) -> None:
    assert sessions.ids() == []
    begin(sessions, clock, OTHER)
    begin(sessions, clock, ID)
    for name in ("notes.txt", f"{ID}.draft", "20260101T000000Z-empty-0000.here.jsonl", f".{ID}.here.jsonl"):
        (places.sessions / name).touch()
    (places.sessions / f"{ID}.here.sync-conflict-1.jsonl").write_text("x")
    assert sessions.ids() == [ID, OTHER]


@pytest.mark.parametrize("text", [ID, "rag", "7f3a", "20261121"])
def test_a_session_is_found_by_any_part_that_fits_it_alone(sessions: Sessions, clock: Clock, text: str) -> None:
    begin(sessions, clock, ID)
    begin(sessions, clock, OTHER)
    assert sessions.find(text) == ID


def test_a_part_that_fits_several_sessions_or_none_is_refused(sessions: Sessions, clock: Clock) -> None:
    begin(sessions, clock, ID)
    begin(sessions, clock, OTHER)
    with pytest.raises(CoachError, match="'2026' fits 2 sessions") as caught:
        sessions.find("2026")
    assert ID in caught.value.message
    with pytest.raises(CoachError, match="There is no session 'zzz'"):
        sessions.find("zzz")


def test_a_draft_comes_back_as_it_was_typed(sessions: Sessions, clock: Clock) -> None:
    begin(sessions, clock)
    draft = sessions.draft(ID)
    assert draft.read() == ""
    for text in ("half a li", "ü × 日本 🙂", "shorter", "lone \ud800 surrogate", "tab\tand \x1b", ""):
        draft.write(text)
        assert sessions.draft(ID).read() == text


def test_a_draft_that_was_sent_is_empty_and_one_that_never_was_is_not_made(sessions: Sessions, clock: Clock) -> None:
    begin(sessions, clock)
    draft = sessions.draft(ID)
    draft.clear()
    assert not draft.path.exists()
    draft.write("sent")
    draft.clear()
    assert draft.read() == ""


def test_a_draft_cut_off_in_the_middle_of_a_character_can_be_read(sessions: Sessions, clock: Clock) -> None:
    begin(sessions, clock)
    draft = sessions.draft(ID)
    draft.write("größe ü")
    draft.path.write_bytes(draft.path.read_bytes()[:-1])
    assert draft.read().startswith("größe ")


def test_a_draft_is_for_its_owner_alone(places: Places, sessions: Sessions, clock: Clock) -> None:
    before = os.umask(0)
    try:
        begin(sessions, clock)
        sessions.draft(ID).write("x")
        sessions.hand_out(ID, "x")
    finally:
        os.umask(before)
    made = [places.home, *places.home.rglob("*"), *places.state.rglob("*")]
    assert {p.stat().st_mode & 0o777 for p in made if p.is_dir()} == {0o700}
    assert {p.stat().st_mode & 0o777 for p in made if p.is_file()} == {0o600}


def test_a_draft_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(CoachError, match="cannot be written"):
        Draft(tmp_path / "nowhere" / "one.draft").write("x")


def test_a_draft_that_no_longer_fits_on_the_disk_keeps_what_it_held(tmp_path: Path) -> None:
    draft = Draft(tmp_path / "one.draft")
    draft.write("typed before")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))  # every write now fails, as on a full disk
    try:
        with pytest.raises(CoachError, match="cannot be written"):
            draft.write("typed before and after")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert draft.read() == "typed before"


def test_a_note_handed_to_an_editor_comes_back_without_the_last_line_break(sessions: Sessions, clock: Clock) -> None:
    begin(sessions, clock)
    path = sessions.hand_out(ID, "two\nlines ü")
    assert path.read_text(encoding="utf-8") == "two\nlines ü\n"
    path.write_text("three\nmore\nlines\n\n", encoding="utf-8")
    assert sessions.take_back(ID) == "three\nmore\nlines"
    assert not path.exists()


def test_an_edited_note_in_another_encoding_can_be_taken_back(sessions: Sessions, clock: Clock) -> None:
    begin(sessions, clock)
    sessions.hand_out(ID, "x").write_bytes(b"gr\xf6sse\n")
    assert sessions.take_back(ID) == "gr\ufffdsse"


def test_a_file_that_the_editor_took_away_is_said(sessions: Sessions, clock: Clock) -> None:
    begin(sessions, clock)
    sessions.hand_out(ID, "x").unlink()
    with pytest.raises(CoachError):
        sessions.take_back(ID)


def test_forgetting_removes_everything_and_leaves_a_tombstone(places: Places, sessions: Sessions, clock: Clock) -> None:
    begin(sessions, clock, ID)
    begin(sessions, clock, OTHER)
    begin_there = on(places, "there").open(ID)
    begin_there.append(clock(), "resume", {})
    begin_there.close()
    sessions.draft(ID).write("half")
    sessions.hand_out(ID, "edit")
    sessions.transcript(ID).parent.mkdir()
    sessions.transcript(ID).write_text("# transcript")
    removed = sessions.forget(ID, "2026-11-21T10:30:00.000Z")
    assert sorted(path.name for path in removed) == [
        f"{ID}.draft", f"{ID}.edit.md", f"{ID}.here.jsonl", f"{ID}.md", f"{ID}.there.jsonl",
    ]  # fmt: skip
    left = [path.name for path in [*places.home.rglob("*"), *places.state.rglob("*")] if ID in path.name]
    assert left == [f"{ID}.forgotten"]
    assert (places.sessions / f"{ID}.forgotten").read_text() == "2026-11-21T10:30:00.000Z\n"
    assert sessions.ids() == [OTHER]


def test_a_synced_copy_of_a_forgotten_session_is_not_read_again(
    places: Places, sessions: Sessions, clock: Clock
) -> None:
    begin(sessions, clock)
    copy = journal(places).read_bytes()
    sessions.forget(ID, "now")
    journal(places, "there").write_bytes(copy)
    assert sessions.ids() == []
    with pytest.raises(CoachError, match="There is no session"):
        sessions.find(ID)


def test_nothing_is_made_before_something_is_written(places: Places, sessions: Sessions) -> None:
    sessions.ids()
    sessions.draft(ID).read()
    sessions.draft(ID).clear()
    assert not places.home.exists()
    assert not places.state.exists()


@pytest.mark.parametrize(
    ("at", "text"),
    [
        (datetime(2026, 11, 21, 10, 15, 0, 123456, UTC), "2026-11-21T10:15:00.123Z"),
        (datetime(2026, 11, 21, 10, 15, tzinfo=UTC), "2026-11-21T10:15:00.000Z"),
        (datetime(2026, 11, 21, 10, 15, tzinfo=timezone(timedelta(hours=2))), "2026-11-21T08:15:00.000Z"),
    ],
)
def test_times_are_written_in_utc_with_milliseconds(at: datetime, text: str) -> None:
    assert stamp(at) == text
    assert abs(unstamp(text) - at) < timedelta(milliseconds=1)


def test_a_time_without_a_zone_is_taken_as_utc_and_senseless_ones_are_refused() -> None:
    assert unstamp("2026-11-21T10:15:00") == datetime(2026, 11, 21, 10, 15, tzinfo=UTC)
    for text in ("", "yesterday", "2026-13-01T00:00:00Z", "0001-01-01T00:00:00+14:00", "9999-12-31T23:00:00-14:00"):
        with pytest.raises(ValueError, match=r"."):
            unstamp(text)


def test_an_event_survives_its_record(clock: Clock) -> None:
    event = Event(7, clock(), "note", {"text": "x", "began": stamp(clock())}, "here")
    assert from_record(to_record(event), "here") == event


@pytest.mark.parametrize(
    ("others", "name"),
    [
        (["20261121T101500Z-search-8f3a"], "7f3a"),
        (["20261121T101500Z-search-7f3a"], "t-7f3a"),
        (["20261121T101500Z-support-7f3a"], "20261120T101500Z-rag-support-7f3a"),
    ],
)
def test_a_short_name_is_long_enough_to_mean_one_session(others: list[str], name: str) -> None:
    session = "20261120T101500Z-rag-support-7f3a"
    assert short_name(session, [session, *others]) == name


def test_the_sessions_that_may_hold_some_words_are_told_from_the_raw_journals(
    sessions: Sessions, clock: Clock, places: Places
) -> None:
    begin(sessions, clock)
    begin(sessions, clock, OTHER, notes=3)
    assert sessions.holding("NOTE 1") == [ID, OTHER]
    assert sessions.holding("note 2") == [OTHER]
    assert sessions.holding("“note 2” größer") == [OTHER], "letters that a journal escapes are left to the reader"
    assert sessions.holding("ß") == [ID, OTHER]
    assert sessions.holding("zebra") == []


def test_a_token_that_stands_twice_in_its_own_name_still_names_it() -> None:
    twice = "20261121T101500Z-1015-1015"
    assert short_name(twice, [twice, OTHER]) == "1015"
    assert short_name(twice, [twice, "20261122T101500Z-x-0001"]) == "5-1015"
