"""The line-by-line Ui: for pipes, dumb terminals and screen readers. No escape codes, the same words."""

import os
import select
import shutil
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import TextIO

from coach.language.printable import one_line
from coach.screens.ui import Answer, Block, Keys, Picture, Prompt, Stopped, Text
from coach.terminal.glyphs import block_to_ascii, to_ascii
from coach.terminal.layout import lines

SIGNALS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))


class PlainUi:
    """Reads lines, writes lines."""

    plain = True

    def __init__(
        self,
        source: TextIO | None,
        out: TextIO,
        *,
        width: int = 80,
        height: int = 24,
        unicode: bool = True,
        editor: str = "",
        bell: bool = False,
    ) -> None:
        self._out = out
        self._width = width
        self._height = height
        self._unicode = unicode
        self._editor = editor
        self._bell = bell
        self._waiting: list[str] = []
        self._lines = _Lines(source) if source is not None else None
        self._talking = source is not None and source.isatty()

    def show(self, *blocks: Block) -> None:
        """Writes blocks as lines of text."""
        for block in blocks if self._unicode else map(block_to_ascii, blocks):
            for line in lines(block, self._width, self._draw):
                self._out.write((line if self._unicode else to_ascii(line)) + "\n")
        self._out.flush()

    def _draw(self, picture: Picture) -> list[str]:
        from coach.terminal.picture import draw

        return draw(picture.graph, self._width, self._height, unicode=self._unicode)

    def read(self, prompt: Prompt) -> str | None:
        """A line; between lines the clock is told about each second, so that half-time can be announced."""
        if prompt.text:
            self._out.write(f"(half-typed before: {one_line(prompt.text)})\n")
        if self._talking:
            self._out.write(f"{prompt.clock()}> ")
            self._out.flush()

        def second() -> bool:
            tick = prompt.tick("")
            if tick.blocks:
                self._out.write("\n" if self._talking else "")
                self.show(*tick.blocks)
            if tick.bell and self._bell and self._talking:
                self._out.write("\a")
                self._out.flush()
            return tick.leave

        return self._next(second)

    def _next(self, second: Callable[[], bool] | None = None) -> str | None:
        if self._waiting:
            return self._waiting.pop(0)
        if self._lines is None:
            raise Stopped("end")
        try:
            while (line := self._lines.next(1.0 if second else None)) is None:
                if second and second():
                    return None
        except KeyboardInterrupt:
            raise Stopped("interrupt") from None
        except OSError:
            raise Stopped("hangup") from None
        if line == "":
            raise Stopped("end")
        return line.rstrip("\r\n")

    def key(self, keys: Keys) -> Answer:
        """A line that names a key, perhaps with text after it, or a number."""
        offered = " · ".join(keys.offered())
        self.show(*_question(keys.question, offered))
        while True:
            line = (self._next() or "").strip()
            word, _, rest = line.partition(" ")
            if word.lower() in keys.keys and (not rest or word.lower() in keys.wordy):
                return Answer(word.lower(), rest.strip())
            if word.isdecimal() and int(word) in keys.numbers and (not rest or "#" in keys.wordy):
                return Answer(str(int(word)), rest.strip())
            if keys.other:
                self._waiting.append(line)
                return Answer("")
            self.show(*_question(f"{line!r} is none of these:", offered))

    def line(self, label: str, text: str = "") -> str:
        """A line."""
        self._out.write(f"{label if self._unicode else to_ascii(label)} ")
        self._out.write(f"[{one_line(text)}] " if text else "")
        self._out.write("" if self._talking else "\n")
        self._out.flush()
        return (self._next() or "").strip() or text

    def choose(self, question: str, options: Sequence[tuple[str, str]]) -> str:
        """One of several options, by number."""
        self.show(Text(question), *(Text(f"{n} {line}", hang=3) for n, (_, line) in enumerate(options, start=1)))
        answer = self.key(Keys("", {"q": "none"}, range(1, len(options) + 1), "one of them"))
        return "" if answer.key == "q" else options[int(answer.key) - 1][0]

    def edit(self, path: Path, second: Callable[[], None]) -> bool | None:
        """Opens a file in an editor; without a terminal there is none."""
        from coach.terminal.editor import run_editor

        return run_editor(self._editor, path, second) if self._talking else None

    @contextmanager
    def sitting(self) -> Iterator[None]:
        """Turns the signals that end a terminal into Stopped."""
        with signals_stop():
            yield


def _question(question: str, offered: str) -> list[Block]:
    return [*([Text(question)] if question else []), Text(offered, "dim", 3)]


@contextmanager
def signals_stop() -> Iterator[None]:
    """While inside, SIGTERM, SIGHUP and ctrl-c raise Stopped."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise Stopped("interrupt" if number == signal.SIGINT else "hangup")

    before = {number: signal.signal(number, stop) for number in (*SIGNALS, signal.SIGINT)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


class _Lines:
    """Lines of a stream, with a limit on how long to wait for one."""

    def __init__(self, source: TextIO) -> None:
        self._source = source
        self._pending = b""
        try:
            self._file: int | None = source.fileno()
        except (OSError, ValueError):
            self._file = None

    def next(self, seconds: float | None) -> str | None:
        """The next line with its end, "" at the end of the input, None when the wait was too long."""
        if self._file is None:
            return self._source.readline()
        while b"\n" not in self._pending:
            ready, _, _ = select.select([self._file], [], [], seconds)
            if not ready:
                return None
            chunk = os.read(self._file, 65536)
            if not chunk:
                rest, self._pending = self._pending, b""
                return _decoded(rest)
            self._pending += chunk
        line, _, self._pending = self._pending.partition(b"\n")
        return _decoded(line + b"\n")


def _decoded(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")


def open_plain(*, unicode: bool, editor: str, bell: bool) -> PlainUi:
    """The plain Ui on this process's own input and output."""
    size = shutil.get_terminal_size()
    return PlainUi(
        sys.stdin, sys.stdout, unicode=unicode, width=size.columns, height=size.lines, editor=editor, bell=bell
    )
