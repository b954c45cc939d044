"""The plan of a person, from all that they did."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from coach.interview.brief import Brief
from coach.interview.debrief import Debrief
from coach.interview.questions import Question
from coach.interview.study_ground import DAYS_BACK, Ground
from coach.interview.study_plan import OPEN_END
from coach.recall.agenda import Agenda, Terms
from coach.recall.known import KNOWN, crammed, known
from coach.recall.workload import begun_on, gone_through, workload
from coach.record.book import Book
from coach.record.home import Home
from coach.record.sessions import short_name
from coach.screens.collection import Collection
from coach.screens.deal import tomorrow, whole_day
from coach.screens.quiz_words import today_told

_A_DAY = timedelta(days=1)
_YEAR = timedelta(days=366)
"""How far ahead days are planned; the commands take no interview behind it."""


def ground_of(
    home: Home, rounds: Sequence[Brief], questions: Sequence[Question], opened: tuple[Collection, Book] | None,
    today: date, minutes: Callable[[str], int | None],
    told: Sequence[Debrief] = (), *, over: bool = False,
) -> Ground:  # fmt: skip
    """What the person's plan is made from; `opened` are the cards where they can be read, `told` the debriefs; the
    interview of today may be `over`."""
    settings, names = home.settings, [known.session for known in rounds]
    far = settings.interview and settings.interview - today > _YEAR  # written into the file by hand
    ground = Ground(
        today, None if far else settings.interview, settings.hours_per_week, rounds, questions,
        minutes, home.day,
        lambda session: short_name(session, names), debriefs=told,
    )  # fmt: skip
    ground = _with_cards(ground, *opened) if opened else ground
    # The cards of its day are what the quiz has for it.
    return ground._replace(interview=None, rests=True) if over else ground


def _with_cards(ground: Ground, found: Collection, book: Book) -> Ground:
    """It with the minutes of flashcards, at the person's own pace."""
    today, items, ledger = ground.today, list(found.items.values()), book.ledger
    terms, days, minutes = Terms(today, ground.interview), ground.days_left(today), ledger.pace / 60
    entries = book.entries(today - timedelta(days=DAYS_BACK))
    done, brought = gone_through(entries), whole_day(found, book, today, ground.interview)
    if began := min((progress.first for progress in ledger.cards.values() if progress.first), default=None):
        done[began] += 0
    warm = known(found.items, ledger)[:KNOWN]
    ground = ground._replace(
        gone_through={day: number * minutes for day, number in done.items()}, a_card=minutes,
        cards_left=brought.size * minutes,
        cards_told={today: _told(brought)}, cards_sure=_sure(today, brought, minutes),
        known=len(warm), known_left=len(set(warm) - crammed(entries, today)),
    )  # fmt: skip
    fits, last, cards = round(ground.most_cards / minutes), days or OPEN_END, {today: brought.size}
    cards[today] += begun_on(ledger, today) - len(brought.repeats)
    day, room = today, max(round(ground.cards_room / minutes), 0)
    if ground.cards_done:  # of tomorrow it is known by now what the quiz says of it
        day, last, room, brought = today + _A_DAY, last - 1, fits, tomorrow(found, book, terms)
        cards[day] = brought.size
        ground = ground._replace(
            cards_told={**ground.cards_told, day: _told(brought)},
            cards_sure={**ground.cards_sure, **_sure(day, brought, minutes)},
        )
    old = brought.size - len(brought.new)
    begun = min(len(brought.new), max(room - old, 0))
    cards |= workload(
        items, ledger, Terms(day, ground.interview), last, brought.later + len(brought.new) - begun,
        fits=fits, waiting=brought.waiting + max(old - room, 0), begun=begun,
    )  # fmt: skip
    return ground._replace(cards={day: number * minutes for day, number in cards.items()})


def _told(brought: Agenda) -> str:
    return today_told(len(brought.repeats), len(brought.due), len(brought.new))


def _sure(day: date, brought: Agenda, minutes: float) -> dict[date, float]:
    """A sitting by minutes takes of a backlog what the day has no place for before it takes new cards."""
    return {day: (len(brought.repeats) + len(brought.due)) * minutes} if brought.waiting else {}
