"""A new scenario file to fill in: every field with its explanation, valid from the start."""

import textwrap

from coach.content.fields import Field, Many, OneOf, Part, table
from coach.content.scenario import Scenario

_WIDTH = 96

_SAMPLES = {
    "schema": "schema: 1",
    "title": "title: A title that does not give the answer away",
    "family": "family: rag",
    "question": "question: Design an assistant that answers questions about our handbook.",
    "brief": "brief: >-\n  Who the company is and who its customers are.\n"
    "  What they do today without the system. What they hope for.",
    "points": """\
points:
  - id: asks-update-rate
    fact: update-rate
    phase: clarify
    dimension: framing
    level: mid
    point: Asks how often the handbook changes
    why: It decides how the index is kept fresh.
  - id: one-path
    phase: high-level
    dimension: flow
    level: mid
    point: Shows one path from question to answer
    why: Everything else hangs on it.
    hint: What happens between the question and the answer?
    match: ["user|question & search|retriev* & llm|model"]
    examples: ["question -> search -> llm -> answer"]
    counter: ["we use an llm"]
    say: "A question is searched in the index, the passages go to the model, the answer cites them.\"""",
    "skills": "skills: []",
    "mention_early": "mention_early: [retrieval quality]",
    "words": "words:\n  handbook: [handbook, manual*, guide*]",
    "facts": """\
facts:
  - id: update-rate
    topic: how often the handbook changes
    covers: [freshness]
    answer: The handbook changes about twenty times a day; an hour of delay is fine.
    short: twenty changes a day, an hour is fine
    so: A small job every few minutes is enough; nothing has to stream.
    asks: ["How often does the handbook change?", "how fresh must it be"]
    match: ["$handbook & change*", "fresh*|stale"]
    used: ["hour*|delay"]""",
    "waived": "waived:\n  cost: Not an issue for a company of this size.",
    "deep_dives": """\
deep_dives:
  - id: retrieval
    topic: Retrieval
    options:
      - {name: one index, gains: simple, costs: misses exact words, choose_when: the texts are prose}
    probes:
      - {ask: "How would you know that the search is good?", points: [one-path]}""",
    "curveballs": """\
curveballs:
  - id: outage
    kind: outage
    say: The model provider is down for an hour. What does a user see?""",
    "tradeoffs": """\
tradeoffs:
  - id: cache
    between: [latency, freshness]
    choose: no cache at first
    because: traffic is small
    reverse_when: the bill passes a hundred dollars a day""",
    "numbers": """\
numbers:
  - {id: bill, ask: "Bill a month?", given: {requests_per_day: 1000, usd_each: 0.01},
     formula: requests_per_day * usd_each * 30, unit: USD, within: 3}""",
    "diagram": """\
diagram:
  mermaid: |
    flowchart LR
      user --> search --> llm --> answer
  roles:
    user: ["user|question"]
    llm: ["llm|model"]""",
    "checks": "checks:\n  - {id: reaches-model, path: [user, llm], say: No path leads from the user to the model.}",
    "mistakes": """\
mistakes:
  - {id: agent-first, mistake: Starting with an agent, instead: Start with one search and one model call.}""",
    "solution": "solution:\n  clarify: What to settle first.\n  high-level: The design, in a few lines.",
    "cards": """\
cards:
  - id: freshness
    kind: recall
    front: What decides how fresh an index must be?
    back: What a stale answer costs.
    why: A refresh that nobody would miss is work for nothing.
    tags: [freshness]
  - id: bill-a-month
    kind: estimate
    front: A thousand requests a day at one cent each. The bill for 30 days?
    answer: 300
    unit: USD
    within: 1.2
    back: 1,000 × $0.01 × 30 = $300.
    why: A bill that small is no reason for a cache.
    tags: [cost, estimation]""",
    "sources": "sources: []",
    "format": "# format: four-phase",
    "was": "was: []",
}


def skeleton(scenario_id: str) -> str:
    """The text of a new scenario file with this id: each field explained and filled with a small example."""
    lines = [
        "# A scenario. Replace the examples, delete what you do not need, then run `coach lint` on this file.",
        "# `coach schema > scenario.schema.json` gives editors completion.",
        "",
    ]
    for row in table(Scenario):
        lines += _comment(row, "")
        if isinstance(row.kind, Many) and isinstance(row.kind.item, Part):
            for inner in table(row.kind.item.cls()):
                lines += _comment(inner, "  ")
        lines += [f"id: {scenario_id}" if row.key == "id" else _SAMPLES[row.key], ""]
    return "\n".join(lines)


def _comment(row: Field, indent: str) -> list[str]:
    kind = row.kind.item if isinstance(row.kind, Many) else row.kind
    choices = f" One of: {', '.join(kind.choices)}." if isinstance(kind, OneOf) else ""
    need = "" if row.required else " Optional."
    text = f"{indent}{row.key}: {row.doc}{choices}{need}"
    return textwrap.wrap(text, _WIDTH, initial_indent="# ", subsequent_indent=f"# {indent}  ")
