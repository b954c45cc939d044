"""What a note does besides stating: it assumes, it draws the scope, it weighs one thing against another."""

import re

_CLAUSE = re.compile(r"(?<=[.;!])\s+|\n+|;\s*")
_ASSUMES = re.compile(
    r"^(?:(?:ok|so|and|then|i'?ll|i'?d|we'?ll|let'?s|let me|lets|for now|we|i|can)[, ]+)*"
    r"(?:assum(?:e|ed|ing|ptions?)\b(?:\s+that)?|suppose\b(?:\s+that)?|supposing\b|presume\b|"
    r"(?:let'?s|lets)\s+say\b|say(?=,?\s+[$€~]?\d))[:, ]*",
    re.IGNORECASE,
)
_INSIDE = re.compile(
    r"\b(?:i'?ll assume|we assume|i assume|assuming|let'?s assume|lets assume)\b(?:\s+that)?[:, ]*", re.I
)
_GIVEN = re.compile(
    r"^(?:i'?d|i'?ll|we|let'?s|i)?\s*(?:would\s+)?take\s+(?P<what>.+?)\s+(?:as given|for granted)\b", re.I
)
_SCOPE = re.compile(
    r"^(?:(?:in|our|my|v1|first|mvp)\s+)?scope\b\s*(?:v1\b)?\s*(?:is\b|to\b|=)?[:, ]*|^in\s*:\s*|^v1\s*(?::|=|is\b)\s*",
    re.IGNORECASE,
)
_OUT = re.compile(
    r"^(?:out[- ]of[- ]scope|not in scope|scope out|non[- ]?goals?)\b\s*(?:\bis\b|\bare\b|=)?\s*:?\s*|^out\s*:\s*|"
    r"^(?:leave|leaving) out\b[: ]*|^not (?:doing|building|covering)\b[: ]*",
    re.IGNORECASE,
)
_LATER = re.compile(r"^(?:cut|skip|skipping|ignore|ignoring|leave|leaving|drop)\b\s*", re.IGNORECASE)
_OUT_AFTER = re.compile(r"[:,]?\s*(?:\bis\b|\bare\b)?\s*\bout[- ]of[- ]scope\b\.?$", re.IGNORECASE)
_AT_FIRST = re.compile(r"\b(?:in|for|at) (?:v1|the first version|first|now|launch|the start)\b", re.IGNORECASE)
_BUT_NO = re.compile(r"^(?:no|not|without)\b", re.IGNORECASE)
_WEIGHS = re.compile(
    r"\bvs\b|\bversus\b|\binstead of\b|\brather than\b|\bbecause\b|\bbc\b|\bb/c\b|"
    r"\btrade[- ]?offs?\b|\btrad(?:e|es|ing)\b|"
    r"\bcosts?\s+(?:us\s+)?(?:a|an|the|more|extra|some|recall|latency|precision|freshness)\b|"
    r"\bat the (?:cost|price|expense) of\b|\bgiv(?:e|es|ing) up\b|\bin exchange\b|\bwould drop\b|\bsacrific",
    re.IGNORECASE,
)


def clauses(text: str) -> list[str]:
    """The sentences of a note, without their full stops."""
    return [piece for part in _CLAUSE.split(text) if (piece := part.strip().rstrip(".;,?").strip())]


def assumptions(text: str) -> list[str]:
    """What a note assumes. After "assume …" the sentences that follow are assumed too, up to one about the scope."""
    found: list[str] = []
    open_ = False
    for clause in clauses(text):
        if _draws_scope(clause):
            open_ = False
        elif given := _GIVEN.match(clause):
            found.append(given["what"].strip())
        elif opening := (_ASSUMES.match(clause) or _INSIDE.search(clause)):
            if rest := clause[opening.end() :].strip():
                found.append(rest)
            open_ = True
        elif open_:
            found.append(clause)
    return found


def scope(text: str) -> tuple[list[str], list[str]]:
    """What a note takes in and what it leaves out, as far as it is a line about the scope."""
    inside: list[str] = []
    outside: list[str] = []
    for clause in clauses(text):
        if after := _OUT_AFTER.search(clause):
            outside.append(clause[: after.start()].strip())
        elif out := _OUT.match(clause):
            outside += _pieces(clause[out.end() :])
        elif in_ := _SCOPE.match(clause):
            for piece in _pieces(clause[in_.end() :]):
                (outside if _BUT_NO.match(piece) else inside).append(_bare(piece))
        elif (no := _BUT_NO.match(clause) or _LATER.match(clause)) and _AT_FIRST.search(clause):
            outside += [_bare(piece) for piece in _pieces(clause[no.end() :])]
    return [piece for piece in inside if piece], [piece for piece in outside if piece]


def weighs(text: str) -> bool:
    """Whether a note sets one thing against another, or gives a reason or a price for a choice."""
    return _WEIGHS.search(text) is not None


def _draws_scope(clause: str) -> bool:
    return any(scope(clause))


def _pieces(text: str) -> list[str]:
    return [piece.strip() for piece in re.split(r",\s+(?:and\s+)?|\s+\+\s+", text) if piece.strip()]


def _bare(piece: str) -> str:
    """A piece of the scope without its "no" and without "in v1"."""
    return _AT_FIRST.sub("", _BUT_NO.sub("", piece)).strip(" ,:")
