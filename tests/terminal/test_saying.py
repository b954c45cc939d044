"""Sentences beside the output."""

import os
import pty
import subprocess
import sys
import termios

SAYS = (
    "from coach.terminal.saying import say; say('error: a few words and then `coach doctor` explains it', aside=True)"
)
ON_ONE_LINE = "error: a few words and then `coach doctor` explains it"


def test_in_a_pipe_it_is_one_line() -> None:
    done = subprocess.run([sys.executable, "-c", SAYS], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("", f"{ON_ONE_LINE}\n")


def test_in_a_window_it_is_wrapped_between_words() -> None:
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (20, 34))
    try:
        subprocess.run([sys.executable, "-c", SAYS], stderr=theirs, check=True)
        said = os.read(ours, 1000).decode().split("\r\n")
    finally:
        os.close(ours)
        os.close(theirs)
    assert said == ["error: a few words and then", "`coach doctor` explains it", ""]
