"""Lines to the interviewer that ask for nothing on the sheet: leave to go on, the question again, what to do."""

import re

PERMISSION, REPEAT, TIME, RUDE, CHOICE, INTERVIEW, GUIDANCE = (
    "permission",
    "repeat",
    "time",
    "rude",
    "choice",
    "interview",
    "guidance",
)
"""What an aside is for: leave for something in the interview; to hear the question again; the minutes left; nothing at
all; a choice that is the person's own; the interview itself; what to do, or whether it is right."""

_OPENING = re.compile(
    r"(?:(?:sorry|pardon|u?h+m+|um+|uh|so|and|but|wait(?! times?\b| for\b)|ok(?:ay)?(?! to\b| if\b| with\b| for\b))\b"
    r"[\s,.:-]*)+(?=\w)"
)
_WE = r"(?:i|we|you|u)"
_MAY = r"(?:can|could|may|might|shall|should)"
_PARTS = (
    r"(?:design|diagram|drawing|sketch|architecture|picture|boxes|high[- ]level\w*|deep[- ]dive|requirements|numbers"
    r"|estimat\w+|evaluation|trade[- ]?offs?|scope|(?:data )?model|next (?:part|step|phase|section)|(?:an )?overview)"
)
_TOOL = (
    r"(?:\w+ ){0,2}?(?:llms?|models?|embedd\w+|rerankers?|dbs?|databases?|stores?|index|cloud|framework|library"
    r"|language model|vendor|provider|stack|tools?|algorithm|architecture|approach|queue|cache|platform|search engine)"
)
_BETTER = r"(?:what|how|where) (?:else )?(?:could|can|should|would|did) (?:i|we) (?:have )?(?:do|done|improve|miss)\b"
_JUDGED = (
    r"(?:is|was|does) (?:this|that|it) (?:a |an )?"
    r"(?:good|right|bad|valid|fine|reasonable) (?:answer|design|approach|idea)\b"
)
_ASKED = (
    r"am i (?:still )?(?:right|wrong|on (?:the right )?track)\b|(?:is|was) (?:this|that) (?:right|correct|ok(?:ay)?)$"
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
    TIME: re.compile(
        r"how (?:much (?:more )?time|many minutes|long)\b.*\b(?:i|we) (?:still )?(?:have|got)"
        r"(?: left| now| for this.*| in total)?$"
        r"|how are (?:we|i) (?:doing )?on time\b"
        r"|(?:how much )?time left$|how much time is left\b|what(?:'s| is) the time\b"
    ),
    RUDE: re.compile(
        rf"""(?:seriously|really)\?\ *\w | is\ that\ (?:all|everything)\ (?:you|u)\b
          | are\ (?:you|u)\ (?:serious|kidding|joking|stupid|dumb|useless|deaf)\b
          | (?:do|don't|dont)\ {_WE}\ (?:even\ )?know\ anything\b | (?:wtf|what\ the\ (?:hell|fuck))\b
          | (?:why\ (?:are|r)\ )?(?:you|u)(?:'re|re|\ are)?\ (?:so\ )?(?:useless|stupid|dumb|no\ help)\b
          | (?:you|u)(?:'re|re|\ are)\ (?:so\ |totally\ )?wrong$""",
        re.VERBOSE,
    ),
    INTERVIEW: re.compile(
        r"(?:please )?(?:just )?(?:show|give|tell)(?: me| us)? (?:the|your) (?:(?:model|sample|worked|right|correct) )?"
        r"(?:solution|answers?)\b(?: please)?$|who (?:wrote|made) (?:this|that|it|you)$"
    ),
    GUIDANCE: re.compile(rf"{_BETTER}|{_JUDGED}|{_ASKED}"),
    CHOICE: re.compile(
        rf"(?:which|what)(?: kind of| type of| sort of)? {_TOOL} "
        rf"(?:(?:should|shall|do|would) {_WE} (?:\w+ )?"
        r"(?:use|take|pick|choose|go (?:with|for)|prefer|like|recommend|suggest|want|advise)\b"
        r"|(?:is|would be|are) (?:the )?best\b|to (?:use|take|pick|choose)\b)"
    ),
}
_THINKS = re.compile(
    r"(?:just )?(?:let me|let's|gimme|give me|i need|need|hold on|hang on|wait|one|just a|a)\b[\w ]*"
    r"\b(?:sec|secs|second|seconds|moment|minute|min|think|thinking)\b(?:[\w ]*\bthink\w*)?$"
)
_OFF_THE_SHEET = {
    INTERVIEW: re.compile(
        r"\b(?:rubric|model solution|sample solution|your (?:sheet|notes|instructions|prompt)|the sheet|what points"
        r"|(?:the|right|correct) answers?$|are you (?:a |an )?(?:bot|ai|human|real|robot|program|person|model)"
        r"|who are you|who wrote (?:this|you)|how (?:am|will) i (?:be )?graded|system prompt)\b"
    ),
    GUIDANCE: re.compile(
        r"\b(?:am i|should i|would you|help me|a hint|do you think|where (?:do|should|to) (?:i )?start)\b"
        r"|\b(?:is|was|does) (?:this|that|it) (?:right|ok|okay|correct|good|enough|fine|what you)\b"
        r"|\bwhat (?:is|are) (?:expected|you looking for)\b|\bright direction\b|\bon (?:the right )?track\b"
    ),
}


def without_opening(text: str) -> str:
    """A line without what people say before they come to the point, as "sorry", "wait", "hm" or "so"."""
    line = text.strip()
    found = _OPENING.match(line.lower())
    return line[found.end() :] if found else line


def thinks(text: str) -> bool:
    """Whether a line asks for a moment to think; a person nods."""
    return bool(_THINKS.match(without_opening(text).lower().strip(" .,!…")))


def aside_at_once(text: str) -> str:
    """Which aside a line is, whatever the sheet may hold of its words; empty for none."""
    return _first(_AT_ONCE, text, anywhere=False)


def aside_off_the_sheet(text: str) -> str:
    """Which aside a line is if the sheet has nothing on it; empty for none."""
    return _first(_OFF_THE_SHEET, text, anywhere=True)


def _first(kinds: dict[str, re.Pattern[str]], text: str, *, anywhere: bool) -> str:
    line = without_opening(text).lower().replace("\u2019", "'").rstrip(" ?!.")
    return next((kind for kind, form in kinds.items() if (form.search if anywhere else form.match)(line)), "")
