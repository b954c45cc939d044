"""Where the cards of a content file stand in its text, and where new ones go."""

from collections.abc import Iterable
from dataclasses import dataclass

import yaml

from coach.content.emitting import text_yaml
from coach.content.marks import compose, content_end, get, line_end
from coach.errors import CoachError


@dataclass(frozen=True)
class Outline:
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
        end = content_end(self.text, item)
        return end if self.flow else line_end(self.text, end)

    def appending(self, cards: Iterable[str], deck_id: str) -> tuple[int, int, str]:
        """The edit that adds cards behind the last one: start, end and the new text."""
        if self.flow:
            at = content_end(self.text, self.cards.value[-1])  # type: ignore[union-attr]
            return at, at, "".join(f", {in_braces(card)}" for card in cards)
        if self.root is not None and self.root.flow_style:
            return self._into_braces(cards)
        if isinstance(self.cards, yaml.SequenceNode) and self.cards.value:
            column = self.cards.start_mark.column
            at = self._past_comments(line_end(self.text, content_end(self.text, self.cards)), column)
            apart = "\n" if self._apart() else ""
            return at, at, "".join(f"\n{apart}{_item(card, column)}" for card in cards)
        items = "".join(f"\n{_item(card, 2)}" for card in cards)
        if self.cards is not None:  # nothing or [] stands behind the key
            start, end = self.cards.start_mark.index, content_end(self.text, self.cards)
            comment = self.text[end : line_end(self.text, end)].strip()
            start = len(self.text[:start].rstrip())
            return start, line_end(self.text, end), f"{' ' if comment else ''}{comment}{items}"
        if self.root is not None:
            at = line_end(self.text, content_end(self.text, self.root))
            return at, at, f"\ncards:{items}"
        at = len(self.text.rstrip())  # there are only comments, or nothing
        new_line = "\n" if at else ""
        return at, len(self.text), f"{new_line}schema: 1\nid: {text_yaml(deck_id)}\ncards:{items}\n"

    def _into_braces(self, cards: Iterable[str]) -> tuple[int, int, str]:
        items = f"[{', '.join(in_braces(card) for card in cards)}]"
        if self.cards is not None:
            return self.cards.start_mark.index, self.cards.end_mark.index, items
        at = int(self.root.end_mark.index) - 1 if self.root is not None else 0
        comma = ", " if self.root is not None and self.root.value else ""
        return at, at, f"{comma}cards: {items}"

    def _past_comments(self, at: int, column: int) -> int:
        """The end of the comments below a card that are indented as its fields are, so belong to it."""
        while at < len(self.text):
            start = self.text.find("\n", at) + 1
            line = self.text[start : line_end(self.text, start)] if start else ""
            if not line.lstrip().startswith("#") or len(line) - len(line.lstrip(" ")) <= column:
                break
            at = line_end(self.text, start)
        return at

    def _apart(self) -> bool:
        """Whether an empty line stands before the last card."""
        if self.cards is None or len(self.cards.value) < 2:
            return False
        before, last = self.cards.value[-2:]
        between = self.text[content_end(self.text, before) : last.start_mark.index]
        return any(not line.strip() for line in between.split("\n")[1:-1])


def outline_of(text: str) -> Outline:
    """Where the cards of a deck's or a scenario's text are. Raises CoachError for what is no YAML mapping."""
    root = compose(text, "The file")
    if root is not None and not isinstance(root, yaml.MappingNode):
        raise CoachError("The file is no deck: it does not begin with a key.", "`coach lint` shows what is wrong.")
    cards = get(root, "cards")
    items: dict[str, yaml.Node] = {}
    if isinstance(cards, yaml.SequenceNode):
        for item in cards.value:
            found = get(item, "id")
            if isinstance(found, yaml.ScalarNode):
                items.setdefault(str(found.value), item)
    return Outline(text, root, cards, items)


def lines_of(text: str) -> list[str]:
    """The lines of a text, whatever ends them."""
    return text.replace("\r\n", "\n").split("\n")


def indented(card: str, column: int) -> str:
    """A card's text with all lines but the first moved to a column; without a document's marks around it."""
    lines = lines_of(card.strip("\r\n"))
    if lines[0].strip() == "---":
        lines = lines[1:]
    return "\n".join([lines[0], *(" " * column + line if line else "" for line in lines[1:])])


def _item(card: str, column: int) -> str:
    return f"{' ' * column}- {indented(card, column + 2)}"


def in_braces(card: str) -> str:
    """A card in braces on one line; only its values, as comments cannot stand there."""
    node = compose(card, "The card")
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
