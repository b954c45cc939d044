"""The steps of one round: a format cut to what is drilled and scaled to the minutes, and where each point belongs."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from coach.content.format import Format
from coach.content.scenario import Point


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """A step of one round; `seconds` is what it may take, `dimensions` and `skills` what it is about, if it says."""

    id: str
    title: str
    phases: tuple[str, ...]
    seconds: int
    dimensions: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()

    def phase(self, used: float) -> str:
        """The phase that a person is in after so many seconds: those of a step take equal shares of it, in order."""
        return self.phases[min(int(used * len(self.phases) / self.seconds), len(self.phases) - 1)]

    def data(self) -> dict[str, Any]:
        """The step as a `started` event keeps it."""
        return {
            "id": self.id,
            "title": self.title,
            "phases": list(self.phases),
            "seconds": self.seconds,
            "dimensions": list(self.dimensions),
            "skills": list(self.skills),
        }

    @staticmethod
    def of(data: Mapping[str, Any]) -> "PlannedStep":
        """The step that a `started` event holds; an older coach wrote neither dimensions nor skills."""
        return PlannedStep(
            str(data["id"]),
            str(data["title"]),
            tuple(map(str, data["phases"])),
            int(data["seconds"]),
            tuple(map(str, data.get("dimensions", ()))),
            tuple(map(str, data.get("skills", ()))),
        )


def plan(format_: Format, phases: Collection[str] = (), minutes: int | None = None) -> tuple[PlannedStep, ...]:
    """The steps that cover one of the phases (all of them when none is named), scaled to the minutes.

    Each step keeps its share; seconds lost to rounding go to the longest step. Empty when no step covers a phase.
    """
    kept = [step for step in format_.steps if not phases or set(step.phases) & set(phases)]
    if not kept:
        return ()
    whole = sum(step.minutes for step in kept)
    seconds = [step.minutes * 60 for step in kept]
    if minutes is not None:
        seconds = [max(1, round(minutes * 60 * step.minutes / whole)) for step in kept]
        longest = seconds.index(max(seconds))
        seconds[longest] += minutes * 60 - sum(seconds)
    return tuple(
        PlannedStep(step.id, step.title, tuple(dict.fromkeys(step.phases)), length, step.dimensions, step.skills)
        for step, length in zip(kept, seconds, strict=True)
    )


def skipped_before(format_: Format, steps: Collection[PlannedStep]) -> tuple[str, ...]:
    """The phases whose steps come before the first planned one and are not drilled."""
    drilled = {phase for step in steps for phase in step.phases}
    first = next((step.id for step in steps), None)
    skipped: list[str] = []
    for step in format_.steps:
        if step.id == first:
            break
        skipped += [phase for phase in step.phases if phase not in drilled]
    return tuple(dict.fromkeys(skipped))


def left_out_between(format_: Format, steps: Sequence[PlannedStep]) -> tuple[str, ...]:
    """The ids of the steps that stand between planned ones and are not planned themselves."""
    ids, planned = [step.id for step in format_.steps], [step.id for step in steps]
    between = ids[ids.index(planned[0]) : ids.index(planned[-1])] if planned else []
    return tuple(name for name in between if name not in planned)


def step_of(point: Point, steps: Sequence[PlannedStep]) -> int | None:
    """The step of a round that a point belongs to; None when none of its phases is drilled.

    Of the steps that cover one of its phases it is the one that names its first skill. Where none does, or several do,
    the first of its phases that is drilled decides, and of the steps that cover that one it is the first that names
    one of its skills, else the first that names its dimension, else the first that names neither skills nor
    dimensions, else the first.
    """
    there = [(at, step) for at, step in enumerate(steps) if set(point.phase) & set(step.phases)]
    return min(there, key=lambda found: _distance(point, found[1]))[0] if there else None


def graded_as(steps: Sequence[PlannedStep], at: int) -> str:
    """The title that the points of a step are graded under: its own, and those of later steps that are about the same
    and so get no points of their own, as a second deep dive."""
    about = [(set(step.phases), set(step.dimensions), set(step.skills)) for step in steps]
    return ", ".join(step.title for n, step in enumerate(steps) if n == at or (n > at and about[n] == about[at]))


def last_step_of(point: Point, steps: Sequence[PlannedStep]) -> int:
    """The last step in which a point may still be made: the last that covers one of its phases; -1 when none does."""
    return max((at for at, step in enumerate(steps) if set(step.phases) & set(point.phase)), default=-1)


def _distance(point: Point, step: PlannedStep) -> tuple[bool, int, int]:
    phase = next(at for at, name in enumerate(point.phase) if name in step.phases)
    if set(point.skills) & set(step.skills):
        return point.skills[0] not in step.skills, phase, 0
    if point.dimension in step.dimensions:
        return True, phase, 1
    return True, phase, 3 if step.skills or step.dimensions else 2
