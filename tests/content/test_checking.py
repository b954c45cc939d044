"""What must hold between the parts of a content file."""

import pytest

from coach.content.checking import check_format, check_rubric, check_scenario
from coach.content.format import Format
from coach.content.reading import read
from coach.content.rubric import Rubric
from coach.content.scenario import Scenario
from coach.content.terms import LEVELS, SCORED

SCENARIO = """\
schema: 1
id: tiny
title: A tiny question
family: rag
skills: [retrieval]
question: Design it.
brief: A small company.
words: {books: [book, manual*]}
waived: {cost: Nobody pays.}
facts:
  - id: rate
    topic: how often
    answer: Daily.
    covers: [freshness]
    match: ["$books & $change"]
    used: [hour]
    linchpin: {in: deep-dive, say: Look., unless: ["push"], needs: ["index"]}
points:
  - id: ask-rate
    fact: rate
    phase: clarify
    dimension: framing
    level: mid
    skills: [retrieval]
    point: Asks how often
    match: ["rate | daily"]
    reject: ["never"]
deep_dives:
  - id: find
    topic: Retrieval
    probes:
      - {ask: How?, points: [ask-rate], when: [hybrid], unless: [fused]}
curveballs:
  - {id: outage, kind: outage, say: Down., points: [ask-rate], unless: [second], needs: [model]}
numbers:
  - {id: bill, ask: How much?, given: {a: 2, b: 3}, formula: a * b, unit: USD}
diagram:
  mermaid: |
    flowchart LR
      user --> llm
  roles: {user: [user], llm: [model]}
  levels: {staff: [llm]}
checks:
  - {id: path, say: No path., path: [user, llm], through: llm}
sources:
  - {title: A paper, for: [rate, ask-rate, find, outage, bill]}
"""
GLOSSARY = {"change": ["change*", "edit"]}
SKILLS = ["retrieval", "freshness"]


def problems(*changes: tuple[str, str]) -> list[str]:
    """Each problem of the scenario with some text replaced, as `line where: message`."""
    text = SCENARIO
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    reading = read(text, "tiny.yaml", Scenario)
    check_scenario(reading, "tiny", GLOSSARY, SKILLS)
    return [f"{p.line} {p.where}: {p.message}" for p in sorted(reading.problems)]


def test_a_scenario_whose_parts_fit_together_has_no_problem() -> None:
    assert problems() == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("id: tiny", "id: tinny", "2 id: 'tinny' should be 'tiny', like the file"),
        ("skills: [retrieval]", "skills: [retreival]",
         "5 skills: 'retreival' is not in skills.yaml; did you mean retrieval?"),
        ("    skills: [retrieval]", "    skills: [zzz]", "24 points.ask-rate.skills: 'zzz' is not in skills.yaml"),
        ("fact: rate", "fact: rat", "20 points.ask-rate.fact: 'rat' is not in facts; did you mean rate?"),
        ("How?, points: [ask-rate]", "How?, points: [ask-rat]",
         "32 deep_dives.find.probes.1.points: 'ask-rat' is not in points; did you mean ask-rate?"),
        ("Down., points: [ask-rate]", "Down., points: [x]", "34 curveballs.outage.points: 'x' is not in points"),
        ("formula: a * b", "formula: a * c", "36 numbers.bill.formula: c is not among the given quantities"),
        ("unit: USD", "unit: USD, within: 0.5", "36 numbers.bill.within: is a factor, so at least 1"),
        ("cost: Nobody", "freshness: Nobody", "14 facts.rate.covers: freshness is waived as well as covered"),
        ('"$books & $change"', '"$boks"', "15 facts.rate.match: $boks is not in the glossary; did you mean books?"),
        ("used: [hour]", "used: ['*']", "16 facts.rate.used: * belongs at the end of a word, not as in '*'"),
        ('unless: ["push"]', 'unless: ["a &"]', "17 facts.rate.linchpin.unless: an empty term in 'a &'"),
        ('needs: ["index"]', 'needs: ["| a"]', "17 facts.rate.linchpin.needs: an empty term in '| a'"),
        ('"rate | daily"', '"rate ||"', "26 points.ask-rate.match: an empty term in 'rate ||'"),
        ('"never"', '"ne*er"', "27 points.ask-rate.reject: * belongs at the end of a word, not as in 'ne*er'"),
        ("when: [hybrid]", "when: ['!']", "32 deep_dives.find.probes.1.when: no word in '!'"),
        ("unless: [fused]", "unless: ['!']", "32 deep_dives.find.probes.1.unless: no word in '!'"),
        ("unless: [second]", "unless: ['!']", "34 curveballs.outage.unless: no word in '!'"),
        ("needs: [model]", "needs: ['!']", "34 curveballs.outage.needs: no word in '!'"),
        ("llm: [model]", "llm: ['!']", "41 diagram.roles.llm: no word in '!'"),
        ("manual*]", "$change]", "8 words.books: '$change': a word list cannot name another"),
        ("user --> llm", "user ---> ", "38 diagram.mermaid: cannot read '--->' in 'user --->'"),
        ("staff: [llm]", "staff: [lm]",
         "42 diagram.levels.staff: 'lm' is not in the diagram's boxes; did you mean llm?"),
        ("path: [user, llm]", "path: [user, lm]",
         "44 checks.path: 'lm' is not in diagram.roles; did you mean llm?"),
        ("path: [user, llm]", "path: [user]", "44 checks.path.path: needs two roles, has 1"),
        ("path: [user, llm], ", "", "44 checks.path.through: needs a path"),
        ("path: [user, llm], through: llm", "leaves: lm",
         "44 checks.path: 'lm' is not in diagram.roles; did you mean llm?"),
        (", path: [user, llm], through: llm", "", "44 checks.path: tests nothing; give it path, exists or leaves"),
        ("for: [rate,", "for: [rat,", "46 sources.1.for: 'rat' is not in this file; did you mean rate?"),
    ],
)  # fmt: skip
def test_a_part_that_does_not_fit_is_named_with_its_line(old: str, new: str, expected: str) -> None:
    assert problems((old, new)) == [expected]


