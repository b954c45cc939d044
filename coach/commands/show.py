"""`coach show`: a scenario, its worked solution, or a round."""

import json
from contextlib import suppress
from itertools import chain
from typing import Any

from coach.commands import world
from coach.commands.spoiling import agreed
from coach.content.summary import summary
from coach.content.terms import LEVELS, PHASES
from coach.errors import CoachError, UsageError
from coach.interview.drawing import diagram
from coach.interview.figures import figures_of
from coach.interview.remarks import Said
from coach.interview.session import Session
from coach.interview.setup import Setup
from coach.interview.transcript import transcript
from coach.record.files import write_whole
from coach.screens.app import App
from coach.screens.past import load
from coach.screens.result import solution_pages
from coach.screens.rounds import materials, transcript_of
from coach.screens.ui import Pairs, Rule, Text


def run(folder: str | None, name: str, *, solution: bool, yes: bool, as_json: bool) -> int:
    """Shows a scenario by its id, or a session by its id or a part of it. Returns the exit code."""
    app = world.app(folder, plain=not world.is_terminal())
    if any(found.id == name for found in app.library.scenarios()):
        return _scenario(app, name, solution=solution, yes=yes, as_json=as_json)
    try:
        session_name = app.home.sessions.find(name)
    except CoachError as error:
        if name in _former(app):
            return _scenario(app, name, solution=solution, yes=yes, as_json=as_json)
        if len(app.home.sessions.matching(name)) > 1:
            raise
        raise CoachError(
            f"There is neither a scenario nor a session {name!r}.",
            "`coach list` and `coach history` show what there is.",
        ) from error
    if solution:
        raise UsageError("--solution goes with a scenario, not with a session.", "coach show SCENARIO --solution")
    session = load(app.home, session_name)
    if as_json:
        print(json.dumps(as_data(session), indent=2))
    else:
        print(_text(app, session), end="")
        world.then("`coach history` shows the other rounds; `coach` says what comes next.")
    return 0


def _former(app: App) -> set[str]:
    former: set[str] = set()
    for found in app.library.scenarios():
        try:
            former.update(app.library.scenario(found.id).value.was)
        except CoachError:
            continue
    return former


def _scenario(app: App, name: str, *, solution: bool, yes: bool, as_json: bool) -> int:
    loaded = app.library.scenario(name)
    scenario = loaded.value
    if solution and not agreed(app, scenario, yes=yes, quiet=as_json):
        return 1
    if as_json:
        data = {**summary(scenario), "question": scenario.question, "brief": scenario.brief, "source": loaded.source}
        if solution and scenario.solution:
            data["solution"] = {phase: scenario.solution.of(phase) for phase in (*PHASES, *LEVELS[1:])}
        print(json.dumps(data, indent=2))
        return 0
    app.ui.show(
        Rule(scenario.title, scenario.id),
        Text(f"“{scenario.question}” {scenario.brief}"),
        Pairs(
            [
                ("family", scenario.family),
                ("skills", ", ".join(app.library.skills.get(skill, skill) for skill in scenario.skills)),
                ("facts", str(len(scenario.facts))),
                ("points", str(len(scenario.points))),
                ("deep dives", str(len(scenario.deep_dives))),
                ("curveballs", str(len(scenario.curveballs))),
            ]
        ),
    )
    if solution:
        app.ui.show(*chain.from_iterable(solution_pages(scenario, PHASES, LEVELS[-1])))
        app.ui.show(Text(""), Text(f"`coach quiz {scenario.id}` asks for it as cards; `coach` says what comes next."))
    else:
        app.ui.show(Text(""), Text(f"`coach practice {scenario.id}` starts a round on it."))
    return 0


def _text(app: App, session: Session) -> str:
    try:
        scenario = materials(app, session.plan).scenario
    except CoachError:
        return transcript(session, "", None)  # the copy of the question is gone; the notes are not
    text = transcript_of(session, scenario)
    with suppress(CoachError):  # showing needs no disk that can be written
        write_whole(app.home.sessions.transcript(session.id), text)
    return text


def as_data(session: Session) -> dict[str, Any]:
    """A session as data that other tools may rely on. Seconds are on the drill's own clock, pauses left out."""
    setup, drawn = session.plan, diagram(session)
    return {
        "session": session.id,
        "scenario": setup.scenario,
        "format": setup.format,
        "level": setup.level,
        "grades": setup.grades,
        "status": session.status,
        "interviewer": setup.interviewer,
        "seed": setup.seed,
        "curveballs": [{"id": name, "at_s": at} for name, at in setup.curveballs],
        "base": _base(setup),
        "steps": [
            {
                "step": step.id,
                "phases": list(step.phases),
                "planned_s": None if setup.untimed else step.seconds,
                "used_s": round(session.used_in(index), 1),
                "notes": [
                    {
                        "id": note.id,
                        "at_s": round(note.at_s, 1),
                        "by": "you",
                        "text": note.text,
                        "said": note.said,
                    }
                    for note in session.live_notes
                    if note.step == index
                ],
                "interviewer": [_said(said) for said in session.said if said.step == index],
                "ticked": session.ticked(index),
                "hints": [hint.text for hint in session.hints if hint.step == index],
            }
            for index, step in enumerate(setup.steps)
        ],
        "diagram": drawn.mermaid() if drawn.labels else None,
        "grade": _grade(session),
    }


def _base(setup: Setup) -> dict[str, Any] | None:
    """The round of which this one redoes a step, with what was taken over; `told` is null where all facts were."""
    if not setup.base:
        return None
    told, notes = setup.earlier.told, setup.earlier.notes
    return {
        "session": setup.base,
        "told": None if told is None else list(told),
        "notes": [{"step": note.step, "at_s": note.at_s, "text": note.text} for note in notes],
    }


def _said(said: Said) -> dict[str, Any]:
    """Something the interviewer said: what it was, the note it answers or follows, and whether it was asked for."""
    return {
        "what": said.what,
        "at_s": round(said.at_s, 1),
        "text": said.text,
        "id": said.id or None,
        "topic": said.topic or None,
        "note": said.note or None,
        "shown": list(said.shown),
        **{name: getattr(said, name) for name in ("helped", "handed", "further", "taken_back")},
    }


def _grade(session: Session) -> dict[str, Any] | None:
    if not session.marks and not session.grades:
        return None
    return {
        "points": [
            {
                "id": point,
                "mark": mark.mark,
                "notes": list(mark.notes),
                "line": mark.line or None,
                "reason": mark.reason or None,
            }
            for point, mark in session.marks.items()
        ],
        "dimensions": {name: grade.grade for name, grade in session.grades.items()},
        "reasons": {name: grade.reason for name, grade in session.grades.items() if grade.reason},
        "reflection": session.reflection or None,
        "figures": figures_of(session.graded) or None,
        "again": [
            {"id": said.id, "text": said.text, "state": said.state, "seconds": said.seconds} for said in session.again
        ],
    }
