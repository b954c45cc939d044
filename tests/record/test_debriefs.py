"""Debriefs on disk."""

import json
import os
from pathlib import Path

import pytest

from coach.errors import CoachError
from coach.record.debriefs import Debriefs, debrief_id
from coach.record.places import Places
from tests.conftest import START

NAME = debrief_id(START, 1)


def store(places: Places, device: str = "aaaaaa") -> Debriefs:
    return Debriefs(places, lambda: device)


def write(places: Places, *texts: str, device: str = "aaaaaa", name: str = NAME) -> Path:
    """Lines told on a device; gives back its journal."""
    opened = store(places, device).open(name)
    for text in texts:
        opened.append(START, "line", {"question": "asked", "text": text})
    opened.close()
    return places.debriefs / f"{name}.{device}.jsonl"


def texts(places: Places, name: str = NAME) -> list[str]:
    return [event.data["text"] for event in store(places).events(name)]


def test_before_the_first_there_is_none_and_nothing_is_made(places: Places) -> None:
    assert store(places).ids() == []
    assert store(places).damage() == []
    assert not places.home.exists()


def test_what_was_told_comes_back_over_all_devices_in_its_order(places: Places) -> None:
    write(places, "one", "two")
    write(places, "three", device="bbbbbb")
    write(places, "other", name=debrief_id(START, 2))
    assert texts(places) == ["one", "two", "three"]
    assert store(places).ids() == [NAME, debrief_id(START, 2)]
    assert [event.n for event in store(places).events(NAME)] == [1, 2, 3]


def test_only_the_owner_can_read_it(places: Places) -> None:
    path = write(places, "one")
    assert (path.stat().st_mode & 0o777, path.parent.stat().st_mode & 0o777) == (0o600, 0o700)


def test_a_torn_last_line_is_dropped_and_mended_by_the_next_line(places: Places) -> None:
    path = write(places, "one")
    path.write_bytes(path.read_bytes() + b'{"n":2,"at":"2026')
    assert texts(places) == ["one"]
    assert store(places).damage() == [f"{path}: the last line is torn; it is dropped when the debrief goes on."]
    write(places, "two")
    assert texts(places) == ["one", "two"]
    assert store(places).damage() == []


def test_a_damaged_line_is_left_out_and_named_and_an_unknown_kind_is_kept(places: Places) -> None:
    path = write(places, "one")
    later = {"n": 2, "at": "2026-11-21T10:15:00.000Z", "kind": "mood", "text": "tired"}
    path.write_bytes(path.read_bytes() + b"oops\n" + json.dumps(later).encode() + b"\n")
    assert [event.kind for event in store(places).events(NAME)] == ["line", "mood"]
    assert store(places).damage() == [f"{path}:3: this line is damaged and was left out."]


@pytest.mark.parametrize(
    ("header", "message"),
    [
        ('{"coach":"debrief","version":2}', "a newer coach wrote this journal"),
        ('{"coach":"reviews","version":1}', "this is not a debrief journal of coach"),
    ],
)
def test_a_journal_of_a_newer_coach_or_of_another_kind_is_refused(places: Places, header: str, message: str) -> None:
    path = write(places, "one")
    path.write_text(f"{header}\n")
    with pytest.raises(CoachError, match=message):
        store(places).events(NAME)
    with pytest.raises(CoachError, match=message):
        store(places).open(NAME)
    assert [message in line for line in store(places).damage()] == [True]
    assert path.read_text() == f"{header}\n"


@pytest.mark.parametrize("left", [b"", b'{"coach":"deb'])
def test_what_a_crash_left_of_the_header_is_no_debrief_and_other_files_are_none(places: Places, left: bytes) -> None:
    path = write(places)
    path.write_bytes(left)
    (places.debriefs / "notes.txt").write_text("mine")
    assert texts(places) == []
    assert store(places).damage() == []
    write(places, "one")
    assert texts(places) == ["one"]


def test_a_second_terminal_is_told_where_it_is_open(places: Places) -> None:
    opened = store(places).open(NAME)
    with pytest.raises(CoachError, match="already open in another terminal"):
        store(places).open(NAME)
    opened.close()
    store(places).open(NAME).close()


def test_a_link_that_leads_nowhere_is_named(places: Places) -> None:
    places.debriefs.mkdir(parents=True)
    (places.debriefs / f"{NAME}.aaaaaa.jsonl").symlink_to("/nowhere")
    with pytest.raises(CoachError, match="cannot be read"):
        store(places).events(NAME)
    assert len(store(places).damage()) == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_folder_that_cannot_be_read_is_named(places: Places) -> None:
    write(places, "one")
    places.debriefs.chmod(0)
    try:
        assert [str(places.debriefs) in line for line in store(places).damage()] == [True]
    finally:
        places.debriefs.chmod(0o700)
