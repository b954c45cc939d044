"""`coach export`."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from coach.cli import app
from coach.commands import world
from coach.commands.export import filed
from coach.record.places import Places
from coach.screens.collection import Collection, DeckInfo, Missed

DECK = """\
schema: 1
id: {id}
title: {id} title
cards:
  - {{id: one, kind: recall, front: One?, back: Shipped.}}
  - {{id: two, kind: recall, front: Two?, back: Shipped.}}
"""
OWN = "schema: 1\nid: beta\ncards:\n  - {id: one, kind: recall, front: One?, back: Mine.}\n"


@pytest.fixture(autouse=True)
def _two_decks(tmp_path: Path, places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ships two small decks; the person has a card of one reworded."""
    folder = tmp_path / "shipped"
    (folder / "decks").mkdir(parents=True)
    for name in ("alpha", "beta"):
        (folder / "decks" / f"{name}.yaml").write_text(DECK.format(id=name))
    (places.home / "decks").mkdir(parents=True)
    (places.home / "decks" / "beta.yaml").write_text(OWN)
    monkeypatch.setattr(world, "shipped", lambda: folder)
    monkeypatch.chdir(tmp_path)


def export(*args: str) -> tuple[int, str, str]:
    """The exit code and what was printed."""
    result = CliRunner().invoke(app, ["export", *args])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result.exit_code, result.stdout, result.stderr


def rows(name: str = "x.txt") -> dict[str, list[str]]:
    """The notes of an export by guid."""
    lines = [line.split("\t") for line in Path(name).read_text().splitlines() if not line.startswith("#")]
    return {line[0]: line[1:] for line in lines}


def test_all_cards_are_exported_with_the_persons_own_in_place() -> None:
    assert export("--anki-text", "x.txt") == (0, "4 cards in x.txt. In Anki: File, Import. Next: `coach`.\n", "")
    assert list(rows()) == ["alpha/one", "alpha/two", "beta/one", "beta/two"]
    assert rows()["beta/one"] == ["coach::beta title", "One?", "Mine.", "recall"]


def test_named_decks_alone_are_exported() -> None:
    assert export("beta", "beta", "--anki-text", "x.txt")[1].startswith("2 cards in x.txt. In Anki: File, Import.")
    assert list(rows()) == ["beta/one", "beta/two"]


def test_an_unknown_deck_is_said_and_nothing_written() -> None:
    code, _, err = export("bta", "--anki-text", "x.txt")
    assert (code, err.splitlines()[0]) == (1, "error: There is no deck 'bta'; did you mean beta?")
    assert not Path("x.txt").exists()


def test_a_named_deck_that_is_broken_is_not_called_unknown(places: Places) -> None:
    (places.home / "decks" / "gamma.yaml").write_text("schema: 1\nid: gamma\ncards: []\n")
    code, _, err = export("gamma", "--anki-text", "x.txt")
    assert code == 1
    assert "gamma.yaml:3: cards: needs at least 1" in err
    assert "error: The deck gamma cannot be used." in err


def test_a_deck_that_cannot_be_read_is_left_out_and_said(places: Places) -> None:
    (places.home / "decks" / "gamma.yaml").write_text("schema: 1\nid: gamma\ncards: []\n")
    code, out, err = export("--anki-text", "x.txt")
    assert (code, out) == (1, "4 cards in x.txt. In Anki: File, Import. Next: `coach`.\n")
    assert "gamma.yaml:3: cards: needs at least 1" in err


def test_no_card_at_all_is_an_error(places: Places, tmp_path: Path) -> None:
    for path in [*places.home.glob("decks/*"), *tmp_path.glob("shipped/decks/*")]:
        path.unlink()
    code, _, err = export("--anki-text", "x.txt")
    assert (code, err) == (1, "error: There is no card to export.\n")
    assert not Path("x.txt").exists()


def test_a_file_of_the_person_stays() -> None:
    Path("x.txt").write_text("my notes\n")
    code, _, err = export("--anki-text", "x.txt")
    assert code == 1
    assert "x.txt was not made by such an export, so it stays" in err
    assert Path("x.txt").read_text() == "my notes\n"


def test_the_card_of_a_missed_point_has_what_the_person_wrote() -> None:
    row = {"id": "missed-acl", "kind": "recall", "front": "Who may see what?", "back": "Filter inside."}
    found = Collection(decks={"q": DeckInfo("q", cards=["q/missed-acl", "q/missed-acl-2"])})
    found.rows = {"q/missed-acl": row, "q/missed-acl-2": row}
    found.missed = {"q/missed-acl": Missed("s", "check it later"), "q/missed-acl-2": Missed("s", "")}
    first, second = filed(found, ["q", "q"])
    assert (first.full_id, first.title) == ("q/missed-acl", "q")
    assert first.card.back == "You wrote: “check it later”\nFilter inside."
    assert second.card.back == "Filter inside."
