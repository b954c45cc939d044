"""What a question asks for: told, asked back, or nothing."""

import time
from collections.abc import Collection

import pytest

from coach.language import patterns
from coach.language.lookup import Limits, Lookup
from coach.language.outcomes import ANSWER, CHOOSE, NOTHING
from coach.language.ranking import Entry, parsed
from tests.bench.questions import (
    AUTHORED,
    EVALSET,
    HELD_OUT,
    MODELS,
    STRESS,
    Figures,
    crossed,
    evalset_lookup,
    fitted,
    shipped_figures,
    shipped_names,
)


def entry(name: str, texts: tuple[str, ...], *match: str, reject: tuple[str, ...] = ()) -> Entry:
    """An entry with its patterns parsed."""
    return Entry(name, texts, parsed(match, {}), parsed(reject, {}))


SHEET = Lookup(
    [
        entry("docs", ("how many articles there are", "how many docs are there"), "how many & docs|articles", "corpus"),
        entry("rate", ("how often articles change", "how often do they change"), "how often & change|docs", "fresh*"),
        entry("speed", ("response time", "what is the latency target"), "latency", "how fast & answer|reply"),
        entry("goal", ("the measure of success", "what target do tickets have"), "success|goal"),
        entry("langs", ("languages of questions", "which languages"), "language", reject=("written in",)),
        entry("masking", ("personal data", "names and e-mails"), "personal data|names"),
    ],
    {"target": ("goal", "speed"), "scale": ("docs", "rate"), "quality": ("goal",)},
)


def outcomes(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """What is found for a line, without the parts."""
    return [(found.outcome, found.ids) for found in SHEET.find(text)]


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("how many docs", "docs"),
        ("Corpus?", "docs"),
        ("latncy?", "speed"),
        ("which langauges", "langs"),
        ("how fast must the reply be", "speed"),
        ("response time", "speed"),
        ("names and e-mails", "masking"),
    ],
)
def test_a_clear_question_is_told(text: str, id_: str) -> None:
    assert outcomes(text) == [(ANSWER, (id_,))]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("how many docs + how often do they change", ["docs", "rate"]),
        ("how many docs and how fast is the answer", ["docs", "speed"]),
        ("latency? freshness?", ["speed", "rate"]),
        ("latency, corpus, freshness", ["speed", "docs"]),
        ("corpus, how many docs", ["docs"]),
        ("weather? latency?", ["speed"]),
        ("scale, latency", ["speed"]),
    ],
)
def test_a_line_is_cut_where_both_parts_find_something_of_their_own(text: str, ids: list[str]) -> None:
    assert outcomes(text) == [(ANSWER, (id_,)) for id_ in ids]


def test_a_part_that_the_answer_before_it_covers_asks_for_nothing_more() -> None:
    costs = Lookup(
        [
            entry(
                "errors",
                ("what a wrong answer costs", "how bad is a wrong one"),
                "wrong & cost|bad|vs",
                "ticket & cost",
            ),
            entry("money", ("the budget", "what may it cost a month"), "budget", "cost"),
            entry("load", ("tickets", "tickets a day"), "per ticket|tickets"),
        ],
        {},
    )
    for text in ("wrong vs none, what does each cost?", "wrong vs none, cost", "cost of a wrong one, and per ticket?"):
        assert [found.ids for found in costs.find(text)] == [("errors",)], text
    assert [found.ids[0] for found in costs.find("wrong vs none, budget")] == ["errors", "money"]


def test_of_a_line_that_finds_nothing_the_part_that_can_be_told_is() -> None:
    assert outcomes("black friday and what is the latency target") == [(ANSWER, ("speed",))]


def test_each_finding_names_the_part_that_asked() -> None:
    assert [found.part for found in SHEET.find("how many docs + how often do they change")] == [
        "how many docs",
        "how often do they change",
    ]


@pytest.mark.parametrize("text", ["which cloud are we on", "how big is the team", "what's the deadline", "", "how?"])
def test_what_no_entry_explains_finds_nothing(text: str) -> None:
    assert outcomes(text) == [(NOTHING, ())]


def test_a_word_with_questions_of_its_own_is_not_answered_by_another() -> None:
    assert outcomes("which language is the backend in") == [(CHOOSE, ("langs",))]
    assert outcomes("what is the latency of the newsletter") == [(CHOOSE, ("speed",))]


def test_an_entry_that_a_reject_pattern_rules_out_is_not_even_offered() -> None:
    assert outcomes("which language is it written in") == [(NOTHING, ())]


def test_words_that_nothing_explains_turn_an_answer_into_a_choice() -> None:
    assert outcomes("how often do cousins of neighbours change umbrellas") == [(CHOOSE, ("rate",))]


def test_a_word_that_merely_occurs_in_a_pattern_is_not_answered_or_offered() -> None:
    assert outcomes("what is the reply") == [(NOTHING, ())]


def test_what_is_another_entry_s_topic_too_is_a_choice() -> None:
    people = Lookup(
        [
            entry("langs", ("languages of questions",), "how many languages"),
            entry("agents", ("how many agents there are",), "how many & agents"),
        ],
        {},
    )
    (found,) = people.find("how many languages do agents speak")
    assert (found.outcome, set(found.ids)) == (CHOOSE, {"langs", "agents"})


def test_a_lone_offer_explains_most_of_the_question() -> None:
    assert outcomes("the response of umbrellas") == [(NOTHING, ())]
    assert outcomes("the response time of umbrellas") == [(CHOOSE, ("speed",))]


