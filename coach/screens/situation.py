"""Where a person stands when they ask what to do next, and how one step is told."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from coach.interview.brief import Brief
from coach.interview.gaps import Weaknesses
from coach.interview.questions import Question
from coach.interview.study_items import Day, Item
from coach.language.stamps import unstamp
from coach.recall.day import day_of
from coach.record.sessions import short_name
from coach.screens.quiz_words import today_told

_ONE_LINE = 46
"""Characters of a row that fit beside its label in 60 columns."""
_LONG_AGO = 300
"""Days from which on a day needs its year."""


class Step(NamedTuple):
    """One thing to do: a label, and what it is in a few words for a list; as the first thing a sentence and why.

    Without a command there is nothing to type here. `more` are words that follow the command in a list.
    """

    label: str
    row: str
    what: str
    why: str
    command: str = ""
    more: str = ""

    @property
    def listed(self) -> tuple[str, str]:
        """The step as a row of a list; a command that would be parted in a narrow window has a line of its own."""
        command = ". ".join(filter(None, (f"`{self.command}`" if self.command else "", self.more)))
        if not command:
            return self.label, self.row
        short = len(self.row) + len(command) <= _ONE_LINE
        return self.label, f"{self.row}. {command}" if short else f"{self.row}\n{command}"


class Cards(NamedTuple):
    """What the quiz has for today: cards by kind, how long they take in words, and how many known ones there are to go
    through."""

    repeats: int
    due: int
    new: int
    minutes: str
    known: int

    @property
    def told(self) -> str:
        """The cards of today in words; empty when there is none."""
        return today_told(self.repeats, self.due, self.new)


class Situation(NamedTuple):
    """Where the person stands: rounds newest first, what the person is weak in, questions by id, the cards where they
    can be read, the day with the hour at which it begins, the day of the interview, which process has a session open,
    how many minutes a whole round takes in a question's own format or, where that is empty, in the usual one, the plan
    from today on where an interview is to come, and whether one that is over was not told of yet. `over` is one of
    today of which was told, `begun` the day of a debrief that is not finished, `redo` the step to redo without a plan.
    """

    rounds: Sequence[Brief]
    weak: Weaknesses
    questions: Sequence[Question]
    cards: Cards | None
    today: date
    begins: int
    interview: date | None
    open_in: Callable[[str], str]
    minutes: Callable[[str], int | None]
    plan: Sequence[Day] = ()
    untold: bool = False
    over: bool = False
    begun: date | None = None
    redo: Item | None = None

    @property
    def days_left(self) -> int | None:
        """Days until the interview; None without one to come."""
        left = (self.interview - self.today).days if self.interview and not self.over else -1
        return left if left >= 0 else None

    def day(self, stamped: str) -> str:
        """A moment as the person's day, as short as it can be told."""
        day = day_of(unstamp(stamped), self.begins, None)
        ago = (self.today - day).days
        if ago in (0, 1):
            return "yesterday" if ago else "today"
        return f"{day:%-d %B}" if abs(ago) < _LONG_AGO else f"{day:%-d %B %Y}"

    def name(self, session: str) -> str:
        """What is enough to name a session."""
        return short_name(session, [known.session for known in self.rounds])
