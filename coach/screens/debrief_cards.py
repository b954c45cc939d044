"""What to say next time, as flashcards of a deck of the person's own."""

from collections.abc import Iterator
from contextlib import suppress
from typing import NamedTuple

from coach.content.card import Card
from coach.content.incoming.making import Draft
from coach.errors import CoachError
from coach.interview.debrief import ASKED, DECK, Telling, fold
from coach.record.home import Home
from coach.screens.app import App
from coach.screens.own_deck import put_in

_TITLE = "My interviews"
_LONGEST = 400
"""Characters of what was asked that stand on a card; more is no question any more."""


class Fed(NamedTuple):
    """How many cards are new, changed, and left of lines that were dropped; how many lines to say there are, and of
    these without a card, as nothing tells what they answer."""

    new: int
    changed: int
    dropped: int
    lines: int
    without: int


def put_cards(app: App, telling: Telling) -> Fed:
    """Puts the lines to say of a debrief into the deck; what came of them. Raises CoachError for a broken deck.

    A card is not removed with its line: it may be in the schedule, and in the person's own words by now. Cards of
    earlier debriefs that a broken deck kept out come too.
    """
    drafts = list(_drafts(telling))
    earlier = (draft for known in _finished(app.home) if known.id != telling.id for draft in _drafts(known))
    merged = put_in(app.home, app.library, DECK, _TITLE, [*earlier, *drafts])
    held = {draft.card.id for draft in drafts}
    left = (name for name in merged.seen if name.startswith(telling.id.lower()) and name not in held)
    lines = sum(bool(telling.said.get(name)) for name in telling.to_say)
    return Fed(
        len(merged.new), len(merged.changed), sum(name in merged.text for name in left), lines, lines - len(drafts)
    )


def _finished(home: Home) -> Iterator[Telling]:
    """The debriefs that are whole, as far as they can be read."""
    for name in home.debriefs.ids():
        with suppress(CoachError):
            known = fold(name, home.debriefs.events(name))
            if known.finished:
                yield known


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
