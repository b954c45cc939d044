"""How a diagram runs: what leads on, what leads back, its longest way, its parts."""

from collections.abc import Collection, Iterable
from itertools import pairwise

from coach.language.graph import Edge, Graph


def split(graph: Graph, starts: Collection[str] = ()) -> tuple[Graph, tuple[Edge, ...]]:
    """The diagram without the arrows that run back, and those.

    An arrow runs back when, at the moment it was drawn, its source could already be reached from its target: it closes
    a circle. So what is left has no circle. Arrows into a start are tried last, whenever they were drawn.
    """
    following: dict[str, list[str]] = {name: [] for name in graph.labels}
    back = set()
    for edge in sorted(graph.edges, key=lambda edge: edge.target in starts):
        if edge.source in _reached(following, edge.target):
            back.add(edge)
        else:
            following[edge.source].append(edge.target)
    forward = tuple(edge for edge in graph.edges if edge not in back)
    return Graph(graph.labels, forward), tuple(edge for edge in graph.edges if edge in back)


def _reached(following: dict[str, list[str]], start: str) -> set[str]:
    """The start and every box that arrows lead to from it."""
    seen, todo = {start}, [start]
    while todo:
        new = [after for after in following[todo.pop()] if after not in seen]
        seen.update(new)
        todo += new
    return seen


def main_path(graph: Graph, starts: Collection[str] = (), ends: Collection[str] = ()) -> list[str]:
    """The boxes of the longest way through a diagram without circles, from one of the starts if any leads on, and to
    one of the ends if any is reached so.

    Arrows with a label are exceptions ("weak", "publish"), so the way keeps off them where it can.
    """
    following = {edge.source for edge in graph.edges}
    begin = [box for box in graph.labels if box in starts and box in following] or list(graph.labels)
    ways = _longest(graph, ends)
    reached = [ways[box] for box in begin if len(ways.get(box, (0, []))[1]) > 1] if ends else []
    if not reached:
        ways = _longest(graph, graph.labels)
        reached = [ways[box] for box in begin]
    return max(reached, key=lambda found: found[0], default=(0, []))[1]


def _longest(graph: Graph, ends: Collection[str]) -> dict[str, tuple[int, list[str]]]:
    """For each box from which one of the ends is reached the longest way there, and what it is worth."""
    following: dict[str, list[Edge]] = {}
    for edge in graph.edges:
        following.setdefault(edge.source, []).append(edge)
    best: dict[str, tuple[int, list[str]]] = {}
    done: set[str] = set()
    todo = list(graph.labels)
    while todo:
        box = todo[-1]
        if waiting := [edge.target for edge in following.get(box, ()) if edge.target not in done]:
            todo += waiting
            continue
        todo.pop()
        done.add(box)
        ways = [
            (best[edge.target][0] + (-1 if edge.label else 1), best[edge.target][1])
            for edge in following.get(box, ())
            if edge.target in best
        ]
        if ways or box in ends:
            worth, way = max(ways, key=lambda found: found[0], default=(0, []))
            best[box] = (worth, [box, *way])
    return best


def along(graph: Graph, path: list[str]) -> Graph:
    """The same diagram with the boxes and the arrows of a path first."""
    steps = set(pairwise(path))
    labels = {name: graph.labels[name] for name in [*path, *graph.labels]}
    return Graph(labels, tuple(sorted(graph.edges, key=lambda edge: (edge.source, edge.target) not in steps)))


def parts(graph: Graph) -> list[list[str]]:
    """The boxes that hang together, whichever way their arrows point; in the order they were drawn."""
    part = {name: {name} for name in graph.labels}
    for edge in graph.edges:
        if part[edge.source] is not part[edge.target]:
            joined = part[edge.source] | part[edge.target]
            part.update(dict.fromkeys(joined, joined))
    seen: list[list[str]] = []
    for name in graph.labels:
        if not any(name in known for known in seen):
            seen.append([other for other in graph.labels if other in part[name]])
    return seen


def callers(graph: Graph, boxes: Iterable[str]) -> set[str]:
    """The boxes that call one of these: what was drawn as a call answers its caller, so no arrow leads on from it."""
    found = set()
    for box in boxes:
        into = {edge.source for edge in graph.edges if edge.target == box and edge.source != box}
        out = {edge.target for edge in graph.edges if edge.source == box and edge.target != box}
        if out <= into:
            found |= into
    return found


def fed_by(graph: Graph, boxes: Iterable[str]) -> set[str]:
    """The boxes that one of these leads into, of those to which nothing leads: a table, a policy, an input."""
    led_to = {edge.target for edge in graph.edges}
    inputs = set(boxes) - led_to
    return {edge.target for edge in graph.edges if edge.source in inputs}
