"""Reading lines as questions: which lines ask for something, and where a line may hold two questions."""

import re
from collections.abc import Iterator
from itertools import islice

from coach.language.asides import without_opening
from coach.language.words import words

_WH = r"(?:how|hows|how's|what|whats|what's|which|who|whos|who's|whose|whom|when|where|wheres|where's|why)"
_AUX = r"(?:is|are|was|does|do|did|can|could|may|might|must|should|shall|will|would|has|have|had)"
_SOMEBODY = r"(?:we|i|they|you|it|this|that|there|the|our|any\w*|people|users|customers|agents)"
_SUBJECT = r"(?:there|it|they|this|that|we|i|the|our|any)"
_MEASURE = r"(?:many|much|often|fast|quick\w*|long|big|large|fresh|bad|old|far|soon|busy|deep|common|frequent\w*)"

_OPENS = re.compile(rf"(?:(?:and|but|so|ok|also),? )*(?:{_WH}|{_AUX}|any|anything|anyone)\b(?!\s*:| be\b| not\b)")
_HOLDS = re.compile(
    rf"""(?:^|[,;:]\ )(?:in|at|for|on|with|after|from|to|by|of)\ (?:which|what|how|whom|whose)\b
      | \bhow\ (?:many|much|often)\b
      | [,;]\ (?:and\ )?(?:(?!who\b){_WH}|{_AUX}\ {_SUBJECT})\b
      | \band\ (?:{_AUX}\ {_SUBJECT}|(?:what|which|how)\ (?:{_AUX}|{_MEASURE}))\b""",
    re.VERBOSE,
)
"""Questions that stand behind something else, as "card present / CNP / both, which regions"."""

_CLEAR = re.compile(
    rf"""(?:(?:and|but|also|sorry),?\ )*
    (?: how\ (?:{_AUX}|{_MEASURE}|\w+\ (?:is|are))\b
      | (?:what|who|when|where|why)\ (?:{_AUX}|happens)\b
      | (?:whats|what's|hows|how's|whos|who's)\b
      | (?:what|which)\ \w+(?:\ \w+)?\ {_AUX}\b
      | {_AUX}\ {_SOMEBODY}\b
      | any\ (?!of\b)\w+\ (?:on|for|about|of|to)\b
    )""",
    re.VERBOSE,
)
"""Openings of a question to somebody, as "do we" and "how many"; not those that a note has too, as "which gives"."""

_NOTE = re.compile(
    r"""\s*(?:
        [-+*\#>] | (?:not\ |out\ of\ |in\ )?scope\b | non[-\ ]goal | goal: | v\d\b | mvp\b | (?:in|out|never):
      | leav(?:e|ing)\ out\b
      | assum\w+ | suppose | say\b | given\b | decision | note\b | then\b | ok\ so\b | so\ (?:we|the)\b
      | let'?s\b | (?:i|we)(?:'ll|\ will|\ use|\ take|\ choose|\ go|\ start)\b | we\ (?:can|should|need|want)\b
      | (?:i'd|i\ would)\ (?!ask|like\ to|first)
      | use\b | using\b | build\b | pick\b | choose\b | (?:start|go)\ with\b | skip | ignore | focus | first(?:,|\ we\b)
      | (?:how|what|where|who|when|why): | (?:can|could|may|might|must|should|will|would)\ be\b
      | which\ (?:means|is\ why|gives|leaves)\b | no\ (?!of\b)\w+ | not\ \w+
    )""",
    re.VERBOSE,
)
_CLAIM = re.compile(
    r"->|→|=>|<-|=|~|≈|"
    r"\b(?:bc|because|since|therefore|hence|so that|otherwise|for now|at launch|(?:in|for) v1|(?:we|i)(?: will|'ll)"
    r"|would be)\b"
)
_CONDITION = re.compile(r"(?:when|where|if|while|how|who)\b.*(?:,|:| then) (?:we|i|it|the|then|use|show|send|return)\b")
_STATEMENT = re.compile(
    r"\w+(?: \w+)* (?:is|are|was|has|have|will|would|should|must|can|needs?|means|goes|gets|uses|wants|cannot"
    r"|(?:do|does|ca)n't|(?:do|does) not)\b"
)
_FIGURE = re.compile(r"(?<![a-z0-9/])(?!24/7|3ds\b|3d\b|2fa\b|1st\b|2nd\b|3rd\b)\d")
_JOINT = re.compile(r"\s*,?\s+and\s+(?:also\s+)?|\s*[,/+&]\s*|\s+-\s+")
_FRAME = frozenset(
    words("a about any are do have i is me of on our please s tell the there us we what what's whats you")
)
_LONGEST_HEADLINE = 7
_TOPIC = re.compile(r"\s[-–—]\s+|:\s+")
_ITEMS, _CUTS = 8, 6
"""How many members of a list are read and how many cuts are tried: each of them is looked up by itself."""
_LEFT_OUT = re.compile(r"(?<!\bor )\b(?:out|later|excluded|skipped|postponed|not (?:in|for) v\d|in v[2-9])[ .!]*$")
"""Endings of a line that decides on the scope, as "refunds out"."""