def test_a_word_list_that_cannot_be_read_is_named_even_when_no_pattern_uses_it() -> None:
    assert [line.split(":")[0] for line in problems(("manual*]", "manual*], spare: ['a*b']"))] == ["8 words.spare"]


@pytest.mark.parametrize(
    ("part", "again"),
    [
        ("facts", "  - {id: rate, topic: t, answer: a}\n"),
        ("points", "  - {id: ask-rate, phase: clarify, dimension: framing, level: mid, point: p}\n"),
        ("deep_dives", "  - {id: find, topic: t}\n"),
        ("curveballs", "  - {id: outage, kind: cost, say: s}\n"),
        ("numbers", "  - {id: bill, ask: a, given: {a: 1}, formula: a, unit: u}\n"),
        ("checks", "  - {id: path, say: s, exists: llm}\n"),
    ],
)
def test_an_id_may_stand_only_once_among_its_kind(part: str, again: str) -> None:
    found = problems((f"\n{part}:\n", f"\n{part}:\n{again}"))
    assert len(found) == 1
    assert found[0].endswith("stands here twice")
    assert f" {part}." in found[0]


def test_problems_of_several_parts_are_found_at_once() -> None:
    found = problems(("id: tiny", "id: other"), ("fact: rate", "fact: none"), ("formula: a * b", "formula: a *"))
    assert [line.split(" ")[0] for line in found] == ["2", "20", "36"]


def test_a_file_that_is_no_mapping_has_only_its_own_problem() -> None:
    reading = read("[1]", "tiny.yaml", Scenario)
    before = len(reading.problems)
    check_scenario(reading, "", GLOSSARY, SKILLS)
    assert len(reading.problems) == before


FORMAT = """\
schema: 1
id: short
title: Short
steps:
  - {id: talk, title: Talk, minutes: 5, phases: [clarify, high-level], checklist: [ask]}
  - {id: close, title: Close, minutes: 3, phases: [tradeoffs], checklist: [say]}
"""


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("schema", "schema", []),
        ("id: short", "id: long", [(2, "'long' should be 'short', like the file")]),
        ("id: close", "id: talk", [(5, "the id talk stands here twice")]),
        ("[tradeoffs]", "[]", [(6, "needs at least 1, has 0")]),
        ("[tradeoffs]", "[closing]", [(6, "'closing' is not one of clarify, high-level, deep-dive, tradeoffs")]),
        ("minutes: 3", "minutes: 0", [(6, "should be from 1 to 240, is 0")]),
    ],
)
def test_a_format_is_checked(old: str, new: str, expected: list[tuple[int, str]]) -> None:
    reading = read(FORMAT.replace(old, new), "short.yaml", Format)
    check_format(reading, "short")
    assert [(p.line, p.message) for p in sorted(reading.problems)] == expected


def rubric(weight: str = "0.125", anchors: str = "[a, b, c, d]", levels: tuple[str, ...] = LEVELS) -> str:
    """A rubric text with one weight for all dimensions."""
    lines = ["schema: 1", "note: made up", "dimensions:"]
    lines += [f"  - {{id: {d}, name: n, short: s, bar: b, anchors: {anchors}}}" for d in SCORED]
    lines += ["levels:"]
    for level in levels:
        lines += [f"  {level}:", "    bar: 3", "    weights:", *(f"      {d}: {weight}" for d in SCORED)]
    return "\n".join(lines)


def rubric_problems(text: str) -> list[str]:
    """Each problem of a rubric as `where: message`."""
    reading = read(text, "rubric.yaml", Rubric)
    check_rubric(reading)
    return [f"{p.where}: {p.message}" for p in reading.problems]


def test_a_rubric_with_all_dimensions_and_levels_has_no_problem() -> None:
    assert rubric_problems(rubric()) == []


def test_weights_must_sum_to_one() -> None:
    assert rubric_problems(rubric("0.2")) == [
        f"levels.{level}.weights: should sum to 1, sum to 1.6" for level in LEVELS
    ]


def test_a_dimension_has_four_anchors() -> None:
    assert rubric_problems(rubric(anchors="[a, b, c, d, e]"))[0] == "dimensions.framing.anchors: needs four, has 5"
    assert any("needs at least 4, has 3" in line for line in rubric_problems(rubric(anchors="[a, b, c]")))


def test_a_missing_level_dimension_or_weight_is_named() -> None:
    assert rubric_problems(rubric(levels=LEVELS[:2])) == ["levels: staff is missing"]
    without = "\n".join(line for line in rubric().split("\n") if "id: numbers" not in line)
    assert rubric_problems(without) == ["dimensions: numbers is missing"]
    lighter = "\n".join(line for line in rubric("0.142857").split("\n") if "      numbers:" not in line)
    assert rubric_problems(lighter) == [f"levels.{level}.weights: numbers is missing" for level in LEVELS]


def test_a_dimension_may_stand_only_once() -> None:
    twice = rubric().replace("levels:", "  - {id: flow, name: n, short: s, bar: b, anchors: [a, b, c, d]}\nlevels:")
    assert rubric_problems(twice) == ["dimensions.flow: the id flow stands here twice"]
