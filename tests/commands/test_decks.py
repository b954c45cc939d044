"""`coach decks`."""

import json
from pathlib import Path
from typing import Any

from tests.builders import SMALL
from tests.cards import Desk, flat, plain
from tests.commands.test_practice import NOTES, coach


def rows() -> dict[str, dict[str, Any]]:
    """The decks by id, as other tools see them."""
    result = coach("decks", "--json")
    assert result.exit_code == 0
    return {row["id"]: row for row in json.loads(result.stdout)}


def test_json_has_one_entry_a_deck_with_exactly_these_keys(desk: Desk) -> None:
    desk.put("d", *plain("a", "b", "c", "x"))
    desk.put("shipped", *plain("a"), to=desk.shipped)
    desk.graded("d/a", 3, day=-4)
    desk.graded("d/b", 4, day=-1)
    desk.graded("d/b", 0, kind="flag")
    desk.graded("d/c", 3, day=-9)
    desk.graded("d/c", 0, kind="suspend")
    found = rows()
    assert list(found) == ["d", "shipped"]
    assert found["d"] == {
        "id": "d", "title": "On d", "cards": 4, "begun": 3, "due": 1, "flagged": 1, "suspended": 1, "scenario": False,
        "practised": False, "source": "home",
    }  # fmt: skip
    assert found["shipped"]["source"] == "shipped"


def test_the_table_says_what_each_has_and_the_next_command(desk: Desk) -> None:
    desk.put("d", *plain("a", "b"))
    desk.graded("d/a", 3, day=-4)
    desk.graded("d/a", 0, kind="flag")
    shown = coach("decks").stdout
    (row,) = [line.split() for line in shown.splitlines() if line.startswith(" d ")]
    assert row == ["d", "On", "d", "2", "1", "1", "1", "flagged"]
    assert "`coach quiz DECK` those of one deck." in flat(shown)


def test_a_deck_of_two_roots_is_one_row(desk: Desk) -> None:
    desk.put("d", *plain("a", "b"), to=desk.shipped)
    desk.put("d", "{id: a, kind: recall, front: Mine, back: Mine}", "{id: c, kind: recall, front: C, back: C}")
    assert rows()["d"]["cards"] == 3


def test_the_cards_of_a_scenario_are_marked_until_it_was_practised(desk: Desk) -> None:
    path = desk.places.content.scenarios / "small.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(SMALL + "cards:\n  - {id: own, kind: recall, front: Own, back: Mine}\n")
    row = rows()["small"]
    assert (row["scenario"], row["practised"], row["cards"]) == (True, False, 1)
    assert "after practice" in coach("decks").stdout
    coach("practice", "small", "--no-grade", typed=NOTES)
    assert rows()["small"]["practised"]
    assert "after practice" not in coach("decks").stdout


def test_broken_decks_are_named_on_stderr_and_the_others_listed(desk: Desk) -> None:
    desk.put("d", *plain("a"))
    broken = [desk.put(name, "{id: b, kind: recall, front: No back}") for name in ("one", "two")]
    (desk.places.content.decks / "three.yaml").write_bytes(b"\xff\xfe")
    for _ in range(2):  # the second time from the cache
        result = coach("decks", "--json")
        assert result.exit_code == 1
        assert [row["id"] for row in json.loads(result.stdout)] == ["d"]
        for path in broken:
            assert f"left out: {path}:5: cards.b.back: is missing" in result.stderr
        assert "three.yaml is not UTF-8 text" in result.stderr


def test_without_any_deck_it_says_what_there_could_be(desk: Desk) -> None:
    result = coach("decks")
    assert (result.exit_code, result.stderr) == (0, "")
    assert json.loads(coach("decks", "--json").stdout) == []
    assert "coach quiz" in result.stdout


def test_hidden_files_and_folders_are_no_decks(desk: Desk) -> None:
    desk.put("d", *plain("a"))
    (desk.places.content.decks / ".card.12345678.yaml").write_text("id: a\n")
    (desk.places.content.decks / "folder.yaml").mkdir()
    assert list(rows()) == ["d"]


def test_listing_writes_nothing_but_caches(desk: Desk) -> None:
    desk.put("d", *plain("a"))

    def files(folder: Path) -> list[Path]:
        return sorted(path for path in folder.rglob("*") if path.is_file())

    before = files(desk.places.home)
    coach("decks")
    coach("quiz", "--due")
    assert files(desk.places.home) == before
