"""The fold over the review log."""

from datetime import UTC, date, datetime, timedelta
from itertools import count
from random import Random

import pytest

from coach.recall.ledger import LEECH, PACE, Ledger, Progress, amend, fold, follow
from coach.recall.log import CRAM, DUE, FLAG, REPEAT, SUSPEND, UNDO, Entry, from_record, ordered, to_record
from coach.recall.schedule import AGAIN, EASY, GOOD, HARD, Schedule

START = date(2026, 11, 21)
SCHEDULE = Schedule(0.9)


class Log:
    """Makes entries of one device, a minute apart."""

    def __init__(self, device: str = "aaaaaa", minute: int = 0) -> None:
        self.device, self.minute, self.n = device, minute, count(1)

    def add(self, card: str, grade: int, day: int = 0, **more: object) -> Entry:
        self.minute += 1
        at = datetime(2026, 11, 21, 10, tzinfo=UTC) + timedelta(days=day, minutes=self.minute)
        text = at.isoformat(timespec="milliseconds").replace("+00:00", "Z")
        return Entry(START + timedelta(days=day), text, self.device, next(self.n), card=card, grade=grade, **more)  # type: ignore[arg-type]


def after(*entries: Entry, names: dict[str, str] | None = None) -> Ledger:
    ledger = Ledger()
    fold(ledger, ordered(entries), SCHEDULE, names or {})
    return ledger


def test_a_grade_schedules_the_card() -> None:
    progress = after(Log().add("d/a", GOOD)).of("d/a")
    assert progress.memory == SCHEDULE.after(None, GOOD, START)
    assert (progress.reviews, progress.lapses, progress.first, progress.recalled) == (1, 0, START, True)
    assert after().of("d/a") == Progress()


def test_only_the_first_grade_of_a_day_schedules() -> None:
    log = Log()
    entries = [log.add("d/a", AGAIN), log.add("d/a", GOOD, mode=REPEAT), log.add("d/a", EASY, mode=DUE)]
    progress = after(*entries).of("d/a")
    assert progress.memory == SCHEDULE.after(None, AGAIN, START)
    assert progress.recalled
    assert not after(*entries[:1]).of("d/a").recalled


def test_cramming_leaves_the_schedule_as_it_was() -> None:
    log = Log()
    entries = [log.add("d/a", GOOD), log.add("d/a", AGAIN, 2, mode=CRAM), log.add("d/b", GOOD, 2, mode=CRAM)]
    assert after(*entries).cards == after(entries[0]).cards


def test_a_lapse_is_a_failure_of_a_card_that_was_known() -> None:
    log = Log()
    never = [log.add("d/a", AGAIN)]
    assert after(*never).of("d/a").lapses == 0
    often = [*never, *(log.add("d/a", AGAIN, day) for day in range(1, LEECH + 1))]
    assert after(*often).of("d/a").lapses == LEECH
    assert after(*often).of("d/a").leech
    assert not after(*often[:-1]).of("d/a").leech


def test_what_was_undone_never_was() -> None:
    log = Log()
    first, wrong = log.add("d/a", GOOD), log.add("d/a", AGAIN, 5)
    undo = log.add("", 0, 5, kind=UNDO, of=wrong.name)
    again = log.add("d/a", HARD, 5)
    assert after(first, wrong, undo).cards == after(first).cards
    assert after(first, wrong, undo, again).cards == after(first, again).cards


def test_the_second_grade_of_a_day_schedules_once_the_first_was_undone() -> None:
    log = Log()
    first, second = log.add("d/a", GOOD), log.add("d/a", EASY)
    undo = log.add("", 0, kind=UNDO, of=first.name)
    assert after(first, second, undo).of("d/a").memory == SCHEDULE.after(None, EASY, START)


def test_suspending_and_flagging_can_be_taken_back() -> None:
    log = Log()
    on, flag = log.add("d/a", 0, kind=SUSPEND), log.add("d/a", 0, kind=FLAG)
    assert after(on, flag).of("d/a") == Progress(suspended=True, flagged=True)
    off = log.add("d/a", 0, kind=SUSPEND, on=False)
    assert after(on, flag, off).of("d/a") == Progress(flagged=True)


def test_a_renamed_card_keeps_what_it_had() -> None:
    log = Log()
    entries = [log.add("old/a", GOOD), log.add("new/a", GOOD, 3)]
    same = Log()
    assert after(*entries, names={"old/a": "new/a"}).cards == after(same.add("new/a", 3), same.add("new/a", 3, 3)).cards


def test_devices_are_joined_in_the_order_of_days_and_times_however_their_files_are_read() -> None:
    one, two = Log("aaaaaa"), Log("bbbbbb", minute=30)
    entries = [one.add("d/a", GOOD), two.add("d/a", AGAIN), one.add("d/a", GOOD, 3), two.add("d/b", HARD, 1)]
    expected = after(*entries)
    for seed in range(10):
        shuffled = [*entries, *entries[:2]]  # a copy of a file that a sync left behind counts once
        Random(seed).shuffle(shuffled)
        assert after(*shuffled).cards == expected.cards


