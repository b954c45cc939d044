"""The review logs on disk."""

import errno
import json
import os
import subprocess
import sys
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from coach.errors import CoachError
from coach.recall.log import FLAG, Entry, entry_at, to_record
from coach.record import journal
from coach.record.places import Places
from coach.record.reviews import Mark, Reviews
from tests.conftest import START

DAY = START.date()
HEADER = b'{"coach":"reviews","device":"aaaaaa","version":1}\n'


def graded(card: str = "d/a", grade: int = 3, after: float = 0, **told: object) -> Entry:
    """A grade so many minutes after the start."""
    at = START + timedelta(minutes=after)
    return entry_at(at, at.date(), "", card=card, grade=grade, **told)


@pytest.fixture
def reviews(places: Places) -> Reviews:
    """The logs as this device sees them."""
    return Reviews(places, lambda: "aaaaaa")


@pytest.fixture
def log(places: Places) -> Path:
    """This device's log."""
    return places.reviews / "aaaaaa.jsonl"


def lines_of(path: Path) -> list[bytes]:
    """The lines of a file."""
    return path.read_bytes().splitlines(keepends=True)


def foreign(places: Places, name: str, *entries: Entry) -> Path:
    """The log of another device, written by its own coach."""
    other = Reviews(places, lambda: name)
    for entry in entries:
        other.append(entry)
    return places.reviews / f"{name}.jsonl"


# writing


def test_entries_are_numbered_and_come_back_as_they_were_written(reviews: Reviews, log: Path) -> None:
    first = reviews.append(graded("d/a", 3, seconds=4.5))
    second = reviews.append(entry_at(START + timedelta(minutes=1), DAY, "", kind=FLAG, card="d/a"))
    third = reviews.append(graded("d/b", 1, after=2, mode="repeat"))
    assert [(entry.device, entry.n) for entry in (first, second, third)] == [("aaaaaa", n) for n in (1, 2, 3)]
    assert reviews.since({}).entries == [first, second, third]
    assert lines_of(log)[0] == HEADER


def test_a_log_is_for_its_owner_alone(reviews: Reviews, log: Path) -> None:
    before = os.umask(0)
    try:
        reviews.append(graded())
    finally:
        os.umask(before)
    assert log.stat().st_mode & 0o777 == 0o600
    assert log.parent.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("torn", [b'{"n":3,"at":"2026-11-2', b"{", b"\0" * 5000, b"x" * 200_000])
def test_a_torn_last_line_is_not_read_and_is_cut_off_by_the_next_entry(
    reviews: Reviews, log: Path, torn: bytes
) -> None:
    written = [reviews.append(graded()), reviews.append(graded(after=1))]
    whole = log.read_bytes()
    log.write_bytes(whole + torn)
    news = reviews.since({})
    assert news.entries == written
    assert reviews.since(news.marks).entries == []
    last = reviews.append(graded(after=2))
    assert last.n == 3
    assert log.read_bytes().startswith(whole)
    assert reviews.since(news.marks).entries == [last]
    assert len(lines_of(log)) == 4


@pytest.mark.parametrize("length", [0, 1, 8, 20, len(HEADER) - 1])
def test_a_torn_header_is_an_empty_log(reviews: Reviews, log: Path, length: int) -> None:
    log.parent.mkdir(parents=True)
    log.write_bytes(HEADER[:length])
    news = reviews.since({})
    assert news.entries == []
    assert reviews.damage() == []
    entry = reviews.append(graded())
    assert lines_of(log)[0] == HEADER
    assert reviews.since(news.marks).entries == [entry]


@pytest.mark.parametrize("damage", [b"\n", b"garbage\n", b'{"n":2,"at":\n', b"[1]\n", b"\xff\xfe\n", b"\0\0\n", b"7\n"])
def test_a_damaged_line_is_left_out_named_and_its_number_stays_behind(
    reviews: Reviews, log: Path, damage: bytes
) -> None:
    written = [reviews.append(graded(after=n)) for n in range(3)]
    header, first, _, third = lines_of(log)
    log.write_bytes(header + first + damage + third)
    assert reviews.since({}).entries == [written[0], written[2]]
    assert reviews.append(graded(after=4)).n == 4
    told = [f"{log}:3: this line is damaged and was left out."]
    assert reviews.damage() == ([] if damage == b"\n" else told)


