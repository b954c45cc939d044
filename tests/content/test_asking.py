"""The sheet of a scenario, asked."""

from coach.content.asking import sheet
from coach.content.reading import read
from coach.content.scenario import Scenario
from coach.language.outcomes import CHOOSE

TEXT = """\
schema: 1
id: tiny
title: T
family: rag
question: Q
brief: B
words: {docs: [leaflet*]}
facts:
  - {id: docs, topic: how many there are, answer: Two., covers: [scale, quality], match: ["how many & $docs"]}
  - {id: speed, topic: response time, answer: Two seconds., covers: [latency], asks: ["what is the latency target"]}
  - {id: peak, topic: the worst hour, answer: Nine., covers: [scale]}
  - {id: uptime, topic: hours of the day, answer: All., covers: [availability, latency]}
points: []
"""


def found(question: str) -> tuple[str, ...]:
    """The ids that a question finds."""
    scenario = read(TEXT, "tiny.yaml", Scenario).value
    assert scenario is not None
    return sheet(scenario, {}).find(question)[0].ids


def test_facts_are_found_by_pattern_topic_and_question() -> None:
    assert found("how many leaflets") == ("docs",)
    assert found("response time") == ("speed",)
    assert found("latency target?") == ("speed",)


def test_a_broad_word_offers_the_facts_whose_first_heading_it_asks_for() -> None:
    assert found("scale?") == ("docs", "peak")
    assert found("target?") == ("speed", "uptime")


def test_a_broad_word_is_asked_back() -> None:
    scenario = read(TEXT, "tiny.yaml", Scenario).value
    assert scenario is not None
    (only,) = sheet(scenario, {}).find("target?")
    assert (only.outcome, only.about) == (CHOOSE, "target")
