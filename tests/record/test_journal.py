"""Append-only journals."""

import errno
import json
import os
from pathlib import Path

import pytest

from coach.errors import CoachError
from coach.record.journal import VERSION, Journal, read_journal

HEADER = {"coach": "session", "session": "s"}
FIRST = b'{"coach":"session","session":"s","version":1}\n'


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a journal is kept."""
    return tmp_path / "journals" / "one.jsonl"


def write(path: Path, *records: dict[str, object]) -> None:
    """Appends records in a sitting of its own."""
    with Journal(path, HEADER) as journal:
        for record in records:
            journal.append(record)


def put(path: Path, raw: bytes) -> None:
    """Writes a file as it is."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(raw)


def test_a_new_journal_begins_with_its_header_and_version(path: Path) -> None:
    write(path)
    assert path.read_bytes() == FIRST
    assert read_journal(path, "session").header == {**HEADER, "version": VERSION}


def test_records_are_read_in_the_order_they_were_written_over_several_sittings(path: Path) -> None:
    write(path, {"n": 1}, {"n": 2})
    write(path, {"n": 3})
    content = read_journal(path, "session")
    assert content.records == [{"n": 1}, {"n": 2}, {"n": 3}]
    assert content.damaged == []
    assert content.sound == path.stat().st_size


@pytest.mark.parametrize(
    "text", ["ü × 日本", "line\nbreak", 'quotes " and \\', "\x00\x1b", "lone \ud800 surrogate", "\u2028"]
)
def test_any_text_comes_back_as_it_went_in_on_one_line_of_ascii(path: Path, text: str) -> None:
    write(path, {"text": text})
    assert read_journal(path, "session").records == [{"text": text}]
    assert path.read_bytes().isascii()
    assert path.read_bytes().count(b"\n") == 2


def test_each_record_is_on_the_disk_when_append_returns(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[bytes] = []

    def fsync(file: int) -> None:
        synced.append(path.read_bytes().splitlines()[-1])

    monkeypatch.setattr(os, "fsync", fsync)
    write(path, {"n": 1}, {"n": 2})
    assert synced[-2:] == [b'{"n":1}', b'{"n":2}']


@pytest.mark.parametrize("torn", [b"{", b'{"n":3,"text":"hal', b'{"n":3}', b"\x00" * 40, b"\xff", b"   "])
def test_a_torn_last_line_is_left_out_and_truncated_before_the_next_append(path: Path, torn: bytes) -> None:
    write(path, {"n": 1}, {"n": 2})
    sound = path.read_bytes()
    path.write_bytes(sound + torn)
    content = read_journal(path, "session")
    assert content.records == [{"n": 1}, {"n": 2}]
    assert (content.sound, content.damaged) == (len(sound), [])
    write(path, {"n": 4})
    assert path.read_bytes() == sound + b'{"n":4}\n'


@pytest.mark.parametrize("length", range(len(FIRST)))
def test_a_header_torn_anywhere_is_written_anew(path: Path, length: int) -> None:
    put(path, FIRST[:length])
    write(path, {"n": 1})
    assert path.read_bytes() == FIRST + b'{"n":1}\n'


def test_damaged_lines_in_the_middle_are_named_and_the_others_read(path: Path) -> None:
    put(path, FIRST + b'{"n":1}\n{"n":2,\n\xff\xfe\n[3]\n"4"\n' + b"[" * 100_000 + b'\n\n{"n":5}\n')
    content = read_journal(path, "session")
    assert content.records == [{"n": 1}, {"n": 5}]
    assert content.damaged == [3, 4, 5, 6, 7]


def test_damaged_lines_are_left_where_they_are(path: Path) -> None:
    put(path, FIRST + b"broken\n")
    write(path, {"n": 1})
    assert path.read_bytes() == FIRST + b'broken\n{"n":1}\n'


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"no journal at all\n",
        b"\n",
        b'{"n":1}\n',
        b'["coach"]\n',
        b'{"coach":"solutions","version":1}\n',
        b"\x89PNG\r\n\x1a\n",
        b'{"coach":"session","version":1}',
    ],
)
def test_a_foreign_file_is_refused_with_advice(path: Path, raw: bytes) -> None:
    put(path, raw)
    with pytest.raises(CoachError, match="not a session journal") as caught:
        read_journal(path, "session")
    assert "Move it away" in caught.value.hint
    assert caught.value.message.startswith(f"{path}:1: ")