@pytest.mark.parametrize("seed", range(25))
def test_taking_a_log_in_piece_by_piece_is_the_same_as_all_at_once(seed: int) -> None:
    chance, log = Random(seed), Log()
    entries: list[Entry] = []
    for number in range(60):
        if entries and chance.random() < 0.15:
            entries.append(log.add("", 0, number // 6, kind=UNDO, of=chance.choice(entries).name))
        else:
            kind = chance.choice(["review", "review", "review", SUSPEND, FLAG])
            told = {"kind": kind, "on": chance.random() < 0.5, "mode": chance.choice([DUE, CRAM])}
            entries.append(log.add(f"d/{chance.randrange(5)}", chance.choice([1, 2, 3, 4]), number // 6, **told))
    whole, ledger, start = after(*entries), Ledger(), 0
    while start < len(entries):
        piece = entries[start : start + chance.randint(1, 12)]
        start += len(piece)
        if follow(ledger, piece):
            fold(ledger, piece, SCHEDULE, {})
        else:
            amend(ledger, piece, entries[:start], SCHEDULE, {})
    assert ledger.cards == whole.cards
    assert ledger.upto == whole.upto


def test_an_entry_from_the_past_or_an_undo_of_it_does_more_than_follow() -> None:
    log = Log()
    first, second = log.add("d/a", GOOD), log.add("d/a", GOOD, 3)
    ledger = after(second)
    assert not follow(ledger, [first])
    assert not follow(ledger, [log.add("", 0, 3, kind=UNDO, of=second.name)])
    assert follow(ledger, [log.add("d/b", GOOD, 3)])


@pytest.mark.parametrize("seed", range(25))
def test_logs_that_arrive_in_any_order_come_to_the_same_as_all_of_them_at_once(seed: int) -> None:
    """Clocks of devices differ, and an undo may come before what it takes back."""
    chance = Random(seed)
    logs = [Log(device, minute) for device, minute in (("aaaaaa", 0), ("bbbbbb", 90), ("cccccc", -2000))]
    written: list[list[Entry]] = [[], [], []]
    for number in range(90):
        at = chance.randrange(3)
        everything = [entry for log in written for entry in log if entry.kind != UNDO]
        if everything and chance.random() < 0.2:
            entry = logs[at].add("", 0, number // 9, kind=UNDO, of=chance.choice(everything).name)
        else:
            told = {"kind": chance.choice(["review", "review", SUSPEND]), "mode": chance.choice([DUE, DUE, CRAM])}
            entry = logs[at].add(f"d/{chance.randrange(4)}", chance.choice([1, 2, 3, 4]), number // 9, **told)
        written[at].append(entry)
    ledger, arrived = Ledger(), list[Entry]()
    while any(written):
        log = chance.choice([log for log in written if log])
        size = chance.randint(1, 12)
        piece = ordered(log[:size])
        del log[:size]
        arrived = ordered([*arrived, *piece])
        if follow(ledger, piece):
            fold(ledger, piece, SCHEDULE, {"d/3": "d/2"})
        else:
            amend(ledger, piece, arrived, SCHEDULE, {"d/3": "d/2"})
        whole = after(*arrived, names={"d/3": "d/2"})
        assert (ledger.cards, ledger.upto, ledger.awaited) == (whole.cards, whole.upto, whole.awaited)
    assert not ledger.awaited


def test_the_time_of_a_grade_that_was_taken_back_counts_for_the_pace() -> None:
    log = Log()
    wrong = log.add("d/a", GOOD, seconds=10.0)
    assert after(wrong, log.add("", 0, kind=UNDO, of=wrong.name)).pace == after(wrong).pace < PACE


def test_the_pace_follows_the_person_and_not_an_evening_away() -> None:
    log = Log()
    quick = after(*(log.add(f"d/{number}", GOOD, seconds=10.0) for number in range(100)))
    assert quick.pace == pytest.approx(10, abs=1)
    assert after(log.add("d/a", GOOD, seconds=50_000.0)).pace < PACE * 1.2
    assert after(log.add("d/a", GOOD)).pace == PACE


def test_a_log_line_and_back() -> None:
    log = Log()
    for entry in (
        log.add("d/a", GOOD, seconds=3.5),
        Entry(START, "2026-11-21T10:00:00.000Z", "aaaaaa", 9, kind=SUSPEND, card="d/a", on=False),
        Entry(START, "2026-11-21T10:00:00.000Z", "aaaaaa", 9, kind=UNDO, of=("bbbbbb", 3, "2026-11-21T10:00:00.000Z")),
    ):
        assert from_record(to_record(entry), "aaaaaa") == entry


@pytest.mark.parametrize(
    "change",
    [
        {"n": "1"}, {"n": True}, {"at": 7}, {"at": "noon"}, {"at": "2026-11-21T10:00:00Z"}, {"day": "soon"},
        {"day": None}, {"day": 7}, {"day": "0001-01-01"}, {"card": 3}, {"grade": 5}, {"grade": True}, {"grade": None},
        {"mode": None}, {"kind": "dance"}, {"kind": 4}, {"kind": []}, {"kind": "flag", "card": None}, {"kind": "undo"},
        {"kind": "undo", "of": ["a", 1]}, {"kind": "undo", "of": [1, 1, "x"]}, {"kind": "undo", "of": "abc"},
    ],
)  # fmt: skip
def test_a_line_that_is_none_is_left_out(change: dict[str, object]) -> None:
    record = {"n": 1, "at": "2026-11-21T10:00:00.000Z", "day": "2026-11-21", "card": "d/a", "grade": 3, "mode": "due"}
    assert from_record(record, "aaaaaa")
    assert from_record({**record, **change}, "aaaaaa") is None


def test_what_a_line_lacks_in_seconds_is_nothing_lost() -> None:
    record = {"n": 1, "at": "2026-11-21T10:00:00.000Z", "day": "2026-11-21", "card": "d/a", "grade": 3, "mode": "due"}
    for seconds in ("x", -1, True, float("nan"), None):
        entry = from_record({**record, "seconds": seconds}, "aaaaaa")
        assert entry is not None
        assert entry.seconds == 0.0
