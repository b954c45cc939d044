"""Which cards a sitting has: what was named on the command line, what the day brings, in which order."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING

from coach.content.card import RESERVED
from coach.errors import CoachError
from coach.recall.agenda import Agenda, Item, Terms, agenda
from coach.recall.known import KNOWN, known
from coach.recall.ledger import Ledger
from coach.recall.sitting import in_order
from coach.record.book import Book
from coach.screens.collecting import open_cards
from coach.screens.collection import Collection

if TYPE_CHECKING:
    from coach.interview.session import Session
    from coach.screens.app import App

FLAGGED, SUSPENDED = RESERVED


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line asks of a sitting. `limit` is cards, `new` new cards (None: the usual), `ahead` days."""

    names: Sequence[str] = ()
    minutes: int | None = None
    limit: int | None = None
    new: int | None = None
    cram: bool = False
    ahead: int = 0
    typed: bool = False
    known: bool = False


@dataclass(frozen=True, slots=True)
class Deal:
    """The cards of a sitting in order, and what they were taken from. A crammed card leaves the schedule alone."""

    asked: Asked
    items: Sequence[Item]
    terms: Terms
    agenda: Agenda = field(default_factory=Agenda)
    cards: Sequence[str] = ()
    cram: bool = False
    spoilt: Sequence[str] = ()


def deal(found: Collection, book: Book, asked: Asked, day: date, interview: date | None, chance: Random) -> Deal:
    """The cards for what was asked. Raises CoachError for a name that is none."""
    limit = KNOWN if asked.known and asked.limit is None else asked.limit
    asked = replace(asked, names=[found.require(name, RESERVED) for name in asked.names], limit=limit)
    items = named(found, book.ledger, asked.names)
    most = _most(asked, book.ledger.pace)
    terms = Terms(day, interview, asked.ahead, asked.new, most, named=bool(asked.names))
    spoilt = [name for name in asked.names if (deck := found.decks.get(name)) and deck.scenario and not deck.practised]
    if asked.known:
        cards = known((item.id for item in items), book.ledger)[:most]
        chance.shuffle(cards)
        return Deal(asked, items, terms, cards=cards, cram=True, spoilt=spoilt)
    if asked.cram or not {FLAGGED, SUSPENDED}.isdisjoint(asked.names):
        cards = _crammed(items, book.ledger, asked)
        chance.shuffle(cards)
        return Deal(asked, items, terms, cards=cards[:most], cram=True, spoilt=spoilt)
    brought = agenda(items, book.ledger, terms)
    return Deal(asked, items, terms, brought, in_order(brought, chance, most), spoilt=spoilt)


def _most(asked: Asked, pace: float) -> int | None:
    """How many cards a sitting has at most, from the limit and what fits into the minutes."""
    fitting = max(round(asked.minutes * 60 / pace), 1) if asked.minutes is not None else None
    return min((n for n in (asked.limit, fitting) if n is not None), default=None)


def named(found: Collection, ledger: Ledger, names: Sequence[str]) -> list[Item]:
    """The cards of the decks that were named, or all; flagged and suspended are decks too. Raises CoachError."""
    names = [found.require(name, RESERVED) for name in names]
    wanted = {name for name in names if name not in RESERVED}
    items = list(found.items.values())
    if wanted:
        items = [item for item in items if item.deck in wanted]
    for name in (FLAGGED, SUSPENDED):
        if name in names:
            items = [item for item in items if getattr(ledger.of(item.id), name)]
    return items


def _crammed(items: Sequence[Item], ledger: Ledger, asked: Asked) -> list[str]:
    """Cards to go through whatever is due: of named decks all, else those that were begun."""
    cards = []
    for item in items:
        progress = ledger.of(item.id)
        if progress.suspended == (SUSPENDED in asked.names) and (asked.names or progress.memory):
            cards.append(item.id)
    return cards


def whole_day(found: Collection, book: Book, day: date, interview: date | None) -> Agenda:
    """What a day brings over all cards."""
    return agenda(found.items.values(), book.ledger, Terms(day, interview))


def tomorrow(found: Collection, book: Book, terms: Terms) -> Agenda:
    """What the day after brings over all cards."""
    return whole_day(found, book, terms.today + timedelta(days=1), terms.interview)


def cards_tomorrow(app: "App", session: "Session") -> str:
    """How many of the points that a round missed come as cards tomorrow, and how many later: a sentence with a space
    behind it, or nothing. Cards that cannot be read are no reason to spoil the end of a round."""
    try:
        found, book = open_cards(app.home, app.library)
    except CoachError:
        return ""
    coming = tomorrow(found, book, Terms(app.today, app.home.settings.interview)).new
    missed = (card for card in found.missed if found.items[card].drill == session.id)
    of_round = [card for card in missed if card not in book.ledger.cards]
    book.save()
    if not of_round:
        return ""
    soon = len(set(of_round) & set(coming))
    left = len(of_round) - soon
    come = f"{soon} missed points come as cards" if soon > 1 else f"{soon or 'No'} missed point comes as a card"
    return f"{come} tomorrow{f', {left} later' if left else ''}. "
