"""`coach checklist` from the shell."""

import os
from datetime import datetime
from pathlib import Path

import pytest

from coach.content.aspects import DIMENSION
from coach.content.roots import shipped
from coach.interview.gaps import Gap, Weaknesses
from coach.language.stamps import stamp
from coach.record.places import Places
from coach.screens import weaknesses
from tests.commands.test_practice import coach

OWN = """schema: 1
open: Hello there.
ask: [one]
always: [two]
tradeoffs: [three]
mistakes: [four]
close: [five]
unfamiliar: Six.
gaps: {framing: a, success: a, flow: a, choice: a, depth: a, numbers: a, tradeoffs: a, safety: a}
"""


def test_it_is_printed_to_a_pipe(places: Places) -> None:
    result = coach("checklist")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith(" Open ")
    assert "clarify 5, high-level design 10" in result.stdout
    assert "\x1b" not in result.stdout
    assert not list(places.home.glob("**/*"))


def test_the_cache_changes_nothing_and_a_change_of_the_file_is_seen(places: Places) -> None:
    first = coach("checklist").stdout
    assert list(places.cache.glob("pages-*.json"))
    assert coach("checklist").stdout == first
    places.content.scenarios.mkdir(parents=True)
    own = places.content.scenarios / "checklist.yaml"
    own.write_text(OWN)
    assert "Hello there." in coach("checklist").stdout
    own.write_text(OWN.replace("Hello", "Good morning"))
    os.utime(own, (1, 1))
    assert "Good morning there." in coach("checklist").stdout
    own.unlink()
    assert coach("checklist").stdout == first


def test_minutes_of_the_setting_or_of_the_format_that_is_named(places: Places) -> None:
    assert "architecture 15" in coach("checklist", "--format", "thirty-five").stdout
    places.home.mkdir()
    places.config.write_text('format = "thirty-five"\n')
    assert "architecture 15" in coach("checklist").stdout


@pytest.mark.parametrize("config", ['format = "no-such"\n', "level = 3\n", "x = ["])
def test_a_wrong_setting_costs_a_sentence_and_not_the_page(places: Places, config: str) -> None:
    places.home.mkdir()
    places.config.write_text(config)
    result = coach("checklist")
    assert result.exit_code == 0
    assert "Unfamiliar" in result.stdout
    assert result.stderr.startswith("left out: ")
    assert f"{places.config}:1" in result.stderr


@pytest.mark.parametrize("words", [["--format", "no-such"], ["no-such"]])
def test_a_name_that_is_none_is_refused(places: Places, words: list[str]) -> None:
    result = coach("checklist", *words)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("error: There is no ")


def test_a_broken_file_is_named_with_its_line(places: Places) -> None:
    places.content.scenarios.mkdir(parents=True)
    (places.content.scenarios / "checklist.yaml").write_text(OWN.replace("close: [five]", "clase: [five]"))
    result = coach("checklist")
    assert result.exit_code == 1
    assert "checklist.yaml:" in result.stderr
    assert "hint: `coach lint" in result.stderr
    assert "did you mean close" in coach("lint", str(places.content.scenarios / "checklist.yaml")).stdout


def test_a_question_comes_with_a_warning_until_it_was_practised(places: Places) -> None:
    assert "You have not practised it," in coach("checklist", "rag-support").stdout
    coach("practice", "rag-support", typed="how many docs?\n")
    assert "You have not practised it," not in coach("checklist", "rag-support").stdout
    text = (shipped() / "rag-support.yaml").read_text()
    places.content.scenarios.mkdir(parents=True)
    new = places.content.scenarios / "help-desk.yaml"
    new.write_text(text.replace("id: rag-support\n", "id: help-desk\nwas: [rag-support]\n", 1))
    assert "You have not practised it," not in coach("checklist", "help-desk").stdout


def test_a_question_comes_first_also_on_the_long_page_and_from_the_cache(places: Places) -> None:
    shipped = coach("checklist", "rag-support").stdout
    assert shipped.startswith("── Support assistant")
    assert coach("checklist", "rag-support", "--full").stdout.startswith(shipped.splitlines()[0])
    assert coach("checklist", "rag-support").stdout == shipped


@pytest.mark.parametrize("suffix", ["html", "md", "txt"])
def test_it_is_written_to_a_file_and_says_where(places: Places, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"page.{suffix}"
    result = coach("checklist", "--full", "--output", str(path))
    assert result.exit_code == 0
    assert result.stdout == f"The page is in {path}. Next: `coach`.\n"
    assert "Unfamiliar" in path.read_text()


def test_line_by_line_ticks_come_from_the_input(places: Places) -> None:
    result = coach("checklist", "--tick", typed="\n" * 60)
    assert result.exit_code == 0
    assert result.stdout.endswith(" All done.\n Next: `coach`.\n")
    assert coach("checklist", "--tick", typed="-\nq\n").exit_code == 0


@pytest.mark.parametrize("words", [["--as", "md"], ["--output", "x.md"]])
def test_ticking_and_writing_do_not_go_together(places: Places, words: list[str]) -> None:
    result = coach("checklist", "--tick", *words)
    assert result.exit_code == 2
    assert "--tick" in result.stderr


def test_without_a_graded_round_mine_says_what_finds_gaps(places: Places) -> None:
    result = coach("checklist", "--mine")
    assert result.exit_code == 0
    assert "no graded round of `coach practice` shows one so far" in result.stdout


def test_mine_says_where_each_gap_showed_last_by_the_days_of_the_person(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    session, at = "20261114T023000Z-small-7f3a", stamp(datetime(2026, 11, 14, 2, 30).astimezone())
    found = Gap((DIMENSION, "numbers"), "numbers", 3, 4, 5, 9, session, "small", at, "x", "tradeoffs", 1.0)
    monkeypatch.setattr(weaknesses, "person_weaknesses", lambda home, problems: Weaknesses((found,)))
    shown = " ".join(coach("checklist", "--mine").stdout.split())
    assert "last in small on 13 Nov: `coach show" in shown
