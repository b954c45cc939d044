"""The number of a typed estimate, in the unit of the card: `$7.9k`, `8200 MB`, `a third`, `80k × 0.4 = 32k`."""

import math
import re
from typing import NamedTuple

from coach.language.numbers import BYTES, DIGITS, NAMES, SCALES, SECONDS, WORDS, plain

_CENTS = ("cent", "cents", "ct", "¢")
_CURRENCIES = {"$": "$", "usd": "$", "dollar": "$", "dollars": "$", "€": "€", "eur": "€", "euro": "€", "euros": "€",
               "£": "£", "gbp": "£"}  # fmt: skip
_SHARES = ("%", "percent", "pct")
_UNITS: dict[str, tuple[str, float]] = {
    **{name: (currency, 1.0) for name, currency in _CURRENCIES.items()},
    **dict.fromkeys(_CENTS, ("$", 0.01)),
    **dict.fromkeys(_SHARES, ("share", 0.01)),
    **{name: ("time", seconds) for name, seconds in SECONDS.items()},
    **{name: ("bytes", size) for name, size in BYTES.items()},
    "byte": ("bytes", 1),
    "bytes": ("bytes", 1),
    "mib": ("bytes", 2**20),
    "gib": ("bytes", 2**30),
}
"""What a unit measures, and how much of that it is. Cents are those of a dollar."""
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
_TENS, _ONES = "|".join(n for n, v in NAMES.items() if v > 12), "|".join(n for n, v in NAMES.items() if 0 < v < 10)
_SCALE = "hundred|" + "|".join(sorted(SCALES, key=len, reverse=True))
_NUMBER = re.compile(
    rf"(?<![\w.,])(?<![a-z]{{3}}-)(?P<minus>(?<![\d%)])-(?=[$€£]?[\d.]))?(?:(?P<sign>[$€£])\s?(?P<below>-)?)?"
    rf"(?P<value>(?:{DIGITS})(?:e[+-]?\d{{1,3}})?(?![.,]?\d)|(?:{WORDS})(?![\w-]))"
    rf"(?:\s?(?P<scale>{_SCALE})(?!\w))?(?:\s?(?P<unit>%|¢|[$€£]|(?!(?:{WORDS})\b)[a-z]+))?"
)
_REWRITTEN = (
    (re.compile(r"[−–—…]|\.{2,}"), lambda m: "-"),
    (re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]+"), lambda m: "^" + "".join(str("⁰¹²³⁴⁵⁶⁷⁸⁹".index(c)) for c in m[0])),
    (re.compile(r"(?<=\d)[_'’](?=\d{3})"), lambda m: ""),
    (re.compile(r"(?<![\d.,])(\d+),(\d{1,2})(?![\d,])"), lambda m: f"{m[1]}.{m[2]}"),
    (re.compile(r"(?:(\d+(?:\.\d+)?)\s*[x×*·]\s*)?\b10\s*(?:\^|\*\*)\s*(-?\d{1,2})(?!\d)"),
     lambda m: f"{m[1] or 1}e{m[2]}"),
    (re.compile(rf"\b({_TENS})[ -]({_ONES})\b"), lambda m: str(NAMES[m[1]] + NAMES[m[2]])),
    (re.compile(rf"\b(\d+|{WORDS}) and a half\b"), lambda m: f"{plain(m[1]) + 0.5:g}"),
    (re.compile(r"\b(\d{1,9}) (\d)/(\d)\b"), lambda m: f"{int(m[1]) + int(m[2]) / max(int(m[3]), 1):g}"),
    (re.compile(r"\bhalf an? (?=hundred|thousand|million|billion)"), lambda m: "0.5 "),
    (re.compile(r"\ban? (?=hundred|thousand|million|billion|dozen)"), lambda m: "1 "),
    (re.compile(r"\b(?:1 )?dozen\b"), lambda m: "12"),
    (re.compile(rf"(?:\b(an?|{WORDS})[ -])?\b(half|third|quarter|fifth|tenth)s?\b"),
     lambda m: f" {100 * NAMES.get(m[1], 1) / _PARTS[m[2]]:.10g} %"),
    (re.compile(rf"(?<![\w.,])(\d+|{WORDS})(?:\s+(?:in|of|out of)\s+|\s*/\s*)(\d+|{WORDS})(?![\w.,])"),
     lambda m: _share(m)),
    (re.compile("per cent"), lambda m: "%"),
    (re.compile(r"\+\s?/?\s?-(?=\s?\d)"), lambda m: "±"),
    (re.compile("<="), lambda m: "≤"),
    (re.compile(">="), lambda m: "≥"),
)  # fmt: skip
"""What people write in other ways than digits, scale and unit."""
_RESULT = re.compile("=>|->|→|≈|=")
_UNSURE = re.compile(
    r"[<>≤≥^¼½¾]|\*\*|\d\+|n't\b|\b(?:not|never|or|vs|versus|than|least|most|over|under|above|below)\b"
    r"|\b(?:hundred|thousand|million) (?:thousand|million|billion)\b|\b(?:one|a|\d) half"
)
"""What makes a number no claim, or one that cannot be read for sure."""
_SUM = re.compile(r"\d[\w%]*\s*(?:[*×/+÷·]|x(?=[\s\d]))\s*[$€£]?\d")
_PERIOD = re.compile(
    r"(?:\b(?:a|an|per|each|every)\s+|/\s?)(second|minute|hour|day|week|month|year|s|sec|min|h|d|mo|yr)\b|\b(daily|weekly|monthly|yearly|annual\w*)\b"
)
_SHORT = {"s": "second", "sec": "second", "min": "minute", "h": "hour", "d": "day", "mo": "month", "yr": "year",
          "daily": "day", "weekly": "week", "monthly": "month", "yearly": "year"}  # fmt: skip
