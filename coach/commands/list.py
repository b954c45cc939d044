"""`coach list`: the scenarios there are."""

import json
from typing import Any

from coach.commands import world
from coach.commands.catalogue import catalogue
from coach.interview.questions import Question, full, not_tried
from coach.record.places import places
from coach.screens.ui import Table, Text


def run(folder: str | None, *, as_json: bool) -> int:
    """Lists the scenarios; broken ones are named on stderr. Returns the exit code."""
    rows, broken = catalogue(places(), folder)
    if as_json:
        shown = ("id", "title", "family", "skills", "facts", "points", "deep_dives", "source", "shadows")
        print(json.dumps([{key: row[key] for key in shown} for row in rows], indent=2))
    else:
        _show(rows)
    world.leave_out(broken)
    return 1 if broken else 0


def _show(rows: list[dict[str, Any]]) -> None:
    ui = world.printer()
    if not rows:
        ui.show(Text("No scenario is here. `coach new my-question` writes one to fill in."))
        return
    questions = [Question.of(row) for row in rows]
    first = not_tried(full(questions), ()) or questions[0]
    heads = ("id", "family", "title", "facts", "points", "from")
    cells = []
    for row in rows:
        hides = f", hides {' and '.join(row['shadows'])}" if row["shadows"] else ""
        cells.append(
            (
                row["id"],
                row["family"],
                row["title"],
                str(row["facts"]),
                str(row["points"]),
                f"{row['source']}{hides}",
            )
        )
    ui.show(Table(heads, cells, right=(3, 4)), Text(""), Text(f"`coach practice {first.id}` starts a round."))
