"""All content a person has: found, read, checked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Generic, TypeVar

from coach.content import roots
from coach.content.checking import check_deck, check_format, check_glossary, check_rubric, check_scenario
from coach.content.deck import Deck
from coach.content.digest import digest_of
from coach.content.format import Format
from coach.content.problem import Problem, did_you_mean
from coach.content.reading import Reading, read
from coach.content.roots import Found, Root
from coach.content.rubric import Rubric
from coach.content.scenario import Scenario
from coach.content.vocabulary import Glossary, Skills
from coach.errors import CoachError

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Loaded(Generic[T]):
    """A valid content object with the text it came from and that text's digest."""

    value: T
    text: str
    digest: str
    source: str


class Library:
    """All content a person has, over roots in order of precedence."""

    def __init__(self, places: Iterable[Root]) -> None:
        self.roots = tuple(places)

    def scenarios(self) -> list[Found]:
        """Every scenario file, sorted by id."""
        return roots.scenarios(self.roots)

    def formats(self) -> list[Found]:
        """Every format file, sorted by id."""
        return roots.formats(self.roots)

    def scenario(self, scenario_id: str) -> Loaded[Scenario]:
        """A scenario by its id or a former id. Raises CoachError when there is none or it has problems."""
        files = self.scenarios()
        found = next((f for f in files if f.id == scenario_id), None) or self._renamed(files, scenario_id)
        if found is None:
            near = did_you_mean(scenario_id, [f.id for f in files])
            raise CoachError(f"There is no scenario {scenario_id!r}{near or '.'}", "`coach list` shows all of them.")
        text = _text(found.path)
        return _valid(self.read_scenario(text, found.path), text, found.source)

    def _renamed(self, files: list[Found], old_id: str) -> Found | None:
        for found in files:
            try:
                value = read(_text(found.path), str(found.path), Scenario).value
            except CoachError:
                continue
            if value is not None and old_id in value.was:
                return found
        return None

    def format(self, format_id: str) -> Loaded[Format]:
        """A format by its id. Raises CoachError when there is none or it has problems."""
        files = self.formats()
        found = next((f for f in files if f.id == format_id), None)
        if found is None:
            known = ", ".join(f.id for f in files)
            near = did_you_mean(format_id, [f.id for f in files])
            raise CoachError(f"There is no format {format_id!r}{near or '.'}", f"The formats are: {known}.")
        text = _text(found.path)
        return _valid(self.read_format(text, found.path), text, found.source)

    def deck(self, path: Path) -> Loaded[Deck]:
        """The deck in a file. Raises CoachError when it cannot be read or has problems."""
        text = _text(path)
        return _valid(self.read_deck(text, path), text, self._source_of(path))

    def rubric(self) -> Loaded[Rubric]:
        """The rubric in force. Raises CoachError when it has problems."""
        path = self._shared_path("rubric.yaml")
        text = _text(path)
        return _valid(self.read_rubric(text, path), text, self._source_of(path))

    @cached_property
    def glossary(self) -> Mapping[str, tuple[str, ...]]:
        """The terms that patterns may name."""
        return self._shared("glossary.yaml", Glossary).words

    @cached_property
    def skills(self) -> Mapping[str, str]:
        """Names of skills by id."""
        return {skill.id: skill.name for skill in self._shared("skills.yaml", Skills).skills}

    def read_scenario(self, text: str, path: Path, *, both_loaders: bool = False) -> Reading[Scenario]:
        """Reads and checks a scenario, keeping all problems."""
        reading = read(text, str(path), Scenario, both_loaders=both_loaders)
        check_scenario(reading, path.stem, self.glossary, self.skills)
        return reading

    def read_format(self, text: str, path: Path, *, both_loaders: bool = False) -> Reading[Format]:
        """Reads and checks a format, keeping all problems."""
        reading = read(text, str(path), Format, both_loaders=both_loaders)
        check_format(reading, path.stem)
        return reading

    def read_deck(self, text: str, path: Path, *, both_loaders: bool = False) -> Reading[Deck]:
        """Reads and checks a deck, keeping all problems."""
        reading = read(text, str(path), Deck, both_loaders=both_loaders)
        check_deck(reading, path.stem)
        return reading

    def read_rubric(self, text: str, path: Path, *, both_loaders: bool = False) -> Reading[Rubric]:
        """Reads and checks a rubric, keeping all problems."""
        reading = read(text, str(path), Rubric, both_loaders=both_loaders)
        check_rubric(reading)
        return reading

    def read_any(self, path: Path) -> Reading[Any]:
        """Reads whatever content file a path holds, told apart by its name and folder, with both YAML loaders."""
        try:
            text = _text(path)
        except CoachError as error:
            return Reading(str(path), None, [Problem(str(path), 1, "", error.message.removesuffix("."))])
        return self.read_any_text(text, path)

    def read_any_text(self, text: str, path: Path) -> Reading[Any]:
        """Reads a text as what the content file at a path would hold, with both YAML loaders."""
        if path.name == "rubric.yaml":
            return self.read_rubric(text, path, both_loaders=True)
        if path.name == "glossary.yaml":
            glossary = read(text, str(path), Glossary, both_loaders=True)
            check_glossary(glossary)
            return glossary
        if path.name == "skills.yaml":
            return read(text, str(path), Skills, both_loaders=True)
        if path.absolute().parent.name == "formats":
            return self.read_format(text, path, both_loaders=True)
        if path.absolute().parent.name == "decks":
            return self.read_deck(text, path, both_loaders=True)
        reading = read(text, str(path), Scenario, both_loaders=True)
        try:
            check_scenario(reading, path.stem, self.glossary, self.skills)
        except CoachError as error:  # a shared file is broken; it has its own problems
            reading.problems.append(Problem(str(path), 1, "", f"was not checked whole: {error.message}"))
        return reading

    def files(self) -> list[Path]:
        """Every content file of every root, shadowed ones included."""
        paths: list[Path] = []
        for root in self.roots:
            paths += [path for path in roots.yaml_files(root.scenarios) if path.name != "checklist.yaml"]
            paths += roots.yaml_files(root.formats)
            paths += roots.yaml_files(root.decks)
        return paths

    def _shared_path(self, name: str) -> Path:
        for root in self.roots:
            if (root.scenarios / name).is_file():
                return root.scenarios / name
        raise CoachError(f"{name} is in none of the content folders", "Install coach again; its content is missing.")

    def _source_of(self, path: Path) -> str:
        return next((root.source for root in self.roots if root.scenarios == path.parent), "path")

    def _shared(self, name: str, cls: type[T]) -> T:
        path = self._shared_path(name)
        text = _text(path)
        return _valid(read(text, str(path), cls), text, self._source_of(path)).value


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise CoachError(f"{path} is not UTF-8 text (byte {error.start})", "Save it as UTF-8.") from None
    except OSError as error:
        raise CoachError(f"{path} cannot be read: {(error.strerror or str(error)).lower()}") from None


def _valid(reading: Reading[T], text: str, source: str) -> Loaded[T]:
    if reading.problems or reading.value is None:
        problems = sorted(reading.problems)
        more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
        raise CoachError(f"{problems[0]}{more}", f"`coach lint {reading.path}` shows every problem of the file.")
    return Loaded(reading.value, text, digest_of(text), source)
