"""Diagrams as lines of text."""

import re
import textwrap

from rich.cells import cell_len
from termaid import render

from coach.language.graph import Graph
from coach.language.printable import shorten
from coach.language.route import along, main_path, split

_SPACINGS = ((2, 1), (3, 1), (1, 1), (1, 0))
"""Columns between boxes and inside of them, as they are tried; with two some arrows have no room for their corners."""
_CROSSINGS = 2
_WRAPPED = 10
"""Columns that a box takes at least, however long its text: termaid wraps that over lines."""
_LONGEST = 40
"""Letters of a box; a whole sentence would make a drawing that fits no window."""
_MOST = 30
"""Boxes from which on a drawing is a maze, and takes a second to make: the paths say more."""
_BEGINS = re.compile(
    r"\b(user|customer|client|caller|person|buyer|browser|widget|shopper|merchant|payment$|checkout|transaction$|txn$|psp)",
    re.IGNORECASE,
)
_ANSWERS = re.compile(r"\b(reply|answer|response|screen|approve|decline|decision|verdict|result)", re.IGNORECASE)
"""Boxes that a request begins with, and those that answer it: the way between them is drawn first."""
_LINES = re.escape("─╭╮╰╯┼├┤┬┴-+")


def draw(graph: Graph, width: int, height: int, *, unicode: bool, only_boxes: bool = False) -> list[str]:
    """The graph left to right or else top-down, where that fits the window, else one line a path, or nothing where
    only boxes are wanted.

    Arrows that run back follow as lines of their own: drawn in, they pull the picture apart and cross all others.
    """
    starts, ends = ([n for n, label in graph.labels.items() if of.search(label)] for of in (_BEGINS, _ANSWERS))
    forward, back = split(graph, starts)
    path = main_path(forward, starts, ends)
    forward = along(forward, path)
    joined = {name for edge in back for name in (edge.source, edge.target)}
    returns = _lines(Graph({k: v for k, v in graph.labels.items() if k in joined}, back), width, "back: ")
    drawn = _drawing(forward, path, width, height - len(returns), unicode)
    return [*(drawn or _lines(forward, width)), *returns] if drawn or not only_boxes else []


def _drawing(graph: Graph, path: list[str], width: int, height: int, unicode: bool) -> list[str]:
    """A drawing of a graph that fits and can be trusted; no lines when there is none."""
    if len(graph.labels) > _MOST:
        return []
    graph = Graph({name: shorten(label, _LONGEST) for name, label in graph.labels.items()}, graph.edges)
    across = graph.mermaid()
    spacings = [(across, gap, padding) for gap, padding in _SPACINGS if _least(graph, path, gap) <= width]
    down = [(across.replace("flowchart LR", "flowchart TD", 1), 2, 1)] if 4 * len(path) - 1 <= height else []
    for ways in (spacings, down):
        found: list[str] = []
        for way in ways:
            lines = _render(*way, unicode=unicode)
            if not _fits(lines, width, height):
                continue
            signs = lines if unicode else _render(*way, unicode=True)
            if not _clear(graph, lines) or _tangled(signs):
                break  # closer together it is no clearer
            if not _cornerless(signs):
                return lines
            found = found or lines
        if found:
            return found
    return []


def _least(graph: Graph, path: list[str], gap: int) -> int:
    """The columns that a drawing takes at least; rendering can take half a second, too long for what cannot fit."""
    return sum(min(cell_len(graph.labels[name]), _WRAPPED) + 2 + gap for name in path) - gap


def _tangled(lines: list[str]) -> bool:
    """Whether lines cross or run into arrowheads more often than an eye can follow."""
    picture = "\n".join(lines)
    return picture.count("┼") + len(re.findall(r"[▲▼](?=─)|(?<=─)[▲▼](?!─)", picture)) > _CROSSINGS


def _cornerless(lines: list[str]) -> bool:
    """Whether an arrow turns into its head without a corner."""
    for row, line in enumerate(lines):
        for found in re.finditer(r"(?<![─├┤┬┴┼╭╰])►", line):
            near = [
                other[found.start() : found.start() + 1]
                for other in (*lines[max(row - 1, 0) : row], *lines[row + 1 : row + 2])
            ]
            if any(sign in "│┤├┼" for sign in near if sign):
                return True
    return False


def _fits(lines: list[str], width: int, height: int) -> bool:
    return 0 < len(lines) <= height and max(map(cell_len, lines)) <= width


def _clear(graph: Graph, lines: list[str]) -> bool:
    """Whether every label of an arrow can be read: none is drawn over by a line or by another label."""
    for label in {edge.label for edge in graph.edges if edge.label}:
        wanted = sum(edge.label == label for edge in graph.edges)
        free = re.compile(rf"(?<![{_LINES}\w]){re.escape(label)}(?![{_LINES}\w])")
        if sum(len(free.findall(line)) for line in lines) < wanted:
            return False
    return True


def _lines(graph: Graph, width: int, before: str = "") -> list[str]:
    """The paths of a graph, wrapped between boxes where that is possible."""
    tied = Graph({name: label.replace(" ", "\xa0") for name, label in graph.labels.items()}, graph.edges)
    wrapped = [
        textwrap.wrap(before + path, width, initial_indent=" ", subsequent_indent="     ") for path in tied.paths()
    ]
    return [line.replace("\xa0", " ") for lines in wrapped for line in lines]


def _render(source: str, gap: int, padding: int, *, unicode: bool) -> list[str]:
    try:
        text = render(source, use_ascii=not unicode, gap=gap, padding_x=padding, padding_y=0)
    except Exception:
        return []  # a layout the library cannot do is no reason to lose the page: the paths are shown instead
    return [line.rstrip() for line in text.splitlines() if line.strip()]
