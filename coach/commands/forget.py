"""`coach forget`: remove a session for good."""

from coach.commands import world
from coach.errors import UsageError
from coach.language.stamps import stamp
from coach.screens.briefs import briefs, drop_forgotten
from coach.screens.ui import Keys, Text


def run(session: str, *, yes: bool) -> int:
    """Removes a session from this home and says what it cannot reach. Returns the exit code."""
    home = world.home()
    name = home.sessions.find(session)
    taken_over = [known.session for known in briefs(home) if known.base == name]
    if name != session and not yes and not _sure(name):
        world.printer().show(Text("Nothing was removed. `coach history` shows the rounds."))
        return 1
    removed = home.sessions.forget(name, stamp(world.now()))
    drop_forgotten(home)
    ui = world.printer()
    for path in removed:
        ui.show(Text(f"removed {path}", hang=2))
    ui.show(
        Text(f"{name} is forgotten; a tombstone keeps a synced copy from being read again.", hang=2),
        Text(
            "Not reached: backups and version control, copies on other devices until they sync, your terminal's "
            "scrollback, and the copy of the question in seen/, which holds no words of yours.",
            hang=2,
        ),
        *(
            Text(f"Its notes also stand in {redone}, which redid a step: `coach forget {redone}`.", "", 1, 2)
            for redone in taken_over
        ),
        Text("`coach history` shows the rounds that are left."),
    )
    return 0


def _sure(name: str) -> bool:
    """Whether a person who gave only a part of the name means this session."""
    question = f"This removes {name} for good."
    if not world.is_terminal():
        raise UsageError(f"{question} Only a part of its name was given.", "Give the whole name, or add --yes.")
    return world.app(None).ui.key(Keys(question, {"y": "remove it", "q": "rather not"})).key == "y"
