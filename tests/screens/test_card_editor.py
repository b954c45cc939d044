"""A card in the person's own editor."""

import errno
import os
from pathlib import Path

import pytest
import yaml

from coach.content.library import Library
from tests.builders import SMALL
from tests.cards import CHOICE, EVERY_KIND, Desk, Editor, flat, plain, rewritten
from tests.conftest import Clock

OWN = """\
# my words
schema: 1
id: d
cards:
  - id: a
    kind: recall
    front: A?   # a remark
    back: The a.

  # between
  - id: b
    kind: recall
    front: B?
    back: The b.
"""


def typing(*texts: str | None) -> Editor:
    """An editor into which these texts are typed, one each time it opens; None leaves the file."""
    left = list(texts)

    def edit(path: Path) -> bool:
        text = left.pop(0)
        if text is not None:
            path.write_text(text, encoding="utf-8")
        return True

    return edit


def problems(library: Library) -> list[str]:
    """What lint finds in the decks and scenarios."""
    return [str(problem) for path in library.files() for problem in library.read_any(path).problems]


@pytest.fixture
def own(desk: Desk) -> Path:
    """A deck of the person's own, with comments."""
    path = desk.places.home / "decks" / "d.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(OWN, encoding="utf-8")
    return path


# what is kept, and where


@pytest.mark.parametrize("script", [("/edit", "", "3"), ("", "e", "3")])
def test_a_shipped_card_gets_one_with_the_same_id_in_the_persons_deck(desk: Desk, script: tuple[str, ...]) -> None:
    shipped = desk.put("d", *plain("a", "b"), to=desk.shipped)
    before = shipped.read_bytes()
    desk.graded("d/a", 3, day=-5)
    known = desk.progress("d/a")
    ui = desk.quiz(*script, "", "3", editor=rewritten(("The a.", "The better a.")))
    path = desk.places.home / "decks" / "d.yaml"
    assert f"Keptin{path}." in "".join(ui.text.split())
    assert yaml.safe_load(path.read_text())["cards"] == [
        {"id": "a", "kind": "recall", "front": "a?", "back": "The better a."}
    ]
    assert shipped.read_bytes() == before
    assert problems(desk.library) == []
    cards, book = desk.opened()
    assert cards.card("d/a").back == "The better a."
    assert cards.card("d/b").back == "The b."
    assert book.ledger.of("d/a").reviews == known.reviews + 1
    assert " The better a." in ui.shown


def test_every_kind_of_shipped_card_can_be_edited(desk: Desk) -> None:
    desk.put("d", *EVERY_KIND, to=desk.shipped)
    desk.quiz(*["/edit", "", "3"] * len(EVERY_KIND), editor=rewritten(("}\n", ", why: Because.}\n")))
    cards = desk.opened()[0]
    assert {cards.card(card).why for card in cards.items} == {"Because."}
    assert problems(desk.library) == []


def test_a_card_of_the_persons_own_is_changed_where_it_stands(desk: Desk, own: Path) -> None:
    desk.quiz("/edit", "", "3", "", "3", editor=rewritten(("A?", "What is a?")))
    assert own.read_text() == OWN.replace("A?", "What is a?")


def test_the_editor_gets_the_card_alone_as_its_file_has_it(desk: Desk, own: Path) -> None:
    seen: list[str] = []
    ui = desk.quiz("/edit", "", "3", "", "3", editor=lambda path: bool(seen.append(path.read_text())) or True)
    assert seen == [
        "# d/a: save and leave to keep it. Its id stays, as progress hangs on it.\n"
        "id: a\nkind: recall\nfront: A?   # a remark\nback: The a.\n"
    ]
    assert "The card is as it was." in ui.text
    assert own.read_text() == OWN


def test_a_card_in_a_scenario_of_the_persons_own_is_changed_there(desk: Desk) -> None:
    path = desk.places.content.scenarios / "small.yaml"
    path.parent.mkdir(parents=True)
    text = SMALL + "cards:\n  - {id: own, kind: recall, front: Own, back: Mine}\n"
    path.write_text(text, encoding="utf-8")
    desk.quiz("/edit", "", "3", names=["small"], editor=rewritten(("Mine", "Mine indeed")))
    assert path.read_text() == text.replace("Mine", "Mine indeed")
    assert desk.opened()[0].card("small/own").back == "Mine indeed"


