"""The review logs with what they come to, kept up to date."""

import shutil
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from coach.errors import CoachError
from coach.recall.ledger import Ledger, fold
from coach.recall.log import CRAM, DUE, FLAG, REVIEW, SUSPEND, UNDO, Entry, entry_at
from coach.recall.schedule import AGAIN, EASY, GOOD, HARD, Schedule
from coach.record import book as book_module
from coach.record import reviews as reviews_module
from coach.record.book import Book
from coach.record.places import Places
from coach.record.reviews import Reviews
from tests.conftest import START

SCHEDULE = Schedule(0.9)
Open = Callable[..., Book]


class Desk:
    """One device with its clock: opens books, as each start of the coach does."""

    def __init__(self, places: Places, device: str = "aaaaaa", ahead: float = 0) -> None:
        self.places, self.device = places, device
        self.at = START + timedelta(minutes=ahead)

    def open(self, retention: float = 0.9, names: dict[str, str] | None = None) -> Book:
        """The book as a new start finds it."""
        reviews = Reviews(self.places, lambda: self.device)
        return Book(reviews, self.places.cache, self.places.home, Schedule(retention), names)

    def later(self, minutes: float = 1) -> datetime:
        """The clock, after so many minutes."""
        self.at += timedelta(minutes=minutes)
        return self.at

    def grade(self, book: Book, card: str, grade: int, minutes: float = 1, **told: object) -> Entry:
        """Grades a card so many minutes later."""
        at = self.later(minutes)
        return book.add(at, at.date(), card=card, grade=grade, seconds=9.5, **told)

    def undo(self, book: Book, entry: Entry) -> None:
        """Takes an entry back."""
        at = self.later()
        book.undo(at, at.date(), entry)


@pytest.fixture
def desk(places: Places) -> Desk:
    """A device."""
    return Desk(places)


def replayed(places: Places, names: dict[str, str] | None = None, retention: float = 0.9) -> Ledger:
    """What all logs come to, folded at once."""
    ledger = Ledger()
    fold(ledger, Reviews(places, lambda: "none").since({}).entries, Schedule(retention), names or {})
    return ledger


def same(one: Ledger, other: Ledger) -> bool:
    """Whether two ledgers tell the same of all cards."""
    return (one.cards, one.upto, one.awaited) == (other.cards, other.upto, other.awaited)


def test_a_grade_is_on_the_disk_and_in_the_ledger(desk: Desk) -> None:
    book = desk.open()
    desk.grade(book, "d/a", GOOD)
    assert book.ledger.of("d/a").memory == SCHEDULE.after(None, GOOD, START.date())
    assert desk.open().ledger == book.ledger == replayed(desk.places)


def test_what_was_saved_is_not_folded_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    book = desk.open()
    for number in range(5):
        desk.grade(book, f"d/{number}", GOOD)
    book.save()
    monkeypatch.setattr(Schedule, "after", lambda *_: pytest.fail("a review was folded again"))
    assert desk.open().ledger == book.ledger


