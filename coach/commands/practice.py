"""`coach practice`: a timed round."""

from collections.abc import Sequence

from coach.commands import world
from coach.content.problem import did_you_mean
from coach.content.terms import PHASES
from coach.errors import CoachError, UsageError
from coach.interview.plan import plan
from coach.interview.session import ACTIVE, PAUSED
from coach.record.files import probe
from coach.screens import opening, round
from coach.screens.app import App
from coach.screens.past import past
from coach.screens.ui import Stopped, Text


def run(
    folder: str | None,
    scenario: str | None,
    *,
    format_: str | None,
    minutes: int | None,
    phases: Sequence[str],
    level: str | None,
    untimed: bool,
    strict: bool,
    mock: bool,
    aloud: bool,
    plain: bool,
    grade: bool,
) -> int:
    """Runs a round and returns the exit code."""
    wanted = _phases(phases)
    _refuse_nonsense(minutes, untimed=untimed, strict=strict, mock=mock)
    app = world.app(folder, plain=plain)
    settings = app.home.settings
    choices = opening.Choices(
        app.library.format(format_ or settings.format),
        level or settings.level,
        minutes,
        wanted,
        untimed=untimed,
        strict=strict,
        mock=mock,
        aloud=aloud,
    )
    if not plan(choices.format.value, wanted):
        raise UsageError(
            f"The format {choices.format.value.id} has no step for {', '.join(wanted)}.",
            "Name another format or phase.",
        )
    if scenario is None and not world.is_terminal() and not plain:
        raise UsageError("Without a terminal the scenario has to be named.", "For example: coach practice rag-support")
    try:
        return _round(app, scenario, choices, grade=grade)
    except Stopped as stop:  # before the clock started, so there is nothing to save
        return 0 if stop.why == "end" else round.INTERRUPTED


def _round(app: App, scenario: str | None, choices: opening.Choices, *, grade: bool) -> int:
    name = scenario or _menu(app)
    if not name:
        return 0
    loaded, rubric = app.library.scenario(name), app.library.rubric()
    probe(app.home.places.sessions)
    probe(app.home.places.locks)
    _mention_paused(app, loaded.value.id)
    chosen = opening.choose(app, loaded.value, choices)
    if chosen is None:
        app.ui.show(Text(f"Not now, then. `coach practice {loaded.value.id}` starts it."))
        return 0
    setup = opening.setup(loaded, rubric, chosen)
    return round.begin(app, loaded, chosen.format, rubric, setup, grade=grade)


def _phases(given: Sequence[str]) -> tuple[str, ...]:
    names = [name.strip() for text in given for name in text.split(",") if name.strip()]
    for name in names:
        if name not in PHASES:
            near = did_you_mean(name, PHASES)
            raise UsageError(f"There is no phase {name!r}{near}", f"The phases are: {', '.join(PHASES)}.")
    return tuple(phase for phase in PHASES if phase in names)


def _refuse_nonsense(minutes: int | None, *, untimed: bool, strict: bool, mock: bool) -> None:
    clashes = [
        (untimed and strict, "--untimed and --strict", "strict steps need a clock"),
        (untimed and minutes is not None, "--untimed and --minutes", "without a clock there are no minutes"),
        (untimed and mock, "--untimed and --mock", "a mock runs against the clock"),
    ]
    for clash, names, why in clashes:
        if clash:
            raise UsageError(f"{names} do not go together: {why}.", "Leave one of them out.")
    if minutes is not None and not 1 <= minutes <= 480:
        raise UsageError(f"--minutes should be from 1 to 480, is {minutes}.", "A usual round has 45.")


def _menu(app: App) -> str:
    """The scenario a person picks: those never tried first, then the ones tried longest ago."""
    last = {known.plan.scenario: known.id for known in reversed(past(app.home))}
    found = sorted(app.library.scenarios(), key=lambda f: (f.id in last, last.get(f.id, ""), f.id))
    options = []
    for entry in found:
        try:
            title = app.library.scenario(entry.id).value.title
        except CoachError:
            continue
        options.append((entry.id, f"{title} ({entry.id}){', tried' if entry.id in last else ''}"))
    return app.ui.choose("Which question?", options)


def _mention_paused(app: App, scenario: str) -> None:
    for known in past(app.home):
        if known.plan.scenario == scenario and known.status in (ACTIVE, PAUSED):
            app.ui.show(Text(f"A round on it is paused: `coach resume {known.id}` goes on with that one.", "dim"))
            return
