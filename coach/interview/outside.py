"""Notes from outside a round: lines of text, in phases where headings say so."""

import re
from collections.abc import Collection, Mapping
from typing import NamedTuple

from coach.language.evidence import Written

_HEADING = re.compile(r"\s{0,3}(#{1,6})\s+(.*?)[\s#]*$")
_BULLET = re.compile(r"\s*(?:(?:[-*•+›>]|\d{1,3}[.)])\s+)*(?:\[[ xX]\]\s+)?")
_TIME = re.compile(r"(?:\*\*)?[\[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?(?:\*\*)?(?:\s*[-–—›>|:])?\s+")
_LONGEST_HEADING = 200
_WORD = re.compile(r"[^\W_]+")


class _Heading(NamedTuple):
    depth: int
    phases: tuple[str, ...]


def read_notes(text: str, titles: Mapping[str, Collection[str]]) -> dict[int, Written]:
    """The lines of a text that say something, by their numbers from 1, without bullets and times at their start.

    `titles` are names of phases and steps with their phases, compared without case and punctuation. A heading that is
    none of them ends the phase, unless it stands below the phase's own heading.
    """
    known = {_plain(title): tuple(phases) for title, phases in titles.items()}
    found: dict[int, Written] = {}
    heading = _Heading(0, ())
    for number, row in enumerate(text.splitlines(), start=1):
        if len(row) <= _LONGEST_HEADING and (match := _HEADING.match(row)):
            depth, phases = len(match[1]), known.get(_plain(match[2]))
            if phases is not None or depth <= heading.depth:
                heading = _Heading(depth, phases or ())
            continue
        bare = row[_BULLET.match(row).end() :]  # type: ignore[union-attr]  # it matches nothing at least
        if time := _TIME.match(bare):
            bare = bare[time.end() :]
        if _WORD.search(bare):
            found[number] = Written(bare.strip(), heading.phases)
    return found


def _plain(title: str) -> str:
    """A title in lower case with single spaces, without a number before it or anything in brackets or after a dot."""
    bare = re.sub(r"\(.*?\)|[·|:].*$", "", title.lower())
    return " ".join(re.sub(r"^\s*\d+[.)]?\s+", "", bare).replace("-", " ").replace("_", " ").split()).strip("* ")
