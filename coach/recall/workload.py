"""How many cards there were and will be, day by day: what a plan of the days needs to know."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from coach.recall.agenda import LOAD, NEW_A_DAY, Item, Terms, wanted
from coach.recall.ledger import Ledger
from coach.recall.log import CRAM, REVIEW, Entry

_RETURNS = (2, 13)
"""Days after which a new card comes back that is recalled well each time, at the usual retention; the next time is two
months on."""


def gone_through(entries: Iterable[Entry]) -> Counter[date]:
    """How many cards were graded on each day, those that were repeated as often; crammed ones are not among those of a
    day."""
    return Counter(entry.day for entry in entries if entry.kind == REVIEW and entry.mode != CRAM)


def begun_on(ledger: Ledger, day: date) -> int:
    """How many of the cards of a day were gone through on it."""
    return sum(progress.memory.last == day for progress in ledger.cards.values() if progress.memory)


def workload(
    items: Sequence[Item], ledger: Ledger, terms: Terms, days: int, new: int, *,
    fits: int = LOAD + NEW_A_DAY, waiting: int = 0, begun: int = 0,
) -> dict[date, int]:  # fmt: skip
    """How many cards each of so many days after today is to bring: those due as things stand, and of the `new` ones
    that wait the usual number a day, which come back, as do those `begun` today; none while due ones wait.

    An expectation: every card is taken to be recalled, and `fits` cards to be done a day, due ones first; those that do
    not fit, and the `waiting` ones that today leaves over, come on the next day. On the eve of an interview and on its
    day nothing is new.
    """
    due = _due(items, ledger, terms)
    begins, found = {terms.today: begun}, dict[date, int]()
    for ahead in range(1, days + 1):
        day = terms.today + timedelta(days=ahead)
        left = (terms.interview - day).days if terms.interview else None
        total = waiting + due[day] + sum(begins.get(day - timedelta(days=after), 0) for after in _RETURNS)
        load, offered = min(total, LOAD), 0 if left in (0, 1) or total > LOAD else min(new, NEW_A_DAY)
        waiting = total - min(load, fits)
        begins[day] = min(offered, max(fits - load, 0))
        new -= begins[day]
        found[day] = load + offered
    return found


def _due(items: Iterable[Item], ledger: Ledger, terms: Terms) -> Counter[date]:
    due: Counter[date] = Counter()
    for item in items:
        progress = ledger.cards.get(item.id)
        if progress and progress.memory and not progress.suspended:
            due[wanted(item, progress, progress.memory, terms)] += 1
    return due
