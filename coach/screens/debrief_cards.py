"""What to say next time, as flashcards of a deck of the person's own."""

from collections.abc import Iterator

from coach.content.card import Card
from coach.content.incoming.making import Draft
from coach.content.incoming.merging import Merged
from coach.interview.debrief import ASKED, DECK, Telling
from coach.screens.app import App
from coach.screens.own_deck import put_in

_TITLE = "My interviews"
_LONGEST = 400
"""Characters of what was asked that stand on a card; more is no question any more."""


def put_cards(app: App, telling: Telling) -> Merged:
    """Puts the lines of a debrief into the deck, which is as it was when nothing changed in them. Raises CoachError."""
    return put_in(app.home, app.library, DECK, _TITLE, list(_drafts(telling)))


def cards_without(telling: Telling) -> int:
    """How many lines to say stay without a card, as nothing tells what they answer."""
    return sum(bool(telling.said.get(name)) for name in telling.to_say) - len(list(_drafts(telling)))


def cards_dropped(telling: Telling, merged: Merged) -> int:
    """How many cards are in the deck from lines that were dropped since: what may be in the schedule is not removed."""
    held = {draft.card.id for draft in _drafts(telling)}
    own = (name for name in merged.seen if name.startswith(telling.id.lower()) and name not in held)
    return sum(name in merged.text for name in own)


def _drafts(telling: Telling) -> Iterator[Draft]:
    asked = "; ".join(telling.lines[ASKED].values())
    if len(asked) > _LONGEST:
        asked = f"{asked[:_LONGEST].rstrip()}…"
    for name, stuck in telling.to_say.items():
        line = telling.said.get(name)
        if not line or not (asked or stuck):
            continue
        told = [f"In an interview you were asked: {asked}"] if asked else ["In an interview:"]
        told.append(f"You got stuck: {stuck}\nWhat do you say?" if stuck else "What do you say next time?")
        given = {"kind": "recall", "front": "\n".join(told), "back": line}
        card = Card(
            id="-".join(filter(None, (telling.id.lower(), name))), kind="recall", front=given["front"], back=line
        )
        yield Draft(0, card, given)
