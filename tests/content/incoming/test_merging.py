"""Cards from a file are merged into a deck's text."""

from random import Random

from coach.content.checking import check_deck
from coach.content.deck import Deck
from coach.content.incoming.making import incoming
from coach.content.incoming.merging import Merged, Seen, merge
from coach.content.reading import read
from coach.errors import CoachError

FILE = "front,back,why,tags\nOne?,1,,t\nTwo?,2,so,\nThree?,3,,\n"


def deck_of(text: str) -> Deck | None:
    reading = read(text, "mine.yaml", Deck, both_loaders=True)
    check_deck(reading, "mine")
    assert reading.problems == []
    return reading.value


def merged(text: str, file: str = FILE, seen: Seen | None = None) -> Merged:
    """A file merged into a deck; the outcome is a valid deck."""
    found = merge(text, deck_of(text) if text else None, "mine", "Mine", incoming(file, "x.csv").drafts, seen or {})
    deck_of(found.text)
    return found


def counts(found: Merged) -> tuple[int, int, int, int]:
    """How many cards are new, changed, as they were and left out."""
    return len(found.new), len(found.changed), found.same, len(found.left_out)


def test_a_new_deck_is_written_and_a_second_time_changes_nothing() -> None:
    first = merged("")
    assert first.text.startswith("schema: 1\nid: mine\ntitle: Mine\ncards:\n  - id: one-")
    assert counts(first) == (3, 0, 0, 0)
    for seen in (first.seen, {}):
        again = merged(first.text, seen=seen)
        assert (again.text, counts(again)) == (first.text, (0, 0, 3, 0))
        assert again.seen == first.seen


def test_an_edited_field_changes_that_field_alone() -> None:
    first = merged("")
    text = first.text.replace('back: "2"\n', 'back: "2"   # sure?\n    # looked up\n')
    found = merged(text, FILE.replace("Two?,2,so", "Two?,2: two,because"), first.seen)
    (card,) = found.changed
    assert card.startswith("two-")
    assert found.changed[card] == ("back", "why")
    assert counts(found) == (0, 1, 2, 0)
    assert found.text == text.replace('back: "2"', 'back: "2: two"').replace("why: so", "why: because")


def test_what_the_person_made_of_a_card_stays() -> None:
    first = merged("")
    text = first.text.replace('back: "1"', 'back: "1, as ever"').replace("front: Two?", "front: Two, reworded?")
    found = merged(text, FILE.replace("Three?,3", "Three?,III"), first.seen)
    assert counts(found) == (0, 1, 2, 0)
    assert found.text == text.replace('back: "3"', "back: III")


def test_without_a_memory_the_file_counts_but_takes_nothing_away() -> None:
    text = merged("").text.replace('back: "1"\n', "back: one\n    why: mine\n")
    found = merged(text, FILE, {})
    assert counts(found) == (0, 1, 2, 0)
    assert found.text == text.replace("back: one", 'back: "1"')


def test_a_field_that_was_emptied_in_the_file_goes() -> None:
    first = merged("")
    found = merged(first.text, FILE.replace("Two?,2,so", "Two?,2,").replace(",,t", ",,"), first.seen)
    assert list(found.changed.values()) == [("tags",), ("why",)]
    assert found.text == first.text.replace("    why: so\n", "").replace("    tags: [t]\n", "")


def test_order_comments_other_cards_and_line_ends_stay() -> None:
    first = merged("")
    head, *cards = first.text.split("  - ")
    own = "id: own\n    kind: recall\n    front: Own?\n    back: Mine.\n"
    text = "# mine\n" + "  - ".join([head, cards[2], own, cards[0], cards[1]]) + "sources: []\n# end\n"
    text = text.replace("\n", "\r\n")
    found = merged(text, FILE.replace("One?,1", "One?,1!") + "Four?,4,,\n", first.seen)
    assert counts(found) == (1, 1, 2, 0)
    new = f'  - id: {found.new[0]}\r\n    kind: recall\r\n    front: Four?\r\n    back: "4"\r\n'
    assert found.text == text.replace('back: "1"', "back: 1!").replace("sources", new + "sources")


def test_a_renamed_card_is_known_by_its_former_id() -> None:
    first = merged("")
    name = first.new[0]
    text = first.text.replace(f"id: {name}", "id: uno").replace("front: One?", f"front: One?\n    was: [{name}]")
    found = merged(text, FILE.replace("One?,1", "One?,1!"), first.seen)
    assert found.changed == {"uno": ("back",)}
    assert counts(found) == (0, 1, 2, 0)


