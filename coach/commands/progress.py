"""`coach progress`: what changed from round to round."""

import json
from collections.abc import Sequence
from datetime import timedelta

from coach.commands import world
from coach.commands.catalogue import questions_of
from coach.content.library import Library
from coach.content.problem import did_you_mean
from coach.errors import CoachError
from coach.interview.brief import Brief
from coach.interview.drift import drifts
from coach.interview.gaps import weaknesses
from coach.interview.progress import Points, attempts
from coach.interview.questions import Question
from coach.interview.since import since
from coach.interview.trial import trials_of
from coach.recall.statistics import recalled
from coach.record.home import Home
from coach.record.looks import looked
from coach.record.sessions import short_name
from coach.screens.briefs import briefs
from coach.screens.collecting import open_cards
from coach.screens.progress_page import CARD_DAYS, Overview, progress_page
from coach.screens.progress_words import Wording
from coach.screens.weaknesses import person_weaknesses


def run(folder: str | None, scenario: str | None, *, as_json: bool) -> int:
    """Shows what changed from round to round, over all questions or on one. Returns the exit code."""
    home, problems = world.home(), list[CoachError]()
    library = world.library(home.places, folder)
    rounds = briefs(home, problems)
    questions = questions_of(home.places.cache, library)
    named = {name: question.id for question in questions for name in question.names}
    name, names = _question(questions, scenario, rounds) if scenario else ("", ())
    on_it = [known for known in rounds if known.scenario in names] if scenario else rounds
    done = attempts(on_it)
    weak = weaknesses(trials_of(on_it)) if scenario else person_weaknesses(home, rounds)
    shown = Overview(
        done, since(done, weak, named), weak, drifts(done), _cards(home, library, rounds, name, problems), name,
        next((known.session for known in on_it if known.ungraded), ""),
    )  # fmt: skip
    read = _read_before(home, on_it)
    sessions = [known.session for known in rounds]
    words = Wording(
        lambda stamped: f"{home.day(stamped):%-d %b}",
        lambda session: short_name(session, sessions),
        read,
        lambda question: named.get(question, ""),
    )
    if as_json:
        from coach.commands.progress_data import as_data

        print(json.dumps(as_data(shown, words)))  # to indent a thousand rounds takes a second
    else:
        world.printer().show(*progress_page(shown, words))
    world.leave_out(problems)
    return 0


def _question(questions: Sequence[Question], name: str, rounds: Sequence[Brief]) -> tuple[str, Sequence[str]]:
    """The id of a question and its former ones; one that is gone is known by its rounds. Raises CoachError."""
    if question := next((question for question in questions if name in question.names), None):
        return question.id, question.names
    practised = {known.scenario for known in rounds}
    if name in practised:
        return name, (name,)
    near = did_you_mean(name, sorted({*(question.id for question in questions), *practised}))
    raise CoachError(f"There is no scenario {name!r}{near or '.'}", "`coach list` shows all of them.")


def _cards(
    home: Home, library: Library, rounds: Sequence[Brief], deck: str, problems: list[CoachError]
) -> tuple[Points, Points]:
    """The cards recalled of those reviewed in the days before the last ones, and in those, of all or of one question.
    Cards that cannot be read are no reason to show nothing of the rounds."""
    try:
        found, book = open_cards(home, library, rounds)
        today = world.today(home)
        middle = today - timedelta(days=CARD_DAYS - 1)
        first = middle - timedelta(days=CARD_DAYS)
        entries = book.entries(first)
    except CoachError as error:
        problems.append(error)
        return Points(), Points()
    book.save()
    ids = {item.id for item in found.items.values() if item.deck == deck or not deck}
    spans = ((first, middle - timedelta(days=1)), (middle, today))
    before, now = (recalled(entries, book.ledger, found.names, ids, *span) for span in spans)
    return Points(before[1], before[0]), Points(now[1], now[0])


def _read_before(home: Home, rounds: Sequence[Brief]) -> set[str]:
    """The sessions that came after a look at the answers."""
    looks = home.looks.first()
    return {known.session for known in rounds if looked(looks.get(known.scenario), known.ended_at)}
