"""What a note does besides stating: it assumes, it draws the scope, it weighs one thing against another."""

import re
from itertools import takewhile

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
    r"^v[2-9]\s*(?::|=)\s*|^(?:leave|leaving) out\b[: ]*|^not (?:doing|building|covering)\b[: ]*",
    re.IGNORECASE,
)
_LATER = re.compile(r"^(?:cut|skip|skipping|ignore|ignoring|leave|leaving|drop)\b\s*", re.IGNORECASE)
_OUT_AFTER = re.compile(r"[:,]?\s*(?:\bis\b|\bare\b)?\s*\bout[- ]of[- ]scope\b\.?$", re.IGNORECASE)
_AT_FIRST = re.compile(r"\b(?:in|for|at) (?:v1|the first version|first|now|launch|the start)\b", re.IGNORECASE)
_BUT_NO = re.compile(r"^(?:no|not|without)\b", re.IGNORECASE)
_REASON = re.compile(r",?\s+(?:because|bc|b/c|since|so)\b.*$", re.IGNORECASE | re.DOTALL)
_OUT_LAST = re.compile(r"\s+(?:out|later)$", re.IGNORECASE)
_CLAUSE_WORDS = """
a an the by for to as at in on of from with without but and or if when while then than that this these those there
we i it they you he is are was were be been has have do does did can could will would should must may might not no
just only too also very far more less much many one so until till after before
"""
_NO_NAME = frozenset(_CLAUSE_WORDS.split())
"""Words that no name of something left out has in it: with one of them it is a clause of its own."""
_VERBS = """
time times timed fall falls opt opts log logs logged roll rolls rolled fan fans phase sign scale sold run runs ran
stand figure rule ruled point call read send sends sent hand cross back drop drops dropped
lock locked filter filters filtered check checks see come comes decide retry try ask discuss talk find work go goes
going get gets age aged
sec secs second seconds min mins minute minutes hour hours day days week weeks month months year years sooner
"""
_OUT_OR_LATER_VERBS = frozenset(_VERBS.split())
"""Before "out" or "later" these make one verb or a time with it, and nothing is left out."""
_LONGEST_NAME = 4
_GOODS = (
    r"recall|precision|latency|freshness|accuracy|coverage|quality|throughput|simplicity|money|time|memory|consistency"
)
_ADJECTIVES = (
    r"cheaper|dearer|costlier|pricier|slower|faster|simpler|harder|easier|riskier|safer|worse|better|staler|fresher|"
    r"smaller|bigger|larger|lower|higher"
)
_WEIGHS = re.compile(
    rf"""
      \b(?:instead\ of|rather\ than)\b
    | \btrade[- ]?offs?\b | \btrad(?:e|es|ed|ing)\b[^.;]{{1,40}}\b(?:for|against|away)\b
    | \b(?:costs?|los(?:e|es|ing))\s+(?:us\s+)?(?:more\b|extra\b|some\b|a\ bit\b|an\ extra\b|{_GOODS})
    | \bat\ the\ (?:cost|price|expense)\ of\b | \bg(?:ive|ives|iving|ave)\ up\b | \bin\ exchange\b | \bwould\ drop\b
    | \bsacrific | \bpa(?:y|ys|id)\ (?:for\ (?:it|that)\ )?(?:with|in)\ (?:{_GOODS})
    | \b(?:{_ADJECTIVES})\b[^.;]*\b(?:but|yet|though)\b[^.;]*\b(?:{_ADJECTIVES}|less|more|fewer|no)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_PRICE = re.compile(r"\bcosts\s+(?:us\s+)?(?:an?|the)\b", re.IGNORECASE)
_MISTAKE = re.compile(r"\b(?:wrong|miss\w*|false|errors?|mistakes?|bad)\b[^.;]*\bcosts\b", re.IGNORECASE)
"""What a mistake costs is a figure of the business; what a choice costs is a price that somebody pays for it."""
_AGAINST = re.compile(r"(?P<one>[^.,;:]*)\b(?:vs|versus)\b\.?(?P<other>[^.,;:]*)", re.IGNORECASE)
_NAMED = re.compile(r"[^\W\d_]{2}")


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
    """What a note takes in and what it leaves out, as far as it is a line about the scope; reasons are left off."""
    inside: list[str] = []
    outside: list[str] = []
    for whole in clauses(text):
        clause = _REASON.sub("", whole)
        if after := _OUT_AFTER.search(clause):
            outside.append(_bare(clause[: after.start()]))
        elif out := _OUT.match(clause):
            outside += _pieces(clause[out.end() :])
        elif in_ := _SCOPE.match(clause):
            for piece in _pieces(clause[in_.end() :]):
                if left := _left_out([piece]):
                    outside += left
                else:
                    (outside if _BUT_NO.match(piece) else inside).append(_bare(piece))
        elif (no := _BUT_NO.match(clause) or _LATER.match(clause)) and _AT_FIRST.search(clause):
            first, *more = _pieces(clause[no.end() :]) or [""]
            outside.append(_bare(first))
            outside += [_bare(piece) for piece in takewhile(_is_name, more)]
        else:
            outside += _left_out(_pieces(clause))
    return [piece for piece in inside if piece], [piece for piece in outside if piece]


def weighs(text: str) -> bool:
    """Whether a note sets one thing against another, or names what a choice costs; a reason alone is none of these."""
    if _WEIGHS.search(text) or (_PRICE.search(text) and not _MISTAKE.search(text)):
        return True
    return any(_NAMED.search(of["one"]) and _NAMED.search(of["other"]) for of in _AGAINST.finditer(text))


def _draws_scope(clause: str) -> bool:
    return any(scope(clause))


def _pieces(text: str) -> list[str]:
    return [piece.strip() for piece in re.split(r",\s+(?:and\s+)?|\s+\+\s+", text) if piece.strip()]


def _bare(piece: str) -> str:
    """A piece of the scope without its "no" and without "in v1"."""
    return " ".join(_AT_FIRST.sub("", _BUT_NO.sub("", piece)).split()).strip(" ,:")


def _is_name(piece: str) -> bool:
    """Whether a piece is a short name of something, such as "tax advice", and no clause of its own."""
    words = _bare(piece).lower().split()
    return 0 < len(words) <= _LONGEST_NAME and _NO_NAME.isdisjoint(words)


def _left_out(pieces: list[str]) -> list[str]:
    """The pieces of a list that ends in a bare "out" or "later", as in "refunds, account stuff out"; else nothing."""
    if not pieces or not (last := _OUT_LAST.search(pieces[-1])):
        return []
    named = [*pieces[:-1], pieces[-1][: last.start()]]
    verb = named[-1].lower().split()[-1:]
    return named if all(map(_is_name, named)) and _OUT_OR_LATER_VERBS.isdisjoint(verb) else []
