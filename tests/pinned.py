"""A made-up scenario with linchpins, and rounds on it, for what comes after grading."""

from typing import Any

from coach.content.library import Library
from coach.content.scenario import Scenario
from coach.interview.facts import Facts
from coach.interview.outcome import outcome_data
from coach.interview.reader import Reader
from coach.interview.session import ALIVE, Session
from tests.builders import Journal, setup

PINNED = """\
schema: 1
id: pinned
title: A question with linchpins
family: rag
question: Design something for forty agents.
brief: A company.
facts:
  - id: cost
    topic: what a wrong answer costs
    answer: "Errors: a wrong answer costs $40, a missing one $6."
    short: wrong $40, missing $6
    so: Gives the cut-off for answering.
    asks: ["What does a wrong answer cost?"]
    match: ["wrong & cost"]
    used: ["cutoff|threshold"]
    linchpin: {in: tradeoffs, unless: "cutoff", say: Finance calls about credits.}
  - id: languages
    topic: languages of the questions
    answer: "Languages: three in ten questions are in German."
    short: 3 in 10 ask in German
    so: Asks for an embedder that works across languages.
    asks: ["Which languages must we support?", "english only?"]
    match: ["which|what & language*"]
    used: ["german & embed*"]
    linchpin: {in: deep-dive, unless: "multilingual", say: German questions end as tickets.}
  - id: volume
    topic: how many articles there are
    answer: "Articles: 120,000 pages."
    asks: ["How many articles?"]
    match: ["how many & article*"]
    used: ["node"]
points:
  - {id: asks-cost, fact: cost, phase: clarify, dimension: success, level: mid, point: Asks what a wrong answer costs,
     why: It sets the cut-off., hint: "What does harm?", say: "What does a wrong answer cost?"}
  - {id: cutoff, phase: deep-dive, dimension: numbers, level: mid, point: Takes the cut-off for answering from costs,
     match: ["cutoff"], why: Answering pays above it., hint: "When to be silent?", say: "Answer above 85 %, 1 - 6/40."}
  - {id: path, phase: high-level, dimension: flow, level: mid, point: One path, match: ["user & llm"],
     why: All hangs on it., hint: "And then?", say: "User, search, model."}
  - {id: gate, phase: tradeoffs, dimension: safety, level: mid, point: A labelled set that blocks a release,
     match: ["label* & block*"], why: A chart is no gate., hint: "What blocks?", say: "300 labels block a release."}
  - {id: embedder, phase: deep-dive, dimension: choice, level: senior, point: An embedder across languages,
     match: ["multilingual"], why: German is a third., hint: "And German?", say: "A multilingual embedder."}
deep_dives:
  - id: answer
    topic: Answering
    probes:
      - {ask: "When does it stay silent?", unless: "cutoff", points: [cutoff]}
curveballs:
  - {id: outage, kind: outage, say: The model is down. What is shown?, unless: "links", points: [gate]}
"""


def pinned(library: Library) -> Scenario:
    """The scenario `pinned`, put into the person's own content."""
    folder = library.roots[0].scenarios
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "pinned.yaml").write_text(PINNED, encoding="utf-8")
    return library.scenario("pinned").value


def facts(library: Library) -> Facts:
    """Its facts, ready to be looked for."""
    return Facts(pinned(library), library.glossary)


def reader(library: Library) -> Reader:
    """What reads notes on it."""
    return Reader(pinned(library), library.glossary)


class Round(Journal):
    """A round on `pinned`: notes with numbers of their own, answers, remarks, grading."""

    def __init__(self, **changes: Any) -> None:
        super().__init__()
        self.notes, self.step = 0, 0
        self.add("started", **setup(**{"scenario": "pinned", **changes}).data())

    def add(self, kind: str, after: float = 0, **data: Any) -> "Round":
        """One more event, with signs of life on the way to it."""
        while after > ALIVE:
            super().add("alive", ALIVE)
            after -= ALIVE
        super().add(kind, after, **data)
        return self

    def to(self, step: int, after: float = 1) -> "Round":
        """On to a step."""
        self.step = step
        self.add("step", after, to=step)
        return self

    def note(self, text: str, after: float = 10, **data: Any) -> "Round":
        """A note, so many seconds later."""
        self.notes += 1
        self.add("note", after, note=self.notes, text=text, step=self.step, **data)
        return self

    def told(self, fact: str, text: str = "what is it?", **data: Any) -> "Round":
        """A question and its answer."""
        self.note(text).add("interviewer", what="answer", text="…", id=fact, note=self.notes, **data)
        return self

    def remark(self, what: str, name: str = "", text: str = "…", after: float = 10) -> "Round":
        """Something the interviewer says unasked."""
        self.add("interviewer", after, what=what, text=text, id=name)
        return self

    def end(self, **marks: tuple[int, ...]) -> "Round":
        """The end, with points covered by notes; all others are missed."""
        self.add("end", 10)
        for point, notes in marks.items():
            self.add("mark", point=point.replace("_", "-"), mark="covered", notes=list(notes))
        return self

    def graded(self, library: Library, before: Session | None = None) -> Session:
        """The session after grading."""
        data = outcome_data(self.fold(), reader(library), library.rubric().value, before)
        self.add("graded", 1, **data)
        return self.fold()
