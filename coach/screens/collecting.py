"""Puts the collection together: the cards of decks, of scenarios, and of points that were missed in drills.

What reads content is imported only where the cache does not know a file yet.
"""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coach.content.aspects import of_tags
from coach.content.library import Library
from coach.content.roots import Found, decks, scenarios
from coach.errors import CoachError
from coach.interview.brief import Brief
from coach.interview.debrief import DECK
from coach.interview.gaps import Weaknesses
from coach.recall.agenda import Item
from coach.recall.schedule import Schedule
from coach.record.book import Book
from coach.record.home import Home
from coach.record.index import Index, Shelf
from coach.screens.briefs import briefs
from coach.screens.collection import Collection, DeckInfo, Missed
from coach.screens.weaknesses import person_weaknesses

if TYPE_CHECKING:
    from coach.content.deck import Deck

_CARDS, _DECKS = "cards-5", "decks-1"
"""Names of the caches; to be counted up when what they hold changes."""
_OWN, _PRACTISED, _MADE_SINCE = 0.5, 1.0, 1.5
"""Weights of cards a person wrote, of those of a question that was practised, and of points that were missed once and
made in a later round; other missed points weigh more."""
_NEWEST = 15.0
"""What the points weigh more that the last graded round missed: they come the day after, whatever waits of others."""
_ASKED = 40.0
"""What a real interview asked weighs more than all of them, and like the points of a round it is not held back by a
backlog."""


def collect(home: Home, library: Library, rounds: Sequence[Brief] | None = None) -> Collection:
    """All cards, read through the cache. Files that cannot be used are left out and named in `problems`.

    `rounds` are all there are, newest first, where they were read already.
    """
    done = briefs(home) if rounds is None else rounds
    return _Collector(home, library, person_weaknesses(home, done)).collected(done)


def open_cards(home: Home, library: Library, rounds: Sequence[Brief] | None = None) -> tuple[Collection, Book]:
    """All cards of a person, and the book of their reviews. Raises CoachError for logs that cannot be trusted."""
    found = collect(home, library, rounds)
    return found, Book(
        home.reviews, home.places.cache, home.places.home, Schedule(home.settings.retention), found.names
    )


