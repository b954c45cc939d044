"""`coach formats`: how interviews are split, side by side, or one of them step by step."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from coach.commands import world
from coach.content.format import Format, Step
from coach.content.roots import Found
from coach.content.terms import PHASES
from coach.errors import CoachError
from coach.screens.ui import Block, Gap, Grid, Pairs, Rule, Text


@dataclass(frozen=True, slots=True)
class _Known:
    """A format with where it was found, and whether a round has it when none is named."""

    format: Format
    found: Found
    default: bool


def run(folder: str | None, name: str | None, *, as_json: bool) -> int:
    """Shows one format or all of them; broken ones are named on stderr. Returns the exit code."""
    home = world.home()
    library, default = world.library(home.places, folder), home.settings.format
    known: list[_Known] = []
    broken: list[CoachError] = []
    for found in library.formats():
        try:
            if name in (None, found.id):
                known.append(_Known(library.format(found.id).value, found, found.id == default))
        except CoachError as error:
            broken.append(error)
    known.sort(key=lambda one: (not one.default, -one.format.minutes))
    if name:
        if not known:
            library.format(name)  # tells what is wrong with it
        _one(known[0], as_json=as_json)
        return 0
    if as_json:
        print(json.dumps([_data(one) for one in known], indent=2))
    elif known:
        _side_by_side(known, default)
    world.leave_out(broken)
    return 1 if broken else 0


def _data(one: _Known) -> dict[str, Any]:
    format_ = one.format
    return {
        "id": format_.id,
        "title": format_.title,
        "about": format_.about,
        "minutes": format_.minutes,
        "level": format_.level or None,
        "dimensions": list(format_.dimensions),
        "curveballs": format_.curveballs,
        "grades": format_.grades,
        "default": one.default,
        "source": one.found.source,
        "shadows": list(one.found.shadows),
        "steps": [
            {
                "id": step.id,
                "title": step.title,
                "minutes": step.minutes,
                "phases": list(step.phases),
                "dimensions": list(step.dimensions),
                "skills": list(step.skills),
                "opening": step.opening,
                "checklist": list(step.checklist),
            }
            for step in format_.steps
        ],
        "outputs": list(format_.outputs),
    }


def _side_by_side(known: Sequence[_Known], default: str) -> None:
    steps = [one.format.steps for one in known]
    rows: list[tuple[str, list[list[str]]]] = [
        ("minutes", [[_entry(one.format.minutes, "in all")] for one in known]),
        *((phase, [_cell(of, phase) for of in steps]) for phase in PHASES),
    ]
    heads = [f"{one.format.id} (default)" if one.default else one.format.id for one in known]
    blocks: list[Block] = [Grid(heads, rows), Gap()]
    if any(len(step.phases) > 1 for of in steps for step in of):
        blocks += [
            Text("In brackets: a step from above goes on; its minutes are counted where it stands first."),
            Gap(),
        ]
    if not any(one.default for one in known):
        blocks += [Text(f"The setting `format` names {default}, which is not among them.", "warn"), Gap()]
    blocks += [Pairs([(one.format.id, _when(one)) for one in known]), Gap()]
    blocks += [Text("`coach formats NAME` shows one step by step, `coach practice --format NAME` runs it.")]
    world.printer().show(*blocks)


def _cell(steps: Sequence[Step], phase: str) -> list[str]:
    """The steps that cover a phase: with minutes in the first row that each stands in, in brackets in the others."""
    entries = []
    for step in steps:
        if phase == min(step.phases, key=PHASES.index):
            entries.append(_entry(step.minutes, step.title))
        elif phase in step.phases:
            entries.append(f"   ({step.title})")
    return entries or ["   -"]


def _entry(minutes: int, what: str) -> str:
    return f"{minutes:>2} {what}"


def _when(one: _Known) -> str:
    """When an interview runs like this, and what sets the format apart from the others."""
    return " ".join([one.format.about or one.format.title + ".", *(f"{note}." for note in _notes(one))])


def _notes(one: _Known) -> list[str]:
    hides = f", hides {' and '.join(one.found.shadows)}" if one.found.shadows else ""
    source = "" if one.found.source == "shipped" else f"From {one.found.source}{hides}"
    level = f"Time for {one.format.level} points at most" if one.format.level else ""
    graded = f"Graded on {', '.join(one.format.dimensions)} only" if one.format.dimensions else ""
    if not one.format.grades:
        level = "Its rounds end with points, not with grades"
    default = "The default (setting `format`)" if one.default else ""
    return [note for note in (level, graded, source, default) if note]


def _one(one: _Known, *, as_json: bool) -> None:
    if as_json:
        print(json.dumps(_data(one), indent=2))
        return
    format_ = one.format
    blocks: list[Block] = [Rule(format_.title, f"{format_.id}, {format_.minutes} min"), Text(_when(one))]
    for number, step in enumerate(format_.steps, start=1):
        blocks += [Gap(), Text(f"{number} {step.title}, {step.minutes} min: {', '.join(step.phases)}", "strong")]
        blocks += [Text(f"“{step.opening}”", "dim", 3)] if step.opening else []
        blocks += [Text(f"- {line}", "", 3) for line in step.checklist]
    if format_.outputs:
        blocks += [Gap(), Text("What it should leave behind", "strong")]
        blocks += [Text(f"- {line}", "", 3) for line in format_.outputs]
    blocks += [Gap(), Text(f"`coach practice --format {format_.id}` runs a round of it.")]
    world.printer().show(*blocks)