def asks_plainly(text: str, *, clarify: bool) -> bool:
    """Whether a line is a question by its form. In `clarify` any question mark or opening will do.

    Later only a line that ends in a question mark or opens as a question addressed to somebody: by then a line that
    merely may ask is more likely to be a note, and a note that is taken for a question is lost to its writer.
    """
    whole, line = text.strip().lower(), without_opening(text).lower()
    if not words(line) or line.startswith("+"):
        return False
    if line.endswith("?"):
        return True
    is_note = bool(_NOTE.match(whole) or _NOTE.match(line))
    if "?" in line:
        return clarify and not is_note
    if is_note or _CLAIM.search(line) or _CONDITION.match(line):
        return False
    if _LEFT_OUT.search(line) and not _OPENS.match(line):
        return False
    if clarify:
        # Also with its topic in front: "fp vs fn - what does each cost us".
        return bool(_HOLDS.search(line) or any(_OPENS.match(part) for part in (line, *_TOPIC.split(line)[1:])))
    return bool(_CLEAR.match(line)) and ":" not in line


def is_headline(text: str) -> bool:
    """Whether a line is a bare topic, as "latency budget": no verb, no figure, nothing decided."""
    line = without_opening(text).lower()
    size = sum(word.isalnum() for word in words(line))
    against = (_NOTE.match, _CLAIM.search, _STATEMENT.match, _FIGURE.search, _LEFT_OUT.search)
    return 0 < size <= _LONGEST_HEADLINE and not any(found(line) for found in against)


def sentences(text: str) -> list[str]:
    """A line cut after its question marks and full stops and at semicolons; parts without a word are left out."""
    return [part.strip() for part in re.split(r"(?<=\?)|(?<=[.!])\s+|;", text) if words(part)]


def items(text: str) -> list[str]:
    """The members of a line that lists bare topics, as "scale, latency, budget"; nothing for any other line."""
    found = [part.strip(" ?") for part in _JOINT.split(text) if words(part)]
    is_list = len(found) > 1 and not _OPENS.match(text.lower()) and all(is_headline(part) for part in found[:_ITEMS])
    return found[:_ITEMS] if is_list else []


def halves(text: str) -> Iterator[tuple[str, str]]:
    """The ways to cut a question in two at an "and" or a sign that may join two questions; of many the first six."""
    for found in islice(_JOINT.finditer(text), _CUTS):
        left, right = text[: found.start()].strip(), text[found.end() :].strip()
        if words(left) and words(right):
            yield left, right


def lone_word(text: str) -> str:
    """The one word that a question consists of when its frame is left out: "target" of "whats the target?"."""
    rest = [word for word in words(text) if word not in _FRAME]
    return rest[0] if len(rest) == 1 else ""
