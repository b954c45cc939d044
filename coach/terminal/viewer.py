"""A page over the whole window, in the terminal's other screen: when it is closed, nothing of it is left."""

import curses
import locale
import os
from contextlib import suppress

from coach.screens.board import Board
from coach.screens.ui import Block, Pairs, Picture, Rule, Text
from coach.terminal.cells import width_of
from coach.terminal.glyphs import block_to_ascii, to_ascii
from coach.terminal.layout import label_width, lines
from coach.terminal.plain import signals_stop

_KEYS = {
    curses.KEY_UP: "up", curses.KEY_DOWN: "down", curses.KEY_PPAGE: "pageup", curses.KEY_NPAGE: "pagedown",
    curses.KEY_HOME: "home", curses.KEY_END: "end", curses.KEY_ENTER: "enter", curses.KEY_RESIZE: "resize",
    10: "enter", 13: "enter", 27: "escape", 32: "space",
}  # fmt: skip
_COLOURS = {"good": curses.COLOR_GREEN, "warn": curses.COLOR_YELLOW, "bad": curses.COLOR_RED,
            "accent": curses.COLOR_CYAN}  # fmt: skip
_PICTURE = 40
"""Lines that a diagram may take in a low window: it scrolls."""
_ESCAPE_MS = 25
"""How long the rest of a key's sequence may take after its escape."""

_Row = list[tuple[str, int]]


def view(board: Board, *, unicode: bool, colours: bool) -> None:
    """Shows a board until it is left. Raises Stopped for ctrl-c and for signals that end a terminal."""
    locale.setlocale(locale.LC_ALL, "")  # else curses takes every byte of a letter for one of its own
    try:
        curses.setupterm()
    except curses.error:
        os.environ["TERM"] = "xterm"  # a terminal that this machine has not heard of is of this kind
    with signals_stop():
        screen = curses.initscr()
        try:
            _View(screen, board, unicode=unicode, styles=_styles(colours)).run()
        finally:
            screen.erase()  # terminals without another screen keep what was last there
            screen.refresh()
            curses.endwin()


def _styles(colours: bool) -> dict[str, int]:
    styles = {"": curses.A_NORMAL, "strong": curses.A_BOLD, "dim": curses.A_DIM, "accent": curses.A_BOLD}
    if colours and curses.has_colors():
        curses.start_color()
        curses.use_default_colors()
        for number, (style, colour) in enumerate(_COLOURS.items(), start=1):
            curses.init_pair(number, colour, -1)
            styles[style] = curses.color_pair(number)
    return styles


class _View:
    """Draws a board, scrolls it, hands it the keys."""

    def __init__(self, screen: "curses.window", board: Board, *, unicode: bool, styles: dict[str, int]) -> None:
        curses.noecho()
        curses.cbreak()
        curses.set_escdelay(_ESCAPE_MS)
        screen.keypad(True)
        with suppress(curses.error):  # a terminal that cannot hide its cursor
            curses.curs_set(0)
        self._screen, self._board, self._unicode, self._styles = screen, board, unicode, styles
        self._top = 0
        self._drawn: dict[tuple[str, int], list[str]] = {}
        """Diagrams by their source and width: to draw one takes longer than a key may."""

    def run(self) -> None:
        """Until the board is left."""
        while True:
            most = self._draw()
            code = self._screen.getch()
            key = _KEYS.get(code) or (chr(code) if 0 < code < 128 else "")
            if code == -1 or self._board.press(key):
                return
            if self._board.focus is None:
                self._top = min(max(self._scrolled(key), 0), most)

    def _scrolled(self, key: str) -> int:
        page = max(self._screen.getmaxyx()[0] - 2, 1)
        match key:
            case "up" | "k":
                return self._top - 1
            case "down" | "j" | "enter":
                return self._top + 1
            case "pageup" | "b":
                return self._top - page
            case "pagedown" | "space":
                return self._top + page
            case "home" | "g":
                return 0
            case "end" | "G":
                return 1 << 30
        return self._top

    def _draw(self) -> int:
        """Draws the board; returns how far it can be scrolled."""
        height, width = self._screen.getmaxyx()
        room = height - 1
        rows, spans = self._rows(width, tight=False)
        if len(rows) > room:
            rows, spans = self._rows(width, tight=True)
        most = max(len(rows) - room, 0)
        if (focus := self._board.focus) is not None:
            first, last = spans[focus] if focus < len(spans) else (0, 0)
            self._top = min(max(self._top, last - room + 1), max(first - 1, 0))
        self._top = min(self._top, most)
        self._screen.erase()
        for y, row in enumerate(rows[self._top : self._top + room]):
            self._put(y, row, width)
        self._put(height - 1, [(self._keys(most, len(rows) - self._top - room, width), self._styles["dim"])], width)
        self._screen.refresh()
        return most

    def _keys(self, most: int, below: int, width: int) -> str:
        """The last line: the keys that work, as many as it has room for."""
        first, *others = self._board.keys
        down = [f"space: {below} more line{'' if below == 1 else 's'}"] if below > 0 else ["g begins again"]
        keys = [first, *(down if most and self._board.focus is None else []), *others]
        while len(line := f" {' · '.join(keys)}") >= width and len(keys) > 1:
            keys.pop()
        return line

    def _rows(self, width: int, *, tight: bool) -> tuple[list[_Row], list[tuple[int, int]]]:
        """The lines with their styles, and for each block the first and last of its lines."""
        rows: list[_Row] = []
        spans = []
        blocks = self._board.blocks(tight=tight)
        for block in blocks if self._unicode else map(block_to_ascii, blocks):
            shown = [self._styled(block, at, line, width) for at, line in enumerate(lines(block, width - 1, self._art))]
            spans.append((len(rows), len(rows) + max(len(shown) - 1, 0)))
            rows += shown
        return rows, spans

    def _art(self, picture: Picture) -> list[str]:
        from coach.terminal.picture import draw  # slow to import, and most pages have none

        height, width = self._screen.getmaxyx()
        key = picture.graph.mermaid(), width
        if key not in self._drawn:
            self._drawn[key] = draw(picture.graph, width - 2, max(height, _PICTURE), unicode=self._unicode)
        return self._drawn[key]

    def _styled(self, block: Block, at: int, line: str, width: int) -> _Row:
        strong, plain = self._styles["strong"], self._styles[""]
        match block:
            case Rule(left, _):
                return [
                    (line[:3], self._styles["dim"]),
                    (line[3 : 3 + len(left)], strong),
                    (line[3 + len(left) :], plain),
                ]
            case Text(_, style, _, _):
                return [(line, self._styles.get(style, plain))]
            case Pairs(rows):
                column = label_width(rows, width - 1) + 1
                return [(line[:column], strong), (line[column:], plain)]
        return [(line, plain)]

    def _put(self, y: int, row: _Row, width: int) -> None:
        x = 0
        for text, style in row:
            told = (text if self._unicode else to_ascii(text))[: max(width - 1 - x, 0)]
            try:
                self._screen.addstr(y, x, told, style)
            except curses.error:
                return  # a window that became smaller this moment; it is drawn anew
            x += width_of(told)
