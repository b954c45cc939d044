"""Self-grading: step by step the points, then, except after a first look, the dimensions and one thing to change."""

from coach.content.rubric import Rubric
from coach.interview.outcome import outcome_data
from coach.interview.reader import Reader
from coach.interview.session import Session
from coach.record.sessions import OpenSession
from coach.screens.app import App
from coach.screens.dimensions import grade_dimensions
from coach.screens.marking import Later, Marking
from coach.screens.past import last_graded
from coach.screens.points import Points
from coach.screens.ui import Stopped


def grade(app: App, open_session: OpenSession, session: Session, reader: Reader, rubric: Rubric) -> bool:
    """Grades a finished session until done, a graded one anew; False when it was left for later.

    The end of a pipe leaves it for later; ctrl-c and a closing terminal raise Stopped.
    """
    marking = Marking(app, open_session, session, reader, rubric)
    with app.ui.sitting():
        try:
            Points(marking).grade()
            if session.plan.grades:
                _grade_whole(app, marking)
        except Later:
            return False
        except Stopped as stop:
            if stop.why != "end":
                raise
            return False
        before = last_graded(app.home, session)
        marking.record("graded", outcome_data(session, reader, rubric, before))
    return True


def _grade_whole(app: App, marking: Marking) -> None:
    session = marking.session
    grade_dimensions(marking)
    if not session.reflection or session.former_grades:
        text = app.ui.line("One thing I do differently next time:", session.reflection)
        if text:
            marking.record("reflection", {"text": text})
