"""Where content lies: three roots, the first that has an id wins. Looks at names only, reads no file."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

SHARED_FILES = frozenset({"rubric.yaml", "checklist.yaml", "skills.yaml", "glossary.yaml"})


class Root(NamedTuple):
    """One place with content; `source` is shipped, home or path."""

    source: str
    scenarios: Path
    formats: Path
    decks: Path

    @staticmethod
    def at(source: str, path: Path) -> "Root":
        """A library folder: scenarios at its top, formats in `formats/`, flashcards in `decks/`."""
        return Root(source, path, path / "formats", path / "decks")


class Found(NamedTuple):
    """A content file; `shadows` names the sources whose file of the same id it hides."""

    id: str
    path: Path
    source: str
    shadows: tuple[str, ...] = ()


def shipped() -> Path:
    """The content that comes with the program: inside the wheel, or beside the package in a checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "_scenarios"
    return inside if inside.is_dir() else package.parent / "scenarios"


def scenarios(roots: Iterable[Root]) -> list[Found]:
    """Every scenario file, sorted by id."""
    return _find([(root.source, root.scenarios) for root in roots])


def formats(roots: Iterable[Root]) -> list[Found]:
    """Every format file, sorted by id."""
    return _find([(root.source, root.formats) for root in roots])


def decks(roots: Iterable[Root]) -> list[Found]:
    """Every deck file, those of the first root first. None hides another: decks of one id are joined card by card."""
    return [Found(path.stem, path, root.source) for root in roots for path in yaml_files(root.decks)]


def shared(roots: Iterable[Root], name: str) -> list[Path]:
    """The files of a name that is in force once, such as rubric.yaml, the one in force first."""
    return [path for root in roots if (path := root.scenarios / name).is_file()]


def yaml_files(folder: Path) -> list[Path]:
    """The YAML files of a folder, sorted; what editors and systems hide there is none."""
    return [path for path in sorted(folder.glob("*.yaml")) if not path.name.startswith(".") and path.is_file()]


def _find(places: list[tuple[str, Path]]) -> list[Found]:
    by_id: dict[str, list[tuple[str, Path]]] = {}
    for source, folder in places:
        for path in yaml_files(folder):
            if path.name not in SHARED_FILES:
                by_id.setdefault(path.stem, []).append((source, path))
    return [
        Found(name, hits[0][1], hits[0][0], tuple(source for source, _ in hits[1:]))
        for name, hits in sorted(by_id.items())
    ]
