"""Bare `coach`: what to do next."""

from coach.commands import world
from coach.commands.catalogue import catalogue
from coach.errors import CoachError
from coach.interview.clock import clock
from coach.interview.session import ACTIVE, FINISHED, PAUSED
from coach.record.home import Home
from coach.screens.collecting import open_cards
from coach.screens.deal import whole_day
from coach.screens.past import past
from coach.screens.quiz_words import minutes
from coach.screens.ui import Pairs, Text


def run(folder: str | None) -> int:
    """Shows the next steps, the most pressing first, each with its command. Returns the exit code."""
    home = world.home()
    problems: list[CoachError] = []
    sessions = past(home, problems)
    tried = {session.plan.scenario for session in sessions}
    rows = []
    for session in sessions:
        setup = session.plan
        if session.status == FINISHED:
            notes = len(session.live_notes)
            rows.append(("grade", f"{setup.scenario}, notes: {notes}. `coach grade {session.id[-4:]}`"))
    for session in sessions:
        setup = session.plan
        if session.status in (ACTIVE, PAUSED):
            at = f"{clock(session.clock())} in {setup.steps[session.step].title.lower()}"
            if pid := home.sessions.open_in(session.id):
                rows.append(("open", f"{setup.scenario}, {at}, in another terminal (pid {pid})"))
            else:
                rows.append(("go on", f"{setup.scenario}, paused at {at}. `coach resume {session.id[-4:]}`"))
    try:
        rows += _cards(home, folder)
    except CoachError as error:
        problems.append(error)
    offered, _ = catalogue(home.places, folder)  # `coach list` names the broken ones
    fresh = [str(row["id"]) for row in offered if row["id"] not in tried]
    if fresh:
        rows.append(("new", f"a round you have not done: `coach practice {fresh[0]}`"))
    elif sessions and not rows:
        rows.append(("again", f"the one done longest ago: `coach practice {sessions[-1].plan.scenario}`"))
    ui = world.printer()
    if not sessions:
        ui.show(Text("A coach for AI system design interviews: timed rounds at the keyboard, graded by you."))
    ui.show(Pairs(rows), Text("coach list · show · history · doctor; `coach --help` shows everything.", "dim"))
    world.leave_out(problems)
    return 0


def _cards(home: Home, folder: str | None) -> list[tuple[str, str]]:
    """The interview and what the quiz has for today. Raises CoachError for settings or logs that cannot be used."""
    found, book = open_cards(home, world.library(home.places, folder))
    today, interview = world.today(home), home.settings.interview
    brought = whole_day(found, book, today, interview)
    book.save()
    counts = ((len(brought.repeats), "to repeat"), (len(brought.due), "due"), (len(brought.new), "new"))
    told = ", ".join(f"{number} {what}" for number, what in counts if number)
    rows = [("cards", f"{told}, {minutes(brought.size, book.ledger.pace)}. `coach quiz`")] if told else []
    if interview and interview >= today:
        left = (interview - today).days
        rows.append(("interview", "today" if not left else "tomorrow" if left == 1 else f"in {left} days"))
    return rows
