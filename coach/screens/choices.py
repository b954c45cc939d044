"""What a person chooses before the clock starts."""

from dataclasses import dataclass

from coach.content.format import Format
from coach.content.library import Loaded
from coach.content.terms import LEVELS
from coach.interview.earlier import NOTHING, Earlier
from coach.interview.plan import PlannedStep, plan, skipped_before
from coach.interview.redoing import earlier_of
from coach.interview.session import Session


@dataclass(frozen=True, slots=True)
class Choices:
    """What a round is started with, as far as it can still be changed; `base` is the round whose phases it redoes."""

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
    base: Session | None = None

    @property
    def steps(self) -> tuple[PlannedStep, ...]:
        """The steps of the round."""
        return plan(self.format.value, self.phases, self.minutes)

    @property
    def skipped(self) -> tuple[str, ...]:
        """The phases before the first step that are not drilled."""
        return skipped_before(self.format.value, self.steps)

    @property
    def earlier(self) -> Earlier:
        """What is taken over from the round that is redone."""
        return earlier_of(self.base, self.phases, self.skipped) if self.base else NOTHING

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
