"""What a round that begins after the first step is handed: facts, the notes of an earlier round, the design."""

from collections.abc import Collection
from typing import NamedTuple

from coach.content.reference import reference
from coach.content.scenario import Scenario
from coach.errors import CoachError
from coach.interview.clock import clock
from coach.interview.drawing import diagram
from coach.interview.earlier import NOTHING, Earlier, EarlierNote
from coach.interview.facts import handed_facts
from coach.interview.outside import GIVEN
from coach.interview.redoing import design_of
from coach.interview.session import Session
from coach.language.graph import Graph
from coach.language.printable import one_line
from coach.record.home import Home
from coach.screens.briefs import briefs
from coach.screens.past import load
from coach.screens.ui import Block, Gap, Pairs, Picture, Rule, Text


class Design(NamedTuple):
    """A design that is handed over, and whether the person drew it."""

    graph: Graph
    own: bool = True

    @property
    def mermaid(self) -> str:
        """The flowchart as Mermaid; empty without one."""
        return self.graph.mermaid() if self.graph.labels else ""

    @property
    def given(self) -> bool:
        """Whether there is one that the person did not draw."""
        return bool(self.graph.labels) and not self.own


NO_DESIGN = Design(Graph({}, ()))


def handed_over(
    scenario: Scenario, skipped: Collection[str], design: Design, earlier: Earlier = NOTHING
) -> list[Block]:
    """What the steps before the first would have left, or have left in the round of which this one redoes a step."""
    blocks: list[Block] = []
    facts = handed_facts(scenario, skipped, earlier)
    of = f"round of {earlier.day(None)}" if earlier.started else ""
    if facts:
        of_then = "" if earlier.told is None else of
        blocks += [Rule("What you were told", of_then), *(Text(fact.answer, hang=2) for fact in facts)]
    if "clarify" in skipped and earlier.told is not None:
        told = "What you did not ask then" if facts else "You were told nothing then; what you need"
        blocks.append(Text(f"{told}, you can ask now.", "dim"))
    if blocks:
        blocks.append(Gap())
    if earlier.notes:
        blocks += [Rule("Your notes", of), *note_blocks(earlier), Gap()]
    if design.graph.labels:
        blocks += [Rule("The design so far" if design.own else GIVEN), Picture(design.graph), Gap()]
    return blocks


def note_blocks(earlier: Earlier) -> list[Block]:
    """The notes of an earlier round, each on its line, below the titles of their steps."""
    blocks: list[Block] = []
    for title, notes in earlier.by_step().items():
        blocks += [Text(title, "strong"), Pairs([_row(note) for note in notes])]
    return blocks


def _row(note: EarlierNote) -> tuple[str, str]:
    return clock(note.at_s), one_line(note.text)


def design_so_far(home: Home, scenario: Scenario, skipped: tuple[str, ...]) -> Design:
    """The design that a round begins with which skips making it: the one the person drew last on this scenario, or
    else what a mid-level candidate leaves; empty for other rounds."""
    if "high-level" not in skipped:
        return NO_DESIGN
    drawn = _last_diagram(home, scenario)
    return _mid(scenario) if drawn is None else drawn


def design_then(base: Session, phases: tuple[str, ...], scenario: Scenario, skipped: tuple[str, ...]) -> Design:
    """The design that a round begins with which redoes these phases of an earlier one: the one drawn there, or else,
    where making it is skipped, what a mid-level candidate leaves."""
    drawn = design_of(base, phases, skipped)
    return _mid(scenario) if "high-level" in skipped and not drawn.edges else Design(drawn, own=not base.plan.given)


def _mid(scenario: Scenario) -> Design:
    return Design(reference(scenario.diagram, "mid"), own=False) if scenario.diagram else NO_DESIGN


def _last_diagram(home: Home, scenario: Scenario) -> Design | None:
    """The diagram of the last round on a scenario that drew a whole one, None when none did.

    A detail drawn in a round that neither made the design nor was handed one is none.
    """
    for known in briefs(home):
        if known.scenario not in (scenario.id, *scenario.was):
            continue
        try:
            session = load(home, known.session)
        except CoachError:
            continue
        whole = "high-level" in session.plan.phases or session.plan.design
        if whole and session.strokes and (drawn := diagram(session)).edges:
            return Design(drawn, own=not session.plan.given)
    return None
