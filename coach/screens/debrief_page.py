"""A debrief as it was told, and what it feeds."""

from collections.abc import Mapping
from datetime import date, timedelta

from coach.content.terms import DIMENSIONS, SCORED
from coach.errors import CoachError
from coach.interview.agreement import ENOUGH, agreement
from coach.interview.agreement_words import told as agreement_told
from coach.interview.debrief import DECK, STUCK, Debrief, Telling
from coach.language.printable import named
from coach.screens.app import App
from coach.screens.briefs import briefs
from coach.screens.debriefs import debriefs
from coach.screens.quiz_words import counted
from coach.screens.ui import Block, Gap, Pairs, Rule, Text

Dimensions = Mapping[str, tuple[str, str]]
"""Short and whole names by id."""
_LONG_AGO = timedelta(days=300)
"""From when on a day needs its year."""
_SOON = timedelta(days=14)
"""How far away the day is that shows how a day is given."""


def dimensions(app: App) -> Dimensions:
    """The dimensions by id, each with its short name and its whole one; the ids alone without a sound rubric."""
    try:
        return {d.id: (d.short, d.name) for d in app.library.rubric().value.dimensions}
    except CoachError:  # `coach lint` tells, and nobody who comes home from an interview has to mend it first
        return {name: (name, name) for name in DIMENSIONS}


def day_told(day: date, today: date) -> str:
    """A day that lies behind, with its year where that is needed."""
    return f"{day:%-d %B}" if today - day < _LONG_AGO else f"{day:%-d %B %Y}"


def summary(told: Debrief, dimensions: Dimensions) -> list[Block]:
    """The five answers, a row each."""
    rows = (
        ("asked", told.asked, ()),
        ("probed", told.probed, told.probed_dimensions),
        ("stuck", told.stuck, told.stuck_dimensions),
        ("surprised", told.surprised, ()),
        ("say next", tuple(filter(None, told.say_next)), ()),
    )
    return [
        Pairs(
            [
                (f"{at} {label}", " ".join(filter(None, ("; ".join(lines), _short(names, dimensions)))) or "-")
                for at, (label, lines, names) in enumerate(rows, start=1)
            ]
        )
    ]


def _short(names: tuple[str, ...], dimensions: Dimensions) -> str:
    return f"({', '.join(_called(name, dimensions) for name in names)})" if names else ""


def _called(name: str, dimensions: Dimensions) -> str:
    return dimensions[name][0] if name in dimensions else name


def outcome(app: App, telling: Telling, dimensions: Dimensions) -> list[Block]:
    """Feeds a debrief that is whole into the deck; what came of it, which practice figures agreed, and what is next."""
    shown: list[Block] = [Rule("Kept"), *_cards(app, telling)]
    if stuck := [_called(name, dimensions) for name in telling.dimensions.get(STUCK, ()) if name in SCORED]:
        shown.append(Text(f"What comes next leans to {named(stuck)}."))
    found = agreement(debriefs(app.home), briefs(app.home), app.home.day)
    if found.named >= ENOUGH:
        shown += [Gap(), Rule("Practice against interviews", counted(found.named, "debrief"))]
    shown += [Text(line) for line in agreement_told(found)]
    shown += [Gap(), Text("Next: `coach`.")]
    ahead = app.home.settings.interview
    if ahead is None or ahead <= app.today:
        day = app.today + _SOON
        shown.append(Text(f"Another interview ahead? `coach plan --date {day}` plans until it.", "dim"))
    return shown


def _cards(app: App, telling: Telling) -> list[Block]:
    from coach.screens.debrief_cards import put_cards  # reads YAML, which no question needs

    try:
        fed = put_cards(app, telling)
    except CoachError as error:
        after = "The debrief is kept. Mend that; then `coach debrief`, c and Enter make its cards."
        return [Text(f"{error.message.rstrip('.')}. {error.hint} {after}", "warn", hang=2)]
    deck = f"your deck {DECK}"
    shown: list[Block] = []
    if fed.new:
        when = " from tomorrow on" if app.home.settings.interview == app.today else ""
        shown.append(Text(f"{counted(fed.new, 'card')} in {deck}, first among the new ones of `coach quiz`{when}."))
    if fed.changed:
        shown.append(Text(f"{counted(fed.changed, 'card')} changed in {deck}."))
    if fed.dropped:
        stay = "stays" if fed.dropped == 1 else "stay"
        left = f"{counted(fed.dropped, 'card')} of what you dropped {stay}"
        shown.append(Text(f"{left}: `coach quiz {DECK}`, then s suspends.", "dim"))
    if fed.without:
        shown.append(Text("The line to say has no card, as nothing tells what it answers.", "dim"))
    if not fed.lines:
        shown.append(Text("No card: there is no line to say next time. `coach debrief`, c and 5 add one.", "dim"))
    return shown
