"""The rounds so far in brief, through the cache."""

import json

import pytest

from coach.errors import CoachError
from coach.screens import briefs as module
from coach.screens.briefs import briefs, drop_forgotten
from tests.screens.conftest import POINTS, REST, Sitting


@pytest.fixture
def folded(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the sessions that were folded."""
    names, fold = list[str](), module._brief

    def counted(home: module.Home, name: str) -> module.Brief:
        names.append(name)
        return fold(home, name)

    monkeypatch.setattr(module, "_brief", counted)
    return names


def test_the_newest_comes_first_and_each_says_how_far_it_is(finished: Sitting) -> None:
    finished.clock.forward(3600)
    finished.begin(["one note", "/pause"])
    paused, done = briefs(finished.home)
    assert (paused.open, paused.notes, paused.step) == (True, 1, "Clarify")
    assert (done.ungraded, done.notes, done.format) == (True, 4, "four-phase")
    assert paused.session > done.session


def test_only_a_round_that_changed_is_folded_again(finished: Sitting, folded: list[str]) -> None:
    finished.clock.forward(3600)
    finished.begin(["one note", "/pause"])
    first = briefs(finished.home)
    assert len(folded) == 2
    assert [known.session for known in briefs(finished.home)] == [known.session for known in first]
    assert len(folded) == 2
    finished.resume(["another", "/pause"])
    assert [known.notes for known in briefs(finished.home)] == [2, 4]
    assert folded[2:] == [first[0].session]


def test_without_the_cache_all_is_the_same(finished: Sitting) -> None:
    finished.grade([*POINTS, *REST])
    before = briefs(finished.home)
    again = briefs(finished.home)
    for path in finished.home.places.cache.glob("rounds-*"):
        path.unlink()
    anew = briefs(finished.home)
    assert [known.missed for known in again] == [known.missed for known in before] == [known.missed for known in anew]
    assert json.dumps(again) == json.dumps(before) == json.dumps(anew)


def test_what_cannot_be_read_is_named_each_time_and_the_others_are_there(finished: Sitting) -> None:
    folder = finished.home.places.sessions
    broken = folder / "20261120T101500Z-small-0bad.aaaaaa.jsonl"
    broken.write_text('{"coach":"reviews","version":1}\n')
    (folder / "notes.txt").write_text("mine")
    for _ in range(2):
        problems: list[CoachError] = []
        assert len(briefs(finished.home, problems)) == 1
        assert [str(broken) in problem.message for problem in problems] == [True]
    assert len(briefs(finished.home)) == 1


def test_what_another_device_added_is_taken_in(sitting: Sitting) -> None:
    sitting.begin(["one note", "/pause"])
    (known,) = briefs(sitting.home)
    (path,) = sitting.home.places.sessions.glob("*.jsonl")
    last = json.loads(path.read_text().splitlines()[-1])
    header = {"coach": "session", "session": known.session, "device": "zzzzzz", "version": 1}
    note = {"n": last["n"] + 1, "at": last["at"], "kind": "note", "note": 1, "text": "from there", "step": 0}
    path.with_name(f"{known.session}.zzzzzz.jsonl").write_text(f"{json.dumps(header)}\n{json.dumps(note)}\n")
    assert [known.notes for known in briefs(sitting.home)] == [2]


def test_the_words_of_a_forgotten_round_leave_the_cache(finished: Sitting) -> None:
    finished.grade([*POINTS, *REST])
    briefs(finished.home)
    (path,) = finished.home.places.cache.glob("rounds-*")
    assert "Sizes it" in path.read_text()
    finished.home.sessions.forget(finished.session.id, "2026-11-22T00:00:00.000Z")
    drop_forgotten(finished.home)
    assert "Sizes it" not in path.read_text()


def test_a_round_that_is_graded_anew_keeps_its_old_grading_until_then(finished: Sitting) -> None:
    finished.grade([*POINTS, *REST])
    (before,) = briefs(finished.home)
    finished.grade(["l"])
    (now,) = briefs(finished.home)
    assert (now.status, now.ungraded, now.missed) == ("finished", False, before.missed)
    assert now.graded == before.graded
