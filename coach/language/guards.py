"""Why a note that holds the right words is still no evidence: copied, a bare list, or negated.

A headline is no offence: none of these looks at length, grammar or tone.
"""

import re
from collections.abc import Sequence

from coach.language.patterns import Pattern
from coach.language.ranking import Entry, Line

COPIED, LIST, NEGATED, ECHO = "copied", "list", "negated", "echo"
"""The guards, by name."""
REASONS = {
    COPIED: "copied from the question",
    LIST: "a list of terms, no claim",
    NEGATED: "negated",
    ECHO: "the interviewer's own words",
}
"""What each guard says when it fires."""

_LEAST_COPIED, _SHARE_COPIED = 4, 0.8
_LEAST_TERMS, _LONGEST_TERM, _SHARE_OF_TERMS, _LONGEST_RUN = 5, 4, 0.8, 9
_CLAIM_SIGN = re.compile(
    r"->|=>|→|⇒|[?=<>~]|(?<![^\W_])\d|\b(?:because|bc|since|otherwise|unless|instead|vs|versus|if|when|but)\b"
)
_ASIDE = re.compile(r"\([^)]*\)")
_SEPARATOR = re.compile(r"[,;|·•\n]|\s[+&/]\s|\s(?:and|or)\s")
_OPENING = re.compile(
    r"^\s*(?:[\w -]{1,30}:|(?:(?:we|i|it|there|the (?:system|design|architecture))\s+)?"
    r"(?:(?:will|would|should|can|could|must|'d|'ll)\s+)?"
    r"(?:use|using|have|include|add|need|want|consider|mention|support|be|with|like to use)\b)"
)
_RELATIONS = """
because bc since so as to for from in into inside on onto at by before after over under via per than then vs versus
instead rather with unless until if when while where which that not no never without only each every all is are was
the an this that these our we they it its go goes
"""
_CLAIM_WORDS = frozenset(_RELATIONS.split())
_CLAUSE = re.compile(
    r"[;:.!?()\[\]]+(?=\s|$)|,|->|=>|→|⇒|\s[-–—]+\s|\b(?:but|because|bc|since|so|otherwise|therefore|though|although|yet)\b"
)
_NEGATOR = re.compile(
    r"""(?:\b|^)(?:
        (?:will|would|should|did|shall)\ not | (?:won|wouldn|shouldn|didn)'?t
      | (?:^\W*|\b(?:we|i)\ )(?:do\ not|don'?t)\ (?!know\b)
      | (?:do\ not|don'?t)\ (?:use|need|want|have|add|plan|build|bother|think|require)
      | not\ (?:use|using|need|needed|needing|doing|going\ to|adding|building|planning|in\ v1|worth|required|necessary)
      | no\ need | without | w/o | (?:^\W*|\b(?:we|i|to|will|would)\ )skip | leav(?:e|es|ing)\ out
      | no(?!\ (?:more|later|longer|less|fewer|earlier|matter|one|answer|result)\b)
    )(?:(?<=\ )|(?=\W|$))""",
    re.VERBOSE,
)
_NEGATIONS = (
    "no not never without nor none cannot can't don't dont won't wouldn't shouldn't doesn't didn't isn't aren't"
)
_ANY_NEGATION = frozenset(_NEGATIONS.split())


def copied(line: Line, sources: Sequence[Line]) -> bool:
    """Whether a line of at least four telling words repeats one of the sources."""
    own = set(line.content)
    if len(own) < _LEAST_COPIED:
        return False
    return any(len(own & source.content.keys()) >= _SHARE_COPIED * len(own) for source in sources)


def is_list(text: str) -> bool:
    """Whether a line names five terms or more and says nothing about them: no relation, no number, no question."""
    low = _ASIDE.sub("", text.lower())
    if _CLAIM_SIGN.search(low):
        return False
    terms = [term for piece in _SEPARATOR.split(_OPENING.sub("", low)) if (term := Line(piece).words)]
    bare = [term for term in terms if not _CLAIM_WORDS.intersection(term)]
    if len(bare) == len(terms) == 1:  # not even commas: nouns in a row
        return len(bare[0]) > _LONGEST_RUN
    bare = [term for term in bare if len(term) <= _LONGEST_TERM]
    return len(bare) >= _LEAST_TERMS and len(bare) >= _SHARE_OF_TERMS * len(terms)


def affirmed(text: str) -> str | None:
    """A line without what it rules out; None when it rules nothing out.

    "no nightly rebuild, webhook" leaves "webhook". What must not happen is a claim and stays: "never show old prices".
    """
    low = text.lower().replace("\u2019", "'")
    kept, struck = [], False
    for clause in _clauses(low):
        found = _NEGATOR.search(clause)
        struck = struck or found is not None
        kept.append(clause[: found.start()] if found else clause)
    return " , ".join(kept) if struck else None


def _clauses(low: str) -> list[str]:
    """The clauses of a line; the items of a list that ends in "and" or "or" stay with what came before."""
    clauses, start = [], 0
    for boundary in _CLAUSE.finditer(low):
        if boundary[0] == "," and re.match(
            r"(?:\s*[\w-]+(?: [\w-]+)?,)*\s*[\w-]+(?: [\w-]+)? (?:and|or) ", low[boundary.end() :]
        ):
            continue
        clauses.append(low[start : boundary.start()])
        start = boundary.end()
    return [*clauses, low[start:]]


class Negation:
    """What an entry itself rules out, so that a line which rules it out too is no worse for it."""

    def __init__(self, entry: Entry) -> None:
        self._ruled_out: set[str] = set()
        for text in entry.texts:
            rest = affirmed(text)
            if rest is not None:
                self._ruled_out |= set(Line(text).content) - set(Line(rest).content)
        self._negative = [pattern for pattern in entry.match if has_negation(pattern)]

    def expected(self, line: Line, rest: Line) -> bool:
        """Whether a line that says only `rest` in the affirmative rules out what the entry rules out."""
        if self._ruled_out & (set(line.content) - set(rest.content) - _ANY_NEGATION):
            return True
        return any(
            pattern.found(line.words, line.stems)
            and any(
                not _ANY_NEGATION.isdisjoint(term.stems) and term.found(line.words, line.stems)
                for group in pattern.groups
                for term in group
            )
            for pattern in self._negative
        )


def has_negation(pattern: Pattern) -> bool:
    """Whether a pattern looks for something ruled out."""
    return any(not _ANY_NEGATION.isdisjoint(term.stems) for group in pattern.groups for term in group)
