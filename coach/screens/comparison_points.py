"""The points of two graded rounds in groups, each with what the person wrote on it then and now."""

from collections.abc import Sequence
from itertools import groupby

from coach.interview.clock import clock
from coach.interview.comparison import (
    CHANGED,
    GAINED,
    HIGHER,
    LEFT_OUT,
    LOST,
    MADE_TWICE,
    MISSED_TWICE,
    NOT_PLAYED,
    NOW_ONLY,
    THEN_ONLY,
    Pair,
    Side,
)
from coach.interview.grading import CONFIRMED, COVERED, MISSED, NOT_MINE, SAID
from coach.language.printable import one_line
from coach.screens.quiz_words import counted
from coach.screens.ui import Block, Gap, Rule, Sides, Text

THEN, NOW = "then", "now"
_TITLES = {
    LOST: "Made then, missed now",
    GAINED: "Made now, not then",
    MISSED_TWICE: "Missed both times",
    MADE_TWICE: "Made both times",
    LEFT_OUT: "Left out of one of the two designs",
    THEN_ONLY: "Graded then only",
    NOW_ONLY: "Graded now only",
}
_ABSENT = {
    NOT_PLAYED: "the other round did not play that step",
    HIGHER: "above the level of the other round",
    CHANGED: "the other round had another version of the question",
}
_ORDER = (LOST, GAINED, MISSED_TWICE, MADE_TWICE, LEFT_OUT, NOW_ONLY, THEN_ONLY)
_TO_SAY = (LOST, MISSED_TWICE)
_NONE_NEAR = "no note comes near"
_SIGNS = {NOT_MINE: "–", **dict.fromkeys(CONFIRMED, "✓")}


def point_groups(found: Sequence[Pair]) -> list[Block]:
    """All groups that have a point, the most useful first."""
    return [block for group in _ORDER for block in _group(group, [pair for pair in found if pair.group == group])]


def line_to_say(say: str) -> list[Block]:
    """The line to say for a point, where it has one."""
    return [Text(f"Say: “{one_line(say)}”", "good", 3, 2)] if say else []


def _group(group: str, found: Sequence[Pair]) -> list[Block]:
    if not found:
        return []
    if group in (THEN_ONLY, NOW_ONLY):
        by_reason = sorted(found, key=lambda pair: pair.absent)
        parts = [(reason, list(of)) for reason, of in groupby(by_reason, key=lambda pair: pair.absent)]
        return [block for reason, of in parts for block in _in_one(f"{_TITLES[group]}, {_ABSENT[reason]}", of)]
    page: list[Block] = [Gap(), Rule(_TITLES[group], counted(len(found), "point"))]
    for pair in found:
        page.append(Text(f"{one_line(pair.point)} ({_where(pair)})", "strong", hang=1))
        then, now = _words(pair.then, pair), _words(pair.now, pair)
        if then == now == _NONE_NEAR:
            page.append(Text(f"{_NONE_NEAR}, {THEN} or {NOW}", indent=3))
        else:
            page.append(Sides((THEN, then), (NOW, now)))
        if group in _TO_SAY:
            page += line_to_say(pair.say)
    return page


def _where(pair: Pair) -> str:
    extra = any(side and side.extra for side in (pair.then, pair.now))
    return ", ".join(filter(None, (pair.step.lower(), f"{pair.level}, above the level" if extra else "")))


def _in_one(title: str, found: Sequence[Pair]) -> list[Block]:
    page: list[Block] = [Gap(), Rule(title, counted(len(found), "point"))]
    for pair in found:
        side = pair.then or pair.now
        sign = _SIGNS.get(side.mark, "·") if side else "·"
        what = _words(side, pair) if side and side.mark != MISSED else "missed"
        page.append(Text(f"{sign} {one_line(pair.point)}: {what}", hang=2))
    return page


def _words(side: Side | None, pair: Pair) -> str:
    """What the person wrote on a point in a round, with the time of each note."""
    if side is None:
        return "not claimed"
    before = "".join((*(["late, "] if side.late else []), *(["after its hint, "] if side.helped else [])))
    notes = "; ".join(f"{clock(note.at_s)} “{one_line(note.text)}”" for note in side.notes)
    match side.mark:
        case mark if mark == COVERED:
            return f"{before}{notes}" if notes else f"{before}its note is lost"
        case mark if mark == SAID:
            return f"{before}said, not written: “{one_line(side.line)}”"
        case mark if mark == NOT_MINE:
            return f"not in this design: {one_line(side.reason)}"
    missed = "missed, " if pair.group == LEFT_OUT else ""
    if side.near is None:
        return f"{missed}{before}{_NONE_NEAR}"
    return f"{missed}{before}nearest: {clock(side.near.at_s)} “{one_line(side.near.text)}”"
