"""Small made-up content and sessions for tests."""

from datetime import datetime, timedelta
from typing import Any

from coach.content.library import Library, Loaded
from coach.content.scenario import Scenario
from coach.interview.events import Event
from coach.interview.folding import fold
from coach.interview.plan import PlannedStep
from coach.interview.session import Session
from coach.interview.setup import Setup
from tests.conftest import START

FOUR = (
    PlannedStep("clarify", "Clarify", ("clarify",), 300),
    PlannedStep("high-level", "Design", ("high-level",), 600),
    PlannedStep("deep-dive", "Deep dive", ("deep-dive",), 1200),
    PlannedStep("tradeoffs", "Tradeoffs", ("tradeoffs",), 600),
)

SMALL = """\
schema: 1
id: small
title: A small question
family: rag
question: Design something small.
brief: A company.
facts:
  - id: rate
    topic: how often it changes
    answer: Changes come twice a day.
    asks: ["how often does it change", "freshness?"]
    match: ["how often", "fresh*"]
points:
  - {id: asks-rate, fact: rate, phase: clarify, dimension: framing, level: mid, point: Asks how often it changes,
     why: It decides the refresh., hint: "What about tomorrow?", say: "How often does it change?"}
  - {id: path, phase: high-level, dimension: flow, level: mid, point: One path, match: ["user & llm"],
     why: All hangs on it., hint: "What happens in between?", say: "User, search, model."}
  - {id: size, phase: [deep-dive, high-level], dimension: numbers, level: senior, point: Sizes it, match: ["gb"],
     why: One node., hint: "How big?", say: "Four GB."}
  - {id: filter, phase: deep-dive, dimension: safety, level: senior, point: Filters by permission,
     match: ["acl"], reject: ["after"], why: Leaks., hint: "Who may see it?", say: "Filter inside the search."}
  - {id: because, phase: tradeoffs, dimension: tradeoffs, level: mid, point: Says what it gives up,
     match: ["vs|against"], why: Choices cost., hint: "What did it cost?", say: "Latency against recall."}
  - {id: harm, phase: tradeoffs, dimension: success, level: staff, point: Ties it to harm, match: ["harm"],
     why: Business., hint: "Who is hurt?", say: "A wrong price costs 40 dollars."}
diagram:
  mermaid: "flowchart LR\\n user --> acl --> llm --> reply"
  levels: {senior: [acl]}
solution: {clarify: Ask first., tradeoffs: Choose., senior: More.}
numbers:
  - {id: bill, ask: "Bill?", given: {a: 2, ab: 3}, formula: a * ab, unit: USD}
"""


class Journal:
    """Builds the events of one session, a number of seconds apart."""

    def __init__(self, session: str = "20261121T101500Z-small-0001", device: str = "aaaaaa", n: int = 0) -> None:
        self.session, self.device, self.n = session, device, n
        self.at: datetime = START
        self.events: list[Event] = []

    def add(self, kind: str, after: float = 0, **data: Any) -> "Journal":
        """One more event, so many seconds after the last."""
        self.at += timedelta(seconds=after)
        self.n += 1
        self.events.append(Event(self.n, self.at, kind, data, self.device))
        return self

    def alive(self, seconds: int) -> "Journal":
        """Time that passes with the clock running and signs of life."""
        for _ in range(seconds // 30):
            self.add("alive", 30)
        return self.add("alive", seconds % 30) if seconds % 30 else self

    def fold(self) -> Session:
        """The session after all events."""
        return fold(self.session, self.events)


def setup(**changes: Any) -> Setup:
    """The setup of a four-phase round on `small`, with changes."""
    values: dict[str, Any] = {
        "scenario": "small",
        "title": "A small question",
        "scenario_digest": "0" * 16,
        "format": "four-phase",
        "format_digest": "1" * 16,
        "rubric_digest": "2" * 16,
        "level": "senior",
        "steps": FOUR,
    }
    return Setup(**{**values, **changes})


def started(**changes: Any) -> Journal:
    """A journal that begins with a `started` event."""
    return Journal().add("started", **setup(**changes).data())


def small(library: Library) -> Loaded[Scenario]:
    """The scenario `small`, put into the person's own content."""
    folder = library.roots[0].scenarios
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "small.yaml").write_text(SMALL, encoding="utf-8")
    return library.scenario("small")
