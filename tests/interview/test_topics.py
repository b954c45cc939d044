"""What the shipped scenarios bring up, against notes that deal with it and notes that merely touch it."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
import yaml

from coach.content.library import Library
from coach.interview.entries import Note
from coach.interview.topics import Topic
from coach.language.ranking import parsed

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


def note(text: str) -> Note:
    return Note(1, 2, text, 0.0, 0.0, NOON)


def test_what_a_note_rules_out_has_not_dealt_with_it() -> None:
    topic = Topic("mask", "Where did they slip out?", "You mask then.", (), parsed(["mask*"], {}), ())
    assert topic.level([note("we don't use masking, the provider is trusted")], never) == "Where did they slip out?"
    assert topic.level([note("mask names before the call")], never) == "You mask then."
    without = Topic("dry", "And without a model?", "", (), parsed(["no model"], {}), ())
    assert without.level([note("no model then, plain search")], never) == ""
