"""A round from the first key to the transcript."""

import pytest

from coach.errors import CoachError
from coach.interview.evidence import STRONG, Finding
from coach.screens.ui import Keys, Stopped
from tests.screens.conftest import Sitting

NOTES = ["how often does it change?", "/next", "user -> llm", "/next", "acl", "/next", "cost vs recall", "/next"]
GRADES = ["y", "", "3", "because", "n", "y", "2", "3", "say numbers sooner"]


def _good(keys: Keys) -> str | None:
    """Grades as someone who takes what was found and calls the rest missed."""
    if keys.question.startswith("Grade now"):
        return ""
    if "/" in keys.question[:4]:
        return "y" if "y" in keys.keys else "m"
    if keys.question.startswith("Is that"):
        return "n"
    return "" if "" in keys.keys else None


def test_resume_brings_back_clock_notes_ticks_and_the_half_typed_line(sitting: Sitting) -> None:
    sitting.begin([30.0, "a", "/check 1", Stopped("interrupt")])
    name = sitting.session.id
    sitting.home.sessions.draft(name).write("half a li")
    sitting.clock.forward(14 * 3600)
    sitting.resume([10.0, "b", Stopped("interrupt")])
    assert sitting.ui.restored[0] == "half a li"
    assert "Going on at 00:30." in sitting.ui.text
    assert [note.at_s for note in sitting.session.live_notes] == [30, 40]
    assert len(sitting.session.ticks) == 1


def test_a_note_that_was_sent_does_not_come_back_as_a_draft(sitting: Sitting) -> None:
    sitting.begin(["a", Stopped("interrupt")])
    sitting.home.sessions.draft(sitting.session.id).write("a")  # as after a crash between the two writes
    sitting.resume([Stopped("end")])
    assert sitting.ui.restored[0] == ""


def test_a_session_that_is_over_cannot_be_resumed(sitting: Sitting) -> None:
    sitting.begin(["/next"] * 4)
    with pytest.raises(CoachError, match="is finished"):
        sitting.resume([])


@pytest.mark.parametrize("what", ["resume", "grade"])
def test_a_session_whose_first_event_is_gone_is_said_to_be_so(sitting: Sitting, what: str) -> None:
    sitting.begin(["a", Stopped("end")])
    (path,) = sitting.home.places.sessions.glob("*.jsonl")
    lines = path.read_text().splitlines(keepends=True)
    path.write_text(lines[0] + "{damaged\n" + "".join(lines[2:]))
    with pytest.raises(CoachError, match="never began"):
        sitting.resume([]) if what == "resume" else sitting.grade([])


def test_a_session_open_elsewhere_is_refused_with_its_pid(sitting: Sitting) -> None:
    sitting.begin([Stopped("end")])
    opened = sitting.home.sessions.open(sitting.session.id)
    try:
        with pytest.raises(CoachError, match=r"already open in another terminal \(pid \d+\)"):
            sitting.resume([])
    finally:
        opened.close()


def test_a_changed_scenario_does_not_change_the_round_that_began_with_it(sitting: Sitting) -> None:
    sitting.begin(["a", Stopped("end")])
    path = sitting.library.roots[0].scenarios / "small.yaml"
    path.write_text(path.read_text().replace("Design something small.", "Design something else."))
    sitting.resume(["b", Stopped("end")])
    assert "was changed; this round goes on with the copy it began with" in " ".join(sitting.ui.text.split())
    assert "Design something small." in sitting.ui.text
    assert sitting.texts == ["a", "b"]


@pytest.mark.parametrize("broken", [None, "points: ["])
def test_a_scenario_removed_or_broken_meanwhile_loses_nothing(sitting: Sitting, broken: str | None) -> None:
    sitting.begin(["a", Stopped("end")])
    path = sitting.library.roots[0].scenarios / "small.yaml"
    if broken:
        path.write_text(broken)
    else:
        path.unlink()
    assert sitting.resume(["/next"] * 4, keys=["l"]) == 0
    assert sitting.texts == ["a"]


def test_a_missing_copy_is_said_and_the_notes_stay(sitting: Sitting) -> None:
    sitting.begin(["a", Stopped("end")])
    sitting.home.seen.path(sitting.session.plan.scenario_digest).unlink()
    with pytest.raises(CoachError, match="is missing: the copy of the question"):
        sitting.resume([])
    assert sitting.texts == ["a"]


