"""When two names that a person typed mean one box of a diagram."""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

_SHORTEST = 5
"""Letters that a word needs before a slip in it is forgiven: `lm` and `llm` are two things."""
_ASIDE = re.compile(r"\s\(|[,:;]\s")
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_KEYS = {key: (row, column + row * 0.4) for row, keys in enumerate(_ROWS) for column, key in enumerate(keys)}


@lru_cache(maxsize=5_000)
def folded(name: str) -> tuple[str, ...]:
    """The words of a name without case, signs between them, or the s of a plural."""
    plain = unicodedata.normalize("NFKC", name).casefold()
    return tuple(_singular(word) for word in re.findall(r"[^\W_]+", plain)) or (plain,)


def find(name: str, labels: Mapping[str, str]) -> str | None:
    """The box of that name: the same words first, then one slip of the fingers a word.

    A slip, or a remark in brackets or after a comma that only one of the names has, counts only where a single box
    comes that near.
    """
    for box, label in labels.items():
        if label.casefold() == name.casefold():
            return box
    wanted = folded(name)
    known = {box: folded(label) for box, label in labels.items()}
    for box, words in known.items():
        if "".join(words) == "".join(wanted):
            return box
    near = [box for box, words in known.items() if _near(words, wanted) or _same_but_for_aside(labels[box], name)]
    return near[0] if len(near) == 1 else None


def _same_but_for_aside(a: str, b: str) -> bool:
    """Whether one name is the other with a remark after it: "retriever" and "retriever (filters by acl)"."""
    short, long = sorted((a, b), key=len)
    bare, *aside = _ASIDE.split(long, maxsplit=1)
    return bool(aside) and folded(bare) == folded(short)


def _singular(word: str) -> str:
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    return f"{word[:-3]}y" if word.endswith("ies") and len(word) > 4 else word[:-1]


def _near(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    return len(a) == len(b) and all(x == y or _slip(x, y) for x, y in zip(a, b, strict=True))


def _slip(a: str, b: str) -> bool:
    """Whether two words differ by one letter left out, doubled, swapped with the next or hit beside its key.

    Only inside a word: other first letters make other words (encoder, decoder), other last ones other forms (ranker,
    ranked). Letters far apart on the keys are no slip either (content, context).
    """
    short, long = sorted((a, b), key=len)
    plain = (short + long).isascii() and (short + long).isalpha()
    if len(short) < _SHORTEST or not plain or a[0] != b[0] or len(long) > len(short) + 1:
        return False
    if len(long) > len(short):
        return a[-1] == b[-1] and any(long[:at] + long[at + 1 :] == short for at in range(1, len(long) - 1))
    apart = [at for at in range(len(a)) if a[at] != b[at]]
    if len(apart) == 2:
        return apart[1] == apart[0] + 1 and (a[apart[0]], a[apart[1]]) == (b[apart[1]], b[apart[0]])
    return len(apart) == 1 and a[-1] == b[-1] and _beside(a[apart[0]], b[apart[0]])


def _beside(a: str, b: str) -> bool:
    (row, column), (other_row, other_column) = _KEYS[a], _KEYS[b]
    return abs(row - other_row) <= 1 and abs(column - other_column) <= 1


def is_slip(name: str, label: str) -> bool:
    """Whether a name was found to be that box by forgiving a slip, which is worth saying."""
    return "".join(folded(name)) != "".join(folded(label)) and not _same_but_for_aside(name, label)
