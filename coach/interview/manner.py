"""How an interviewer behaves: how often it speaks up, and the sentences that belong to no scenario."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Manner:
    """`unasked`: remarks a round that nobody asked for. `topics`: whether asking back names the topics.

    `patience`: answered questions in a row without a note, after which it asks what they are for; 0 for never.
    """

    unasked: int
    topics: bool
    patience: int


MANNERS = {
    "quiet": Manner(unasked=0, topics=True, patience=0),
    "kind": Manner(unasked=8, topics=True, patience=0),
    "tough": Manner(unasked=12, topics=False, patience=5),
}


def manner(name: str) -> Manner:
    """The manner with this name; the quiet one for a name that only a newer coach knows."""
    return MANNERS.get(name, MANNERS["quiet"])


NOTHING_ON_THAT = (
    "I have nothing on that. Pick one, say it, go on.",
    "That is open. Assume something, say so, go on.",
    "Nobody has decided that. Your call; say what you take.",
)
YOURS = (
    "That is yours to decide. Say what you take, and why.",
    "I'd rather hear it from you.",
    "What speaks for it, and what against?",
)
"""Replies to somebody who asks to be told what to do, or whether it is right."""
NOT_THE_SYSTEM = (
    "Let us stay with the system.",
    "That does not help you with the design. Go on.",
)
"""Replies to questions about the interview instead of the system."""
GO_AHEAD = (
    "Go ahead.",
    "Yes, do.",
    "Fine with me.",
)
"""Replies to somebody who asks for leave to do something in the interview, or whether they are understood."""
MORE_EXACTLY = "What exactly do you want to know?"
AGAIN = "As I said."
ONLY = {1: "There is only one.", 2: "There are only two.", 3: "There are only three.", 4: "There are only four."}
"""Said to a number that is not among the topics on offer, by how many there are."""
NOTHING_TO_TAKE_BACK = "Nothing to take back."
PURPOSE = "You have asked five things now. What do the answers decide for you?"
WHERE_TO_GO_DEEP = "Where would you like to go deep? Two or three things."
TIME_IS_UP = "That's our time. One last sentence?"
BEFORE_WE_STOP = "Before we stop: one last sentence?"

FLOOR = {
    "clarify": (
        "What else would you want to know before you draw?",
        "Say in a sentence what you will build, and what you leave out.",
    ),
    "high-level": (
        "Take one request and walk me through it, from start to end.",
        "What is the plainest thing that could do this, and where does it fall short?",
        "Which part of this could sink it?",
    ),
    "deep-dive": (
        "What breaks first in what you just described?",
        "What would make you choose differently?",
    ),
    "tradeoffs": (
        "What did you give up for that?",
        "Which number would change your mind?",
    ),
}
"""What to say in each phase when the floor is handed over and the scenario has nothing that fits; each once a round."""
