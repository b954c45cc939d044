"""Lines that draw: `+ docs -> chunker -> index`, read into the boxes and arrows of a diagram."""

import re
from dataclasses import dataclass
from itertools import count

from coach.language.boxes import find, is_slip
from coach.language.graph import Edge, Graph, GraphError
from coach.language.printable import one_line

_ARROW = re.compile(
    r"""(?: (?P<both> <-+> | <=+> | [↔⇔⟷] )
          | (?P<back> <-+ | [←⇐⟵] )
          | --\s*(?P<inside> [^-=<>|]*[^-=<>|\s] )\s*-+>
          | (?<=\s)-(?P<inline> \w[\w ]* )->
          | -[-.]*>+ | =+>+ | ~+> | [→⇒⟶➔➜]
          | (?P<bare> (?<=\s)(?:>+|-{2,})(?=\s) ) )
        (?: \s*\|(?P<label>[^|]*)\| )?""",
    re.VERBOSE,
)
_STATEMENT = re.compile(r"\n|;(?!\S|\s*[-=~<>→←↔⇒|])")
_FAN = re.compile(r"\s+/\s+|^/\s+|\s+/$")
_WRAPS = (("[", "]"), ("(", ")"), ("{", "}"), ('"', '"'), ("'", "'"), ("“", "”"), ("<", ">"))
MOST_BOXES, MOST_ARROWS = 100, 200
"""More than anybody draws in a round; a pasted page must not stall the prompt."""
_ASIDE = re.compile(r"(?:[,:;.]|\s[-–—(])(?:\s.*|\(.*)?$|\s\(.*$|\s(?:because|bc)\s.*$")
"""What a note goes on to say after the name of a box."""
_AMOUNT = re.compile(r"[~<>≈+\s]*\d[\d.,]*\s?(?:%|[kmb]|[kmgt]b|m?s|min|h|x)?(?:\s|$)", re.IGNORECASE)
_REASON = re.compile(r"\b(?:because|bc|b/c|since|so that)\b", re.IGNORECASE)
_MOST_WORDS = 4
"""Words in the name of a box that is typed without an arrow; what is longer says something."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A diagram after a line, the names in it that were taken for slips: as typed, and the box's own; and every box
    that the line names, with the name as typed."""

    graph: Graph
    slips: tuple[tuple[str, str], ...] = ()
    typed: tuple[tuple[str, str], ...] = ()


def draws(text: str) -> bool:
    """Whether a line asks to be drawn."""
    return text.lstrip().startswith("+")


def has_arrow(text: str) -> bool:
    """Whether a note holds an arrow; a lone `>` or a dash is none there, though it is in a line that draws."""
    return any(not found["bare"] for found in _ARROW.finditer(one_line(text)))


def add(graph: Graph, text: str) -> Drawn:
    """The diagram with a line drawn into it. Raises GraphError, in one sentence, for a line that draws nothing.

    A + also stands before what counts for something ("+1 for caching"): that is no box. Boxes get the names b1, b2, …
    and keep the words that were typed first. In a note without the `+` the name of a box ends where the note goes on:
    "queue, nightly sweep for misses" is a queue.
    """
    if not draws(text) and not has_arrow(text):
        raise GraphError("There is no arrow in it, so nothing is drawn.")
    pen, kept = _Pen(graph, aside=not draws(text)), False
    for index, statement in enumerate(_STATEMENT.split(text)):
        line = one_line(statement)
        if line.strip("+ ") and (index == 0 or draws(line) or has_arrow(line)):  # what follows may be prose
            if _says_something(line.lstrip("+ ")):
                kept = True
            else:
                pen.line(line.lstrip("+ "))
    if not pen.touched:
        why = "Kept as a note; “+ box -> box” is drawn." if kept else "Nothing follows the +, so nothing is drawn."
        raise GraphError(why)
    return Drawn(Graph(pen.labels, tuple(pen.edges)), tuple(dict.fromkeys(pen.slips)), tuple(pen.typed))


def _says_something(line: str) -> bool:
    """Whether a line without an arrow is a remark and no name of a box."""
    if _ARROW.search(line):
        return False
    names = [_ASIDE.sub("", name) for name in _FAN.split(line)]
    return bool(_AMOUNT.match(line) or _REASON.search(line)) or any(len(name.split()) > _MOST_WORDS for name in names)


def cut(graph: Graph, source: str, target: str) -> Graph:
    """The diagram without the arrow between two boxes, named in full; a box that loses its last arrow goes too."""
    ends = find(source, graph.labels), find(target, graph.labels)
    edges = tuple(edge for edge in graph.edges if (edge.source, edge.target) != ends)
    if len(edges) == len(graph.edges):
        return graph
    joined = {name for edge in edges for name in (edge.source, edge.target)}
    return Graph({k: v for k, v in graph.labels.items() if k not in ends or k in joined}, edges)


