"""Transcripts of recordings: SubRip and WebVTT, read into sentences with their times."""

import re
from dataclasses import dataclass

_TIME = r"(?:(\d{1,3}):)?([0-5]?\d):([0-5]\d)[.,](\d{1,3})"
_TIMING = re.compile(rf"\s*{_TIME}\s*-->\s*{_TIME}(?:\s.*)?")
_BLOCK = re.compile(r"(?:NOTE|STYLE|REGION)\b")
_TAG = re.compile(r"<[^>]*>|\{\\[^}]*\}")
_ENDS = (".", "!", "?", "…")
_PAUSE = 1.5
"""Seconds of silence that end a sentence without its full stop."""
_LONGEST = 220
"""Characters after which a sentence is cut between two cues: a note is a line or two."""


class CuesError(ValueError):
    """A transcript that cannot be read: the line, and what is wrong there."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


@dataclass(frozen=True, slots=True)
class Sentence:
    """What was said from `began_s` to `ended_s`, seconds from the start of the recording."""

    began_s: float
    ended_s: float
    text: str


def read_cues(text: str) -> list[Sentence]:
    """The cues of a SubRip or WebVTT file in the order of their times. Raises CuesError."""
    found: list[Sentence] = []
    block: list[tuple[int, str]] = []
    last = ""
    for number, line in enumerate([*text.removeprefix("\ufeff").splitlines(), ""], start=1):
        if line.strip():
            block.append((number, line.strip()))
            continue
        at = next((i for i, (_, row) in enumerate(block) if "-->" in row), None)
        if at is not None and not _BLOCK.match(block[0][1]):
            began, ended = _times(*block[at])
            rows = [row for _, row in block[at + 1 :]]
            spoken = [clean for row in rows if (clean := " ".join(_TAG.sub("", row).split()))]
            if spoken and spoken[0] == last:
                spoken = spoken[1:]  # captions that roll up show their last line once more
            if spoken:
                last = spoken[-1]
                found.append(Sentence(began, ended, " ".join(spoken)))
        block = []
    if not found:
        raise CuesError(1, "no line such as 00:00:01,000 --> 00:00:03,000 with text below it")
    return sorted(found, key=lambda cue: cue.began_s)


def sentences(cues: list[Sentence]) -> list[Sentence]:
    """Cues joined to sentences of reasonable length: up to a full stop, a pause, or two lines."""
    found: list[Sentence] = []
    for cue in cues:
        last = found[-1] if found else None
        if (
            last is None
            or last.text.endswith(_ENDS)
            or cue.began_s - last.ended_s > _PAUSE
            or len(last.text) + len(cue.text) > _LONGEST
        ):
            found.append(cue)
        else:
            found[-1] = Sentence(last.began_s, max(last.ended_s, cue.ended_s), f"{last.text} {cue.text}")
    return found


def _times(number: int, line: str) -> tuple[float, float]:
    match = _TIMING.fullmatch(line)
    if match is None:
        raise CuesError(number, f"cannot read the times of {line!r}")
    began, ended = (_seconds(*match.groups()[at : at + 4]) for at in (0, 4))
    if ended < began:
        raise CuesError(number, f"it ends before it begins: {line!r}")
    return began, ended


def _seconds(hours: str | None, minutes: str, seconds: str, fraction: str) -> float:
    return int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds) + int(fraction) / 10.0 ** len(fraction)
