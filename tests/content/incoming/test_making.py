"""Rows become cards with stable ids; what cannot be a card is named."""

import pytest

from coach.content.card import Card
from coach.content.incoming.making import LONGEST, Incoming, incoming, slug
from coach.content.scalars import SLUG


def made(text: str, name: str = "x.csv") -> Incoming:
    """What comes of a file."""
    return incoming(text, name)


def cards(text: str, name: str = "x.csv") -> list[Card]:
    """The cards in a file."""
    return [draft.card for draft in made(text, name).drafts]


def left_out(text: str, name: str = "x.csv") -> list[str]:
    """What was left out of a file."""
    return [str(problem) for problem in made(text, name).left_out]


def test_a_row_with_everything() -> None:
    (card,) = cards('id,front,back,why,tags\nMy Card,What?,"One\n  two  ",so,"AI::RAG, llm; llm שלום"\n')
    assert card == Card(id="my-card", kind="recall", front="What?", back="One\n  two", why="so", tags=("ai-rag", "llm"))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("x.csv", "What?,That.\n"),
        ("X.TSV", "What?\tThat.\n"),
        ("x.txt", "What?\tThat.\n"),
        ("x.txt", "What?,That.\n"),
        ("x.txt", "Q: What?\nA: That.\n"),
        ("x.txt", "#separator:tab\nWhat?\tThat.\n"),
        ("x.csv", "#separator:tab\nWhat?\tThat.\n"),
        ("x.md", "## What?\nThat.\n"),
        ("x", "What? :: That.\n"),
    ],
)
def test_the_form_is_known_by_name_or_looks(name: str, text: str) -> None:
    assert [(card.front, card.back) for card in cards(text, name)] == [("What?", "That.")]


@pytest.mark.parametrize(
    "fronts",
    [
        ("What is RAG?", "what is  rag", "What is “RAG”?", "What is rag!"),
        ("A {{c1::b}} c", "A {{b}} c.", "A b c"),
        ("Was heißt das?", "WAS HEISST DAS"),
    ],
)
def test_the_id_comes_from_the_words_of_the_front(fronts: tuple[str, ...]) -> None:
    assert len({cards(f"front,back\n{front},x\n")[0].id for front in fronts}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("What is C++?", "What is C#?"), ("v1.2", "v12"), ("???", "!!!"), ("a", "b"), ("מה", "למה"), ("😀", "😁")],
)
def test_fronts_that_differ_in_more_have_ids_of_their_own(one: str, other: str) -> None:
    first, second = (card.id for card in cards(f"front,back\n{one},x\n{other},x\n"))
    assert first != second
    assert SLUG.fullmatch(first)
    assert SLUG.fullmatch(second)


def test_a_given_id_counts_whatever_the_front_is() -> None:
    text = "guid,front,back\nretrieval/fuse,a,x\n{},b,x\n{},c,x\nשלום,d,x\n" + "y" * 200 + ",e,x\n,f,x\n"
    ids = [card.id for card in cards(text.format("k8(Q>x]3~s", "K8(Q>x]3~s"))]
    assert ids[0] == "retrieval-fuse"
    assert len(set(ids)) == 6
    assert all(SLUG.fullmatch(name) and len(name) <= 80 for name in ids)
    assert ids[1:5] == [card.id for card in cards(text.format("k8(Q>x]3~s", "K8(Q>x]3~s").replace(",x", ",y"))][1:5]


def test_cloze_comes_from_anki_and_from_fronts_without_a_back() -> None:
    text = "front,back\n{{c1::Paris::city}} is in France,because\nThe {{sky}} is blue\nWhat is {{ x }}?,Jinja\n"
    assert [(card.kind, card.front) for card in cards(text)] == [
        ("cloze", "{{Paris}} is in France"),
        ("cloze", "The {{sky}} is blue"),
        ("recall", "What is {{ x }}?"),
    ]


def test_what_cannot_be_a_card_is_named_with_its_line() -> None:
    text = f'front,back\n,b\na,\nok,yes\n"ok",yes\nOK!,no\n{"x" * LONGEST},y\n{{{{c1::all}}}},\n"a\n'
    assert [card.front for card in cards(text)] == ["ok"]
    assert left_out(text) == [
        "x.csv:2: has no front",
        "x.csv:3: has no back",
        "x.csv:5: is the card of line 4 again",
        "x.csv:6: has the question or the id of line 4",
        "x.csv:7: has 10,001 characters; a card has 10,000 at most",
        "x.csv:8: its front hides everything; leave something to go by",
        "x.csv:9: a quotation mark in this line is never closed",
    ]


def test_a_card_of_an_image_alone_is_left_out() -> None:
    text = '#separator:tab\n#html:true\n<img src="x">\tb\nc\td\n'
    assert left_out(text, "x.txt") == ["x.txt:3: has no front"]
    assert made(text, "x.txt").remarks == ["1 image dropped: a terminal shows text."]


@pytest.mark.parametrize("text", ["x\n" * 5, "front,back\n", ",,,\n", "# T\n"])
def test_a_file_may_hold_no_card_at_all(text: str) -> None:
    assert made(text).drafts == []


@pytest.mark.parametrize(
    ("text", "expected"), [("Ünïcode Cards (2)", "unicode-cards-2"), ("__a--B__", "a-b"), ("שלום", ""), ("", "")]
)
def test_slugs_are_latin_letters_digits_and_hyphens(text: str, expected: str) -> None:
    assert slug(text) == expected
