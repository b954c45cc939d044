"""The beginning of a debrief: which one it is about, and the day of the interview."""

from collections.abc import Sequence
from datetime import date, timedelta

from coach.interview.debrief import DAY, Debrief
from coach.record.debriefs import debrief_id
from coach.screens.app import App
from coach.screens.debrief_page import day_told, dimensions, summary
from coach.screens.debriefing import Debriefing, asked_day
from coach.screens.ui import Gap, Keys, Rule, Stopped, Text

_FRESH = timedelta(days=14)
"""How long an interview that was set is likely the one to tell of."""


def debrief(app: App, known: Sequence[Debrief]) -> int:
    """Asks about an interview, goes on with the last debrief or changes it; `known` are those so far. Returns the exit
    code. Raises Stopped, and CoachError when the disk refuses."""
    # An open one comes before finished ones that were begun later: nothing else leads back to it.
    last = max(known, key=lambda told: (not told.finished, told.id), default=None)
    with app.ui.sitting():
        choice = _choice(app, last) if last else "n"
        if choice == "q":
            return 0
        if last and choice != "n":
            name, day = last.id, None
        else:
            day = _day(app, known)
            name = debrief_id(app.now(), app.rng.randrange(1 << 16))
        opened = app.home.debriefs.open(name)
        try:
            told = Debriefing(app, opened)
            if day:
                told.record(DAY, {"day": day.isoformat()})
            told.run()
        finally:
            opened.close()
    return 0


def _choice(app: App, last: Debrief) -> str:
    """What to do about the last debrief: n a new one, q nothing, else on with it."""
    day = day_told(last.day, app.today)
    if last.finished:
        app.ui.show(Rule("The last debrief", day), *summary(last, dimensions(app)))
        keys = {"": "a new one", "c": "changes this one", "q": "not now"}
        return app.ui.key(Keys("", keys, other=True)).key or "n"
    app.ui.show(Text(f"The debrief of {day} is not finished."))
    return app.ui.key(Keys("", {"": "goes on with it", "n": "a new one", "q": "not now"}, other=True)).key


def _day(app: App, known: Sequence[Debrief]) -> date:
    """The day of an interview that a new debrief is about: likely the one that was set, unless it was told already."""
    set_day, told = app.home.settings.interview, [one.day for one in known]
    fits = set_day and set_day not in told and timedelta() <= app.today - set_day <= _FRESH
    likely = set_day if set_day and fits else app.today
    app.ui.show(
        Rule("Debrief"),
        Text("Five questions while it is fresh, five to ten minutes. Headlines do, a line at a time."),
        Text("A line is kept when you send it, Enter alone goes on. After ctrl-c `coach debrief` goes on here.", "dim"),
        Gap(),
    )
    try:
        return asked_day(app, likely)
    except Stopped as stop:
        if stop.why != "hangup":
            app.ui.show(Text("There was nothing to keep yet. `coach debrief` begins again."))
        raise