def ends_of(text: str) -> list[tuple[str, str]]:
    """The arrows that an order names, each by what it calls its two boxes. Raises GraphError for none."""
    drawn = add(Graph({}, ()), f"+{text}").graph
    if not drawn.edges:
        raise GraphError("An arrow is named by its two ends: /cut A -> B.")
    return [(drawn.labels[edge.source], drawn.labels[edge.target]) for edge in drawn.edges]


def arrows_like(graph: Graph, source: str, target: str) -> list[Edge]:
    """The arrows between boxes whose names, or else whose later words, begin so; the very names win."""
    ends = find(source, graph.labels), find(target, graph.labels)
    if exact := [edge for edge in graph.edges if (edge.source, edge.target) == ends]:
        return exact
    for begins in (str.startswith, _word_begins):
        found = [
            edge
            for edge in graph.edges
            if (edge.source == ends[0] or begins(graph.labels[edge.source].casefold(), source.casefold()))
            and (edge.target == ends[1] or begins(graph.labels[edge.target].casefold(), target.casefold()))
        ]
        if found:
            return found
    return []


def _word_begins(label: str, prefix: str) -> bool:
    return any(label[at.start() :].startswith(prefix) for at in re.finditer(r"\b\w", label))


class _Pen:
    """A diagram that is being drawn into."""

    def __init__(self, graph: Graph, *, aside: bool) -> None:
        self.labels = dict(graph.labels)
        self.edges = list(graph.edges)
        self.slips: list[tuple[str, str]] = []
        self.typed: list[tuple[str, str]] = []
        self.touched = False
        self._aside = aside

    def line(self, line: str) -> None:
        arrows = list(_ARROW.finditer(line))
        starts, ends = [0, *(a.end() for a in arrows)], [*(a.start() for a in arrows), len(line)]
        groups = [self._names(line[start:end]) for start, end in zip(starts, ends, strict=True)]
        for index, group in enumerate(groups):
            if not group:
                before, after = index > 0, index < len(arrows)
                where = "Two arrows follow each other" if before and after else (
                    "An arrow leads nowhere" if before else "An arrow comes from nowhere"
                )  # fmt: skip
                raise GraphError(f"{where}, so nothing is drawn.")
            if group[0].startswith("|") and index:
                raise GraphError("The label after an arrow has no second |, so nothing is drawn.")
        left = [self._box(name) for name in groups[0]]
        for arrow, names in zip(arrows, groups[1:], strict=True):
            right = [self._box(name, but=left) for name in names]
            label = one_line(arrow["label"] or arrow["inside"] or arrow["inline"] or "")
            for a in left:
                for b in right:
                    if not arrow["back"]:
                        self._arrow(Edge(a, b, label))
                    if arrow["back"] or arrow["both"]:
                        self._arrow(Edge(b, a, label))
            left = right

    def _names(self, text: str) -> list[str]:
        names = []
        for part in _FAN.split(text.strip()):
            name = part.strip()
            if self._aside:
                name = _ASIDE.sub("", name).strip()
            for first, last in _WRAPS:
                if len(name) > 2 and name[0] == first and name[-1] == last and first not in name[1:-1]:
                    name = name[1:-1].strip()
            if name:
                names.append(name)
        return names

    def _box(self, name: str, but: list[str] | None = None) -> str:
        """The box of a name; what an arrow joins is two boxes unless the very same name was typed twice."""
        self.touched = True
        box = find(name, self.labels)
        if box is not None and box in (but or ()) and self.labels[box].casefold() != name.casefold():
            box = None
        if box is None:
            box = next(new for new in map("b{}".format, count(len(self.labels) + 1)) if new not in self.labels)
            self.labels[box] = name
            self._measured()
        elif is_slip(name, self.labels[box]):
            self.slips.append((name, self.labels[box]))
        self.typed.append((box, name))
        return box

    def _arrow(self, edge: Edge) -> None:
        """Draws an arrow; drawn again it takes the new label and keeps its place."""
        for at, known in enumerate(self.edges):
            if (known.source, known.target) == (edge.source, edge.target):
                self.edges[at] = edge if edge.label else known
                return
        self.edges.append(edge)
        self._measured()

    def _measured(self) -> None:
        if len(self.labels) > MOST_BOXES or len(self.edges) > MOST_ARROWS:
            raise GraphError(f"That would be more than {MOST_BOXES} boxes or {MOST_ARROWS} arrows, so it is not drawn.")
