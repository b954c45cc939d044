"""Diagrams as lines of text."""

import textwrap

from termaid import render

from coach.language.graph import Graph

_SPACINGS = ((2, 1), (1, 1))
_WORTH = 1.2
"""How much too wide a drawing may be for a closer one to be worth trying."""


def draw(graph: Graph, width: int, height: int, *, unicode: bool) -> list[str]:
    """The graph left to right if it fits the width, else top-down if it fits the window, else one line a path."""
    for gap, padding in _SPACINGS:
        lines = _render(graph.mermaid(), gap, padding, unicode)
        widest = max(map(len, lines), default=width + 1)
        if widest <= width:
            return lines
        if widest > width * _WORTH:
            break
    lines = _render(graph.mermaid().replace("flowchart LR", "flowchart TD", 1), 2, 1, unicode)
    if lines and max(map(len, lines)) <= width and len(lines) <= height:
        return lines
    wrapped = [textwrap.wrap(path, width, initial_indent=" ", subsequent_indent="     ") for path in graph.paths()]
    return [line for path in wrapped for line in path]


def _render(source: str, gap: int, padding: int, unicode: bool) -> list[str]:
    try:
        text = render(source, use_ascii=not unicode, gap=gap, padding_x=padding, padding_y=0)
    except Exception:
        return []  # a layout the library cannot do is no reason to lose the page: the paths are shown instead
    return [line.rstrip() for line in text.splitlines() if line.strip()]
