"""A page as data: sections of lines and diagrams, for a window, for Markdown and for HTML."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from coach.language.graph import Graph, read_mermaid


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a section. `label` stands before it, `note` after it and fainter; a spoken one is in quotes."""

    text: str
    label: str = ""
    note: str = ""
    spoken: bool = False

    @property
    def told(self) -> str:
        """The text, in quotes when it is to be spoken."""
        return f"“{self.text}”" if self.spoken else self.text


@dataclass(frozen=True, slots=True)
class Section:
    """A head with its lines and a diagram after them. A `brief` one is a few words beside its head."""

    title: str
    lines: tuple[Line, ...] = ()
    brief: bool = False
    diagram: Graph | None = None

    @property
    def run_on(self) -> str:
        """The lines of a brief section as one, where they are mere phrases; else empty, as each needs its own."""
        if not self.brief or any(line.label or line.note or line.text.endswith(".") for line in self.lines[1:]):
            return ""
        told = [line.told for line in self.lines]
        return ("; " if any("," in text for text in told) else ", ").join(told)


@dataclass(frozen=True, slots=True)
class Document:
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
                    "lines": [[line.text, line.label, line.note, line.spoken] for line in section.lines],
                    "brief": section.brief,
                    "diagram": section.diagram.mermaid() if section.diagram else "",
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
                tuple(Line(*line) for line in known["lines"]),
                known["brief"],
                read_mermaid(known["diagram"]) if known["diagram"] else None,
            )
            for known in data["sections"]
        )
        return Document(data["title"], sections, data["lead"], data["foot"], data["without_head"])
