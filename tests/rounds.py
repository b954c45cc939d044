"""Rounds in brief, made by hand."""

from datetime import date

from coach.interview.brief import Brief, Missed, Own
from coach.language.stamps import unstamp
from tests.conftest import START

WEIGHTS = {"framing": 1.0, "numbers": 1.5, "depth": 2.0, "driving": 0.0}


def utc_day(stamped: str) -> date:
    """The day of a stamp in UTC."""
    return unstamp(stamped).date()


def a_round(
    number: int, scenario: str = "", *, status: str = "graded", phase: str = "deep-dive", month: int = 11,
    **counts: tuple[int, int],
) -> Brief:  # fmt: skip
    """The round of a day in November 2026 with so many points missed of so many, by dimension."""
    made, missed = dict[str, list[str]](), list[Missed]()
    for name, (lost, of) in counts.items():
        told = f"of {name} on day {number}"
        missed += [Missed(f"{name}-{n}", name, phase, f"Point {n} {told}", "", 9.0) for n in range(lost)]
        made[name] = [f"{name}-{n}" for n in range(lost, of)]
    scenario = scenario or f"q{number}"
    day = f"2026-{month:02}-{number:02}"
    known = Brief(
        session=f"{day.replace('-', '')}T101500Z-{scenario}-{number:04}", scenario=scenario, title="A question",
        format="four-phase", level="senior", phases=("clarify", "deep-dive"), status=status,
        started=f"{day}T{START:%H:%M}:00.000Z", ended="" if status == "paused" else f"{day}T11:00:00.000Z",
        planned=2700, used=724.0, step="Deep dive", notes=9,
    )  # fmt: skip
    if status != "graded":
        return known
    own = {name: Own(name[:5], name != "driving", 2, weight) for name, weight in WEIGHTS.items()}
    return known._replace(graded=f"{day}T11:15:00.000Z", missed_rows=missed, made=made, own_rows=own)
