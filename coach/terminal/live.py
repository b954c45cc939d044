"""The live Ui: an inline prompt with a running clock; what was said stays in the scrollback."""

import asyncio
import shutil
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType
from typing import Any

from prompt_toolkit import PromptSession
from prompt_toolkit.application import Application, in_terminal
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.history import InMemoryHistory
from prompt_toolkit.input import Input
from prompt_toolkit.input.defaults import create_input
from prompt_toolkit.output import ColorDepth, Output
from prompt_toolkit.output.defaults import create_output
from prompt_toolkit.output.vt100 import Vt100_Output
from prompt_toolkit.renderer import CPR_Support
from prompt_toolkit.styles import Style as PromptStyle

from coach.errors import CoachError
from coach.language.printable import one_line
from coach.screens.ui import Answer, Block, Keys, Prompt, Stopped
from coach.terminal.bar import draw_bar
from coach.terminal.bindings import key_bindings, line_bindings, note_bindings
from coach.terminal.completion import CommandCompleter, completing
from coach.terminal.editor import run_editor
from coach.terminal.glyphs import to_ascii
from coach.terminal.layout import wrap
from coach.terminal.paint import Painter
from coach.terminal.plain import SIGNALS

_STYLE = PromptStyle.from_dict(
    {"bottom-toolbar": "noreverse", "clock": "ansicyan", "keys": "ansibrightblack", "question": "bold"}
)
_MENU_ROWS = 6
_ROOM = 4
"""Columns kept free behind the keys for the cursor."""


class LiveUi:
    """A terminal with a cursor. `source` and `sink` are prompt_toolkit's input and output, given in tests.

    `pace` says how long to wait for the next second at a time of the event loop.
    """

    plain = False

    def __init__(
        self,
        painter: Painter,
        *,
        unicode: bool = True,
        colours: bool = True,
        editor: str = "",
        bell: bool = True,
        source: Input | None = None,
        sink: Output | None = None,
        pace: Callable[[float], float] = lambda at: 1.0 - at % 1.0,
    ) -> None:
        self._painter = painter
        self._unicode = unicode
        self._colours = colours
        self._editor = editor
        self._bell = bell
        self._input = source or create_input()
        self._output = sink or create_output()
        self._pace = pace
        self._history = InMemoryHistory()
        self._signals = _Signals()

    def _sign(self, text: str) -> str:
        return text if self._unicode else to_ascii(text)

    def show(self, *blocks: Block) -> None:
        """Prints blocks above whatever comes next."""
        try:
            self._painter.show(*blocks)
        except OSError:
            raise Stopped("hangup") from None

    def read(self, prompt: Prompt) -> str | None:
        """A line, under a clock that runs while it is typed."""

        def message() -> FormattedText:
            return FormattedText([("class:clock", self._sign(f"{prompt.clock()} › "))])

        session = self._session(
            message,
            bottom_toolbar=lambda: draw_bar(prompt.bar(), self._columns, self._rows, self._unicode, self._colours),
            key_bindings=note_bindings(prompt.at_once, lambda: settling),
            completer=CommandCompleter(prompt.commands),
            complete_while_typing=completing(),
            reserve_space_for_menu=min(_MENU_ROWS, max(self._rows - 6, 0)),
            history=self._history,
            prompt_continuation=lambda width, line, wrapped: " " * width,
        )

        settling = prompt.settle > 0

        def settled() -> None:
            nonlocal settling
            settling = False

        def typed(buffer: Any) -> None:
            try:
                prompt.typed(buffer.text)
            except CoachError as error:
                _leave(session.app, error)

        session.default_buffer.on_text_changed += typed

        async def seconds() -> None:
            loop = asyncio.get_running_loop()
            while True:
                await asyncio.sleep(self._pace(loop.time()))
                await self.second(session.app, prompt)

        def begin() -> None:
            session.app.create_background_task(seconds())
            if settling:
                asyncio.get_running_loop().call_later(prompt.settle, settled)

        # A line sent once is not offered again: what is typed now is the person's, not the last sitting's.
        return self._run(session, prompt.text, begin)

    async def second(self, app: Application[str | None], prompt: Prompt) -> None:
        """One step of the clock: lines above the prompt, the bell, the end of the step, a fresh bar."""
        try:
            tick = prompt.tick(app.current_buffer.text)
        except CoachError as error:
            _leave(app, error)
            return
        if tick.bell and self._bell:
            self._output.bell()
            self._output.flush()
        if tick.blocks:
            async with in_terminal():
                self.show(*tick.blocks)
        if tick.leave:
            _leave(app, None)
        else:
            app.invalidate()

    def key(self, keys: Keys) -> Answer:
        """One key, or the digits of a number."""

        def message() -> FormattedText:
            parts = []
            if keys.question:
                lines = wrap(keys.question, self._columns, " ", "  ")
                parts.append(("class:question", self._sign("".join(f"{line}\n" for line in lines))))
            parts.append(("class:keys", self._sign(self._offered(keys))))
            typed = session.default_buffer.text
            parts.append(("", self._sign(f" Enter takes {typed} › " if typed.isdecimal() else " › ")))
            return FormattedText(parts)

        session = self._session(message, key_bindings=key_bindings(keys), erase_when_done=keys.fleeting)
        return Answer(self._run(session, "") or "")

    def _offered(self, keys: Keys) -> str:
        """The keys with their meanings, in as many rows as the window's width asks for."""
        rows: list[str] = []
        for piece in keys.offered():
            longer = f"{rows[-1]} · {piece}" if rows else f" {piece}"
            if rows and len(longer) + _ROOM > self._columns:
                longer = f" {piece}"
                rows.append("")
            if not rows:
                rows.append("")
            rows[-1:] = wrap(longer.strip(), self._columns - _ROOM, " ", "   ")
        return "\n".join(rows)

    def line(self, label: str, text: str = "") -> str:
        """A line without a clock."""
        session = self._session(
            FormattedText([("", self._sign(f" {one_line(label)} "))]),
            key_bindings=line_bindings(),
            multiline=True,
        )
        return (self._run(session, text) or "").strip()

    def choose(self, question: str, options: Sequence[tuple[str, str]]) -> str:
        """One of several options, from a menu; ctrl-c raises Stopped."""
        import questionary

        choices = [questionary.Choice(self._sign(one_line(line)), value=name) for name, line in options]
        try:
            chosen = questionary.select(
                question,
                choices=choices,
                input=self._input,
                output=self._output,
                qmark="",
                pointer=self._sign("▸"),
                instruction="(arrow keys; letters search)",
                use_search_filter=True,
                use_jk_keys=False,
            ).unsafe_ask()
        except KeyboardInterrupt:
            raise Stopped("interrupt") from None
        except (EOFError, OSError):
            raise Stopped("end") from None
        return str(chosen)

    def edit(self, path: Path, second: Callable[[], None]) -> bool | None:
        """Opens a file in the person's editor."""
        with self._input.cooked_mode():
            return run_editor(self._editor, path, second)

    @contextmanager
    def sitting(self) -> Iterator[None]:
        """Raw mode for the whole sitting, so that keys typed between two prompts wait for the next one."""
        with self._signals, self._input.raw_mode():
            yield

    @property
    def _columns(self) -> int:
        return self._output.get_size().columns

    @property
    def _rows(self) -> int:
        return self._output.get_size().rows

    def _session(self, message: Any, **more: Any) -> PromptSession[str | None]:
        more.setdefault("multiline", True)
        return PromptSession(
            message,
            input=self._input,
            output=self._output,
            style=_STYLE,
            color_depth=None if self._colours else ColorDepth.DEPTH_1_BIT,
            include_default_pygments_style=False,
            enable_suspend=True,
            **more,
        )

    def _run(
        self, session: PromptSession[str | None], text: str, before: Callable[[], object] | None = None
    ) -> str | None:
        app, signals = session.app, self._signals
        app.renderer.cpr_not_supported_callback = None  # no warning amid the notes

        def prepare() -> None:
            loop = asyncio.get_running_loop()
            signals.wake = lambda: loop.call_soon_threadsafe(lambda: _leave(app, signals.came))
            if signals.came:
                signals.wake()
            if before:
                before()

        with signals:
            signals.check()
            try:
                return session.prompt(default=text, pre_run=prepare, handle_sigint=False)
            except Stopped:
                signals.came = None
                raise
            except KeyboardInterrupt:
                raise Stopped("interrupt") from None
            except EOFError:
                raise Stopped("end") from None
            except OSError:
                raise Stopped("hangup") from None  # a terminal that is gone answers EIO
            finally:
                signals.wake = None
                if isinstance(self._output, Vt100_Output) and app.renderer.cpr_support is not CPR_Support.SUPPORTED:
                    self._output.enable_cpr = False  # else each prompt waits a second for an answer