class _Collector:
    """Puts the collection together."""

    def __init__(self, home: Home, library: Library, weak: Weaknesses) -> None:
        self._library = library
        self._weak = weak.aspects
        self._found = Collection()
        self._files = Index(home.places.cache, _CARDS)
        self._decks = Shelf(home.places.cache, _DECKS)
        self._found.whole = cache(self._rows)
        self._day = home.day
        self._made: set[str] = set()
        self._missed: defaultdict[str, set[str]] = defaultdict(set)
        self._made_of: defaultdict[str, set[str]] = defaultdict(set)
        """By scenario the points that the rounds so far missed and made: in most rounds there is nothing new."""
        self._newest = ""
        """The last graded round: the heaviest points it missed come before what waits of others."""
        self._before: set[str] = set()
        """The cards of the roots before the one at hand."""

    def collected(self, rounds: Sequence[Brief]) -> Collection:
        last_round = {known.scenario: known.session for known in reversed(rounds) if known.done}
        points: dict[str, dict[str, Any]] = {}
        known = [(found, True) for found in scenarios(self._library.roots)]
        by_root = {root.source: rank for rank, root in enumerate(self._library.roots)}
        known += [(found, False) for found in decks(self._library.roots)]
        root = ""
        for found, scenario in sorted(known, key=lambda entry: by_root[entry[0].source]):
            if found.source != root:
                root, self._before = found.source, set(self._found.items)
            summary = self._summary(found, scenario=scenario)
            if summary is None:
                continue
            if scenario:
                points[summary["id"]] = summary
            known_as = (summary["id"], *summary["was"])
            drill = next((last_round[name] for name in known_as if name in last_round), "")
            self._add(summary, found.source, found.path, scenario=scenario, drill=drill)
        self._files.keep(found.path for found, _ in known)
        self._files.save()
        self._decks.keep(found.path for found, scenario in known if not scenario)
        self._newest = next((known.session for known in rounds if known.own_rows), "")
        for known_round in rounds:
            name = known_round.scenario
            if known_round.graded and (summary := points.get(name) or _renamed(points, name)):
                self._add_missed(summary, known_round)
        # A name that a card has now is no former name.
        self._found.names = {old: card for old, card in self._found.names.items() if old not in self._found.items}
        return self._found

    def _summary(self, found: Found, *, scenario: bool) -> dict[str, Any] | None:
        path, known = found.path, self._files.get(found.path)
        if isinstance(known, dict):
            return known
        from coach.content.card_summary import deck_summary, scenario_summary

        problems = self._found.problems
        before = len(problems)
        try:
            made = scenario_summary(self._library.listed(found)) if scenario else deck_summary(self._deck(path))
        except CoachError as error:
            problems.append(error)
            self._found.broken.add(path.stem)
            return None
        if len(problems) == before:
            self._files.put(made, path)
        return made

    def _deck(self, path: Path) -> "Deck":
        """A deck, of which the cache learns the cards. Raises CoachError."""
        from coach.content.card_summary import deck_rows

        (deck, problems), index = self._library.usable_deck(path), self._decks.of(path)
        self._found.problems += problems
        index.put(deck_rows(deck), path)
        index.save()
        return deck

    def _rows(self, path: Path) -> Mapping[str, dict[str, Any]]:
        """The cards of a deck file; as they were where it was broken since. Raises CoachError."""
        from coach.content.card_summary import deck_rows

        index = self._decks.of(path)
        if isinstance(rows := index.get(path), dict):
            return rows
        try:
            return deck_rows(self._deck(path))
        except CoachError:
            if isinstance(rows := index.last(path), dict):
                return rows
            raise

    def _add(self, summary: dict[str, Any], source: str, path: Path, *, scenario: bool, drill: str) -> None:
        """Adds the cards of a file; where a root before it has a card with the same id, that one stays.

        `drill` is the last round on the question; its cards share the few places a day with the points it missed.
        """
        name = summary["id"]
        info = self._found.decks.setdefault(name, DeckInfo(name, source=source))
        info.title = info.title or summary["title"]
        info.scenario |= scenario
        info.practised |= bool(drill)
        weight = _PRACTISED if drill else _OWN if source != "shipped" else 0.0
        if name == DECK and source != "shipped":
            weight, drill = _ASKED, name
        for row in summary["cards"]:
            card_id = self._named(summary, row, self._before)
            if card_id not in self._found.items:
                taught = summary["points"].get(row.get("point")) if scenario else None
                trains = self._trains([*of_tags(row.get("tags", ())), *(taught["aspects"] if taught else ())])
                item = Item(card_id, name, weight, drill=drill, offered=bool(drill) or not scenario, trains=trains)
                self._put(info, row, path, item)

    def _trains(self, aspects: Iterable[Sequence[str]]) -> bool:
        """Whether one of some aspects, which a cache keeps as lists, is weak."""
        return any(tuple(aspect) in self._weak for aspect in aspects)

    def _named(self, summary: dict[str, Any], row: dict[str, Any], before: Container[str]) -> str:
        """The id of a card, to which all its former ones lead: its present one, but where the person has the card in
        their own words under a former one, that."""
        if not summary["was"] and "was" not in row:
            return f"{summary['id']}/{row['id']}"
        decks, cards = (summary["id"], *summary["was"]), (row["id"], *row.get("was", ()))
        ids = [f"{deck}/{card}" for deck in decks for card in cards]
        kept = next((card_id for card_id in ids if card_id in before), ids[0])
        for other in ids:
            if other != kept:
                self._found.names.setdefault(other, kept)
        return kept

    def _put(self, info: DeckInfo, row: dict[str, Any], path: Path, item: Item) -> None:
        info.cards.append(item.id)
        self._found.items[item.id] = item
        self._found.rows[item.id] = row
        self._found.paths[item.id] = path

    def _add_missed(self, summary: dict[str, Any], known: Brief) -> None:
        """Adds the cards of the points a round missed; rounds come newest first, and a point becomes a card once."""
        name, info = summary["id"], self._found.decks[summary["id"]]
        seen = self._missed[name]
        fresh = [] if seen.issuperset(known.missed_ids) else [point for point in known.missed if point.id not in seen]
        seen.update(known.missed_ids)
        newest = _NEWEST if known.session == self._newest else 0.0
        since = self._day(known.graded) + timedelta(days=1) if fresh else None
        for missed in fresh:
            point_id = _present(summary, missed.id)
            if point_id is None:
                continue
            point = summary["points"][point_id]
            row = point["card"]
            card_id = self._named(summary, row, self._found.items)
            if card_id in self._found.missed:
                continue
            line = known.said.get(missed.id) or known.said.get(point["fact"]) or missed.near
            self._found.missed[card_id] = Missed(known.session, line)
            weight = _MADE_SINCE if card_id in self._made else missed.weight + newest
            item = Item(card_id, name, weight, since, known.session, trains=self._trains(point["aspects"]))
            if there := self._found.items.get(card_id):  # reworded by the person
                self._found.items[card_id] = item._replace(deck=there.deck)
            else:
                self._put(info, row, Path(), item)
            for other in summary["cards"]:
                taught = self._found.items.get(f"{name}/{other['id']}")
                if taught and other.get("point") == point_id:  # one of the two is enough
                    self._found.items[taught.id] = taught._replace(offered=False)
        for made in set(known.made_ids) - self._made_of[name]:
            self._made_of[name].add(made)
            if point_id := _present(summary, made):
                self._made.add(self._named(summary, summary["points"][point_id]["card"], self._found.items))


def _renamed(summaries: Mapping[str, dict[str, Any]], old: str) -> dict[str, Any] | None:
    return next((summary for summary in summaries.values() if old in summary["was"]), None)


def _present(summary: dict[str, Any], name: str) -> str | None:
    """The id that a point has now; None for one without a card, or that is gone."""
    points = summary["points"]
    return name if name in points else next((new for new, point in points.items() if name in point["was"]), None)
