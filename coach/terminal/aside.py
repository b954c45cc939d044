"""What a command says beside its output: errors, hints, what comes next."""

import os
import sys
from typing import TextIO

from coach.terminal.cells import between_words


def aside(text: str) -> None:
    """Says a line on stderr; in a window it is wrapped between words."""
    if sys.stderr is not None:
        columns = _columns(sys.stderr)
        print("\n".join(between_words(text, columns)) if columns else text, file=sys.stderr)


def _columns(stream: TextIO) -> int:
    """How wide the window is; 0 where there is none."""
    try:
        return os.get_terminal_size(stream.fileno()).columns if stream.isatty() else 0
    except (OSError, ValueError):  # a stream without a file behind it
        return 0
