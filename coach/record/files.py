"""Directories, whole files, and what to say when the disk will not have them."""

import errno
import os
from contextlib import suppress
from pathlib import Path

from coach.errors import CoachError

_HINTS = {
    errno.ENOSPC: ("the disk is full", "Free some space; everything sent before this is kept."),
    errno.EDQUOT: ("your disk quota is used up", "Free some space; everything sent before this is kept."),
    errno.EROFS: ("the file system is read-only", "Set COACH_HOME to a directory that can be written."),
    errno.EACCES: (
        "permission is denied",
        "Check who owns it, or set COACH_HOME to a directory of your own.",
    ),
    errno.EPERM: ("permission is denied", "Check who owns it, or set COACH_HOME to a directory of your own."),
    errno.ENOTDIR: (
        "a part of the path is not a directory",
        "Set COACH_HOME to a directory that can be written.",
    ),
    errno.EEXIST: ("a file is in the way", "Move it, or set COACH_HOME to another directory."),
    errno.EISDIR: ("a directory is in the way", "Move it, or set COACH_HOME to another directory."),
}


def cannot_write(path: Path, error: OSError) -> CoachError:
    """The error to show when a file cannot be written."""
    what, hint = _HINTS.get(error.errno or 0, ((error.strerror or str(error)).lower(), "`coach doctor` shows more."))
    return CoachError(f"{path} cannot be written: {what}.", hint)


def cannot_read(path: Path, error: OSError, hint: str = "") -> CoachError:
    """The error to show when something cannot be read."""
    usual = "Check its name." if isinstance(error, FileNotFoundError) else "Check who owns it and what it is."
    return CoachError(f"{path} cannot be read: {(error.strerror or str(error)).lower()}.", hint or usual)


def names_in(folder: Path) -> list[str]:
    """What is in a directory, sorted; nothing where there is none. Raises CoachError."""
    try:
        return sorted(os.listdir(folder))
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise cannot_read(folder, error, "Check who owns it, or set COACH_HOME to a directory of your own.") from None


def make_directory(path: Path) -> None:
    """Makes a directory that only its owner can enter, with its parents. Raises CoachError."""
    try:
        for folder in reversed([path, *path.parents]):
            if not folder.is_dir():
                folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise cannot_write(path, error) from None


def write_whole(path: Path, text: str) -> None:
    """Writes a file so that a reader sees the old text or the new one, never half. Raises CoachError."""
    make_directory(path.parent)
    aside = path.with_name(f".{path.name}.{os.urandom(4).hex()}")
    try:
        handle = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(path)
    except OSError as error:
        with suppress(OSError):  # a read-only file system refuses also to remove what is not there
            aside.unlink()
        raise cannot_write(path, error) from None


def write_new(path: Path, text: str) -> None:
    """Writes a file that must not exist yet. Raises FileExistsError or CoachError."""
    make_directory(path.parent)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise
    except OSError as error:
        raise cannot_write(path, error) from None
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        path.unlink(missing_ok=True)
        raise cannot_write(path, error) from None


def probe(folder: Path) -> None:
    """Makes sure that a directory can be written before a person starts to type. Raises CoachError."""
    write_whole(folder / "probe", " " * 4096)
    (folder / "probe").unlink(missing_ok=True)
