"""The house rules of shipped decks and cards."""

import pytest

from coach.content.checking import check_deck
from coach.content.deck import Deck
from coach.content.reading import read
from coach.content.strict_decks import check_strict_deck

KINDS = {
    "recall": "front: 'What is asked?', back: This is said.",
    "choose": "front: 'Which one, of the two?', options: [the left one, the right one], right: the left one",
    "cloze": "front: 'A {{word}} is hidden.'",
    "tradeoff": "front: 'This or that?', gain: Speed., pay: Money., reverse: When it is slow.",
    "fault": "front: 'What is wrong?', sketch: a -> b, faults: [The arrow., The box.]",
    "estimate": "front: '2 of 4 bytes?', answer: 8, unit: bytes, back: 2 × 4 = 8.",
}


def full(kinds: int = 4, size: int = 12) -> str:
    """The text of a made-up deck that meets every rule when the numbers are left alone."""
    lines = ["schema: 1", "id: made-up", "title: Made up", "about: Nothing at all.", "cards:"]
    names = [*KINDS][-kinds:]
    for n in range(size):
        kind = names[n % kinds]
        lines.append(f"  - {{id: {kind}-{n}, kind: {kind}, {KINDS[kind]}, why: It is so., tags: [nothing]}}")
    return "\n".join(lines) + "\n"


def strict(text: str) -> list[str]:
    """Each problem of a valid deck as `line where: message`."""
    reading = read(text, "made-up.yaml", Deck, both_loaders=True)
    check_deck(reading, "made-up")
    assert reading.problems == []
    check_strict_deck(reading)
    return [f"{p.line} {p.where}: {p.message}" for p in reading.problems]


def problems(old: str, new: str) -> list[str]:
    """Each problem of a deck of all kinds with some text replaced once."""
    assert old in full(6)
    return strict(full(6).replace(old, new, 1))


@pytest.mark.parametrize("kinds", [4, 6])
def test_a_deck_that_meets_every_rule_has_no_problem(kinds: int) -> None:
    assert strict(full(kinds)) == []


def test_a_deck_needs_enough_cards_of_enough_kinds() -> None:
    assert strict(full(4, 11)) == ["5 cards: needs at least 12, has 11"]
    assert strict(full(3)) == ["5 cards: needs at least 4 kinds, has 3"]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("title: Made up\n", "", "1 title: is missing"),
        ("about: Nothing at all.\n", "", "1 about: is missing"),
        (", why: It is so.", "", "6 cards.recall-0.why: is missing"),
        (", tags: [nothing]", "", "6 cards.recall-0.tags: is missing"),
        ("What is asked?", "x" * 301, "6 cards.recall-0.front: has 301 characters; at most 300"),
        ("This is said.", "x" * 401, "6 cards.recall-0.back: shows 401 characters; at most 400"),
        ("back: 2 × 4 = 8.", f"back: {'x' * 401}", "11 cards.estimate-5.back: shows 401 characters; at most 400"),
        ("Money.", "x" * 600, "9 cards.tradeoff-3.back: shows 624 characters; at most 600"),
        ("The box.", "x" * 600, "10 cards.fault-4.back: shows 611 characters; at most 600"),
        ("a -> b", '"' + "x\\n" * 19 + '"', "10 cards.fault-4.sketch: has 19 lines; 18 fit the screen"),
        ("a -> b", f'"a\\n{"x" * 77}"', "10 cards.fault-4.sketch: is 77 columns wide; 76 fit the screen"),
        ("What is asked?", "Is THIS is said the answer?", "6 cards.recall-0.front: already holds the answer"),
        ("of the two?", "the right or the left one?", "7 cards.choose-1.front: already holds the answer"),
        ("2 of 4 bytes?", "2 × 4 = 8?", "11 cards.estimate-5.front: already holds the answer"),
    ],
)  # fmt: skip
def test_each_rule_that_is_not_met_is_named(old: str, new: str, expected: str) -> None:
    assert problems(old, new) == [expected]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("What is asked?", "x" * 300),
        ("This is said.", "x" * 400),
        ("Money.", "x" * 496),
        ("The box.", "x" * 509),
        ("a -> b", '"' + "x\\n" * 18 + '"'),
        ("a -> b", "x" * 76),
        ("a -> b", '"' + (("x" * 60 + "\\n") * 16) + '"'),
        ("What is asked?", "Is this what is said here?"),
        ("of the two?", "the right or the left?"),
    ],
)
def test_what_just_fits_has_no_problem_and_a_sketch_does_not_count_as_the_back(old: str, new: str) -> None:
    assert problems(old, new) == []


@pytest.mark.parametrize(
    "name", ["GPT-4o", "gpt 5", "Claude 3", "Llama-3.1", "Gemini", "codex", "Pinecone", "text-embedding-3-small"]
)
def test_a_front_names_no_product_that_dates_it(name: str) -> None:
    (problem,) = problems("What is asked?", f"Why {name} here?")
    assert problem.startswith(f"6 cards.recall-0.front: names a product, {name}, ")
    assert problems("This is said.", f"As of 2024 {name}.") == []


@pytest.mark.parametrize("text", ["GPTs", "a llama", "Geminids", "mistrals", "chromatic", "text embedding"])
def test_other_words_that_look_alike_are_no_products(text: str) -> None:
    assert problems("What is asked?", f"Why {text} here?") == []


def test_a_deck_with_other_problems_is_left_to_them() -> None:
    reading = read("schema: 1\nid: made-up\n", "made-up.yaml", Deck)
    before = list(reading.problems)
    check_strict_deck(reading)
    assert reading.problems == before
    assert before != []
