"""`coach forget`: remove a session for good."""

from coach.commands import world
from coach.interview.events import stamp
from coach.screens.ui import Text


def run(session: str) -> int:
    """Removes a session from this home and says what it cannot reach. Returns the exit code."""
    home = world.home()
    name = home.sessions.find(session)
    removed = home.sessions.forget(name, stamp(world.now()))
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
    )
    return 0
