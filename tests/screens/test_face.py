"""A card as blocks, and a typed answer beside it. A wrong answer is never called right."""

from collections.abc import Iterator
from random import Random

import pytest

from coach.content.card import Card
from coach.content.library import Library
from coach.content.roots import Root, decks, scenarios, shipped
from coach.language.numbers import measured
from coach.screens.face import KINDS, Face, back, compared, face_of, front
from coach.screens.ui import Block, Pairs, Sketch, Text
from tests.content.test_card import GOOD


def face(card: Card, seed: int = 1, line: str | None = None) -> Face:
    """A card as it is shown with one seed."""
    return face_of(card, line, Random(seed))


def said(blocks: list[Block]) -> str:
    """The text of blocks."""
    parts = []
    for block in blocks:
        if isinstance(block, Pairs):
            parts += [f"{name}: {value}" for name, value in block.rows]
        elif isinstance(block, Text | Sketch):
            parts.append(block.text)
    return "\n".join(parts)


def cards(kind: str) -> Iterator[Card]:
    """All shipped cards of a kind."""
    library = Library([Root.at("shipped", shipped())])
    for found in decks(library.roots):
        yield from (card for card in library.deck(found.path).value.cards if card.kind == kind)
    for scenario in scenarios(library.roots):
        yield from (card for card in library.scenario(scenario.id).value.cards if card.kind == kind)


CHOOSE, CLOZE, ESTIMATE = (list(cards(kind)) for kind in ("choose", "cloze", "estimate"))
WITH_ALL = GOOD | {
    "fault": Card(id="a", kind="fault", front="What is wrong?", sketch="a -> b\n  c", faults=("No retry", "No cap")),
    "estimate": Card(
        id="a", kind="estimate", front="How much?", answer=7920, unit="$ a month", within=1.2, back="Sum."
    ),
}


# what is shown


def test_every_kind_has_a_name() -> None:
    assert set(KINDS) == set(GOOD)


@pytest.mark.parametrize("kind", GOOD)
def test_the_front_shows_the_question_and_the_back_the_whole_answer(kind: str) -> None:
    card = WITH_ALL[kind]
    shown, answer = said(front(face(card))), said(back(face(card)))
    for text in (card.back, card.gain, card.pay, card.reverse, *card.faults, *card.blanks):
        assert text in answer
        assert not text or text not in shown
    assert card.sketch in shown
    assert all(option in shown for option in card.options)
    assert card.right in answer


def test_a_cloze_shows_gaps_and_then_what_was_in_them() -> None:
    assert said(front(face(GOOD["cloze"]))) == "Filter ____ the ____."
    assert said(back(face(GOOD["cloze"]))) == "Filter [before] the [search]."


def test_double_braces_of_other_kinds_stand_as_they_are() -> None:
    card = Card(id="a", kind="recall", front="What fills {{name}}?", back="The caller.")
    assert said(front(face(card))) == "What fills {{name}}?"


def test_options_come_in_an_order_of_their_own_and_the_answer_names_its_number() -> None:
    card = Card(id="a", kind="choose", front="Q", options=("w", "x", "y", "z"), right="y")
    orders = {tuple(face(card, seed).options) for seed in range(40)}
    assert len(orders) > 5
    for seed in range(10):
        shown = face(card, seed)
        number = list(shown.options).index("y") + 1
        assert f"{number} y" in said(front(shown))
        assert said(back(shown)) == f"{number} y"


def test_the_back_says_why_and_shows_the_persons_own_line() -> None:
    card = Card(id="a", kind="recall", front="Q", back="A", why="Since.")
    assert said(back(face(card, line="some note"))) == "You wrote: “some note”\nSay: A\nWhy: Since."
    assert said(back(face(card, line=""))) == "Say: A\nWhy: Since."
    assert said(back(face(card))) == "A\nWhy: Since."


# how it compares


def test_words_that_are_missing_are_shown_six_of_them_and_no_verdict() -> None:
    card = Card(id="a", kind="recall", front="Q", back=" ".join(f"wordy{chr(97 + n)}" for n in range(13)))
    text = compared(face(card), "wordya").text
    assert text.startswith("Not in yours: wordyb · wordyc")
    assert text.endswith("wordyg …")
    assert compared(face(card), card.back) == Text("No word of it is missing from yours.", "accent")


@pytest.mark.parametrize("typed", ["precision", "not recall", "neither", "?", "precision or recall"])
def test_an_answer_made_of_words_of_the_question_is_never_called_right(typed: str) -> None:
    card = Card(id="a", kind="recall", front="Precision or recall for tumours?", back="Recall.")
    assert "✓" not in compared(face(card), typed).text


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("cost", "Compare gain, pay and turns round first: no word of them is in yours."),
        ("speed", "Compare pay and turns round first: no word of them is in yours."),
        ("age, speed", "Compare turns round first: no word of it is in yours."),
        ("speed; age; churn", "Not in yours: daily"),
        ("speeds; aging; daily churn", "No word of it is missing from yours."),
    ],
)
def test_a_tradeoff_says_which_of_its_three_parts_were_left_out(typed: str, text: str) -> None:
    card = Card(id="a", kind="tradeoff", front="A cache", gain="Speed", pay="Age", reverse="Daily churn")
    assert compared(face(card), typed) == Text(text, "accent")


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("it has a and c", "Compare 1 and 2 first: no word of them is in yours."),
        ("retry", "Compare 2 first: no word of it is in yours."),
        ("add a retry and a cap", "Not in yours: no"),
        ("no cap, no retry", "No word of it is missing from yours."),
    ],
)
def test_faults_say_which_of_them_were_left_out(typed: str, text: str) -> None:
    assert compared(face(WITH_ALL["fault"]), typed) == Text(text, "accent")


