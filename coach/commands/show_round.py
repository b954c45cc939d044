"""Shows a round, or writes it to a file, as Markdown, JSON or HTML."""

import json
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from coach.commands import world
from coach.commands.publish import kind_of
from coach.errors import CoachError
from coach.interview.drawing import diagram
from coach.interview.session import Session
from coach.interview.session_data import session_data
from coach.interview.status import GRADED
from coach.interview.transcript import transcript
from coach.language import html_page
from coach.language.graph import Graph
from coach.language.printable import one_line
from coach.record.exports import write_export
from coach.record.files import write_whole
from coach.screens.app import App
from coach.screens.past import last_graded
from coach.screens.rounds import materials, question_of
from coach.terminal.saying import say

_KINDS = ("md", "json", "html")
_MARKS = {"md": "---\nsession: ", "json": '{\n  "session": ', "html": html_page.MARK}
"""What a file of each kind begins with; only such a one is written over."""
_WIDTHS = (54, 100)
"""Columns of a diagram on a page: what a phone shows, else what a sheet of paper does."""
_HEIGHT = 120


def show_round(app: App, session: Session, kind: str | None, output: Path | None) -> None:
    """Prints a round, or writes it to `output`. Raises UsageError and CoachError as `publish` does."""
    kind = kind_of(kind, output, _KINDS)
    text = _written(app, session, kind)
    if output is None:
        sys.stdout.write(text)
        sys.stdout.flush()  # before what is said of it on stderr
        world.then("`coach history` shows the other rounds; `coach` says what comes next.")
        return
    write_export(output, text, _MARKS[kind])
    told = f"It tells the points of {session.plan.scenario} to whoever reads it. " if session.status == GRADED else ""
    say(one_line(f"The round is in {output}. {told}Next: `coach`."))


def _written(app: App, session: Session, kind: str) -> str:
    if kind == "json":
        return json.dumps(session_data(session), indent=2) + "\n"
    question = _question(app, session)
    if kind == "html":
        from coach.interview.transcript_html import transcript_html

        base = last_graded(app.home, session) if session.plan.base else None
        return transcript_html(session, question or "", _drawn(diagram(session)), None, base)
    text = transcript(session, question or "", None)
    if question:  # a transcript that was kept still has the question
        with suppress(CoachError):  # showing needs no disk that can be written
            write_whole(app.home.sessions.transcript(session.id), text)
    return text


def _question(app: App, session: Session) -> str | None:
    """The question of a round; None when the copy of it is gone; the notes are not."""
    try:
        return question_of(materials(app, session.plan).scenario)
    except CoachError:
        return None


def _drawn(graph: Graph) -> Sequence[str]:
    """A diagram as boxes; no lines where it is too tangled for them."""
    from coach.terminal.picture import draw

    drawings = (draw(graph, width, _HEIGHT, unicode=True, only_boxes=True) for width in _WIDTHS)
    return next(filter(None, drawings), [])
