"""The screen before the clock starts: the question, and what each key changes."""

from dataclasses import dataclass, replace

from coach.content.format import Format
from coach.content.library import Loaded
from coach.content.reference import reference
from coach.content.rubric import Rubric
from coach.content.scenario import Scenario
from coach.content.terms import LEVELS
from coach.errors import CoachError, UsageError
from coach.interview.clock import clock
from coach.interview.drawing import diagram
from coach.interview.plan import PlannedStep, left_out_between, plan, skipped_before
from coach.interview.setup import Setup
from coach.language.graph import Graph
from coach.record.home import Home
from coach.screens.app import App
from coach.screens.past import past
from coach.screens.ui import Block, Gap, Keys, Pairs, Picture, Rule, Text

MINUTES = (5, 20, 45)
_FIRST_LOOK = (
    "Ask the interviewer what you need to know: “volume?” is enough. Enter alone gives them the floor, /check says "
    "what to do, /next goes on."
)
"""What a person has to know who never sat in a round."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What a round is started with, as far as it can still be changed."""

    format: Loaded[Format]
    wanted_level: str
    minutes: int | None = None
    phases: tuple[str, ...] = ()
    untimed: bool = False
    strict: bool = False
    mock: bool = False
    aloud: bool = False
    interviewer: str = "quiet"
    seed: int = 0
    curveballs: tuple[tuple[str, int], ...] = ()

    @property
    def steps(self) -> tuple[PlannedStep, ...]:
        """The steps of the round."""
        return plan(self.format.value, self.phases, self.minutes)

    @property
    def grades(self) -> bool:
        """Whether the round ends with grades; one without is a first look, in which there is nothing to choose."""
        return self.format.value.grades

    @property
    def levels(self) -> tuple[str, ...]:
        """The levels that the format has time for."""
        highest = self.format.value.level or LEVELS[-1]
        return LEVELS[: LEVELS.index(highest) + 1]

    @property
    def level(self) -> str:
        """The level in force: the one that is wanted, as far as there is time for it."""
        return self.wanted_level if self.wanted_level in self.levels else self.levels[-1]


def choose(app: App, scenario: Scenario, choices: Choices) -> Choices | None:
    """Shows the question until Enter starts the clock; None for «not now»."""
    ui = app.ui
    ui.show(Rule(scenario.title, scenario.id), Text(f"“{scenario.question}” {scenario.brief}"), Gap())
    skipped = skipped_before(choices.format.value, choices.steps)
    ui.show(*handed_over(scenario, skipped, design_so_far(app.home, scenario, skipped)))
    if not choices.mock:
        ui.show(Text("Talk aloud; type headlines. Numbers and “because” count, full sentences don't.", "dim"))
        if not choices.grades:
            ui.show(Text(_FIRST_LOOK, "dim"))
    while True:
        changes = {"f": "another format", "m": "minutes", "l": "level"} if choices.grades else {}
        keys = {"": "starts the clock", **changes, "?": "how it works", "q": "not now"}
        answer = ui.key(Keys(summary(choices), keys, other=True, fleeting=True))
        match answer.key:
            case "":
                if not ui.plain:
                    ui.show(Text(summary(choices), "strong", hang=1))
                return choices
            case "q":
                return None
            case "f":
                choices = replace(choices, format=_next_format(app, choices))
            case "m":
                choices = replace(choices, minutes=_next_minutes(choices), untimed=False)
            case "l":
                choices = replace(choices, wanted_level=_next_level(app, choices))
            case _:
                ui.show(Pairs(_how(choices)))


def summary(choices: Choices) -> str:
    """One line on format, minutes, level and steps."""
    steps = choices.steps
    if choices.untimed:
        times = ", ".join(step.title.lower() for step in steps) + ", no clock"
        total = ""
    else:
        times = " · ".join(f"{step.title.lower()} {_short(step.seconds)}" for step in steps)
        total = f", {_short(sum(step.seconds for step in steps))} min"
    flags = "".join(f" · {name}" for name in ("strict", "mock", "aloud") if getattr(choices, name))
    if not choices.grades:
        return f"{choices.format.value.title}{total}: {times}{flags}"
    level = choices.level
    if level != choices.wanted_level:
        level += f" (no time for {choices.wanted_level})"
    if not choices.mock:
        flags += f" · {choices.interviewer} interviewer"
    return f"{choices.format.value.id}{total}: {times} · level {level}{flags}"


