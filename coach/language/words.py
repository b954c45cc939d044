"""Text to words, and words to stems."""

import re
from functools import lru_cache

import snowballstemmer

_UNITS = "ms|msec|sec|secs|s|min|mins|h|hr|hrs|d|w|kb|mb|gb|tb|b|m|bn|mio|tok|x|q|rps|qps|tps|usd|eur"
_WORD = re.compile(
    rf"""
    (?P<money>[$€£])\s?(?=\d)                             # a sign before its number goes after it: $40 is 40 $
    | (?P<number> \d{{1,3}}(?:[,\u202f\u00a0]\d{{3}})+(?!\d) | \d{{1,3}}(?:\ 000)+(?!\d)
                | \d+\.\d+ | \d+ | (?<![\w.])\.\d+ )
      (?: (?P<thousand>k(?![^\W_])) | (?P<unit>{_UNITS})(?![^\W_]) | (?![^\W_]) )
    | [^\W_]+(?:'[^\W_]+)?
    | [$%€£/@<>=+]
    """,
    re.VERBOSE,
)
_NOT_DIGITS = re.compile(r"[^\d.]")
_stemmer = snowballstemmer.stemmer("english")


def words(text: str) -> list[str]:
    """Lower-case words and the few signs that carry meaning in a note ($ € £ % / @ < > = +).

    A number is one word however it is written (7.9k, 7,900 and 7 900 are 7900), a unit glued to it is the next word
    (120ms is 120 ms), and so is a currency sign ($40 is 40 $). Words that begin with a letter keep their digits (p95).
    """
    found: list[str] = []
    sign = ""
    for match in _WORD.finditer(text.lower().replace("\u2019", "'")):
        if match["money"]:
            sign = match["money"]
        elif match["number"]:
            found.append(_number(match["number"], thousand=bool(match["thousand"])))
            found += [word for word in (match["unit"], sign) if word]
            sign = ""
        else:
            found += [word for word in (match[0], sign) if word]
            sign = ""
    return found


def _number(written: str, *, thousand: bool) -> str:
    digits = _NOT_DIGITS.sub("", written)
    whole, _, part = digits.partition(".")
    part = part.rstrip("0")
    if thousand:
        whole, part = whole + part[:3].ljust(3, "0"), part[3:]
    whole = whole.lstrip("0") or "0"
    return f"{whole}.{part}" if part else whole


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The Porter2 stem of one lower-case word; words with digits or signs stay as they are."""
    return str(_stemmer.stemWord(word)) if word.isalpha() else word