def test_two_halves_of_a_line_are_not_put_together_again(reviews: Reviews, log: Path) -> None:
    reviews.append(graded())
    log.write_bytes(log.read_bytes().replace(b',"card"', b'\n"card"'))
    assert reviews.since({}).entries == []
    assert len(reviews.damage()) == 2


def test_lines_of_an_unknown_kind_are_kept_and_counted(reviews: Reviews, log: Path) -> None:
    reviews.append(graded())
    with log.open("ab") as file:
        file.write(b'{"n":2,"kind":"dance","at":"2026-11-21T10:15:00.000Z","day":"2026-11-21"}\n')
    assert len(reviews.since({}).entries) == 1
    assert reviews.damage() == []
    assert reviews.append(graded(after=1)).n == 3
    assert b"dance" in log.read_bytes()


def test_a_number_is_found_behind_more_damage_than_is_looked_at_first(reviews: Reviews, log: Path) -> None:
    for n in range(3):
        reviews.append(graded(after=n))
    with log.open("ab") as file:
        file.write(b"damaged\n" * 20_000)
    assert reviews.append(graded(after=3)).n == 4
    assert [entry.n for entry in reviews.since({}).entries] == [1, 2, 3, 4]


def test_windows_line_ends_that_git_put_in_harm_nothing(reviews: Reviews, log: Path) -> None:
    written = [reviews.append(graded(after=n)) for n in range(3)]
    log.write_bytes(log.read_bytes().replace(b"\n", b"\r\n"))
    assert reviews.since({}).entries == written
    assert reviews.append(graded(after=3)).n == 4
    assert len(reviews.since({}).entries) == 4


# what is no log


@pytest.mark.parametrize("raw", [b"hello\n", b'{"coach":"session","version":1}\n', b"no line end", b"\n", b"{}\n"])
def test_a_foreign_file_is_refused_and_left_as_it_is(reviews: Reviews, log: Path, raw: bytes) -> None:
    log.parent.mkdir(parents=True)
    log.write_bytes(raw)
    for touch in (lambda: reviews.since({}), lambda: reviews.append(graded())):
        with pytest.raises(CoachError, match=rf"^{log}:1: this is not a reviews journal of coach\.") as caught:
            touch()
        assert caught.value.hint
    assert log.read_bytes() == raw
    assert len(reviews.damage()) == 1


def test_the_log_of_a_newer_coach_is_refused_with_advice(reviews: Reviews, log: Path) -> None:
    log.parent.mkdir(parents=True)
    log.write_bytes(HEADER.replace(b'"version":1', b'"version":2'))
    with pytest.raises(CoachError, match="a newer coach wrote this journal") as caught:
        reviews.since({})
    assert "Upgrade" in caught.value.hint
    with pytest.raises(CoachError, match="a newer coach"):
        reviews.append(graded())


def test_what_a_sync_hides_or_leaves_half_done_is_no_log(reviews: Reviews, places: Places) -> None:
    entry = reviews.append(graded())
    for name in (".aaaaaa.jsonl.part", ".syncthing.bbbbbb.jsonl", "aaaaaa.jsonl~", "notes.txt"):
        (places.reviews / name).write_text("something else")
    (places.reviews / "gone.jsonl").symlink_to(places.reviews / "nowhere")
    news = reviews.since({})
    assert news.entries == [entry] == reviews.upto(news.marks)
    assert reviews.since(news.marks).entries == []


def test_a_log_that_cannot_be_read_is_said(reviews: Reviews, log: Path) -> None:
    log.mkdir(parents=True)
    with pytest.raises(CoachError, match=rf"^{log} cannot be read: is a directory"):
        reviews.since({})
    with pytest.raises(CoachError, match="a directory is in the way"):
        reviews.append(graded())


