"""A page of which every line is ticked, in a whole window or line by line."""

from collections.abc import Sequence

from coach.language.document import Document
from coach.screens.board import LEAVE
from coach.screens.pages import plain
from coach.screens.ui import Block, Gap, Keys, Text, Ui

_NEXT = "Next: `coach`."


class Ticking:
    """A page of which every line is ticked."""

    def __init__(self, document: Document) -> None:
        self._heads: dict[int, str] = {}
        self._lines: list[str] = []
        for section in document.sections:
            self._heads[len(self._lines)] = section.title
            self._lines += [plain(line) for line in section.lines]
        self._ticked: set[int] = set()
        self._at = 0

    @property
    def keys(self) -> Sequence[str]:
        """The keys, after how far one is."""
        done = f"{len(self._ticked)} of {len(self._lines)}"
        return (done, "space ticks", "↑↓ move", "q leaves") if self.left else (done, "q leaves")

    @property
    def left(self) -> list[str]:
        """The lines that are not ticked."""
        return [line for at, line in enumerate(self._lines) if at not in self._ticked]

    @property
    def focus(self) -> int:
        """The block of the line at hand."""
        return next(at for at, (line, _) in enumerate(self._rows()) if line == self._at)

    def blocks(self, *, tight: bool) -> Sequence[Block]:
        """The lines under their heads."""
        return [block for _, block in self._rows()]

    def _rows(self) -> list[tuple[int | None, Block]]:
        rows: list[tuple[int | None, Block]] = []
        for at, line in enumerate(self._lines):
            if at in self._heads:
                rows.append((None, Text(self._heads[at], "strong")))
            text = f"[{'x' if at in self._ticked else ' '}] {line}"
            if at == self._at:
                rows.append((at, Text(f"› {text}", "accent", hang=6)))
            else:
                rows.append((at, Text(text, "dim" if at in self._ticked else "", indent=3, hang=4)))
        return rows

    def press(self, key: str) -> bool:
        """Space and Enter tick the line at hand and go on to the next one that is open; arrows move."""
        last = len(self._lines) - 1
        match key:
            case "space" | "enter" | "x":
                self._ticked ^= {self._at}
                if self._at in self._ticked:
                    after = [*range(self._at + 1, last + 1), *range(self._at)]
                    self._at = next((at for at in after if at not in self._ticked), self._at)
            case "up" | "k":
                self._at = max(self._at - 1, 0)
            case "down" | "j":
                self._at = min(self._at + 1, last)
            case "home" | "g":
                self._at = 0
            case "end" | "G":
                self._at = last
        return key in LEAVE


def tick_by_line(ui: Ui, document: Document) -> None:
    """Goes through a page line by line, and ends with the lines that were not ticked. Raises Stopped."""
    left: list[str] = []
    for section in document.sections:
        ui.show(Text(section.title, "strong"))
        for line in section.lines:
            answer = ui.key(Keys(plain(line), {"": "done", "-": "not yet", "q": "leave"}))
            if answer.key == "q":
                ui.show(Text(_NEXT))
                return
            left += [plain(line)] if answer.key else []
    rest = [Text(f"- {line}", hang=2) for line in left]
    ui.show(Gap(), Text("Not yet:" if left else "All done."), *rest, Text(_NEXT))
