"""Changes to the cards of a content file as text, so that comments, order and all other cards stay as they were."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from coach.content.card import Card
from coach.content.emitting import number_yaml, text_yaml
from coach.content.fields import Many, Number, Slug, table
from coach.errors import CoachError

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BOM = "\ufeff"


def to_yaml(card: Card) -> str:
    """A card as the YAML of one list item, without the dash; what has its default is left out. Ends with a newline."""
    lines = []
    for row in table(Card):
        value = getattr(card, row.name)
        if not row.required and (value in ("", (), None) or value == Card.__dataclass_fields__[row.name].default):
            continue
        if isinstance(row.kind, Many) and isinstance(row.kind.item, Slug):
            lines.append(f"{row.key}: [{', '.join(text_yaml(item) for item in value)}]")
        elif isinstance(row.kind, Many):
            lines += [f"{row.key}:", *("  - " + text_yaml(item).replace("\n", "\n  ") for item in value)]
        else:
            lines.append(f"{row.key}: {number_yaml(value) if isinstance(row.kind, Number) else text_yaml(value)}")
    return "\n".join(lines) + "\n"


def block_of(text: str, card_id: str) -> str:
    """The YAML of one card of a deck's or a scenario's text, dedented and without its dash; empty when it has none.

    A comment behind the card's last value belongs to it, one on a line of its own below does not.
    """
    text = text.removeprefix(_BOM)
    outline = _outline(text)
    item = outline.items.get(card_id)
    if item is None:
        return ""
    column = item.start_mark.column
    first, *others = _lines(text[item.start_mark.index : outline.end_of(item)])
    dedented = [line[min(column, len(line) - len(line.lstrip(" "))) :] for line in others]
    return "\n".join([first, *dedented]) + "\n"


def with_card(text: str, deck_id: str, card_yaml: str) -> str:
    """The text of a deck file with one card replaced, found by its id, or put at the end of the cards.

    `card_yaml` is one card without a dash, as `block_of` and `to_yaml` give it, in any style. An empty text becomes a
    new deck. Line ends stay as the file has them, so read it without newline translation (`path.read_bytes()`).
    Raises CoachError when either text is not YAML or `card_yaml` is no mapping with an id.
    """
    return with_cards(text, deck_id, {id_of(card_yaml): card_yaml})


def id_of(card_yaml: str) -> str:
    """The id of one card. Raises CoachError when the text is not YAML or no mapping with an id."""
    found = _get(_compose(card_yaml, "The card"), "id")
    if not isinstance(found, yaml.ScalarNode) or not found.value:
        raise CoachError("The card has no id.", "It begins with a line like: id: cache-key")
    return str(found.value)


def with_cards(text: str, deck_id: str, cards: Mapping[str, str]) -> str:
    """As `with_card`, for many cards by id in one pass; new ones come in their order."""
    if not cards:
        return text
    bom, text = (_BOM, text[1:]) if text.startswith(_BOM) else ("", text)
    outline = _outline(text)
    newline = "\r\n" if "\r\n" in text else "\n"
    edits = []
    for card_id, item in outline.items.items():
        if card_id in cards:
            start = item.start_mark
            new = _flow(cards[card_id]) if outline.flow else _indented(cards[card_id], start.column)
            edits.append((start.index, outline.end_of(item), new))
    new_cards = [card for card_id, card in cards.items() if card_id not in outline.items]
    if new_cards:
        edits.append(outline.appending(new_cards, deck_id))
    pieces, at = [bom], 0
    for start, end, new in edits:
        pieces += [text[at:start], new.replace("\n", newline)]
        at = end
    return "".join([*pieces, text[at:]])


@dataclass(frozen=True)
class _Outline:
    """Where the cards of a text are. Positions count characters."""

    text: str
    root: yaml.MappingNode | None
    cards: yaml.Node | None
    items: dict[str, yaml.Node]

    @property
    def flow(self) -> bool:
        """Whether the cards are in brackets rather than behind dashes."""
        return isinstance(self.cards, yaml.SequenceNode) and bool(self.cards.flow_style and self.cards.value)

    def end_of(self, item: yaml.Node) -> int:
        """Where a card ends: at the end of its last line, comment included, or at its brace within brackets."""
        end = self.content_end(item)
        return end if self.flow else self.line_end(end)

    def content_end(self, node: yaml.Node) -> int:
        """Where the last value of a node ends. YAML's own mark of a block is where the next thing begins."""
        if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
            last = node.value[-1]
            return self.content_end(last[1] if isinstance(last, tuple) else last)
        end = int(node.end_mark.index)
        return len(self.text[:end].rstrip()) if end and self.text[end - 1].isspace() else end

    def line_end(self, at: int) -> int:
        """The end of the line that a position is in, before its line break."""
        found = self.text.find("\n", at)
        end = len(self.text) if found < 0 else found
        return end - 1 if end > at and self.text[end - 1] == "\r" else end

    def appending(self, cards: Iterable[str], deck_id: str) -> tuple[int, int, str]:
        """The edit that adds cards behind the last one: start, end and the new text."""
        if self.flow:
            at = self.content_end(self.cards.value[-1])  # type: ignore[union-attr]
            return at, at, "".join(f", {_flow(card)}" for card in cards)
        if self.root is not None and self.root.flow_style:
            return self._into_braces(cards)
        if isinstance(self.cards, yaml.SequenceNode) and self.cards.value:
            column = self.cards.start_mark.column
            at = self._past_comments(self.line_end(self.content_end(self.cards)), column)
            apart = "\n" if self._apart() else ""
            return at, at, "".join(f"\n{apart}{_item(card, column)}" for card in cards)
        items = "".join(f"\n{_item(card, 2)}" for card in cards)
        if self.cards is not None:  # nothing or [] stands behind the key
            start, end = self.cards.start_mark.index, self.content_end(self.cards)
            comment = self.text[end : self.line_end(end)].strip()
            return len(self.text[:start].rstrip()), self.line_end(end), f"{' ' if comment else ''}{comment}{items}"
        at = len(self.text.rstrip())
        header = "" if self.root is not None else f"schema: 1\nid: {text_yaml(deck_id)}\n"
        return at, len(self.text), f"{chr(10) if at else ''}{header}cards:{items}\n"

    def _into_braces(self, cards: Iterable[str]) -> tuple[int, int, str]:
        items = f"[{', '.join(_flow(card) for card in cards)}]"
        if self.cards is not None:
            return self.cards.start_mark.index, self.cards.end_mark.index, items
        at = int(self.root.end_mark.index) - 1 if self.root is not None else 0
        comma = ", " if self.root is not None and self.root.value else ""
        return at, at, f"{comma}cards: {items}"

    def _past_comments(self, at: int, column: int) -> int:
        """The end of the comments below a card that are indented as its fields are, so belong to it."""
        while at < len(self.text):
            start = self.text.find("\n", at) + 1
            line = self.text[start : self.line_end(start)] if start else ""
            if not line.lstrip().startswith("#") or len(line) - len(line.lstrip(" ")) <= column:
                break
            at = self.line_end(start)
        return at

    def _apart(self) -> bool:
        """Whether an empty line stands before the last card."""
        if self.cards is None or len(self.cards.value) < 2:
            return False
        before, last = self.cards.value[-2:]
        between = self.text[self.content_end(before) : last.start_mark.index]
        return any(not line.strip() for line in between.split("\n")[1:-1])