@pytest.mark.parametrize("card", CHOOSE, ids=lambda card: card.id)
def test_each_option_of_a_shipped_card_is_known_by_number_and_words(card: Card) -> None:
    shown = face(card)
    for number, option in enumerate(shown.options, start=1):
        for typed in (str(number), f"{number}.", option, option.upper().rstrip(".") + " "):
            found = compared(shown, typed)
            assert found.style == ("good" if option == card.right else "warn")
            assert found.text.startswith("✓") == (option == card.right)
        others = " ".join(other for other in shown.options if other != option)
        assert "✓" not in compared(shown, others).text
        assert "✓" not in compared(shown, f"not {option}").text


def test_a_choice_that_cannot_be_told_has_no_verdict() -> None:
    card = Card(
        id="a", kind="choose", front="Q", options=("large model", "small model", "a fixed flow"), right="large model"
    )
    for typed in ("model", "0", "4", "1 or 2", "purple", "a"):
        assert compared(face(card), typed).text == "That could be none of them or several; a number is enough."
    number = face(card).options.index("a fixed flow") + 1
    assert compared(face(card), "flow").text == f"That reads like {number}."
    assert compared(face(card), "small model").text == "· another one is right"
    assert compared(face(card), "large models").text == "✓ that is the one"


@pytest.mark.parametrize("card", CLOZE, ids=lambda card: card.id)
def test_the_blanks_of_a_shipped_card_are_right_in_their_own_order_alone(card: Card) -> None:
    for separator in ("; ", ", ", " "):
        found = compared(face(card), separator.join(card.blanks))
        assert found == Text(f"✓ {'all blanks' if len(card.blanks) > 1 else 'in the blank'}", "good")
    turned = [*card.blanks[1:], card.blanks[0]]
    if turned != list(card.blanks):
        for separator in ("; ", " "):
            assert "✓" not in compared(face(card), separator.join(turned)).text
    for left in range(len(card.blanks)):
        rest = [blank for number, blank in enumerate(card.blanks) if number != left]
        found = compared(face(card), "; ".join(rest) or "?")
        assert f"not in yours: {card.blanks[left]}" in found.text
    assert "✓" not in compared(face(card), card.front).text or len(card.front) < 40
    assert "✓" not in compared(face(card), f"not {' '.join(card.blanks)}").text


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("before, search", "✓ all blanks"),
        ("search, before", "· in another blank of yours: before, search"),
        ("before", "· not in yours: search; among other words: before"),
        ("after, search", "· not in yours: before"),
        ("before it, not the search", "· among other words: search"),
        ("🙂", "· not in yours: before, search"),
    ],
)
def test_blanks_say_what_became_of_them(typed: str, text: str) -> None:
    assert compared(face(GOOD["cloze"]), typed).text == text


@pytest.mark.parametrize("card", ESTIMATE, ids=lambda card: card.id)
def test_an_estimate_of_a_shipped_card_is_right_within_its_factor_alone(card: Card) -> None:
    answer, within = card.answer or 0.0, card.within
    nearly = f"{answer * 0.999 * within:.9f}", f"{answer / within * 1.001:.9f}"
    for typed in (f"{answer:,.9f}", measured(answer, card.unit), f"~{answer:g}", f"12 x 3 = {answer:g}", *nearly):
        unsure = card.unit == "%" and answer < 10 and typed.startswith("0.")  # per cent, or a share of the whole
        assert compared(face(card), typed).style == ("dim" if unsure else "good"), typed
    for factor in (within * 1.3, 1 / within / 1.3, 1000, 0.001, -1, 0):
        for typed in (f"{answer * factor:.12f}", measured(answer * factor, card.unit) if factor > 0.01 else "0"):
            found = compared(face(card), typed)
            assert "✓" not in found.text, typed


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("$7.9k", "✓ $7,900 a month is within a factor of 1.2"),
        ("7,920 USD", "✓ $7,920 a month is within a factor of 1.2"),
        ("7.5-8.5k", "✓ $7,500 a month to $8,500 a month is within a factor of 1.2"),
        ("5-9k", "$5,000 a month to $9,000 a month goes beyond a factor of 1.2."),
        ("1-2k", "· $1,000 a month to $2,000 a month is 4.0 times too low"),
        ("80k", "· $80,000 a month is 10.1 times too high"),
        ("7.92", "That cannot be compared for sure."),
        ("0", "· $0 a month is not above 0"),
        ("-7920", "· $-7,920 a month is not above 0"),
        ("none", "That cannot be compared for sure."),
        ("85 %", "That cannot be compared for sure."),
        ("7,000 or 8,000", "That cannot be compared for sure."),
        ("9" * 500, "That cannot be compared for sure."),
    ],
)
def test_an_estimate_says_how_far_off_it_is(typed: str, text: str) -> None:
    assert compared(face(WITH_ALL["estimate"]), typed).text == text
