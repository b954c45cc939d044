"""Cards from a file merged into the text of a deck: what the file changed since it last came, and nothing else."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from coach.content.card import Card, card_problems
from coach.content.deck import Deck
from coach.content.deck_text import blocks_of, changed, to_yaml, with_cards
from coach.content.digest import digest_of
from coach.content.emitting import text_yaml
from coach.content.incoming.making import Draft

Seen = dict[str, dict[str, str]]
"""For each card that came from a file, by its id there: what the fields held, as digests."""


@dataclass(slots=True)
class Merged:
    """The deck's new text, the ids of new cards, the fields that changed by card, those that were `kept` as the person
    had changed them too, and what came of the others."""

    text: str
    new: list[str] = field(default_factory=list)
    changed: dict[str, tuple[str, ...]] = field(default_factory=dict)
    same: int = 0
    kept: dict[str, tuple[str, ...]] = field(default_factory=dict)
    left_out: list[tuple[int, str]] = field(default_factory=list)
    seen: Seen = field(default_factory=dict)


def merge(text: str, deck: Deck | None, deck_id: str, title: str, drafts: Sequence[Draft], seen: Seen) -> Merged:
    """Merges cards into the text of `deck`, which is None for a new one, with what was `seen` at earlier imports.

    A field changes when the file says something else than it did before, and the person did not change it since: what
    they made of a card stays. A card that the person renamed is known by its former id.
    """
    merged = Merged(text, seen=dict(seen))
    held = {card.id: card for card in deck.cards} if deck else {}
    held |= {old: card for card in held.values() for old in card.was}
    blocks = blocks_of(text) if held else {}
    edits: dict[str, str] = {}
    came: dict[str, int] = {}
    for draft in drafts:
        before = held.get(draft.card.id)
        if before is None and deck is not None and draft.card.id in seen:
            merged.left_out.append((draft.line, f"is card {draft.card.id}, which you took out of the deck"))
            continue
        if before is None:
            edits[draft.card.id] = to_yaml(draft.card)
            merged.new.append(draft.card.id)
        elif before.id in came:  # by its id and by a former one
            merged.left_out.append((draft.line, f"is card {before.id}, as line {came[before.id]} is"))
            continue
        else:
            came[before.id] = draft.line
            known = seen.get(draft.card.id, {})
            news = {name: value for name, value in draft.given.items() if _news(name, value, before, known)}
            changes = {name: value for name, value in news.items() if not _is_own(name, before, known)}
            if own := tuple(name for name in news if name not in changes):
                merged.kept[before.id] = own
            after = replace(before, **changes)
            if problem := next(card_problems(after), None):
                message = f"would spoil card {before.id}: its {problem[0]} {problem[1]}"
                merged.left_out.append((draft.line, message))
                continue
            if changes:
                edits[before.id] = changed(blocks[before.id], after, changes)
                merged.changed[before.id] = tuple(changes)
            else:
                merged.same += 1
        merged.seen[draft.card.id] = {name: _digest(value) for name, value in draft.given.items()}
    if edits and deck is None:
        merged.text = f"schema: 1\nid: {text_yaml(deck_id)}\ntitle: {text_yaml(title)}\n"
    merged.text = with_cards(merged.text, deck_id, edits)
    return merged


def _news(name: str, value: Any, before: Card, known: Mapping[str, str]) -> bool:
    """Whether what a file says of a field is new, and not what the card has."""
    if value == getattr(before, name) or known.get(name) == _digest(value):
        return False
    if name in known:
        return True
    if name == "kind":  # a file says no more than whether there are blanks; the person may have made more of the card
        return before.kind in ("recall", "cloze")
    return bool(value)


def _is_own(name: str, before: Card, known: Mapping[str, str]) -> bool:
    """Whether the person changed a field since it came from the file."""
    return name in known and name != "kind" and known[name] != _digest(getattr(before, name))


def _digest(value: str | tuple[str, ...]) -> str:
    return digest_of(value if isinstance(value, str) else "\n".join(value))[:8]
