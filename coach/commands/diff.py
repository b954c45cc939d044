"""`coach diff`: two attempts side by side."""

import json
from collections.abc import Mapping, Sequence

from coach.commands import world
from coach.commands.catalogue import questions_of
from coach.commands.diff_data import as_data
from coach.content.library import Library
from coach.errors import CoachError, UsageError
from coach.interview.brief import Brief
from coach.interview.briefing import brief_of
from coach.interview.comparison import pairs
from coach.interview.shares import common
from coach.interview.status import GRADED
from coach.interview.unlike import unlike
from coach.record.home import Home
from coach.record.looks import looked
from coach.record.sessions import short_name
from coach.screens.briefs import briefs
from coach.screens.comparison_page import comparison_page
from coach.screens.past import as_graded, load, require

_ANY_TWO = "`coach history` shows the rounds; `coach diff A B` takes any two that were graded."


def run(folder: str | None, a: str | None, b: str | None, *, as_json: bool) -> int:
    """Shows two graded rounds beside each other, the older one first. Returns the exit code."""
    home = world.home()
    library = world.library(home.places, folder)
    questions = questions_of(home.places.cache, library)
    named = {name: question.id for question in questions for name in question.names}
    names = _both(home, named, a, b) if a and b else _with_the_one_before(home, named, a)
    then, now = (as_graded(home, load(home, name)) for name in names)
    for session in (then, now):
        require(session, (GRADED,))
    looks = home.looks.first()
    before, after = (looked(looks.get(session.plan.scenario), session.ended_at) for session in (then, now))
    different = unlike(brief_of(then, then), brief_of(now, now), read=(before, after))
    first, second = (named.get(session.plan.scenario, session.plan.scenario) for session in (then, now))
    renamed = _renamed(library, second) if first == second else {}
    found = pairs(then, now, renamed) if first == second else None
    shared = common(then, now, renamed) if first == second else None
    if as_json:
        print(json.dumps(as_data(then, now, found, shared, different), indent=2))
        return 0
    ids = home.sessions.ids()
    shown = (short_name(then.id, ids), short_name(now.id, ids))
    practice = second if second in named else ""
    world.printer().show(*comparison_page(then, now, found, shared, different, shown, practice))
    return 0


def _both(home: Home, named: Mapping[str, str], a: str, b: str) -> tuple[str, str]:
    """Two rounds, the older one first, each a session or the last graded one on a question. Raises CoachError."""
    graded = _graded(home) if {a, b} & named.keys() else []
    first, second = sorted(
        _named(home, named, one, graded).session if one in named else home.sessions.find(one) for one in (a, b)
    )
    if first == second:
        raise UsageError(f"{a} and {b} are the same round, {first}.", _ANY_TWO)
    return first, second


def _with_the_one_before(home: Home, named: Mapping[str, str], a: str | None) -> tuple[str, str]:
    """A round and the graded one before it on the same question. Without a name it is the last round that has such a
    one, with the name of a question the last on it. A first look and a whole round are not put together."""
    graded = _graded(home)
    if a is None:
        found = ((before, known) for known in graded for before in _earlier(known, graded, named)[:1])
        if two := next(found, None):
            return two[0].session, two[1].session
        raise CoachError("There are no two graded rounds on one question yet.", _how_to_get_two(home, graded))
    known = _named(home, named, a, graded)
    if earlier := _earlier(known, graded, named):
        return earlier[0].session, known.session
    hint = f"`coach practice {known.scenario}` is a second attempt; `coach diff A B` takes any two graded rounds."
    if later := [one for one in graded if known in _earlier(one, graded, named)]:
        hint = f"Beside the one after it: `coach diff {short_name(later[-1].session, home.sessions.ids())}`."
    raise CoachError(f"There is no graded round on {known.scenario} before {known.session}.", hint)


def _graded(home: Home) -> list[Brief]:
    """The graded rounds, newest first; says which could not be read."""
    problems = list[CoachError]()
    graded = [known for known in briefs(home, problems) if known.graded]
    world.leave_out(problems)
    return graded


def _named(home: Home, named: Mapping[str, str], a: str, graded: Sequence[Brief]) -> Brief:
    """The graded round that a person means: the last on a question, or a session. Raises CoachError."""
    if a in named:
        known = next((known for known in graded if named.get(known.scenario) == named[a]), None)
        if known is None:
            raise CoachError(f"There is no graded round on {a}.", f"`coach practice {a}` starts one.")
        return known
    name = home.sessions.find(a)
    require(as_graded(home, load(home, name)), (GRADED,))
    return next(known for known in graded if known.session == name)


def _earlier(known: Brief, graded: Sequence[Brief], named: Mapping[str, str]) -> list[Brief]:
    """The graded rounds of the same kind on the same question before one, newest first."""

    def kind(one: Brief) -> tuple[str, bool]:
        return named.get(one.scenario, one.scenario), bool(one.own_rows)

    return [one for one in graded if one.session < known.session and kind(one) == kind(known)]


def _how_to_get_two(home: Home, graded: Sequence[Brief]) -> str:
    if len(graded) > 1:
        return _ANY_TWO
    if waiting := next((known for known in briefs(home, []) if known.ungraded), None):
        return f"`coach grade {short_name(waiting.session, home.sessions.ids())}` grades the round that waits."
    return f"`coach practice {graded[0].scenario if graded else ''}".rstrip() + "` starts a round."


def _renamed(library: Library, scenario: str) -> dict[str, str]:
    """The names that points have now by their former ones; none for a question that cannot be read any more."""
    try:
        points = library.scenario(scenario).value.points
    except CoachError:
        return {}
    return {former: point.id for point in points for former in point.was}
