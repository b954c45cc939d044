"""What must hold between the parts of a content file, beyond the shape of each."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from coach.content.card import RESERVED, Card, card_problems
from coach.content.deck import Deck
from coach.content.format import Format
from coach.content.problem import did_you_mean
from coach.content.reading import Reading
from coach.content.rubric import Rubric
from coach.content.scenario import Scenario
from coach.content.terms import SCORED
from coach.content.vocabulary import Glossary
from coach.language import arithmetic, graph, patterns


def check_scenario(
    reading: Reading[Scenario], stem: str, glossary: Mapping[str, Sequence[str]], skills: Iterable[str]
) -> None:
    """Adds the problems of references, patterns, formulas and the diagram of one scenario."""
    scenario = reading.value
    if scenario is None:
        return
    _id_is_name(reading, scenario.id, stem)
    for name in (
        "facts",
        "points",
        "deep_dives",
        "curveballs",
        "tradeoffs",
        "numbers",
        "checks",
        "mistakes",
        "cards",
    ):
        _unique(reading, name, getattr(scenario, name))
    _known(reading, "skills", scenario.skills, skills, "skills.yaml")
    facts = [fact.id for fact in scenario.facts]
    points = [point.id for point in scenario.points]
    for point in scenario.points:
        where = f"points.{point.id}"
        _known(reading, f"{where}.skills", point.skills, skills, "skills.yaml")
        if point.fact:
            _known(reading, f"{where}.fact", [point.fact], facts, "facts")
    for dive in scenario.deep_dives:
        for index, probe in enumerate(dive.probes, start=1):
            _known(reading, f"deep_dives.{dive.id}.probes.{index}.points", probe.points, points, "points")
            _known(reading, f"deep_dives.{dive.id}.probes.{index}.about", probe.about, facts, "facts")
    for ball in scenario.curveballs:
        _known(reading, f"curveballs.{ball.id}.points", ball.points, points, "points")
        _known(reading, f"curveballs.{ball.id}.about", ball.about, facts, "facts")
    for fact in scenario.facts:
        if fact.covers and (twice := set(fact.covers) & set(scenario.waived)):
            reading.problem(f"facts.{fact.id}.covers", f"{', '.join(sorted(twice))} is waived as well as covered")
    check_cards(reading, scenario.cards)
    for card in scenario.cards:
        if card.point:
            _known(reading, f"cards.{card.id}.point", [card.point], points, "points")
    _formulas(reading, scenario)
    _patterns(reading, scenario, {**glossary, **scenario.words})
    _diagram(reading, scenario)
    anchors = [
        *facts, *points, *(d.id for d in scenario.deep_dives), *(c.id for c in scenario.curveballs),
        *(t.id for t in scenario.tradeoffs), *(n.id for n in scenario.numbers), *(m.id for m in scenario.mistakes),
        *(c.id for c in scenario.cards),
    ]  # fmt: skip
    for index, source in enumerate(scenario.sources, start=1):
        _known(reading, f"sources.{index}.for", source.supports, anchors, "this file")


def check_format(reading: Reading[Format], stem: str) -> None:
    """Adds the problems of one format."""
    if reading.value is not None:
        _id_is_name(reading, reading.value.id, stem)
        _unique(reading, "steps", reading.value.steps)


def check_skills(reading: Reading[Format], skills: Iterable[str]) -> None:
    """Adds the skills that the steps of a format name and skills.yaml does not."""
    for step in reading.value.steps if reading.value else ():
        _known(reading, f"steps.{step.id}.skills", step.skills, skills, "skills.yaml")


def check_deck(reading: Reading[Deck], stem: str) -> None:
    """Adds the problems of one deck."""
    deck = reading.value
    if deck is None:
        return
    _id_is_name(reading, deck.id, stem)
    if deck.id in RESERVED:
        reading.problem("id", f"{deck.id!r} is what `coach quiz {deck.id}` means; take another name")
    _unique(reading, "cards", deck.cards)
    check_cards(reading, deck.cards)
    for index, source in enumerate(deck.sources, start=1):
        _known(reading, f"sources.{index}.for", source.supports, [card.id for card in deck.cards], "this file")


def check_cards(reading: Reading[Any], cards: Sequence[Card]) -> None:
    """Adds the problems of cards: what their kind needs, and former ids that are in use."""
    ids, former = {card.id for card in cards}, set[str]()
    for card in cards:
        for name, message in card_problems(card):
            reading.problem(f"cards.{card.id}.{name}", message)
        for old in card.was:
            if old in ids:
                reading.problem(f"cards.{card.id}.was", f"{old!r} is the id of a card here")
            if old in former:
                reading.problem(f"cards.{card.id}.was", f"{old!r} is the former id of another card here")
            former.add(old)


def check_rubric(reading: Reading[Rubric]) -> None:
    """Adds the problems of the rubric: four anchors each, weights for every scored dimension that sum to one."""
    rubric = reading.value
    if rubric is None:
        return
    _unique(reading, "dimensions", rubric.dimensions)
    for dimension in rubric.dimensions:
        if len(dimension.anchors) != 4:
            reading.problem(f"dimensions.{dimension.id}.anchors", f"needs four, has {len(dimension.anchors)}")
    for missing in set(SCORED) - {d.id for d in rubric.dimensions}:
        reading.problem("dimensions", f"{missing} is missing")
    for name, bar in rubric.levels.items():
        for missing in sorted(set(SCORED) - set(bar.weights)):
            reading.problem(f"levels.{name}.weights", f"{missing} is missing")
        total = sum(bar.weights.values())
        if abs(total - 1) > 0.001:
            reading.problem(f"levels.{name}.weights", f"should sum to 1, sum to {total:g}")
    for missing in {"mid", "senior", "staff"} - set(rubric.levels):
        reading.problem("levels", f"{missing} is missing")


def _id_is_name(reading: Reading[Any], found: str, stem: str) -> None:
    if found and found != stem:
        reading.problem("id", f"{found!r} should be {stem!r}, like the file")


def _unique(reading: Reading[Any], name: str, items: Iterable[Any]) -> None:
    known: set[str] = set()
    for item in items:
        if item.id and item.id in known:
            reading.problem(f"{name}.{item.id}", f"the id {item.id} stands here twice")
        known.add(item.id)


def _known(reading: Reading[Any], where: str, names: Iterable[str], known: Iterable[str], of: str) -> None:
    known = list(known)
    for name in names:
        if name not in known:
            reading.problem(where, f"{name!r} is not in {of}{did_you_mean(name, known)}")


def _formulas(reading: Reading[Scenario], scenario: Scenario) -> None:
    for number in scenario.numbers:
        try:
            arithmetic.evaluate(number.formula, number.given)
        except arithmetic.FormulaError as error:
            reading.problem(f"numbers.{number.id}.formula", str(error))
        if number.within < 1:
            reading.problem(f"numbers.{number.id}.within", "is a factor, so at least 1")


def _patterns(reading: Reading[Scenario], scenario: Scenario, glossary: Mapping[str, Sequence[str]]) -> None:
    for where, sources in _all_patterns(scenario):
        for source in sources:
            try:
                patterns.parse(source, glossary)
            except patterns.PatternError as error:
                name = str(error).split(" ")[0].removeprefix("$")
                reading.problem(where, f"{error}{did_you_mean(name, glossary) if str(error).startswith('$') else ''}")
    for name, terms in scenario.words.items():
        for term in terms:
            _word(reading, f"words.{name}", term)


def _word(reading: Reading[Any], where: str, term: str) -> None:
    if re.search(r"\$[A-Za-z]", term):
        reading.problem(where, f"{term!r}: a word list cannot name another")
        return
    try:
        patterns.check_term(term)
    except patterns.PatternError as error:
        reading.problem(where, str(error))


def check_glossary(reading: Reading[Glossary]) -> None:
    """Adds the problems of terms that no pattern could use."""
    for name, terms in reading.value.words.items() if reading.value else ():
        for term in terms:
            _word(reading, f"words.{name}", term)


def _all_patterns(scenario: Scenario) -> Iterable[tuple[str, tuple[str, ...]]]:
    for fact in scenario.facts:
        yield f"facts.{fact.id}.match", fact.match
        yield f"facts.{fact.id}.reject", fact.reject
        yield f"facts.{fact.id}.used", fact.used
        if fact.linchpin:
            yield f"facts.{fact.id}.linchpin.unless", fact.linchpin.unless
            yield f"facts.{fact.id}.linchpin.needs", fact.linchpin.needs
            yield f"facts.{fact.id}.linchpin.next_unless", fact.linchpin.next_unless
    for point in scenario.points:
        yield f"points.{point.id}.match", point.match
        yield f"points.{point.id}.reject", point.reject
    for dive in scenario.deep_dives:
        for index, probe in enumerate(dive.probes, start=1):
            yield f"deep_dives.{dive.id}.probes.{index}.when", probe.when
            yield f"deep_dives.{dive.id}.probes.{index}.unless", probe.unless
            yield f"deep_dives.{dive.id}.probes.{index}.next_unless", probe.next_unless
    for ball in scenario.curveballs:
        yield f"curveballs.{ball.id}.unless", ball.unless
        yield f"curveballs.{ball.id}.needs", ball.needs
        yield f"curveballs.{ball.id}.next_unless", ball.next_unless
    for role, sources in scenario.diagram.roles.items() if scenario.diagram else ():
        yield f"diagram.roles.{role}", sources


def _diagram(reading: Reading[Scenario], scenario: Scenario) -> None:
    roles = list(scenario.diagram.roles) if scenario.diagram else []
    for check in scenario.checks:
        where = f"checks.{check.id}"
        named = [*check.path, *(role for role in (check.through, check.exists, check.leaves) if role)]
        _known(reading, where, named, roles, "diagram.roles")
        if check.path and len(check.path) != 2:
            reading.problem(f"{where}.path", f"needs two roles, has {len(check.path)}")
        if check.through and not check.path:
            reading.problem(f"{where}.through", "needs a path")
        if not named:
            reading.problem(where, "tests nothing; give it path, exists or leaves")
    if scenario.diagram is None:
        return
    try:
        drawn = graph.read_mermaid(scenario.diagram.mermaid)
    except graph.GraphError as error:
        reading.problem("diagram.mermaid", str(error))
        return
    for level, names in scenario.diagram.levels.items():
        _known(reading, f"diagram.levels.{level}", names, drawn.labels, "the diagram's boxes")
