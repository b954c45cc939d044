"""Strong evidence, evidence that may be, none; what a phase, a mood, a guard and a counter-example change."""

import pytest

from coach.language.evidence import MAYBE, NONE, STRONG, Finder, Found, Sought, Written
from coach.language.guards import COPIED, ECHO, LIST, NEGATED
from coach.language.patterns import parse
from coach.language.ranking import Entry, Line

BRIEF = "A small shop sells hand made lamps and answers letters from all of its customers."


def entry(name: str, text: str, *examples: str, match: str, counter: str = "") -> Entry:
    return Entry(name, (text, *examples), (parse(match, {}),), (), (counter,) if counter else ())


SOUGHT = (
    Sought(
        entry("acl", "Filters by permission inside the search", "acl filter in the vector query",
              match="acl|permission* & filter* & search|query", counter="filter the noise in the query log"),
        ("deep-dive",),
    ),
    Sought(
        entry("cache", "Says what a cached answer may cost", "cached answers go stale, purge on edit",
              match="cach* & stale|purge*"),
        ("tradeoffs", "deep-dive"),
    ),
    Sought(entry("rate", "Asks how often the pages change", "how often do pages change?",
                 match="how often|fresh* & page*|change*"), ("clarify",), asked=True),
    Sought(entry("hybrid", "Word search next to search by meaning", "bm25 next to dense",
                 match="bm25|word* & dense|meaning"), ("deep-dive",)),
)  # fmt: skip


def find(*lines: str | Written) -> dict[str, Found]:
    """What lines hold; a bare text was written in the deep dive."""
    written = [line if isinstance(line, Written) else Written(line, ("deep-dive",)) for line in lines]
    return dict(zip(("acl", "cache", "rate", "hybrid"), Finder(SOUGHT, (BRIEF,)).find(written), strict=True))


def test_a_pattern_in_its_phase_is_strong_and_shows_its_one_best_line() -> None:
    found = find("filter the query by acl", "cached replies", "acl filter in the vector query, never after")
    assert found["acl"] == Found(STRONG, (2,))
    assert found["hybrid"] == Found()


def test_most_of_a_pattern_may_be_evidence_and_half_a_word_is_none() -> None:
    found = find("permissions are part of the search", "lunch")
    assert found["acl"] == Found(MAYBE, (0,))
    assert found["cache"] == Found(NONE)


def test_at_most_three_lines_may_be_evidence() -> None:
    found = find(*(f"permissions and the search, take {n}" for n in range(5)))
    assert found["acl"].state == MAYBE
    assert len(found["acl"].lines) == 3


def test_a_line_like_an_example_is_strong_without_a_pattern_but_not_one_like_a_counter_example() -> None:
    example, counter = "a million vectors fit one node", "a million vectors fit many nodes and one more"
    line = [Written("a million vectors, one node fits", ("x",))]
    plain = Sought(entry("a", "Sizes the index", example, match="nothing"), ("x",))
    assert Finder([plain]).find(line)[0].state == STRONG
    wary = Sought(entry("a", "Sizes the index", example, match="nothing", counter=counter), ("x",))
    assert Finder([wary]).find(line)[0].state == STRONG
    assert Finder([wary]).find([Written(counter, ("x",))])[0].state != STRONG


def test_elsewhere_a_question_shows_only_what_is_made_by_asking_and_a_claim_only_the_rest() -> None:
    late = ("tradeoffs",)
    assert find(Written("how often do the pages change?", late))["rate"].state == STRONG
    assert find(Written("the pages change, and how often matters", late))["rate"].state == MAYBE
    assert find(Written("acl filter in the vector query", late))["acl"].state == STRONG
    assert find(Written("is there an acl filter in the vector query?", late))["acl"].state == MAYBE


def test_a_claim_does_not_ask_in_its_phase_either() -> None:
    first = ("clarify",)
    assert find(Written("pages should be fresh after a change", first))["rate"].state == MAYBE
    assert find(Written("freshness: which pages must change first", first))["rate"].state == STRONG
    assert find(Written("fresh pages", first))["rate"].state == STRONG


def test_a_line_of_no_known_phase_is_as_good_as_one_of_the_right_phase() -> None:
    assert find(Written("acl, then filter, then query"))["acl"].state == STRONG


@pytest.mark.parametrize(
    ("text", "point", "guard"),
    [
        ("acl, query, filter, bm25, dense, cache", "acl", LIST),
        ("we will not use bm25 next to dense", "hybrid", NEGATED),
    ],
)
def test_a_guarded_line_is_never_strong_and_says_why(text: str, point: str, guard: str) -> None:
    found = find(text)[point]
    assert (found.state, found.guard) == (MAYBE, guard)


def test_what_the_brief_or_the_interviewer_said_is_no_evidence() -> None:
    sought = [Sought(entry("a", "Sells lamps", "lamps for customers", match="lamps & customers"), ("x",))]
    copy = Written("small shop, hand made lamps, customers", ("x",))
    assert Finder(sought, (BRIEF,)).find([copy])[0] == Found(MAYBE, (0,), COPIED)
    heard = Written("lamps, letters and customers of the shop", ("x",), [Line(BRIEF)])
    assert Finder(sought).find([heard])[0] == Found(MAYBE, (0,), ECHO)
    assert Finder(sought).find([Written(heard.text, ("x",))])[0].state == STRONG


def test_a_better_line_without_a_guard_is_taken_instead() -> None:
    found = find("we will not use bm25 next to dense", "bm25 and dense, fused")
    assert found["hybrid"] == Found(STRONG, (1,))


@pytest.mark.parametrize(
    "text", ["don't rank bm25 and dense apart, bm25 next to dense", "no pure meaning, words + dense"]
)
def test_saying_what_not_to_do_besides_is_fine(text: str) -> None:
    assert find(text)["hybrid"].state == STRONG


def test_what_is_pasted_costs_no_minutes_and_its_beginning_is_read() -> None:
    found = find("acl filter in the vector query. " + "no, " * 50_000, "(" * 100_000)
    assert found["acl"] == Found(STRONG, (0,))


def test_nothing_to_look_in_and_nothing_to_look_for() -> None:
    assert find()["acl"] == Found()
    assert Finder([]).find([Written("a")]) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("search", "acl"),  # one word
        ("what does the search filter by permission group cost?", "cache"),  # asks, and the point is not made by asking
        ("pages change a few times and we change them", "rate"),  # states, and the point is made by asking
    ],
)
def test_what_is_not_worth_a_question_is_not_offered(text: str, name: str) -> None:
    assert find(text)[name] == Found()
