"""Cards as plain values, and the cards that missed points become."""

import json
from dataclasses import replace

import pytest

from coach.content.card import Card, card_problems
from coach.content.card_summary import MISSED, card_of, card_row, deck_rows, deck_summary, missed_card, scenario_summary
from coach.content.deck import Deck
from coach.content.library import Library
from coach.content.roots import decks, scenarios
from coach.content.scenario import Scenario
from tests.content.test_card import GOOD
from tests.pinned import PINNED, pinned


@pytest.mark.parametrize("kind", GOOD)
def test_a_card_survives_the_cache(kind: str) -> None:
    card = replace(GOOD[kind], tags=("cost",), was=("old", "older"), why="So.")
    row = card_row(card)
    assert card_of(json.loads(json.dumps(row))) == card
    assert all(value not in ("", (), None) for value in row.values())


def test_every_shipped_card_survives_the_cache(library: Library) -> None:
    cards = [card for found in decks(library.roots) for card in library.deck(found.path).value.cards]
    cards += [card for found in scenarios(library.roots) for card in library.scenario(found.id).value.cards]
    assert len(cards) > 300
    assert [card_of(json.loads(json.dumps(card_row(card)))) for card in cards] == cards


@pytest.mark.parametrize("row", [{"id": "a"}, {"id": "a", "kind": "recall", "front": "Q", "colour": "red"}])
def test_a_row_of_another_shape_is_refused(row: dict[str, str]) -> None:
    with pytest.raises(TypeError):
        card_of(row)


def test_the_summary_of_a_deck_names_its_cards_and_its_rows_say_what_they_hold() -> None:
    cards = (
        Card(id="a", kind="recall", front="Q", back="A", tags=("cost",)),
        replace(GOOD["cloze"], id="b", was=("old",)),
    )
    deck = Deck(schema=1, id="cost", title="What it costs", cards=cards, was=("price",))
    assert deck_summary(deck) == {
        "id": "cost",
        "title": "What it costs",
        "was": ["price"],
        "cards": [{"id": "a", "tags": ("cost",)}, {"id": "b", "was": ("old",)}],
    }
    assert [card_of(row) for row in deck_rows(deck).values()] == list(cards)
    assert list(deck_rows(deck)) == ["a", "b"]


def scenario(library: Library, *changes: tuple[str, str]) -> Scenario:
    """The scenario `pinned` with some of its text replaced."""
    text = PINNED
    pinned(library)
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    (library.roots[0].scenarios / "pinned.yaml").write_text(text, encoding="utf-8")
    return library.scenario("pinned").value


def points(library: Library, *changes: tuple[str, str]) -> dict[str, Card]:
    """The cards of its points that have one."""
    found = scenario(library, *changes)
    return {point.id: card for point in found.points if (card := missed_card(found, point))}


def test_a_missed_point_asks_with_its_hint_and_answers_with_the_line_to_say(library: Library) -> None:
    card = points(library)["cutoff"]
    assert (card.id, card.kind) == (f"{MISSED}cutoff", "recall")
    assert card.front == "When to be silent?"
    assert (card.back, card.why) == ("Answer above 85 %, 1 - 6/40.", "Answering pays above it.")


def test_a_missed_question_leads_with_what_the_fact_decides(library: Library) -> None:
    card = points(library)["asks-cost"]
    assert card.front == "What hangs on it: Gives the cut-off for answering. What do you ask?"
    assert card.back == "What does a wrong answer cost?"


def test_a_point_may_have_words_of_its_own_for_its_card(library: Library) -> None:
    changes = ("{id: asks-cost, ", "{id: asks-cost, card: A wrong answer does harm. What do you ask?, ")
    assert points(library, changes)["asks-cost"].front == "A wrong answer does harm. What do you ask?"


def test_without_a_line_to_say_the_first_way_to_ask_answers(library: Library) -> None:
    changes = ('hint: "What does harm?", say: "What does a wrong answer cost?"', 'hint: "What does harm?"')
    assert points(library, changes)["asks-cost"].back == "What does a wrong answer cost?"


def test_without_what_the_fact_decides_the_hint_leads(library: Library) -> None:
    card = points(library, ("    so: Gives the cut-off for answering.\n", ""))["asks-cost"]
    assert card.front == "What does harm?"


@pytest.mark.parametrize("gone", ['hint: "When to be silent?", ', ', say: "Answer above 85 %, 1 - 6/40."'])
def test_a_point_without_a_lead_or_a_line_is_no_card(library: Library, gone: str) -> None:
    assert "cutoff" in points(library)
    assert "cutoff" not in points(library, (gone, ""))


def test_a_card_keeps_the_former_ids_of_its_point(library: Library) -> None:
    card = points(library, ("{id: gate, ", "{id: gate, was: [block, stop], "))["gate"]
    assert card.was == (f"{MISSED}block", f"{MISSED}stop")


def test_the_summary_of_a_scenario_is_plain_and_holds_a_sound_card_for_each_point(library: Library) -> None:
    found = scenario(library, ("{id: gate, ", "{id: gate, was: [block], "))
    summary = json.loads(json.dumps(scenario_summary(found)))
    assert (summary["id"], summary["title"]) == ("pinned", "A question with linchpins")
    assert set(summary["points"]) == {point.id for point in found.points}
    assert summary["points"]["asks-cost"]["fact"] == "cost"
    assert summary["points"]["gate"]["was"] == ["block"]
    for point in summary["points"].values():
        assert list(card_problems(card_of(point["card"]))) == []
