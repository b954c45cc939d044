"""`coach list`: the scenarios there are."""

import json
from collections.abc import Sequence
from typing import Any

from coach.commands import world
from coach.content.roots import Found, Root, scenarios
from coach.errors import CoachError
from coach.record.index import Index
from coach.record.places import places
from coach.screens.ui import Table, Text


def run(folder: str | None, *, as_json: bool) -> int:
    """Lists the scenarios; broken ones are named on stderr. Returns the exit code."""
    own = places()
    roots = world.roots(own, folder)
    index = Index(own.cache)
    rows, broken = [], []
    for found in scenarios(roots):
        try:
            rows.append({**_summary(roots, index, found), "source": found.source, "shadows": list(found.shadows)})
        except CoachError as error:
            broken.append(error)
    index.save()
    if as_json:
        shown = ("id", "title", "family", "skills", "facts", "points", "deep_dives", "source", "shadows")
        print(json.dumps([{key: row[key] for key in shown} for row in rows], indent=2))
    else:
        _show(rows)
    world.leave_out(broken)
    return 1 if broken else 0


def _summary(roots: Sequence[Root], index: Index, found: Found) -> dict[str, Any]:
    known = index.get(found.path)
    if isinstance(known, dict):
        return known
    from coach.content.library import Library  # brings YAML along, which a warm cache does not need

    scenario = Library(roots).scenario(found.id).value
    summary = {
        "id": scenario.id,
        "title": scenario.title,
        "family": scenario.family,
        "skills": list(scenario.skills),
        "facts": len(scenario.facts),
        "points": len(scenario.points),
        "deep_dives": len(scenario.deep_dives),
    }
    index.put(found.path, summary)
    return summary


def _show(rows: list[dict[str, Any]]) -> None:
    ui = world.printer()
    if not rows:
        ui.show(Text("No scenario is here. `coach new my-question` writes one to fill in."))
        return
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
    ui.show(Table(heads, cells, right=(3, 4)), Text(""), Text(f"`coach practice {rows[0]['id']}` starts a round."))
