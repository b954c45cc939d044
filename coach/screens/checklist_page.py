"""The page to read just before an interview: for any question, for one, with the person's own gaps."""

from collections.abc import Callable, Mapping, Sequence

from coach.content.checklist import Chapter, Checklist
from coach.content.format import Format
from coach.content.scenario import Estimate, Scenario
from coach.interview.gaps import Gap, Weaknesses
from coach.language import arithmetic
from coach.language.document import Document, Line, Section
from coach.language.graph import read_mermaid
from coach.language.numbers import written

AVOID, YOURS = "Avoid", "Yours"
_TITLE = "Before the call"
_OWN = 3
_NONE = "No gap of yours is known: no graded round of `coach practice` shows one so far."
_HARDEST = 2
"""Trade-offs of a question that the page has room for."""


def checklist_page(checklist: Checklist, format_: Format | None, *, full: bool) -> Document:
    """The page for any question; the minutes are those of a format, if one is given."""
    minutes = [f"{step.title.lower()} {step.minutes}" for step in format_.steps] if format_ else []
    sections = [
        Section("Open", (Line(checklist.open, spoken=True),), brief=True),
        _brief("Minutes", minutes),
        _brief("Ask", checklist.ask),
        _brief("Always", checklist.always),
        _brief("Weigh", checklist.tradeoffs),
        _brief(AVOID, checklist.mistakes),
        _brief("Close", checklist.close),
        Section("Unfamiliar", (Line(checklist.unfamiliar, spoken=True),), brief=True),
    ]
    sections += [_chapter(chapter) for chapter in checklist.full] if full else []
    kept = tuple(section for section in sections if section.lines or section.diagram)
    return Document(_TITLE, kept, without_head=True)


def _brief(title: str, lines: Sequence[str]) -> Section:
    return Section(title, tuple(Line(text) for text in lines), brief=True)


def _chapter(chapter: Chapter) -> Section:
    lines = [Line(text) for text in chapter.lines]
    lines += [Line(row.text, label=row.name) for row in chapter.rows]
    lines += [Line(text, spoken=True) for text in chapter.phrases]
    return Section(chapter.title, tuple(lines), diagram=read_mermaid(chapter.diagram) if chapter.diagram else None)


def of_question(page: Document, scenario: Scenario) -> Document:
    """The page with what belongs to one question before the rest."""
    own = [
        _brief("Early", scenario.mention_early),
        Section("Ask here", tuple(Line(fact.topic) for fact in scenario.facts if fact.linchpin), brief=True),
        Section("Know", tuple(Line(_result(number), label=number.ask) for number in scenario.numbers), brief=True),
        Section(
            "Weigh here",
            tuple(
                Line(f"{choice.choose} The other way when {_lower(choice.reverse_when)}", " or ".join(choice.between))
                for choice in scenario.tradeoffs[:_HARDEST]
            ),
            brief=True,
        ),
        Section("Do here", tuple(Line(mistake.instead) for mistake in scenario.mistakes), brief=True),
    ]
    sections = (*(section for section in own if section.lines), *page.sections)
    return page._replace(title=scenario.title, sections=sections, without_head=False)


def with_gaps(
    page: Document, weak: Weaknesses, shown: Callable[[Gap], str], instructions: Mapping[str, str]
) -> Document:
    """The page with the person's own gaps on top, as instructions, in place of the mistakes that others make; the
    mistakes stay where no gap is known.

    `shown` tells where a gap showed, `instructions` what to do about one in a dimension.
    """
    gaps = weak.dimensions[:_OWN]
    lines = [Line(instructions[gap.name], note=shown(gap)) for gap in gaps if gap.name in instructions]
    if unasked := weak.linchpins[:_OWN]:
        lines.append(Line(f"Ask early about {', '.join(gap.short for gap in unasked)}.", note="not asked for lately"))
    if skills := weak.skills[:_OWN]:
        lines.append(Line(f"Have a line ready on {', '.join(gap.short for gap in skills)}.", note="missed lately"))
    if not lines:
        return page._replace(foot=_NONE)
    rest = tuple(section for section in page.sections if section.title != AVOID)
    return page._replace(sections=(Section(YOURS, tuple(lines), brief=True), *rest))


def _result(number: Estimate) -> str:
    return f"{written(arithmetic.evaluate(number.formula, number.given))} {number.unit}"


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
