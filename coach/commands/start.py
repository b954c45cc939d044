"""Bare `coach`: what to do next."""

from collections.abc import Sequence
from datetime import date, timedelta

from coach.commands import world
from coach.commands.catalogue import questions_of
from coach.commands.interview_day import SPOKEN_OF, is_over, is_untold
from coach.content.library import Library
from coach.errors import CoachError, Stopped
from coach.interview.brief import Brief
from coach.interview.gaps import Weaknesses, shown_by
from coach.interview.questions import Question, full, not_tried, taste
from coach.interview.study_plan import study_plan
from coach.interview.study_slots import step_to_redo
from coach.recall.known import KNOWN, crammed, known
from coach.record.book import Book
from coach.record.home import Home
from coach.screens.briefs import briefs
from coach.screens.collecting import open_cards
from coach.screens.collection import Collection
from coach.screens.deal import whole_day
from coach.screens.debriefs import debriefs
from coach.screens.format_minutes import format_minutes
from coach.screens.next_steps import next_steps
from coach.screens.planning import ground_of
from coach.screens.quiz_words import counted, minutes
from coach.screens.situation import Cards, Situation
from coach.screens.ui import Block, Gap, Pairs, Rule, Text

_ROWS = 4
"""Steps that are listed below the first, so that all of it fits into 60 columns and 20 lines."""
_SOON = timedelta(days=14)
"""How far away the day is that shows how a day is given."""


def run(folder: str | None) -> int:
    """Shows the one thing to do next with its command, and a few others; on the first run offers a taste. Returns the
    exit code."""
    home, problems = world.home(), list[CoachError]()
    settings, library = home.settings, world.library(home.places, folder)
    questions, rounds = questions_of(home.places.cache, library), briefs(home, problems)
    told, opened = debriefs(home, problems), _opened(home, library, rounds, problems)
    weak = shown_by(rounds, told, home.day)
    new = not (rounds or problems or settings.interview or weak.dimensions)
    if opened and new and opened[1].ledger.upto is None:
        return _first_run(folder, home, questions)
    today = world.today(home)
    long = format_minutes(home, library)
    now = Situation(
        rounds, weak, questions,
        _cards(*opened, today, settings.interview) if opened else None, today,
        settings.day_begins, settings.interview, home.sessions.open_in, long,
        over=is_over(settings.interview, today, told), untold=is_untold(settings.interview, today, told),
        begun=max(((debrief.id, debrief.day) for debrief in told if not debrief.finished), default=("", None))[1],
    )  # fmt: skip
    if now.days_left:
        now = now._replace(plan=study_plan(ground_of(home, rounds, questions, opened, today, long, told)))
    elif now.days_left is None:
        now = now._replace(redo=step_to_redo(ground_of(home, rounds, questions, None, today, long, told)))
    world.printer().show(*_page(now))
    world.leave_out(problems)
    return 0


def _opened(
    home: Home, library: Library, rounds: Sequence[Brief], problems: list[CoachError]
) -> tuple[Collection, Book] | None:
    try:
        return open_cards(home, library, rounds)
    except CoachError as error:
        problems.append(error)
        return None


def _cards(found: Collection, book: Book, today: date, interview: date | None) -> Cards:
    """What the quiz has for today, and how many of ten known cards there are to go through: none once they all were."""
    brought = whole_day(found, book, today, interview)
    ready = known(found.items, book.ledger)[:KNOWN]
    if interview == today + timedelta(days=1) and crammed(book.entries(today), today).issuperset(ready):
        ready = []
    book.save()
    return Cards(
        len(brought.repeats), len(brought.due), len(brought.new), minutes(brought.size, book.ledger.pace),
        len(ready),
    )  # fmt: skip


def _page(now: Situation) -> list[Block]:
    """The screen: the first step in full, the others as rows; on the day of an interview nothing more."""
    first, *others = next_steps(now)
    shown: list[Block] = [Rule("Next"), Text(first.what, "strong"), Text(first.why, "dim")]
    shown += [Gap(), Text(first.command, "accent", 3)] if first.command else []
    if others:
        shown += [Gap(), Rule("Then"), Pairs([step.listed for step in others[:_ROWS]])]
    if now.days_left == 0:
        return shown
    shown.append(Gap())
    if now.days_left is None and any(known.done for known in now.rounds):
        day = now.today + _SOON
        over = now.interview if now.interview and now.today - now.interview <= SPOKEN_OF else None
        asks = f"The interview of {over:%-d %B} is over. Another?" if over else "An interview ahead?"
        shown.append(Text(f"{asks} `coach plan --date {day}`", "dim"))
    elif now.days_left and now.interview and now.days_left > 1:
        left = counted(now.days_left, "day")
        shown.append(Text(f"Interview on {now.interview:%-d %B}, in {left}. `coach plan` shows them.", "dim"))
    return [*shown, Text("coach list · checklist · progress · history · doctor · --help", "dim")]


def _first_run(folder: str | None, home: Home, questions: Sequence[Question]) -> int:
    """Says what this is and offers a taste, which begins on a key; where there are no keys, the commands."""
    from coach.screens.welcome import commands, wants_taste, welcome

    small, first = taste(questions), not_tried(full(questions), (), Weaknesses())
    shown = welcome(home.places.home, small)
    if not small or not world.is_terminal():
        world.printer().show(*shown, *commands(small, first))
        return 0
    ui = world.app(folder).ui
    ui.show(*shown)
    try:
        wanted = wants_taste(ui)
    except Stopped as stop:
        if stop.why != "hangup":
            ui.show(*commands(small, first))
        raise
    if not wanted:
        ui.show(*commands(small, first))
        return 0
    from coach.commands.practice import run as practise

    return practise(
        folder, small.id, format_=None, minutes=None, phases=(), level=None, untimed=False, strict=False, mock=False,
        aloud=False, interviewer=None, seed=None, plain=False, grade=True,
    )  # fmt: skip
