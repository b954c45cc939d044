"""Drawing during a drill: what a line drew, the diagram as it stands, arrows cut and taken back; and it afterwards."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from coach.content.reference import reference
from coach.content.scenario import Scenario
from coach.interview.drawing import diagram, remarks
from coach.interview.session import Session
from coach.language.drawing import add, arrows_like, draws, ends_of, has_arrow
from coach.language.graph import Edge, Graph, GraphError
from coach.language.printable import one_line, shorten
from coach.screens.ui import Block, Gap, Picture, Pictures, Text, Ui

Record = Callable[[str, Mapping[str, Any]], None]
_EXAMPLE = "+ user -> search -> reply"


class Sketch:
    """The person's diagram in one sitting of a drill."""

    def __init__(self, ui: Ui, session: Session, record: Record) -> None:
        self._ui = ui
        self._session = session
        self._record = record

    def drew(self, number: int) -> None:
        """Says what came of a note that draws: how many boxes there are, or why nothing was drawn."""
        try:
            slips = add(self._before(number), self._session.notes[number].text).slips
        except GraphError as error:
            self._ui.show(Text(str(error), "warn", indent=8))
            return
        drawn = diagram(self._session)
        taken = ""
        for typed, box in slips:
            mended = typed in drawn.labels.values()
            taken += f"; “{box}” is now “{typed}”" if mended else f"; “{one_line(typed)}” is taken for “{box}”"
        self._ui.show(Text(f"{_boxes(drawn)}{taken}", "dim", indent=8))

    def edited(self, number: int) -> None:
        """Draws a note that an edit turned into a line that draws, and says what came of one that draws already."""
        if draws(self._session.notes[number].text) and number not in self._drawn():
            self._record("draw", {"note": number})
        if number in self._drawn():
            self.drew(number)

    def show(self, argument: str) -> None:
        """`/draw`: the diagram; `/draw last`: draws the last note with an arrow first."""
        if argument and argument.lower() != "last":
            how = f"A line that starts with + draws: {_EXAMPLE}."
            self._ui.show(Text(f"{how} /draw shows all, /draw last draws the last note with an arrow.", "warn"))
        elif argument:
            self._draw_last()
        elif (drawn := diagram(self._session)).labels:
            self._ui.show(Picture(drawn))
        else:
            self._ui.show(Text(f"Nothing is drawn yet. A line that starts with + draws: {_EXAMPLE}.", "dim"))

    def cut(self, argument: str) -> None:
        """`/cut A -> B`: takes out the arrows that are named by their ends or by unique beginnings of them."""
        drawn = diagram(self._session)
        if not drawn.edges:
            self._ui.show(Text("No arrow is drawn yet.", "dim"))
            return
        try:
            named = [(ends, arrows_like(drawn, *ends)) for ends in ends_of(argument)]
        except GraphError:
            near = [e for e in drawn.edges if argument and argument.casefold() in _arrow(drawn, e).casefold()]
            self._ui.show(
                Text("An arrow is named by its two ends, /cut A -> B.", "warn"), _listed(drawn, near or drawn.edges)
            )
            return
        for (source, target), found in named:
            if len(found) != 1:
                how = "is no arrow" if not found else "could be several arrows"
                self._ui.show(
                    Text(f"“{source} -> {target}” {how}; nothing was cut.", "warn"),
                    _listed(drawn, found or drawn.edges),
                )
                return
        for _, (edge,) in named:
            self._record("cut", {"source": drawn.labels[edge.source], "target": drawn.labels[edge.target]})
            self._ui.show(Text(f"Cut: {_arrow(drawn, edge)}. {_boxes(diagram(self._session))}", "dim", indent=8))

    def take_back(self, kind: str, number: int) -> None:
        """Takes back the last stroke: a cut, or a note that `/draw last` drew."""
        if kind == "draw":
            self._record("undraw", {"note": number})
            self._ui.show(Text(f"No longer drawn: {self._session.notes[number].text}", "dim", hang=2))
            return
        source, target = next(stroke.cut for stroke in reversed(self._session.strokes) if stroke.cut)
        self._record("uncut", {"source": source, "target": target})
        self._ui.show(Text(f"No longer cut: {source} -> {target}", "dim", hang=2))

    def _draw_last(self) -> None:
        notes = [note for note in self._session.live_notes if has_arrow(note.text)]
        left = [note for note in notes if note.id not in self._drawn()]
        if left:
            self._record("draw", {"note": left[-1].id})
            self._ui.show(Text(f"Drawn: {shorten(left[-1].text, 60)}", "dim"))
            self.drew(left[-1].id)
        elif notes:
            self._ui.show(Text(f"It is drawn already: {shorten(notes[-1].text, 60)}", "dim"))
        else:
            self._ui.show(Text("No note has an arrow in it.", "dim"))

    def _drawn(self) -> set[int]:
        return {stroke.note for stroke in self._session.strokes}

    def _before(self, number: int) -> Graph:
        """The diagram without the strokes from a note's on."""
        return diagram(self._session, before=number)


def diagram_pages(session: Session, scenario: Scenario, glossary: Mapping[str, Sequence[str]]) -> list[Block]:
    """The person's diagram beside the reference, and what a reviewer would say of it."""
    named: list[tuple[str, Graph]] = []
    drawn = diagram(session)
    if drawn.labels and session.strokes:
        named.append(("Your diagram", drawn))
    if scenario.diagram:
        named.append(("Reference diagram", reference(scenario.diagram, session.plan.level)))
    page: list[Block] = []
    if "high-level" in session.plan.phases and not drawn.labels:
        page.append(Text(f"You drew nothing; a line that starts with + draws, {_EXAMPLE}.", "dim"))
    said = remarks(session, scenario, glossary) if session.plan.grades else []
    page += [Pictures(named), Gap()] if named else []
    page += (
        [Text("A reviewer would say of yours", "strong"), *(Text(f"- {line}", hang=2) for line in said), Gap()]
        if said
        else []
    )
    return page


def _boxes(drawn: Graph) -> str:
    return f"{len(drawn.labels)} box{'' if len(drawn.labels) == 1 else 'es'}"


def _arrow(drawn: Graph, edge: Edge) -> str:
    return f"{drawn.labels[edge.source]} -> {drawn.labels[edge.target]}"


def _listed(drawn: Graph, edges: Sequence[Edge]) -> Text:
    return Text("; ".join(_arrow(drawn, edge) for edge in edges), "dim", indent=8)
