"""Flashcards in Markdown: `Q:` and `A:` blocks, headings with text below, `question :: answer` lines."""

import re
from dataclasses import dataclass
from itertools import pairwise
from textwrap import dedent

from markdown_it import MarkdownIt

from coach.content.incoming.rows import Row, Sheet

_MARKER = r"^\s*(?:[-*+]\s+|\d+[.)]\s+)?(\*\*|__)?{}(?:\s?\d+)?(?:\1:|:(?:\1)?)(?=\s|$)\s*(.*)$"
_Q = re.compile(_MARKER.format("(?:Q|Question)"))
_A = re.compile(_MARKER.format("(?:A|Answer)"))
_PAIR = re.compile(r"^\s*(?:[-*+]\s+|\d+[.)]\s+)?(\S(?:.*?\S)?)\s+::\s+(\S.*)$")
_RULE = re.compile(r"^ {0,3}([-*_])(?:\s*\1){2,}\s*$")


@dataclass(frozen=True, slots=True)
class _Heading:
    """A heading: its lines (from 0, the end not included), its level and its text."""

    start: int
    end: int
    level: int
    text: str


def read_markdown(text: str) -> Sheet:
    """The questions and answers of a Markdown text, in its order. What stands in code is never taken for a mark."""
    return _Reader(text).sheet()


class _Reader:
    """Finds cards in the lines of a text and notes which lines they used."""

    def __init__(self, text: str) -> None:
        self._lines = _without_front_matter(text.split("\n"))
        self._code: set[int] = set()
        self._headings: list[_Heading] = []
        tokens = MarkdownIt("commonmark").disable("inline").parse("\n".join(self._lines))
        for token, following in pairwise(tokens):
            if token.map and token.type == "heading_open" and token.level == 0 and token.markup.startswith("#"):
                start, end = token.map
                self._headings.append(_Heading(start, end, int(token.tag[1]), following.content.strip()))
        for token in tokens:
            if token.map and token.type in ("fence", "code_block"):
                self._code.update(range(*token.map))
        self._used: set[int] = set()
        self._sheet = Sheet()
        self._top = 1  # the level from which on a heading may be a question: not the one that is the title of all

    def sheet(self) -> Sheet:
        bounds = [(0, 0), *((h.start, h.end) for h in self._headings), (len(self._lines), 0)]
        for (_, start), (end, _) in pairwise(bounds):
            self._pairs(start, end)
            self._questions(start, end)
        if any(heading.level > 1 for heading in self._headings) or self._sheet.rows:
            self._top = 2
        self._sections(0, len(self._headings))
        for at in range(len(self._lines)):
            if at not in self._used and at not in self._code and _PAIR.match(self._lines[at]):
                self._sheet.left_out.append((at + 1, "a line with :: among others; put empty lines around it"))
        self._sheet.rows.sort(key=lambda row: row.line)
        return self._sheet

    def _add(self, line: int, front: str, back: str) -> None:
        self._sheet.rows.append(Row(line + 1, {"front": front, "back": back}))

    # question :: answer

    def _pairs(self, start: int, end: int) -> None:
        """Takes the paragraphs and lists that are nothing but such lines, with what is indented below one."""
        at = start
        while at < end:
            stop = at
            while stop < end and self._lines[stop].strip() and stop not in self._code:
                stop += 1
            self._chunk(at, stop)
            at = stop + 1

    def _chunk(self, start: int, end: int) -> None:
        found: list[tuple[int, str, str]] = []
        for at in range(start, end):
            line = self._lines[at]
            match = _PAIR.match(line)
            if match and match[1].count("`") % 2 == 0 and not _Q.match(line) and not _A.match(line):
                found.append((at, match[1], match[2]))
            elif found and line[0] in " \t":
                found[-1] = (found[-1][0], found[-1][1], f"{found[-1][2]}\n{line.strip()}")
            else:
                return
        for at, front, back in found:
            self._add(at, front, back)
        self._used.update(range(start, end))

    # Q: and A:

    def _questions(self, start: int, end: int) -> None:
        asked: list[str] = []
        answer: list[str] | None = None
        begun = -1
        for at in range(start, end):
            line = self._lines[at]
            marks = at not in self._code and at not in self._used
            if marks and (match := _Q.match(line)):
                self._close(begun, asked, answer)
                begun, asked, answer = at, [_unbold(match)], None
            elif begun >= 0 and (at in self._used or (marks and _RULE.match(line))):
                self._close(begun, asked, answer)
                begun = -1
            elif begun >= 0 and marks and answer is None and (match := _A.match(line)):
                answer = [_unbold(match)]
            elif begun >= 0:
                (asked if answer is None else answer).append(line)
            if begun >= 0:
                self._used.add(at)
        self._close(begun, asked, answer)

    def _close(self, begun: int, asked: list[str], answer: list[str] | None) -> None:
        if begun < 0:
            return
        if answer is None:
            self._sheet.left_out.append((begun + 1, "a question without a line that begins with A:"))
        else:
            self._add(begun, _joined(asked), _joined(answer))

    # headings

    def _sections(self, first: int, last: int) -> None:
        """Takes the headings of a range: one with text below is a question, one with only headings below holds some."""
        at = first
        while at < last:
            heading = self._headings[at]
            after = next((n for n in range(at + 1, last) if self._headings[n].level <= heading.level), last)
            next_heading = self._headings[at + 1].start if at + 1 < len(self._headings) else len(self._lines)
            direct = self._text(heading.end, next_heading)
            if heading.level < self._top or (not direct and after > at + 1):
                self._sections(at + 1, after)
            elif direct:
                end = self._headings[after].start if after < len(self._headings) else len(self._lines)
                self._add(heading.start, heading.text, self._text(heading.end, end))
                self._used.update(range(heading.end, end))
            elif not self._used & set(range(heading.end, next_heading)):
                self._sheet.left_out.append((heading.start + 1, "a heading without a text below"))
            at = after

    def _text(self, start: int, end: int) -> str:
        """The lines of a range that no other card used, without rules around them."""
        lines = [self._lines[at] for at in range(start, end) if at not in self._used]
        while lines and (not lines[-1].strip() or _RULE.match(lines[-1])):
            lines.pop()
        while lines and (not lines[0].strip() or _RULE.match(lines[0])):
            lines.pop(0)
        return "\n".join(lines)


def _without_front_matter(lines: list[str]) -> list[str]:
    """The lines with those of a header between two `---` emptied, so that the others keep their numbers."""
    if lines[0].rstrip() != "---":
        return lines
    end = next((n for n, line in enumerate(lines[1:200], start=1) if line.rstrip() == "---"), 0)
    return [""] * (end + 1) + lines[end + 1 :] if end else lines


def _unbold(match: re.Match[str]) -> str:
    """What stands behind a mark; `**Q: all of it bold**` without its end."""
    text = match[2]
    bold = match[1] or ""
    closed = f"{bold}:" in match[0] or f":{bold}" in match[0]
    return text.rstrip().removesuffix(bold) if bold and not closed else text


def _joined(lines: list[str]) -> str:
    """A first line and what stands below, which may be indented as a whole."""
    return "\n".join([lines[0], dedent("\n".join(lines[1:]))]).strip()
