"""The first screen of all: what this is, and a taste of it."""

from pathlib import Path

from coach.interview.questions import Question
from coach.screens.ui import Block, Gap, Keys, Pairs, Rule, Text, Ui


def welcome(home: Path, taste: Question | None) -> list[Block]:
    """What the program is, and where it keeps things."""
    begin: list[Block] = [Gap(), Text(f"Begin with a taste of two minutes: {taste.title}.", "strong")] if taste else []
    return [
        Rule("coach"),
        Text(
            "Mock interviews in AI system design, at the keyboard: one open question, a clock, an interviewer who "
            "answers and asks back. You type headlines, and grade yourself point by point."
        ),
        Text(f"It works offline. What you type stays in plain files under {home}", hang=2),
        *begin,
    ]


def wants_taste(ui: Ui) -> bool:
    """Whether the person starts it now. Raises Stopped."""
    return not ui.key(Keys("", {"": "starts it", "q": "not now"}, fleeting=True)).key


def commands(taste: Question | None, first: Question | None) -> list[Block]:
    """The commands to begin with."""
    rows = [("taste", f"two minutes: `coach practice {taste.id}`")] if taste else []
    if first:
        rows.append(("round", f"a whole question: `coach practice {first.id}`"))
    return [Gap(), Pairs([*rows, ("questions", "all of them: `coach list`"), ("help", "`coach --help`")])]
