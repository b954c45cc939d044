"""`coach history`: the rounds so far."""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from coach.commands import world
from coach.errors import CoachError
from coach.interview.brief import Brief
from coach.record.looks import looked
from coach.record.sessions import short_name
from coach.screens.briefs import briefs
from coach.screens.ui import Block, Table, Text

_HEADS = ("started", "scenario", "format", "level", "minutes", "status", "score", "id")
_SAME = ("format", "level")
"""Columns that are left out where they say the same of every round; others where they say nothing."""


def run(*, grep: str | None, as_json: bool) -> int:
    """Lists all sessions, newest first, or with `grep` the notes that hold some words; those that cannot be read are
    named on stderr. Returns the exit code."""
    home, problems = world.home(), list[CoachError]()
    if grep is not None:
        from coach.commands.history_grep import search  # it reads journals, which a list does without

        search(home, grep, problems, as_json=as_json)
    else:
        rounds, looks = briefs(home, problems), home.looks.first()
        if as_json:
            print(json.dumps([row(known, looks.get(known.scenario)) for known in rounds], indent=2))
        else:
            world.printer().show(*_page(rounds, looks, home.day))
    world.leave_out(problems)
    return 0


def row(known: Brief, first_look: datetime | None) -> dict[str, Any]:
    """A session as a line of the history."""
    return {
        "session": known.session,
        "scenario": known.scenario,
        "format": known.format,
        "level": known.level,
        "grades": known.grades,
        "started": known.started or None,
        "status": known.status,
        "minutes_planned": None if known.planned is None else round(known.planned / 60, 1),
        "minutes_used": round(known.used / 60, 1),
        "score": known.scores or None,
        "solution_seen": looked(first_look, known.ended_at),
    }


def _page(rounds: Sequence[Brief], looks: Mapping[str, datetime], day: Callable[[str], date]) -> list[Block]:
    if not rounds:
        return [Text("No round yet. `coach practice` starts one.")]
    ids = [known.session for known in rounds]
    cells = [_cells(known, looks.get(known.scenario), ids, day) for known in rounds]
    # A column that says the same of every round says nothing, and a narrow window needs its room.
    kept = [at for at, head in enumerate(_HEADS) if _tells(head, {row[at] for row in cells})]
    table = Table(
        [_HEADS[at] for at in kept], [[row[at] for at in kept] for row in cells],
        right=[column for column, at in enumerate(kept) if _HEADS[at] == "minutes"],
    )  # fmt: skip
    return [table, Text(""), Text(_next(rounds, ids))]


def _tells(head: str, cells: set[str]) -> bool:
    return len(cells) > 1 if head in _SAME else any(cells)


def _cells(
    known: Brief, first_look: datetime | None, ids: Sequence[str], day: Callable[[str], date]
) -> tuple[str, ...]:
    own = f"{known.scores[known.level]:.1f}" if known.level in known.scores else ""
    if own and looked(first_look, known.ended_at):
        own += " (answers read)"
    planned = "" if known.planned is None else f" of {round(known.planned / 60)}"
    return (
        day(known.started).isoformat() if known.started else "", known.scenario, known.format,
        known.level if known.grades else "", f"{known.used / 60:.0f}{planned}", known.status, own,
        short_name(known.session, ids),
    )  # fmt: skip


def _next(rounds: Sequence[Brief], ids: Sequence[str]) -> str:
    waiting = next((known for known in rounds if known.ungraded or known.open), rounds[0])
    name = short_name(waiting.session, ids)
    if waiting.ungraded:
        return f"`coach grade {name}` grades the round that was not graded."
    if waiting.open:
        return f"`coach resume {name}` goes on with the paused round."
    return f"`coach show {name}` shows a round; `coach practice` starts another."
