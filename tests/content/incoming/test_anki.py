"""Anki's text export."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from coach.content.anki_text import Filed, anki_text
from coach.content.card import Card
from coach.content.incoming.anki import is_anki, read_anki

EXPORT = """\
#separator:tab
#html:true
#guid column:1
#notetype column:2
#deck column:3
#tags column:6
k8(Q>x]3~s\tBasic\tAI\tWhat is &lt;b&gt;?\tA <b>tag</b><br>of "HTML"\trag ai::llm
n2\tCloze\tAI\t"{{c1::Paris}}<img src=""p.png""> is in {{c2::France::land}} [sound:x.mp3]"\t\t
"""


def test_an_export_is_known_by_its_headers() -> None:
    assert is_anki(EXPORT)
    assert is_anki("#separator:Comma\na,b\n")
    assert not is_anki("# A heading\n#separator\ntext")
    assert not is_anki("front,back\n#html:true\n")
    assert not is_anki("")


def test_special_columns_and_html_are_taken_as_the_headers_say() -> None:
    sheet = read_anki(EXPORT)
    assert [(row.line, row.fields) for row in sheet.rows] == [
        (7, {"id": "k8(Q>x]3~s", "front": "What is <b>?", "back": 'A tag\nof "HTML"', "tags": "rag ai::llm"}),
        (8, {"id": "n2", "front": "{{c1::Paris}} is in {{c2::France::land}} ", "back": "", "tags": ""}),
    ]
    assert sheet.remarks == ["1 image and 1 sound dropped: a terminal shows text."]


def test_without_html_the_text_stands_as_it_is() -> None:
    sheet = read_anki('#separator:tab\n#html:false\n"a <br>\nb"\tc [sound:x.mp3]\n# a remark\tx\n"#d"\te\n')
    assert [row.fields for row in sheet.rows] == [
        {"front": "a <br>\nb", "back": "c "},
        {"front": "#d", "back": "e"},
    ]


@pytest.mark.parametrize(
    ("name", "mark"), [("Semicolon", ";"), ("pipe", "|"), ("comma", ","), (";", ";"), ("Colon", ":"), ("space", " ")]
)
def test_separators_go_by_their_names(name: str, mark: str) -> None:
    assert read_anki(f"#separator:{name}\na{mark}b\n").rows[0].fields == {"front": "a", "back": "b"}


def test_a_separator_that_is_not_named_is_found() -> None:
    assert read_anki("#html:false\na, b;c, d\ne;f\n").rows[0].fields == {"front": "a, b", "back": "c, d"}


def test_named_columns_go_by_their_names_and_tags_of_all_are_added() -> None:
    text = "#separator:tab\n#columns:Answer\tTags\tQuestion\n#tags:x y\n#tags column:2\na\tb\tc\n"
    assert read_anki(text).rows[0].fields == {"back": "a", "tags": "b x y", "front": "c"}


def test_further_fields_are_said() -> None:
    sheet = read_anki("#separator:tab\na\tb\tc\nd\te\t\n")
    assert sheet.remarks == ["Fields after the second are not used: 1 in some notes."]


def test_headers_without_sense_do_no_harm() -> None:
    sheet = read_anki("#separator:tab\n#tags column:99999\n#guid column:-1\n#deck column:x\n#html:\na\tb\n")
    assert [row.fields for row in sheet.rows] == [{"front": "a", "back": "b"}]
    assert read_anki("#separator:tab\n").rows == []


def test_our_own_export_comes_back() -> None:
    card = Card(id="r", kind="recall", front='Is 1 < 2\n& "3"?', back="Yes.\n    Surely.", tags=("logic",))
    (row,) = read_anki(anki_text([Filed("d/r", 'A "deck"', card)])).rows
    assert row.fields == {"id": "d/r", "front": 'Is 1 < 2\n& "3"?', "back": "Yes.\n    Surely.", "tags": "logic recall"}


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Any]:
    """An empty collection of the real Anki."""
    module = pytest.importorskip("anki.collection", reason="pip install -e '.[anki]' brings it")
    opened = module.Collection(str(tmp_path / "collection.anki2"))
    yield opened
    opened.close()


@pytest.mark.parametrize("html", [True, False])
def test_what_the_real_anki_exports_is_read(collection: Any, tmp_path: Path, html: bool) -> None:
    for kind, first, second in [
        ("Basic", 'What; is, "it"?', "<div>one</div><div>two &lt;x&gt;</div>"),
        ("Cloze", "{{c1::Paris}} is\nthere", "extra"),
    ]:
        note = collection.new_note(collection.models.by_name(kind))
        note.fields = [first, second]
        note.tags = ["ai::rag", "b"]
        collection.add_note(note, collection.decks.id("My deck"))
    path = tmp_path / "out.txt"
    collection.export_note_csv(
        out_path=str(path),
        limit=None,
        with_html=html,
        with_tags=True,
        with_deck=True,
        with_notetype=True,
        with_guid=True,
    )
    rows = [row.fields for row in read_anki(path.read_text(encoding="utf-8")).rows]
    fronts = {row["front"]: row for row in rows}
    basic = fronts['What; is, "it"?']
    assert basic["back"].split() == ["one", "two", "<x>"]
    assert sorted(basic["tags"].split()) == ["ai::rag", "b"]
    assert basic["id"]
    assert len(rows) == 2
    assert any(row["back"] == "extra" and "Paris" in row["front"] for row in rows)
