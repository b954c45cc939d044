"""What every command has in common."""

import errno
import os
import sys
from pathlib import Path

import pytest

from coach.cli import app
from coach.record.places import Places

FULL = Path("/dev/full")


@pytest.mark.skipif(not FULL.exists(), reason="only Linux has a disk that is always full")
@pytest.mark.parametrize("command", [[], ["formats"], ["list", "--json"], ["checklist", "--as", "html"]])
def test_a_full_disk_behind_the_output_is_said(
    places: Places, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    with FULL.open("w") as full:
        monkeypatch.setattr(sys, "stdout", full)
        with pytest.raises(SystemExit) as ended:
            app(command)
    assert ended.value.code == 1
    assert capsys.readouterr().err == "error: What there is to print cannot be written: no space left on device.\n"


@pytest.mark.parametrize("command", [["list"], ["checklist"], ["formats"]])
def test_a_home_that_may_not_be_looked_into_is_said(
    places: Places, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    stat = Path.stat

    def closed(path: Path, **options: bool) -> os.stat_result:
        if path.is_relative_to(places.home):
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return stat(path, **options)

    monkeypatch.setattr(Path, "stat", closed)
    with pytest.raises(SystemExit) as ended:
        app(command)
    assert ended.value.code == 1
    assert "cannot be read: permission denied.\nhint: " in capsys.readouterr().err
