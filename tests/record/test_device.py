"""The name of this machine."""

import re
from pathlib import Path

import pytest

from coach.errors import CoachError
from coach.record import device
from coach.record.device import device_name
from coach.record.places import Places


def test_it_is_made_once_and_kept(places: Places) -> None:
    name = device_name(places)
    assert re.fullmatch(r"[0-9a-f]{6}", name)
    assert device_name(places) == name


def test_it_belongs_to_the_machine_and_is_not_synced_with_the_home(places: Places) -> None:
    device_name(places)
    assert not places.home.exists()
    assert (places.state / "device").is_file()


def test_two_terminals_that_start_at_once_have_one_name(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    name, real = device_name(places), device._known
    looks = iter([lambda path: "", real])  # the other one made it between our first look and our second
    monkeypatch.setattr(device, "_known", lambda path: next(looks)(path))
    assert device_name(places) == name


def test_two_machines_have_two_names(tmp_path: Path) -> None:
    names = {device_name(Places(tmp_path, tmp_path, tmp_path / str(number))) for number in range(3)}
    assert len(names) == 3


@pytest.mark.parametrize("raw", [b"", b"\xff\xfe", b"../../etc", b"UPPER", b"a.b", b"abc", b"a" * 40])
def test_a_name_that_could_not_be_part_of_a_file_name_is_made_anew(places: Places, raw: bytes) -> None:
    places.state.mkdir(parents=True)
    (places.state / "device").write_bytes(raw)
    name = device_name(places)
    assert re.fullmatch(r"[0-9a-f]{6}", name)
    assert device_name(places) == name


def test_a_state_directory_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(CoachError, match="cannot be written"):
        device_name(Places(tmp_path, tmp_path, tmp_path / "file"))
