"""Cards are replaced and added at the level of text."""

import json
from pathlib import Path
from random import Random

import pytest
import yaml

from coach.content.card import Card
from coach.content.deck import Deck
from coach.content.deck_text import block_of, blocks_of, changed, to_yaml, with_card, with_cards
from coach.content.reading import Reading, read
from coach.content.roots import shipped
from coach.errors import CoachError

DECK = """\
# my own deck
schema: 1
id: mine
cards:   # in the order of the talk
  # the first
  - id: a
    kind: recall   # easy
    front: A?
    back: |
      One.

      Two.

  # between
  - {id: b, kind: recall, front: "B?",
     back: "it's: {b}"}  # dense
  -
    id: c
    kind: recall
    front: C?
    back: 😀 C.
    # reword C
  # for later
sources:
  - {title: A talk}
# the end
"""
NEW = "id: new\nkind: recall\nfront: N?\nback: |\n  x\n  y\n"


def deck_of(text: str) -> Reading[Deck]:
    reading = read(text, "mine.yaml", Deck, both_loaders=True)
    assert reading.problems == []
    return reading


def ids(text: str) -> list[str]:
    deck = deck_of(text).value
    return [card.id for card in deck.cards] if deck else []


def test_a_new_card_goes_behind_the_last_one_and_all_else_stays() -> None:
    text = with_card(DECK, "mine", NEW)
    assert ids(text) == ["a", "b", "c", "new"]
    block = "  - id: new\n    kind: recall\n    front: N?\n    back: |\n      x\n      y\n"
    assert text == DECK.replace("    # reword C\n", "    # reword C\n" + block)


@pytest.mark.parametrize("card", ["a", "b", "c"])
def test_the_block_of_a_card_put_back_changes_nothing(card: str) -> None:
    block = block_of(DECK, card)
    assert yaml.safe_load(block)["id"] == card
    assert with_card(DECK, "mine", block) == DECK


def test_the_block_of_a_card_is_dedented() -> None:
    assert block_of(DECK, "a") == "id: a\nkind: recall   # easy\nfront: A?\nback: |\n  One.\n\n  Two.\n"
    assert block_of(DECK, "b") == 'id: b, kind: recall, front: "B?",\n back: "it\'s: {b}"}  # dense\n'.replace(
        "id", "{id", 1
    )
    assert block_of(DECK, "nobody") == ""
    assert block_of("", "a") == ""


@pytest.mark.parametrize("card", ["a", "b", "c"])
def test_a_replaced_card_leaves_its_neighbours_alone(card: str) -> None:
    text = with_card(DECK, "mine", NEW.replace("id: new", f"id: {card}"))
    assert ids(text) == ["a", "b", "c"]
    for other in {"a", "b", "c"} - {card}:
        assert block_of(text, other) == block_of(DECK, other)
    for comment in ("# my own deck", "# in the order", "# the first", "# between", "# for later", "# the end"):
        assert comment in text
    assert block_of(text, card) == NEW.replace("id: new", f"id: {card}")


def test_a_card_may_carry_comments_and_the_marks_of_a_document() -> None:
    text = with_card(DECK, "mine", "---\n# hard\nid: a\nkind: recall\nfront: F\nback: B\n# last\n")
    assert ids(text) == ["a", "b", "c"]
    assert "  - # hard\n    id: a\n" in text
    assert "    # last\n\n  # between" in text


def test_line_ends_and_byte_order_mark_stay() -> None:
    windows = "\ufeff" + DECK.replace("\n", "\r\n")
    for card in "abc":
        assert with_card(windows, "mine", block_of(windows, card)) == windows
        assert block_of(windows, card) == block_of(DECK, card)
    text = with_card(windows, "mine", NEW)
    assert text == "\ufeff" + with_card(DECK, "mine", NEW).replace("\n", "\r\n")


def test_an_empty_text_becomes_a_deck() -> None:
    assert with_card("", "mine", NEW).startswith("schema: 1\nid: mine\ncards:\n  - id: new\n")
    assert ids(with_card("", "mine", NEW)) == ["new"]
    assert ids(with_card("# mine\n\n", "mine", NEW)) == ["new"]
    assert with_card("# mine\n\n", "mine", NEW).startswith("# mine\nschema: 1\n")


@pytest.mark.parametrize(
    "text",
    [
        "schema: 1\nid: mine\n",
        "schema: 1\nid: mine",
        "schema: 1\nid: mine\ncards:\n",
        "schema: 1\nid: mine\ncards:  # none\ntitle: T\n",
        "schema: 1\nid: mine\ncards: []\n",
        "schema: 1\nid: mine\ncards: [] # none\ntitle: T\n",
        "schema: 1\ncards: []\nid: mine",
        "{schema: 1, id: mine}",
        "{schema: 1, id: mine, cards: []}\n",
    ],
)
def test_a_deck_without_cards_gets_some(text: str) -> None:
    both = with_cards(text, "mine", {"new": NEW, "other": NEW.replace("new", "other")})
    assert ids(both) == ["new", "other"]
    assert ("# none" in text) == ("# none" in both)
    assert ("title: T" in text) == ("title: T" in both)


