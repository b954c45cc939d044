"""How long the formats take."""

import pytest

from coach.content.library import Library
from coach.record.home import Home
from coach.screens.format_minutes import format_minutes

OWN = """schema: 1
id: short
title: Short
steps: [{id: all, title: All, minutes: %s, phases: [clarify], checklist: [Ask]}]
"""


def test_of_a_named_one_and_of_the_usual_one(home: Home, library: Library) -> None:
    minutes = format_minutes(home, library)
    assert (minutes(""), minutes("five-minute"), minutes("none")) == (45, 5, None)


def test_a_second_run_reads_no_format_until_its_file_changes(
    home: Home, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = home.places.content.formats / "short.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(OWN % 7)
    assert format_minutes(home, library)("short") == 7
    with monkeypatch.context() as patched:
        patched.setattr(Library, "format", None)
        assert format_minutes(home, library)("short") == 7
    path.write_text(OWN % 12)
    assert format_minutes(home, library)("short") == 12
    path.write_text("schema: 1\n")
    assert format_minutes(home, library)("short") is None
