"""Changes to the cards of a content file as text, so that comments, order and all other cards stay as they were."""

from collections.abc import Iterable, Mapping
from dataclasses import fields

import yaml

from coach.content.card import Card
from coach.content.emitting import number_yaml, text_yaml
from coach.content.fields import Many, Number, Slug, table
from coach.content.marks import compose, content_end, get, line_end
from coach.content.outline import in_braces, indented, lines_of, outline_of
from coach.errors import CoachError

_BOM = "\ufeff"
_ROWS = {row.name: row for row in table(Card)}
_DEFAULTS = {field.name: field.default for field in fields(Card)}


def to_yaml(card: Card) -> str:
    """A card as the YAML of one list item, without the dash; what has its default is left out. Ends with a newline."""
    return "".join(_field_yaml(card, name) for name in _ROWS)


def _field_yaml(card: Card, name: str) -> str:
    """One field as lines of YAML; none when it has its default."""
    row, value = _ROWS[name], getattr(card, name)
    if value == _DEFAULTS[name] or value in ("", (), None):
        return ""
    if isinstance(row.kind, Many) and isinstance(row.kind.item, Slug):
        return f"{row.key}: [{', '.join(text_yaml(item) for item in value)}]\n"
    if isinstance(row.kind, Many):
        items = ("  - " + text_yaml(item).replace("\n", "\n  ") for item in value)
        return f"{row.key}:\n" + "\n".join(items) + "\n"
    return f"{row.key}: {number_yaml(value) if isinstance(row.kind, Number) else text_yaml(value)}\n"


def changed(block: str, card: Card, names: Iterable[str]) -> str:
    """The block of a card with some of its fields as `card` has them; other fields and comments stay."""
    node = compose(block, "The card")
    if not isinstance(node, yaml.MappingNode) or node.flow_style:
        return to_yaml(card)
    pairs = {key.value: (key, value) for key, value in node.value}
    edits: list[tuple[int, int, str]] = []
    added = ""
    for name in names:
        new = _field_yaml(card, name)
        if name not in pairs:
            added += new
            continue
        start, value_end = pairs[name][0].start_mark.index, content_end(block, pairs[name][1])
        end = line_end(block, value_end)
        first, newline, rest = new.partition("\n")
        edits.append((start, end + 1, f"{first}{block[value_end:end]}{newline}{rest}" if new else ""))
    for start, end, new in sorted(edits, reverse=True):
        block = block[:start] + new + block[end:]
    return block.rstrip("\n") + "\n" + added


def block_of(text: str, card_id: str) -> str:
    """The YAML of one card of a deck's or a scenario's text, dedented and without its dash; empty when it has none.

    A comment behind the card's last value belongs to it, one on a line of its own below does not.
    """
    return blocks_of(text).get(card_id, "")


def blocks_of(text: str) -> dict[str, str]:
    """As `block_of`, for all cards by id."""
    text = text.removeprefix(_BOM)
    outline = outline_of(text)
    blocks = {}
    for card_id, item in outline.items.items():
        column = item.start_mark.column
        first, *others = lines_of(text[item.start_mark.index : outline.end_of(item)])
        dedented = [line[min(column, len(line) - len(line.lstrip(" "))) :] for line in others]
        blocks[card_id] = "\n".join([first, *dedented]) + "\n"
    return blocks


def with_card(text: str, deck_id: str, card_yaml: str) -> str:
    """The text of a deck file with one card replaced, found by its id, or put at the end of the cards.

    `card_yaml` is one card without a dash, as `block_of` and `to_yaml` give it, in any style. An empty text becomes a
    new deck. Line ends stay as the file has them, so read it without newline translation (`path.read_bytes()`).
    Raises CoachError when either text is not YAML or `card_yaml` is no mapping with an id.
    """
    return with_cards(text, deck_id, {id_of(card_yaml): card_yaml})


def id_of(card_yaml: str) -> str:
    """The id of one card. Raises CoachError when the text is not YAML or no mapping with an id."""
    found = get(compose(card_yaml, "The card"), "id")
    if not isinstance(found, yaml.ScalarNode) or not found.value:
        raise CoachError("The card has no id.", "It begins with a line like: id: cache-key")
    return str(found.value)


def with_cards(text: str, deck_id: str, cards: Mapping[str, str]) -> str:
    """As `with_card`, for many cards by id in one pass; new ones come in their order."""
    if not cards:
        return text
    bom, text = (_BOM, text[1:]) if text.startswith(_BOM) else ("", text)
    outline = outline_of(text)
    newline = "\r\n" if "\r\n" in text else "\n"
    edits = []
    for card_id, item in outline.items.items():
        if card_id in cards:
            start = item.start_mark
            new = in_braces(cards[card_id]) if outline.flow else indented(cards[card_id], start.column)
            edits.append((start.index, outline.end_of(item), new))
    new_cards = [card for card_id, card in cards.items() if card_id not in outline.items]
    if new_cards:
        edits.append(outline.appending(new_cards, deck_id))
    pieces, at = [bom], 0
    for start, end, new in edits:
        pieces += [text[at:start], new.replace("\n", newline)]
        at = end
    return "".join([*pieces, text[at:]])
