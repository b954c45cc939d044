"""The snapshot of the ledger in the cache."""

from datetime import date
from pathlib import Path

import pytest

from coach.recall.ledger import Ledger, Progress
from coach.recall.schedule import Memory
from coach.record.reviews import Mark
from coach.record.snapshot import Snapshot

DAY = date(2026, 11, 21)
MARKS = {"aaaaaa.jsonl": Mark(1234, 99, "aaaaaa"), "bbbbbb.jsonl": Mark()}
LEDGER = Ledger(
    {
        "d/a": Progress(Memory(2.3065000000000002, 2.118, DAY, date(2026, 11, 23)), date(2026, 1, 1), 7, 2, False),
        "d/b": Progress(suspended=True),
        "d/c": Progress(flagged=True, first=DAY, memory=Memory(36500.0, 1.0, DAY, date(2126, 10, 28))),
    },
    31.25,
    (DAY, "2026-11-21T10:15:00.000Z", "aaaaaa", 12),
    {("bbbbbb", 5, "2026-11-21T10:00:00.000Z")},
)


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """Where the snapshot is kept."""
    return tmp_path / "cache"


def snapshot(cache: Path, home: str = "/home", retention: float = 0.9, names: dict[str, str] | None = None) -> Snapshot:
    """The snapshot of a home."""
    return Snapshot(cache, Path(home), retention, {"old/a": "d/a"} if names is None else names)


def kept(cache: Path) -> Path:
    """The file of the only snapshot."""
    snapshot(cache).save(LEDGER, MARKS)
    (path,) = cache.iterdir()
    return path


@pytest.mark.parametrize("ledger", [LEDGER, Ledger()], ids=["some cards", "none"])
def test_a_ledger_comes_back_to_the_last_figure(cache: Path, ledger: Ledger) -> None:
    snapshot(cache).save(ledger, MARKS)
    assert snapshot(cache).load() == (ledger, MARKS)


def test_the_bytes_that_a_process_knows_a_log_by_are_not_kept(cache: Path) -> None:
    snapshot(cache).save(LEDGER, {"aaaaaa.jsonl": Mark(5, 6, "aaaaaa", b"tail")})
    assert snapshot(cache).load()[1] == {"aaaaaa.jsonl": Mark(5, 6, "aaaaaa")}


@pytest.mark.parametrize(
    "other", [{"home": "/other"}, {"retention": 0.91}, {"names": {}}, {"names": {"old/a": "d/b"}}], ids=str
)
def test_it_holds_for_one_home_one_retention_and_one_set_of_names(cache: Path, other: dict[str, object]) -> None:
    kept(cache)
    assert snapshot(cache, **other).load() == (Ledger(), {})  # type: ignore[arg-type]
    assert snapshot(cache).load() == (LEDGER, MARKS)


def test_without_a_snapshot_there_is_nothing(cache: Path) -> None:
    assert snapshot(cache).load() == (Ledger(), {})


def test_one_byte_that_changed_anywhere_makes_it_none(cache: Path) -> None:
    path = kept(cache)
    raw = path.read_bytes()
    for at in range(len(raw)):
        path.write_bytes(raw[:at] + bytes([raw[at] ^ 1]) + raw[at + 1 :])
        assert snapshot(cache).load() == (Ledger(), {}), raw[at - 20 : at + 1]


@pytest.mark.parametrize("length", range(0, 400, 7))
def test_a_part_of_it_is_none(cache: Path, length: int) -> None:
    path = kept(cache)
    path.write_bytes(path.read_bytes()[:length])
    assert snapshot(cache).load() == (Ledger(), {})


def test_a_cache_that_cannot_be_read_or_written_is_no_error(cache: Path) -> None:
    kept(cache).unlink()
    cache.rmdir()
    cache.write_text("in the way")
    snapshot(cache).save(LEDGER, MARKS)
    assert snapshot(cache).load() == (Ledger(), {})
    assert cache.read_text() == "in the way"


def test_a_file_of_another_kind_is_none(cache: Path) -> None:
    path = kept(cache)
    for raw in (b"", b"null", b"[]\n{}", b"\xff\n\xff", b"\n" * 100):
        path.write_bytes(raw)
        assert snapshot(cache).load() == (Ledger(), {})