def test_an_edit_of_a_card_in_a_named_folder_is_there_the_next_time(desk: Desk, tmp_path: Path) -> None:
    desk.path = tmp_path / "named"
    desk.put("d", *plain("a"), to=desk.path)
    desk.quiz("/edit", "", "3", editor=rewritten(("The a.", "Another.")))
    assert desk.opened()[0].card("d/a").back == "Another."
    desk.later(3)
    assert " Another." in desk.quiz("", "3").shown


def test_a_card_can_be_edited_twice_in_a_sitting(desk: Desk) -> None:
    desk.put("d", *plain("a"), to=desk.shipped)
    desk.quiz("/edit", "/edit", "", "e", "3", editor=rewritten(("The", "The more")))
    assert desk.opened()[0].card("d/a").back == "The more more more a."
    assert desk.opened()[0].decks["d"].cards == ["d/a"]


def test_an_edited_choice_shows_its_new_options(desk: Desk) -> None:
    desk.put("d", CHOICE)
    ui = desk.quiz("/edit", "violet", "3", editor=rewritten(("green", "violet"), ("black", "orange")))
    assert "orange" in ui.text
    assert "✓ that is the one" in ui.text


def test_nothing_is_left_beside_the_decks(desk: Desk, own: Path) -> None:
    desk.quiz("/edit", "", "3", "", "e", "3", editor=rewritten(("The ", "A ")))
    assert [path.name for path in own.parent.iterdir()] == ["d.yaml"]


# what is not kept


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("id: a\nkind: recall\nfront: [", "not valid YAML"),
        ("id: z\nkind: recall\nfront: A?\nback: Z\n", "the id should stay a, as progress hangs on it."),
        ("kind: recall\nfront: A?\nback: Z\n", "The card has no id."),
        ("id: a\nkind: recall\nfront: A?\n", "back: is missing; cards of kind recall need it"),
        ("id: a\nkind: recal\nfront: A?\nback: B\n", "kind: 'recal' is not one of"),
        ("id: a\nkind: recall\nfront: A?\nbakc: B\nback: B\n", "unknown key 'bakc'; did you mean back?"),
        ("- id: a\n", "The card has no id."),
        ("", "The card has no id."),
        ("# only a remark\n", "The card has no id."),
        ("id: a\nkind: choose\nfront: A?\noptions: [x, y]\nright: z\n", "right: is not among the options"),
    ],
)
def test_an_edit_that_is_wrong_is_said_in_place_and_can_be_mended(desk: Desk, own: Path, typed: str, said: str) -> None:
    good = "id: a\nkind: recall\nfront: A?\nback: Mended.\n"
    ui = desk.quiz("/edit", "", "", "3", "", "3", editor=typing(typed, good))
    assert "Not kept yet: " in ui.text
    assert said in flat(ui.text)
    assert ".yaml" not in flat(ui.text).partition("Kept in")[0]  # the lines of a file that nobody sees say nothing
    assert desk.opened()[0].card("d/a").back == "Mended."


@pytest.mark.parametrize("typed", ["id: a\nfront: [", ""])
def test_a_wrong_edit_can_be_given_up_and_the_card_is_as_it_was(desk: Desk, own: Path, typed: str) -> None:
    desk.quiz("/edit", "q", "", "3", "", "3", editor=typing(typed))
    assert own.read_text() == OWN
    assert len(desk.told) == 2


def test_a_wrong_edit_comes_back_as_it_was_typed(desk: Desk, own: Path) -> None:
    seen: list[str] = []

    def edit(path: Path) -> bool:
        seen.append(path.read_text())
        path.write_text(seen[0].replace("back:", "bakc:"))
        return True

    ui = desk.quiz("/edit", "", "q", "", "3", "", "3", editor=edit)
    assert seen[1] == seen[0].replace("back:", "bakc:")
    assert ui.text.count("Not kept yet: back: is missing; cards of kind recall need it") == 2
    assert ui.text.count("unknown key 'bakc'; did you mean back?") == 2


