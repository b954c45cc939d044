"""A page as data: sections of lines and diagrams, for a window, for Markdown and for HTML."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

if TYPE_CHECKING:
    from coach.language.graph import Graph


class Line(NamedTuple):
    """One line of a section. `label` stands before it, `note` after it and fainter; a spoken one is in quotes.

    `boxes` are there to be ticked, each with a caption or none. An `under` line belongs to the one above it, a `head`
    stands over the lines that follow.
    """

    text: str
    label: str = ""
    note: str = ""
    spoken: bool = False
    boxes: tuple[str, ...] = ()
    kind: Literal["", "under", "head"] = ""

    @property
    def told(self) -> str:
        """The text, in quotes when it is to be spoken."""
        return f"“{self.text}”" if self.spoken else self.text

    @property
    def ticked(self) -> str:
        """The boxes as text."""
        return " ".join(f"☐{caption}" for caption in self.boxes)


class Section(NamedTuple):
    """A head with its lines and a diagram after them. A `brief` one is a few words beside its head.

    A section with a `part` begins a part of that name: on paper a sheet of its own.
    """

    title: str
    lines: tuple[Line, ...] = ()
    brief: bool = False
    diagram: "Graph | None" = None
    part: str = ""

    @property
    def run_on(self) -> str:
        """The lines of a brief section as one, where they are mere phrases; else empty, as each needs its own."""
        named = any(line.label or line.note for line in self.lines)
        if not self.brief or named or any(line.text.endswith(".") for line in self.lines[1:]):
            return ""
        told = [line.told for line in self.lines]
        return ("; " if any("," in text for text in told) else ", ").join(told)


class Document(NamedTuple):
    """A page. `lead` stands under its title, `foot` at its end. A window shows one `without_head` without its title."""

    title: str
    sections: tuple[Section, ...]
    lead: str = ""
    foot: str = ""
    without_head: bool = False

    def data(self) -> dict[str, Any]:
        """The page as plain values, for a cache."""
        return {
            "title": self.title,
            "lead": self.lead,
            "foot": self.foot,
            "without_head": self.without_head,
            "sections": [
                {
                    "title": section.title,
                    "lines": [
                        [line.text, line.label, line.note, line.spoken, line.boxes, line.kind] for line in section.lines
                    ],
                    "brief": section.brief,
                    "diagram": section.diagram.mermaid() if section.diagram else "",
                    "part": section.part,
                }
                for section in self.sections
            ],
        }

    @staticmethod
    def of(data: Mapping[str, Any]) -> "Document":
        """The page that plain values hold."""
        sections = tuple(
            Section(
                known["title"],
                tuple(
                    Line(text, label, note, spoken, tuple(boxes), kind)
                    for text, label, note, spoken, boxes, kind in known["lines"]
                ),
                known["brief"],
                _graph(known["diagram"]),
                known["part"],
            )
            for known in data["sections"]
        )
        return Document(data["title"], sections, data["lead"], data["foot"], data["without_head"])


def _graph(mermaid: str) -> "Graph | None":
    if not mermaid:
        return None
    from coach.language.graph import read_mermaid  # the short page has no diagram, and is wanted at once

    return read_mermaid(mermaid)
