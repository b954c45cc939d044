"""Files that are written for other programs, where the person wants them."""

from pathlib import Path

from coach.errors import CoachError
from coach.record.files import cannot_read, write_whole


def write_export(path: Path, text: str, mark: str | None) -> None:
    """Writes an export; a file that is there already is written over only when it begins with `mark`, as exports do.

    An export without a mark is written over nothing.

    Raises CoachError, and then the file is as it was.
    """
    elsewhere = "Name another file, or move that one away."
    try:
        if path.is_dir():
            raise CoachError(f"{path} is a directory.", "Name a file in it.")
        if not path.absolute().parent.is_dir():
            raise CoachError(f"{path.parent} is not a directory.", "Make it, or name a file somewhere else.")
        if path.exists():
            if not path.is_file():
                raise CoachError(f"{path} is no regular file.", elsewhere)
            if mark is None:
                raise CoachError(f"{path} is there already, and stays.", elsewhere)
            with path.open("rb") as file:
                begins = file.read(len(mark.encode()))
            if begins != mark.encode():
                raise CoachError(f"{path} was not made by such an export, so it stays.", elsewhere)
    except OSError as error:  # also a name that is too long, or a folder that may not be looked into
        raise cannot_read(path, error, elsewhere) from None
    try:
        write_whole(path, text)
    except CoachError as error:
        raise CoachError(error.message, "Name a file somewhere else.") from None