def test_a_card_that_the_person_made_more_of_stays_of_its_kind() -> None:
    first = merged("")
    more = "kind: tradeoff\n    front: One?\n    gain: g\n    pay: p\n    reverse: r\n"
    text = first.text.replace("kind: recall\n    front: One?\n", more)
    for seen in (first.seen, {}):
        found = merged(text, FILE.replace("One?,1", "One?,1!"), seen)
        assert counts(found) == (0, 1, 2, 0)
        assert found.text == text.replace('back: "1"', "back: 1!")


def test_a_card_that_turns_into_a_cloze_is_one() -> None:
    text = "id,front,back\na,One is one,1\n"
    first = merged("", text)
    found = merged(first.text, text.replace("One is", "{{c1::One}} is"), first.seen)
    assert found.changed == {"a": ("kind", "front")}


def test_what_the_person_changed_as_well_as_the_file_stays_theirs_and_is_named() -> None:
    first = merged("", "front,back\nX,Alpha\n")
    text = first.text.replace("back: Alpha", "back: my own words")
    found = merged(text, "front,back\nX,Gamma\n", first.seen)
    assert found.text == text
    assert list(found.kept.values()) == [("back",)]
    assert counts(merged(text, "front,back\nX,Gamma\n", found.seen)) == (0, 0, 1, 0)


def test_a_card_that_the_person_took_out_does_not_come_back() -> None:
    first = merged("", "front,back\nX,Alpha\nY,Beta\n")
    text = first.text[: first.text.rindex("  - id:")]
    found = merged(text, "front,back\nX,Alpha\nY,Beta\n", first.seen)
    assert found.text == text
    assert [line for line, _ in found.left_out] == [3]


def test_a_card_of_which_the_person_made_another_kind_stays_what_it_is() -> None:
    first = merged("", "id,front,back\na,The {{c1::sky}},1\nb,B,2\n")
    text = first.text.replace("kind: recall\n    front: B\n", 'kind: cloze\n    front: "{{B}} c"\n')
    found = merged(text, "id,front,back\na,The {{c1::sky}},1\nb,B or C,2\n", first.seen)
    assert found.text == text
    assert found.kept == {"b": ("front",)}  # the person's own, so it is not even tried


def test_a_change_of_kind_that_would_spoil_what_the_person_wrote_is_left_out() -> None:
    first = merged("", "id,front,back\nb,B,2\n")
    text = first.text.replace("front: B\n", "front: my own B\n")
    found = merged(text, "id,front,back\nb,The {{c1::B}},2\n", first.seen)
    assert found.text == text
    assert "would spoil card b: its front hides nothing" in found.left_out[0][1]


def test_a_deck_written_on_one_line_takes_cards_too() -> None:
    first = merged("")
    text = "{schema: 1, id: mine, cards: [{id: x, kind: recall, front: X, back: Y}]}\n"
    found = merged(text)
    assert counts(found) == (3, 0, 0, 0)
    assert found.text.startswith(text[:-3] + ", {id: one-")
    assert counts(merged(found.text, FILE.replace("2,so", "2,yes"), first.seen)) == (0, 1, 2, 0)


PIECES = [
    ",", ";", "\t", '"', '""', "\n", "\n\n", "Q:", "A:", "## ", "# ", " :: ", "- ", "```\n", "---\n", "front", "back",
    "id", "#html:true\n", "#separator:tab\n", "#guid column:1\n", "#tags column:3\n", "<br>", "<div>", "<img src=x>",
    "<!--",
    "{{c1::", "}}", "{{", "&nbsp;", "<pre>", "a", "what is", "because yes", "\x00", "\x1b", "\u2028", "é", "😀", "שלום",
    "\ufeff", "    ", "> ", "yes", "null", "1.5", "2026-01-01", ": ", "|", "sep=;\n", " ",
]  # fmt: skip


def test_whatever_a_file_holds_the_deck_is_valid_and_stays_so() -> None:
    random = Random(11)
    cards = 0
    for _ in range(400):
        text = "".join(random.choice(PIECES) for _ in range(random.randint(1, 60)))
        try:
            drafts = incoming(text, random.choice(["a.csv", "a.md", "a.txt"])).drafts
        except CoachError:
            continue
        if not drafts:
            continue
        first = merge("", None, "mine", "T", drafts, {})
        deck = deck_of(first.text)
        assert deck is not None
        assert list(deck.cards) == [draft.card for draft in drafts]
        again = merge(first.text, deck, "mine", "T", drafts, first.seen)
        assert (again.text, counts(again)) == (first.text, (0, 0, len(drafts), 0))
        cards += len(drafts)
    assert cards > 100
