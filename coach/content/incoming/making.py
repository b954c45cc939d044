"""Rows of any file made into cards, each checked as the loader would."""

import hashlib
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from coach.content.card import Card, card_problems
from coach.content.incoming.anki import is_anki, read_anki
from coach.content.incoming.cloze import from_anki, hides
from coach.content.incoming.markdown import read_markdown
from coach.content.incoming.rows import Row, Sheet
from coach.content.incoming.table import read_table
from coach.content.problem import Problem

LONGEST = 10_000
"""Characters of a card; what has more was meant to be many cards."""
_BREAKS = re.compile(r"[\x85\u2028\u2029]")
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_NAMELIKE = re.compile(r"[A-Za-z0-9]+(?:[ _./:-]+[A-Za-z0-9]+)*")
_PASSED_OVER = re.compile(r"[\s.,;:!?…“”„'\"(){}\[\]]+")


@dataclass(frozen=True, slots=True)
class Draft:
    """A card from a file, the line it begins on, and what the file said of it, by field of the card."""

    line: int
    card: Card
    given: Mapping[str, Any]


@dataclass(slots=True)
class Incoming:
    """The cards of a file, what was left out of it, and what else to tell."""

    drafts: list[Draft] = field(default_factory=list)
    left_out: list[Problem] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


def incoming(text: str, name: str) -> Incoming:
    """The cards in a file's text: Anki's by its headers, Markdown or a table by the name or by what it looks like."""
    sheet = _sheet(text, name.lower())
    made = Incoming(remarks=list(sheet.remarks))
    made.left_out = [Problem(name, line, "", message) for line, message in sheet.left_out]
    known: dict[str, Draft] = {}
    for row in sheet.rows:
        card, given = _card(row)
        if message := _wrong(card, known.get(card.id)):
            made.left_out.append(Problem(name, row.line, "", message))
        else:
            known[card.id] = Draft(row.line, card, given)
    made.drafts = list(known.values())
    made.left_out.sort()
    return made


def slug(text: str) -> str:
    """A text as an id, as far as it is written in Latin letters and digits; may be empty."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return _NOT_SLUG.sub("-", plain.lower()).strip("-")


def _sheet(text: str, name: str) -> Sheet:
    if is_anki(text):
        return read_anki(text)
    if name.endswith((".md", ".markdown")):
        return read_markdown(text)
    lines = [line for line in text.split("\n") if line.strip()]
    if name.endswith((".csv", ".tsv", ".tab")) or sum("\t" in line for line in lines) > len(lines) // 2:
        return read_table(text)
    found = read_markdown(text)
    return found if found.rows else read_table(text)


def _card(row: Row) -> tuple[Card, dict[str, Any]]:
    texts = {name: _clean(row.fields[name]) for name in ("front", "back", "why") if name in row.fields}
    front, back = texts.get("front", ""), texts.get("back", "")
    front = from_anki(front)
    cloze = hides(front) and (not back or front != texts["front"])
    given: dict[str, Any] = {"kind": "cloze" if cloze else "recall", "front": front, "back": back}
    if "why" in texts:
        given["why"] = texts["why"]
    if "tags" in row.fields:
        tags = (slug(tag) for tag in re.split(r"[\s,;]+", row.fields["tags"]))
        given["tags"] = tuple(dict.fromkeys(tag for tag in tags if tag))
    return Card(id=_id(row.fields.get("id", "").strip(), front), **given), given


def _clean(text: str) -> str:
    lines = _BREAKS.sub("\n", text).expandtabs(4).split("\n")
    return "\n".join(line.rstrip() for line in lines).strip()


def _id(given: str, front: str) -> str:
    """The id of a card: the given one as far as it can be written as ours, else one from the words of its front."""
    if given:
        plain = slug(given)
        return plain if _NAMELIKE.fullmatch(given) and len(plain) <= 80 else f"id-{_hash(given)}"
    words = _PASSED_OVER.sub(" ", unicodedata.normalize("NFKC", front).casefold()).split()
    begins = slug(" ".join(words[:4]))[:32].strip("-")
    return "-".join(part for part in (begins, _hash(" ".join(words) or front)) if part)


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:10]


def _wrong(card: Card, before: Draft | None) -> str:
    """Why a card cannot be used; empty when it can."""
    if not card.front:
        return "has no front"
    if (size := len(card.front) + len(card.back) + len(card.why)) > LONGEST:
        return f"has {size:,} characters; a card has {LONGEST:,} at most"
    for name, message in card_problems(card):
        return f"has no {name}" if message.startswith("is missing") else f"its {name} {message}"
    if before is None:
        return ""
    same = (before.card.front, before.card.back) == (card.front, card.back)
    return f"is the card of line {before.line} again" if same else f"has the question or the id of line {before.line}"
