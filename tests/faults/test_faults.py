"""A few trials of the harness, so that the suite notices; and disks that are full or may not be written."""

import contextlib
import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from coach.interview.folding import fold
from coach.interview.session import Session
from coach.record.home import Home
from coach.record.places import Places
from tests.faults import quizzes
from tests.faults.harness import PROMPT, SIGNALS, hammer, trial
from tests.ptydriver import COACH, PATIENCE, ROOT, Terminal, environment

LINUX = sys.platform == "linux"


@pytest.mark.parametrize("when", ["at the start", "any time", "while thinking", "after Enter"])
def test_a_kill_loses_no_note_and_no_typing(when: str) -> None:
    outcome = trial(0, 7, "KILL", longest=0.5, when=when, answers=True)
    assert outcome.problems == []
    assert (outcome.lost_notes, outcome.doubled, outcome.unreadable) == (0, 0, 0)


@pytest.mark.parametrize("kind", ["TERM", "HUP", "INT", "GONE"])
def test_a_signal_pauses_and_restores_the_terminal(kind: str) -> None:
    assert trial(0, 7, kind, longest=0.5, when="any time", answers=True).problems == []


def test_a_kill_between_any_two_writes_leaves_the_draft_as_it_was_or_as_it_becomes() -> None:
    found = hammer(60, 7)
    assert (found.lost_notes, found.lost_drafts) == (0, 0), found.problems[:3]


@pytest.mark.parametrize("when", ["after a grade", "while thinking"])
def test_a_kill_loses_no_grade(when: str) -> None:
    outcome = quizzes.trial(1, 7, "KILL", longest=0.6, when=when)
    assert (outcome.problems, outcome.lost, outcome.doubled) == ([], 0, 0)


@pytest.mark.parametrize("kind", SIGNALS[1:])
def test_a_signal_ends_a_quiz_and_restores_the_terminal(kind: str) -> None:
    assert quizzes.trial(1, 7, kind, longest=0.4, when="any time").problems == []


def test_two_terminals_at_once_lose_no_grade_and_schedule_none_twice() -> None:
    outcome = quizzes.pair(1, 7, longest=1.0)
    assert (outcome.problems, outcome.lost, outcome.doubled) == ([], 0, 0)
    assert outcome.taken


def test_kills_between_any_two_writes_of_two_processes_lose_no_grade() -> None:
    found = quizzes.hammer(40, 7)
    assert (found.problems[:3], found.lost) == ([], 0)


# disks


def _session(folder: Path) -> Session:
    """The only session of a home."""
    home = Home(Places(folder / "home", folder / "cache" / "coach", folder / "state" / "coach"))
    (name,) = home.sessions.ids()
    return fold(name, home.sessions.events(name))


def _one_sentence(said: str, *words: str) -> None:
    """Stderr holds one error and one hint, and the words."""
    lines = said.splitlines()
    assert [line.split(": ")[0] for line in lines] == ["error", "hint"], said
    for word in words:
        assert word in said


class Disk:
    """A small disk to fill: a tmpfs where one may be mounted, else a limit on the size of the program's files."""

    def __init__(self, path: Path, mounted: bool) -> None:
        self.path = path
        self.mounted = mounted

    def fill(self, process: int) -> None:
        """Leaves no room for another byte."""
        if not self.mounted:
            journal = next((self.path / "home").rglob("*.jsonl"))
            resource.prlimit(process, resource.RLIMIT_FSIZE, (journal.stat().st_size,) * 2)
            return
        with (self.path / "ballast").open("wb", buffering=0) as file, contextlib.suppress(OSError):
            while True:
                file.write(b"x" * 4096)

    def free(self) -> None:
        """Makes room again."""
        (self.path / "ballast").unlink(missing_ok=True)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    """A small disk."""
    path = tmp_path / "disk"
    path.mkdir()
    mount = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(path)], capture_output=True)
    try:
        yield Disk(path, mount.returncode == 0)
    finally:
        if mount.returncode == 0:
            subprocess.run(["umount", "-l", str(path)], check=True, capture_output=True)


@pytest.mark.skipif(not LINUX, reason="prlimit and tmpfs are Linux's")
def test_a_full_disk_is_said_at_once_and_keeps_the_notes(disk: Disk) -> None:
    environ = environment(disk.path)
    sent = ["acl filter inside the index"]
    with Terminal([*COACH, "practice", "rag-support"], environ, stderr=subprocess.PIPE) as terminal:
        terminal.until("starts the clock")
        terminal.send("\r")
        terminal.until(lambda t: PROMPT.fullmatch(t.row + " ") is not None)
        terminal.send(sent[0])
        terminal.until(sent[0])
        terminal.send("\r")
        terminal.until(lambda t: PROMPT.fullmatch(t.row + " ") is not None)
        disk.fill(terminal.process.pid)
        end = time.monotonic() + PATIENCE
        with contextlib.suppress(OSError):
            while terminal.process.poll() is None and time.monotonic() < end:  # the last page may still have room
                sent.append(f"{len(sent)} bm25 next to dense bc people paste error codes")
                terminal.send(f"{sent[-1]}\r")
                terminal.settle(0.05)
        code = terminal.wait()
        assert terminal.process.stderr is not None
        said = terminal.process.stderr.read().decode()
        assert terminal.attributes() == terminal.attributes_before
    assert code == 1
    _one_sentence(said, "cannot be written", "Kept: ", "coach resume")
    kept = [note.text for note in _session(disk.path).live_notes]
    assert kept == sent[: len(kept)]
    assert kept
    assert f"Kept: {len(kept)} note" in said
    disk.free()
    resumed = _plain(environ, "resume")
    assert resumed.returncode == 0, resumed.stderr
    assert [note.text for note in _session(disk.path).live_notes] == kept