class _Signals:
    """Signals that end a sitting. They are raised as Stopped by the prompt that runs or else by the next one, never
    in between, where they would cut a note in two."""

    def __init__(self) -> None:
        self.came: Stopped | None = None
        self.wake: Callable[[], object] | None = None
        self._before: list[dict[int, Any]] = []

    def __enter__(self) -> None:
        self._before.append({number: signal.signal(number, self._take) for number in (*SIGNALS, signal.SIGINT)})

    def __exit__(self, *_: object) -> None:
        for number, handler in self._before.pop().items():
            signal.signal(number, handler)

    def check(self) -> None:
        """Raises what came since the last prompt."""
        came, self.came = self.came, None
        if came is not None:
            raise came

    def _take(self, number: int, frame: FrameType | None) -> None:
        self.came = Stopped("interrupt" if number == signal.SIGINT else "hangup")
        if self.wake is not None:
            with suppress(RuntimeError):  # the loop just closed: the next prompt raises it
                self.wake()


def _leave(app: Application[Any], outcome: BaseException | str | None) -> None:
    """Ends a prompt from outside, once."""
    if app.is_running and app.future is not None and not app.future.done():
        if isinstance(outcome, BaseException):
            app.exit(exception=outcome)
        else:
            app.exit(result=outcome)


def open_live(*, unicode: bool, colours: bool, editor: str, bell: bool) -> LiveUi:
    """The live Ui on this process's own terminal."""
    painter = Painter(unicode=unicode, colours=colours, height=lambda: shutil.get_terminal_size().lines)
    return LiveUi(painter, unicode=unicode, colours=colours, editor=editor, bell=bell)
