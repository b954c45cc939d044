"""What a plan is made from, and how much time there is for it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from math import inf
from typing import NamedTuple

from coach.content.terms import PHASES
from coach.interview.brief import Brief
from coach.interview.debrief import Debrief
from coach.interview.gaps import Weaknesses, shown_by
from coach.interview.questions import Question
from coach.interview.status import ACTIVE, FINISHED, GRADED, PAUSED
from coach.language.stamps import stamp

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
_WHOLE = 0.5
"""Share of the usual minutes that a whole round has at least."""
_USED = 1 / 3
"""Share of the planned minutes that a round takes at least; one that was stepped through shows nothing."""
_NOTES = 10
"""Notes that make a round without a clock in any case."""


class Ground(NamedTuple):
    """What a plan is made from.

    `rounds` come newest first. `minutes` tells those of a format, of the usual one for an empty name, None where it
    cannot be read; `day` the person's day of a stamp; `name` what is enough to name a session. `cards` are minutes of
    flashcards by day: those of today as the day began, and what is expected of the days to come; `gone_through` are
    the minutes really spent on them by day, `a_card` those of one. `cards_left` are the minutes of those left today,
    `cards_told` by day those left today and, once they are done, those of tomorrow in words; `cards_sure` the minutes
    up to which a sitting by minutes brings no others, where there are. `known` cards are there to warm up with,
    `known_left` of them were not gone through today. `debriefs` are those of real interviews, the newest first.
    Who `rests` today was in one: no round is asked of them.
    """

    today: date
    interview: date | None
    hours_per_week: int
    rounds: Sequence[Brief]
    questions: Sequence[Question]
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
    debriefs: Sequence[Debrief] = ()
    rests: bool = False

    def weak(self, rounds: Sequence[Brief], debriefs: Sequence[Debrief] | None = None) -> Weaknesses:
        """What some rounds and the interviews that were told of show."""
        return shown_by(rounds, self.debriefs if debriefs is None else debriefs, self.day)

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
            day = self.day(known.ended or known.started)
            spent[day] = spent.get(day, 0.0) + took(known)
        if left:
            spent[until - _A_DAY] = spent.get(until - _A_DAY, 0.0) + left
        began = min((*spent, *self.gone_through), default=until)
        day, credit, most = max(began, until - timedelta(days=DAYS_BACK)), 0.0, self.usual
        while day < until:
            credit = max(min(credit, most) + self.a_day - spent.get(day, 0.0) - self._on_cards(day), -most)
            day += _A_DAY
        return credit

    def is_step(self, known: Brief) -> bool:
        """Whether a round is less than a whole one: one that redoes a step, leaves phases out, or was made much shorter
        than usual, as is only a question made for a format of its own. A first look is neither."""
        if known.base or not set(PHASES).issubset(known.phases):
            return known.grades
        short = known.planned is not None and known.planned < (self.minutes("") or _USUAL) * 60 * _WHOLE
        return known.grades and short and not self._is_own_format(known)

    def _is_own_format(self, known: Brief) -> bool:
        return any(known.scenario in q.names and known.format == q.format for q in self.questions)

    def is_whole(self, known: Brief) -> bool:
        """Whether a round was a whole one that was gone through to its end; a first look is none."""
        return known.done and known.grades and is_something(known) and not self.is_step(known)

    def is_step_done(self, known: Brief) -> bool:
        """Whether a round was a step that was gone through to its end."""
        return known.done and is_something(known) and self.is_step(known)

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


def is_something(known: Brief) -> bool:
    """Whether enough was done in a round: a third of its minutes were used, or without a clock there are notes."""
    if known.planned is None:
        return known.notes >= _NOTES or known.noted > len(known.spent_rows) / 2
    return known.used >= known.planned * _USED


def told_before(ground: Ground) -> list[Debrief]:
    """The debriefs as they stood when the day began: those of today are left out."""
    return [told for told in ground.debriefs if ground.day(stamp(told.at)) < ground.today]


def this_morning(ground: Ground) -> list[Brief]:
    """The rounds as they stood when the day began: those of today are left out, one that was graded today was not yet,
    and one that ended today was paused. What was graded before stays so, though it was graded anew."""
    found = []
    for known in ground.rounds:
        if ground.day(known.started) >= ground.today:
            continue
        first = known.first_graded or known.graded
        if first and ground.day(first) >= ground.today:
            known = known._replace(status=FINISHED, graded="", missed_rows=(), own_rows={}, made={})
        elif first and known.status == FINISHED:  # it is being graded anew
            known = known._replace(status=GRADED)
        if known.status == FINISHED and known.ended and ground.day(known.ended) >= ground.today:
            known = known._replace(status=PAUSED, ended="")
        found.append(known._replace(status=PAUSED) if known.status == ACTIVE else known)
    return found
