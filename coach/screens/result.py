"""The result page and the pages after it."""

from collections.abc import Sequence

from coach.content.reference import reference
from coach.content.scenario import Scenario
from coach.interview.clock import clock
from coach.interview.result import result
from coach.interview.session import Session
from coach.interview.transcript import asides, headline
from coach.language import arithmetic
from coach.language.printable import reflow, shorten
from coach.screens.ui import Block, Gap, Pairs, Picture, Rule, Text


def result_page(session: Session, *, looked: bool) -> list[Block]:
    """Grades against the bars, points and minutes by step, help, and the three points most worth working on."""
    setup, found = session.plan, result(session)
    rows = [("Grades", headline(found, setup.level))]
    by_step = "   ".join(f"{step.title.lower()} {step.confirmed}/{step.counted}" for step in found.steps)
    extras = f"   above the level {found.extras}" if found.extras else ""
    rows.append(("Points", f"{found.confirmed} of {found.counted}   {by_step}{extras}"))
    if aside := asides(found):
        rows.append(("", aside))
    if not setup.untimed:
        spent = "   ".join(f"{s.title.lower()} {setup.spent(s.used, s.planned)}" for s in found.steps)
        rows.append(("Minutes", spent))
    if session.hints:
        rows.append(("Help", "; ".join(dict.fromkeys(hint.text for hint in session.hints))))
    if looked:
        rows.append(("Note", "You had read the worked solution before this round; its score is marked so."))
    page: list[Block] = [
        Gap(),
        Rule(
            f"Result · {setup.scenario} · {setup.format} · {setup.level}",
            setup.spent(session.clock(), setup.seconds),
        ),
        Pairs(rows),
    ]
    if found.gaps:
        page += [Gap(), Text("Most worth working on:", "strong")]
    for number, gap in enumerate(found.gaps, start=1):
        at = f"{clock(gap.note.at_s)} you wrote “{shorten(gap.note.text, 120)}”." if gap.note else "No note comes near."
        page.append(Text(f"{number}  {gap.point}. {at}", hang=3))
        page.append(Text(f"Say: “{gap.say}”", "good", 4, 5) if gap.say else Text(gap.why, "dim", 4))
    if session.reflection:
        page += [Gap(), Text(f"Next time: {session.reflection}", hang=2)]
    return page


def solution_pages(
    scenario: Scenario, phases: tuple[str, ...], level: str, diagrams: Sequence[Block] = ()
) -> list[Block]:
    """The worked solution of the drilled phases, the numbers with their arithmetic, and the reference diagram.

    `diagrams` are shown in place of the reference: the person's own beside it.
    """
    page: list[Block] = [Gap(), Rule("Worked solution", scenario.id)]
    if scenario.solution:
        for phase in phases:
            if text := scenario.solution.of(phase):
                page += [Text(phase.replace("-", " ").capitalize(), "strong"), Text(reflow(text)), Gap()]
        for above in ("senior", "staff"):
            if text := scenario.solution.of(above):
                page += [Text(f"On top at level {above}", "strong"), Text(reflow(text)), Gap()]
    if diagrams:
        page += diagrams
    elif scenario.diagram:
        page += [Text("Reference diagram", "strong"), Picture(reference(scenario.diagram, level)), Gap()]
    if scenario.numbers:
        page += [Text("Numbers", "strong"), *(_number(n) for n in numbers_of(scenario)), Gap()]
    if scenario.tradeoffs:
        page.append(Text("Trade-offs", "strong"))
        for choice in scenario.tradeoffs:
            page.append(
                Text(
                    f"{' against '.join(choice.between)}. {_sentence(choice.choose)} {_sentence(choice.because)} "
                    f"The other way round: {_sentence(choice.reverse_when)}",
                    hang=3,
                )
            )
        page.append(Gap())
    if scenario.mistakes:
        page.append(Text("Common mistakes", "strong"))
        page += [Text(f"{_sentence(m.mistake)} Instead: {_sentence(m.instead)}", hang=3) for m in scenario.mistakes]
    return page


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def numbers_of(scenario: Scenario) -> list[tuple[str, str, str]]:
    """For each number of a scenario: the question, the arithmetic with its result, what it decides."""
    rows = []
    for number in scenario.numbers:
        value = arithmetic.evaluate(number.formula, number.given)
        worked = number.formula
        for name in sorted(number.given, key=len, reverse=True):
            worked = worked.replace(name, figure(number.given[name]))
        rows.append((number.ask, f"{worked} = {figure(value)} {number.unit}", number.so))
    return rows


def _number(row: tuple[str, str, str]) -> Text:
    ask, worked, so = row
    return Text(f"{ask}  {worked}{f'. {so}' if so else ''}", hang=3)


def figure(value: float) -> str:
    """A number as people write it: 4,500 or 0.003."""
    if value == int(value) and abs(value) < 1e15:
        return f"{int(value):,}"
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.3g}"
