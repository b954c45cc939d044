"""What a whole window shows, and a page to read in it."""

from collections.abc import Sequence
from typing import Protocol

from coach.language.document import Document
from coach.screens.pages import page_blocks
from coach.screens.ui import Block

LEAVE = ("q", "escape")


class Board(Protocol):
    """What a window shows and what its keys do. `keys` are told in its last line, `focus` is the block to keep in
    sight."""

    @property
    def keys(self) -> Sequence[str]:
        """The keys that work, each with what it does."""

    @property
    def focus(self) -> int | None:
        """The number of a block; None where the person scrolls."""

    def blocks(self, *, tight: bool) -> Sequence[Block]:
        """The blocks; `tight` leaves out what a low window has no room for."""

    def press(self, key: str) -> bool:
        """What a key does; whether it leaves the board."""


class Reading:
    """A page to read."""

    focus = None

    def __init__(self, document: Document, more: str = "") -> None:
        self._document = document
        self.keys = ("q leaves", *([more] if more else []))

    def blocks(self, *, tight: bool) -> Sequence[Block]:
        """The page."""
        return page_blocks(self._document, tight=tight)

    def press(self, key: str) -> bool:
        """Only leaving."""
        return key in LEAVE
