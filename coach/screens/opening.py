"""The screen before the clock starts: the question, and what each key changes."""

from dataclasses import replace

from coach.content.format import Format
from coach.content.library import Loaded
from coach.content.rubric import Rubric
from coach.content.scenario import Scenario
from coach.errors import CoachError, UsageError
from coach.interview.clock import clock
from coach.interview.plan import left_out_between, plan
from coach.interview.setup import Setup
from coach.screens.app import App
from coach.screens.choices import Choices as Choices
from coach.screens.handing import NO_DESIGN, Design, design_so_far, design_then, handed_over
from coach.screens.ui import Gap, Keys, Pairs, Rule, Text

MINUTES = (5, 20, 45)
_FIRST_LOOK = (
    "Ask the interviewer what you need to know: “volume?” is enough. Enter alone gives them the floor, /check says "
    "what to do, /next goes on."
)
"""What a person has to know who never sat in a round."""


def choose(app: App, scenario: Scenario, choices: Choices) -> Choices | None:
    """Shows the question until Enter starts the clock; None for «not now»."""
    ui = app.ui
    ui.show(Rule(scenario.title, scenario.id), Text(f"“{scenario.question}” {scenario.brief}"), Gap())
    design = _design_then(scenario, choices) if choices.base else design_so_far(app.home, scenario, choices.skipped)
    ui.show(*handed_over(scenario, choices.skipped, design, choices.earlier))
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


def _design_then(scenario: Scenario, choices: Choices) -> Design:
    """The design of the round that is redone; empty for any other."""
    return design_then(choices.base, choices.phases, scenario, choices.skipped) if choices.base else NO_DESIGN


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
    design = _design_then(scenario.value, choices)
    return Setup(
        scenario=scenario.value.id,
        title=scenario.value.title,
        scenario_digest=scenario.digest,
        format=choices.format.value.id,
        format_digest=choices.format.digest,
        rubric_digest=rubric.digest,
        level=choices.level,
        steps=steps,
        skipped=choices.skipped,
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
        design=design.mermaid,
        base=choices.base.id if choices.base else "",
        earlier=choices.earlier,
        given=design.given,
    )
