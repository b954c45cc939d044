"""The steps of one round: a format cut to what is drilled and scaled to the minutes there are."""

from collections.abc import Collection
from dataclasses import dataclass

from coach.content.format import Format


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """A step of one round; `seconds` is what it may take."""

    id: str
    title: str
    phases: tuple[str, ...]
    seconds: int


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
        PlannedStep(step.id, step.title, step.phases, length) for step, length in zip(kept, seconds, strict=True)
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
    return tuple(skipped)
