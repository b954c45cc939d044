"""A card as blocks: its front, its back, and how a typed answer compares with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from coach.content.card import BLANK, Card
from coach.language.answers import blanks_right, missing_words, number_typed, says_the_same, within_factor
from coach.language.numbers import written
from coach.screens.ui import Block, Pairs, Sketch, Style, Text

KINDS = {
    "recall": "recall",
    "choose": "choose one",
    "cloze": "fill the blanks",
    "tradeoff": "trade-off",
    "fault": "find the faults",
    "estimate": "estimate",
}
_HIDDEN = "____"
_MOST_MISSING = 10


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


def asked(card: Card) -> str:
    """What a card asks, its blanks empty."""
    return BLANK.sub(_HIDDEN, card.front)


def front(face: Face) -> list[Block]:
    """What is asked."""
    card = face.card
    shown: list[Block] = [Text(line, "strong") for line in asked(card).splitlines()]
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
            return [Text(f"{face.options.index(card.right) + 1} {card.right}", "strong")]
        case "cloze":
            return [Text(BLANK.sub(lambda match: f"[{match[1]}]", card.front))]
        case "tradeoff":
            return [Pairs([("Gain", card.gain), ("Pay", card.pay), ("Turns round", card.reverse)])]
        case "fault":
            return [Text(f"{number} {fault}", hang=2) for number, fault in enumerate(card.faults, start=1)]
        case "estimate" if card.answer is not None:
            return [Text(f"{measured(card.answer, card.unit)}, right within a factor of {card.within:g}", "strong")]
    return []


def measured(value: float, unit: str) -> str:
    """A number with its unit: $7,920 a month, 8.2 GB."""
    if unit[:1] in "$€£" and unit:
        return f"{unit[0]}{written(value)}{unit[1:]}"
    return f"{written(value)} {unit}".rstrip()


def compared(face: Face, typed: str) -> Text:
    """How a typed answer compares: right or not where that can be told, else the words it lacks. No grade."""
    card = face.card
    match card.kind:
        case "choose":
            right = _chosen(face, typed) == card.right
            return _verdict(right, "that is the one" if right else "another one is right")
        case "cloze":
            found = blanks_right(typed, card.blanks)
            if len(found) == 1:
                return _verdict(found[0], "in the blank" if found[0] else "not in yours: " + card.blanks[0])
            wrong = [part for part, right in zip(card.blanks, found, strict=True) if not right]
            return _verdict(not wrong, f"not in yours: {', '.join(wrong)}" if wrong else "all blanks")
        case "estimate" if card.answer is not None:
            return _estimate(card, card.answer, typed)
    expected = " ".join((card.back, card.gain, card.pay, card.reverse, *card.faults))
    missing = missing_words(typed, expected, card.front)
    if not missing:
        return Text("✓ every word of it is in yours", "good")
    more = f" and {len(missing) - _MOST_MISSING} more" if len(missing) > _MOST_MISSING else ""
    return Text(f"Not in yours: {' · '.join(missing[:_MOST_MISSING])}{more}", "accent")


def _verdict(right: bool, text: str) -> Text:
    style: Style = "good" if right else "warn"
    return Text(f"{'✓' if right else '·'} {text}", style)


def _chosen(face: Face, typed: str) -> str:
    """The option a line means: its number, or words that hold all of one option and of no other."""
    number = typed.strip().rstrip(".)")
    if number.isdecimal() and 1 <= int(number) <= len(face.options):
        return face.options[int(number) - 1]
    fitting = [option for option in face.options if says_the_same(typed, option)]
    return fitting[0] if len(fitting) == 1 else ""


def _estimate(card: Card, answer: float, typed: str) -> Text:
    value = number_typed(typed)
    if value is None:
        return Text("· no number in yours", "warn")
    if within_factor(value, answer, card.within):
        return _verdict(True, f"{written(value)} is within a factor of {card.within:g}")
    if value <= 0:
        return _verdict(False, f"{written(value)} is not above 0")
    factor = max(value / answer, answer / value)
    return _verdict(False, f"{written(value)} is {factor:.1f} times too {'high' if value > answer else 'low'}")