def _short(seconds: int) -> str:
    return str(seconds // 60) if seconds % 60 == 0 else clock(seconds).removeprefix("0")


def _next_minutes(choices: Choices) -> int | None:
    """The next of a few usual lengths, the format's own (None) among them."""
    own = sum(step.seconds for step in replace(choices, minutes=None).steps) // 60
    lengths = sorted({*MINUTES, own})
    longer = next((minutes for minutes in lengths if minutes > (choices.minutes or own)), lengths[0])
    return None if longer == own else longer


def _next_level(app: App, choices: Choices) -> str:
    levels = choices.levels
    if len(levels) == 1:
        app.ui.show(Text(f"The format {choices.format.value.id} has time for {levels[0]} only.", "dim"))
        return choices.wanted_level
    return levels[(levels.index(choices.level) + 1) % len(levels)]


def _next_format(app: App, choices: Choices) -> Loaded[Format]:
    names = [found.id for found in app.library.formats()]
    at = names.index(choices.format.value.id) if choices.format.value.id in names else -1
    for turn in range(1, len(names) + 1):
        name = names[(at + turn) % len(names)]
        try:
            loaded = app.library.format(name)
        except CoachError as error:
            app.ui.show(Text(error.message, "warn"))
            continue
        if not loaded.value.grades:
            continue  # a first look is for the questions that are made for it
        steps = plan(loaded.value, choices.phases)
        if steps and not left_out_between(loaded.value, steps):
            if len(names) == 1:
                app.ui.show(Text("There is no other format yet; your own go into formats/ of COACH_HOME.", "dim"))
            return loaded
    return choices.format


def _how(choices: Choices) -> list[tuple[str, str]]:
    keys = (
        "f, m and l change the format, the minutes (its own, 5, 20, 45) and the level before the clock starts."
        if choices.grades
        else ""
    )
    rows = [
        ("notes", "Each line you send is a note with its time. Fragments are fine; nothing is lost."),
        ("steps", "/next goes on when you are ready. The bar turns yellow, then red; nobody is cut off."),
        ("pause", "ctrl-c pauses and saves at any moment; `coach resume` goes on."),
        ("after", "You grade yourself against the points an interviewer would tick, note by note."),
        ("keys", keys),
    ]
    return [row for row in rows if row[1]]


def setup(scenario: Loaded[Scenario], rubric: Loaded[Rubric], choices: Choices) -> Setup:
    """The setup of a round. Raises UsageError when no step of the format covers the phases."""
    steps = choices.steps
    if not steps:
        raise UsageError(
            f"The format {choices.format.value.id} has no step for {', '.join(choices.phases)}.",
            "`--format` names another one.",
        )
    return Setup(
        scenario=scenario.value.id,
        title=scenario.value.title,
        scenario_digest=scenario.digest,
        format=choices.format.value.id,
        format_digest=choices.format.digest,
        rubric_digest=rubric.digest,
        level=choices.level,
        steps=steps,
        skipped=skipped_before(choices.format.value, steps),
        untimed=choices.untimed,
        strict=choices.strict,
        mock=choices.mock,
        aloud=choices.aloud,
        interviewer=choices.interviewer,
        seed=choices.seed,
        curveballs=choices.curveballs,
        grades=choices.format.value.grades,
        highest=choices.levels[-1],
        dimensions=choices.format.value.dimensions,
    )


def design_so_far(home: Home, scenario: Scenario, skipped: tuple[str, ...]) -> Graph:
    """The design that a round begins with which skips making it: the one the person drew last on this scenario, or
    else what a mid-level candidate leaves; empty for other rounds."""
    if "high-level" not in skipped:
        return Graph({}, ())
    drawn = _last_diagram(home, scenario.id)
    if drawn is None and scenario.diagram:
        return reference(scenario.diagram, "mid")
    return drawn or Graph({}, ())


def handed_over(scenario: Scenario, skipped: tuple[str, ...], design: Graph) -> list[Block]:
    """What the skipped steps would have left: the facts as told, and the design."""
    blocks: list[Block] = []
    if "clarify" in skipped and scenario.facts:
        blocks += [Rule("What you were told"), *(Text(f.answer, hang=2) for f in scenario.facts), Gap()]
    if design.labels:
        blocks += [Rule("The design so far"), Picture(design), Gap()]
    return blocks


def _last_diagram(home: Home, scenario: str) -> Graph | None:
    """The diagram of the last round on a scenario that drew a whole one, None when none did.

    A detail drawn in a round that neither made the design nor was handed one is none.
    """
    rounds = [session for session in past(home, scenario=scenario) if session.strokes]
    drawn = (diagram(known) for known in rounds if "high-level" in known.plan.phases or known.plan.design)
    return next((graph for graph in drawn if graph.edges), None)