A_AND_B = "{id: a, kind: recall, front: A, back: A}, # first\n  {id: b, kind: recall, front: B, back: B}"
BOTH = [{"id": name, "kind": "recall", "front": "B", "back": "B"} for name in "ab"]
IN_BRACKETS = [
    f"cards: [{A_AND_B}\n ]\nschema: 1\nid: mine\n",
    json.dumps({"schema": 1, "id": "mine", "cards": BOTH}),
]


@pytest.mark.parametrize("text", IN_BRACKETS)
def test_cards_in_brackets(text: str) -> None:
    changed = with_cards(text, "mine", {"new": NEW, "a": NEW.replace("new", "a")})
    assert ids(changed) == ["a", "b", "new"]
    deck = deck_of(changed).value
    assert deck is not None
    assert [card.front for card in deck.cards] == ["N?", "B", "N?"]
    assert block_of(changed, "b") == block_of(text, "b")
    assert ("# first" in text) == ("# first" in changed)


def test_cards_without_indentation_and_with_empty_lines_between() -> None:
    cards = [f"- id: {name}\n  kind: recall\n  front: A\n  back: A" for name in "ab"]
    text = "schema: 1\nid: mine\ncards:\n" + "\n\n".join(cards)
    assert with_card(text, "mine", NEW) == text + "\n\n- id: new\n  kind: recall\n  front: N?\n  back: |\n    x\n    y"
    assert ids(with_card(text, "mine", NEW)) == ["a", "b", "new"]


@pytest.mark.parametrize(
    ("text", "card"),
    [("a: [", NEW), ("- x\n", NEW), (DECK, "kind: recall"), (DECK, "- id: a\n"), (DECK, "id: [a]"), (DECK, "id: 'a")],
)
def test_what_is_no_deck_and_no_card_is_refused(text: str, card: str) -> None:
    with pytest.raises(CoachError):
        with_card(text, "mine", card)


PIECES = [
    "a", "B c", ": ", ":", " #", "#", "- ", "-", "? ", "|", ">", "'", '"', "\\", "\n", "\n\n", "  ", "\t", "{", "}",
    "[x]", ",", "yes", "null", "1", "2026-01-01", "1:20", "0x1f", "1e3", ".5", "~", "&a", "*a", "!t", "%", "@", "`",
    "---", "...", "=", "<<", "é", "😀", "שלום", "\u200f", "\u202e", "\x07", "\x00", "\x1b[31m", "\x85", "\u2028",
    "\xa0", "\ufeff", "\ufffe", "\uffff", "\ufffd", "\x7f", "\x9b", "\r",
]  # fmt: skip


def anything(random: Random) -> str:
    return "".join(random.choice(PIECES) for _ in range(random.randint(1, 9))).strip() or "x"


def test_any_text_comes_back_from_yaml_with_both_loaders() -> None:
    random = Random(7)
    cards = []
    for n in range(1500):
        front, sketch, why, *faults = (anything(random) for _ in range(5))
        tags = ("on", "2026", "1e3")
        cards.append(
            Card(id=f"c{n}", kind="fault", front=front, sketch=sketch, why=why, faults=tuple(faults), tags=tags)
        )
    text = with_cards("", "mine", {card.id: to_yaml(card) for card in cards})
    deck = deck_of(text).value
    assert deck is not None
    for found, card in zip(deck.cards, cards, strict=True):
        assert found == card


def test_numbers_come_back_from_yaml() -> None:
    for number in (8.2, 3.0, 1e16, 2.5e-7, 1e300, 123456.789, 5e14, 1.0000001e22):
        card = Card(id="n", kind="estimate", front="How many?", back="So many.", answer=number, within=1.25)
        deck = deck_of(with_card("", "mine", to_yaml(card))).value
        assert deck is not None
        assert deck.cards == (card,)


@pytest.mark.parametrize("path", sorted((shipped() / "decks").glob("*.yaml")), ids=lambda path: path.stem)
def test_shipped_decks_put_back_card_by_card_are_the_same(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    deck = deck_of(text).value
    assert deck is not None
    blocks = {card.id: block_of(text, card.id) for card in deck.cards[:20]}
    assert with_cards(text, deck.id, blocks) == text
    rewritten = deck_of(with_cards(text, deck.id, {card.id: to_yaml(card) for card in deck.cards})).value
    assert rewritten == deck


def test_changed_fields_of_a_card_leave_the_others_and_the_comments_alone() -> None:
    card = Card(id="a", kind="recall", front="A?", back="Now\n\ntwo: lines.", why="So.", tags=("x", "y"))
    block = block_of(DECK, "a")
    assert changed(block, card, ["kind", "back", "why", "tags"]) == (
        "id: a\nkind: recall   # easy\nfront: A?\nback: |\n  Now\n\n  two: lines.\nwhy: So.\ntags: [x, y]\n"
    )
    commented = "id: a\nback: one  # is it?\n# below\nfront: 'A?'\n"
    assert changed(commented, card, ["back", "front"]) == (
        "id: a\nback: |  # is it?\n  Now\n\n  two: lines.\n# below\nfront: A?\n"
    )
    bare = Card(id="a", kind="recall", front="A?")
    assert changed("id: a\nwas: [b]\nunit: t\nwhy: so\n", bare, ["why", "was"]) == "id: a\nunit: t\n"
    assert changed(block_of(DECK, "b"), card, ["back"]) == to_yaml(card)


def test_all_blocks_come_at_once() -> None:
    assert blocks_of(DECK) == {card: block_of(DECK, card) for card in "abc"}
