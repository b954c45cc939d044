"""Flashcards as a text file that Anki imports: one note a line, found again by its guid, so nothing comes in twice."""

import re
from collections.abc import Iterable
from html import escape
from typing import NamedTuple

from coach.content.card import BLANK, Card
from coach.content.emitting import number_yaml
from coach.language.numbers import measured

MARK = "#coach export"
"""How the first line begins. Anki passes over a line with # that it does not know."""
_HEAD = """\
: the next one writes this file anew
#separator:tab
#html:true
#notetype:Basic
#guid column:1
#deck column:2
#tags column:5
#columns:guid\tdeck\tFront\tBack\ttags
"""
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f]")
_BREAK = re.compile(r"[\n\x85\u2028\u2029]")
_INDENT = re.compile(r"^ +| {2,}", re.MULTILINE)
"""Spaces that HTML would swallow."""
_QUOTE = '"'
_LEFT = ' style="text-align: left"'
"""Anki centres what it shows, which suits neither lists nor code."""


class Filed(NamedTuple):
    """A card with its full id, `<deck or scenario>/<card>`, and the title of the deck it is in."""

    full_id: str
    title: str
    card: Card


def anki_text(cards: Iterable[Filed]) -> str:
    """The whole file. The guid is the full id, the deck `coach::TITLE`, the tags those of the card and its kind."""
    return MARK + _HEAD + "".join(f"{_line(filed)}\n" for filed in cards)


def _line(filed: Filed) -> str:
    card = filed.card
    title = " ".join(_CONTROL.sub(" ", filed.title.replace("::", ": ")).split())
    deck = f'"coach::{title.replace(_QUOTE, _QUOTE * 2)}"' if _QUOTE in title else f"coach::{title}"
    tags = " ".join(dict.fromkeys((*card.tags, card.kind)))
    return "\t".join((filed.full_id, deck, front_html(card), back_html(card), tags))


def front_html(card: Card) -> str:
    """What a card asks, as HTML on one line."""
    front = _html(card.question)
    if card.kind == "choose":
        return front + _list("ul", card.options)
    return f"{front}<pre{_LEFT}>{_html(card.sketch)}</pre>" if card.sketch else front


def back_html(card: Card) -> str:
    """What a card answers, and why, as HTML on one line."""
    parts = []
    match card.kind:
        case "choose":
            parts.append(f"<b>{_html(card.right)}</b>")
        case "cloze":
            parts.append(BLANK.sub(lambda blank: f"<b>{blank[1]}</b>", _html(card.front)))
        case "tradeoff":
            for name in ("gain", "pay", "reverse"):
                parts.append(f"<b>{name.capitalize()}</b>: {_html(getattr(card, name))}")
        case "fault":
            parts.append(_list("ol", card.faults))
        case "estimate" if card.answer is not None:
            number = _html(measured(card.answer, card.unit))
            parts.append(f"<b>{number}</b> (within a factor of {number_yaml(card.within)})")
    parts += [_html(card.back)] if card.back else []
    parts += [f"<i>{_html(card.why)}</i>"] if card.why else []
    return "<br>".join(parts)


def _list(tag: str, items: Iterable[str]) -> str:
    return f"<{tag}{_LEFT}>{''.join(f'<li>{_html(item)}</li>' for item in items)}</{tag}>"


def _html(text: str) -> str:
    text = _INDENT.sub(lambda spaces: "\xa0" * len(spaces[0]), text.expandtabs(4))
    return _BREAK.sub("<br>", escape(_CONTROL.sub("", text), quote=True))
