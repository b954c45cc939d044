"""Lines to the interviewer that ask for nothing on the sheet: leave to go on, the question again, what to do."""

import re

PERMISSION, REPEAT, RUDE, CHOICE, INTERVIEW, GUIDANCE = (
    "permission",
    "repeat",
    "rude",
    "choice",
    "interview",
    "guidance",
)
"""What an aside is for: leave for something in the interview; to hear the question again; nothing at all; a choice that
is the person's own; the interview itself; what to do, or whether it is right."""

_OPENING = re.compile(
    r"(?:(?:sorry|pardon|u?h+m+|um+|uh|so|and|but|wait(?! times?\b| for\b)|ok(?:ay)?(?! to\b| if\b| with\b| for\b))\b"
    r"[\s,.:-]*)+(?=\w)"
)
_WE = r"(?:i|we|you|u)"
_MAY = r"(?:can|could|may|might|shall|should)"
_PARTS = (
    r"(?:design|diagram|drawing|sketch|architecture|picture|boxes|high[- ]level\w*|deep[- ]dive|requirements|numbers"
    r"|estimat\w+|evaluation|trade[- ]?offs?|scope|next (?:part|step|phase|section)|(?:an )?overview)"
)
_TOOL = (
    r"(?:\w+ ){0,2}?(?:llms?|models?|embedd\w+|rerankers?|dbs?|databases?|stores?|index|cloud|framework|library"
    r"|language model|vendor|provider|stack|tools?|algorithm|architecture|approach|queue|cache|platform|search engine)"
)
_AT_ONCE = {
    PERMISSION: re.compile(
        rf"""{_MAY}\ (?:i|we)\ (?:just\ |now\ |already\ )*(?:
              (?:draw|sketch|go\ deep\w*|move\ on|go\ on|go\ ahead|continue|proceed|think|take\ notes)\b
            | (?:start|begin)(?:\ now|\ (?:with\ |on\ |by\ )?(?:drawing|the\b.*|my\b.*)?)?$
            | (?:start|begin|cover|discuss|go\ (?:in)?to|skip|jump|talk|explain|walk)\b.*\b{_PARTS}\b
            | walk\ you\ through\b )
          | (?:do|would)\ (?:you|u)\ (?:want|like)\ me\ to\b
          | (?:does|did)\ (?:this|that|it|all\ this)\ make\ (?:any\ )?sense\b | (?:make|makes)\ sense$
          | (?:is|was)\ (?:this|that|it)\ clear\b | are\ you\ (?:with\ me|following)\b""",
        re.VERBOSE,
    ),
    REPEAT: re.compile(
        r"""(?:(?:can|could|would|will)\ (?:you|u|we)\ )?(?:please\ )?
              (?:repeat|restate|rephrase|say|read|show|give\ me|tell\ me)
              \ (?:me\ )?(?:the|your)\ (?:question|task|problem|prompt)(?:\ again|\ once\ more|\ please)*$
          | what(?:'s|s|\ is|\ was)\ (?:the|your|my)\ (?:question|task|problem|prompt)(?:\ again)?$""",
        re.VERBOSE,
    ),
    RUDE: re.compile(
        rf"""(?:seriously|really)\?\ *\w | is\ that\ (?:all|everything)\ (?:you|u)\b
          | are\ (?:you|u)\ (?:serious|kidding|joking|stupid|dumb|useless|deaf)\b
          | (?:do|don't|dont)\ {_WE}\ (?:even\ )?know\ anything\b | (?:wtf|what\ the\ (?:hell|fuck))\b
          | (?:why\ (?:are|r)\ )?(?:you|u)(?:'re|re|\ are)?\ (?:so\ )?(?:useless|stupid|dumb|no\ help)\b""",
        re.VERBOSE,
    ),
    CHOICE: re.compile(
        rf"(?:which|what)(?: kind of| type of| sort of)? {_TOOL} "
        rf"(?:(?:should|shall|do|would) {_WE} (?:\w+ )?"
        r"(?:use|take|pick|choose|go (?:with|for)|prefer|like|recommend|suggest|want|advise)\b"
        r"|(?:is|would be|are) (?:the )?best\b|to (?:use|take|pick|choose)\b)"
    ),
}
_OFF_THE_SHEET = {
    INTERVIEW: re.compile(
        r"\b(?:rubric|model solution|sample solution|your (?:sheet|notes|instructions|prompt)|the sheet|what points"
        r"|(?:the|right|correct) answers?$|are you (?:a |an )?(?:bot|ai|human|real|robot|program|person|model)"
        r"|who are you|who wrote (?:this|you)|how (?:am|will) i (?:be )?graded|system prompt)\b"
    ),
    GUIDANCE: re.compile(
        r"\b(?:am i|should i|would you|help me|a hint|do you think|where (?:do|should|to) (?:i )?start)\b"
        r"|\b(?:is|was|does) (?:this|that|it) (?:right|ok|okay|correct|good|enough|fine|what you)\b"
        r"|\bwhat (?:is|are) (?:expected|you looking for)\b"
    ),
}


def without_opening(text: str) -> str:
    """A line without what people say before they come to the point, as "sorry", "wait", "hm" or "so"."""
    line = text.strip()
    found = _OPENING.match(line.lower())
    return line[found.end() :] if found else line


def aside_at_once(text: str) -> str:
    """Which aside a line is, whatever the sheet may hold of its words; empty for none."""
    return _first(_AT_ONCE, text, anywhere=False)


def aside_off_the_sheet(text: str) -> str:
    """Which aside a line is if the sheet has nothing on it; empty for none."""
    return _first(_OFF_THE_SHEET, text, anywhere=True)


def _first(kinds: dict[str, re.Pattern[str]], text: str, *, anywhere: bool) -> str:
    line = without_opening(text).lower().replace("\u2019", "'").rstrip(" ?!.")
    return next((kind for kind, form in kinds.items() if (form.search if anywhere else form.match)(line)), "")
