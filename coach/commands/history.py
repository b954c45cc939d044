"""`coach history`: the rounds so far."""

import json
from datetime import datetime
from typing import Any

from coach.commands import world
from coach.errors import CoachError
from coach.interview.clock import day
from coach.interview.score import scores
from coach.interview.session import Session
from coach.interview.status import ACTIVE, FINISHED, PAUSED
from coach.language.stamps import stamp
from coach.record.sessions import short_name
from coach.screens.past import looked, past
from coach.screens.ui import Table, Text


def run(*, as_json: bool) -> int:
    """Lists all sessions, newest first; those that cannot be read are named on stderr. Returns the exit code."""
    home = world.home()
    problems: list[CoachError] = []
    sessions = past(home, problems)
    looks = home.looks.first()
    if as_json:
        print(json.dumps([row(session, looks.get(session.plan.scenario)) for session in sessions], indent=2))
    else:
        _show(sessions, looks)
    world.leave_out(problems)
    return 0


def row(session: Session, first_look: datetime | None) -> dict[str, Any]:
    """A session as a line of the history."""
    setup = session.plan
    return {
        "session": session.id,
        "scenario": setup.scenario,
        "format": setup.format,
        "level": setup.level,
        "grades": setup.grades,
        "started": stamp(session.started_at) if session.started_at else None,
        "status": session.status,
        "minutes_planned": None if setup.untimed else round(setup.seconds / 60, 1),
        "minutes_used": round(session.clock() / 60, 1),
        "score": scores(session),
        "solution_seen": looked(first_look, session),
    }


def _show(sessions: list[Session], looks: dict[str, datetime]) -> None:
    ui = world.printer()
    if not sessions:
        ui.show(Text("No round yet. `coach practice` starts one."))
        return
    cells = []
    ids = [session.id for session in sessions]
    for session in sessions:
        setup, score = session.plan, scores(session)
        own = f"{score[setup.level]:.1f}" if score and setup.level in score else ""
        if own and looked(looks.get(setup.scenario), session):
            own += " (answers read)"
        planned = "" if setup.untimed else f" of {round(setup.seconds / 60)}"
        level = setup.level if setup.grades else ""
        used = f"{session.clock() / 60:.0f}{planned}"
        cells.append(
            (day(session.started_at, None), setup.scenario, setup.format, level, used, session.status, own,
             short_name(session.id, ids))
        )  # fmt: skip
    heads = ("started", "scenario", "format", "level", "minutes", "status", "score", "id")
    ui.show(Table(heads, cells, right=(4,)), Text(""), Text(_next(sessions)))


def _next(sessions: list[Session]) -> str:
    ids = [session.id for session in sessions]
    for session in sessions:
        name = short_name(session.id, ids)
        if session.status == FINISHED:
            return f"`coach grade {name}` grades the round that was not graded."
        if session.status in (ACTIVE, PAUSED):
            return f"`coach resume {name}` goes on with the paused round."
    return f"`coach show {short_name(ids[0], ids)}` shows a round; `coach practice` starts another."
