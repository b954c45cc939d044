"""The plan of a person, from all that they did."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial

from coach.interview.brief import Brief
from coach.interview.questions import Question
from coach.interview.study_facts import DAYS_BACK, Facts
from coach.interview.study_plan import OPEN_END
from coach.language.stamps import unstamp
from coach.recall.agenda import Agenda, Terms
from coach.recall.day import day_of
from coach.recall.known import KNOWN, known
from coach.recall.known import gone_through as crammed
from coach.recall.workload import begun_on, gone_through, workload
from coach.record.book import Book
from coach.record.home import Home
from coach.record.sessions import short_name
from coach.screens.collection import Collection
from coach.screens.deal import tomorrow, whole_day
from coach.screens.quiz_words import today_told
from coach.screens.weaknesses import person_weaknesses

_A_DAY = timedelta(days=1)
_YEAR = timedelta(days=366)
"""How far ahead days are planned; the commands take no interview behind it."""


def facts_of(
    home: Home, rounds: Sequence[Brief], questions: Sequence[Question], opened: tuple[Collection, Book] | None,
    today: date, minutes: Callable[[str], int | None],
) -> Facts:  # fmt: skip
    """What the person's plan is made from; `opened` are the cards where they can be read."""
    settings, names = home.settings, [known.session for known in rounds]
    far = settings.interview and settings.interview - today > _YEAR  # written into the file by hand
    facts = Facts(
        today, None if far else settings.interview, settings.hours_per_week, rounds, questions,
        partial(person_weaknesses, home),
        minutes, lambda stamped: day_of(unstamp(stamped), settings.day_begins, None),
        lambda session: short_name(session, names),
    )  # fmt: skip
    return _with_cards(facts, *opened) if opened else facts


def _with_cards(facts: Facts, found: Collection, book: Book) -> Facts:
    """The facts with the minutes of flashcards, at the person's own pace."""
    today, items, ledger = facts.today, list(found.items.values()), book.ledger
    terms, days, minutes = Terms(today, facts.interview), facts.days_left(today), ledger.pace / 60
    entries = book.entries(today - timedelta(days=DAYS_BACK))
    done, brought = gone_through(entries), whole_day(found, book, today, facts.interview)
    if began := min((progress.first for progress in ledger.cards.values() if progress.first), default=None):
        done[began] += 0
    warm = known(found.items, ledger)[:KNOWN]
    facts = facts._replace(
        gone_through={day: number * minutes for day, number in done.items()}, a_card=minutes,
        cards_left=brought.size * minutes,
        cards_told={today: _told(brought)}, cards_sure=_sure(today, brought, minutes),
        known=len(warm), known_left=len(set(warm) - crammed(entries, today)),
    )  # fmt: skip
    fits, last, cards = round(facts.most_cards / minutes), days or OPEN_END, {today: brought.size}
    cards[today] += begun_on(ledger, today) - len(brought.repeats)
    day, room = today, max(round(facts.cards_room / minutes), 0)
    if facts.cards_done:  # of tomorrow it is known by now what the quiz says of it
        day, last, room, brought = today + _A_DAY, last - 1, fits, tomorrow(found, book, terms)
        cards[day] = brought.size
        facts = facts._replace(
            cards_told={**facts.cards_told, day: _told(brought)},
            cards_sure={**facts.cards_sure, **_sure(day, brought, minutes)},
        )
    old = brought.size - len(brought.new)
    begun = min(len(brought.new), max(room - old, 0))
    cards |= workload(
        items, ledger, Terms(day, facts.interview), last, brought.later + len(brought.new) - begun,
        fits=fits, waiting=brought.waiting + max(old - room, 0), begun=begun,
    )  # fmt: skip
    return facts._replace(cards={day: number * minutes for day, number in cards.items()})


def _told(brought: Agenda) -> str:
    return today_told(len(brought.repeats), len(brought.due), len(brought.new))


def _sure(day: date, brought: Agenda, minutes: float) -> dict[date, float]:
    """A sitting by minutes takes of a backlog what the day has no place for before it takes new cards."""
    return {day: (len(brought.repeats) + len(brought.due)) * minutes} if brought.waiting else {}
