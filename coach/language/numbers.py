"""The numbers in a line as people type them: `120,000`, `120k`, `$40`, `85 %`, `three in ten`."""

import re
from dataclasses import dataclass

SMALL = 12
"""A bare whole number up to this one is a count or a list's number; it says nothing by itself."""
_FIRST = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
NAMES = {name: value for value, name in enumerate(_FIRST)}
NAMES |= {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
SCALES = {"k": 1e3, "thousand": 1e3, "m": 1e6, "mn": 1e6, "million": 1e6, "bn": 1e9, "b": 1e9, "billion": 1e9}
_MONEY = {"$": "money", "€": "money", "usd": "money", "eur": "money", "dollar": "money", "dollars": "money"}
SECONDS = {
    "ms": 0.001, "s": 1, "sec": 1, "secs": 1, "second": 1, "seconds": 1, "min": 60, "mins": 60, "minute": 60,
    "minutes": 60, "h": 3600, "hour": 3600, "hours": 3600, "d": 86_400, "day": 86_400, "days": 86_400,
    "week": 604_800, "weeks": 604_800,
}  # fmt: skip
BYTES = {"kb": 1e3, "mb": 1e6, "gb": 1e9, "tb": 1e12}
DIGITS = r"\d{1,3}(?:[ ,\u00a0\u202f]\d{3})+(?![\d])(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+"
WORDS = "|".join(sorted(NAMES, key=len, reverse=True))
_NUMBER = re.compile(
    rf"(?<![\w.,])(?P<sign>[$€])?\s?(?P<value>{DIGITS}|(?:{WORDS})(?![\w-]))"
    rf"(?:\s?(?P<scale>thousand|million|billion|mn|bn|[kKmMbB])(?![\w]))?"
    rf"(?:\s?(?P<unit>%|percent|per cent|[$€]|[a-zA-Z]+))?",
    re.IGNORECASE,
)
_NO_NUMBER = re.compile(r"(?<!\w)(?:24\s?/\s?7|\d{1,2}:\d{2})(?!\w)")
_RATIO = re.compile(rf"(?<![\w.,])(?P<part>\d+|{WORDS})\s+(?:in|of|out of)\s+(?P<whole>\d+|{WORDS})(?!\w)", re.I)


@dataclass(frozen=True, slots=True)
class Figure:
    """One number: its value, and what it measures: money, share (of 1), time (seconds), bytes, or nothing known."""

    value: float
    unit: str = ""

    @property
    def telling(self) -> bool:
        """Whether the number means something by itself, unlike a small count."""
        return bool(self.unit) or self.value > SMALL or self.value != int(self.value)

    def same(self, other: "Figure") -> bool:
        """Whether two numbers may be the same one: equal, and not known to measure different things."""
        if self.unit and other.unit:
            return self.unit == other.unit and _equal(self.value, other.value)
        return any(_equal(a, b) for a in self._readings() for b in other._readings()) and (
            self._bare().telling and other._bare().telling
        )

    def _readings(self) -> tuple[float, ...]:
        """The value and, for a share, the percentage it may be typed as."""
        return (self.value, self.value * 100) if self.unit == "share" else (self.value,)

    def _bare(self) -> "Figure":
        return Figure(max(self._readings()))


def figures(text: str) -> list[Figure]:
    """The numbers of a line in their order. Names such as E4012, p95 or v1 are none, nor are 24/7 and 9:05."""
    text = _NO_NUMBER.sub(" ", text)
    found: list[tuple[int, Figure]] = []
    taken: list[tuple[int, int]] = []
    for match in _RATIO.finditer(text):
        whole = plain(match["whole"])
        if whole > 1:
            found.append((match.start(), Figure(plain(match["part"]) / whole, "share")))
            taken.append(match.span())
    for match in _NUMBER.finditer(text):
        if any(start <= match.start("value") < end for start, end in taken):
            continue
        found.append((match.start("value"), _figure(match)))
    return [figure for _, figure in sorted(found, key=lambda entry: entry[0])]


def _figure(match: re.Match[str]) -> Figure:
    value = plain(match["value"])
    if match["scale"]:
        value *= SCALES[match["scale"].lower()]
    unit = (match["sign"] or match["unit"] or "").lower()
    if unit in ("%", "percent", "per cent"):
        return Figure(value / 100, "share")
    if unit in _MONEY:
        return Figure(value, "money")
    if unit in SECONDS:
        return Figure(value * SECONDS[unit], "time")
    if unit in BYTES:
        return Figure(value * BYTES[unit], "bytes")
    return Figure(value)


def plain(text: str) -> float:
    """The value of digits, perhaps in groups, or of the name of a number."""
    named = NAMES.get(text.lower())
    return float(re.sub(r"[ ,\u00a0\u202f]", "", text)) if named is None else float(named)


def _equal(a: float, b: float) -> bool:
    return abs(a - b) <= 1e-9 * max(abs(a), abs(b), 1.0)


def written(value: float) -> str:
    """A number as people write it: 4,500 or 0.003."""
    if value == int(value) and abs(value) < 1e15:
        return f"{int(value):,}"
    return f"{value:,.0f}" if abs(value) >= 999.5 else f"{value:.3g}"


def measured(value: float, unit: str) -> str:
    """A number with its unit: $7,920 a month, 8.2 GB."""
    if unit[:1] in "$€£" and unit:
        return f"{unit[0]}{written(value)}{unit[1:]}"
    return f"{written(value)} {unit}".rstrip()
