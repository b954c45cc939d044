"""A card as blocks: its front, its back, and how a typed answer compares with it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

from coach.content.card import BLANK, Card
from coach.language.answers import blanks_found, meant, missing_words
from coach.language.estimates import estimates
from coach.language.numbers import measured
from coach.language.printable import named
from coach.screens.ui import Block, Pairs, Sketch, Style, Text

KINDS = {
    "recall": "recall",
    "choose": "choose one",
    "cloze": "fill the blanks",
    "tradeoff": "trade-off",
    "fault": "find the faults",
    "estimate": "estimate",
}
_MOST_MISSING = 6
_LIST_NUMBER = re.compile(r"(?<!\S)\(?\d[.):]?(?=\s[A-Za-z])")
"""The numbers of a list within a sentence, which nobody has to know."""
_ROUNDING = 1 - 1e-9
_MANY = 1000


@dataclass(frozen=True, slots=True)
class Face:
    """One card as it is shown this time: `options` are those of a choice in a shuffled order, `line` is what the person
    wrote on a point they `missed`, perhaps nothing."""

    card: Card
    options: Sequence[str] = ()
    missed: bool = False
    line: str = ""


def face_of(card: Card, line: str | None, chance: Random) -> Face:
    """A card, its options shuffled; `line` is the person's own for a missed point, None for other cards."""
    options = list(card.options)
    chance.shuffle(options)
    return Face(card, options, line is not None, line or "")


def front(face: Face) -> list[Block]:
    """What is asked."""
    card = face.card
    shown: list[Block] = [Text(line, "strong") for line in card.question.splitlines()]
    if card.kind == "tradeoff":
        shown.append(Text("What do you gain, what do you pay, when does it turn round?", "dim"))
    if card.sketch:
        shown.append(Sketch(card.sketch))
    if face.options:
        shown += [Text(f"{number} {option}", hang=2) for number, option in enumerate(face.options, start=1)]
    return shown


def back(face: Face) -> list[Block]:
    """What the answer is, and why."""
    card, shown = face.card, _answer(face)
    if face.line:
        shown.append(Text(f"You wrote: “{face.line}”"))
    if card.back:
        shown.append(Text(f"Say: {card.back}" if face.missed else card.back))
    if card.why:
        shown.append(Text(f"Why: {card.why}", "dim"))
    return shown


def _answer(face: Face) -> list[Block]:
    card = face.card
    match card.kind:
        case "choose":
            return [Text(f"{face.options.index(card.right) + 1} {card.right}", "strong", hang=2)]
        case "cloze":
            return [Text(BLANK.sub(lambda match: f"[{match[1]}]", card.front))]
        case "tradeoff":
            return [Pairs([("Gain", card.gain), ("Pay", card.pay), ("Turns round", card.reverse)])]
        case "fault":
            return [Text(f"{number} {fault}", hang=2) for number, fault in enumerate(card.faults, start=1)]
        case "estimate" if card.answer is not None:
            return [Text(f"{measured(card.answer, card.unit)}, right within a factor of {card.within:g}", "strong")]
    return []


def compared(face: Face, typed: str) -> Text:
    """How a typed answer compares: right or not only where that can be told for sure, else the words it lacks. No
    grade."""
    card = face.card
    match card.kind:
        case "choose":
            return _choice(face, typed)
        case "cloze":
            return _blanks(card, typed)
        case "estimate" if card.answer is not None:
            return _estimate(card, card.answer, typed)
        case "tradeoff":
            return _parts({"gain": card.gain, "pay": card.pay, "turns round": card.reverse}, typed, card.front)
        case "fault":
            faults = {str(number): fault for number, fault in enumerate(card.faults, start=1)}
            return _parts(faults, typed, f"{card.front} {card.sketch}")
    return _lacking(missing_words(typed, _LIST_NUMBER.sub("", card.back), card.front))


def _parts(parts: Mapping[str, str], typed: str, asked: str) -> Text:
    """Which parts of an answer share no word with a line, to be compared first: other words may say the same. Where
    there is none, the words it lacks."""
    apart = [name for name, part in parts.items() if missing_words(typed, part) == missing_words("", part)]
    if apart:
        return Text(
            f"Compare {named(apart)} first: no word of {'it' if len(apart) == 1 else 'them'} is in yours.", "accent"
        )
    return _lacking(missing_words(typed, " ".join(parts.values()), asked))


def _lacking(missing: Sequence[str]) -> Text:
    """The first of the missing words; more of them nobody reads."""
    if not missing:
        return Text("No word of it is missing from yours.", "accent")
    more = " …" if len(missing) > _MOST_MISSING else ""
    return Text(f"Not in yours: {' · '.join(missing[:_MOST_MISSING])}{more}", "accent")


def _verdict(right: bool, text: str) -> Text:
    style: Style = "good" if right else "warn"
    return Text(f"{'✓' if right else '·'} {text}", style)


def _choice(face: Face, typed: str) -> Text:
    found = meant(typed, face.options, face.card.front)
    if found is None:
        return Text("That could be none of them or several; a number is enough.", "dim")
    index, sure = found
    if not sure:
        return Text(f"That reads like {index + 1}.", "dim")
    right = face.options[index] == face.card.right
    return _verdict(right, "that is the one" if right else "another one is right")


def _blanks(card: Card, typed: str) -> Text:
    found = list(zip(card.blanks, blanks_found(typed, card.blanks), strict=True))
    if all(state == "right" for _, state in found):
        return _verdict(True, "all blanks" if len(found) > 1 else "in the blank")
    says = {"missing": "not in yours: ", "elsewhere": "in another blank of yours: ", "among": "among other words: "}
    told = []
    for state, said in says.items():
        if parts := [part for part, became in found if became == state]:
            told.append(said + ", ".join(parts))
    return Text(f"· {'; '.join(told)}", "accent")


def _estimate(card: Card, answer: float, typed: str) -> Text:
    """A range is within the factor with both of its ends, and too high or too low with both."""
    values = estimates(typed, card.unit, answer)
    if not values:
        return Text("That cannot be compared for sure.", "dim")
    said = " to ".join(measured(value, card.unit) for value in values)
    if min(values) <= 0:
        return _verdict(False, f"{said} is not above 0")
    low, high = answer / card.within * _ROUNDING, answer * card.within / _ROUNDING
    if low <= min(values) and max(values) <= high:
        return _verdict(True, f"{said} is within a factor of {card.within:g}")
    if min(values) <= high and low <= max(values):
        return Text(f"{said} goes beyond a factor of {card.within:g}.", "dim")
    factor = max(min(values) / answer, answer / max(values))
    if factor >= _MANY:  # rather another unit than another answer
        return Text("That cannot be compared for sure.", "dim")
    return _verdict(False, f"{said} is {factor:,.1f} times too {'high' if min(values) > answer else 'low'}")
