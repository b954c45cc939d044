"""How well evidence is found in labelled notes, and how fast: `python -m tests.bench.evidence`.

Two scenarios were labelled (tests/data/evalset, see the README there). The threshold for strong evidence is fitted on
one and reported on the other, both ways, and the counts are pooled. Everything else in `Weights` is the same for all.
"""

import json
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

from coach.content.library import Library
from coach.content.roots import Root, shipped
from coach.content.sought import finder
from coach.content.terms import PHASES
from coach.interview.outside import read_notes
from coach.language.evidence import MAYBE, NONE, STRONG, Finder, Found, Sought, Weights, Written
from coach.language.ranking import Entry, parsed
from tests.bench.measure import ms, repeated, share, table

DATA = Path(__file__).parent.parent / "data"
EVALSET = ("support_rag", "fraud")
HEADLINES = ("terse", "senior", "nonnative")
EMPTY = ("buzzword", "junior", "near")
_PHASES = {"components": "high-level", "decisions": "deep-dive", "ops": "tradeoffs"}
_GRID = [step / 10 for step in range(3, 14)]
_PLATEAU = 0.01


@dataclass(frozen=True)
class NoteSet:
    """Lines by number, and for each point its label with the lines that show it."""

    name: str
    kind: str
    lines: dict[int, Written]
    labels: dict[str, tuple[str, Collection[int]]]


@dataclass(frozen=True)
class Labelled:
    """A scenario with labelled note sets."""

    name: str
    sought: tuple[Sought, ...]
    sets: tuple[NoteSet, ...]
    given: tuple[str, ...] = ()

    def found(self, notes: NoteSet, weights: Weights | None = None) -> list[tuple[str, Found, list[int]]]:
        """For each point its id, what was found, and the numbers of the lines."""
        lines = list(notes.lines)
        found = Finder(self.sought, self.given, weights).find(list(notes.lines.values()))
        return [(of.entry.id, one, [lines[at] for at in one.lines]) for of, one in zip(self.sought, found, strict=True)]


@dataclass
class Counts:
    """What came of all pairs of a point and a note set."""

    right: int = 0  # strong, and covered or partly covered
    wrong: int = 0  # strong, and not covered
    missed: int = 0  # covered or partly, and not strong
    line: int = 0  # right with a line that shows it
    covered: int = 0  # the same, and covered whole
    shown: int = 0  # strong or maybe, and covered or partly
    confirmed: int = 0  # strong or with a right line among those to confirm, and covered or partly
    maybe: int = 0
    maybe_wrong: int = 0
    none: int = 0
    none_right: int = 0  # none, and not covered whole
    empty: int = 0  # labelled `not` in a junior or buzzword set
    empty_wrong: int = 0  # and strong all the same

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))

    def f1(self, right: int | None = None, wrong: int | None = None) -> float:
        """F1 over points, with strong evidence as the prediction unless other counts are given."""
        positive = self.right + self.missed
        right, wrong = self.right if right is None else right, self.wrong if wrong is None else wrong
        return 2 * right / (right + wrong + positive)

    @property
    def strong(self) -> int:
        return self.right + self.wrong

    @property
    def f1_confirmed(self) -> float:
        """F1 when a person turns down every wrong line that is asked about and confirms every right one."""
        return self.f1(self.confirmed, self.wrong)

    @property
    def f1_shown(self) -> float:
        """F1 when everything shown counts as found, confirmed or not."""
        return self.f1(self.shown, self.wrong + self.maybe_wrong)


def count(scenario: Labelled, weights: Weights | None = None, kinds: Collection[str] = ("authored",)) -> Counts:
    """Counts over the note sets of some kinds."""
    total = Counts()
    for notes in scenario.sets:
        if notes.kind in kinds:
            for point, found, lines in scenario.found(notes, weights):
                _count(total, notes, point, found, lines)
    return total


