"""`coach practice`: a timed round."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from coach.commands import world
from coach.commands.catalogue import questions_of
from coach.commands.redo import base_of, format_of, require_on, say_weakest
from coach.commands.usual import usual_format
from coach.content.library import Loaded
from coach.content.problem import did_you_mean
from coach.content.scenario import Scenario
from coach.content.terms import PHASES
from coach.errors import CoachError, UsageError
from coach.interview.plan import left_out_between
from coach.interview.questions import in_order, latest, skills_told
from coach.interview.surprises import draw_curveballs
from coach.record.files import probe
from coach.record.sessions import short_name
from coach.screens import opening, rounds
from coach.screens.app import App
from coach.screens.briefs import briefs
from coach.screens.ui import Text
from coach.screens.weaknesses import person_weaknesses

_SEEDS = 10_000


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
    interviewer: str | None,
    seed: int | None,
    plain: bool,
    grade: bool,
    base: str | None = None,
) -> int:
    """Runs a round and returns the exit code."""
    wanted = _phases(phases)
    _refuse_nonsense(minutes, untimed=untimed, strict=strict, mock=mock)
    if mock and interviewer not in (None, "tough"):
        raise UsageError(f"A mock's interviewer is tough, not {interviewer}.", "Leave one of the two options out.")
    app = world.app(folder, plain=plain)
    settings = app.home.settings
    named = app.library.format(format_) if format_ else None
    earlier = base_of(app, base) if base is not None else None
    if scenario is None and earlier is None and not world.is_terminal() and not plain:
        raise UsageError("Without a terminal the scenario has to be named.", "For example: coach practice rag-support")
    name = scenario or (earlier.plan.scenario if earlier else _menu(app))
    if not name:
        return 0
    loaded = app.library.scenario(name)
    if earlier:
        require_on(earlier, loaded.value)
        wanted = wanted or say_weakest(app, earlier)
        named = named or format_of(app, earlier, wanted)
        level = level or earlier.plan.level
    choices = opening.Choices(
        named or usual_format(app, loaded),
        level or settings.level,
        minutes,
        wanted,
        untimed=untimed,
        strict=strict,
        mock=mock,
        aloud=aloud,
        interviewer="tough" if mock else interviewer or settings.interviewer,
        base=earlier,
    )
    _refuse_phases(choices)
    return _round(app, loaded, choices, seed, grade=grade)


def _round(app: App, loaded: Loaded[Scenario], choices: opening.Choices, seed: int | None, *, grade: bool) -> int:
    rubric = app.library.rubric()
    probe(app.home.places.sessions)
    probe(app.home.places.locks)
    _mention_paused(app, loaded.value)
    chosen = opening.choose(app, loaded.value, choices)
    if chosen is None:
        asked = f"coach practice {loaded.value.id}{''.join(f' --phase {phase}' for phase in choices.phases)}"
        if choices.base:
            asked += f" --from {short_name(choices.base.id, app.home.sessions.ids())}"
        app.ui.show(Text(f"Not now, then. `{asked}` starts it."))
        return 0
    setup = opening.setup(loaded, rubric, _with_curveballs(app, loaded.value, chosen, seed))
    return rounds.begin(app, loaded, chosen.format, rubric, setup, grade=grade)


def _with_curveballs(app: App, scenario: Scenario, chosen: opening.Choices, seed: int | None) -> opening.Choices:
    """The choices with the new situations of the round: the same for the same seed, else leaning to what the person's
    last rounds were weakest in."""
    weak = () if seed is not None else person_weaknesses(app.home).aspects
    seed = app.rng.randrange(_SEEDS) if seed is None else seed
    most = chosen.format.value.curveballs
    drawn = draw_curveballs(scenario, chosen.steps, chosen.level, Random(seed), weak, most=most)
    return replace(chosen, seed=seed, curveballs=drawn)


def _phases(given: Sequence[str]) -> tuple[str, ...]:
    names = [name.strip() for text in given for name in text.split(",") if name.strip()]
    for name in names:
        if name not in PHASES:
            near = did_you_mean(name, PHASES)
            raise UsageError(f"There is no phase {name!r}{near or '.'}", f"The phases are: {', '.join(PHASES)}.")
    return tuple(phase for phase in PHASES if phase in names)


def _refuse_phases(choices: opening.Choices) -> None:
    format_, wanted = choices.format.value, ", ".join(choices.phases)
    if not choices.steps:
        raise UsageError(f"The format {format_.id} has no step for {wanted}.", "Name another format or phase.")
    if missing := left_out_between(format_, choices.steps):
        raise UsageError(
            f"Between the steps for {wanted} comes {', '.join(missing)}, which would be left out.",
            "Name phases that follow each other, or another format, or do two rounds.",
        )


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
    """The scenario a person picks; what is made for a first look comes last."""
    questions = questions_of(app.home.places.cache, app.library)
    rounds_ = briefs(app.home)
    tried, weak = latest(questions, rounds_), person_weaknesses(app.home, rounds_)
    whole: list[tuple[str, str]] = []
    small: list[tuple[str, str]] = []
    for question in in_order(questions, tried, weak):
        try:
            grades = not question.format or app.library.format(question.format).value.grades
        except CoachError:
            continue
        trains = skills_told(weak.trained_by(question.skills))
        # Before the title, as a narrow window cuts off the end of a line.
        said = [question.format, "tried" if question.id in tried else "", f"trains {trains}" if trains else ""]
        label = ", ".join(filter(None, (question.id, *said)))
        (whole if grades else small).append((question.id, f"{label}: {question.title}"))
    return app.ui.choose("Which question?", [*whole, *small])


def _mention_paused(app: App, scenario: Scenario) -> None:
    names = (scenario.id, *scenario.was)
    paused = next((known.session for known in briefs(app.home) if known.open and known.scenario in names), "")
    if paused:
        app.ui.show(Text(f"A round on it is paused: `coach resume {paused}` goes on with that one.", "dim"))
