"""`coach quiz --stats`: retention against prediction, reviews a day, what is to come."""

import json
from collections.abc import Sequence
from datetime import date

from coach.commands import world
from coach.recall.agenda import Item, Terms
from coach.recall.statistics import Retention, forecast, retention, reviews_a_day
from coach.record.book import Book
from coach.screens.collection import Collection
from coach.screens.ui import Gap, Pairs, Rule, Table, Text

_SPANS = (7, 30, 365)
_ENOUGH = 30
"""Reviews from which on a measured retention says something: within 11 points or so of the truth."""


def show_stats(found: Collection, book: Book, items: Sequence[Item], terms: Terms, *, as_json: bool) -> int:
    """Prints the statistics of some cards. Returns the exit code."""
    ids = {item.id for item in items}
    entries = [entry for entry in book.entries() if found.names.get(entry.card, entry.card) in ids]
    measured = retention(entries, book.schedule, found.names, terms.today, _SPANS)
    daily, coming = reviews_a_day(entries, terms.today), forecast(items, book.ledger, terms)
    states = [book.ledger.of(item.id) for item in items]
    begun = [state for state in states if state.memory]
    counts = {
        "cards": len(states),
        "begun": len(begun),
        "suspended": sum(state.suspended for state in states),
        "flagged": sum(state.flagged for state in states),
        "leeches": sum(state.leech for state in states),
    }
    book.save()
    if as_json:
        told = {
            **counts,
            "retention": [
                {
                    "days": span.days,
                    "reviews": span.reviews,
                    "measured": round(span.recalled / span.reviews, 4) if span.reviews else None,
                    "predicted": round(span.predicted, 4) if span.reviews else None,
                }
                for span in measured
            ],
            "reviews": {day.isoformat(): number for day, number in daily},
            "forecast": {day.isoformat(): number for day, number in coming},
        }
        print(json.dumps(told, indent=2))
        return 0
    ui = world.printer()
    if not begun:
        ui.show(Text("No card was reviewed yet. `coach quiz` begins with a few."))
        return 0
    ui.show(
        Rule("Cards"),
        Pairs([(name, f"{number:,}") for name, number in counts.items()]),
        Gap(),
        Rule("Recalled on the day they were due", f"wanted {book.schedule.retention:.0%}"),
        Table(("", "reviews", "measured", "predicted"), [_row(span) for span in measured], right=(1, 2, 3)),
        Text(_verdict(measured), "dim"),
        Gap(),
        Rule("Reviews a day, and what comes due"),
        *_bars(daily, coming),
        Text("Next: `coach quiz`."),
    )
    return 0


def _row(span: Retention) -> tuple[str, str, str, str]:
    if not span.reviews:
        return f"last {span.days} days", "0", "", ""
    return (f"last {span.days} days", str(span.reviews), f"{span.recalled / span.reviews:.0%}", f"{span.predicted:.0%}")


def _verdict(measured: list[Retention]) -> str:
    """What the longest span says, when there are enough reviews to say something."""
    span = measured[-1]
    if span.reviews < _ENOUGH:
        return f"From {_ENOUGH} reviews of known cards on, these figures say something; there are {span.reviews}."
    gap = span.recalled / span.reviews - span.predicted
    margin = 2 * (span.predicted * (1 - span.predicted) / span.reviews) ** 0.5
    if abs(gap) <= margin:
        return "Measured and predicted agree as far as so many reviews can tell: the intervals fit you."
    if gap < 0:
        return "You recall less than predicted: grade a card you had to guess as again, and reword what keeps failing."
    return "You recall more than predicted: a lower `retention` in config.toml would save you reviews."


def _bars(daily: list[tuple[date, int]], coming: list[tuple[date, int]]) -> list[Text]:
    most = max(1, *(number for _, number in (*daily, *coming)))
    shown = []
    for (day, number), (after, due) in zip(daily, coming, strict=True):
        done_bar, due_bar = "█" * round(12 * number / most), "█" * round(12 * due / most)
        shown.append(Text(f"{day:%d %b} {number:>4} {done_bar:<12}   {after:%d %b} {due:>4} {due_bar}"))
    return shown
