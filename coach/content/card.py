"""One flashcard, as decks and scenarios hold it, and what must hold for its kind."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields

from coach.content.fields import Many, Number, OneOf, Slug, Text, has, may
from coach.content.terms import CARDS

BLANK = re.compile(r"\{\{(.+?)\}\}", re.DOTALL)
"""A blank of a cloze card: what is hidden, in double braces."""
RESERVED = ("flagged", "suspended")
"""Names that a person may quiz instead of a deck, so no deck has them."""
_OWN = {
    "choose": ("options", "right"),
    "tradeoff": ("gain", "pay", "reverse"),
    "fault": ("sketch", "faults"),
    "estimate": ("answer", "unit", "within"),
}
"""The fields that belong to one kind alone."""
_NEEDS = {
    "recall": ("back",),
    "choose": ("options", "right"),
    "tradeoff": ("gain", "pay", "reverse"),
    "fault": ("faults",),
    "estimate": ("answer", "back"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A flashcard. What the back shows comes from `back` and from the fields of its kind."""

    id: str = has(Slug(), "Stable id, unique within the file; progress hangs on it, so rewording keeps it.")
    kind: str = has(OneOf(CARDS), "How it is asked.")
    front: str = has(Text(), "The question. For cloze a sentence with each hidden part in {{double braces}}.")
    back: str = may(Text(), "The answer; needed for recall, and for estimate the arithmetic.")
    why: str = may(Text(), "Why it is so.")
    options: tuple[str, ...] = may(Many(Text()), "For choose: what there is to choose from, two or more.")
    right: str = may(Text(), "For choose: the option that is right, word for word.")
    gain: str = may(Text(), "For tradeoff: what you gain.")
    pay: str = may(Text(), "For tradeoff: what you pay.")
    reverse: str = may(Text(), "For tradeoff: when the choice turns round.")
    sketch: str = may(Text(), "For fault: the design or the code with the faults in it, shown as it stands.")
    faults: tuple[str, ...] = may(Many(Text()), "For fault: what is wrong, one line each; shown with numbers.")
    answer: float | None = may(Number(), "For estimate: the number.")
    unit: str = may(Text(), "For estimate: what the number counts.")
    within: float = may(Number(), "For estimate: a number within this factor is right; 2 where none is given.", 2.0)
    point: str = may(Slug(), "In a scenario: the point it teaches; when that was missed, its own card comes instead.")
    tags: tuple[str, ...] = may(Many(Slug()), "Subjects.")
    was: tuple[str, ...] = may(Many(Slug()), "Former ids in this file.")

    @property
    def question(self) -> str:
        """The question, with what it hides left open."""
        return BLANK.sub("____", self.front) if self.kind == "cloze" else self.front

    @property
    def blanks(self) -> tuple[str, ...]:
        """What a cloze card hides, in order."""
        return tuple(match[1] for match in BLANK.finditer(self.front)) if self.kind == "cloze" else ()


def card_problems(card: Card) -> Iterator[tuple[str, str]]:
    """What is wrong with a card for its kind: the field and a message each."""
    defaults = {f.name: f.default for f in fields(Card)}
    for kind, names in _OWN.items():
        for name in names:
            if kind != card.kind and getattr(card, name) != defaults[name]:
                yield name, f"belongs to cards of kind {kind}, and this is {card.kind}"
    for name in _NEEDS.get(card.kind, ()):
        if getattr(card, name) in ("", (), None):
            yield name, f"is missing; cards of kind {card.kind} need it"
    if card.kind == "choose" and card.options:
        if len(card.options) < 2 or len(set(card.options)) < len(card.options):
            yield "options", "should be two or more, all different"
        if card.right and card.right not in card.options:
            yield "right", "is not among the options, word for word"
    if card.kind == "cloze":
        if not card.blanks:
            yield "front", "hides nothing; put the hidden part in {{double braces}}"
        elif not all(any(letter.isalnum() for letter in blank) for blank in card.blanks):
            yield "front", "hides a part without a letter or digit, so nothing that could be typed"
        elif not BLANK.sub("", card.front).strip(" .,;:\n"):
            yield "front", "hides everything; leave something to go by"
    if card.kind == "estimate":
        if card.within < 1:
            yield "within", "is a factor, so at least 1"
        if card.answer is not None and card.answer <= 0:
            yield "answer", "should be above 0: it is compared by a factor"
