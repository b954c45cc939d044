"""Diagrams as lines of text."""

from termaid import render

from coach.language.graph import Graph

_SPACINGS = ((4, 2), (2, 1), (1, 1))


def draw(graph: Graph, width: int, height: int, *, unicode: bool) -> list[str]:
    """The graph left to right if it fits the width, else top-down if it fits the window, else one line a path."""
    for gap, padding in _SPACINGS:
        lines = _render(graph.mermaid(), gap, padding, unicode)
        if lines and max(map(len, lines)) <= width:
            return lines
    lines = _render(graph.mermaid().replace("flowchart LR", "flowchart TD", 1), 2, 1, unicode)
    if lines and max(map(len, lines)) <= width and len(lines) <= height:
        return lines
    return graph.paths()


def _render(source: str, gap: int, padding: int, unicode: bool) -> list[str]:
    try:
        text = render(source, use_ascii=not unicode, gap=gap, padding_x=padding, padding_y=0)
    except Exception:
        return []  # a layout the library cannot do is no reason to lose the page: the paths are shown instead
    return [line.rstrip() for line in text.splitlines() if line.strip()]