_RANGE = re.compile(r"\s*(?:-|to)\s*")


class _Number(NamedTuple):
    """A number with the unit it has or was given; `bare` without scale and unit."""

    value: float
    unit: str
    bare: bool
    start: int
    end: int
    scale: float = 1.0


def estimates(typed: str, unit: str, answer: float) -> tuple[float, ...]:
    """What a typed line estimates, in the unit of the card: one number, or the two ends of a range.

    Behind a sum it is what follows the last `=`. Empty when there is none, when it cannot be told which of several is
    meant, or when it measures something else. Below 1, a number without a sign is a share of the whole where the unit
    is per cent and the `answer` is so large that nobody means the hundredth part of it.
    """
    text = typed.lower()
    for pattern, rewritten in _REWRITTEN:
        text = pattern.sub(rewritten, text)
    *sums, text = _RESULT.split(text)
    periods = _periods(text)
    if _UNSURE.search(text) or _SUM.search(text) or (periods and (own := _periods(unit.lower())) and periods != own):
        return ()
    numbers = [_number(match, unit) for match in _NUMBER.finditer(text)]
    if len(numbers) == 2 and _is_range(text, *numbers):
        numbers[0] = _like(*numbers)
        ends = [value for number in numbers if (value := _in_unit(number, unit, answer)) is not None]
        return (ends[0], ends[1]) if len(ends) == 2 else ()
    found = [value for number in numbers if (value := _in_unit(number, unit, answer)) is not None]
    return (found[0],) if len(found) == 1 or (found and sums) else ()


def _periods(text: str) -> set[str]:
    """The times over which a text counts: `a month`, `/s`, `yearly`."""
    found = (match[1] or match[2] for match in _PERIOD.finditer(text))
    return {"year" if name.startswith("annual") else _SHORT.get(name, name) for name in found}


def _like(low: _Number, high: _Number) -> _Number:
    """The lower end of a range with the scale and the unit that only the upper one was given: 7-9k, 8-9 GB."""
    scale = high.scale if low.scale == 1 and low.value * high.scale < high.value else 1.0
    return low._replace(value=low.value * scale, unit=low.unit or high.unit, bare=low.bare and high.bare)


def _is_range(text: str, low: _Number, high: _Number) -> bool:
    between = text[low.end : high.start]
    spanned = "between" in text[: low.start] and between.strip() == "and"
    return spanned or _RANGE.fullmatch(between) is not None


def _share(match: re.Match[str]) -> str:
    part, whole = plain(match[1]), plain(match[2])
    return f"{100 * part / whole:.10g} %" if 0 < part < whole < 1e15 else match[0]


def _number(match: re.Match[str], card_unit: str) -> _Number:
    value, scale, unit = plain(match["value"]), match["scale"] or "", match["sign"] or match["unit"] or ""
    if scale == "m" and not unit and _measures(card_unit)[0] == "time":
        scale, unit = "", "min"
    factor = 100.0 if scale == "hundred" else SCALES.get(scale, 1.0)
    value *= -factor if match["minus"] or match["below"] else factor
    known = unit in _UNITS
    end = match.start("unit") if match["unit"] and match["unit"] not in _UNITS else match.end()
    return _Number(value, unit if known else "", not scale and not known, match.start(), end, factor)


def _measures(unit: str) -> tuple[str, float]:
    """What the unit of a card measures, and how much of that it is: `billion tokens` are 1e9 of nothing known."""
    scale = 1.0
    named = re.findall(r"[$€£%¢]|[a-z]+", unit.lower())
    if named and named[0] in SCALES and len(named[0]) > 2:
        scale = SCALES[named.pop(0)]
    what, size = _UNITS.get(named[0], ("", 1.0)) if named and "/" not in unit else ("", 1.0)
    if named == ["points"]:
        return "share", 0.01
    if not named or named == ["ratio"]:
        what = "share"
    return what, size * scale


def _in_unit(number: _Number, card_unit: str, answer: float) -> float | None:
    """A number in the unit of the card; None where it measures something else or may be meant in two ways."""
    what, size = _measures(card_unit)
    value = number.value
    if number.unit:
        typed_what, typed_size = _UNITS[number.unit]
        value = value * typed_size / size if typed_what == what else math.nan
    elif what == "share" and size < 1 and 0 < value < 1:
        value = value / size if answer >= 10 else math.nan
    elif what in ("", "share") and size > 1 and (not number.bare or value >= size):
        value /= size
    return value if abs(value) < 1e15 else None
