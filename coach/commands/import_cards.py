"""`coach import`: flashcards from other programs."""

from pathlib import Path

from coach.commands import world
from coach.content import roots
from coach.content.anki_text import MARK
from coach.content.card import RESERVED
from coach.content.incoming.decoding import LARGEST, decoded
from coach.content.incoming.making import Incoming, incoming, slug
from coach.content.incoming.merging import Merged
from coach.content.library import Library
from coach.content.problem import Problem
from coach.content.roots import SHARED_FILES
from coach.content.scalars import SLUG
from coach.errors import CoachError, UsageError
from coach.language.printable import one_line
from coach.record.imports import read_bytes
from coach.screens.own_deck import put_in
from coach.terminal.saying import say

_SHOWN = 20
_SHAPES = "A card needs a front and a back: columns front,back or question,answer, or in Markdown Q: and A: lines."


def run(folder: str | None, file: Path, *, deck: str | None) -> int:
    """Merges the cards of a file into a deck of the person, and says what came of them. Returns the exit code."""
    home = world.home()
    library = world.library(home.places, folder)
    name = _deck_name(library, file, deck)
    content = decoded(read_bytes(file, LARGEST + 1), str(file))
    if content.startswith(MARK):
        raise CoachError(f"{file} is what `coach export` wrote for Anki.", "To share a deck, share its YAML file.")
    found = incoming(content, str(file))
    if not found.drafts:
        first = f" {min(found.left_out)}." if found.left_out else ""
        raise CoachError(f"{file} has no card that can be used.{first}", _SHAPES)
    merged = put_in(home, library, name, file.stem if deck is None else name, found.drafts)
    _told(file, name, found, merged)
    return 0


def _deck_name(library: Library, file: Path, deck: str | None) -> str:
    """The deck to import into: the named one, or the file's name as an id. Raises UsageError for one that cannot be."""
    hint = "Name another one with --deck NAME."
    name = slug(file.stem) if deck is None else deck
    if not SLUG.fullmatch(name):
        what = f"The name of {file} makes no name of a deck" if deck is None else f"{name!r} is no name of a deck"
        raise UsageError(f"{what}: lower-case letters, digits and hyphens.", "For example: --deck my-cards")
    if name in RESERVED or f"{name}.yaml" in SHARED_FILES:
        raise UsageError(f"{name!r} means something else to coach than a deck.", hint)
    if any(found.id == name for found in library.scenarios()):
        raise UsageError(f"{name!r} is a scenario.", hint)
    if any(found.id == name for found in roots.decks(root for root in library.roots if root.source != "home")):
        raise UsageError(f"{name!r} is a deck that is not yours.", hint)
    return name


def _told(file: Path, name: str, found: Incoming, merged: Merged) -> None:
    left_out = sorted([*found.left_out, *(Problem(str(file), line, "", why) for line, why in merged.left_out)])
    world.leave_out(CoachError(str(problem)) for problem in left_out)
    for remark in found.remarks:
        say(one_line(remark))
    for card, fields in list(merged.changed.items())[:_SHOWN]:
        say(one_line(f"changed: {card} ({', '.join(fields)})"))
    for card, fields in merged.kept.items():
        say(one_line(f"kept as you changed it, though the file changed too: {card} ({', '.join(fields)})"))
    if len(merged.changed) > _SHOWN:
        say(f"changed: {len(merged.changed) - _SHOWN} more")
    came = f"{len(merged.new)} new, {len(merged.changed)} changed, {merged.same} as they were"
    say(f"{came}, {len(left_out)} left out. `coach quiz {name} --new 6` begins with new ones.")