def test_a_wrong_vowel_is_read_over() -> None:
    assert outcomes("whats the latancy") == [(ANSWER, ("speed",))]


@pytest.mark.parametrize(
    "text", ["and " * 5000 + "?", "how many docs and " * 1100, "corpus? " * 2500, "latency, " * 2200, "a" * 20_000]
)
def test_a_page_that_was_pasted_is_read_at_once(text: str) -> None:
    start = time.perf_counter()
    SHEET.find(text)
    assert time.perf_counter() - start < 0.5


def test_a_broad_word_alone_is_asked_back_with_what_uses_it_first() -> None:
    (found,) = SHEET.find("whats the target")
    assert (found.outcome, found.ids, found.about) == (CHOOSE, ("goal", "speed"), "target")
    (found,) = SHEET.find("scale?")
    assert (found.outcome, found.ids, found.about) == (CHOOSE, ("docs", "rate"), "")


def test_a_broad_word_among_small_ones_is_asked_back_unless_a_pattern_finds_the_line() -> None:
    assert outcomes("what would the scale be like") == [(CHOOSE, ("docs", "rate"))]
    assert outcomes("which target is the goal") == [(ANSWER, ("goal",))]


def test_a_broad_word_with_a_slip_is_read_as_what_it_stands_for() -> None:
    assert outcomes("tagret?") == [(CHOOSE, ("goal", "speed"))]


def test_a_broad_word_with_one_meaning_is_looked_up_like_any_other() -> None:
    assert outcomes("quality") == [(NOTHING, ())]


def test_a_broad_word_that_an_entry_lists_as_its_question_is_that_entry_s() -> None:
    claimed = Lookup(
        [entry("up", ("how available", "sla?"), "sla"), entry("fast", ("response",), "p95")], {"sla": ("fast", "up")}
    )
    assert [(found.outcome, found.ids) for found in claimed.find("what's the sla")] == [(ANSWER, ("up",))]


def test_two_entries_that_are_as_likely_are_a_choice() -> None:
    twins = Lookup([entry("a", ("red apples",), "apples"), entry("b", ("green apples",), "apples")], {})
    (found,) = twins.find("apples?")
    assert (found.outcome, set(found.ids)) == (CHOOSE, {"a", "b"})


def test_a_pattern_weighs_more_than_words_in_common() -> None:
    wordy = ("how quickly customers answer", "how quickly must customers answer again", "must customers answer quickly")
    entries = [entry("wordy", wordy, "attack"), entry("plain", ("response time",), "quickly & answer")]
    colours = [entry(f"other{n}", (f"colour {n}",), "red") for n in range(8)]
    (found,) = Lookup([*entries, *colours], {}).find("must we answer quickly")
    assert (found.outcome, found.ids) == (ANSWER, ("plain",))


def test_at_most_four_are_offered() -> None:
    many = Lookup([entry(f"e{n}", (f"fruit number{n}",), "apples") for n in range(6)], {})
    assert [len(found.ids) for found in many.find("apples?")] == [4]


def test_limits_move_the_border_between_telling_and_asking_back() -> None:
    text = "how often do cousins change umbrellas"
    assert SHEET.find(text, Limits(hit=0.2))[0].outcome == ANSWER
    assert SHEET.find(text, Limits(hit=0.9))[0].outcome == CHOOSE


def test_the_labelled_questions_meet_their_bars_with_limits_of_the_other_scenario() -> None:
    found = crossed(AUTHORED)
    assert (found.asked, found.without) == (74, 32)
    assert found.told / found.asked >= 0.9
    assert found.first / found.asked >= 0.95
    assert found.wrong / found.asked <= 0.03
    assert found.false / found.without <= 0.05


def test_questions_that_were_written_to_defeat_the_matcher_are_not_answered_wrongly() -> None:
    found = crossed(STRESS)
    assert (found.asked, found.without) == (24, 16)
    assert found.wrong == 0
    assert found.false / found.without <= 0.15


def test_the_shipped_limits_are_those_fitted_on_both_scenarios() -> None:
    assert fitted(*EVALSET) == Limits()


@pytest.mark.parametrize("name", shipped_names())
def test_a_shipped_sheet_meets_the_bars_on_questions_of_its_own(name: str) -> None:
    found = shipped_figures(name)
    assert found.asked >= 40
    assert found.without >= 10
    assert found.first / found.asked >= 0.9
    assert found.wrong / found.asked <= 0.03
    assert found.false / found.without <= 0.15


@pytest.mark.parametrize(
    ("names", "first", "wrong", "false"),
    [(MODELS, 0.85, 0.05, 0.15), (set(shipped_names()).difference(MODELS), 0.84, 0.06, 0.17)],
    ids=["models", "others"],
)
def test_questions_held_out_are_seldom_answered_wrong(
    names: Collection[str], first: float, wrong: float, false: float
) -> None:
    found = sum((shipped_figures(name, HELD_OUT) for name in names), Figures())
    assert found.first / found.asked >= first
    assert found.wrong / found.asked <= wrong
    assert found.false / found.without <= false


def test_every_pattern_of_the_evaluation_set_can_be_read() -> None:
    assert all(evalset_lookup(name).find("latency")[0].outcome == ANSWER for name in EVALSET)
    with pytest.raises(patterns.PatternError):
        patterns.parse("@docs | $nothing", {})
