"""Graded rounds as attempts, made by hand."""

from collections.abc import Mapping, Sequence
from typing import Any

from coach.interview.brief import Spent
from coach.interview.progress import Attempt
from tests.rounds import a_round


def attempt(
    day: int,
    scenario: str = "",
    *,
    phase: str = "deep-dive",
    grades: Mapping[str, int | None] | None = None,
    skills: Mapping[str, tuple[int, int]] | None = None,
    spent: Sequence[Spent] = (),
    told: Mapping[str, Any] | None = None,
    **points: tuple[int, int],
) -> Attempt:
    """The round of a day in November 2026 with so many points confirmed of so many, by dimension and all in one phase,
    and by skill; `told` are other fields of its brief."""
    lost = {name: (of - made, of) for name, (made, of) in points.items()}
    known = a_round(day, scenario, phase=phase, **lost)
    own = {name: row._replace(grade=(grades or {}).get(name, row.grade)) for name, row in known.own.items()}
    missed = [row._replace(skills=[]) for row in known.missed]
    for name, (made, of) in (skills or {}).items():
        for row in range(of - made):
            missed[row] = missed[row]._replace(skills=[*missed[row].skills, name])
    ids = [point for ids in known.made.values() for point in ids]
    known = known._replace(
        own_rows=own,
        missed_rows=missed,
        made_phases={phase: ids},
        made_skills={
            name: [*ids, *(f"{name} {n}" for n in range(made))][:made] for name, (made, _) in (skills or {}).items()
        },
        spent_rows=spent,
    )
    return Attempt(known._replace(**(told or {})))
