"""`coach import`."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from coach.cli import app
from coach.commands import world
from coach.record.places import Places

FILE = "front,back\nOne?,1\nTwo?,2\n"
SHIPPED = "schema: 1\nid: given\ncards:\n  - {id: one, kind: recall, front: One?, back: Shipped.}\n"


@pytest.fixture(autouse=True)
def _one_shipped(tmp_path: Path, places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ships one deck and one scenario, of which only the names matter."""
    folder = tmp_path / "shipped"
    (folder / "decks").mkdir(parents=True)
    (folder / "decks" / "given.yaml").write_text(SHIPPED)
    (folder / "question.yaml").write_text("schema: 1\n")
    monkeypatch.setattr(world, "shipped", lambda: folder)
    monkeypatch.chdir(tmp_path)


def coach(*args: str) -> tuple[int, str, str]:
    """The exit code and what was printed."""
    result = CliRunner().invoke(app, list(args))
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stdout, result.stderr


def put(name: str, text: str) -> str:
    """A file to import; gives back its name."""
    Path(name).write_text(text, encoding="utf-8")
    return name


def deck(places: Places, name: str) -> Path:
    """The file of a deck of one's own."""
    return places.home / "decks" / f"{name}.yaml"


def test_a_file_becomes_a_deck_that_lints_clean(places: Places) -> None:
    done = coach("import", put("My Cards.csv", FILE))
    assert done == (
        0,
        "2 new, 0 changed, 0 as they were, 0 left out. `coach quiz my-cards --new 6` begins with new ones.\n",
        "",
    )
    assert "title: My Cards\n" in deck(places, "my-cards").read_text()
    assert coach("lint", str(deck(places, "my-cards")))[:2] == (0, "1 file, no problems.\n")


def test_a_second_import_writes_nothing(places: Places) -> None:
    coach("import", put("x.csv", FILE))
    before = deck(places, "x").stat().st_mtime_ns, deck(places, "x").read_bytes()
    assert coach("import", "x.csv")[1].startswith("0 new, 0 changed, 2 as they were, 0 left out.")
    assert (deck(places, "x").stat().st_mtime_ns, deck(places, "x").read_bytes()) == before


def test_an_edited_back_is_named_and_changes_made_by_hand_stay(places: Places) -> None:
    coach("import", put("x.csv", FILE))
    path = deck(places, "x")
    path.write_text(path.read_text().replace('back: "1"', "back: One, by hand  # yes"))
    _, out, _ = coach("import", put("x.csv", FILE.replace("Two?,2", "Two?,II")))
    changed, summary = out.splitlines()
    assert changed.startswith("changed: two-")
    assert changed.endswith(" (back)")
    assert summary.startswith("0 new, 1 changed, 1 as they were, 0 left out.")
    assert "back: One, by hand  # yes\n" in path.read_text()
    assert "back: II\n" in path.read_text()


def test_long_lists_of_changes_are_cut() -> None:
    rows = [f"Question {n}?,{{}} {n}\n" for n in range(30)]
    coach("import", put("x.csv", "".join(rows).format(*["a"] * 30)))
    lines = coach("import", put("x.csv", "".join(rows).format(*["b"] * 30)))[1].splitlines()
    assert len(lines) == 22
    assert lines[-2] == "changed: 10 more"


def test_what_is_left_out_is_named_and_the_rest_goes_in() -> None:
    code, out, err = coach("import", put("x.csv", "front,back,note\nOne?,1,n\nTwo?,\n\x1b[31m,3,\n"))
    assert code == 0
    assert out.splitlines()[0] == "Column not used: note."
    assert out.splitlines()[1].startswith("2 new, 0 changed, 0 as they were, 1 left out.")
    assert err == "left out: x.csv:3: has no back\n"


def test_a_file_goes_into_a_deck_that_is_named(places: Places) -> None:
    path = deck(places, "mine")
    path.parent.mkdir(parents=True)
    path.write_text(SHIPPED.replace("id: given", "id: mine"))
    assert coach("import", put("x.md", "Q: One?\nA: 1\n"), "--deck", "mine")[0] == 0
    assert path.read_text().startswith(SHIPPED.replace("id: given", "id: mine") + "  - id: one-")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("given", "'given' is a deck that is not yours."),
        ("question", "'question' is a scenario."),
        ("flagged", "'flagged' means something else to coach than a deck."),
        ("rubric", "'rubric' means something else to coach than a deck."),
        ("My Deck", "'My Deck' is no name of a deck: lower-case letters, digits and hyphens."),
        ("../x", "'../x' is no name of a deck: lower-case letters, digits and hyphens."),
        ("", "'' is no name of a deck: lower-case letters, digits and hyphens."),
    ],
)
def test_a_name_that_cannot_be_a_deck_of_ones_own_is_refused(places: Places, name: str, message: str) -> None:
    code, _, err = coach("import", put("x.csv", FILE), "--deck", name)
    assert (code, err.splitlines()[0]) == (2, f"error: {message}")
    assert not places.home.exists()


@pytest.mark.parametrize("name", ["given.csv", "שלום.csv"])
def test_the_name_of_the_file_may_be_no_name_either(places: Places, name: str) -> None:
    code, _, err = coach("import", put(name, FILE))
    assert code == 2
    assert "--deck" in err
    assert not places.home.exists()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "x.csv is empty."),
        (b"one\ntwo\n", "x.csv has no card that can be used. x.csv:1: has no back."),
        (b"front,back\n", "x.csv has no card that can be used."),
        (b"\x00\x01\x02" * 99, "x.csv is not text."),
        (b"caf\xe9,x\n", "x.csv is not UTF-8 text (byte 3)."),
    ],
)
def test_a_file_without_a_card_is_an_error(places: Places, data: bytes, message: str) -> None:
    Path("x.csv").write_bytes(data)
    code, out, err = coach("import", "x.csv")
    assert (code, out, err.splitlines()[0]) == (1, "", f"error: {message}")
    assert not places.home.exists()


def test_a_file_that_is_not_there_is_an_error() -> None:
    assert coach("import", "x.csv")[::2] == (
        1,
        "error: x.csv cannot be read: no such file or directory.\nhint: Check its name.\n",
    )


def test_a_deck_with_problems_stays_as_it_is(places: Places) -> None:
    path = deck(places, "x")
    path.parent.mkdir(parents=True)
    path.write_text("schema: 1\nid: x\ncards: []\n")
    code, _, err = coach("import", put("x.csv", FILE))
    assert code == 1
    assert "x.yaml:3: cards: needs at least 1" in err
    assert path.read_text() == "schema: 1\nid: x\ncards: []\n"


def test_what_went_out_for_anki_is_no_second_copy_of_what_is_here(places: Places) -> None:
    coach("export", "given", "--anki-text", "out.txt")
    code, _, told = coach("import", "out.txt")
    assert code == 1
    assert "what `coach export` wrote for Anki" in told
    assert not deck(places, "out").exists()
