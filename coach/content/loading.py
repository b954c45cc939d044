"""Reading and checking each kind of content file. Brings YAML and the matcher along."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from coach.content.checking import (
    check_deck,
    check_format,
    check_glossary,
    check_rubric,
    check_scenario,
    check_skills,
)
from coach.content.deck import Deck
from coach.content.format import Format
from coach.content.hints import check_hints
from coach.content.problem import Problem, did_you_mean
from coach.content.reading import Reading, read
from coach.content.roots import Root, yaml_files
from coach.content.rubric import Rubric
from coach.content.scenario import Scenario
from coach.content.vocabulary import Glossary, Skills
from coach.errors import CoachError

Words = Mapping[str, tuple[str, ...]]


def read_scenario(
    text: str, path: Path, glossary: Words, skills: Iterable[str], *, both_loaders: bool = False
) -> Reading[Scenario]:
    """Reads and checks a scenario, keeping all problems."""
    reading = read(text, str(path), Scenario, both_loaders=both_loaders)
    check_scenario(reading, path.stem, glossary, skills)
    return reading


def read_scenario_for_lint(
    text: str, path: Path, shared: Callable[[], tuple[Words, Iterable[str]]]
) -> Reading[Scenario]:
    """Reads a scenario with both YAML loaders and all checks, also those that would keep nobody from a drill."""
    reading = read(text, str(path), Scenario, both_loaders=True)
    try:
        glossary, skills = shared()
        check_scenario(reading, path.stem, glossary, skills)
        check_hints(reading, glossary)  # here alone: it spoils a flashcard, and no drill
    except CoachError as error:  # a shared file is broken; it has its own problems
        reading.problems.append(Problem(str(path), 1, "", f"was not checked whole: {error.message}"))
    return reading


def read_names(text: str, path: Path) -> Reading[Scenario]:
    """Reads a scenario without checking it, for the names it had."""
    return read(text, str(path), Scenario)


def read_format(text: str, path: Path, *, both_loaders: bool = False) -> Reading[Format]:
    """Reads and checks a format, keeping all problems."""
    reading = read(text, str(path), Format, both_loaders=both_loaders)
    check_format(reading, path.stem)
    return reading


def check_format_skills(reading: Reading[Format], skills: Callable[[], Iterable[str]]) -> None:
    """Adds the skills of a format that skills.yaml does not have; for lint, as they keep nobody from a drill."""
    if reading.value is None:
        return
    try:
        check_skills(reading, skills())
    except CoachError as error:  # skills.yaml is broken; it has its own problems
        reading.problems.append(Problem(reading.path, 1, "", f"was not checked whole: {error.message}"))


def check_scenario_format(reading: Reading[Scenario], formats: Iterable[str]) -> None:
    """Adds the format that a scenario is made for where there is none of that name; for lint, as a round names it."""
    if reading.value and reading.value.format and reading.value.format not in (known := list(formats)):
        near = did_you_mean(reading.value.format, known)
        reading.problem("format", f"there is no format {reading.value.format!r}{near}")


def read_deck(text: str, path: Path, *, both_loaders: bool = False) -> Reading[Deck]:
    """Reads and checks a deck, keeping all problems."""
    reading = read(text, str(path), Deck, both_loaders=both_loaders)
    check_deck(reading, path.stem)
    return reading


def read_rubric(text: str, path: Path, *, both_loaders: bool = False) -> Reading[Rubric]:
    """Reads and checks a rubric, keeping all problems."""
    reading = read(text, str(path), Rubric, both_loaders=both_loaders)
    check_rubric(reading)
    return reading


def read_words(text: str, path: Path) -> Reading[Glossary]:
    """Reads a glossary."""
    return read(text, str(path), Glossary)


def read_glossary(text: str, path: Path) -> Reading[Glossary]:
    """Reads and checks a glossary with both YAML loaders, keeping all problems."""
    glossary = read(text, str(path), Glossary, both_loaders=True)
    check_glossary(glossary)
    return glossary


def read_skills(text: str, path: Path, *, both_loaders: bool = False) -> Reading[Skills]:
    """Reads the skills."""
    return read(text, str(path), Skills, both_loaders=both_loaders)


def unreadable(path: Path, error: CoachError) -> Reading[object]:
    """The reading of a file that cannot even be opened."""
    return Reading(str(path), None, [Problem(str(path), 1, "", error.message.removesuffix("."))])


def check_deck_among(reading: Reading[Deck], roots: Iterable[Root], path: Path) -> None:
    """Adds what a deck has that stands elsewhere too: a card of the scenario with its name beside it, a former id of
    its own that another deck or scenario now has."""
    deck, roots = reading.value, list(roots)
    if deck is None:
        return
    root = next((root for root in roots if root.decks.absolute() == path.absolute().parent), None)
    beside = root.scenarios / f"{path.stem}.yaml" if root else None
    if beside and beside.is_file():
        taken = read_names(beside.read_text(encoding="utf-8", errors="replace"), beside).value
        for card in deck.cards:
            if taken and card.id in [other.id for other in taken.cards]:
                reading.problem(f"cards.{card.id}", f"the id {card.id} stands in {beside} too")
    names = {found.stem for root in roots for folder in (root.decks, root.scenarios) for found in yaml_files(folder)}
    for old in deck.was:
        if old in names:
            reading.problem("was", f"{old!r} is the id of a deck or scenario that is there")
