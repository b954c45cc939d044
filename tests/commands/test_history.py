"""`coach history --grep` from the shell, and `coach history` among many rounds."""

import json
import re
from datetime import UTC, datetime
from random import Random

import pytest

from coach.record.home import Home
from coach.record.places import Places
from coach.screens import past
from tests.bench.rounds import write_rounds
from tests.commands.test_practice import coach
from tests.conftest import START


@pytest.fixture
def rounds(places: Places) -> Places:
    """A home with three graded rounds."""
    write_rounds(places.sessions, 3, datetime(2026, 11, 21, 10, tzinfo=UTC), Random(1))
    return places


def test_a_list_with_a_warm_cache_opens_no_journal(rounds: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    first = coach("history")
    assert first.exit_code == 0

    def refused(*_: object) -> None:
        raise AssertionError("a journal was folded")

    monkeypatch.setattr(past, "load", refused)
    assert coach("history").stdout == first.stdout
    assert "of 45" in first.stdout


def test_a_note_is_found_again_with_its_round_and_its_time(rounds: Places) -> None:
    found = coach("history", "--grep", "ONE MORE thought")
    assert found.exit_code == 0
    assert "one more thought on that" in found.stdout
    assert "one more thought on that" not in coach("history", "--grep", "one more thought of that").stdout
    assert re.search(r"\d\d:\d\d (Clarify|High-level design|Deep dive|Tradeoffs) +one more thought", found.stdout)
    assert "`coach show 000" in found.stdout


def test_as_json_it_is_a_list_of_rounds_with_their_notes(rounds: Places) -> None:
    rows = json.loads(coach("history", "--grep", "one more thought", "--json").stdout)
    assert rows
    assert set(rows[0]) == {"session", "scenario", "interview", "notes"}
    assert {"at_s", "in", "text"} == set(rows[0]["notes"][0])
    assert [row["session"] for row in rows] == sorted((row["session"] for row in rows), reverse=True)
    assert json.loads(coach("history", "--grep", "zebra", "--json").stdout) == []


def test_what_nobody_wrote_is_said(rounds: Places) -> None:
    found = coach("history", "--grep", "zebra")
    assert (found.exit_code, found.stdout) == (
        0, " No note of yours holds “zebra”. `coach history` lists the rounds.\n"
    )  # fmt: skip


def test_nothing_to_look_for_is_refused(places: Places) -> None:
    refused = coach("history", "--grep", "  ")
    assert refused.exit_code == 2
    assert "nothing to look for" in refused.stderr


def test_what_was_told_of_an_interview_is_found_too(rounds: Places) -> None:
    opened = Home(rounds).debriefs.open("20261121T190000Z-0001")
    opened.append(START, "day", {"day": "2026-11-20"})
    opened.append(START, "line", {"question": "stuck", "text": "who pays for a zebra?"})
    opened.close()
    found = coach("history", "--grep", "Zebra")
    assert "2026-11-20 · interview" in found.stdout
    assert "Stuck  who pays for a zebra?" in found.stdout
    (row,) = json.loads(coach("history", "--grep", "zebra", "--json").stdout)
    assert (row["session"], row["interview"]) == (None, "2026-11-20")
    assert row["notes"] == [{"at_s": None, "in": "Stuck", "text": "who pays for a zebra?"}]


def test_a_score_is_told_also_where_all_are_the_same_and_a_format_is_not(rounds: Places) -> None:
    heads = coach("history").stdout.splitlines()[0].split()
    assert heads == ["started", "scenario", "minutes", "status", "score", "id"]
