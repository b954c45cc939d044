"""`coach list`: the scenarios there are."""

import json
from collections.abc import Callable, Sequence
from typing import Any

from coach.commands import world
from coach.content.roots import Root, scenarios
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
    read: Callable[[str], dict[str, Any]] | None = None
    for found in scenarios(roots):
        try:
            known = index.get(found.path)
            if not isinstance(known, dict):
                read = read or _reader(roots)
                known = read(found.id)
                index.put(found.path, known)
            rows.append({**known, "source": found.source, "shadows": list(found.shadows)})
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


def _reader(roots: Sequence[Root]) -> Callable[[str], dict[str, Any]]:
    """Reads the summary of a scenario by its id; one library for all, so that shared files are read once."""
    from coach.content.library import Library  # brings YAML along, which a warm cache does not need
    from coach.content.summary import summary

    library = Library(roots)
    return lambda scenario: summary(library.scenario(scenario).value)


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
