"""Reading lines as questions: which lines ask for something, and where a line may hold two questions."""

import re
from collections.abc import Iterator

from coach.language.words import stem, words

_SMALL = """
a about after actually again all allow allowed already also an and any anybody anyone anything approximately approx are
as ask assume at away back be because been before being between both but by call can come could currently deal
did different do does doing done during each either else end even ever every everything exact exactly example exist exists
expect expected few find fine first for from further get give given go goes going good got had handle handled happen happens
has have having he hear her here his hit hold how i if in include included instead into involved is it its just keep kind
know large last least less let level like likely long look looks lot low main make many may maybe me mean more most much
must my need needed needs never no not now of off often ok okay on once one only or other others our out over own part
people per plan planning please possible pretty put quite range rather really require required requirement right rough
roughly run same say see set shall she should show small so some somebody someone something sort start still such support
sure system t take talk talking tell than that the their them then there these they thing things think this those to
today together too total try two type typical typically up us use used using usual usually very via want wanted was way
we well were what whatever when where whether which while who whom whose why will with within without work working works
worth would yet you your whats hows wheres whos im i'm we're what's who's how's is there's it's isn't aren't don't doesn't
dont doesnt bot app tool product assistant project business company new old constraint big small high matter important s re ve
"""
SMALL = frozenset(stem(word) for word in words(_SMALL))
"""Stems of the words that questions are made of, and that say nothing of what is asked for."""

_OTHER_THINGS = """
backend frontend programming code coding framework sdk library stack python java javascript golang rust typescript cloud aws
azure gcp kubernetes docker server hardware gpu gpus cluster database postgres mysql mongodb licence license contract
password login factor username logo icon colour color font mascot brand voice voicebot phone app website widget browser ios
android team developer engineer salary office meeting party hiring holiday deadline launch competitor investor shareholder
headquarters marketing newsletter advertising season weather zendesk salesforce crm erp jira slack
"""
OTHER_THINGS = frozenset(stem(word) for word in words(_OTHER_THINGS))
"""Stems of words that name a subject of their own: a question about one is not about the sheet unless the sheet says it."""

_FRAME = frozenset(words("a any are do have i is of on our please s tell the there us we what what's whats you about me"))

_WH = r"how|hows|how's|what|whats|what's|which|who|whos|who's|whose|whom|when|where|wheres|where's|why"
_AUX = r"is|are|was|does|do|did|can|could|may|might|must|should|shall|will|would|has|have|had"
_OPEN = re.compile(rf"(?:and |but |so |ok,? |also,? )*(?:{_WH}|{_AUX}|any|anything|anyone)\b(?!\s*:| be\b| not\b)")
_INSIDE = re.compile(
    rf"(?:(?:^|[,;:] )(?:in|at|for|on|with|after|from|to|by|of) (?:which|what|how|whom|whose)\b|\bhow (?:many|much|often)\b"
    rf"|[,;] (?:and )?(?:(?!who\b)(?:{_WH})\b|(?:{_AUX}) (?:there|it|they|this|that|we|i|the|our|any))\b)"
)
_CLEAR = re.compile(
    r"(?:and |but |also,? |sorry,? )*(?:"
    rf"how (?:{_AUX}|many|much|often|fast|quick\w*|long|big|large|fresh|bad|old|far|soon|busy|deep|common|frequent\w*|\w+ (?:is|are))\b"
    rf"|(?:what|who|when|where|why) (?:{_AUX}|'s|happens)\b|whats|what's|hows|how's|whos|who's"
    rf"|(?:what|which) \w+(?: \w+)? (?:{_AUX})\b"
    r"|(?:is|are|was) (?:there|it|they|this|that|we|the|our|any)\b|(?:do|does|did|can|could|may|must|should|will|would|have) "
    r"(?:we|i|they|you|it|the|our|people|users|customers|agents|any\w*)\b|any (?!of\b)\w+ (?:on|for|about|of|to)\b|(?:\w+ )?q per \w+$)"
)
_NOTE = re.compile(
    r"\s*(?:\+|[-*#>]|assum\w+|suppose|let's|lets|say\b|scope\b|in scope\b|out of scope\b|not in scope\b|non[- ]goal|goal:|"
    r"i would (?!ask|like to|first)|i'd (?!ask|like to)|i will|i'll|i take|i choose|i use|i go|we will|we'll|we use|we take|we start|we go|"
    r"we can\b|we should\b|we need\b|we want\b|so we\b|so the\b|then\b|ok so\b|given\b|which (?:means|is why|gives|leaves)\b|"
    r"use\b|using\b|build\b|pick\b|choose\b|start with|go with|skip|ignore|focus|first,|first we\b|decision|note\b|no (?!of\b)\w+|not \w+|v1\b|mvp\b|out:|in:)"
)
_CLAIM = re.compile(
    r"->|→|=>|<-|=|~|≈|\b(?:bc|because|since|therefore|hence|so that|otherwise|for now|at launch|in v1|for v1|we will|we'll|"
    r"i will|i'll|would be)\b"
)
_VERB = re.compile(
    r"\w+(?: \w+)* (?:is|are|was|has|have|will|would|should|must|can|needs?|means|goes|gets|uses|wants|don't|doesn't|"
    r"do not|does not|cannot|can't)\b"
)
_CONDITION = re.compile(r"(?:when|where|if|while|how|who)\b.*(?:,|:| then) (?:we|i|it|the|then|use|show|send|return)\b")
_FIGURE = re.compile(r"(?<![a-z0-9/])(?!24/7|3ds\b|3d\b|2fa\b|1st\b|2nd\b|3rd\b)\d")
_LONGEST_HEADLINE = 7


