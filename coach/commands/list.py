"""`coach list`: the scenarios there are."""

import json
from collections.abc import Mapping
from typing import Any

from coach.commands import world
from coach.commands.catalogue import catalogue
from coach.content.terms import FAMILIES
from coach.interview.brief import Brief
from coach.interview.questions import Question, full, in_order, latest
from coach.language.stamps import unstamp
from coach.screens.briefs import briefs
from coach.screens.ui import Table, Text
from coach.screens.weaknesses import person_weaknesses


def run(folder: str | None, *, as_json: bool) -> int:
    """Lists the scenarios; broken ones are named on stderr. Returns the exit code."""
    home = world.home()
    rows, broken = catalogue(home.places.cache, world.library(home.places, folder))
    if as_json:
        shown = ("id", "title", "family", "skills", "facts", "points", "deep_dives", "source", "shadows")
        print(json.dumps([{key: row[key] for key in shown} for row in rows], indent=2))
    elif rows:
        questions = [Question.of(row) for row in rows]
        rounds = briefs(home)
        tried = latest(questions, rounds)
        best = in_order(full(questions) or questions, tried, person_weaknesses(home, rounds))[0]
        world.printer().show(_table(rows, tried), Text(""), Text(f"`coach practice {best.id}` starts a round."))
    else:
        world.printer().show(Text("No scenario is here. `coach new my-question` writes one to fill in."))
    world.leave_out(broken)
    return 1 if broken else 0


def _table(rows: list[dict[str, Any]], tried: Mapping[str, Brief]) -> Table:
    """A line a scenario, those of a family together; a column that would say nothing is left out."""
    columns = {
        "id": [row["id"] for row in rows],
        "family": [row["family"] for row in rows],
        "title": [row["title"] for row in rows],
        "made for": [row["format"] for row in rows],
        "tried": [_day(tried[row["id"]]) if row["id"] in tried else "" for row in rows],
        "from": [_source(row) for row in rows] if {row["source"] for row in rows} != {"shipped"} else [],
    }
    heads = [head for head, cells in columns.items() if any(cells)]
    lines = zip(*(columns[head] for head in heads), strict=True)
    return Table(heads, sorted(lines, key=lambda cells: (FAMILIES.index(cells[1]), cells[0])))


def _day(known: Brief) -> str:
    return f"{unstamp(known.started).astimezone():%-d %b}"


def _source(row: Mapping[str, Any]) -> str:
    return str(row["source"]) + (f", hides {' and '.join(row['shadows'])}" if row["shadows"] else "")
