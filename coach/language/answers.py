"""A typed answer beside the one on the card: which of its words are missing, whether a blank or a number is right."""

from collections.abc import Iterable

from coach.language.common import SMALL
from coach.language.numbers import figures
from coach.language.spelling import Slips, whole
from coach.language.words import stem, words

_SIGNS = frozenset("$€£/@<>=+")


def missing_words(typed: str, expected: str, asked: str = "") -> list[str]:
    """The telling words of an expected answer that a typed one lacks, in their order and each once; words of the
    question are not asked for.

    Other forms of a word, common abbreviations and slips of the finger count as the word; a number counts however it is
    written.
    """
    had = _stems(typed) | _stems(asked)
    slips = Slips(stem(word) for word in words(expected))
    had |= {read for s in had if (read := slips.read(s))}
    missing: dict[str, str] = {}
    for word in words(expected):
        key = stem(whole(word))
        if key not in had and word not in _SIGNS and not _is_small(word):
            missing.setdefault(key, word)
    return list(missing.values())


def _is_small(word: str) -> bool:
    """Whether a word says nothing by itself: an article, a pronoun, a single letter."""
    return stem(word) in SMALL or (len(word) == 1 and not word.isdecimal())


def _stems(text: str) -> set[str]:
    return {stem(whole(word)) for word in words(text)}


def says_the_same(typed: str, expected: str) -> bool:
    """Whether a typed answer holds every telling word of a short expected one, and few others."""
    wanted = [word for word in words(expected) if not _is_small(word)] or words(expected)
    given = [word for word in words(typed) if not _is_small(word)] or words(typed)
    left_out = missing_words(typed, expected) if any(not _is_small(word) for word in wanted) else []
    same_small = any(not _is_small(word) for word in wanted) or _stems(typed) >= _stems(expected)
    return bool(given) and not left_out and same_small and len(given) <= 2 * len(wanted) + 1


def blanks_right(typed: str, hidden: Iterable[str]) -> list[bool]:
    """For each hidden part whether a typed line holds it; parts may be separated by commas or semicolons, or run on."""
    return [not _lacking(typed, part) for part in hidden]


def _lacking(typed: str, part: str) -> bool:
    if any(not _is_small(word) for word in words(part)):
        return bool(missing_words(typed, part))
    return not _stems(typed) >= _stems(part)


def number_typed(typed: str) -> float | None:
    """The number of a typed answer: the last one, as people write the sum before its result. A share counts in per
    cent. None when there is none."""
    found = figures(typed.replace("~", " "))
    if not found:
        return None
    last = found[-1]
    return last.value * 100 if last.unit == "share" else _as_written(typed, last.value, last.unit)


def _as_written(typed: str, value: float, unit: str) -> float:
    """The value in the unit it was typed in: times and sizes are read in seconds and bytes."""
    if unit not in ("time", "bytes"):
        return value
    bare = [figure.value for figure in figures(_without_units(typed))]
    return bare[-1] if bare else value


def _without_units(typed: str) -> str:
    return " ".join(word for word in words(typed) if not word.isalpha())


def within_factor(value: float, answer: float, factor: float) -> bool:
    """Whether a number is within a factor of the answer, above or below."""
    return value > 0 and answer / factor <= value * (1 + 1e-9) and value <= answer * factor * (1 + 1e-9)