@pytest.mark.parametrize(
    ("ended", "said"), [(None, "No editor could be started. Set `editor` in config.toml"), (False, "as it was")]
)
def test_an_editor_that_is_missing_or_fails_changes_nothing(
    desk: Desk, own: Path, ended: bool | None, said: str
) -> None:
    ui = desk.quiz("/edit", "", "3", "", "3", editor=lambda path: ended)
    assert said in flat(ui.text)
    assert own.read_text() == OWN
    assert [path.name for path in own.parent.iterdir()] == ["d.yaml"]
    assert len(desk.told) == 2


def test_an_edit_that_a_deck_broken_meanwhile_stands_in_the_way_of_names_that_file(desk: Desk, own: Path) -> None:
    def edit(path: Path) -> bool:
        own.write_text(OWN + "  - {id: c, kind: recall, front: C?}\n")
        return rewritten(("The a.", "Another."))(path) or False

    ui = desk.quiz("/edit", "q", "", "3", "", "3", editor=edit)
    said = "".join(ui.text.split())
    assert f"Notkeptyet:{own}:15:cards.c.back:ismissing" in said
    assert "Another" not in own.read_text()


@pytest.mark.parametrize("text", ["cards: [", "\xff"])
def test_a_deck_of_the_person_that_is_broken_is_named_where_a_shipped_card_is_edited(desk: Desk, text: str) -> None:
    desk.put("d", *plain("a"), to=desk.shipped)
    mine = desk.put("d")
    mine.write_bytes(text.encode("latin-1"))
    ui = desk.quiz("/edit", "q", "", "3", editor=rewritten(("The a.", "Another.")))
    assert f"Notkeptyet:{mine}" in "".join(ui.text.split())
    assert mine.read_bytes() == text.encode("latin-1")


def test_a_disk_that_refuses_the_edit_says_so_and_keeps_what_was_typed(
    desk: Desk, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, full = os.fsync, list[bool]()

    def fsync(file: int) -> None:
        if full:
            raise OSError(errno.ENOSPC, "No space left on device")
        real(file)

    monkeypatch.setattr(os, "fsync", fsync)
    seen: list[str] = []

    def edit(path: Path) -> bool:
        seen.append(path.read_text())
        if len(seen) == 1:
            full.append(True)
        return rewritten(("back: The", "back: Once more, the"))(path) if len(seen) == 1 else True

    ui = desk.quiz("/edit", full.clear, "", "", "3", "", "3", editor=edit)
    assert "the disk is full" in flat(ui.text)
    assert "Once more, the a." in seen[1]
    assert own.read_text() == OWN.replace("The a.", "Once more, the a.")


def test_two_terminals_may_edit_at_once(desk: Desk, own: Path, clock: Clock) -> None:
    other = Desk(desk.places, clock, desk.shipped)

    def meanwhile(path: Path) -> bool | None:
        other.quiz("", "3", "/edit", "", "3", editor=rewritten(("The b.", "Their b.")))
        return rewritten(("The a.", "My a."))(path)

    desk.quiz("/edit", "", "3", editor=meanwhile)
    assert own.read_text() == OWN.replace("The a.", "My a.").replace("The b.", "Their b.")


def test_a_folder_that_cannot_be_written_is_said_and_the_sitting_goes_on(desk: Desk) -> None:
    desk.put("d", *plain("a"), to=desk.shipped)
    desk.places.home.mkdir()
    (desk.places.home / "decks").write_text("a file in the way")
    ui = desk.quiz("/edit", "", "3")
    assert "cannot be written" in flat(ui.text)
    assert desk.told == [("d/a", 3, "due")]


def test_an_edit_is_kept_though_lint_has_something_against_another_card_of_the_file(desk: Desk) -> None:
    odd = "{id: odd, kind: recall, front: Odd?, back: Read by one YAML loader alone.}"
    path = desk.put("d", *plain("a"), odd)
    assert problems(desk.library) != []
    desk.quiz("/edit", "", "3", "", "3", editor=rewritten(("The a.", "Another.")))
    assert "Another." in path.read_text()
