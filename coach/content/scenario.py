"""The parts of a scenario file."""

from collections.abc import Mapping
from dataclasses import dataclass

from coach.content.card import Card
from coach.content.fields import Flag, Many, Number, OneOf, Part, Pattern, Slug, Table, Text, Whole, has, may
from coach.content.source import Source
from coach.content.terms import CURVEBALLS, DIMENSIONS, FAMILIES, HEADINGS, LEVELS, PHASES

_PATTERNS = Many(Pattern(), or_one=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Linchpin:
    """What makes a fact one that changes the design, and how it comes back when nobody asked."""

    phase: str = has(OneOf(PHASES), "The phase in which it may come back.", key="in")
    say: str = has(Text(), "The incident or remark that brings it back, as the interviewer says it.")
    unless: tuple[str, ...] = may(_PATTERNS, "Notes that already deal with it.")
    needs: tuple[str, ...] = may(_PATTERNS, "Notes without which it would make no sense.")
    next: str = may(Text(), "What is asked instead when the notes already deal with it.")
    next_unless: tuple[str, ...] = may(_PATTERNS, "Notes that already deal with that too.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A line of the interviewer's sheet, told only when asked for."""

    id: str = has(Slug(), "Stable id.")
    topic: str = has(Text(), "What it is about, in a few words; used to ask back.")
    answer: str = has(Text(), "The answer, naming its topic in its first words.")
    covers: tuple[str, ...] = may(Many(OneOf(HEADINGS)), "The standard headings it covers.")
    short: str = may(Text(), "The answer in a few words with its numbers, for the sheet and the result page.")
    so: str = may(Text(), "What it decides in the design.")
    asks: tuple[str, ...] = may(Many(Text()), "Questions that ask for it, as people type them.")
    match: tuple[str, ...] = may(_PATTERNS, "Patterns of a line that asks for it.")
    reject: tuple[str, ...] = may(_PATTERNS, "Patterns of a line that asks for something else, whatever matches.")
    used: tuple[str, ...] = may(_PATTERNS, "Patterns of a later note that shows the answer decided something.")
    linchpin: Linchpin | None = may(Part(lambda: Linchpin), "Only for a fact that changes the design.")
    was: tuple[str, ...] = may(Many(Slug()), "Former ids.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A line of the rubric: what an interviewer would tick."""

    id: str = has(Slug(), "Stable id.")
    phase: tuple[str, ...] = has(
        Many(OneOf(PHASES), at_least=1, or_one=True), "The phase or phases in which it is made, the likeliest first."
    )
    dimension: str = has(OneOf(DIMENSIONS), "The dimension of the rubric it speaks for.")
    level: str = has(OneOf(LEVELS), "The level from which on it is expected.")
    point: str = has(Text(), "What the candidate does or says, in one line.")
    why: str = may(Text(), "Why it matters here.")
    fact: str = may(Slug(), "For a point that is made by asking: the fact; patterns and examples come from it.")
    hint: str = may(Text(), "A question that leads there without naming the answer.")
    skills: tuple[str, ...] = may(Many(Slug()), "Names of skills.yaml that it shows.")
    match: tuple[str, ...] = may(_PATTERNS, "Patterns of a note that makes it.")
    reject: tuple[str, ...] = may(_PATTERNS, "Patterns of a note that does not, whatever else matches.")
    examples: tuple[str, ...] = may(Many(Text()), "Notes that make it, as people type them.")
    counter: tuple[str, ...] = may(Many(Text()), "Notes that come near and must not count.")
    say: str = may(Text(), "A line worth saying, shown when the point was missed.")
    card: str = may(Text(), "What its flashcard asks instead of the hint, with the figures that the sheet would tell.")
    was: tuple[str, ...] = may(Many(Slug()), "Former ids.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One way to decide a topic."""

    name: str = has(Text(), "The option.")
    gains: str = has(Text(), "What it gains.")
    costs: str = has(Text(), "What it costs.")
    choose_when: str = has(Text(), "When to choose it.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Probe:
    """A follow-up question of the interviewer."""

    ask: str = has(Text(), "The question, spoken.")
    when: tuple[str, ...] = may(_PATTERNS, "Notes that invite it.")
    unless: tuple[str, ...] = may(_PATTERNS, "Notes that already answer it.")
    next: str = may(Text(), "What is asked instead when the notes already answer it.")
    next_unless: tuple[str, ...] = may(_PATTERNS, "Notes that already answer that too.")
    about: tuple[str, ...] = may(Many(Slug()), "Facts that it gives away: it is only asked once they were told.")
    points: tuple[str, ...] = may(Many(Slug()), "Points that a good answer makes.")


@dataclass(frozen=True, slots=True, kw_only=True)
class DeepDive:
    """A topic worth ten minutes."""

    id: str = has(Slug(), "Stable id.")
    topic: str = has(Text(), "The topic.")
    options: tuple[Option, ...] = may(Many(Part(lambda: Option)), "The ways to decide it.")
    probes: tuple[Probe, ...] = may(Many(Part(lambda: Probe)), "How the interviewer follows up.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Curveball:
    """A new situation in the middle of the round."""

    id: str = has(Slug(), "Stable id.")
    kind: str = has(OneOf(CURVEBALLS), "What happens.")
    say: str = has(Text(), "The situation and the question, spoken.")
    level: str = may(OneOf(LEVELS), "The level from which on it is thrown.", "mid")
    unless: tuple[str, ...] = may(_PATTERNS, "Notes that already deal with it.")
    needs: tuple[str, ...] = may(_PATTERNS, "Notes without which it would make no sense.")
    next: str = may(Text(), "What is asked instead when the notes already deal with it.")
    next_unless: tuple[str, ...] = may(_PATTERNS, "Notes that already deal with that too.")
    about: tuple[str, ...] = may(Many(Slug()), "Facts it speaks of: it and the linchpin of one never both come.")
    points: tuple[str, ...] = may(Many(Slug()), "Points that a good answer makes.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tradeoff:
    """A choice between two goods, and what would reverse it."""

    id: str = has(Slug(), "Stable id.")
    between: tuple[str, ...] = has(Many(Text(), at_least=2), "What pulls against what.")
    choose: str = has(Text(), "The choice for this system.")
    because: str = has(Text(), "The reason, from the facts.")
    reverse_when: str = has(Text(), "The condition under which the choice turns round.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """A number worth working out, with the arithmetic."""

    id: str = has(Slug(), "Stable id.")
    ask: str = has(Text(), "The question.")
    given: Mapping[str, float] = has(Table(Number()), "The quantities, named as in the formula.")
    formula: str = has(Text(), "Arithmetic over the quantities: + - * / and brackets.")
    unit: str = has(Text(), "The unit of the result.")
    within: float = may(Number(), "A result within this factor is right.", 2.0)
    so: str = may(Text(), "What the number decides.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagram:
    """The reference diagram."""

    mermaid: str = has(Text(), "A Mermaid flowchart of boxes and arrows.")
    roles: Mapping[str, tuple[str, ...]] = may(
        Table(_PATTERNS), "Roles of boxes, with patterns of what people call such a box."
    )
    levels: Mapping[str, tuple[str, ...]] = may(
        Table(Many(Text()), keys=("senior", "staff")), "Boxes that only this level is expected to draw."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """Something a reviewer would say of a diagram, and the test for it over roles."""

    id: str = has(Slug(), "Stable id.")
    say: str = has(Text(), "The remark when the check fails.")
    missing: str = may(Text(), "The remark instead when what `exists` names is not drawn at all.")
    path: tuple[str, ...] = may(Many(Slug()), "Two roles: arrows must lead from the first to the second.")
    or_back: bool = may(Flag(), "Whether an arrow back to the first role of `path` will do as well.", False)
    through: str = may(Slug(), "A role: every such path must pass through it.")
    exists: str = may(Slug(), "A role that must be drawn.")
    leaves: str = may(Slug(), "A role from whose boxes an arrow must lead on.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """What people do wrong on this question."""

    id: str = has(Slug(), "Stable id.")
    mistake: str = has(Text(), "The mistake.")
    instead: str = has(Text(), "What to do instead.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Solution:
    """A worked solution, phase by phase, and what the higher levels add."""

    clarify: str = may(Text(), "What to settle first.")
    high_level: str = may(Text(), "The design.", key="high-level")
    deep_dive: str = may(Text(), "The decisions.", key="deep-dive")
    tradeoffs: str = may(Text(), "The choices, the bill, the rollout.")
    senior: str = may(Text(), "What a senior adds.")
    staff: str = may(Text(), "What a staff engineer adds.")

    def of(self, phase: str) -> str:
        """The text for one phase."""
        return str(getattr(self, phase.replace("-", "_")))


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """One interview question with everything the coach knows about it."""

    schema: int = has(Whole(1, 1), "The version of this format.")
    id: str = has(Slug(), "The id, equal to the file's name.")
    title: str = has(Text(), "The title, without the answer.")
    family: str = has(OneOf(FAMILIES), "The kind of system.")
    question: str = has(Text(), "The question as the interviewer puts it.")
    brief: str = has(Text(), "Three sentences on the company, always visible.")
    points: tuple[Point, ...] = has(Many(Part(lambda: Point), at_least=1), "The rubric.")
    skills: tuple[str, ...] = may(Many(Slug()), "Names of skills.yaml.")
    mention_early: tuple[str, ...] = may(Many(Text()), "What to name in the first minutes.")
    words: Mapping[str, tuple[str, ...]] = may(
        Table(Many(Text(), or_one=True)), "Terms that add to the glossary, used as $name in patterns."
    )
    facts: tuple[Fact, ...] = may(Many(Part(lambda: Fact)), "The interviewer's sheet.")
    waived: Mapping[str, str] = may(
        Table(Text(), keys=HEADINGS), "Standard headings without a fact, each with the reason."
    )
    deep_dives: tuple[DeepDive, ...] = may(Many(Part(lambda: DeepDive)), "Topics of the deep dive.")
    curveballs: tuple[Curveball, ...] = may(Many(Part(lambda: Curveball)), "New situations.")
    tradeoffs: tuple[Tradeoff, ...] = may(Many(Part(lambda: Tradeoff)), "Choices with what reverses them.")
    numbers: tuple[Estimate, ...] = may(Many(Part(lambda: Estimate)), "Numbers worth working out.")
    diagram: Diagram | None = may(Part(lambda: Diagram), "The reference diagram.")
    checks: tuple[Check, ...] = may(Many(Part(lambda: Check)), "What a reviewer checks in a diagram.")
    mistakes: tuple[Mistake, ...] = may(Many(Part(lambda: Mistake)), "Common mistakes.")
    solution: Solution | None = may(Part(lambda: Solution), "The worked solution.")
    cards: tuple[Card, ...] = may(Many(Part(lambda: Card)), "Flashcards.")
    sources: tuple[Source, ...] = may(Many(Part(lambda: Source)), "Where figures come from.")
    format: str = may(Slug(), "The format it is made for, used when none is named.")
    was: tuple[str, ...] = may(Many(Slug()), "Former ids.")

    def fact(self, fact_id: str) -> Fact | None:
        """The fact with this id, if there is one."""
        return next((fact for fact in self.facts if fact.id == fact_id), None)

    def examples_of(self, point: Point) -> tuple[str, ...]:
        """Notes that make a point; for a point made by asking, the questions that ask for its fact."""
        fact = self.fact(point.fact)
        return (*point.examples, *(fact.asks if fact else ()))

    def match_of(self, point: Point) -> tuple[str, ...]:
        """Patterns of a note that makes a point; for a point made by asking, those of its fact."""
        fact = self.fact(point.fact)
        return (*point.match, *(fact.match if fact else ()))
