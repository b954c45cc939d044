"""Drives a program on a real pseudo-terminal, with pyte as the screen. Shared by fault, pty and bench scripts."""

import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

import pyte

ROOT = Path(__file__).resolve().parent.parent
COACH = (sys.executable, "-m", "coach")
PATIENCE = 25.0
"""Seconds after which a wait gives up: far more than any wait takes, also on a busy machine."""


def environment(folder: Path, **more: str) -> dict[str, str]:
    """An environment of its own below a folder, with nothing of the person's in it."""
    return {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": str(folder),
        "COACH_HOME": str(folder / "home"),
        "XDG_CACHE_HOME": str(folder / "cache"),
        "XDG_STATE_HOME": str(folder / "state"),
        "XDG_DATA_HOME": str(folder / "data"),
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
        **more,
    }


class _Screen(pyte.Screen):
    """A screen that answers cursor-position requests through a function, or not at all."""

    def __init__(self, columns: int, rows: int, answer: Callable[[str], None] | None) -> None:
        self._answer = answer
        super().__init__(columns, rows)

    def write_process_input(self, data: str) -> None:
        """Called by pyte with what a terminal would send back."""
        if self._answer is not None:
            self._answer(data)


class Terminal:
    """A program on a terminal of its own. With `answers` off, cursor-position requests stay unanswered."""

    def __init__(
        self,
        argv: Sequence[str],
        environ: Mapping[str, str],
        *,
        columns: int = 80,
        rows: int = 24,
        answers: bool = True,
        stderr: IO[Any] | int | None = None,
    ) -> None:
        self.screen = _Screen(columns, rows, self.send if answers else None)
        self.raw = bytearray()
        self._stream = pyte.ByteStream(self.screen)
        self._master, self._slave = pty.openpty()
        fcntl.ioctl(self._slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.attributes_before = self.attributes()

        def become_its_terminal() -> None:
            fcntl.ioctl(0, termios.TIOCSCTTY, 0)
            for number in (signal.SIGINT, signal.SIGHUP):  # ignored where we run in the background
                signal.signal(number, signal.SIG_DFL)

        try:
            self.process = subprocess.Popen(
                argv,
                stdin=self._slave,
                stdout=self._slave,
                stderr=self._slave if stderr is None else stderr,
                env=dict(environ),
                cwd=ROOT,
                start_new_session=True,
                preexec_fn=become_its_terminal,
            )
        except BaseException:
            os.close(self._master)
            os.close(self._slave)
            raise

    def attributes(self) -> list[Any]:
        """The terminal's settings, as `stty -g` would show them."""
        return termios.tcgetattr(self._slave)

    # the screen

    @property
    def lines(self) -> list[str]:
        """The rows of the screen, without blanks at their ends."""
        return [row.rstrip() for row in self.screen.display]

    @property
    def text(self) -> str:
        """The screen as one text."""
        return "\n".join(self.lines)

    @property
    def flowing(self) -> str:
        """The screen with line breaks and runs of blanks as single blanks, so that wrapping does not matter."""
        return " ".join(self.text.split())

    @property
    def row(self) -> str:
        """The row that the cursor is in."""
        return self.screen.display[self.screen.cursor.y].rstrip()

    def above(self) -> list[str]:
        """The rows above the cursor's."""
        return self.lines[: self.screen.cursor.y]

    # talking

    def send(self, keys: str) -> None:
        """Presses keys."""
        data = keys.encode()
        while data:
            data = data[os.write(self._master, data) :]

    def pump(self, seconds: float) -> bool:
        """Waits for output, at most so long, and takes all there is; whether there was any."""
        got = False
        while select.select([self._master], [], [], 0 if got else max(seconds, 0.0))[0]:
            try:
                chunk = os.read(self._master, 65536)
            except OSError:  # EIO: the other side is gone
                break
            if not chunk:
                break
            got = True
            self.raw += chunk
            self._stream.feed(chunk)
        return got

    def settle(self, seconds: float) -> None:
        """Takes output for a given time, also when there is none."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            self.pump(left)

    def until(self, wanted: str | Callable[["Terminal"], bool], seconds: float = PATIENCE) -> None:
        """Waits for words (wrapped or not) or a condition on the screen. Raises TimeoutError with the screen."""
        end = time.monotonic() + seconds
        while not (wanted in self.flowing if isinstance(wanted, str) else wanted(self)):
            left = end - time.monotonic()
            ended = self.process.poll() is not None
            if left <= 0 or (ended and not self.pump(0.1)):
                why = f"the program ended with {self.process.returncode}" if ended else f"not within {seconds} s"
                raise TimeoutError(f"{why}: {wanted!r}\n{self.text}")
            self.pump(min(left, 0.25))

    def wait(self, seconds: float = PATIENCE) -> int:
        """Waits for the end, taking output meanwhile, and returns the exit code. Raises TimeoutError."""
        end = time.monotonic() + seconds
        while self.process.poll() is None:
            if time.monotonic() > end:
                raise TimeoutError(f"still running after {seconds} s\n{self.text}")
            self.pump(0.01)
        while self.pump(0.03):
            pass
        return self.process.returncode

    # endings

    def signal(self, number: int) -> None:
        """Sends a signal to the whole process group."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, number)

    def hang_up(self) -> None:
        """Closes the terminal under the program."""
        if self._master >= 0:
            os.close(self._master)
            os.close(self._slave)
            self._master = self._slave = -1

    def close(self) -> None:
        """Ends the program, if it still runs, and the terminal."""
        if self.process.poll() is None:
            self.signal(signal.SIGKILL)
            self.process.wait(PATIENCE)
        if self.process.stderr is not None:
            self.process.stderr.close()
        self.hang_up()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
