"""Single sentences of commands that show no screen: errors, hints, what was done, what comes next."""

import os
import sys
from typing import TextIO

from coach.terminal.cells import between_words


def say(text: str, *, aside: bool = False) -> None:
    """Prints a line, to stderr what goes `aside` of the output; in a window it is wrapped between words."""
    if (stream := sys.stderr if aside else sys.stdout) is not None:
        columns = _columns(stream)
        print("\n".join(between_words(text, columns)) if columns else text, file=stream)


def _columns(stream: TextIO) -> int:
    """How wide the window is; 0 where there is none."""
    try:
        return os.get_terminal_size(stream.fileno()).columns if stream.isatty() else 0
    except (OSError, ValueError):  # a stream without a file behind it
        return 0
