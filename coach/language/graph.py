"""Diagrams as edge lists, read from the small part of Mermaid that scenarios use."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

_QUOTED = r'\s*"[^"]*"\s*'
_NODE = (
    r"([A-Za-z]\w*(?:-+\w+)*)\s*"
    rf"(?:\[({_QUOTED}|[^\]]*)\]|\(({_QUOTED}|[^)]*)\)|\{{({_QUOTED}|[^}}]*)\}})?"
)
_FIRST = re.compile(_NODE)
_NEXT = re.compile(rf"\s*(-{{2,}}>|-\.+->|={{2,}}>)\s*(?:\|({_QUOTED}|[^|]*)\|)?\s*" + _NODE)
_END = re.compile(r'\n|;(?=(?:[^"\n]*"[^"\n]*")*[^"\n]*(?:\n|$))')
"""Where a statement ends: at a line's end, or at a semicolon outside quotes."""
_PLAIN = re.compile(r"(?!.*\bend\b)\w[\w +.,'-]*", re.ASCII)
"""Texts that Mermaid reads without quotes; its own word `end` is none."""
_SIGNS = {"#": "#35;", '"': "#quot;", "<": "#lt;", ">": "#gt;", "&": "#amp;", "`": "#96;", "|": "#124;", "\\": "#92;"}
_BY_CODE = {code: sign for sign, code in _SIGNS.items()}


class GraphError(ValueError):
    """A diagram line that cannot be read."""


@dataclass(frozen=True, slots=True)
class Edge:
    """One arrow between two boxes, by their names."""

    source: str
    target: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Graph:
    """Boxes by name with the text in them, and the arrows between them, both in the order they were written."""

    labels: dict[str, str]
    edges: tuple[Edge, ...]

    def without(self, names: Collection[str]) -> "Graph":
        """The same graph with boxes taken out; what led into a box then leads to where the box led."""
        edges = list(self.edges)
        for name in names:
            into = [edge for edge in edges if edge.target == name and edge.source != name]
            out = [edge for edge in edges if edge.source == name and edge.target != name]
            bridged = {(e.source, e.target) for e in edges if name not in (e.source, e.target)}
            after: list[Edge] = []
            for edge in edges:
                if name not in (edge.source, edge.target):
                    after.append(edge)
                    continue
                for b in out if edge in into else ():  # where the arrow was: the order says which arrows run back
                    ends = (edge.source, b.target)
                    if edge.source != b.target and ends not in bridged:
                        bridged.add(ends)
                        after.append(Edge(*ends, edge.label or b.label))
            edges = after
        return Graph({k: v for k, v in self.labels.items() if k not in names}, tuple(edges))

    def mermaid(self) -> str:
        """The graph as a Mermaid flowchart, left to right."""
        lines = ["flowchart LR"]
        lines += [f"  {name}[{_written(label)}]" for name, label in self.labels.items()]
        lines += [f"  {e.source} -->{f'|{_written(e.label)}|' if e.label else ''} {e.target}" for e in self.edges]
        return "\n".join(lines)

    def paths(self) -> list[str]:
        """The graph as lines of text, one chain of arrows a line, every arrow once, those without a label first.

        What one box fans out to, each an arrow and no further, shares a line: `api -> cache / log`. Boxes without any
        arrow come last, a line each.
        """
        left = list(self.edges)
        targets = {edge.target for edge in self.edges}
        starts = [name for name in self.labels if name not in targets]
        lines: list[str] = []
        fans: dict[str, int] = {}
        while left:
            source = next((n for n in (*starts, *self.labels) if any(e.source == n for e in left)), left[0].source)
            first, chain = source, [self.labels[source]]
            while edge := min((e for e in left if e.source == source), key=lambda e: bool(e.label), default=None):
                left.remove(edge)
                chain.append(f"({edge.label}) {self.labels[edge.target]}" if edge.label else self.labels[edge.target])
                source = edge.target
            plain = len(chain) == 2 and chain[1] == self.labels[source]
            if plain and first in fans:
                lines[fans[first]] += f" / {chain[1]}"
                continue
            if plain:
                fans[first] = len(lines)
            lines.append(" -> ".join(chain))
        joined = targets | {edge.source for edge in self.edges}
        return lines + [label for name, label in self.labels.items() if name not in joined]

    def reaches(self, start: Iterable[str], goal: Collection[str], avoid: Collection[str] = ()) -> bool:
        """Whether an arrow path of at least one step leads from a start to a goal without entering `avoid`."""
        todo = [name for name in start if name not in avoid]
        seen: set[str] = set()
        while todo:
            name = todo.pop()
            for edge in self.edges:
                if edge.source != name or edge.target in avoid:
                    continue
                if edge.target in goal:
                    return True
                if edge.target not in seen:
                    seen.add(edge.target)
                    todo.append(edge.target)
        return False


def read_mermaid(source: str) -> Graph:
    """A `flowchart` as a graph. Raises GraphError, naming the line, for anything but boxes and arrows."""
    lines = [line.strip() for line in _END.split(source)]
    lines = [line for line in lines if line and not line.startswith("%%")]
    if not lines or not re.match(r"(flowchart|graph)\s+(LR|RL|TD|TB|BT)$", lines[0]):
        raise GraphError("the first line must be `flowchart LR`")
    labels: dict[str, str] = {}
    edges: list[Edge] = []

    def box(match: re.Match[str], first: int) -> str:
        name = match[first]
        text = next((match[i] for i in range(first + 1, first + 4) if match[i]), None)
        if text is not None or name not in labels:
            labels[name] = _read(text or name)
        return name

    for line in lines[1:]:
        start = _FIRST.match(line)
        if not start:
            raise GraphError(f"cannot read {line!r}")
        source_name, at = box(start, 1), start.end()
        while arrow := _NEXT.match(line, at):
            target = box(arrow, 3)
            edges.append(Edge(source_name, target, _read(arrow[2] or "")))
            source_name, at = target, arrow.end()
        if line[at:].strip():
            raise GraphError(f"cannot read {line[at:].strip()!r} in {line!r}")
    return Graph(labels, tuple(edges))


def _written(text: str) -> str:
    """A text as Mermaid takes it: in quotes, with codes for the signs that mean something there."""
    if _PLAIN.fullmatch(text):
        return text
    return '"' + "".join(_SIGNS.get(sign, sign) for sign in text) + '"'


def _read(text: str) -> str:
    text = text.strip()
    if len(text) > 1 and text[0] == text[-1] == '"':
        text = text[1:-1]
    return re.sub(r"#\w+;", lambda found: _BY_CODE.get(found[0], found[0]), text)