def test_a_folder_that_cannot_be_read_is_not_an_empty_one(reviews: Reviews, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> list[str]:
        raise PermissionError(errno.EACCES, "Permission denied")

    reviews.append(graded())
    monkeypatch.setattr(os, "listdir", refuse)
    with pytest.raises(CoachError, match="cannot be read: permission denied"):
        reviews.since({})


def test_without_a_folder_there_is_nothing_and_a_file_in_its_way_is_said(reviews: Reviews, places: Places) -> None:
    assert reviews.since({}).entries == []
    places.home.mkdir()
    places.reviews.write_text("in the way")
    assert reviews.since({}).entries == []
    with pytest.raises(CoachError, match="cannot be written: a file is in the way"):
        reviews.append(graded())


# reading on


def test_only_what_was_added_is_read_again(reviews: Reviews) -> None:
    reviews.append(graded())
    news = reviews.since({})
    assert news.whole
    added = [reviews.append(graded(after=1))]
    later = reviews.since(news.marks)
    assert (later.entries, later.whole) == (added, False)
    assert reviews.since(later.marks).marks == later.marks


def test_a_new_log_of_another_device_is_read_as_a_whole(reviews: Reviews, places: Places) -> None:
    reviews.append(graded())
    news = reviews.since({})
    foreign(places, "bbbbbb", graded(after=-60), graded(after=5))
    later = reviews.since(news.marks)
    assert [entry.device for entry in later.entries] == ["bbbbbb", "bbbbbb"]
    assert not later.whole


def known(reviews: Reviews, kept: bool) -> dict[str, Mark]:
    """Marks of this process, or as a snapshot keeps them: without the bytes that were read last."""
    marks = reviews.since({}).marks
    return {name: mark.lasting() for name, mark in marks.items()} if kept else marks


@pytest.mark.parametrize("kept", [True, False], ids=["from a snapshot", "of this process"])
@pytest.mark.parametrize("change", ["the end", "shorter", "shorter and longer again", "gone", "empty"])
def test_a_log_that_is_not_what_it_was_is_read_as_a_whole(
    reviews: Reviews, places: Places, log: Path, change: str, kept: bool
) -> None:
    foreign(places, "bbbbbb", graded("d/z"))
    for n in range(20):
        reviews.append(graded(after=n))
    marks, lines = known(reviews, kept), lines_of(log)
    match change:
        case "the end":
            log.write_bytes(b"".join(lines[:-1]) + lines[-1].replace(b'"grade":3', b'"grade":1'))
        case "shorter":
            log.write_bytes(b"".join(lines[:10]))
        case "shorter and longer again":
            log.write_bytes(b"".join(lines[:10]))
            for n in range(30):
                reviews.append(graded(after=100 + n))
        case "gone":
            log.unlink()
        case "empty":
            log.write_bytes(b"")
    news = reviews.since(marks)
    assert news.whole
    assert news.entries == reviews.since({}).entries
    assert news.entries[0].card == "d/a" or change in ("gone", "empty")
    assert "d/z" in {entry.card for entry in news.entries}


def test_a_change_far_from_the_end_of_the_same_length_is_seen_at_the_next_start(reviews: Reviews, log: Path) -> None:
    for n in range(20):
        reviews.append(graded(after=n))
    news = reviews.since({})
    changed = lines_of(log)
    changed[1] = changed[1].replace(b'"grade":3', b'"grade":1')
    log.write_bytes(b"".join(changed))
    reviews.append(graded(after=30))
    later = reviews.since(news.marks)  # this process does not look so far back
    assert len(later.entries) == 1
    again = reviews.since({name: mark.lasting() for name, mark in later.marks.items()})
    assert again.whole
    assert again.entries[0].grade == 1


def test_a_copy_that_a_sync_left_behind_adds_what_only_it_has(reviews: Reviews, places: Places, log: Path) -> None:
    for n in range(3):
        reviews.append(graded(after=n))
    news = reviews.since({})
    copy = places.reviews / "aaaaaa.sync-conflict-20261121-101500.jsonl"
    copy.write_bytes(log.read_bytes())
    log.write_bytes(b"".join(lines_of(log)[:3]))  # the sync took the older one
    reviews.append(graded("d/b", after=10))
    entries = reviews.since(news.marks).entries
    assert [(entry.n, entry.card) for entry in entries] == [(1, "d/a"), (2, "d/a"), (3, "d/a"), (3, "d/b")]
    assert {entry.device for entry in entries} == {"aaaaaa"}
    assert len({entry.name for entry in entries}) == 4  # so each of them can be taken back


def test_what_was_read_up_to_the_marks_is_read_again_without_what_came_after(reviews: Reviews, places: Places) -> None:
    foreign(places, "bbbbbb", graded("d/b", after=-5), graded("d/b", after=5))
    written = [reviews.append(graded(after=n)) for n in range(3)]
    news = reviews.since({})
    reviews.append(graded(after=9))
    assert reviews.upto(news.marks) == news.entries
    assert len(news.entries) == len(written) + 2
    (places.reviews / "bbbbbb.jsonl").unlink()
    with pytest.raises(CoachError, match=r"bbbbbb\.jsonl cannot be read"):
        reviews.upto(news.marks)


def test_from_a_day_on_it_is_what_all_of_it_has_of_those_days(reviews: Reviews, places: Places) -> None:
    written = [reviews.append(graded(f"d/{n}", after=n * 1440)) for n in range(4)]
    with (places.reviews / "aaaaaa.jsonl").open("a") as log:  # another program may set spaces
        log.write(json.dumps(to_record(written[3]._replace(n=5))) + "\n")
        log.write(json.dumps(to_record(written[0]._replace(n=6))) + "\n")
    news = reviews.since({})
    assert len(news.entries) == 6
    since = written[2].day
    assert reviews.upto(news.marks, since) == [entry for entry in news.entries if entry.day >= since]
    assert len(reviews.upto(news.marks, since)) == 3


# disks


@pytest.mark.parametrize("call", ["write", "fsync", "ftruncate"])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO])
def test_a_disk_that_refuses_leaves_the_log_as_it_was(
    reviews: Reviews, log: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int
) -> None:
    written = [reviews.append(graded())]
    log.write_bytes(log.read_bytes() + b'{"torn')

    def refuse(*_: object) -> int:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patch:
        patch.setattr(journal.os, call, refuse)
        with pytest.raises(CoachError, match=rf"^({log}|.*reviews\.lock) cannot be written") as caught:
            reviews.append(graded(after=1))
    assert caught.value.hint
    assert reviews.since({}).entries == written
    assert log.read_bytes().rstrip(b'{"torn').endswith(b"}\n")
    assert reviews.append(graded(after=2)).n == 2


