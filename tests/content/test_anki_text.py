"""Cards become lines that Anki imports, and imports again without doubling any."""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from coach.content.anki_text import MARK, Filed, anki_text, back_html, front_html
from coach.content.card import Card

RECALL = Card(id="r", kind="recall", front='Is 1 < 2 & "3"?', back="Yes.\n  Surely.", why="Because.", tags=("logic",))
CHOOSE = Card(id="o", kind="choose", front="Which?", options=("this", "<that>"), right="<that>", back="It is.")
CLOZE = Card(id="z", kind="cloze", front="Filter {{inside}} the {{index & co}}.", why="Top k.")
TRADEOFF = Card(id="t", kind="tradeoff", front="A cache.", gain="Speed", pay="Staleness", reverse="On edits")
FAULT = Card(id="f", kind="fault", front="Two faults.", sketch="a -> b\n\tb -> c", faults=("no <key>", "no end"))
ESTIMATE = Card(id="e", kind="estimate", front="GB?", answer=123456789.0, unit="GB", within=1.3, back="1 × 2")


def notes_in(text: str) -> list[str]:
    """The lines of a file's notes."""
    head, notes = text.split("#columns:guid\tdeck\tFront\tBack\ttags\n")
    assert all(line.startswith("#") for line in head.splitlines())
    assert notes.endswith("\n")
    return notes[:-1].split("\n")


@pytest.mark.parametrize(
    ("card", "front", "back"),
    [
        (RECALL, "Is 1 &lt; 2 &amp; &quot;3&quot;?", "Yes.<br>\xa0\xa0Surely.<br><i>Because.</i>"),
        (CHOOSE, "Which?<ul><li>this</li><li>&lt;that&gt;</li></ul>", "<b>&lt;that&gt;</b><br>It is."),
        (
            CLOZE,
            "Filter ____ the ____.",
            "Filter <b>inside</b> the <b>index &amp; co</b>.<br><i>Top k.</i>",
        ),
        (TRADEOFF, "A cache.", "<b>Gain</b>: Speed<br><b>Pay</b>: Staleness<br><b>Reverse</b>: On edits"),
        (
            FAULT,
            "Two faults.<pre>a -&gt; b<br>\xa0\xa0\xa0\xa0b -&gt; c</pre>",
            "<ol><li>no &lt;key&gt;</li><li>no end</li></ol>",
        ),
        (ESTIMATE, "GB?", "<b>123,456,789 GB</b> (within a factor of 1.3)<br>1 × 2"),
    ],
)
def test_each_kind_has_its_front_and_its_back(card: Card, front: str, back: str) -> None:
    shown = [html.replace(' style="text-align: left"', "") for html in (front_html(card), back_html(card))]
    assert shown == [front, back]


def test_a_note_is_one_line_with_guid_deck_and_tags() -> None:
    text = anki_text([Filed("d/r", "A deck", RECALL), Filed("d/z", 'So "called"::deck\t', CLOZE)])
    assert text.startswith(f"{MARK}: ")
    rows = list(csv.reader(notes_in(text), delimiter="\t"))
    assert [row[0] for row in rows] == ["d/r", "d/z"]
    assert [row[1] for row in rows] == ["coach::A deck", 'coach::So "called": deck']
    assert [row[4] for row in rows] == ["logic recall", "cloze"]


def test_nothing_in_a_card_breaks_its_line() -> None:
    evil = Card(id="x", kind="recall", front="a\x00\x07b\x1b[31m\u2028c\r\n\td", back='"\t"\x85e')
    (line,) = notes_in(anki_text([Filed("d/x", "T\nU", evil)]))
    assert line.split("\t")[1:4] == ["coach::T U", "ab[31m<br>c<br>\xa0\xa0\xa0\xa0d", "&quot;\xa0\xa0\xa0&quot;<br>e"]
    assert "\x00" not in line


# the real thing


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Any]:
    """An empty collection of the real Anki."""
    module = pytest.importorskip("anki.collection", reason="pip install -e '.[anki]' brings it")
    opened = module.Collection(str(tmp_path / "collection.anki2"))
    yield opened
    opened.close()


def imported(collection: Any, folder: Path, text: str) -> tuple[int, int]:
    """Imports a text as Anki's own dialog does; how many notes are new, and how many updated."""
    from anki.collection import ImportCsvRequest

    path = folder / "cards.txt"
    path.write_text(text, encoding="utf-8")
    metadata = collection.get_csv_metadata(str(path), None)
    log = collection.import_csv(ImportCsvRequest(path=str(path), metadata=metadata)).log
    return len(log.new), len(log.updated)


def notes_of(collection: Any) -> dict[str, tuple[list[str], list[str], list[str]]]:
    """The fields, tags and decks of every note, by guid."""
    found = {}
    for number in collection.find_notes(""):
        note = collection.get_note(number)
        decks = [collection.decks.name(card.did) for card in note.cards()]
        found[note.guid] = (note.fields, sorted(note.tags), decks)
    return found


def test_anki_takes_every_kind_and_updates_on_a_second_import(collection: Any, tmp_path: Path) -> None:
    cards = [
        RECALL,
        CHOOSE,
        CLOZE,
        TRADEOFF,
        FAULT,
        ESTIMATE,
        Card(id="same", kind="recall", front=RECALL.front, back="-"),
    ]
    filed = [Filed(f"d/{card.id}", 'A "deck"', card) for card in cards]
    assert imported(collection, tmp_path, anki_text(filed)) == (7, 0)
    notes = notes_of(collection)
    assert set(notes) == {f"d/{card.id}" for card in cards}
    for card in cards:
        fields, tags, decks = notes[f"d/{card.id}"]
        assert fields == [front_html(card), back_html(card)]
        assert (tags, decks) == (sorted({*card.tags, card.kind}), ['coach::A "deck"'])
    assert imported(collection, tmp_path, anki_text(filed))[0] == 0
    assert notes_of(collection) == notes
    filed[0] = Filed("d/r", 'A "deck"', Card(id="r", kind="recall", front="Reworded?", back="No.", tags=("doubt",)))
    assert imported(collection, tmp_path, anki_text(filed))[0] == 0
    changed = notes_of(collection)
    assert changed.pop("d/r") == (["Reworded?", "No."], ["doubt", "recall"], ['coach::A "deck"'])
    assert {guid: note for guid, note in notes.items() if guid != "d/r"} == changed
