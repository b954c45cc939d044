"""`coach practice --from`: the round of which a step is redone, and what follows from it where nothing else is said."""

from coach.content.format import Format
from coach.content.library import Loaded
from coach.content.scenario import Scenario
from coach.content.terms import PHASES
from coach.errors import CoachError, UsageError
from coach.interview.plan import left_out_between, plan
from coach.interview.redoing import weakest_phase
from coach.interview.session import Session
from coach.screens.app import App
from coach.screens.past import as_graded, load
from coach.screens.ui import Text


def base_of(app: App, name: str) -> Session:
    """The round that is meant by any unique part of its name, as it was graded last. Raises CoachError."""
    return as_graded(app.home, load(app.home, app.home.sessions.find(name)))


def require_on(base: Session, scenario: Scenario) -> None:
    """Raises UsageError where a round was on another scenario, whatever this one was called then."""
    if base.plan.scenario not in (scenario.id, *scenario.was):
        raise UsageError(
            f"The round {base.id} was on {base.plan.scenario}, not on {scenario.id}.",
            "With --from the scenario can be left out: it is that of the round.",
        )


def say_weakest(app: App, base: Session) -> tuple[str, ...]:
    """Says in which phase most was missed. Raises UsageError where that cannot be told."""
    if phase := weakest_phase(base):
        app.ui.show(Text(f"Most was missed in {phase}, so that is redone; `--phase` names another.", "dim"))
        return (phase,)
    why = "missed nothing" if base.graded else "is not graded"
    raise UsageError(
        f"The round {base.id} {why}, so its weakest step cannot be told.",
        f"Name the step with --phase: {', '.join(PHASES)}.",
    )


def format_of(app: App, base: Session, phases: tuple[str, ...]) -> Loaded[Format] | None:
    """The format of the round, if it is still there and has the phases in a row."""
    try:
        loaded = app.library.format(base.plan.format)
    except CoachError:
        return None
    steps = plan(loaded.value, phases)
    return loaded if steps and not left_out_between(loaded.value, steps) else None
