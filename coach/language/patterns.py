"""Patterns that recognise what a note says.

A pattern is written as text: `&` joins groups that must all be found in one note, `|` separates the terms of a
group, any of which will do. A term is one word or a phrase, compared by stem; a final `*` makes a word a prefix;
`$name` stands for a list of terms of the glossary.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from coach.language.spelling import whole
from coach.language.words import stem, words

_NAME = re.compile(r"\$([a-z][a-z0-9_-]*)")


class PatternError(ValueError):
    """A pattern that cannot be read; the message says which part and why."""


@dataclass(frozen=True, slots=True)
class Term:
    """One phrase: its words in order, each a stem or, where `prefix` is true, a beginning."""

    stems: tuple[str, ...]
    prefix: tuple[bool, ...]

    def found(self, plain: Sequence[str], stems: Sequence[str]) -> bool:
        """Whether the phrase stands somewhere in a note, given as words and as their stems."""
        return any(self.stands_at(at, plain, stems) for at in range(len(plain) - len(self.stems) + 1))

    def stands_at(self, at: int, plain: Sequence[str], stems: Sequence[str]) -> bool:
        """Whether the phrase begins with the word at this index."""
        if at + len(self.stems) > len(plain):
            return False
        return all(
            plain[at + i].startswith(wanted) if self.prefix[i] else stems[at + i] == wanted
            for i, wanted in enumerate(self.stems)
        )


@dataclass(frozen=True, slots=True)
class Pattern:
    """Groups of terms: every group must be found, by any of its terms."""

    groups: tuple[tuple[Term, ...], ...]

    def matches(self, text: str) -> bool:
        """Whether one note says it."""
        return any_match([self], text)

    def found(self, plain: Sequence[str], stems: Sequence[str]) -> bool:
        """Whether a note says it, given as words and as their stems."""
        return all(any(term.found(plain, stems) for term in group) for group in self.groups)


def parse(source: str, glossary: Mapping[str, Sequence[str]]) -> Pattern:
    """The pattern a text stands for. Raises PatternError for an empty group, a stray `*` or an unknown `$name`."""
    groups = []
    for group in source.split("&"):
        terms: list[Term] = []
        for piece in group.split("|"):
            terms.extend(_terms(piece.strip(), source, glossary))
        groups.append(tuple(terms))
    return Pattern(tuple(groups))


def check_term(term: str) -> None:
    """Raises PatternError for an entry of a word list that no pattern could use."""
    _term(term, term)


def _terms(piece: str, source: str, glossary: Mapping[str, Sequence[str]]) -> list[Term]:
    if name := _NAME.fullmatch(piece):
        if name[1] not in glossary:
            raise PatternError(f"${name[1]} is not in the glossary")
        return [_term(entry, source) for entry in glossary[name[1]]]
    if found := re.search(r"\$[A-Za-z]\w*", piece):
        raise PatternError(f"{found[0]} stands for a whole term, alone between | and &")
    return [_term(piece, source)]


def _term(piece: str, source: str) -> Term:
    if not piece.strip():
        raise PatternError(f"an empty term in {source!r}")
    stems, prefix = [], []
    for chunk in piece.split():
        bare = chunk.removesuffix("*")
        if "*" in bare or not bare:
            raise PatternError(f"* belongs at the end of a word, not as in {chunk!r}")
        parts = words(bare)
        if not parts:
            raise PatternError(f"no word in {chunk!r}")
        for i, part in enumerate(parts):
            is_prefix = chunk.endswith("*") and i == len(parts) - 1
            stems.append(part if is_prefix else stem(whole(part)))
            prefix.append(is_prefix)
    return Term(tuple(stems), tuple(prefix))


def any_match(patterns: Sequence[Pattern], text: str) -> bool:
    """Whether at least one of the patterns is found in a note."""
    plain = [whole(word) for word in words(text)]
    stems = [stem(word) for word in plain]
    return any(pattern.found(plain, stems) for pattern in patterns)
