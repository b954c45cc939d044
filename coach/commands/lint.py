"""`coach lint`: check content files."""

from collections.abc import Sequence
from pathlib import Path

from coach.commands import world
from coach.content.deck import Deck
from coach.content.scenario import Scenario
from coach.content.strict import check_strict
from coach.content.strict_decks import check_strict_deck
from coach.language.printable import one_line
from coach.record.places import places


def run(folder: str | None, files: Sequence[Path], *, strict: bool) -> int:
    """Prints every problem of the files (all content when none is named); 1 when there is one."""
    library = world.library(places(), folder)
    paths = list(files) or library.files()
    problems = 0
    for path in paths:
        reading = library.read_any(path)
        if strict and isinstance(reading.value, Scenario) and not reading.problems:
            check_strict(reading, library.glossary)
        if strict and isinstance(reading.value, Deck):
            check_strict_deck(reading)
        for problem in sorted(reading.problems):
            print(one_line(str(problem)))
        problems += len(reading.problems)
    files_word = "file" if len(paths) == 1 else "files"
    print(f"{len(paths)} {files_word}, {problems or 'no'} problem{'' if problems == 1 else 's'}.")
    world.then("Mend them, then `coach lint` again." if problems else "`coach` says what comes next.")
    return 1 if problems else 0
