"""What a round was started with."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from coach.content.terms import LEVELS, PHASES
from coach.interview.clock import clock
from coach.interview.earlier import NOTHING, Earlier
from coach.interview.plan import PlannedStep


@dataclass(frozen=True, slots=True)
class Setup:
    """What a round was started with. `curveballs` are drawn at the start: id and seconds on the round's clock.

    Without `grades` the round is a first look: its points are gone through, no dimension is graded. `highest` is the
    level above which the format has no time for points; `dimensions` are those it has time to show, none for all.
    `design` is the Mermaid flowchart that was handed over when the round began after the design, else empty; `given`
    says that the person drew nothing of it. `base` is
    the session of which it redoes a step, or empty, `earlier` what was taken over from there.
    """

    scenario: str
    title: str
    scenario_digest: str
    format: str
    format_digest: str
    rubric_digest: str
    level: str
    steps: tuple[PlannedStep, ...]
    skipped: tuple[str, ...] = ()
    untimed: bool = False
    strict: bool = False
    mock: bool = False
    aloud: bool = False
    interviewer: str = "quiet"
    seed: int = 0
    curveballs: tuple[tuple[str, int], ...] = ()
    design: str = ""
    grades: bool = True
    highest: str = LEVELS[-1]
    dimensions: tuple[str, ...] = ()
    base: str = ""
    earlier: Earlier = NOTHING
    given: bool = False

    @property
    def phases(self) -> tuple[str, ...]:
        """The phases that are drilled, in order."""
        return tuple(dict.fromkeys(phase for step in self.steps for phase in step.phases))

    @property
    def not_drilled(self) -> tuple[str, ...]:
        """The phases that none of its steps covers, in order."""
        return tuple(phase for phase in PHASES if phase not in self.phases)

    @property
    def seconds(self) -> int:
        """The seconds planned over all steps."""
        return sum(step.seconds for step in self.steps)

    @property
    def on_paper(self) -> bool:
        """Whether all facts were handed over when the round began."""
        return "clarify" in self.skipped and self.earlier.told is None

    def spent(self, used: float, planned: int) -> str:
        """Seconds used against those planned, `04:12 of 05:00`; without a clock only those used."""
        return clock(used) if self.untimed else f"{clock(used)} of {clock(planned)}"

    def data(self) -> dict[str, Any]:
        """The setup as the data of a `started` event."""
        return {
            "scenario": self.scenario,
            "title": self.title,
            "scenario_digest": self.scenario_digest,
            "format": self.format,
            "format_digest": self.format_digest,
            "rubric_digest": self.rubric_digest,
            "level": self.level,
            "steps": [step.data() for step in self.steps],
            "skipped": list(self.skipped),
            "untimed": self.untimed,
            "strict": self.strict,
            "mock": self.mock,
            "aloud": self.aloud,
            "interviewer": self.interviewer,
            "seed": self.seed,
            "curveballs": [{"id": name, "at_s": at} for name, at in self.curveballs],
            "design": self.design,
            "grades": self.grades,
            "highest": self.highest,
            "dimensions": list(self.dimensions),
            **({"given": True} if self.given else {}),
            **({"base": self.base, "earlier": self.earlier.data()} if self.base else {}),
        }

    @staticmethod
    def of(data: Mapping[str, Any]) -> "Setup":
        """The setup a `started` event holds. Raises KeyError, TypeError or ValueError for one that holds none."""
        steps = tuple(map(PlannedStep.of, data["steps"]))
        if not steps:
            raise ValueError("a round without steps")
        return Setup(
            scenario=str(data["scenario"]),
            title=str(data["title"]),
            scenario_digest=str(data["scenario_digest"]),
            format=str(data["format"]),
            format_digest=str(data["format_digest"]),
            rubric_digest=str(data["rubric_digest"]),
            level=str(data["level"]),
            steps=steps,
            skipped=tuple(map(str, data.get("skipped", ()))),
            untimed=bool(data.get("untimed")),
            strict=bool(data.get("strict")),
            mock=bool(data.get("mock")),
            aloud=bool(data.get("aloud")),
            interviewer=str(data.get("interviewer", "quiet")),
            seed=int(data.get("seed", 0)),
            curveballs=tuple((str(c["id"]), int(c["at_s"])) for c in data.get("curveballs", ())),
            design=str(data.get("design", "")),
            grades=bool(data.get("grades", True)),
            highest=str(data.get("highest", LEVELS[-1])),
            dimensions=tuple(map(str, data.get("dimensions", ()))),
            base=data.get("base", ""),
            earlier=Earlier.of(data["earlier"]) if "earlier" in data else NOTHING,
            given=bool(data.get("given")),
        )
