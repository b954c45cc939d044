"""`coach quiz`: flashcards that are due."""

import json
from collections.abc import Sequence
from datetime import date, timedelta

from coach.commands import world
from coach.errors import UsageError
from coach.recall.agenda import Terms, wanted
from coach.recall.day import day_of
from coach.record.book import Book
from coach.record.home import Home
from coach.record.settings import keep_setting
from coach.screens.collection import Collection, open_cards
from coach.screens.deal import Asked, deal, named
from coach.screens.ui import Text


def run(
    folder: str | None,
    asked: Asked,
    *,
    interview: str | None,
    seed: int | None,
    plain: bool,
    due: bool,
    stats: bool,
    as_json: bool,
) -> int:
    """Runs a sitting, or prints what is due or the statistics. Returns the exit code."""
    _refuse_nonsense(asked, due=due, stats=stats, as_json=as_json)
    home = world.home()
    library = world.library(home.places, folder)
    if interview is not None:
        keep_interview(home, interview, quietly=as_json)
        home = world.home()
    found, book = open_cards(home, library)
    world.leave_out(found.problems)
    today = day_of(world.now(), home.settings.day_begins, None)
    if due:
        return _print_due(found, book, asked, Terms(today, home.settings.interview), as_json=as_json)
    if stats:
        from coach.commands.quiz_stats import show

        return show(found, book, Terms(today, home.settings.interview), as_json=as_json)
    return _sit(folder, found, book, asked, today, home.settings.interview, seed, plain=plain)


def _sit(
    folder: str | None, found: Collection, book: Book, asked: Asked, today: date, interview: date | None,
    seed: int | None, *, plain: bool,
) -> int:  # fmt: skip
    from coach.screens.quiz import quiz
    from coach.screens.quiz_words import nothing_due

    app = world.app(folder, plain=plain)
    if seed is not None:
        app.rng.seed(seed)
    dealt = deal(found, book, asked, today, interview, app.rng)
    if not dealt.cards:
        app.ui.show(*nothing_due(found, book, dealt))
        book.save()
        return 0
    quiz(app, found, book, dealt)
    return 0


def keep_interview(home: Home, text: str, *, quietly: bool = False) -> None:
    """Keeps the day of the interview as a setting, or drops it. Raises UsageError for what is no day to come."""
    path = home.places.config
    if text == "off":
        keep_setting(path, "interview", "")
        if not quietly:
            world.printer().show(Text(f"No interview is set in {path} any more.", "dim"))
        return
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"{text!r} is no day.", "Give it like 2026-12-05; off takes it out again.") from None
    today = day_of(world.now(), home.settings.day_begins, None)
    if not today <= day <= today + timedelta(days=366):
        raise UsageError(f"An interview on {day} is not within the year to come.", "Give a day from today on.")
    keep_setting(path, "interview", day.isoformat())
    if not quietly:
        told = f"Interview on {day:%-d %B}: kept in {path}, for the plan too. `--interview off` drops it."
        world.printer().show(Text(told, "dim"))


def _refuse_nonsense(asked: Asked, *, due: bool, stats: bool, as_json: bool) -> None:
    if due and stats:
        raise UsageError("--due and --stats do not go together.", "Leave one of them out.")
    if stats and asked.names:
        raise UsageError("--stats is about all cards.", "Leave the names of decks out; --due takes them.")
    if as_json and not (due or stats):
        raise UsageError("--json prints what is due or the statistics.", "For example: coach quiz --due --json")
    if asked.cram and (asked.ahead or asked.new is not None):
        raise UsageError("--cram goes through cards whatever is due.", "Leave --ahead and --new out.")
    ranges: Sequence[tuple[str, int | None, int, int]] = (
        ("--minutes", asked.minutes, 1, 480), ("--limit", asked.limit, 1, 10_000),
        ("--new", asked.new, 0, 1000), ("--ahead", asked.ahead, 0, 365),
    )  # fmt: skip
    for name, value, low, high in ranges:
        if value is not None and not low <= value <= high:
            raise UsageError(f"{name} should be from {low} to {high:,}, is {value}.")


def _print_due(found: Collection, book: Book, asked: Asked, terms: Terms, *, as_json: bool) -> int:
    rows = []
    horizon = terms.today + timedelta(days=asked.ahead)
    for item in named(found, book.ledger, asked.names):
        progress = book.ledger.of(item.id)
        memory = progress.memory
        if memory is None or progress.suspended:
            continue
        day = wanted(item, progress, memory, terms)
        open_today = memory.last >= terms.today and not progress.recalled
        if (day <= horizon and memory.last < terms.today) or open_today:
            rows.append(
                {
                    "id": item.id,
                    "deck": item.deck,
                    "due": min(day, terms.today).isoformat() if open_today else day.isoformat(),
                    "stability": round(memory.stability, 4),
                    "difficulty": round(memory.difficulty, 4),
                    "retrievability": round(book.schedule.retrievability(memory, terms.today), 4),
                }
            )
    book.save()
    if as_json:
        print(json.dumps(rows, indent=2))
        return 0
    from coach.screens.ui import Table

    ui = world.printer()
    if not rows:
        ui.show(Text("Nothing is due. `coach quiz` offers new cards."))
        return 0
    cells = [(str(row["id"]), str(row["due"]), f"{row['retrievability']:.0%}") for row in rows]
    ui.show(Table(("card", "due", "chance of recall"), cells, right=(2,)), Text("`coach quiz` asks them."))
    return 0
