"""What a plan is made from, and how much time there is for it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from math import inf
from typing import NamedTuple

from coach.interview.brief import Brief
from coach.interview.gaps import Weaknesses
from coach.interview.questions import Question
from coach.interview.status import ACTIVE, FINISHED, PAUSED

_A_DAY = timedelta(days=1)
DAYS_BACK = 28
"""Days whose practice is set against the time there was; what lies before is settled."""
_GRADING, _LEAST_GRADING = 5, 5
"""Grading takes a fifth of the round, and at least five minutes."""
_MOST_ROUNDS = 3
"""Rounds of a day at most, however many hours there are: a fourth teaches little."""
_MORE_A_DAY = 1.25
"""How far a day may go beyond its share, so that a second round fits before there is a whole one more to do."""
_USUAL = 45
"""The minutes of a round where its format cannot be read."""
_USED = 1 / 3
"""Share of the planned minutes that a round takes at least; one that was stepped through shows nothing."""
_NOTES = 10
"""Notes that make a round without a clock in any case."""


class Facts(NamedTuple):
    """What a plan is made from.

    `rounds` come newest first. `minutes` tells those of a format, of the usual one for an empty name, None where it
    cannot be read; `day` the person's day of a stamp; `name` what is enough to name a session. `cards` are minutes of
    flashcards by day: those of today as the day began, and what is expected of the days to come; `gone_through` are
    the minutes really spent on them by day, `a_card` those of one. `cards_left` are the minutes of those left today,
    `cards_told` by day those left today and, once they are done, those of tomorrow in words; `cards_sure` the minutes
    up to which a sitting by minutes brings no others, where there are. `known` cards are there to warm up with,
    `known_left` of them were not gone through today.
    """

    today: date
    interview: date | None
    hours_per_week: int
    rounds: Sequence[Brief]
    questions: Sequence[Question]
    weak: Callable[[Sequence[Brief]], Weaknesses]
    minutes: Callable[[str], int | None]
    day: Callable[[str], date]
    name: Callable[[str], str]
    cards: Mapping[date, float] = {}
    gone_through: Mapping[date, float] = {}
    a_card: float = 2 / 3
    cards_left: float = 0.0
    cards_told: Mapping[date, str] = {}
    cards_sure: Mapping[date, float] = {}
    known: int = 0
    known_left: int = 0

    @property
    def a_day(self) -> float:
        """The minutes that there are a day."""
        return self.hours_per_week * 60 / 7

    @property
    def usual(self) -> int:
        """The minutes of a usual round with its grading."""
        return with_grading(self.minutes("") or _USUAL)

    @property
    def room(self) -> float:
        """The minutes of drills that a day has room for: one round, unless the hours ask for more."""
        return max(self.usual, min(_MORE_A_DAY * self.a_day, _MOST_ROUNDS * self.usual))

    @property
    def most_cards(self) -> float:
        """The minutes of cards that a day has a place for: the rest is for rounds."""
        return self.a_day / 3

    @property
    def cards_room(self) -> float:
        """The minutes of cards that today still has a place for."""
        return self.most_cards - self.gone_through.get(self.today, 0.0)

    @property
    def cards_done(self) -> bool:
        """Whether no card of today is left, or their time was spent; less than half a card or minute is none."""
        return not self.cards_told.get(self.today) or self.cards_room < max(self.a_card, 1.0) / 2

    def days_left(self, day: date) -> int | None:
        """Days from a day until the interview; None without one to come."""
        left = (self.interview - day).days if self.interview else -1
        return left if left >= 0 else None

    def cards_of(self, day: date) -> int:
        """The minutes of cards that a day has a place for."""
        expected = self.cards.get(day, 0.0)
        return max(round(min(expected, self.most_cards)), 1) if expected else 0

    def cards_part(self, day: date) -> tuple[int, bool]:
        """The minutes of cards for which a day still has a place, and whether that is for some of them alone."""
        of_today = day == self.today
        fits = max(round(self.cards_room if of_today else self.most_cards), 1)
        whole = max(round(self.cards_left if of_today else self.cards.get(day, 0.0)), 1)
        part = fits < whole and fits <= self.cards_sure.get(day, inf)
        return fits if part else whole, part

    def credit(self, rounds: Sequence[Brief], until: date, left: float = 0.0) -> float:
        """The minutes that stand to the person's credit from the days before one, negative after doing more; what is
        `left` of the last of them counts as if it was done.

        What was missed since the first day carries over, but for no more than one round, so that a week off makes no
        wall; doing more than planned does not cost more than one either.
        """
        spent: dict[date, float] = {}
        for known in rounds:
            day = self.day(known.started)
            spent[day] = spent.get(day, 0.0) + took(known)
        if left:
            spent[until - _A_DAY] = spent.get(until - _A_DAY, 0.0) + left
        began = min((*spent, *self.gone_through), default=until)
        day, credit, most = max(began, until - timedelta(days=DAYS_BACK)), 0.0, self.usual
        while day < until:
            credit = max(min(credit, most) + self.a_day - spent.get(day, 0.0) - self._on_cards(day), -most)
            day += _A_DAY
        return credit

    def _on_cards(self, day: date) -> float:
        """The minutes spent on cards, as far as a day has a place for them: they are never a debt."""
        return min(self.gone_through.get(day, 0.0), self.most_cards)


def with_grading(minutes: float) -> int:
    """The minutes of a round together with those of grading it."""
    return round(minutes + max(minutes / _GRADING, _LEAST_GRADING))


def took(known: Brief) -> float:
    """The minutes that a round took, with its grading where it was graded."""
    minutes = known.used / 60
    return with_grading(minutes) if known.grades and known.graded else minutes


def is_step(known: Brief) -> bool:
    """Whether a round was one step alone."""
    return bool(known.base) or len(known.phases) == 1


def is_whole(known: Brief) -> bool:
    """Whether a round was a whole one that was gone through to its end; a first look is none."""
    return known.done and known.grades and not is_step(known) and is_something(known)


def is_something(known: Brief) -> bool:
    """Whether enough was done in a round: a third of its minutes were used, or without a clock there are notes."""
    if known.planned is None:
        return known.notes >= _NOTES or known.noted > len(known.spent_rows) / 2
    return known.used >= known.planned * _USED


def this_morning(facts: Facts) -> list[Brief]:
    """The rounds as they stood when the day began: those of today are left out, one that was graded today was not yet,
    and one that ended today was paused."""
    found = []
    for known in facts.rounds:
        if facts.day(known.started) >= facts.today:
            continue
        if known.graded and facts.day(known.graded) >= facts.today:
            known = known._replace(status=FINISHED, graded="", missed_rows=(), own_rows={}, made={})
        if known.status == FINISHED and known.ended and facts.day(known.ended) >= facts.today:
            known = known._replace(status=PAUSED)
        found.append(known._replace(status=PAUSED) if known.status == ACTIVE else known)
    return found
