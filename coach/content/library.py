"""All content a person has: found, read, checked.

What reads files brings YAML and the matcher along, so it is imported where it is used: finding files needs neither.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from coach.content import roots
from coach.content.digest import digest_of
from coach.content.problem import did_you_mean
from coach.content.roots import Found, Root
from coach.errors import CoachError

if TYPE_CHECKING:
    from coach.content.checklist import Checklist
    from coach.content.deck import Deck
    from coach.content.format import Format
    from coach.content.reading import Reading
    from coach.content.rubric import Rubric
    from coach.content.scenario import Scenario

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
        self._read: dict[Path, Loaded[Scenario]] = {}
        self._unchecked: dict[Path, Loaded[Scenario]] = {}
        """The scenarios that were read, with and without checks: several parts of one command ask for the same."""

    def scenarios(self) -> list[Found]:
        """Every scenario file, sorted by id."""
        return roots.scenarios(self.roots)

    def formats(self) -> list[Found]:
        """Every format file, sorted by id."""
        return roots.formats(self.roots)

    def scenario(self, scenario_id: str) -> "Loaded[Scenario]":
        """A scenario by its id or a former id. Raises CoachError when there is none or it has problems."""
        files = self.scenarios()
        found = next((f for f in files if f.id == scenario_id), None) or self._renamed(files, scenario_id)
        if found is None:
            near = did_you_mean(scenario_id, [f.id for f in files])
            raise CoachError(f"There is no scenario {scenario_id!r}{near or '.'}", "`coach list` shows all of them.")
        return _once(self._read, found, self.read_scenario)

    def listed(self, found: Found) -> "Scenario":
        """A scenario for lists and cards. One that was shipped was checked before, which takes longer than reading it
        and is done again when it is drilled. Raises CoachError when it has problems."""
        if found.source != "shipped":
            return self.scenario(found.id).value
        from coach.content import loading

        return _once(self._unchecked, found, loading.read_names).value

    def _renamed(self, files: list[Found], old_id: str) -> Found | None:
        from coach.content import loading

        for found in files:
            try:
                value = loading.read_names(_text(found.path), found.path).value
            except CoachError:
                continue
            if value is not None and old_id in value.was:
                return found
        return None

    def format(self, format_id: str) -> "Loaded[Format]":
        """A format by its id. Raises CoachError when there is none or it has problems."""
        files = self.formats()
        found = next((f for f in files if f.id == format_id), None)
        if found is None:
            known = ", ".join(f.id for f in files)
            near = did_you_mean(format_id, [f.id for f in files])
            raise CoachError(f"There is no format {format_id!r}{near or '.'}", f"The formats are: {known}.")
        text = _text(found.path)
        return _valid(self.read_format(text, found.path), text, found.source)

    def deck(self, path: Path) -> "Loaded[Deck]":
        """The deck in a file. Raises CoachError when it cannot be read or has problems."""
        text = _text(path)
        return _valid(self.read_deck(text, path), text, self._source_of(path))

    def usable_deck(self, path: Path) -> "tuple[Deck, list[CoachError]]":
        """A deck without those of its cards that have problems, and these as errors. Raises CoachError when it cannot
        be used at all."""
        text = _text(path)
        reading = self.read_deck(text, path)
        if not reading.problems or reading.value is None:
            return _valid(reading, text, self._source_of(path)).value, []
        bad = {problem.where.split(".")[1] for problem in reading.problems if problem.where.startswith("cards.")}
        cards = tuple(card for card in reading.value.cards if card.id and card.id not in bad)
        if not cards or any(not problem.where.startswith("cards.") for problem in reading.problems):
            return _valid(reading, text, self._source_of(path)).value, []
        hint = f"The other cards of it are used. `coach lint {path}` shows every problem of the file."
        return replace(reading.value, cards=cards), [CoachError(f"{p}", hint) for p in sorted(reading.problems)]

    def rubric(self) -> "Loaded[Rubric]":
        """The rubric in force. Raises CoachError when it has problems."""
        path = self._shared_path("rubric.yaml")
        text = _text(path)
        return _valid(self.read_rubric(text, path), text, self._source_of(path))

    def checklist(self) -> "Loaded[Checklist]":
        """The checklist in force. Raises CoachError when it has problems."""
        from coach.content import loading

        path = self._shared_path("checklist.yaml")
        text = _text(path)
        return _valid(loading.read_checklist(text, path), text, self._source_of(path))

    @cached_property
    def glossary(self) -> Mapping[str, tuple[str, ...]]:
        """The terms that patterns may name."""
        from coach.content import loading

        return self._shared("glossary.yaml", loading.read_words).words

    @cached_property
    def skills(self) -> Mapping[str, str]:
        """Names of skills by id."""
        from coach.content import loading

        return {skill.id: skill.name for skill in self._shared("skills.yaml", loading.read_skills).skills}

    def read_scenario(self, text: str, path: Path, *, both_loaders: bool = False) -> "Reading[Scenario]":
        """Reads and checks a scenario, keeping all problems."""
        from coach.content import loading

        return loading.read_scenario(text, path, self.glossary, self.skills, both_loaders=both_loaders)

    def read_format(self, text: str, path: Path, *, both_loaders: bool = False) -> "Reading[Format]":
        """Reads and checks a format, keeping all problems."""
        from coach.content import loading

        return loading.read_format(text, path, both_loaders=both_loaders)

    def read_deck(self, text: str, path: Path, *, both_loaders: bool = False) -> "Reading[Deck]":
        """Reads and checks a deck, keeping all problems."""
        from coach.content import loading

        return loading.read_deck(text, path, both_loaders=both_loaders)

    def read_rubric(self, text: str, path: Path, *, both_loaders: bool = False) -> "Reading[Rubric]":
        """Reads and checks a rubric, keeping all problems."""
        from coach.content import loading

        return loading.read_rubric(text, path, both_loaders=both_loaders)

    def read_any(self, path: Path) -> "Reading[Any]":
        """Reads whatever content file a path holds, told apart by its name and folder, with both YAML loaders."""
        from coach.content import loading

        try:
            text = _text(path)
        except CoachError as error:
            return loading.unreadable(path, error)
        return self.read_any_text(text, path)

    def usable(self, path: Path) -> "Reading[Any]":
        """Reads a content file of any kind as a drill would, which takes a fifth of the time: for files that were
        checked before they were shipped."""
        from coach.content import loading

        if path.parent.name in ("formats", "decks") or path.name in roots.SHARED_FILES:
            return self.read_any(path)
        try:
            return self.read_scenario(_text(path), path)
        except CoachError as error:
            return loading.unreadable(path, error)

    def read_any_text(self, text: str, path: Path) -> "Reading[Any]":
        """Reads a text as what the content file at a path would hold, with both YAML loaders."""
        from coach.content import loading

        if path.name == "rubric.yaml":
            return self.read_rubric(text, path, both_loaders=True)
        if path.name == "checklist.yaml":
            return loading.read_checklist(text, path, both_loaders=True)
        if path.name == "glossary.yaml":
            return loading.read_glossary(text, path)
        if path.name == "skills.yaml":
            return loading.read_skills(text, path, both_loaders=True)
        if path.absolute().parent.name == "formats":
            of_format = self.read_format(text, path, both_loaders=True)
            loading.check_format_skills(of_format, lambda: self.skills)
            return of_format
        if path.absolute().parent.name == "decks":
            reading = self.read_deck(text, path, both_loaders=True)
            loading.check_deck_among(reading, self.roots, path)
            return reading
        of_scenario = loading.read_scenario_for_lint(text, path, lambda: (self.glossary, self.skills))
        loading.check_scenario_format(of_scenario, [found.id for found in self.formats()])
        return of_scenario

    def files(self) -> list[Path]:
        """Every content file of every root, shadowed ones included."""
        paths: list[Path] = []
        for root in self.roots:
            paths += roots.yaml_files(root.scenarios)
            paths += roots.yaml_files(root.formats)
            paths += roots.yaml_files(root.decks)
        return paths

    def _shared_path(self, name: str) -> Path:
        found = roots.shared(self.roots, name)
        if not found:
            raise CoachError(
                f"{name} is in none of the content folders", "Install coach again; its content is missing."
            )
        return found[0]

    def _source_of(self, path: Path) -> str:
        return next((root.source for root in self.roots if root.scenarios == path.parent), "path")

    def _shared(self, name: str, read: "Callable[[str, Path], Reading[T]]") -> T:
        path = self._shared_path(name)
        text = _text(path)
        return _valid(read(text, path), text, self._source_of(path)).value


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise CoachError(f"{path} is not UTF-8 text (byte {error.start})", "Save it as UTF-8.") from None
    except OSError as error:
        raise CoachError(f"{path} cannot be read: {(error.strerror or str(error)).lower()}") from None


def _once(known: dict[Path, Loaded[T]], found: Found, read: "Callable[[str, Path], Reading[T]]") -> Loaded[T]:
    """What is known of a file, read again where its text changed."""
    text, was = _text(found.path), known.get(found.path)
    if was is None or was.text != text:
        was = known[found.path] = _valid(read(text, found.path), text, found.source)
    return was


def _valid(reading: "Reading[T]", text: str, source: str) -> Loaded[T]:
    if reading.problems or reading.value is None:
        problems = sorted(reading.problems)
        more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
        raise CoachError(f"{problems[0]}{more}", f"`coach lint {reading.path}` shows every problem of the file.")
    return Loaded(reading.value, text, digest_of(text), source)