@pytest.mark.skipif(not LINUX, reason="prlimit and tmpfs are Linux's")
def test_a_full_disk_is_said_at_once_and_keeps_the_grades(disk: Disk) -> None:
    environ = quizzes.prepared(disk.path)
    with Terminal([*COACH, *quizzes.QUIZ], environ, stderr=subprocess.PIPE) as terminal:
        learner = quizzes.Learner(terminal, Random(7), hurried=False)
        terminal.until(lambda t: quizzes.PROMPT.fullmatch(t.row) is not None)
        learner.works(until=time.monotonic() + PATIENCE, key="grade", number=3)
        terminal.until(lambda t: len(learner.shown()[1]) == 3)
        disk.fill(terminal.process.pid)
        learner.works(until=time.monotonic() + PATIENCE)  # the last page may still have room
        code = terminal.wait()
        assert terminal.process.stderr is not None
        said = terminal.process.stderr.read().decode()
        assert terminal.attributes() == terminal.attributes_before
    assert code == 1
    _one_sentence(said, "cannot be written", "are kept.")
    outcome = quizzes.Outcome("full", "")
    quizzes.examine(disk.path, outcome, [learner])
    assert (outcome.problems, outcome.lost, outcome.doubled) == ([], 0, 0)
    log = next((disk.path / "home" / "reviews").glob("*.jsonl"))
    assert log.read_bytes().endswith(b"}\n")
    assert len(log.read_bytes().splitlines()) == outcome.taken + 1
    disk.free()
    quizzes.goes_on(disk.path, environ, outcome, torn=False)
    assert outcome.problems == []


@pytest.mark.skipif(not LINUX, reason="prlimit is Linux's")
def test_a_file_that_may_not_grow_is_said_at_once_and_keeps_the_notes(tmp_path: Path) -> None:
    environ = environment(tmp_path)
    with subprocess.Popen(
        [*COACH, "practice", "rag-support", "--plain"],
        env=environ,
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            assert process.stdin is not None
            process.stdin.write("\nacl filter inside the index\n")
            process.stdin.flush()
            journal = _appears(tmp_path / "home" / "sessions", '"note"')
            resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (journal.stat().st_size + 3,) * 2)
            _, said = process.communicate("one that no longer fits\n", timeout=PATIENCE)
        finally:
            process.kill()
    assert process.returncode == 1
    _one_sentence(said, "cannot be written", "Kept: 1 note;")
    assert [note.text for note in _session(tmp_path).live_notes] == ["acl filter inside the index"]
    assert journal.read_bytes().endswith(b"\n")


def _appears(folder: Path, text: str) -> Path:
    """Waits for a journal with a text in it."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        for path in folder.glob("*.jsonl"):
            if text in path.read_text():
                return path
        time.sleep(0.01)
    raise TimeoutError(f"no {text} in {folder}")


def _plain(environ: dict[str, str], *arguments: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COACH, *arguments, "--plain"],
        env=environ,
        cwd=ROOT,
        input=typed,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
    )


@pytest.mark.parametrize("variable", ["COACH_HOME", "XDG_STATE_HOME"])
@pytest.mark.parametrize("place", ["/proc/coach", "{file}/home", "{file}"])
def test_a_home_that_cannot_be_written_is_refused_before_the_drill(variable: str, place: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    path = place.format(file=tmp_path / "file")
    done = _plain({**environment(tmp_path), variable: path}, "practice", "rag-support", typed="\na note\n")
    assert done.returncode == 1
    _one_sentence(done.stderr, path)
    assert "[Errno" not in done.stderr
    assert "Clarify · 1 of" not in done.stdout


def test_a_cache_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    environ = {**environment(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "file")}
    done = _plain(environ, "practice", "rag-support", typed="\na note\n")
    assert (done.returncode, done.stderr) == (0, "")
    listed = subprocess.run([*COACH, "list"], env=environ, cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE)
    assert (listed.returncode, listed.stderr) == (0, "")


def test_a_read_only_disk_is_refused_before_the_drill(disk: Disk) -> None:
    if disk.mounted:
        subprocess.run(["mount", "-o", "remount,ro", str(disk.path)], check=True, capture_output=True)
    elif os.geteuid():
        disk.path.chmod(0o500)
    else:  # neither binds a superuser who may not mount
        disk.path = Path("/proc/coach")
    done = _plain(environment(disk.path), "practice", "rag-support")
    assert done.returncode == 1
    _one_sentence(done.stderr, "cannot be written")
    assert "starts the clock" not in done.stdout