def test_a_write_that_is_cut_short_by_a_full_disk_leaves_nothing_of_the_line(
    reviews: Reviews, log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reviews.append(graded())
    before, real = log.read_bytes(), os.write

    def some(file: int, raw: bytes) -> int:
        if len(raw) < 60:
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(file, raw[:60])

    with monkeypatch.context() as patch:
        patch.setattr(journal.os, "write", some)
        with pytest.raises(CoachError, match="the disk is full"):
            reviews.append(graded(after=1))
    assert log.read_bytes() == before


def test_the_first_entry_of_a_log_is_written_with_its_header_or_not_at_all(
    reviews: Reviews, log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(journal.os, "fsync", full)
        with pytest.raises(CoachError, match="the disk is full"):
            reviews.append(graded())
    assert log.read_bytes() == b""
    assert reviews.append(graded()).n == 1


# two terminals

WRITER = """
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from coach.recall.log import entry_at
from coach.record.places import Places
from coach.record.reviews import Reviews
folder, name = Path(sys.argv[1]), sys.argv[2]
reviews = Reviews(Places(folder / "home", folder / "cache" / "coach", folder / "state" / "coach"), lambda: "aaaaaa")
print("ready", flush=True)
sys.stdin.read(1)
for number in range(100):
    at = datetime(2026, 11, 21, 10, 15, tzinfo=UTC) + timedelta(milliseconds=number)
    reviews.append(entry_at(at, at.date(), "", card=f"{name}/card-{number}", grade=3))
"""


def test_two_processes_that_write_one_log_lose_nothing_and_number_without_gaps(
    reviews: Reviews, tmp_path: Path, log: Path
) -> None:
    argv = [sys.executable, "-c", WRITER, str(tmp_path)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    writers = [subprocess.Popen([*argv, name], text=True, **pipes) for name in ("one", "two")]  # type: ignore[call-overload]
    for writer in writers:
        assert writer.stdout.readline() == "ready\n"
    for writer in writers:
        writer.stdin.write("go")
        writer.stdin.flush()
    for writer in writers:
        writer.communicate(timeout=30)
        assert writer.returncode == 0
    records = [json.loads(line) for line in lines_of(log)[1:]]
    assert [record["n"] for record in records] == list(range(1, 201))
    assert {record["card"] for record in records} == {f"{name}/card-{n}" for name in ("one", "two") for n in range(100)}
    assert len(reviews.since({}).entries) == 200
    switches = sum(a["card"][:3] != b["card"][:3] for a, b in pairwise(records))
    assert switches > 1, "the two never wrote at the same time, so this showed nothing"
