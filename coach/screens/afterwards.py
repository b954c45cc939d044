"""What comes after grading: the result, what is said again, and on request the worked solution."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from coach.interview.reader import Reader
from coach.interview.session import Session
from coach.record.looks import looked
from coach.record.sessions import short_name
from coach.screens.again import say_again
from coach.screens.app import App
from coach.screens.past import last_graded
from coach.screens.result import result_page, solution_pages
from coach.screens.sketch import diagram_pages
from coach.screens.ui import Block, Keys


def show_result(app: App, session: Session, reader: Reader, record: Callable[[str, Mapping[str, Any]], None]) -> None:
    """Shows the result of a round that was just graded, and what is asked for after it. Raises Stopped."""
    setup = session.plan
    read_before = looked(app.home.looks.first().get(setup.scenario), session.ended_at)
    app.ui.show(*result_page(session, last_graded(app.home, session), looked=read_before, diff=_diff(app, session)))
    if say_again(app, session, reader, record):
        app.home.looks.add(app.home.device, setup.scenario, app.now())
        diagrams = diagram_pages(session, reader.scenario, reader.glossary)
        _leaf(app, solution_pages(reader.scenario, setup.phases, setup.level, diagrams))


def _diff(app: App, session: Session) -> str:
    """The command that sets a redone step beside the first attempt; empty for any other round."""
    if not session.plan.base:
        return ""
    names = app.home.sessions.ids()
    return f"coach diff {short_name(session.plan.base, names)} {short_name(session.id, names)}"


def _leaf(app: App, pages: Sequence[Sequence[Block]]) -> None:
    """Shows pages one after the other, each on a key; line by line all at once."""
    for number, page in enumerate(pages):
        if number and not app.ui.plain and app.ui.key(Keys("", {"": "goes on", "q": "done"}, fleeting=True)).key:
            return
        app.ui.show(*page)