def asks_plainly(text: str, *, clarify: bool) -> bool:
    """Whether a line is a question by its form. In `clarify` any question mark or opening will do.

    Later only a line that ends in a question mark or opens as a question addressed to somebody: by then a line that
    merely may ask is more likely to be a note, and a note that is taken for a question is lost to its writer.
    """
    line = text.strip().lower()
    if not words(line) or line.startswith("+"):
        return False
    if line.endswith("?"):
        return True
    if "?" in line and clarify:
        return not _NOTE.match(line)
    if _NOTE.match(line) or _CLAIM.search(line) or _CONDITION.match(line):
        return False
    if clarify:
        return bool(_OPEN.match(line) or _INSIDE.search(line))
    return bool(_CLEAR.match(line)) and ":" not in line and "?" not in line


def is_headline(text: str) -> bool:
    """Whether a line is a bare topic, as "latency budget": no verb, no figure, nothing decided."""
    line = text.strip().lower()
    size = sum(word.isalnum() for word in words(line))
    return (
        0 < size <= _LONGEST_HEADLINE
        and not _NOTE.match(line)
        and not _CLAIM.search(line)
        and not _VERB.match(line)
        and not _FIGURE.search(line)
    )


def telling_stems(text: str) -> set[str]:
    """The stems of the words of a text that name a thing; numbers are left out."""
    return {s for s in map(stem, words(text)) if s.isalpha() and s not in SMALL}


def sentences(text: str) -> list[str]:
    """A line cut after its question marks and full stops; parts without a word are left out."""
    return [part.strip() for part in re.split(r"(?<=\?)|(?<=[.!])\s+|;", text) if words(part)]


def items(text: str) -> list[str]:
    """The members of a line that lists bare topics, as "scale, latency, budget"; nothing for any other line."""
    found = [part.strip(" ?") for part in re.split(r"\s+and\s+|[,/+&]|\s-\s", text) if words(part)]
    is_list = len(found) > 1 and not _OPEN.match(text.lower()) and all(is_headline(part) for part in found)
    return found if is_list else []


def halves(text: str) -> Iterator[tuple[str, str]]:
    """Every way to cut a question in two at an "and" or a sign that may join two questions."""
    for found in re.finditer(r"\s*,?\s+and\s+(?:also\s+)?|\s*[,/+&]\s*|\s+-\s+", text):
        left, right = text[: found.start()].strip(), text[found.end() :].strip()
        if words(left) and words(right):
            yield left, right


def lone_word(text: str) -> str:
    """The one word that a question consists of when its small words are left out: "target" of "whats the target?"."""
    rest = [word for word in words(text.replace("?", " ")) if word not in _FRAME]
    return rest[0] if len(rest) == 1 else ""
