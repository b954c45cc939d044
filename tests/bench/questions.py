"""How well questions find their facts, on the labelled questions of `tests/data`.

`python -m tests.bench.questions` prints the tables of the README. Limits are fitted on one scenario of the evaluation
set and reported on the other, both ways and added up; the shipped limits are fitted on both. Of a line that holds two
questions the first finding is looked at for `first`, all of them for `wrong` and `false`.
"""

import json
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

from coach.content.asking import sheet
from coach.content.library import Library
from coach.content.roots import Root, shipped
from coach.content.terms import TASTE
from coach.language.lookup import SHIPPED, Found, Limits, Lookup
from coach.language.outcomes import ANSWER, CHOOSE
from coach.language.ranking import Entry, parsed

DATA = Path(__file__).parent.parent / "data"
EVALSET = ("support_rag", "fraud")
AUTHORED, STRESS = "authored", "stress"
HELD_OUT = "questions-held-out"
MODELS = ("rag-support", "fraud-detection")
"""The scenarios with which the rules were made."""
CANDIDATES = [
    Limits(hit=hit, offer=offer)
    for hit, offer in product((0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6), (0.3, 0.35, 0.4, 0.45, 0.5))
]


@dataclass(frozen=True)
class Figures:
    """Counts over questions: `asked` with a fact on the sheet, `without` with none.

    `told`: the right fact was told. `first`: it was told or headed the topics offered. `wrong`: a wrong one was told.
    `chosen`: topics were offered, `holding` the right one. `false`: a fact was told to a question that has none.
    `offered`: topics were offered to a question that has none.
    """

    asked: int = 0
    told: int = 0
    first: int = 0
    wrong: int = 0
    chosen: int = 0
    holding: int = 0
    without: int = 0
    false: int = 0
    offered: int = 0

    def __add__(self, other: "Figures") -> "Figures":
        return Figures(*(getattr(self, name) + getattr(other, name) for name in self.__dataclass_fields__))

    @property
    def worth(self) -> float:
        """What limits are fitted by: a fact told counts, a wrong or false one costs more than asking back would."""
        return self.told + 0.5 * self.holding - 3 * self.wrong - 2 * self.false - 0.25 * self.offered

    def row(self, name: str) -> str:
        """The figures as a line of a table."""
        return (
            f"| {name} | {self.told} of {self.asked} | {self.first} of {self.asked} | {self.wrong} of {self.asked} "
            f"| {self.holding} of {self.chosen} | {self.false} of {self.without} | {self.offered} of {self.without} |"
        )


def figures(lookup: Lookup, asked: Sequence[Mapping[str, Any]], limits: Limits = SHIPPED) -> Figures:
    """The figures of a sheet for labelled questions: mappings with `q` and `facts`, the ids that are right."""
    total = Figures()
    for one in asked:
        total += _figures(lookup.find(one["q"], limits), set(one["facts"]))
    return total


def _figures(found: Sequence[Found], right: set[str]) -> Figures:
    told = [one.ids[0] for one in found if one.outcome == ANSWER]
    first = found[0]
    if not right:
        return Figures(without=1, false=bool(told), offered=not told and first.outcome == CHOOSE)
    return Figures(
        asked=1,
        told=first.outcome == ANSWER and first.ids[0] in right,
        first=first.ids[:1] != () and first.ids[0] in right,
        wrong=any(id_ not in right for id_ in told),
        chosen=first.outcome == CHOOSE,
        holding=first.outcome == CHOOSE and bool(right & set(first.ids)),
    )


@cache
def _evalset(name: str) -> Any:
    return json.loads((DATA / "evalset" / f"{name}.json").read_text(encoding="utf-8"))


@cache
def evalset_lookup(name: str) -> Lookup:
    """The facts of a scenario of the evaluation set; patterns get `$name` for `@name` and a list for `;`."""
    words = _evalset("glossary")
    entries = [
        Entry(
            fact["id"],
            (fact["topic"], *fact["examples"]),
            parsed([source.strip().replace("@", "$") for source in fact["rich"].split(";")], words),
        )
        for fact in _evalset(name)["facts"]
    ]
    return Lookup(entries, {})


def evalset_questions(name: str, *kinds: str) -> list[Mapping[str, Any]]:
    """The labelled questions of some kinds."""
    return [one for one in _evalset(name)["questions"] if one["kind"] in kinds]


@cache
def fitted(*names: str) -> Limits:
    """The limits that are worth most on the questions of these scenarios; of equals the most careful."""

    def worth(limits: Limits) -> tuple[float, float]:
        total = sum(
            figures(evalset_lookup(name), evalset_questions(name, AUTHORED, STRESS), limits).worth for name in names
        )
        return total, limits.hit

    return max(CANDIDATES, key=worth)


def crossed(kind: str) -> Figures:
    """The figures of both scenarios, each with limits that were fitted on the other."""
    one, other = EVALSET
    return figures(evalset_lookup(one), evalset_questions(one, kind), fitted(other)) + figures(
        evalset_lookup(other), evalset_questions(other, kind), fitted(one)
    )


def shipped_names() -> list[str]:
    """The ids of the shipped scenarios; a taste of two minutes has too few facts to be counted."""
    library = Library([Root.at("shipped", shipped())])
    ids = [found.id for found in library.scenarios()]
    return [name for name in ids if library.scenario(name).value.format != TASTE]


def shipped_figures(name: str, folder: str = "questions") -> Figures:
    """The figures of a shipped scenario on questions that were written from its sheet alone.

    Patterns were mended with those in `questions`; those in HELD_OUT were only ever counted.
    """
    library = Library([Root.at("shipped", shipped())])
    asked = json.loads((DATA / folder / f"{name}.json").read_text(encoding="utf-8"))
    return figures(sheet(library.scenario(name).value, library.glossary), asked)


def main() -> None:
    """Prints the tables."""
    print("| questions | told | first | wrong | choice holds it | false | offered for none |")
    print("|---|---|---|---|---|---|---|")
    for kind in (AUTHORED, STRESS):
        print(crossed(kind).row(f"evalset, {kind}"))
    for folder, note in (("questions", ""), (HELD_OUT, ", held out")):
        shown = {name: shipped_figures(name, folder) for name in shipped_names()}
        for name, found in shown.items():
            print(found.row(f"{name}{note}"))
        print(sum((shown.pop(name) for name in MODELS), Figures()).row(f"{' and '.join(MODELS)}{note}"))
        print(sum(shown.values(), Figures()).row(f"the other {len(shown)}{note}"))
    for names in (EVALSET[:1], EVALSET[1:], EVALSET):
        print(f"fitted on {' and '.join(names)}: {fitted(*names)}")
    asked = evalset_questions("fraud", AUTHORED, STRESS)
    evalset_lookup.cache_clear()
    lookup = evalset_lookup("fraud")  # fresh, as it remembers what it has read
    start = time.perf_counter()
    for one in asked:
        lookup.find(one["q"])
    print(f"{(time.perf_counter() - start) / len(asked) * 1000:.1f} ms a question")


if __name__ == "__main__":
    main()