def _count(total: Counts, notes: NoteSet, point: str, found: Found, lines: list[int]) -> None:
    label, evidence = notes.labels[point]
    positive, strong = label != "not", found.state == STRONG
    on_line = bool(set(lines) & set(evidence))
    total.right += strong and positive
    total.wrong += strong and not positive
    total.missed += positive and not strong
    total.line += strong and positive and on_line
    total.covered += strong and label == "covered" and on_line
    total.shown += positive and found.state != NONE
    total.confirmed += positive and (strong or on_line)
    total.maybe += found.state == MAYBE
    total.maybe_wrong += found.state == MAYBE and not positive
    total.none += found.state == NONE
    total.none_right += found.state == NONE and label != "covered"
    if notes.name in EMPTY:
        total.empty += not positive
        total.empty_wrong += strong and not positive


def fitted(*scenarios: Labelled) -> Weights:
    """The middle of the thresholds whose F1 comes within a hundredth of the best one's."""
    scores = {}
    for strong in _GRID:
        weights = Weights(strong=strong)
        scores[strong] = sum((count(scenario, weights) for scenario in scenarios), Counts()).f1()
    plateau = [strong for strong, score in scores.items() if score >= max(scores.values()) - _PLATEAU]
    return Weights(strong=plateau[(len(plateau) - 1) // 2])


@cache
def both_ways() -> tuple[tuple[Weights, Counts], tuple[Weights, Counts]]:
    """For each scenario the weights fitted on the other and the counts with them."""
    one, other = evalset()
    for_one, for_other = fitted(other), fitted(one)
    return (for_one, count(one, for_one)), (for_other, count(other, for_other))


@cache
def evalset() -> tuple[Labelled, Labelled]:
    """The two labelled scenarios."""
    one, other = (_labelled(name) for name in EVALSET)
    return one, other


def _labelled(name: str) -> Labelled:
    data = json.loads((DATA / "evalset" / f"{name}.json").read_text(encoding="utf-8"))
    words = json.loads((DATA / "evalset" / "glossary.json").read_text(encoding="utf-8"))
    sought = [
        Sought(
            Entry(item["id"], (item["text"], *item["examples"]), parsed(_patterns(item["rich"]), words)),
            (_phase(item["phase"]),),
            asked=item["text"].startswith("Asks "),
        )
        for item in data["items"]
    ]
    return Labelled(name, tuple(sought), _sets(data))


def _sets(data: dict[str, Any]) -> tuple[NoteSet, ...]:
    return tuple(
        NoteSet(
            notes["id"],
            notes["kind"],
            {line["n"]: Written(line["text"], (_phase(line["phase"]),)) for line in notes["lines"]},
            {
                label["item"]: (label["label"], label["evidence"])
                for label in data["labels"]
                if label["note_set"] == notes["id"]
            },
        )
        for notes in data["note_sets"]
    )


def _patterns(rich: str) -> list[str]:
    """Patterns as we write them: a list instead of `;`, `$name` instead of `@name`."""
    return [re.sub(r"@(\w+)", r"$\1", pattern) for pattern in rich.split(";")]


def _phase(name: str) -> str:
    return _PHASES.get(name, name)


@cache
def own_notes(folder: str) -> list[Labelled]:
    """Note sets on shipped scenarios: `notes`, which their patterns were written with, or `blind`, written without.

    The set `near` of `blind` speaks of all the subjects and makes no point.
    """
    library = Library([Root.at("shipped", shipped())])
    return [_own(library, root) for root in sorted((DATA / folder).iterdir())]


def _own(library: Library, root: Path) -> Labelled:
    scenario = library.scenario(root.name).value
    titles = {phase: (phase,) for phase in PHASES}
    sets = [
        NoteSet(
            name,
            root.parent.name,
            read_notes((root / f"{name}.txt").read_text(encoding="utf-8"), titles),
            {
                point.id: ("covered", earned[point.id]) if point.id in earned else ("not", ())
                for point in scenario.points
            },
        )
        for name, earned in json.loads((root / "expected.json").read_text(encoding="utf-8")).items()
    ]
    notes = finder(scenario, library.glossary)
    return Labelled(scenario.id, notes.sought, tuple(sets), (scenario.question, scenario.brief))


@cache
def strangers(folder: str = "strangers") -> list[Labelled]:
    """Note sets on shipped scenarios, written and labelled from the question, the sheet and the points' text alone.

    The patterns were mended with those in `strangers`; those in `held-out` were only ever counted.
    """
    library = Library([Root.at("shipped", shipped())])
    found = []
    for path in sorted((DATA / folder).iterdir()):
        scenario = library.scenario(path.stem).value
        sets = _sets(json.loads(path.read_text(encoding="utf-8")))
        sought = finder(scenario, library.glossary).sought
        found.append(Labelled(scenario.id, sought, sets, (scenario.question, scenario.brief)))
    return found


def speed(points: int = 45, notes: int = 60) -> tuple[float, float]:
    """Median seconds to get so many points ready, and to find them in so many notes."""
    labelled = own_notes("notes")[0]
    sought = (labelled.sought * 2)[:points]
    lines = [line for of in labelled.sets for line in of.lines.values()][:notes]
    ready = Finder(sought, labelled.given)
    return (
        share(repeated(lambda: Finder(sought, labelled.given), 5), 0.5),
        share(repeated(lambda: ready.find(lines), 15), 0.5),
    )


def _part(part: int, whole: int) -> str:
    return f"{part / whole:.3f} ({part}/{whole})" if whole else "-"


def _row(name: str, weights: Weights, of: Counts) -> Sequence[str]:
    return (
        name,
        f"{weights.strong:.1f}",
        f"{of.f1():.3f}",
        _part(of.line, of.right),
        _part(of.covered, of.strong),
        _part(of.none_right, of.none),
        f"{of.maybe}",
        f"{of.f1_confirmed:.3f}",
        f"{of.f1_shown:.3f}",
        _part(of.empty_wrong, of.empty),
    )


def main() -> None:
    """Prints the tables."""
    heads = ("", "strong from", "F1", "line right", "strong right", "none right", "maybe", "F1 confirmed", "F1 shown",
             "false evidence")  # fmt: skip
    one, other = evalset()
    (for_one, of_one), (for_other, of_other) = both_ways()
    both, shipped_weights = fitted(one, other), Weights()
    rows = [
        _row(f"{one.name}, fitted on {other.name}", for_one, of_one),
        _row(f"{other.name}, fitted on {one.name}", for_other, of_other),
        _row("pooled", both, of_one + of_other),
        _row("as shipped, which is fitted on both", shipped_weights, count(one) + count(other)),
    ]
    table("Labelled notes by the authors of the patterns", heads, rows)
    stress = count(one, for_one, ("stress",)), count(other, for_other, ("stress",))
    rows = [
        _row(one.name, for_one, stress[0]),
        _row(other.name, for_other, stress[1]),
        _row("pooled", both, sum(stress, Counts())),
    ]
    table("Stress: paraphrases almost without shared words, and traps (a lower bound)", heads, rows)
    rows = [
        _row(f"{of.name}, {folder}", shipped_weights, count(of, kinds=(folder,)))
        for folder in ("notes", "blind")
        for of in own_notes(folder)
    ]
    table("Notes on shipped scenarios: known to the patterns, and written without a look at them", heads, rows)
    rows = [
        _row(f"{of.name}, {folder}", shipped_weights, count(of, kinds=(folder,)))
        for folder in ("strangers", "held-out")
        for of in strangers(folder)
    ]
    table("Notes of strangers on shipped scenarios; with those held out no pattern was mended", heads, rows)
    ready, found = speed()
    table("45 points, 60 notes, ms", ("to get ready", "to find"), [(ms(ready), ms(found))])


if __name__ == "__main__":
    main()
