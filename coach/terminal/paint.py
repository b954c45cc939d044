"""Blocks in colour, with rich."""

from collections.abc import Callable
from typing import TextIO

from rich.console import Console
from rich.text import Text as RichText

from coach.screens.ui import Beside, Block, Picture, Rule, Sketch, Style, Table, Text
from coach.terminal.glyphs import block_to_ascii, to_ascii
from coach.terminal.layout import lines

_STYLES: dict[Style, str] = {
    "": "", "dim": "dim", "strong": "bold", "good": "green", "warn": "yellow", "bad": "red", "accent": "cyan",
}  # fmt: skip


class Painter:
    """Prints blocks; text from files is printed as text, never as markup."""

    def __init__(
        self,
        *,
        unicode: bool,
        colours: bool,
        height: Callable[[], int],
        file: TextIO | None = None,
        width: int | None = None,
    ) -> None:
        self._unicode = unicode
        self._height = height
        self._console = Console(
            file=file, width=width, highlight=False, markup=False, emoji=False, no_color=not colours or None
        )

    def show(self, *blocks: Block) -> None:
        """Prints blocks at the window's width as it is now."""
        width = self._console.width
        for block in blocks if self._unicode else map(block_to_ascii, blocks):
            for index, line in enumerate(lines(block, width, self._draw)):
                text = line if self._unicode else to_ascii(line)
                self._console.print(self._styled(block, index, text), soft_wrap=True)

    def _draw(self, picture: Picture) -> list[str]:
        from coach.terminal.picture import draw  # slow to import, and most sittings draw nothing

        return draw(picture.graph, self._console.width - 1, self._height() - 4, unicode=self._unicode)

    def _styled(self, block: Block, index: int, line: str) -> RichText:
        text = RichText(line)
        match block:
            case Rule(left, _):
                text.stylize("dim")
                text.stylize("not dim bold", 3, 3 + len(left))
            case Text(_, style, _, _):
                text.stylize(_STYLES[style])
            case Beside(mark, _, _, "dim"):
                text.stylize("dim")
            case Beside(mark, _, _, style) if index == 0:
                text.stylize(_STYLES[style], 1, 1 + len(mark))
            case Sketch():
                text.stylize("cyan")
            case Table(heads) if index == 0 and any(heads):
                text.stylize("dim")
        return text
