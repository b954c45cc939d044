"""The plan of a person, from all that they did."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial

from coach.interview.brief import Brief
from coach.interview.questions import Question
from coach.interview.study_facts import Facts
from coach.interview.study_plan import OPEN_END
from coach.language.stamps import unstamp
from coach.recall.agenda import Terms
from coach.recall.day import day_of
from coach.recall.known import KNOWN, known
from coach.recall.known import gone_through as crammed
from coach.recall.workload import gone_through, workload
from coach.record.book import Book
from coach.record.home import Home
from coach.record.sessions import short_name
from coach.screens.collection import Collection
from coach.screens.deal import whole_day
from coach.screens.quiz_words import today_told
from coach.screens.weaknesses import person_weaknesses

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
    brought, done = whole_day(found, book, today, facts.interview), gone_through(ledger)
    days = facts.days_left(today)
    coming = workload(items, ledger, Terms(today, facts.interview), days or OPEN_END, brought.later)
    coming[today] = brought.size - len(brought.repeats) + done[today]
    warm = known(found.items, ledger)[:KNOWN]
    left = set(warm) - crammed(book.entries(), today) if days == 1 else warm
    minutes = ledger.pace / 60
    return facts._replace(
        cards={day: number * minutes for day, number in coming.items()},
        gone_through={day: number * minutes for day, number in done.items()},
        cards_told=today_told(len(brought.repeats), len(brought.due), len(brought.new)),
        known=len(warm), known_left=len(left),
    )  # fmt: skip
