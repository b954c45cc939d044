"""A typed answer beside the one on the card: which of its words are missing, which option or blank it means.

Where it cannot be told, nothing is: a wrong answer that is called right teaches the wrong thing.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Literal

from coach.language.common import SMALL
from coach.language.numbers import NAMES
from coach.language.spelling import Slips, whole
from coach.language.words import stem, words

Found = Literal["right", "among", "elsewhere", "missing"]
"""What became of a blank: typed as it is hidden, among other words, in the place of another, or not at all."""

_SIGNS = frozenset("$€£/@<>=+")
_UNIT_SIGNS = frozenset("$€£%")
_NOT = frozenset({"no", "not", "never", "none", "nor", "neither", "without", "cannot"})
_FILLING = frozenset(words("a an the of and or is are be it its that which in on at to for by with as"))
"""Words that a short answer may have or lack: any other one may turn it round."""
_ITEMS = re.compile(r"[,;&+]|\b(?:and|or)\b", re.IGNORECASE)
_BETWEEN_BLANKS = (re.compile(r"[;|\n]"), re.compile(r",(?!\d{3}(?!\d))"), re.compile(r"/|\s[-–—]\s"))
_NUMBER_OF_OPTION = re.compile(r"\W*(?:option|answer|number)?[\s:#]*(?<![\d.,-])(\d{1,9})[\s.):!]*", re.IGNORECASE)


def missing_words(typed: str, expected: str, asked: str = "") -> list[str]:
    """The telling words of an expected answer that a typed one lacks, in their order and each once; words of the
    question are not asked for, unless the answer is made of them.

    Other forms of a word, common abbreviations and slips of the finger count as the word, any "no" as any other; a
    number counts however it is written.
    """
    every = words(expected)
    telling: dict[str, str] = {}
    for word in [word for word in every if not _is_small(word)] or every:
        telling.setdefault(_key(word), word)
    own = telling.keys() - {_key(word) for word in words(asked)}
    had = set(_read(words(typed), telling.values()))
    return [word for key, word in telling.items() if key not in had and (key in own or not own)]


def _is_small(word: str) -> bool:
    """Whether a word says nothing by itself: an article, a pronoun, a single letter, a sign."""
    if _denies(word):
        return False
    return word in _SIGNS or stem(word) in SMALL or (len(word) == 1 and not word.isdecimal())


def _denies(word: str) -> bool:
    return word in _NOT or word.endswith("n't")


def _key(word: str) -> str:
    """What a word is compared by."""
    if _denies(word):
        return "not"
    return str(NAMES[word]) if word in NAMES else stem(whole(word))


def _read(typed: Iterable[str], known: Iterable[str]) -> list[str]:
    """The keys of typed words, of each that is a slip of a known word that one's."""
    keys = {_key(word): word for word in known}
    slips = Slips([*keys, *keys.values()])
    read = []
    for word in typed:
        key = _key(word)
        if key not in keys and (slip := slips.read(key) or slips.read(word)):
            key = slip if slip in keys else _key(slip)
        read.append(key)
    return read


def _exact(text: str) -> list[str]:
    """The words of a short answer that may not be exchanged; all where there are no others."""
    found = words(text)
    return [word for word in found if word not in _FILLING] or found


def _keys(text: str) -> list[str]:
    return [_key(word) for word in _exact(text)]


def says_the_same(typed: str, expected: str) -> bool:
    """Whether a typed answer is a short expected one but for articles and such, the sign of a unit left out, slips,
    other forms of a word, and the order of what stands between commas or "and"."""
    wanted = _exact(expected)
    if _same(_read(_exact(typed), wanted), [_key(word) for word in wanted]):
        return True
    items = sorted(_keys(item) for item in _items(expected))
    typed_items = sorted(_read(_exact(item), wanted) for item in _items(typed))
    return len(items) == len(typed_items) > 0 and all(map(_same, typed_items, items))


def _same(had: list[str], wanted: list[str]) -> bool:
    had, wanted = _comparable(had, wanted)
    return bool(had) and had == wanted


def _comparable(had: list[str], wanted: list[str]) -> tuple[list[str], list[str]]:
    """Both without the signs of units, which may be left out, unless a typed one is not among the wanted."""
    if _UNIT_SIGNS & set(had) <= set(wanted):
        return [key for key in had if key not in _UNIT_SIGNS], [key for key in wanted if key not in _UNIT_SIGNS]
    return had, wanted


def _items(text: str) -> list[str]:
    return [item for item in _ITEMS.split(text) if words(item)]


def meant(typed: str, options: Sequence[str], asked: str = "") -> tuple[int, bool] | None:
    """Which of some options a line means, from 0, and whether that is sure; None where it may be none or several.

    It is sure for the number of an option, from 1, and for all of its words; it is not for some that no other option
    has, as what was left out may turn them round, and words of the question tell nothing.
    """
    spelt = [index for index, option in enumerate(options) if says_the_same(typed, option)]
    if (number := _NUMBER_OF_OPTION.fullmatch(typed)) and 1 <= int(number[1]) <= len(options):
        index = int(number[1]) - 1
        return (index, True) if spelt in ([], [index]) else None
    if spelt:
        return (spelt[0], True) if len(spelt) == 1 else None
    had = set(_read(_exact(typed), (word for option in options for word in _exact(option))))
    holding = [index for index, option in enumerate(options) if had and had <= set(_keys(option))]
    return (holding[0], False) if len(holding) == 1 and had - {_key(word) for word in words(asked)} else None


def blanks_found(typed: str, hidden: Sequence[str]) -> list[Found]:
    """What became of each hidden part in a typed line, where parts follow each other, with commas or so or without."""
    every = [word for part in hidden for word in _exact(part)]
    had = _read(_exact(typed), every)
    if _same(had, [_key(word) for word in every]):
        return ["right"] * len(hidden)
    best: list[Found] = []
    for between in _BETWEEN_BLANKS if len(hidden) > 1 else ():
        parts = between.split(typed)
        if len(parts) == len(hidden):
            found = [_found(part, own, had) for part, own in zip(parts, hidden, strict=True)]
            if not best or found.count("right") > best.count("right"):
                best = found
    return best or _in_order(typed, hidden, had)


def _found(part: str, hidden: str, had: list[str]) -> Found:
    """What became of a hidden part whose place in the line is known."""
    if says_the_same(part, hidden):
        return "right"
    keys = _keys(hidden)
    if _at(keys, _read(_exact(part), _exact(hidden))) is not None:
        return "among"
    return "missing" if _at(keys, had) is None else "elsewhere"


def _in_order(typed: str, hidden: Sequence[str], had: list[str]) -> list[Found]:
    """What became of hidden parts in a line that runs on."""
    if len(hidden) == 1 and says_the_same(typed, hidden[0]):
        return ["right"]
    found: list[Found] = []
    start = 0
    for place, part in enumerate(hidden):
        at = _at(_keys(part), had[start:])
        if at is not None:
            start += at + 1
            found.append("among")
        elif part in hidden[:place] or _at(_keys(part), had) is None:
            found.append("missing")
        else:
            found.append("elsewhere")
    return found


def _at(keys: list[str], had: list[str]) -> int | None:
    """Where keys stand together among others."""
    had, keys = _comparable(had, keys)
    places = range(len(had) - len(keys) + 1) if keys else ()
    return next((place for place in places if had[place : place + len(keys)] == keys), None)
