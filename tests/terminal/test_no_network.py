"""A whole drill with its grading, plain and live, in a process that may open no socket but a pair of its own."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ptydriver import ROOT, Terminal, environment

GUARD = """
import os, socket, sys
def guard(event, args):
    own = event == "socket.__new__" and args[1] == socket.AF_UNIX  # asyncio's pair of its own
    if event.startswith("socket.") and not own:
        with open(os.environ["TOUCHED"], "a") as file:
            print(event, args, file=file)
        raise OSError(f"no network here: {event}")
sys.addaudithook(guard)
if sys.argv[1:] == ["touch"]:
    socket.getaddrinfo("example.org", 80) if os.environ["HOW"] == "name" else socket.socket()
from coach.cli import main
main()
"""
ANSWERS = (
    ("goes on with it", ""),
    ("model solution and reference", "\n"),
    ("goes on", "q"),
    ("One thing I do differently", "ask about freshness first\n"),
    ("what speaks for it?", "named both paths\n"),
    ("Is that what happened?", "n"),
    ("Did you make one?", "\n"),
    ("- missed", "-"),
    ("takes every", "\n"),
    ("Grade now", "\n"),
)
"""What to press at which words, the latest words on the screen first."""
LINES = ("how fresh must answers be?", "bm25 next to dense", "/check 1", "/hint", *["/next"] * 4, "one last sentence")

pytestmark = pytest.mark.timeout(180)


def _argv(*arguments: str) -> list[str]:
    return [sys.executable, "-c", GUARD, *arguments]


def _graded(environ: dict[str, str]) -> None:
    """The drill is graded, and nobody knocked at the network."""
    done = subprocess.run(
        _argv("history", "--json"), env=environ, cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    (row,) = json.loads(done.stdout)
    assert row["status"] == "graded"
    assert row["score"] is not None
    touched = Path(environ["TOUCHED"])
    assert not touched.exists(), touched.read_text()


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    """An environment with a file in which any touch of the network is written down."""
    return environment(tmp_path, TOUCHED=str(tmp_path / "touched"), COLUMNS="100")


@pytest.mark.parametrize("how", ["name", "socket"])
def test_the_guard_guards(environ: dict[str, str], how: str) -> None:
    done = subprocess.run(_argv("touch"), env={**environ, "HOW": how}, cwd=ROOT, capture_output=True, timeout=60)
    assert b"no network here" in done.stderr
    assert Path(environ["TOUCHED"]).exists()


def test_a_plain_drill_needs_no_network(environ: dict[str, str]) -> None:
    with subprocess.Popen(
        _argv("practice", "rag-support", "--plain"),
        env=environ,
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        bufsize=1,
    ) as process:
        try:
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.write("".join(f"{line}\n" for line in ("", *LINES)))
            process.stdin.flush()
            for answer in _answers(process.stdout):
                process.stdin.write(answer.removesuffix("\n") + "\n")
                process.stdin.flush()
            _, said = process.communicate(timeout=60)
        finally:
            process.kill()
    assert (process.returncode, said) == (0, "")
    _graded(environ)


def _answers(lines: Iterator[str]) -> Iterator[str]:
    """What to answer to a plain drill's questions, which end with the keys that are offered or with a label."""
    questions = {
        "model solution and reference": "", "One thing I do differently": "ask about freshness first",
        "what speaks for it?": "named both paths", "met: 3": "n", "none of these": "", "- missed": "-",
        "takes every": "", "Enter now": "",
    }  # fmt: skip
    for line in lines:
        for words, answer in questions.items():
            if words in line:
                yield answer
                break


def test_a_live_drill_needs_no_network(environ: dict[str, str]) -> None:
    with Terminal(_argv("practice", "rag-support"), environ, columns=100, rows=40) as terminal:
        terminal.until("starts the clock")
        terminal.send("\r")
        for line in LINES:
            terminal.until(lambda t: t.row.endswith(" ›"))
            terminal.send(line)
            terminal.until(lambda t, line=line: t.row.endswith(line))
            terminal.send("\r")
            terminal.until(lambda t, line=line: not t.row.endswith(line))
        terminal.until("Grade now")
        while "Kept in" not in terminal.flowing:
            _answer(terminal)
        assert terminal.wait() == 0
    _graded(environ)


def _answer(terminal: Terminal) -> None:
    """Answers the question at the cursor and waits until the screen has changed."""

    def asked(terminal: Terminal) -> str | None:
        if "Kept in" in terminal.flowing:
            return ""
        y = terminal.screen.cursor.y
        near = " ".join(" ".join(terminal.lines[max(y - 4, 0) : y + 1]).split())
        if not near.endswith(("›", "do differently next time:")):
            return None
        found = [(near.rfind(words), keys) for words, keys in ANSWERS if words in near]
        return max(found)[1] if found else None

    terminal.until(lambda t: asked(t) is not None)
    before, keys = terminal.text, asked(terminal)
    if keys:
        terminal.send(keys.replace("\n", "\r"))
        terminal.until(lambda t: t.text != before)
