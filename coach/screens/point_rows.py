"""How a point is shown in grading: with what was found for it, or with what was decided."""

from collections.abc import Sequence

from coach.interview.clock import clock
from coach.interview.entries import Mark, Note
from coach.interview.evidence import MAYBE, NONE, STRONG
from coach.interview.grading import CONFIRMED, COVERED, MISSED, NOT_MINE, SAID, Listed, helped
from coach.language.guards import REASONS
from coach.language.printable import one_line, shorten
from coach.screens.marking import Marking
from coach.screens.ui import Beside, Block, Gap, Pairs, Style, Text

LETTERS = "abc"
_FOUND: dict[str, tuple[str, Style]] = {STRONG: ("✓", "good"), MAYBE: ("?", "warn"), NONE: ("·", "dim")}
_DECIDED = {COVERED: "✓", SAID: "✓", MISSED: "·", NOT_MINE: "–"}
_READ_OUT = 100


def row(marking: Marking, number: int, count: int, entry: Listed) -> Block:
    """A point of a list of so many: with the decision on it, now or before, else with what was found.

    Line by line there are neither signs nor columns; words say the same to a screen reader.
    """
    mark = marking.mark(entry)
    above = f" ({entry.point.level})" if entry.extra else ""
    point = f"{entry.point.point}{above}"
    if marking.ui.plain:
        told = _decided_words(marking, entry, mark) if mark else _found_words(marking, entry)
        return Text(f"{number} {point}: {told}", hang=2)
    label = f"{number:>{len(str(count))}}"
    if mark:
        style: Style = "good" if mark.mark in CONFIRMED else "dim"
        return Beside(f"{_DECIDED[mark.mark]} {label}", point, [_decided_words(marking, entry, mark)], style)
    sign, style = _FOUND[marking.found(entry).state]
    return Beside(f"{sign} {label}", point, _found_lines(marking, entry), style)


def offered_notes(marking: Marking, entry: Listed) -> list[Note]:
    """The notes that were found for a point, best first."""
    return [marking.session.notes[number] for number in marking.found(entry).notes[: len(LETTERS)]]


def note_rows(notes: Sequence[Note]) -> list[Block]:
    """Notes with their numbers and times."""
    if not notes:
        return [Text("You left no note here.", "dim"), Gap()]
    rows = [(f"{note.id} {clock(note.at_s)}", f"{'(said) ' if note.said else ''}{note.text}") for note in notes]
    return [Pairs(rows), Gap()]


def _circumstances(marking: Marking, entry: Listed) -> list[str]:
    """What is to be known of the best note before it is taken."""
    late = ["late"] if marking.found(entry).late else []
    return [*late, *(["helped"] if helped(marking.session, entry.point) else [])]


def _reason(guard: str) -> str:
    return REASONS.get(guard, guard)


def _before(marking: Marking, entry: Listed) -> str:
    return "".join(f"{word} " for word in _circumstances(marking, entry))


def _found_lines(marking: Marking, entry: Listed) -> list[str]:
    found, notes = marking.found(entry), offered_notes(marking, entry)
    if not notes:
        return [_reason(found.guard)] if found.guard else []
    before = _before(marking, entry)
    lines = [f"{clock(note.at_s)} {one_line(note.text)}" for note in notes]
    if found.state == STRONG:
        return [before + lines[0]]
    lettered = [f"{letter} {line}" for letter, line in zip(LETTERS, lines, strict=False)]
    lettered[0] = f"a {before}{lines[0]}"
    return [*lettered, *([f"({_reason(found.guard)})"] if found.guard else [])]


def _found_words(marking: Marking, entry: Listed) -> str:
    found, notes = marking.found(entry), offered_notes(marking, entry)
    after = "".join(f", {word}" for word in _circumstances(marking, entry)) if notes else ""
    guard = f" ({_reason(found.guard)})" if found.guard else ""
    quoted = [f"note {note.id} {clock(note.at_s)} “{shorten(note.text, _READ_OUT)}”" for note in notes]
    match found.state:
        case "strong":
            return f"found{after}, {quoted[0]}"
        case "maybe":
            lettered = [f"{letter} {line}" for letter, line in zip(LETTERS, quoted, strict=False)]
            return f"maybe{after}{guard}: {'; '.join(lettered)}"
    return f"nothing found{guard}"


def _decided_words(marking: Marking, entry: Listed, mark: Mark) -> str:
    match mark.mark:
        case "covered":
            note = marking.session.notes.get(mark.notes[0])
            if note is None:
                return f"note {mark.notes[0]}, which is lost"
            as_found = marking.found(entry).notes[:1] == mark.notes[:1]
            before = _before(marking, entry) if as_found else ""
            return f"{before}{clock(note.at_s)} {one_line(note.text)}"
        case "said":
            return f"said: {mark.line}"
        case "not-mine":
            return f"not in my design: {mark.reason}"
    return "missed"
