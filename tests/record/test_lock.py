"""One terminal a session."""

import errno
import fcntl
import os
import subprocess
import sys
from pathlib import Path

import pytest

from coach.errors import CoachError
from coach.record.lock import Lock, alone

HOLDER = """
import sys
from pathlib import Path
from coach.record.lock import Lock
lock = Lock(Path(sys.argv[1]), "It")
print("held", flush=True)
sys.stdin.read()
"""
INSIDE = """
import sys
from pathlib import Path
from coach.record.lock import alone
with alone(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the lock is."""
    return tmp_path / "locks" / "session.lock"


def started(path: Path, program: str) -> "subprocess.Popen[str]":
    """Another process that goes for the lock, and leaves it when its input ends."""
    return subprocess.Popen(
        [sys.executable, "-c", program, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )


def held_by_another(path: Path, program: str = HOLDER) -> "subprocess.Popen[str]":
    """Another process that holds the lock until its input ends."""
    process = started(path, program)
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_a_lock_held_by_another_process_is_refused_with_its_pid_until_it_dies(path: Path) -> None:
    with held_by_another(path) as process:
        with pytest.raises(
            CoachError, match=rf"^It is already open in another terminal \(pid {process.pid}\)"
        ) as caught:
            Lock(path, "It")
        assert f"kill {process.pid}" in caught.value.hint
        process.kill()
        process.wait()
        Lock(path, "It").release()


def test_a_refused_process_leaves_the_pid_of_the_holder_in_place(path: Path) -> None:
    with held_by_another(path) as process:
        for _ in range(2):
            with pytest.raises(CoachError, match=str(process.pid)):
                Lock(path, "It")
        process.communicate("")


def test_the_pid_of_an_earlier_holder_does_not_shine_through(path: Path) -> None:
    path.parent.mkdir()
    path.write_text("123456789012\n")
    lock = Lock(path, "It")
    assert path.read_text() == f"{os.getpid()}\n"
    lock.release()


def test_a_lock_can_be_taken_again_after_it_was_released(path: Path) -> None:
    Lock(path, "It").release()
    lock = Lock(path, "It")
    lock.release()
    lock.release()


def test_the_same_process_cannot_take_it_twice(path: Path) -> None:
    lock = Lock(path, "It")
    with pytest.raises(CoachError, match=str(os.getpid())):
        Lock(path, "It")
    lock.release()


def test_a_lock_is_for_its_owner_alone(path: Path) -> None:
    before = os.umask(0)
    try:
        Lock(path, "It").release()
    finally:
        os.umask(before)
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(CoachError, match="cannot be written"):
        Lock(tmp_path / "file" / "session.lock", "It")


def test_a_full_disk_is_said_and_leaves_no_lock_behind(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full)
        with pytest.raises(CoachError, match="the disk is full"):
            Lock(path, "It")
    Lock(path, "It").release()


# alone


def test_nobody_else_is_inside_the_block_until_it_is_left_or_its_process_dies(path: Path) -> None:
    with held_by_another(path, INSIDE) as process:
        assert Lock.holder(path)
        process.kill()
        process.wait()
        with alone(path):
            assert Lock.holder(path)
    assert not Lock.holder(path)


def test_an_error_leaves_the_block_too(path: Path) -> None:
    with pytest.raises(KeyError), alone(path):
        raise KeyError("x")
    assert not Lock.holder(path)


def test_a_block_waits_for_the_one_who_is_inside(path: Path) -> None:
    with held_by_another(path, INSIDE) as first, started(path, INSIDE) as second:
        first.communicate("")
        assert second.stdout is not None
        assert second.stdout.readline() == "held\n"
        second.communicate("")
        assert second.returncode == 0


def test_a_place_that_cannot_be_written_or_locked_is_said(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unable(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    (tmp_path / "file").touch()
    with pytest.raises(CoachError, match="cannot be written"), alone(tmp_path / "file" / "reviews.lock"):
        pytest.fail("went inside")
    monkeypatch.setattr(fcntl, "flock", unable)
    with pytest.raises(CoachError, match="no locks available"), alone(path):
        pytest.fail("went inside")
