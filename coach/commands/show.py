"""`coach show`: a scenario, its worked solution, or a round."""

import json
from itertools import chain
from pathlib import Path

from coach.commands import world
from coach.commands.show_round import show_round
from coach.commands.spoiling import agreed
from coach.content.summary import summary
from coach.content.terms import LEVELS, PHASES
from coach.errors import CoachError, UsageError
from coach.screens.app import App
from coach.screens.past import load
from coach.screens.result import solution_pages
from coach.screens.ui import Pairs, Rule, Text


def run(
    folder: str | None,
    name: str,
    *,
    solution: bool,
    yes: bool,
    as_json: bool,
    kind: str | None,
    output: Path | None,
) -> int:
    """Shows a scenario by its id, or a session by its id or a part of it. Returns the exit code."""
    app = world.app(folder, plain=not world.is_terminal())
    if any(found.id == name for found in app.library.scenarios()):
        _refuse_file(name, kind, output)
        return _scenario(app, name, solution=solution, yes=yes, as_json=as_json)
    try:
        session_name = app.home.sessions.find(name)
    except CoachError as error:
        if name in _former(app):
            _refuse_file(name, kind, output)
            return _scenario(app, name, solution=solution, yes=yes, as_json=as_json)
        if len(app.home.sessions.matching(name)) > 1:
            raise
        raise CoachError(
            f"There is neither a scenario nor a session {name!r}.",
            "`coach list` and `coach history` show what there is.",
        ) from error
    if solution:
        raise UsageError("--solution goes with a scenario, not with a session.", "coach show SCENARIO --solution")
    if as_json and kind not in (None, "json"):
        raise UsageError(f"--json and --as {kind} are two ways to show a round.", "Leave one out.")
    show_round(app, load(app.home, session_name), "json" if as_json else kind, output)
    return 0


def _refuse_file(name: str, kind: str | None, output: Path | None) -> None:
    if kind or output:
        option = "--as" if kind else "--output"
        raise UsageError(
            f"{option} goes with a session, not with a scenario.", f"`coach show {name} --json` prints it as data."
        )


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
