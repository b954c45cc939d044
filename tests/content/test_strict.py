"""The house rules of shipped scenarios."""

import pytest

from coach.content.reading import read
from coach.content.scenario import Scenario
from coach.content.strict import check_strict
from coach.content.terms import HEADINGS, LEVELS, PHASES

GLOSSARY = {"change": ["change*", "edit"]}


def full(*, taste: bool = False) -> str:
    """The text of a made-up scenario that meets every rule; for the taste a small one: five headings, one level."""
    lines = ["schema: 1", "id: tiny", "title: T", "family: rag", "question: Q", "brief: B"]
    lines += ["format: taste", "skills: [a]", "mention_early: [a]"] if taste else []
    lines += [] if taste else ["skills: [a, b, c]", "mention_early: [a, b, c]"]
    lines.append("facts:")
    for n, heading in enumerate(HEADINGS[:5] if taste else HEADINGS):
        linchpin = ", linchpin: {in: deep-dive, say: Look.}" if n < 3 else ""
        lines.append(
            f"  - {{id: f{n}, topic: thing{n}, answer: 'Thing{n} is so.', covers: [{heading}], short: k, so: s,"
            f" asks: [ask{n} now, when ask{n}], match: [ask{n}], used: [u]{linchpin}}}"
        )
    lines.append("points:")
    for n in range(6 if taste else 12):
        level = LEVELS[0 if taste else n % 3]
        lines += [
            f"  - id: p{n}", f"    phase: {PHASES[n % 4]}", "    dimension: depth", f"    level: {level}",
            f"    point: Says word{n}", "    why: w", "    hint: What else?", "    skills: [a]", "    say: Say it.",
            f"    match: [word{n} & $change]", "    reject: [never]",
            f"    counter: [never change word{n}, only word{n}]",
            f"    examples: [change word{n}, edit word{n}]",
        ]  # fmt: skip
    for name, part in (
        ("deep_dives", "topic: t"),
        ("curveballs", "kind: cost, say: s"),
        ("tradeoffs", "between: [a, b], choose: a, because: b, reverse_when: c"),
        ("numbers", "ask: a, given: {x: 1}, formula: x, unit: u"),
        ("checks", "say: s, path: [user, llm]"),
        ("mistakes", "mistake: m, instead: i"),
        ("cards", "kind: recall, front: f, back: b, why: w, tags: [t]"),
    ):
        if not (taste and name in ("curveballs", "cards")):
            number = 1 if taste else 6
            lines += [f"{name}:", *(f"  - {{id: {name.replace('_', '-')}{n}, {part}}}" for n in range(number))]
    lines += ["diagram:", "  mermaid: |", "    flowchart LR", "      user --> llm", "  roles: {user: [u], llm: [l]}"]
    lines += ["solution: {clarify: a, high-level: b, deep-dive: c, tradeoffs: d, senior: e, staff: f}"]
    lines += [] if taste else ["sources: [{title: a}, {title: b}, {title: c}]"]
    return "\n".join(lines) + "\n"


def problems(*changes: tuple[str, str], taste: bool = False) -> list[str]:
    """Each problem as `where: message`, with some text replaced once."""
    text = full(taste=taste)
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    reading = read(text, "tiny.yaml", Scenario)
    assert reading.problems == []
    check_strict(reading, GLOSSARY)
    return [f"{p.where}: {p.message}" for p in reading.problems]


def test_a_scenario_that_meets_every_rule_has_no_problem() -> None:
    assert problems() == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("skills: [a, b, c]", "skills: [a, b]", "skills: needs at least 3, has 2"),
        ("mention_early: [a, b, c]", "mention_early: []", "mention_early: needs at least 3, has 0"),
        ("linchpin: {in: deep-dive, say: Look.}", "was: []", "facts: needs at least 3 linchpins, has 2"),
        ("covers: [latency]", "covers: [users]",
         "facts: no fact covers 'latency'; add one, or the reason under waived"),
        (", so: s", "", "facts.f0: so is missing"),
        (", short: k", "", "facts.f0: short is missing"),
        (", used: [u]", "", "facts.f0: used is missing"),
        ("when ask0]", "when then]", "facts.f0.match: does not find 'when then'"),
        ("'Thing0 is so.'", "It is so as far as all of us here can see thing0.",
         "facts.f0.answer: does not name its topic in its first words"),
        ("'Thing0 is so.'", "'Stuff: it is so.'", "facts.f0.answer: does not name its topic in its first words"),
        ("    why: w\n", "", "points.p0: why is missing"),
        ("    hint: What else?\n", "", "points.p0: hint is missing"),
        ("    say: Say it.\n", "", "points.p0: say is missing"),
        ("    skills: [a]\n", "", "points.p0: skills is missing"),
        ("point: Says word0", f"point: {'x' * 91}", "points.p0.point: has 91 characters; 90 fit a line"),
        ("[change word0, edit word0]", "[change word0]", "points.p0.examples: needs at least two"),
        ("[change word0,", "[word0,", "points.p0.match: does not find its example 'word0'"),
        ("[change word0,", "[never edit word0,", "points.p0.reject: turns its example away: 'never edit word0'"),
        ("counter: [never", "counter: [soon", "points.p0.match: finds its counter-example 'soon change word0'"),
        ("[change word0,", "['change, word0, one, two, three',",
         "points.p0.examples: 'change, word0, one, two, three' is no strong evidence: a list of terms, no claim"),
        ("back: b, why: w", "back: b", "cards.cards0.why: is missing"),
        (", deep-dive: c", "", "solution: deep-dive is missing"),
        ("solution: {clarify: a, high-level: b, deep-dive: c, tradeoffs: d, senior: e, staff: f}\n", "",
         "solution: is missing"),
        ("sources: [{title: a}, ", "sources: [", "sources: needs at least 3, has 2"),
    ],
)  # fmt: skip
def test_each_rule_that_is_not_met_is_named(old: str, new: str, expected: str) -> None:
    assert problems((old, new)) == [expected]


