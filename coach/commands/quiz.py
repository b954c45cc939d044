"""`coach quiz`: flashcards that are due."""

from collections.abc import Sequence
from datetime import date

from coach.commands import world
from coach.commands.interview_day import keep_interview
from coach.errors import UsageError
from coach.recall.agenda import Terms
from coach.record.book import Book
from coach.screens.collecting import open_cards
from coach.screens.collection import Collection
from coach.screens.deal import Asked, deal, named
from coach.screens.quiz_words import nothing_due


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
    if interview is not None:
        keep_interview(home, interview, "coach quiz --interview")
        home = world.home()
    found, book = open_cards(home, world.library(home.places, folder))
    world.leave_out(found.problems)
    day = world.today(home)
    if due or stats:
        from coach.commands.quiz_due import show_due
        from coach.commands.quiz_stats import show_stats

        items, terms = named(found, book.ledger, asked.names), Terms(day, home.settings.interview, asked.ahead)
        if due:
            return show_due(book, items, terms, as_json=as_json)
        return show_stats(found, book, items, terms, as_json=as_json)
    return _sit(folder, found, book, asked, day, home.settings.interview, seed, plain=plain)


def _sit(
    folder: str | None, found: Collection, book: Book, asked: Asked, day: date, interview: date | None,
    seed: int | None, *, plain: bool,
) -> int:  # fmt: skip
    from coach.screens.quiz import quiz

    app = world.app(folder, plain=plain)
    if seed is not None:
        app.rng.seed(seed)
    dealt = deal(found, book, asked, day, interview, app.rng)
    if dealt.cards:
        quiz(app, found, book, dealt)
    else:
        app.ui.show(*nothing_due(found, book, dealt))
        book.save()
    return 0


def _refuse_nonsense(asked: Asked, *, due: bool, stats: bool, as_json: bool) -> None:
    if due and stats:
        raise UsageError("--due and --stats do not go together.", "Leave one of them out.")
    of_sitting = (
        asked.cram or asked.known or asked.typed or (asked.minutes, asked.limit, asked.new) != (None, None, None)
    )
    if (due or stats) and of_sitting:
        raise UsageError(f"{'--due' if due else '--stats'} asks no card.", "Leave the options of a sitting out.")
    if as_json and not (due or stats):
        raise UsageError("--json prints what is due or the statistics.", "For example: coach quiz --due --json")
    if asked.cram and asked.known:
        raise UsageError("--cram and --known do not go together.", "Leave one of them out.")
    if (asked.cram or asked.known) and (asked.ahead or asked.new is not None):
        which = "--cram" if asked.cram else "--known"
        raise UsageError(f"{which} goes through cards whatever is due.", "Leave --ahead and --new out.")
    ranges: Sequence[tuple[str, int | None, int, int]] = (
        ("--minutes", asked.minutes, 1, 480), ("--limit", asked.limit, 1, 10_000),
        ("--new", asked.new, 0, 1000), ("--ahead", asked.ahead, 0, 365),
    )  # fmt: skip
    for name, value, low, high in ranges:
        if value is not None and not low <= value <= high:
            raise UsageError(f"{name} should be from {low} to {high:,}, is {value}.")