def test_a_finished_round_is_graded_and_leaves_a_transcript(sitting: Sitting) -> None:
    code = sitting.begin(NOTES, keys=["say numbers sooner"], grade=True, answers=_good)
    session = sitting.session
    assert (code, session.status) == (0, "graded")
    marks = {point: mark.mark for point, mark in session.marks.items()}
    expected = {"asks-rate": "covered", "path": "covered", "size": "missed", "filter": "covered", "because": "covered"}
    assert marks == expected
    text = sitting.home.sessions.transcript(session.id).read_text(encoding="utf-8")
    assert "## Next time\n\nsay numbers sooner" in text


@pytest.mark.parametrize(
    ("all_made", "said"),
    [(False, "1 missed point comes as a card tomorrow. Next: `coach`."), (True, ". Next: `coach`.")],
)
def test_the_end_of_a_round_says_how_many_cards_it_made(
    sitting: Sitting, found: dict[str, Finding], all_made: bool, said: str
) -> None:
    if all_made:
        found["size"] = Finding(STRONG, (3,))
    sitting.begin(NOTES, keys=["say numbers sooner"], grade=True, answers=_good)
    last = " ".join(sitting.ui.text.split()).rpartition("Kept in")[2]
    assert last.endswith(said)
    assert ("tomorrow" in last) is not all_made


def test_solution_and_diagram_come_only_after_grading(sitting: Sitting) -> None:
    sitting.begin(NOTES, keys=["x"], grade=True, answers=_good)
    text = sitting.ui.text
    assert text.index("Result") < text.index("Worked solution") < text.index("user -> acl -> llm -> reply")
    assert "2 * 3 = 6 USD" in text
    assert "Ask first." in text


def test_the_solution_is_leafed_through_and_q_ends_it(sitting: Sitting) -> None:
    def leave(keys: Keys) -> str | None:
        return "q" if keys.keys.get("") == "goes on" else _good(keys)

    sitting.begin(NOTES, keys=["x"], grade=True, answers=leave)
    assert "Ask first." in sitting.ui.text
    assert "Choose." not in sitting.ui.text


def test_line_by_line_the_solution_comes_at_once(sitting: Sitting) -> None:
    def look(keys: Keys) -> str | None:
        assert keys.keys.get("") != "goes on"
        return _good(keys)

    sitting.begin(NOTES, keys=["x"], grade=True, plain=True, answers=look)
    assert "2 * 3 = 6 USD" in sitting.ui.text


def test_a_later_round_on_a_solution_that_was_shown_is_marked(sitting: Sitting) -> None:
    sitting.begin(NOTES, keys=["x"], grade=True, answers=_good)
    assert "You had read the answers" not in sitting.ui.text
    sitting.clock.forward(86_400)
    sitting.begin(NOTES, keys=["x"], grade=True, answers=_good)
    assert "You had read the answers" in sitting.ui.text


def test_without_grading_the_transcript_is_there_all_the_same(sitting: Sitting) -> None:
    sitting.begin(NOTES)
    path = sitting.home.sessions.transcript(sitting.session.id)
    assert "Not graded yet" in path.read_text(encoding="utf-8")
    assert "coach grade" in sitting.ui.text


def test_what_was_skipped_does_not_count(sitting: Sitting) -> None:
    sitting.begin(["acl", "/next"], keys=["x"], grade=True, answers=_good, phases=("deep-dive",))
    assert set(sitting.session.marks) == {"size", "filter"}
    assert "No score" in sitting.ui.text


def test_a_full_disk_is_said_at_once_with_what_was_kept(sitting: Sitting, monkeypatch: pytest.MonkeyPatch) -> None:
    import errno
    import os

    real = os.fsync
    calls = iter(range(1000))

    def full(file: int) -> None:
        if next(calls) > 8:
            raise OSError(errno.ENOSPC, "No space left on device")
        real(file)

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CoachError, match="the disk is full") as caught:
        sitting.begin(["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"])
    kept = len(sitting.texts)
    assert kept >= 1
    assert f"Kept: {kept} note" in caught.value.hint
    assert sitting.texts == list("abcdefghij")[:kept]