@pytest.mark.parametrize("name", ["deep_dives", "curveballs", "tradeoffs", "numbers", "checks", "mistakes", "cards"])
def test_each_kind_of_part_is_needed(name: str) -> None:
    start = full().index(f"{name}:\n")
    end = full().index("\n", full().index("5, ", start)) + 1
    assert any(line.startswith(f"{name}: needs at least") for line in problems((full()[start:end], "")))


def test_a_small_scenario_for_the_taste_meets_the_rules() -> None:
    assert problems(taste=True) == []
    assert "points: needs at least 12, has 6" in problems(("format: taste\n", ""), taste=True)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("mention_early: [a]", "mention_early: []", "mention_early: needs at least 1, has 0"),
        ("covers: [users]", "covers: []", "facts.f0: covers is missing"),
        ("[change word0,", "[word0,", "points.p0.match: does not find its example 'word0'"),
        ("    hint: What else?\n", "", "points.p0: hint is missing"),
        (", deep-dive: c", "", "solution: deep-dive is missing"),
    ],
)
def test_what_is_small_meets_the_rules_of_quality_all_the_same(old: str, new: str, expected: str) -> None:
    assert problems((old, new), taste=True) == [expected]


@pytest.mark.parametrize(
    ("answer", "ask", "shared"),
    [
        ("Thing0 takes 250 ms.", "Add up the 250 ms.", "0.25 time"),
        ("Thing0 is 3,000 cards.", "Somebody tries three thousand cards.", "3000"),
        ("Thing0 is one in a hundred, or 85 %.", "You say 85 %. Why?", "0.85 share"),
        ("Thing0 is so, in German.", "What does a German find?", "german"),
        ("Thing0 is a code, E4012 say.", "They type E4012. What then?", "e4012"),
    ],
)
def test_a_probe_that_holds_a_part_of_a_fact_says_so(answer: str, ask: str, shared: str) -> None:
    told = ("'Thing0 is so.'", f"'{answer}'")
    where = "deep_dives.deep-dives0.probes.1.about"
    assert problems(told, ("topic: t}", f"topic: t, probes: [{{ask: '{ask}'}}]}}")) == [
        f"{where}: {shared} is on the sheet; name f0"
    ]
    assert problems(told, ("topic: t}", f"topic: t, probes: [{{ask: Why?, next: '{ask}'}}]}}")) != []
    assert problems(told, ("topic: t}", f"topic: t, probes: [{{ask: '{ask}', about: [f0]}}]}}")) == []


@pytest.mark.parametrize(
    ("answer", "ask"),
    [
        ("Thing0 is 9 to 6 for 2 people.", "You have two lists. How do they become one?"),
        ("Thing0 is 60 cases.", "It takes 60 ms. Why?"),
        ("Thing0 is on Monday.", "And on Monday?"),
        ("Thing0 is so.", "Thing. What is so?"),
    ],
)
def test_small_counts_other_units_and_days_give_nothing_away(answer: str, ask: str) -> None:
    assert problems(("'Thing0 is so.'", f"'{answer}'"), ("topic: t}", f"topic: t, probes: [{{ask: '{ask}'}}]}}")) == []


def test_an_example_fits_its_own_point_best() -> None:
    greedy = ("match: [word1 & $change]", "match: [word0, $change, change word0, edit word0, word0 & $change, change*]")
    assert problems(greedy) == [
        "points.p0.examples: 'change word0' fits p1 better",
        "points.p0.examples: 'edit word0' fits p1 better",
    ]


def test_every_phase_and_level_has_a_point() -> None:
    changes = [("phase: tradeoffs", "phase: clarify")] * 3 + [("level: staff", "level: mid")] * 4
    assert problems(*changes) == ["points: none in tradeoffs", "points: none at level staff"]


def test_the_reference_diagram_meets_its_own_checks() -> None:
    assert problems(("user --> llm", "llm --> user"))[0] == "checks.checks0: the reference diagram itself fails it"
    assert "diagram: is missing" in problems((full()[full().index("diagram:") : full().index("solution:")], ""))


def test_a_question_that_another_fact_answers_is_named() -> None:
    loud = "match: [ask0, ask1 now, ask1 & now, now & ask1, now | ask1, ask1 | now, ask1 | soon, ask1]"
    assert problems(("match: [ask0]", loud))[0] == "facts.f1.asks: answered with f0: 'ask1 now'"


def test_a_question_that_two_facts_answer_as_well_is_named() -> None:
    found = problems(("[ask0 now, when ask0], match: [ask0]", "[ask1 now], match: [ask1]"))
    assert "facts.f0.asks: asked back instead of answered: 'ask1 now'" in found


@pytest.mark.parametrize("label", ["Ask0: so.", "Users: so."])
def test_an_answer_may_open_with_a_label_that_its_questions_or_headings_name(label: str) -> None:
    assert problems(("'Thing0 is so.'", f"'{label}'"), ("covers: [users]", "covers: [users, latency]")) == []


def test_a_heading_may_be_waived_instead_of_covered() -> None:
    assert problems(("covers: [latency]", "covers: [users]"), ("facts:", "waived: {latency: None here.}\nfacts:")) == []


def test_a_file_with_other_problems_is_left_to_them() -> None:
    reading = read("schema: 1\nid: tiny\n", "tiny.yaml", Scenario)
    before = list(reading.problems)
    check_strict(reading, GLOSSARY)
    assert reading.problems == before
    assert before != []
