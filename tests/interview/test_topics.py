"""What the shipped scenarios bring up, against notes that deal with it and notes that merely touch it."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
import yaml

from coach.content.library import Library
from coach.interview.entries import Note
from coach.interview.topics import Topic

RAISED = Path(__file__).parent.parent / "data" / "raised"
NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)


def never(point: str) -> bool:
    return False


def topics(library: Library, scenario: str) -> dict[str, Topic]:
    """Every probe, linchpin and curveball of a scenario, by the name it is recorded under."""
    content = library.scenario(scenario).value
    words = {**library.glossary, **content.words}
    made = {
        f"{dive.id}-{n}": Topic.of_probe(f"{dive.id}-{n}", probe, words)
        for dive in content.deep_dives
        for n, probe in enumerate(dive.probes, start=1)
    }
    made |= {f.id: Topic.of_surprise(f.id, f.linchpin, (f.id,), words) for f in content.facts if f.linchpin}
    return made | {ball.id: Topic.of_surprise(ball.id, ball, ball.about, words) for ball in content.curveballs}


@pytest.mark.parametrize("scenario", ["rag-support", "fraud-detection"])
def test_it_hears_what_deals_with_a_remark_and_only_that(library: Library, scenario: str) -> None:
    made = topics(library, scenario)
    cases = yaml.safe_load((RAISED / f"{scenario}.yaml").read_text(encoding="utf-8"))
    assert set(cases) == set(made), "each remark has its cases"
    for case in cases.values():
        assert len(case["deals"]) >= 5
        assert len(case["touches"]) >= 5
    deaf = [(n, t) for n, case in cases.items() for t in case["deals"] if _said(made[n], t) == made[n].say]
    fooled = [(n, t) for n, case in cases.items() for t in case["touches"] if _said(made[n], t) != made[n].say]
    assert deaf == []
    assert fooled == []


def _said(topic: Topic, text: str) -> str:
    return topic.level([Note(1, 1, text, 1.0, 0.0, NOON)], never)
