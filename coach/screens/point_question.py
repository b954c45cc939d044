"""The question about one point: by which note it is covered, or why it is not."""

from coach.interview.clock import clock
from coach.interview.entries import Mark, Note
from coach.interview.grading import COVERED, MISSED, NOT_MINE, SAID, Listed
from coach.language.printable import shorten
from coach.screens.marking import Later, Marking
from coach.screens.point_rows import LETTERS, note_rows, offered_notes
from coach.screens.ui import Answer, Keys, Text

_QUOTED = 44


def ask_point(marking: Marking, entry: Listed, number: int, *, back: bool, typed: str = "") -> Mark | None:
    """The decision on one point; None to go back. Raises Later.

    `typed` is an answer that was given together with the point's number.
    """
    ui, point = marking.ui, entry.point
    offered = offered_notes(marking, entry)
    before = marking.mark(entry)
    keys = Keys(
        f"{number} {point.point}",
        _keys(offered, f"as before: {before.mark}" if before else "", back),
        [note.id for note in marking.session.live_notes],
        "another note" if offered else "the note that shows it",
        wordy=("s", "n"),
        fleeting=True,
    )
    given = _given(keys, typed)
    while True:
        answer, given = given or ui.key(keys), None
        match answer.key:
            case "" if before:
                return before
            case "u":
                return None
            case "l":
                raise Later
            case "v":
                ui.show(*note_rows(marking.session.live_notes))
            case "?":
                ui.show(Text(point.point, "strong"), Text(point.why or "No reason is given.", "dim", 3))
                if examples := marking.scenario.examples_of(point):
                    ui.show(Text(f"Such a note: {examples[0]}", "dim", 3, 2))
            case _:
                decision = _decision(marking, answer, offered)
                if decision is not None:
                    return decision


def _given(keys: Keys, typed: str) -> Answer | None:
    word, _, rest = typed.strip().partition(" ")
    if word and (word in keys.keys or (word.isdecimal() and int(word) in keys.numbers)):
        return Answer(word, rest.strip())
    return None


def _keys(offered: list[Note], before: str, back: bool) -> dict[str, str]:
    found = {
        letter: f"yes, {clock(note.at_s)} “{shorten(note.text, _QUOTED)}”"
        for letter, note in zip(LETTERS, offered, strict=False)
    }
    return {
        **({"": before} if before else {}),
        **found,
        **({"y": ""} if found else {}),
        "-": "missed",
        "m": "",
        "s": "said it",
        "n": "not in my design",
        **({"u": "back"} if back else {}),
        "v": "all notes",
        "?": "why",
        "l": "later",
    }


def _decision(marking: Marking, answer: Answer, offered: list[Note]) -> Mark | None:
    ui = marking.ui
    if answer.key.isdecimal():
        return Mark(COVERED, (int(answer.key),))
    match answer.key:
        case "a" | "b" | "c" | "y":
            return Mark(COVERED, (offered[max(LETTERS.find(answer.key), 0)].id,))
        case "-" | "m":
            return Mark(MISSED)
        case "s":
            line = answer.text or ui.line("Say it in one line ›")
            if line:
                return Mark(SAID, line=line)
            ui.show(Text("No line, no point.", "warn"))
        case "n":
            reason = answer.text or ui.line("Why does your design not need it? ›")
            if reason:
                return Mark(NOT_MINE, reason=reason)
            ui.show(Text("It leaves the total only with a reason.", "warn"))
    return None
