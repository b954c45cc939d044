"""Locks between terminals, which die with their process."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from coach.errors import CoachError
from coach.record.files import cannot_write, make_directory


class Lock:
    """A lock held by this process, with its pid in the file."""

    def __init__(self, path: Path, what: str) -> None:
        """Takes the lock. Raises CoachError, naming the holder's pid, when another process has it."""
        make_directory(path.parent)
        try:
            self._file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise cannot_write(path, error) from None
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            pid = os.read(self._file, 20).decode("ascii", "replace").strip() or "unknown"
            os.close(self._file)
            raise CoachError(
                f"{what} is already open in another terminal (pid {pid}).",
                f"Go on there, or end it with `kill {pid}`: it pauses and saves.",
            ) from None
        except OSError as error:  # a file system without locks, for one
            self.release()
            raise cannot_write(path, error) from None
        try:
            os.ftruncate(self._file, 0)
            os.write(self._file, f"{os.getpid()}\n".encode("ascii"))
        except OSError as error:
            self.release()
            raise cannot_write(path, error) from None

    @staticmethod
    def holder(path: Path) -> str:
        """The pid of the process that holds a lock; empty when nobody does."""
        try:
            file = os.open(path, os.O_RDWR)
        except OSError:
            return ""
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return os.read(file, 20).decode("ascii", "replace").strip() or "unknown"
        finally:
            os.close(file)
        return ""

    def release(self) -> None:
        """Gives the lock back."""
        if self._file >= 0:
            os.close(self._file)
            self._file = -1


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Waits until no other process is inside the same block; for work of a moment. Raises CoachError."""
    make_directory(path.parent)
    try:
        file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise cannot_write(path, error) from None
    try:
        try:
            fcntl.flock(file, fcntl.LOCK_EX)
        except OSError as error:  # a file system without locks, for one
            raise cannot_write(path, error) from None
        yield
    finally:
        os.close(file)
