"""Cards put into a deck of the person's own."""

from collections.abc import Sequence

from coach.content.incoming.making import Draft
from coach.content.incoming.merging import Merged, merge
from coach.content.library import Library
from coach.errors import CoachError
from coach.record.decks import Decks
from coach.record.home import Home


def put_in(home: Home, library: Library, deck: str, title: str, drafts: Sequence[Draft]) -> Merged:
    """Merges cards into a deck, which is made where there is none, and keeps what they said for the next time.

    Raises CoachError for a deck that has problems; then it is as it was.
    """
    decks = Decks(home.places)
    path = decks.path(deck)
    text = decks.text(path)
    known = library.deck(path).value if path.exists() else None
    merged = merge(text, known, deck, title, drafts, home.imports.seen(deck))
    if merged.text != text:
        if problems := sorted(library.read_deck(merged.text, path).problems):
            raise CoachError(f"The deck would not be valid: {problems[0]}.", "It is as it was.")
        decks.write(path, merged.text)
    home.imports.keep(deck, merged.seen)
    return merged