def _outline(text: str) -> _Outline:
    root = _compose(text, "The file")
    if root is not None and not isinstance(root, yaml.MappingNode):
        raise CoachError("The file is no deck: it does not begin with a key.", "`coach lint` shows what is wrong.")
    cards = _get(root, "cards")
    items: dict[str, yaml.Node] = {}
    if isinstance(cards, yaml.SequenceNode):
        for item in cards.value:
            found = _get(item, "id")
            if isinstance(found, yaml.ScalarNode):
                items.setdefault(str(found.value), item)
    return _Outline(text, root, cards, items)


def _compose(text: str, what: str) -> yaml.Node | None:
    try:
        return yaml.compose(text, Loader=_LOADER)
    except (yaml.YAMLError, RecursionError, UnicodeEncodeError) as error:
        problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "too deeply nested"
        raise CoachError(f"{what} is not valid YAML: {problem}.", "`coach lint` shows the line.") from None


def _get(node: yaml.Node | None, key: str) -> yaml.Node | None:
    if not isinstance(node, yaml.MappingNode):
        return None
    return next((value for name, value in node.value if name.value == key), None)


def _lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").split("\n")


def _indented(card: str, column: int) -> str:
    """A card's text with all lines but the first moved to a column; without a document's marks around it."""
    lines = _lines(card.strip("\r\n"))
    if lines[0].strip() == "---":
        lines = lines[1:]
    return "\n".join([lines[0], *(" " * column + line if line else "" for line in lines[1:])])


def _item(card: str, column: int) -> str:
    return f"{' ' * column}- {_indented(card, column + 2)}"


def _flow(card: str) -> str:
    """A card in braces on one line; only its values, as comments cannot stand there."""
    node = _compose(card, "The card")
    _flatten(node)
    dumped = yaml.serialize(node, Dumper=yaml.SafeDumper, width=10**9, allow_unicode=True)
    return str(dumped).strip()


def _flatten(node: yaml.Node | None) -> None:
    if isinstance(node, yaml.CollectionNode):
        node.flow_style = True
        for child in node.value:
            for one in child if isinstance(child, tuple) else (child,):
                _flatten(one)
    elif isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
        node.style = '"'