@pytest.mark.parametrize("raw", [b"my diary\n", b"my diary", b'{"coach":"solutions","version":1}\n'])
def test_a_foreign_file_is_never_appended_to(path: Path, raw: bytes) -> None:
    put(path, raw)
    with pytest.raises(CoachError, match="not a session journal"):
        Journal(path, HEADER)
    assert path.read_bytes() == raw


@pytest.mark.parametrize("version", ["2", "99", '"1"', "null", "1.5"])
def test_a_newer_journal_is_refused_with_advice_and_left_as_it_is(path: Path, version: str) -> None:
    raw = FIRST.replace(b":1}", f":{version}}}".encode()) + b'{"n":1}\n{"torn'
    put(path, raw)
    for act in (lambda: read_journal(path, "session"), lambda: Journal(path, HEADER)):
        with pytest.raises(CoachError, match="a newer coach wrote this journal") as caught:
            act()
        assert "Upgrade coach" in caught.value.hint
    assert path.read_bytes() == raw


def test_a_journal_that_is_not_there_or_a_directory_is_refused(path: Path) -> None:
    with pytest.raises(CoachError, match="cannot be read: no such file"):
        read_journal(path, "session")
    path.mkdir(parents=True)
    with pytest.raises(CoachError, match="cannot be read: is a directory"):
        read_journal(path, "session")
    with pytest.raises(CoachError, match="a directory is in the way"):
        Journal(path, HEADER)


def full(*_: object) -> int:
    """What a full disk answers."""
    raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize("call", ["write", "fsync"])
def test_a_full_disk_is_said_and_leaves_the_file_as_it_was(
    path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    with Journal(path, HEADER) as journal:
        journal.append({"n": 1})
        before = path.read_bytes()
        with monkeypatch.context() as patch:
            patch.setattr(os, call, full)
            with pytest.raises(CoachError, match="the disk is full") as caught:
                journal.append({"n": 2})
        assert "Free some space" in caught.value.hint
        assert path.read_bytes() == before
        journal.append({"n": 3})
    assert read_journal(path, "session").records == [{"n": 1}, {"n": 3}]


def test_a_disk_that_fills_up_in_the_middle_of_a_line_leaves_no_half_line(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.write
    calls = 0

    def write_a_little(file: int, data: bytes) -> int:
        nonlocal calls
        calls += 1
        return real(file, data[:4]) if calls == 1 else full()

    with Journal(path, HEADER) as journal:
        before = path.read_bytes()
        with monkeypatch.context() as patch:
            patch.setattr(os, "write", write_a_little)
            with pytest.raises(CoachError, match="the disk is full"):
                journal.append({"text": "a long line"})
        assert calls == 2
        assert path.read_bytes() == before


def test_a_line_that_is_taken_in_pieces_is_written_whole(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.write
    monkeypatch.setattr(os, "write", lambda file, data: real(file, data[:3]))
    write(path, {"text": "in pieces"})
    assert json.loads(path.read_bytes().splitlines()[-1]) == {"text": "in pieces"}


def test_a_new_journal_on_a_full_disk_can_be_begun_once_there_is_space(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full)
        with pytest.raises(CoachError, match="the disk is full"):
            Journal(path, HEADER)
    write(path, {"n": 1})
    assert read_journal(path, "session").records == [{"n": 1}]


def test_a_journal_that_cannot_be_begun_holds_no_file_open(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.parent.mkdir()
    lowest = os.dup(0)
    os.close(lowest)
    monkeypatch.setattr(os, "write", full)
    with pytest.raises(CoachError):
        Journal(path, HEADER)
    monkeypatch.undo()
    again = os.dup(0)
    os.close(again)
    assert again == lowest


def test_only_the_owner_can_read_a_journal_and_its_directory(path: Path) -> None:
    before = os.umask(0)
    try:
        write(path)
    finally:
        os.umask(before)
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_closing_twice_does_no_harm(path: Path) -> None:
    journal = Journal(path, HEADER)
    journal.close()
    journal.close()
    assert path.read_bytes() == FIRST
