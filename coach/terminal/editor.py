"""The person's own editor."""

import os
import shlex
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path


def run_editor(editor: str, path: Path, second: Callable[[], None]) -> bool | None:
    """Opens a file in the editor and waits; whether the editor ended well, or None when there is none to start.

    `second` is called about once a second meanwhile. Without a setting it is $VISUAL, $EDITOR or vi.
    """
    command = editor or os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        process = subprocess.Popen([*shlex.split(command), str(path)])
        while True:
            try:
                return process.wait(timeout=1.0) == 0
            except subprocess.TimeoutExpired:
                second()
    except (OSError, ValueError):
        return None
    finally:
        signal.signal(signal.SIGINT, before)
