"""The result page and the pages after it."""

import re
from collections.abc import Sequence

from coach.content.reference import reference
from coach.content.scenario import Scenario
from coach.content.terms import LEVELS
from coach.interview.plan import graded_as
from coach.interview.redoing import redone
from coach.interview.result import result
from coach.interview.session import Session
from coach.interview.wording import asides, change_lines, figure_rows, headline
from coach.language import arithmetic
from coach.language.numbers import written
from coach.language.printable import reflow
from coach.screens.ui import Block, Gap, Pairs, Picture, Rule, Text

_ENOUGH = 220
"""About as many characters as three lines of a window hold."""


def result_page(session: Session, before: Session | None, *, looked: bool, diff: str = "") -> list[Block]:
    """Grades against the bars, points by step, the figures with those of the last round, and what is worth changing.

    `diff` is the command that sets the round beside the one of which it redoes a step.
    """
    setup, found = session.plan, result(session)
    by_step = "   ".join(
        f"{graded_as(setup.steps, at).lower()} {step.confirmed}/{step.counted}"
        for at, step in enumerate(found.steps)
        if step.counted
    )
    extras = f"   above the level {found.extras}" if found.extras else ""
    points = f"{found.confirmed} of {found.counted}   {by_step}{extras}"
    rows = [("Grades", headline(found))] if setup.grades else []
    rows.append(("Points", "; ".join(filter(None, (points, asides(found))))))
    if beside := redone(session, before):
        rows.append(("Redone", f"{beside}. `{diff}` sets both side by side." if diff else f"{beside}."))
    rows += figure_rows(session, found, before, None)
    if session.hints:
        rows.append(("Help", "; ".join(dict.fromkeys(hint.text for hint in session.hints))))
    if looked:
        marked = "; its score is marked so" if setup.grades else ""
        rows.append(("Note", f"You had read the answers before this round{marked}."))
    page: list[Block] = [
        Gap(),
        Rule(
            " · ".join(["Result", setup.scenario, *([setup.format, setup.level] if setup.grades else [])]),
            setup.spent(session.clock(), setup.seconds),
        ),
        Pairs(rows),
    ]
    for number, change in enumerate(found.changes, start=1):
        first, say, why = change_lines(change)
        page.append(Text(f"{number}  {first}", hang=3))
        # What to ask for needs its reason; a line to say carries its own. The transcript has both in full.
        page.append(Text(f"{say} {why}" if change.ask else _few_sentences(say or why), "good", 4))
    return page


def _few_sentences(text: str) -> str:
    """The beginning of a text up to the sentence that makes it long enough; the transcript has all of it."""
    sentences = re.split(r"(?<=[.!?”])\s+(?=[A-Z“])", text)
    kept = sentences[0]
    for sentence in sentences[1:]:
        if len(kept) + len(sentence) > _ENOUGH:
            break
        kept = f"{kept} {sentence}"
    return kept if kept.count("“") == kept.count("”") else f"{kept} …”"


def solution_pages(
    scenario: Scenario, phases: tuple[str, ...], level: str, diagrams: Sequence[Block] = ()
) -> list[list[Block]]:
    """The worked solution of the drilled phases, the reference diagram, and the numbers with their arithmetic, section
    by section.

    `diagrams` are shown in place of the reference: the person's own beside it.
    """
    pages: list[list[Block]] = []
    if solution := scenario.solution:
        pages += [_worked(phase.replace("-", " ").capitalize(), solution.of(phase)) for phase in phases]
        pages += [_worked(f"On top at level {above}", solution.of(above)) for above in LEVELS[1:]]
    if diagrams:
        pages.append(list(diagrams))
    elif scenario.diagram:
        pages.append([Text("Reference diagram", "strong"), Picture(reference(scenario.diagram, level)), Gap()])
    if scenario.numbers:
        pages.append([Text("Numbers", "strong"), *(_number(n) for n in numbers_of(scenario)), Gap()])
    if scenario.tradeoffs:
        choices = [
            f"{' against '.join(choice.between)}. {_sentence(choice.choose)} {_sentence(choice.because)} "
            f"The other way round: {_sentence(choice.reverse_when)}"
            for choice in scenario.tradeoffs
        ]
        pages.append([Text("Trade-offs", "strong"), *(Text(choice, hang=3) for choice in choices), Gap()])
    if scenario.mistakes:
        made = [f"{_sentence(m.mistake)} Instead: {_sentence(m.instead)}" for m in scenario.mistakes]
        pages.append([Text("Common mistakes", "strong"), *(Text(text, hang=3) for text in made)])
    head: list[Block] = [Gap(), Rule("Worked solution", scenario.id)]
    first, *rest = [page for page in pages if page] or [[]]
    return [[*head, *first], *rest]


def _worked(title: str, text: str) -> list[Block]:
    return [Text(title, "strong"), Text(reflow(text)), Gap()] if text else []


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def numbers_of(scenario: Scenario) -> list[tuple[str, str, str]]:
    """For each number of a scenario: the question, the arithmetic with its result, what it decides."""
    rows = []
    for number in scenario.numbers:
        value = arithmetic.evaluate(number.formula, number.given)
        worked = number.formula
        for name in sorted(number.given, key=len, reverse=True):
            worked = worked.replace(name, written(number.given[name]))
        worked = re.sub(r"\d{5,}", lambda digits: written(int(digits[0])), worked)
        rows.append((number.ask, f"{worked} = {written(value)} {number.unit}", number.so))
    return rows


def _number(row: tuple[str, str, str]) -> Text:
    ask, worked, so = row
    return Text(f"{ask}  {worked}{f'. {so}' if so else ''}", hang=3)
