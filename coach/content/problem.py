"""Problems found in content files."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong in a file: where and what. Lines count from 1."""

    path: str
    line: int
    where: str
    message: str

    def __str__(self) -> str:
        where = f"{self.where}: " if self.where else ""
        return f"{self.path}:{self.line}: {where}{self.message}"


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A closing «; did you mean …?» with the nearest known word, or nothing."""
    from difflib import get_close_matches  # slow to import, and most runs find nothing wrong

    near = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"; did you mean {near[0]}?" if near else ""
