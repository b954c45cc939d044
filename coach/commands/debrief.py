"""`coach debrief`: after a real interview."""

import json
from typing import Any

from coach.commands import world
from coach.errors import CoachError
from coach.interview.debrief import Debrief
from coach.language.stamps import stamp
from coach.screens.debriefs import debriefs


def run(folder: str | None, *, plain: bool, as_json: bool) -> int:
    """Asks the five questions, or prints the debriefs so far, newest first. Returns the exit code."""
    home, problems = world.home(), list[CoachError]()
    known = debriefs(home, problems)
    if as_json:
        print(json.dumps([_row(told) for told in known], indent=2))
    world.leave_out(problems)
    if as_json:
        return 0
    from coach.screens.debrief import debrief

    return debrief(world.app(folder, plain=plain), known)


def _row(told: Debrief) -> dict[str, Any]:
    """A debrief as JSON; each line to say with what it answers."""
    stuck = [*told.stuck, *[""] * len(told.say_next)]
    return {
        "debrief": told.id,
        "day": told.day.isoformat(),
        "begun": stamp(told.at),
        "finished": told.finished,
        "asked": told.asked,
        "probed": told.probed,
        "probed_dimensions": told.probed_dimensions,
        "stuck": told.stuck,
        "stuck_dimensions": told.stuck_dimensions,
        "surprised": told.surprised,
        "say_next": [{"stuck": where, "say": line} for where, line in zip(stuck, told.say_next, strict=False) if line],
    }
