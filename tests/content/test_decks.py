"""The shipped decks as a whole."""

from collections import Counter

import pytest

from coach.content.library import Library
from coach.content.roots import Root, decks, shipped
from coach.content.terms import CARDS

LIBRARY = Library([Root.at("shipped", shipped())])
DECKS = [LIBRARY.deck(found.path).value for found in decks(LIBRARY.roots)]
CARDS_BY_ID = {f"{deck.id}/{card.id}": card for deck in DECKS for card in deck.cards}
QUESTIONS = {
    "prompting techniques and when to use which": "prompting/failure-picks-technique",
    "defending against prompt injection": "safety/injection-whole",
    "a prompt for several steps of reasoning": "prompting/multi-step-prompt",
    "the same answer each time": "prompting/same-input-three-shapes",
    "a conversation longer than the window": "prompting/long-chat-context",
    "chains of prompts": "prompting/ways-to-chain",
    "prompts for a field one does not know": "prompting/domain-prompt",
    "raising a prompt's score": "prompting/raise-a-prompt-score",
    "telling whether a prompt is better": "prompting/prove-prompt-b-better",
    "sampling and voting": "prompting/more-samples-same-model",
    "prompts for code": "prompting/code-generation-prompt",
    "pictures and sound in prompts": "prompting/photos-in-a-prompt",
    "classes of models": "models/class-for-the-job",
    "retrieval-augmented generation": "retrieval/rag-stages",
    "fine-tuning": "models/tuning-in-order",
    "hallucinations in production": "safety/five-layers",
    "attention and transformers": "models/attention-and-its-cost",
    "several models together": "models/ways-to-combine",
    "compression": "models/three-ways-to-shrink",
    "evaluating models": "evaluation/evaluate-llm",
    "in-context against few-shot learning": "models/one-contains-the-other",
    "several languages": "models/eight-languages",
    "support at scale": "systems/support-at-scale",
    "safety and monitoring in production": "operations/safety-and-monitoring",
    "versions and releases": "operations/release-path",
    "cost of inference": "cost/cost-levers",
    "content moderation": "systems/moderation",
    "real-time recommendations": "systems/recommend-live",
    "caching": "serving/cache-layers",
    "privacy": "safety/privacy-design",
    "search over several media": "systems/multimodal-search",
    "explanations": "governance/why-refused",
    "bias": "safety/bias-plan",
    "alignment": "safety/three-gaps",
    "staying current": "governance/staying-current",
    "machine-made content": "governance/mark-or-detect",
    "models that see and hear": "models/how-models-see",
    "governance": "governance/sixty-uses-no-list",
    "the future of agents": "agents/where-agents-are-going",
    "automation and jobs": "governance/what-of-their-jobs",
}
"""Forty questions that interviews on AI systems ask, each with the card that answers it whole."""


@pytest.mark.parametrize("subject", QUESTIONS)
def test_each_of_the_forty_questions_has_a_card_that_answers_it(subject: str) -> None:
    card = CARDS_BY_ID[QUESTIONS[subject]]
    assert card.back or card.gain or card.faults
    assert card.why


def test_the_forty_are_on_forty_cards() -> None:
    assert len(QUESTIONS) == len(set(QUESTIONS.values())) == 40


def test_no_card_asks_what_another_one_asks() -> None:
    fronts = Counter(" ".join(card.front.lower().split()) + card.sketch for card in CARDS_BY_ID.values())
    assert [front for front, number in fronts.items() if number > 1] == []


def test_every_kind_is_asked_often() -> None:
    kinds = Counter(card.kind for card in CARDS_BY_ID.values())
    assert set(kinds) == set(CARDS)
    assert min(kinds.values()) >= 20
    assert kinds["recall"] < len(CARDS_BY_ID) / 2