def test_a_long_log_is_not_folded_again_after_a_sitting_that_was_killed(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = desk.open()
    for number in range(5):
        desk.grade(book, f"d/{number}", GOOD)
    desk.open()
    assert not desk.places.cache.exists()
    monkeypatch.setattr(book_module, "MANY", 5)
    desk.open()
    monkeypatch.setattr(Schedule, "after", lambda *_: pytest.fail("a review was folded again"))
    assert desk.open().ledger == book.ledger


def test_from_a_day_on_the_entries_are_the_same_whether_the_log_was_read_before_or_not(desk: Desk) -> None:
    book = desk.open()
    first = desk.grade(book, "d/a", GOOD)
    second = desk.grade(book, "d/a", AGAIN, 3 * 1440)
    third = desk.grade(book, "d/b", HARD)
    desk.undo(book, second)
    book.save()
    since = third.day
    assert book.entries() == [first, third]
    assert book.entries(since) == [third]
    assert desk.open().entries(since) == [third]


def test_nothing_is_saved_where_nothing_came(desk: Desk) -> None:
    desk.open().save()
    assert not desk.places.cache.exists()
    book = desk.open()
    desk.grade(book, "d/a", GOOD)
    book.save()
    (path,) = desk.places.cache.iterdir()
    again = desk.open()
    path.unlink()
    for known in (book, again):
        known.save()
    assert not path.exists()


@pytest.mark.parametrize("change", ["deleted", "emptied", "garbage", "half", "a directory", "of another log"])
def test_a_cache_that_is_gone_or_damaged_changes_nothing(desk: Desk, change: str) -> None:
    book = desk.open()
    entries = [desk.grade(book, f"d/{number % 3}", 1 + number % 4, 700) for number in range(12)]
    book.save()
    desk.undo(book, entries[4])
    expected = replayed(desk.places)
    (path,) = desk.places.cache.iterdir()
    raw = path.read_bytes()
    match change:
        case "deleted":
            shutil.rmtree(desk.places.cache)
        case "emptied":
            path.write_bytes(b"")
        case "garbage":
            path.write_bytes(b"\xff\x00" * 500)
        case "half":
            path.write_bytes(raw[: len(raw) // 2])
        case "a directory":
            path.unlink()
            path.mkdir()
        case "of another log":
            shutil.rmtree(desk.places.reviews)
            desk.grade(desk.open(), "e/z", GOOD)
            path.write_bytes(raw)
            expected = replayed(desk.places)
    again = desk.open()
    assert same(again.ledger, expected)
    again.save()
    assert same(desk.open().ledger, expected)


def test_another_retention_or_other_names_ask_for_a_replay(desk: Desk) -> None:
    book = desk.open()
    for number in range(8):
        desk.grade(book, f"d/{number % 2}", GOOD, 3000)
    book.save()
    assert desk.open(0.8).ledger == replayed(desk.places, retention=0.8) != book.ledger
    names = {"d/1": "d/0"}
    renamed = desk.open(names=names)
    assert renamed.ledger == replayed(desk.places, names)
    assert list(renamed.ledger.cards) == ["d/0"]
    assert desk.open().ledger == book.ledger


# undo


def test_a_grade_of_this_sitting_or_of_an_earlier_one_is_taken_back(desk: Desk) -> None:
    book = desk.open()
    desk.grade(book, "d/a", GOOD)
    wrong = desk.grade(book, "d/a", AGAIN, 9000)
    desk.grade(book, "d/b", GOOD)
    book.save()
    again = desk.open()
    desk.undo(again, wrong)
    assert again.ledger.of("d/a").memory == SCHEDULE.after(None, GOOD, START.date())
    assert again.ledger.of("d/a").lapses == 0
    assert same(again.ledger, replayed(desk.places))
    assert wrong not in again.entries()
    assert len(again.entries()) == 2


def test_undo_to_any_depth_over_sittings_ends_with_nothing(desk: Desk) -> None:
    for number in range(6):
        book = desk.open()
        desk.grade(book, f"d/{number % 2}", 1 + number % 4, 1440)
        desk.grade(book, f"d/{number % 2}", GOOD, 1, mode="repeat")
        at = desk.later()
        book.add(at, at.date(), kind=FLAG, card=f"d/{number % 3}", on=number % 2 == 0)
        book.save()
    book = desk.open()
    for number in range(18):
        desk.undo(book, book.entries()[-1])
        assert same(book.ledger, replayed(desk.places))
        if number % 5 == 0:
            book.save()
            book = desk.open()
            assert same(book.ledger, replayed(desk.places))
    assert book.entries() == []
    assert book.ledger.cards == {}


def test_an_undo_folds_the_card_alone(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    book = desk.open()
    wrong = desk.grade(book, "d/a", AGAIN)
    for number in range(20):
        desk.grade(book, f"d/{number}", GOOD)
    kept = desk.grade(book, "d/a", EASY, 9000)
    folded, real = [], Schedule.after
    monkeypatch.setattr(Schedule, "after", lambda *told: folded.append(told) or real(*told))
    desk.undo(book, wrong)
    assert len(folded) == 1
    assert book.ledger.of("d/a").memory == real(SCHEDULE, None, EASY, kept.day)


def test_the_right_one_of_two_entries_with_one_number_is_taken_back(desk: Desk) -> None:
    """A sync set the log back to an older copy of itself and kept the newer one under another name."""
    book = desk.open()
    desk.grade(book, "d/a", GOOD)
    log = desk.places.reviews / "aaaaaa.jsonl"
    older = log.read_bytes()
    lost = desk.grade(book, "d/b", GOOD)
    log.rename(desk.places.reviews / "aaaaaa (conflicted copy).jsonl")
    log.write_bytes(older)
    book.refresh()
    wrong = desk.grade(book, "d/c", AGAIN)
    assert wrong.n == lost.n
    desk.undo(book, wrong)
    assert set(book.ledger.cards) == {"d/a", "d/b"}
    assert same(book.ledger, replayed(desk.places))


# other devices


def test_entries_of_another_device_that_come_late_take_their_place(desk: Desk, places: Places) -> None:
    book, other = desk.open(), Desk(places, "bbbbbb")
    far = Reviews(places._replace(home=places.home / "far"), lambda: "bbbbbb")
    desk.grade(book, "d/a", HARD, 60)
    desk.grade(book, "d/b", GOOD, 1440)
    book.save()
    early = entry_at(START + timedelta(minutes=5), START.date(), "", card="d/a", grade=EASY)
    far.append(early)
    far.append(entry_at(other.later(20_000), other.at.date(), "", card="d/b", grade=AGAIN))
    shutil.copy(places.home / "far" / "reviews" / "bbbbbb.jsonl", places.reviews)
    again = desk.open()
    assert again.ledger.of("d/a").memory == SCHEDULE.after(None, EASY, START.date())
    assert again.ledger.of("d/b").lapses == 1
    assert same(again.ledger, replayed(places))
    book.refresh()
    assert same(book.ledger, again.ledger)


def test_an_undo_that_comes_before_what_it_takes_back_holds(desk: Desk, places: Places) -> None:
    """The other device's clock is an hour ahead, and its log arrives last."""
    other = Desk(places, "bbbbbb", ahead=60)
    wrong = other.grade(other.open(), "d/a", AGAIN)
    log = places.reviews / "bbbbbb.jsonl"
    away = log.rename(log.with_suffix(".away"))
    book = desk.open()
    desk.grade(book, "d/b", GOOD)
    desk.undo(book, wrong)
    book.save()
    away.rename(log)
    again = desk.open()
    assert set(again.ledger.cards) == {"d/b"}
    assert same(again.ledger, replayed(places))


def test_a_device_whose_clock_is_ahead_slows_nobody_to_a_replay(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    fast = Desk(desk.places, "bbbbbb", ahead=100_000)
    fast.grade(fast.open(), "d/z", GOOD)
    book = desk.open()
    for number in range(20):
        desk.grade(book, f"d/{number}", GOOD)
    folded, real = [], Schedule.after
    monkeypatch.setattr(Schedule, "after", lambda *told: folded.append(told) or real(*told))
    desk.grade(book, "d/20", GOOD)
    assert len(folded) == 1
    assert same(book.ledger, replayed(desk.places))


@pytest.mark.parametrize("change", ["shortened", "rewritten", "gone", "another log"])
def test_a_log_that_is_not_what_it_was_is_folded_anew(desk: Desk, change: str) -> None:
    book = desk.open()
    for number in range(10):
        desk.grade(book, f"d/{number % 4}", 1 + number % 4, 1000)
    book.save()
    log = desk.places.reviews / "aaaaaa.jsonl"
    lines = log.read_bytes().splitlines(keepends=True)
    match change:
        case "shortened":
            log.write_bytes(b"".join(lines[:5]))
        case "rewritten":
            log.write_bytes(b"".join(lines).replace(b'"grade":2', b'"grade":4', 1))
        case "gone":
            log.unlink()
        case "another log":
            log.write_bytes(lines[0] + b"".join(reversed(lines[1:])).replace(b"d/", b"e/"))
    again = desk.open()
    assert again.ledger == replayed(desk.places) != book.ledger
    if change != "rewritten":  # this process knows only the end of what it read
        book.refresh()
        assert book.ledger == again.ledger


def test_two_books_that_are_open_at_once_see_each_others_entries(desk: Desk) -> None:
    one, two = desk.open(), desk.open()
    for number in range(10):
        desk.grade((one, two)[number % 2], f"d/{number % 3}", 1 + number % 4)
    one.refresh()
    assert same(one.ledger, two.ledger)
    assert same(one.ledger, replayed(desk.places))
    wrong = one.entries()[-1]
    desk.undo(one, wrong)
    two.refresh()
    assert same(two.ledger, replayed(desk.places))
    assert two.entries() == one.entries()


def test_what_another_book_wrote_is_told_once_it_was_taken_in(desk: Desk) -> None:
    one, two = desk.open(), desk.open()
    desk.grade(one, "d/a", GOOD)
    two.refresh()
    desk.grade(one, "d/b", GOOD)
    assert [entry.card for entry in two.entries()] == ["d/a"]
    two.refresh()
    assert [entry.card for entry in two.entries()] == ["d/a", "d/b"]


@pytest.mark.parametrize("seed", range(12))
def test_whatever_happens_in_whatever_order_the_ledger_is_that_of_a_replay(places: Places, seed: int) -> None:
    """Three devices with differing clocks write, undo, save, start anew and lose their caches."""
    chance, names = Random(seed), {"d/3": "d/2"}
    desks = [
        Desk(places._replace(cache=places.cache / device, state=places.state / device), device, ahead)
        for device, ahead in (("aaaaaa", 0), ("bbbbbb", 70), ("cccccc", -3000))
    ]
    books = [desk.open(names=names) for desk in desks]
    for _ in range(70):
        number = chance.randrange(3)
        desk, book = desks[number], books[number]
        match chance.choice(["grade", "grade", "grade", "suspend", "undo", "save", "start", "lose", "refresh"]):
            case "grade":
                mode = chance.choice([DUE, DUE, CRAM])
                minutes = chance.choice([1, 1, 700])
                desk.grade(book, f"d/{chance.randrange(5)}", chance.choice([1, 2, 3, 4]), minutes, mode=mode)
            case "suspend":
                at = desk.later()
                book.add(at, at.date(), kind=SUSPEND, card=f"d/{chance.randrange(5)}", on=chance.random() < 0.6)
            case "undo" if entries := book.entries():
                desk.undo(book, chance.choice(entries[-8:]))
            case "save":
                book.save()
            case "start":
                books[number] = desk.open(names=names)
            case "lose":
                shutil.rmtree(desk.places.cache, ignore_errors=True)
        books[number].refresh()
        assert same(books[number].ledger, replayed(places, names))


# disks


def test_a_grade_that_the_disk_refuses_is_not_in_the_ledger_either(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    book = desk.open()
    desk.grade(book, "d/a", GOOD)
    before = book.ledger.of("d/b")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(reviews_module, "write_end", full)
        with pytest.raises(CoachError, match="the disk is full"):
            desk.grade(book, "d/b", GOOD)
    assert book.ledger.of("d/b") == before
    desk.grade(book, "d/b", GOOD)
    assert [(entry.kind, entry.n) for entry in book.entries()] == [(REVIEW, 1), (REVIEW, 2)]


def test_a_home_that_cannot_be_written_is_said(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    nowhere = Desk(desk.places._replace(home=tmp_path / "file" / "home"))
    book = nowhere.open()
    with pytest.raises(CoachError, match="cannot be written"):
        nowhere.grade(book, "d/a", GOOD)
    assert book.ledger.cards == {}


def test_an_undo_is_no_entry_that_holds(desk: Desk) -> None:
    book = desk.open()
    desk.undo(book, desk.grade(book, "d/a", GOOD))
    assert book.entries() == []
    assert [e.kind for e in Reviews(desk.places, lambda: "none").since({}).entries] == [REVIEW, UNDO]
