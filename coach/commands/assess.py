"""`coach assess`: what notes from anywhere show of a scenario's points."""

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coach.commands import world
from coach.content.scenario import Point, Scenario
from coach.content.terms import PHASES
from coach.errors import CoachError
from coach.interview.evidence import MAYBE, NONE, STRONG, Evidence, Finding
from coach.interview.outside import read_notes
from coach.language.evidence import Written
from coach.language.guards import REASONS
from coach.record.places import places
from coach.screens.ui import Block, Gap, Rule, Style, Text

if TYPE_CHECKING:
    from coach.content.library import Library

_MOST, _LONGEST = 5_000, 500_000
"""Lines and characters of notes: more than a day of talk, and read within seconds."""
_SIGNS: dict[str, tuple[str, Style]] = {STRONG: ("✓", "good"), MAYBE: ("?", ""), NONE: ("·", "dim")}


def run(folder: str | None, scenario: str, file: str, *, as_json: bool) -> int:
    """Looks for a scenario's points in a file of notes, `-` being the standard input. Returns the exit code."""
    library = world.library(places(), folder)
    content = library.scenario(scenario).value
    text = _read(file)
    if len(text) > _LONGEST or text.count("\n") > _MOST:
        raise CoachError(
            f"That is more than {_MOST:,} lines or {_LONGEST:,} characters, more than the notes of an interview.",
            "Give it the notes of one interview at a time.",
        )
    lines = read_notes(text, _titles(library))
    if not lines:
        raise CoachError(
            f"{'The standard input' if file == '-' else file} holds no notes.",
            "One note a line; headings such as `# clarify` separate the phases.",
        )
    found = Evidence(content, library.glossary).in_lines(lines)
    if as_json:
        print(json.dumps(_data(content, lines, found), indent=2))
    else:
        world.printer().show(*_blocks(content, lines, found))
    return 0


def _read(file: str) -> str:
    """The text of a file or of the standard input. Raises CoachError for what cannot be read."""
    if file == "-" and sys.stdin is None:  # its descriptor was closed: `<&-`
        raise CoachError("The standard input is closed.", "coach assess ID FILE, or pipe the notes in.")
    try:
        raw = sys.stdin.buffer.read() if file == "-" else Path(file).expanduser().read_bytes()
    except FileNotFoundError:
        raise CoachError(f"There is no file {file}.", "coach assess ID FILE, or - for the standard input.") from None
    except IsADirectoryError:
        raise CoachError(f"{file} is a directory.", "Name one file of notes.") from None
    except OSError as error:
        raise CoachError(f"{file} cannot be read: {error.strerror or error}.") from None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        name = "the standard input" if file == "-" else file
        raise CoachError(f"{name} is not UTF-8 text (byte {error.start}).", "Save it as UTF-8.") from None


def _titles(library: "Library") -> dict[str, tuple[str, ...]]:
    """What a heading may say, with its phases: names of phases, and titles and ids of the steps of every format.

    Steps of two formats may share a name; nobody knows which is meant, so it stands for the phases of both.
    """
    titles: dict[str, tuple[str, ...]] = {}
    for found in library.formats():
        try:
            steps = library.format(found.id).value.steps
        except CoachError:
            continue
        for step in steps:
            for name in {step.title, step.id}:
                titles[name] = tuple(dict.fromkeys((*titles.get(name, ()), *step.phases)))
    return titles | {phase: (phase,) for phase in PHASES}


def _data(scenario: Scenario, lines: Mapping[int, Written], found: Mapping[str, Finding]) -> dict[str, Any]:
    return {
        "scenario": scenario.id,
        "points": [
            {
                "id": point.id,
                "phase": point.phase[0],
                "level": point.level,
                "dimension": point.dimension,
                "state": of.state,
                "lines": [{"line": number, "text": lines[number].text} for number in of.notes],
                "guard": of.guard or None,
            }
            for point in scenario.points
            for of in [found[point.id]]
        ],
    }


def _blocks(scenario: Scenario, lines: Mapping[int, Written], found: Mapping[str, Finding]) -> list[Block]:
    blocks: list[Block] = [Rule(scenario.title, scenario.id)]
    for phase in PHASES:
        points = [point for point in scenario.points if point.phase[0] == phase]
        if not points:
            continue
        blocks += [Gap(), Text(phase, "accent")]
        for point in points:
            blocks += _point(point, lines, found[point.id])
    counts = [sum(of.state == state for of in found.values()) for state in (STRONG, MAYBE)]
    blocks += [
        Gap(),
        Text(f"{counts[0]} of {len(found)} points found, {counts[1]} may be. Evidence to look at, not a grade."),
        Text(f"`coach practice {scenario.id}` asks it against the clock, `coach quiz {scenario.id}` as cards."),
    ]
    return blocks


def _point(point: Point, lines: Mapping[int, Written], of: Finding) -> list[Block]:
    sign, style = _SIGNS[of.state]
    blocks: list[Block] = [Text(f"{sign} {point.point} ({point.level})", style, hang=2)]
    aside = ", ".join(part for part in (REASONS.get(of.guard, ""), "late" if of.late else "") if part)
    for number in of.notes:
        after = f" ({aside})" if aside and number == of.notes[0] else ""
        blocks.append(Text(f"line {number}: {lines[number].text}{after}", "dim", 5, 2))
    return blocks
