"""Notes from outside a round: lines of text, in phases where headings say so."""

import re
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from coach.language.evidence import Written

_HEADING = re.compile(r"\s{0,3}(#{1,6})\s+(.*?)[\s#]*$")
_BULLET = re.compile(r"\s*(?:(?:[-*•+›>]|\d{1,3}[.)])\s+)*(?:\[[ xX]\]\s+)?")
_TIME = re.compile(r"(?:\*\*)?[\[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?(?:\*\*)?(?:\s*[-–—›>|:])?\s+")
_LONGEST_HEADING = 200
_WORD = re.compile(r"[^\W_]+")
_ROW = re.compile(r"\w[\w ]*:(\s|$)|\s|#|$")
_MOST_ROWS = 50
_QUOTE = re.compile(r"\s{0,3}>\s")
_OTHERS = re.compile(r"\**(interviewer|hint|ticked)\**(:|\s{2,})", re.IGNORECASE)
"""What somebody else said, or what no sentence of one's own was needed for."""
_ASIDE = re.compile(r"_[^_]*_$|[\d:]+ of [\d:]+$")
"""Lines of coach's transcripts that nobody wrote: the minutes of a step, that there are no notes."""
_AFTERWARDS = ("grade", "work on", "said again", "next time")
"""Headings of coach's transcripts below which it is coach that speaks."""
HANDED_OVER = "From the round of"
"""The beginning of the heading there below which notes of an earlier round stand."""
GIVEN = "A design you are handed, not yours"
"""The heading above a design that nobody drew: what a mid-level candidate leaves."""


class _Heading(NamedTuple):
    depth: int
    phases: tuple[str, ...]


def read_notes(text: str, titles: Mapping[str, Collection[str]]) -> dict[int, Written]:
    """The lines of a text that say something, by their numbers from 1, without bullets and times at their start.

    `titles` are names of phases and steps with their phases, compared without case and punctuation. A heading that is
    none of them ends the phase, unless it stands below the phase's own heading. Front matter, quotes, what the
    interviewer said and what a transcript of coach's own says after the notes are left out.
    """
    known = {_plain(title): tuple(phases) for title, phases in titles.items()}
    rows = text.splitlines()
    front = _front(rows)
    own = any(row.startswith("session:") for row in rows[:front])
    closing = (*_AFTERWARDS, "diagram") if own else _AFTERWARDS
    found: dict[int, Written] = {}
    heading, closed, others = _Heading(0, ()), 0, -1
    for number, row in enumerate(rows[front:], start=front + 1):
        if len(row) <= _LONGEST_HEADING and (match := _HEADING.match(row)):
            depth, title, others = len(match[1]), _plain(match[2]), -1
            if not closed or depth <= closed:
                phases = known.get(title)
                earlier = own and title.startswith(HANDED_OVER.lower())
                given = own and title == _plain(GIVEN)
                closed = depth if phases is None and (earlier or given or title in closing) else 0
                if phases is not None or depth <= heading.depth:
                    heading = _Heading(depth, phases or ())
            continue
        bullet = _BULLET.match(row)
        bare = row[bullet.end() :] if bullet else row
        time = _TIME.match(bare)
        begins = bool(time or (bullet and bullet[0].strip()))
        bare = bare[time.end() :] if time else bare
        indent = len(row) - len(row.lstrip())
        if _OTHERS.match(bare):
            others = indent
        elif begins or indent <= others:
            others = -1  # no longer the rest of what somebody else said
        if closed or others >= 0 or _QUOTE.match(row) or _ASIDE.match(row.strip()):
            continue
        if _WORD.search(bare):
            found[number] = Written(bare.strip(), heading.phases)
    return found


def _front(rows: Sequence[str]) -> int:
    """How many lines of front matter a text begins with."""
    if not rows or rows[0].strip() != "---":
        return 0
    end = next((at for at, row in enumerate(rows[1:_MOST_ROWS], start=1) if row.strip() == "---"), 0)
    return end + 1 if end and all(_ROW.match(row) for row in rows[1:end]) else 0


def _plain(title: str) -> str:
    """A title in lower case with single spaces, without a number before it or anything in brackets or after a dot."""
    bare = re.sub(r"\(.*?\)|[·|:].*$", "", title.lower())
    return " ".join(re.sub(r"^\s*\d+[.)]?\s+", "", bare).replace("-", " ").replace("_", " ").split()).strip("* ")
